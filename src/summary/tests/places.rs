//! Where each number of a summary is read from. Every trial says of each of its numbers at which place it stands: so the mean tells the place.

use super::*;
use crate::design::Sampling;
use crate::summary::outcome::Figures;
use crate::summary::{Collector, Estimate, Monthly, Outcome, RunSettings, Scalar, Series, Summary};

const RUN: RunSettings =
    RunSettings { seed: 7, customers: 200, trials_asked: 3, target: crate::units::Share::new(0.05) };

/// A design with everything, and a program that runs already.
fn everything() -> Design {
    let today = "\n[today]\nname = \"Old card\"\nlaunched = \"2022-05\"\ncost_per_month = 0\n\n[[today.points]]\nearn = 0.02\n";
    design(&format!("{}{today}", include_str!("../../../tests/designs/full.toml")))
}

/// Three trials of places. The net effect grows from month to month.
fn collected(design: &Design) -> Collector {
    let mut collector = Collector::new(design).drawn_by(Sampling::Plain);
    let places = |count: usize| (0..count).map(|place| place as f64).collect::<Vec<_>>();
    let [numbers, cells] = [collector.frame.numbers(), collector.sketches.len()].map(places);
    let effect = places(collector.effects.width());
    for trial in 0..3 {
        let figures = Figures { numbers: numbers.clone(), cells: cells.clone(), effect: effect.clone() };
        collector.add(&Outcome { trial, figures, excess: None, twins: None }).unwrap();
    }
    collector
}

struct Told {
    names: Vec<String>,
    summary: Summary,
}

impl Told {
    fn of(design: &Design) -> Self {
        let collector = collected(design);
        Self { names: collector.names(), summary: collector.summary(&RUN) }
    }

    #[track_caller]
    fn stands(&self, name: &str, estimate: &Estimate) {
        let place = self.names.iter().position(|known| known == name);
        assert_eq!(Some(estimate.mean), place.map(|place| place as f64), "{name}");
    }
}

#[test]
fn segments_goals_branches_and_touchpoints() {
    let told = Told::of(&everything());
    let Summary { segments, goals, branches, touchpoints, .. } = &told.summary;
    assert_eq!([segments.len(), goals.len(), branches.len(), touchpoints.len()], [3, 2, 2, 3]);
    for segment in segments {
        let stands = |what: &str, estimate: &Estimate| {
            told.stands(&format!("segment.{}.{what}", segment.name), estimate);
        };
        stands("retention_baseline", &segment.retention_baseline);
        stands("retention_program", segment.retention_program.as_ref().unwrap());
        stands("net_effect", segment.net_effect.as_ref().unwrap());
        stands("base_value_baseline", &segment.base_value_baseline);
        stands("base_value_program", segment.base_value_program.as_ref().unwrap());
    }
    for (place, goal) in goals.iter().enumerate() {
        told.stands(&format!("goal_{}.{}.value", place + 1, goal.metric), &goal.value);
        let threshold = Estimate { mean: goal.threshold, ..goal.value };
        told.stands(&format!("goal_{}.{}.threshold", place + 1, goal.metric), &threshold);
    }
    told.stands("goal_1.annual_retention.value_without", &goals[0].without.as_ref().unwrap().value);
    for branch in branches {
        let stands = |what: &str, estimate: &Estimate| {
            told.stands(&format!("branch.{}.{what}", branch.name), estimate);
        };
        stands("retention_baseline", &branch.retention_baseline);
        stands("retention_program", branch.retention_program.as_ref().unwrap());
        stands("nps_baseline", &branch.nps_baseline);
        stands("nps_program", branch.nps_program.as_ref().unwrap());
    }
    for touchpoint in &touchpoints[..2] {
        told.stands(&format!("touchpoint.{}.nps_baseline", touchpoint.name), &touchpoint.nps_baseline);
        let program = touchpoint.nps_program.as_ref().unwrap();
        told.stands(&format!("touchpoint.{}.nps_program", touchpoint.name), program);
    }
    told.stands("touchpoints.nps_baseline", &touchpoints[2].nps_baseline);
    told.stands("touchpoints.nps_program", touchpoints[2].nps_program.as_ref().unwrap());
}

#[test]
fn answers_categories_and_what_customers_are_worth() {
    let told = Told::of(&everything());
    let Summary { answers, categories, worth, .. } = &told.summary;
    let worlds = [("baseline", &answers.baseline), ("program", answers.program.as_ref().unwrap())];
    for (world, answers) in worlds {
        assert_eq!(answers.len(), 11);
        for (answer, estimate) in answers.iter().enumerate() {
            told.stands(&format!("answer.{answer}.{world}"), estimate);
        }
    }
    let worlds = [("baseline", &categories.baseline), ("program", categories.program.as_ref().unwrap())];
    for (world, categories) in worlds {
        assert_eq!(categories.len(), 6);
        for of in categories {
            for (what, estimate) in [
                ("start", &of.start),
                ("came", &of.came),
                ("moved_in", &of.moved_in),
                ("moved_out", &of.moved_out),
                ("left", &of.left),
                ("end", &of.end),
                ("profit", &of.profit),
                ("good_profit", &of.good_profit),
                ("bad_profit", &of.bad_profit),
            ] {
                told.stands(&format!("category.{}.{what}_{world}", of.category), estimate);
                let money = what.contains("profit");
                assert_eq!(estimate.unit == crate::units::Unit::Money, money, "{what}");
            }
        }
    }
    let groups = [("segment", &worth.segments, 3), ("category", &worth.categories, 6)];
    for (group, kinds, count) in groups.into_iter().chain([("answering", &worth.answering, 3)]) {
        assert_eq!(kinds.len(), count);
        for kind in kinds {
            for (what, estimate) in [
                ("lifetime_value_baseline", Some(&kind.lifetime_baseline)),
                ("lifetime_value_program", kind.lifetime_program.as_ref()),
                ("residual_value_baseline", Some(&kind.residual_baseline)),
                ("residual_value_program", kind.residual_program.as_ref()),
            ] {
                told.stands(&format!("{group}.{}.{what}", kind.name), estimate.unwrap());
            }
        }
    }
}

/// Series of 36 months: the baseline, the program, what they differ by, the program of today ended; after each of them the causes.
#[test]
fn months() {
    let told = Told::of(&everything());
    let Summary { baseline, program, difference, ended, causes, headline, .. } = &told.summary;
    let (all, compared) = (Series::COUNT + causes.len(), Series::COMPARED.len() + causes.len());
    let mut first = 0;
    let mut follows = |monthly: &Monthly, series: &[Series], count: usize| {
        let bands = monthly.series.iter().map(|(_, band)| band).chain(&monthly.churned_by_cause);
        for (place, band) in bands.enumerate() {
            let cells = |month: usize| ((first + place) * 36 + month) as f64;
            assert_eq!(band.mean, (0..36).map(cells).collect::<Vec<_>>());
        }
        assert_eq!(monthly.series.iter().map(|(series, _)| series).collect::<Vec<_>>(), series);
        first += count;
    };
    follows(baseline, Series::ALL, all);
    follows(program.as_ref().unwrap(), Series::ALL, all);
    follows(difference.as_ref().unwrap(), Series::COMPARED, compared);
    follows(ended.as_ref().unwrap(), Series::ALL, all);
    // the month of payback follows from the effects, which are none before the launch, and a price from what was spent and saved
    for &scalar in Scalar::ALL {
        let stands = match scalar {
            Scalar::PaybackMonth => continue,
            Scalar::PricePerSaved => Scalar::ProgramCost as usize as f64 / Scalar::NetSaved as usize as f64,
            _ => scalar as usize as f64,
        };
        assert_eq!(headline[scalar].mean, stands, "{}", scalar.key());
    }
    let active = baseline.series.get(Series::Active).unwrap();
    assert_eq!(active.mean[0], (Series::Active as usize * 36) as f64);
}

/// Without a program there is one world, and what it is compared with is not there.
#[test]
fn one_world() {
    let told = Told::of(&without_program());
    let Summary { baseline, answers, worth, segments, categories, ended, .. } = &told.summary;
    assert!(answers.program.is_none() && categories.program.is_none() && ended.is_none());
    assert!(told.names.iter().all(|name| !name.ends_with("_program") || !name.starts_with("category")));
    told.stands("segment.occasional.retention_baseline", &segments[1].retention_baseline);
    told.stands("category.hostage.bad_profit_baseline", &categories.baseline[5].bad_profit);
    told.stands("answering.detractors.residual_value_baseline", &worth.answering[2].residual_baseline);
    assert!(worth.segments.iter().all(|of| of.lifetime_program.is_none() && of.residual_program.is_none()));
    let places = "[[touchpoint]]\nname = 'till'\nshare = 1\nnps = 20\n";
    let touchpoints = Told::of(&design(&format!("{BUSINESS}{places}"))).summary.touchpoints;
    assert!(touchpoints.len() == 2 && touchpoints.iter().all(|of| of.nps_program.is_none()));
    let last = baseline.churned_by_cause.last().unwrap();
    assert_eq!(last.mean[MONTHS - 1], ((Series::COUNT + 2) * MONTHS - 1) as f64);
}
