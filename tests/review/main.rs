//! Reviews as a whole: a sabotaged design is caught on every count, a good one is let go, and every sentence stands on its figures.

mod audit;
mod consistency;
mod contracts;
mod pages;
mod recomputed;
mod verdicts;

use loyalsim::decide::Unwatched;
use loyalsim::design::Design;
use loyalsim::review::{
    Block, Finding, PartKey, Recommendation, Review, ReviewSettings, RivalDesign, Severity, Source, review,
};
use loyalsim::words::{Language, Words};
use std::sync::LazyLock;

const SABOTAGED: &str = include_str!("sabotaged.toml");
const GOOD: &str = include_str!("../../scenarios/staff-training.toml");

const FOREIGN: &str = include_str!("../../scenarios/electronics.toml");

static OF_SABOTAGED: LazyLock<Review> = LazyLock::new(|| made(SABOTAGED, 2));
static OF_GOOD: LazyLock<Review> = LazyLock::new(|| made_of(GOOD, 2, 300));

fn made(text: &str, threads: usize) -> Review {
    made_of(text, threads, 120)
}

/// A review of so many trials.
fn made_of(text: &str, threads: usize, trials: u64) -> Review {
    let design = Design::parse(text).unwrap_or_else(|problems| panic!("{problems}"));
    let settings = ReviewSettings {
        seed: 1,
        trials,
        customers: 600,
        rivals: [("staff", GOOD), ("foreign", FOREIGN)]
            .map(|(name, text)| RivalDesign { name: name.to_owned(), text: text.to_owned() })
            .to_vec(),
        file: "x.toml".to_owned(),
    };
    let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
    pool.install(|| review(text, &design, &settings, &Unwatched)).unwrap()
}

fn findings(review: &Review) -> Vec<&Finding> {
    let blocks = review.parts.iter().flat_map(|part| &part.blocks);
    blocks
        .filter_map(|block| match block {
            Block::Finding(finding) => Some(finding.as_ref()),
            _ => None,
        })
        .collect()
}

/// An unreachable reward, no exit, a discount mostly paid for purchases made anyway, folk numbers: each was planted.
#[test]
fn a_sabotaged_design_is_caught_on_every_count() {
    let found = findings(&OF_SABOTAGED);
    for code in ["P01", "G06", "D03", "D04", "V01", "V02", "E01", "E04", "G08", "G14", "S06"] {
        assert!(
            found.iter().any(|f| f.code.0 == code),
            "{code} is missing: {:?}",
            found.iter().map(|f| f.code.0).collect::<Vec<_>>()
        );
    }
    assert_ne!(OF_SABOTAGED.recommendation, Recommendation::Go);
    let reward = found.iter().find(|f| f.code.0 == "P01").unwrap();
    assert_eq!(reward.severity, Severity::Critical);
    let line = SABOTAGED.lines().position(|line| line.contains("minimum_to_redeem")).unwrap() + 1;
    assert_eq!(reward.line, Some(line));
}

#[test]
fn a_good_program_is_let_go_as_far_as_it_is_proven() {
    // it is sure by the folk mix of causes, which nobody has measured
    assert_eq!(OF_GOOD.recommendation, Recommendation::Pilot);
    assert!(findings(&OF_GOOD).iter().all(|finding| finding.severity != Severity::Critical));
}

/// Nothing is proposed, so nothing is refused: the board reads what a program would have to do.
#[test]
fn without_a_program_there_is_an_offer_instead_of_a_verdict() {
    let (start, end) = (GOOD.find("[program]").unwrap(), GOOD.find("[[goal]]").unwrap());
    let bare =
        if start < end { format!("{}{}", &GOOD[..start], &GOOD[end..]) } else { GOOD[..start].to_owned() };
    let review = made(&bare, 2);
    assert_eq!(review.recommendation, Recommendation::NoProgram);
    let said: Vec<&str> = review.sentences().iter().map(|sentence| sentence.key.as_ref()).collect();
    for key in ["review-verdict-none", "review-offer-cause", "review-offer-worth"] {
        assert!(said.contains(&key), "{key}: {said:?}");
    }
    assert!(
        !said.iter().any(|key| key.starts_with("review-rule") || key.starts_with("review-threat")),
        "{said:?}"
    );
    assert!(review.part(PartKey::Economics).is_none() && review.part(PartKey::Goals).is_some());
}

/// What the recommended design still misses stands beside its praise.
#[test]
fn the_board_reads_which_goals_are_missed_all_the_same() {
    let electronics = made(FOREIGN, 2);
    let counter = |i: usize| electronics.figures.find(&format!("goal{i}.counter")).unwrap().1.value;
    assert!(counter(1) < 0.2 && counter(4) > 0.5, "{} {}", counter(1), counter(4));
    let verdict = electronics.part(PartKey::Verdict).unwrap();
    let missed = verdict.blocks.iter().flat_map(Block::sentences).find(|s| s.key == "review-counter-misses");
    let said = electronics.tell(missed.unwrap(), Words::new(Language::En));
    assert!(said.contains("annual retention") && !said.contains("net effect"), "{said}");
}

/// The board reads what knowing could be worth where one number turns the decision, and that it is nothing where none can.
#[test]
fn the_board_reads_what_knowing_is_worth() {
    const OPEN: &str = include_str!("../../scenarios/pilot-first.toml");
    let said = |review: &Review| -> Vec<String> {
        let blocks = &review.part(PartKey::Verdict).unwrap().blocks;
        let lists = blocks.iter().filter_map(|block| match block {
            Block::List(list) => Some(list),
            _ => None,
        });
        let learn = lists.flatten().filter(|sentence| sentence.key.starts_with("review-learn"));
        learn.map(|sentence| format!("{} {:?}", sentence.key, sentence.args)).collect()
    };
    let hopeless = said(&OF_SABOTAGED);
    assert!(hopeless.len() == 1 && hopeless[0].starts_with("review-learn-nothing"), "{hopeless:?}");
    let open = said(&made(OPEN, 2));
    assert!(open.len() == 1 && open[0].starts_with("review-learn-first"), "{open:?}");
    assert!(open[0].contains("lifts_proper_contacts_to"), "{open:?}");
}

/// Every threat says how likely it is or that it is the company's own decision, what it costs, and how one would notice, or that one
/// would not.
#[test]
fn threats_have_a_chance_a_cost_and_a_tripwire() {
    let figure = |name: String| OF_SABOTAGED.figures.find(&name).map(|(_, figure)| figure);
    let mut threats: Vec<&str> =
        OF_SABOTAGED.figures.iter().filter_map(|(id, _)| id.as_str().strip_suffix(".damage")).collect();
    // what they would do to the recommended design stands beside
    threats.retain(|threat| !threat.starts_with("counter-design."));
    assert!(threats.len() >= 7, "{threats:?}");
    for threat in threats {
        let chance = figure(format!("{threat}.chance"));
        assert!(chance.is_some() || threat == "devaluation", "{threat}");
        if let Some(chance) = chance {
            assert!(
                (0.0..=1.0).contains(&chance.value) && !matches!(chance.source, Source::Run(_)),
                "{threat}"
            );
        }
        assert!(figure(format!("{threat}.business")).is_some(), "{threat}");
        if let Some(hits) = figure(format!("tripwire.{threat}.hits")) {
            let alarms = figure(format!("tripwire.{threat}.false-alarms")).unwrap();
            assert!(hits.value > alarms.value + 0.29, "{threat}");
        }
    }
    let costs = figure("tripwire.cost-overrun.hits".to_owned()).unwrap();
    assert!(costs.value > 0.9, "running cost is certain here, so its overrun is seen");
}

/// A rival with our money is played on our customers; one with other money is refused with a reason.
#[test]
fn rivals_are_compared_or_refused() {
    let ours = OF_SABOTAGED.figures.find("proposal.npv").unwrap().1;
    let theirs = OF_SABOTAGED.figures.find("rival.staff.npv").unwrap().1;
    assert!(theirs.value > ours.value, "{theirs:?}");
    let part = OF_SABOTAGED.part(PartKey::Comparison).unwrap();
    let said: Vec<&str> = part.blocks.iter().flat_map(Block::sentences).map(|s| s.key.as_ref()).collect();
    assert!(said.contains(&"review-rival-misfit") && !said.contains(&"review-dominates"), "{said:?}");
    let words = Words::new(Language::En);
    let misfit =
        part.blocks.iter().flat_map(Block::sentences).find(|s| s.key == "review-rival-misfit").unwrap();
    assert!(OF_SABOTAGED.tell(misfit, words).contains("RUB"));
}

/// A verdict on guesses says so on its own page.
#[test]
fn the_board_reads_that_nothing_was_measured() {
    for review in [&*OF_SABOTAGED, &*OF_GOOD] {
        let verdict = review.part(PartKey::Verdict).unwrap();
        assert!(verdict.blocks.iter().flat_map(Block::sentences).any(|s| s.key == "review-unmeasured"));
    }
}

/// The annex names every run that a figure comes from.
#[test]
fn every_run_stands_in_the_annex() {
    let annex = OF_SABOTAGED.part(PartKey::Annex).unwrap();
    let runs: Vec<String> = annex
        .blocks
        .iter()
        .filter_map(|block| match block {
            Block::Table(table) => Some(&table.rows),
            _ => None,
        })
        .flatten()
        .map(|row| OF_SABOTAGED.tell_arg(&row[0], Words::new(Language::En)))
        .collect();
    for (id, figure) in OF_SABOTAGED.figures.iter() {
        if let Source::Run(run) = &figure.source {
            assert!(runs.contains(run), "{id} comes from {run}, which is not among {runs:?}");
        }
    }
}

/// Critical ones first, by the money that each concerns; what is said of any program that writes too little down comes last.
#[test]
fn findings_come_by_money_at_stake() {
    let general = |f: &Finding| {
        let about = f.code.0.starts_with(['G', 'V']) && f.severity == Severity::Moderate;
        about || f.code.0 == "S06"
    };
    let rank = |f: &Finding| {
        let money = f.stake.as_ref().map_or(0.0, |id| OF_SABOTAGED.figures.get(id).unwrap().value);
        (f.severity != Severity::Critical, general(f), -money)
    };
    let ranks: Vec<_> = findings(&OF_SABOTAGED).into_iter().map(rank).collect();
    assert!(ranks.iter().any(|rank| rank.1) && ranks.is_sorted(), "{ranks:?}");
}

/// Advice is what helped on trials that did not choose it, or what no simulation can show.
#[test]
fn advice_has_helped() {
    for finding in findings(&OF_SABOTAGED) {
        for remedy in finding.action.iter().chain(&finding.also) {
            let Some(effect) = &remedy.effect else { continue };
            assert!(
                OF_SABOTAGED.figures.get(effect).unwrap().value > 0.0,
                "{}: {:?}",
                finding.code,
                remedy.edits
            );
        }
    }
}

#[test]
fn every_sentence_stands_on_its_figures_in_both_languages() {
    for review in [&*OF_SABOTAGED, &*OF_GOOD] {
        assert_eq!(review.parts.len(), PartKey::ALL.len());
        for sentence in review.sentences() {
            for id in sentence.figures() {
                assert!(review.figures.get(id).is_some(), "{}: no figure {id}", sentence.key);
            }
            for language in Language::ALL {
                let said = review.tell(sentence, Words::new(language));
                assert!(
                    !said.is_empty() && said != sentence.key && !said.contains("{$"),
                    "{}: {said}",
                    sentence.key
                );
            }
        }
    }
}

#[test]
fn the_same_design_and_seed_give_the_same_review_on_any_number_of_threads() {
    let again = serde_json::to_string(&made(SABOTAGED, 1)).unwrap();
    assert_eq!(serde_json::to_string(&*OF_SABOTAGED).unwrap(), again);
}

#[test]
fn the_counter_design_runs_and_keeps_the_comments() {
    let text = OF_SABOTAGED.counter_design.as_ref().unwrap();
    assert!(Design::parse(text).is_ok());
    assert!(text.contains("# A design with everything wrong"));
}
