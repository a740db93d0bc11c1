//! The purchase log of CDNOW, 1997-98.

use super::data::{folder, number, rows};
use super::statistics::{Spread, mean};
use super::{Measured, Told, agrees, comment_agrees};
use std::collections::BTreeMap;

struct Log {
    /// Receipts by customer and day (days since 1997 began), in order.
    customers: Vec<Vec<(i64, f64)>>,
}

impl Log {
    fn read() -> Option<Self> {
        let folder = folder("cdnow")?;
        let mut days: BTreeMap<(String, i64), f64> = BTreeMap::new();
        for row in rows(&folder, "transactions.csv.gz") {
            *days.entry((row["customer_id"].to_owned(), day(&row["date"]))).or_default() +=
                number(&row, "amount");
        }
        let mut customers: BTreeMap<String, Vec<(i64, f64)>> = BTreeMap::new();
        for ((customer, day), amount) in days {
            customers.entry(customer).or_default().push((day, amount));
        }
        Some(Self { customers: customers.into_values().collect() })
    }

    fn receipts(&self) -> Vec<Vec<f64>> {
        self.customers.iter().map(|c| c.iter().map(|(_, amount)| *amount).collect()).collect()
    }
}

/// Days from 1997-01-01, for dates of 1997 and 1998.
fn day(date: &str) -> i64 {
    const BEFORE: [i64; 12] = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334];
    let part =
        |range| date.get(range).and_then(|s: &str| s.parse::<i64>().ok()).unwrap_or_else(|| panic!("{date}"));
    (part(0..4) - 1997) * 365 + BEFORE[part(5..7) as usize - 1] + part(8..10) - 1
}

#[test]
fn music_shop_is_measured() {
    let Some(log) = Log::read() else { return };
    let receipts = log.receipts();
    let spread = Spread::of(&receipts);
    agrees(
        "music-shop",
        &[
            Measured { path: "business.customers", value: receipts.len() as f64, rounding: 0.0 },
            Measured { path: "segment[0].basket", value: mean(&receipts.concat()), rounding: 0.005 },
            Measured { path: "segment[0].basket_spread", value: spread.spread(), rounding: 0.005 },
            Measured { path: "segment[0].basket_noise", value: spread.noise, rounding: 0.005 },
        ],
    );
}

#[test]
fn the_music_shops_story_is_in_the_log() {
    let Some(log) = Log::read() else { return };
    let receipts = log.receipts();
    let n = receipts.len() as f64;
    let mut totals: Vec<f64> = receipts.iter().map(|r| r.iter().sum()).collect();
    totals.sort_by(|a, b| b.total_cmp(a));
    let best_fifth = totals[..(n * 0.2).round() as usize].iter().sum::<f64>() / totals.iter().sum::<f64>();
    let further = |c: &Vec<(i64, f64)>| c[1..].iter().filter(|(day, _)| day - c[0].0 <= 365).count() as f64;
    let share = |count: usize| count as f64 / n;
    comment_agrees(
        "music-shop",
        &[
            Told { what: "purchases", told: 6696.0, value: receipts.concat().len() as f64, rounding: 0.0 },
            Told {
                what: "customers who bought twice",
                told: 1139.0,
                value: Spread::of(&receipts).customers as f64,
                rounding: 0.0,
            },
            Told {
                what: "bought once",
                told: 0.517,
                value: share(receipts.iter().filter(|r| r.len() == 1).count()),
                rounding: 0.0005,
            },
            Told {
                what: "spent 200 dollars",
                told: 0.12,
                value: share(totals.iter().filter(|t| **t >= 200.0).count()),
                rounding: 0.005,
            },
            Told { what: "best fifth", told: 0.67, value: best_fifth, rounding: 0.005 },
            Told {
                what: "further purchases in a year",
                told: 1.48,
                value: log.customers.iter().map(further).sum::<f64>() / n,
                rounding: 0.005,
            },
        ],
    );
}
