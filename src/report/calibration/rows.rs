//! Tables of a calibration by row: rows set aside, and a forecast for each customer.

use super::tables::reason;
use crate::data::{Aside, Log};
use crate::fit::customers::Past;
use crate::fit::gamma_gamma::expected_receipt;
use crate::fit::learn::Learned;
use crate::fit::receipts::repeats;
use crate::report::csv;
use crate::words::Words;
use sha2::{Digest, Sha256};

/// A row that was set aside: file, line, why, and its cells; with a hash in the place of each customer if asked for.
pub fn aside_row(file: &str, row: &Aside<'_>, anonymise: bool, words: Words<'_>) -> String {
    let cells = row.cells.iter().enumerate().map(|(at, cell)| {
        // a row of which nobody knows what stands where may have the customer anywhere
        let private = row.customer.is_none_or(|customer| customer == at);
        if anonymise && private { hashed(cell) } else { (*cell).to_owned() }
    });
    let mut all = vec![file.to_owned(), row.line.to_string(), reason(words, row.reason)];
    all.extend(cells);
    csv::row(&all)
}

fn hashed(cell: &str) -> String {
    let hash = Sha256::digest(cell.as_bytes());
    hash[..8].iter().map(|byte| format!("{byte:02x}")).collect()
}

/// A line for each customer in the order of the log: what he has done, whether he is active, what he is expected to buy in so many weeks;
/// with his name if asked for.
pub fn customers_csv(log: &Log, learned: &Learned, weeks: f64, with_ids: bool) -> String {
    let Some((_, last)) = log.span() else { return String::new() };
    let receipts = &learned.shop.receipts;
    let mut head =
        vec!["number", "purchases", "weeks_since_first", "weeks_since_last", "active", "expected_purchases"];
    head.extend(receipts.is_some().then_some("expected_spend"));
    head.extend(with_ids.then_some("customer"));
    let mut text = csv::row(&head.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>());
    for (at, customer) in log.customers.iter().enumerate() {
        let Some(past) = Past::of(customer, last) else { continue };
        let (model, parameters) = (learned.model, learned.parameters_of(at));
        let expected = model.expected(&past, parameters, weeks);
        let mut row = vec![
            (at + 1).to_string(),
            (past.repeats + 1).to_string(),
            format!("{:.2}", past.age),
            format!("{:.2}", past.age - past.recency),
            format!("{:.4}", model.active(&past, parameters)),
            format!("{expected:.4}"),
        ];
        row.extend(learned.receipts_of(at).map(|receipts| {
            format!("{:.2}", expected * expected_receipt(repeats(customer, last), receipts.model.parameters))
        }));
        row.extend(with_ids.then(|| customer.id.to_string()));
        text += &csv::row(&row);
    }
    text
}
