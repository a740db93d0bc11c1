use super::*;
use crate::design::{Sampling, starter};
use crate::simulate::{Experiment, Settings};
use crate::summary::dyadic::Dyadic;
use crate::summary::moments::Moments;
use crate::summary::{Outcome, RunSettings, Trials};
use std::iter;
use std::ops::Range;

const OF_TRIALS: u64 = 12;

fn part(trials: Range<u64>, nth: Option<Nth>) -> Part {
    let text = starter("Shop");
    let design = Design::parse(&text).unwrap();
    let experiment = Experiment::new(&design, Settings { seed: 1, customers: 30 });
    let mut collector = Collector::new(&design);
    for trial in trials.clone() {
        let truth = experiment.truth(trial);
        let tally = experiment.play_under(&truth, trial);
        collector.add(&Outcome::of(&design, &truth, &tally)).unwrap();
    }
    let about = About {
        build: Build::own(None),
        design: "shop.toml".to_owned(),
        hash: design.hash,
        seed: 1,
        customers: 30,
        sampling: Sampling::default(),
        of_trials: OF_TRIALS,
        trials,
        nth,
        asked: None,
    };
    Part { about, text, collector }
}

fn read(bytes: &[u8]) -> Result<Part, PartFault> {
    Part::read(bytes, &Build::own(None))
}

/// Law: parts that have travelled as files make the run that was never split, bit for bit.
#[test]
fn parts_from_files_make_one_run() {
    let whole = part(0..OF_TRIALS, None);
    let mut merged = Collector::new(&whole.design().unwrap());
    for trials in [0..5, 5..6, 6..12] {
        let read = read(&part(trials, None).write().unwrap()).unwrap();
        assert!(read.design().is_ok());
        merged.merge(read.collector).unwrap();
    }
    assert!(merged == whole.collector);
    let settings =
        RunSettings { seed: 1, customers: 30, trials_asked: 12, target: crate::units::Share::new(0.05) };
    let json = |collector: &Collector| serde_json::to_string(&collector.summary(&settings)).unwrap();
    assert_eq!(json(&merged), json(&whole.collector));
}

#[test]
fn a_changed_byte_is_noticed() {
    let bytes = part(0..2, None).write().unwrap();
    assert!(read(&bytes).is_ok());
    for at in [0, 20, 200, bytes.len() / 2, bytes.len() - 40, bytes.len() - 1] {
        let mut changed = bytes.clone();
        changed[at] ^= 1;
        assert!(read(&changed).is_err(), "byte {at}");
        assert!(read(&bytes[..at]).is_err(), "cut off at {at}");
    }
    assert_eq!(read(b"title = \"Shop\"\n"), Err(PartFault::NotAPart));
    assert_eq!(read(b"loyalsim part 2\n{}\n"), Err(PartFault::Format));
    let later = Build { version: "9.0.0".to_owned(), commit: Some("abc".to_owned()) };
    assert!(matches!(Part::read(&bytes, &later), Err(PartFault::Build { .. })));
}

/// Results under another name, or results made up, are no part, whatever their sum says.
#[test]
fn results_of_something_else_are_noticed() {
    let honest = part(0..4, None);
    let other = |change: fn(&mut Part)| {
        let mut part = honest.clone();
        change(&mut part);
        read(&part.write().unwrap()).and_then(|part| part.design()).unwrap_err()
    };
    let changes: [fn(&mut Part); 5] = [
        |part| part.about.trials = 1..5,
        |part| part.about.hash = "0".repeat(64),
        |part| part.about.sampling = Sampling::Plain,
        |part| part.text.push_str("# more\n"),
        |part| part.text = "no design".to_owned(),
    ];
    for change in changes {
        assert_eq!(other(change), PartFault::Damaged);
    }
    assert_eq!(other(|part| part.about.trials = 3..3), PartFault::Damaged);
    assert_eq!(other(|part| part.about.nth = Some(Nth { part: 0, of: 0 })), PartFault::Damaged);
}

/// A trial of which all are played again is a part like any other.
#[test]
fn a_part_may_have_twins_of_all_its_trials() {
    let mut part = part(0..1, None);
    part.collector.twins.push(&[1.0, 2.0]);
    assert!(read(&part.write().unwrap()).unwrap().design().is_ok());
    part.collector.twins.push(&[1.0, 2.0]);
    assert!(read(&part.write().unwrap()).unwrap().design().is_err());
}

/// What a part says of itself: trials that there can be, up to the last of the run and to the most of any.
#[test]
fn what_a_part_can_be() {
    let says = |change: &dyn Fn(&mut About)| {
        let mut part = part(0..1, None);
        change(&mut part.about);
        read(&part.write().unwrap()).map(|part| part.about.trials)
    };
    assert_eq!(says(&|about| about.of_trials = 1), Ok(0..1));
    assert_eq!(says(&|about| about.of_trials = 0), Err(PartFault::Damaged));
    assert_eq!(says(&|about| about.of_trials = 1 << 40), Ok(0..1));
    assert_eq!(says(&|about| about.of_trials = (1 << 40) + 1), Err(PartFault::Damaged));
    assert_eq!(says(&|about| about.nth = Some(Nth { part: 3, of: 2 })), Err(PartFault::Damaged));
    assert_eq!(says(&|about| about.asked = Some("another command".to_owned())), Err(PartFault::NotAPart));
}

fn rows() -> RowsPart {
    let numbers = vec![0.0; crate::summary::Scalar::COUNT];
    let figures = crate::summary::outcome::Figures { numbers, ..Default::default() };
    let outcome = |trial| Outcome { trial, figures: figures.clone(), excess: None, twins: None };
    let designs =
        [("a.toml", "one"), ("b.toml", "two")].map(|(name, text)| (name.to_owned(), text.to_owned()));
    let (asked, hash) = RowsPart::hashes("compare a b", &designs);
    let about = About { hash, asked: Some(asked), ..part_about(3..5) };
    let rows = (3..5).map(|trial| vec![outcome(trial); 2]).collect();
    RowsPart { about, asked: "compare a b".to_owned(), designs: designs.into(), rows }
}

/// Each thing alone that rows of decisions hang together by.
#[test]
fn rows_of_something_else_are_noticed() {
    let read = |part: &RowsPart| RowsPart::read(&part.write().unwrap(), &Build::own(None));
    assert_eq!(read(&rows()), Ok(rows()));
    let changes: [fn(&mut RowsPart); 8] = [
        |part| part.asked.push('!'),
        |part| part.about.asked = None,
        |part| part.designs[1].1.push('!'),
        |part| part.about.hash.make_ascii_uppercase(),
        |part| part.rows.truncate(1),
        |part| part.about.trials = 3..6,
        |part| part.rows[1].truncate(1),
        |part| part.rows[0][1].figures.numbers.truncate(3),
    ];
    for (place, change) in changes.into_iter().enumerate() {
        let mut part = rows();
        change(&mut part);
        assert_eq!(read(&part), Err(PartFault::Damaged), "{place}");
    }
}

/// Each table alone a column or a row too long, each sketch with more values than trials.
#[test]
fn results_of_another_shape_are_noticed() {
    let honest = part(0..4, None);
    let refused = |change: &dyn Fn(&mut Collector)| {
        let mut part = honest.clone();
        change(&mut part.collector);
        read(&part.write().unwrap()).and_then(|part| part.design()).is_err()
    };
    assert!(!refused(&|_| {}));
    let tables: [fn(&mut Collector) -> &mut Trials; 5] = [
        |collector| &mut collector.trials,
        |collector| &mut collector.effects,
        |collector| &mut collector.excess.numbers,
        |collector| &mut collector.excess.effects,
        |collector| &mut collector.twins,
    ];
    for (at, table) in tables.into_iter().enumerate() {
        let longer = |collector: &mut Collector| {
            let table = table(collector);
            let row = vec![0.0; table.width()];
            (0..5).for_each(|_| table.push(&row));
        };
        let wider = |collector: &mut Collector| {
            let table = table(collector);
            let rows: Vec<_> = table.rows().collect();
            *table = Trials::new(table.width() + 1);
            rows.into_iter().for_each(|row| table.push(&[&row[..], &[0.0]].concat()));
        };
        assert!(refused(&longer) && refused(&wider), "table {at}");
    }
    assert!(refused(&|collector| collector.excess.squares = Dyadic::new()));
    assert!(refused(&|collector| collector.moments = Dyadic::new()));
    assert!(refused(&|collector| collector.frame.title.push('!')));
    assert!(refused(&|collector| collector.sampling = Sampling::Plain));
    assert!(refused(&|collector| collector.sketches.truncate(1)));
    // sums of too few cells, and of more values than trials
    let cells = honest.collector.sketches.len();
    for (cells, count) in [(cells - 1, 1), (cells, 2)] {
        let cell: Moments = vec![1.0; count].into_iter().collect();
        let sums = || {
            let mut sums = Dyadic::new();
            (0..4).for_each(|trial| sums.push(trial, vec![cell; cells]).unwrap());
            sums
        };
        assert!(refused(&|collector| collector.moments = sums()), "{cells} {count}");
        assert!(refused(&|collector| collector.excess.squares = sums()), "{cells} {count}");
    }
    assert!(refused(&|collector| (0..5).for_each(|_| collector.sketches[0].add(1.0))));
}

#[test]
fn gaps_doubles_and_strangers_are_named() {
    let about = |trials: Range<u64>| (format!("{}.part", trials.start), part(0..1, None).about.with(trials));
    let [first, middle, last] = [about(0..4), about(4..8), about(8..12)];
    let of = |parts: &[&(String, About)]| in_order(&parts.iter().copied().cloned().collect::<Vec<_>>());
    assert_eq!(of(&[&last, &first, &middle]), Ok(vec![1, 2, 0]));
    assert_eq!(of(&[&first, &last]), Err(PartFault::MissingTrials(iter::once(4..8).collect())));
    assert_eq!(of(&[&middle]), Err(PartFault::MissingTrials(vec![0..4, 8..12])));
    let twice = of(&[&first, &middle, &last, &about(7..9)]);
    assert!(matches!(twice, Err(PartFault::Twice { trials, .. }) if trials == (7..8)));
    let numbered = |part: u64| {
        let nth = Nth { part, of: 3 };
        (nth.to_string(), About { nth: Some(nth), ..part_about(nth.range(OF_TRIALS)) })
    };
    assert_eq!(of(&[&numbered(3), &numbered(1)]), Err(PartFault::MissingParts(vec![Nth { part: 2, of: 3 }])));
    assert_eq!(of(&[&numbered(3), &numbered(1), &numbered(2)]), Ok(vec![1, 2, 0]));
    let mut stranger = middle.clone();
    stranger.1.customers = 600;
    let found = of(&[&first, &stranger, &last]);
    let what = Difference::Customers(600, 30);
    assert_eq!(found, Err(PartFault::Other { file: stranger.0.clone(), first: first.0.clone(), what }));
}

/// Each thing alone by which parts of two runs differ, in the order in which it is told.
#[test]
fn parts_of_another_run_are_told_apart() {
    let first = part_about(0..6);
    type Change = fn(&mut About);
    let changes: [(Change, Difference); 6] = [
        (|about| about.hash.push('0'), Difference::Design),
        (|about| about.asked = Some(String::new()), Difference::Options),
        (|about| about.seed = 2, Difference::Seed(2, 1)),
        (|about| about.customers = 31, Difference::Customers(31, 30)),
        (|about| about.of_trials = 13, Difference::Trials(13, 12)),
        (|about| about.sampling = Sampling::Plain, Difference::Sampling),
    ];
    for (change, what) in changes {
        let mut other = part_about(6..12);
        change(&mut other);
        let found = in_order(&[("1".to_owned(), first.clone()), ("2".to_owned(), other)]);
        let (file, first) = ("2".to_owned(), "1".to_owned());
        assert_eq!(found, Err(PartFault::Other { file, first, what }));
    }
}

/// Parts are named where all are of so many; else trials are, the last of a run among them.
#[test]
fn what_is_missing_is_named() {
    let of = |parts: &[(Range<u64>, Option<Nth>)]| {
        let named = |(trials, nth): &(Range<u64>, Option<Nth>)| {
            (format!("{}.part", trials.start), About { nth: *nth, ..part_about(trials.clone()) })
        };
        in_order(&parts.iter().map(named).collect::<Vec<_>>())
    };
    let nth = |part, of| Some(Nth { part, of });
    let trials = |range: Range<u64>| Err(PartFault::MissingTrials(iter::once(range).collect()));
    assert_eq!(
        of(&[(0..1, nth(1, 12))]),
        Err(PartFault::MissingParts((2..=12).map(|part| Nth { part, of: 12 }).collect()))
    );
    assert_eq!(of(&[(0..1, nth(1, 13))]), trials(1..12));
    assert_eq!(of(&[(0..4, nth(1, 3)), (4..8, None)]), trials(8..12));
    assert_eq!(of(&[(0..4, nth(1, 3)), (4..8, nth(3, 6))]), trials(8..12));
    assert_eq!(of(&[(0..4, None), (4..11, None)]), trials(11..12));
    assert_eq!(in_order(&[]), Err(PartFault::MissingTrials(Vec::new())));
    // one that lies within another
    let within = of(&[(0..12, None), (3..5, None)]);
    assert!(matches!(within, Err(PartFault::Twice { trials, .. }) if trials == (3..5)));
}

/// Trials are told as `trials.csv` numbers them, twenty gaps at most.
#[test]
fn gaps_are_written() {
    let told = |ranges: &[Range<u64>]| PartFault::MissingTrials(ranges.to_vec()).to_string();
    let single = told(&[3..4, 5..7]);
    assert!(single.contains("5–6") && !single.contains("3–3") && !single.contains('…'), "{single}");
    let many = |count: u64| told(&(0..count).map(|at| 2 * at..2 * at + 1).collect::<Vec<_>>());
    assert!(!many(20).contains('…') && many(21).contains('…') && !many(21).contains("40"), "{}", many(21));
}

fn part_about(trials: Range<u64>) -> About {
    part(0..1, None).about.with(trials)
}

impl About {
    fn with(self, trials: Range<u64>) -> Self {
        Self { trials, ..self }
    }
}

#[test]
fn shares_cover_all_trials() {
    for (trials, of) in [(20, 20), (400, 3), (7, 5), (10_000_000, 999)] {
        let ranges: Vec<Range<u64>> = (1..=of).map(|part| Nth { part, of }.range(trials)).collect();
        assert_eq!((ranges[0].start, ranges[ranges.len() - 1].end), (0, trials));
        assert!(ranges.windows(2).all(|pair| pair[0].end == pair[1].start));
        assert!(
            ranges.iter().all(|range| (trials / of..=trials / of + 1).contains(&(range.end - range.start)))
        );
    }
    for (text, part, of) in [("3/20", 3, 20), ("4/4", 4, 4), ("1/1000000", 1, 1_000_000)] {
        assert_eq!(text.parse(), Ok(Nth { part, of }));
    }
    for text in ["", "3", "0/4", "5/4", "3/", "-1/4", "1/0", "1/1000001"] {
        assert!(text.parse::<Nth>().is_err(), "{text}");
    }
}
