//! `trials.csv`: one row per trial with its headline numbers, goals and segments.

use super::csv;
use crate::summary::Collector;

/// Trials in a piece of the table.
const TOGETHER: usize = 256;

/// The numbers of every trial as CSV, some rows after the other, since a million trials make a table that no memory should hold; a cell is
/// empty where a number is not defined.
pub fn trials_csv(collector: &Collector) -> impl Iterator<Item = String> {
    let row = |(trial, numbers): (u64, Vec<f64>)| {
        let cells = numbers.into_iter().map(csv::number);
        csv::row(&std::iter::once(trial.to_string()).chain(cells).collect::<Vec<_>>())
    };
    let mut rows = collector.trials().zip(collector.numbers().rows()).map(row);
    let pieces = std::iter::from_fn(move || {
        Some(rows.by_ref().take(TOGETHER).collect::<String>()).filter(|piece| !piece.is_empty())
    });
    std::iter::once(csv::row(&[vec!["trial".to_owned()], collector.names()].concat())).chain(pieces)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::design::{Design, Truth};
    use crate::simulate::{Line, Tally};
    use crate::summary::{Outcome, Scalar};

    #[test]
    fn a_row_for_each_trial() {
        let design = Design::parse(include_str!("../../scenarios/ladder.toml")).unwrap();
        let mut collector = Collector::new(&design);
        for trial in 3..6 {
            let mut tally = Tally::new(trial, vec![2.0; design.segments.len()], 2, design.horizon_months);
            tally.row_mut(1, 0, design.horizon_months - 1)[Line::Active] = 21.0;
            collector.add(&Outcome::of(&design, &Truth::central(&design), &tally)).unwrap();
        }
        let text: String = trials_csv(&collector).collect();
        let mut reader = ::csv::Reader::from_reader(text.as_bytes());
        let columns = reader.headers().unwrap().clone();
        let survey = 2 * crate::simulate::ANSWERS;
        let parts = 5 * design.goals.len() + 5 * design.segments.len();
        let categories = 2 * 9 * crate::simulate::CATEGORIES;
        let worths = 2 * 2 * (design.segments.len() + crate::simulate::CATEGORIES + crate::simulate::CLASSES);
        assert_eq!(columns.len(), 1 + Scalar::COUNT + parts + survey + categories + worths);
        let rows: Vec<::csv::StringRecord> = reader.records().collect::<Result<_, _>>().unwrap();
        let cell = |row: usize, name: &str| &rows[row][columns.iter().position(|c| c == name).unwrap()];
        assert_eq!([cell(0, "trial"), cell(2, "trial")], ["3", "5"]);
        assert_eq!((cell(1, "active_program"), cell(1, "price_per_saved")), ("42", ""));
    }
}
