//! What the tests are worth: shares with their intervals, and what was missed.

use crate::area::AREAS;
use crate::fault::Fault;
use crate::log::{Log, Verdict};

pub fn print(faults: &[Fault], log: &Log) {
    println!("| area | faults | caught by its own tests | by others | share caught | 95 % interval |");
    println!("| --- | ---: | ---: | ---: | ---: | --- |");
    for (index, area) in AREAS.iter().enumerate() {
        let own: Vec<&Fault> = faults.iter().filter(|fault| fault.area == index).collect();
        if own.is_empty() {
            continue;
        }
        let of = |verdict| own.iter().filter(|fault| log.is(&fault.name, verdict)).count();
        let (here, elsewhere) = (of(Verdict::Caught), of(Verdict::CaughtElsewhere));
        let (share, [low, high]) = (here + elsewhere, interval(here + elsewhere, own.len()));
        let percent = 100.0 * share as f64 / own.len() as f64;
        println!(
            "| `{}` | {} | {here} | {elsewhere} | {percent:.0} % | {:.0}–{:.0} % |",
            area.name,
            own.len(),
            100.0 * low,
            100.0 * high
        );
    }
    for fault in faults.iter().filter(|fault| log.is(&fault.name, Verdict::Missed)) {
        println!("missed: {}", fault.name);
    }
}

/// Wilson's interval of a share at 95 %.
fn interval(hits: usize, all: usize) -> [f64; 2] {
    let (z, n) = (1.96_f64, all as f64);
    let share = hits as f64 / n;
    let middle = share + z * z / (2.0 * n);
    let half = z * (share * (1.0 - share) / n + z * z / (4.0 * n * n)).sqrt();
    [-half, half].map(|side| (middle + side) / (1.0 + z * z / n))
}
