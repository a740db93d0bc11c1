//! How long fitting takes, beside what the Python package lifetimes takes for the same log.
//!
//! `cargo bench --bench fit`. The log is CDNOW of `../shared/data` (or of the folder that `LOYALSIM_DATA` names); times are processor times of one
//! thread, means of many runs (of lifetimes the least of several). Where `LIFETIMES_PYTHON` names a Python that has lifetimes, it fits the same customers in the same minutes.

use loyalsim::data::{Log, Options, Reader, dates};
use loyalsim::fit::customers::{Past, Pasts};
use loyalsim::fit::gamma_gamma::expected_receipt;
use loyalsim::fit::model::Model;
use loyalsim::fit::receipts::{Receipts, repeats};
use std::hint::black_box;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{SystemTime, UNIX_EPOCH};

const CUT: &str = "1997-09-30";
const WEEKS: f64 = 39.0;
/// Seconds over which a time is measured: Linux counts it by the hundredth.
const ENOUGH: f64 = 2.0;

/// The same with lifetimes: the summary is made once, as reading a log is timed apart.
const LIFETIMES: &str = r#"
import sys, time, warnings
warnings.filterwarnings("ignore")
import pandas as pd
from lifetimes import BetaGeoFitter, ModifiedBetaGeoFitter, ParetoNBDFitter, GammaGammaFitter
from lifetimes.utils import summary_data_from_transaction_data as summary
def least(what, runs=7):
    best = 1e9
    for _ in range(runs):
        t = time.process_time(); what(); best = min(best, time.process_time() - t)
    return best
def read():
    log = pd.read_csv(sys.argv[1])
    return summary(log, "customer_id", "date", monetary_value_col="amount", observation_period_end="1997-09-30", freq="D", freq_multiplier=7)
s = read(); x, r, t = s.frequency, s.recency, s["T"]
def fitted(fitter, coef=0.0):
    return fitter(penalizer_coef=coef).fit(x, r, t)
b = s[(s.frequency > 0) & (s.monetary_value > 0)]
def receipts():
    return GammaGammaFitter().fit(b.frequency, b.monetary_value)
def whole():
    global s, x, r, t, b
    s = read(); x, r, t = s.frequency, s.recency, s["T"]; b = s[(s.frequency > 0) & (s.monetary_value > 0)]
    m, g = fitted(BetaGeoFitter), receipts()
    m.conditional_expected_number_of_purchases_up_to_time(39, x, r, t); g.conditional_expected_average_profit(x, s.monetary_value)
for name, what in [("BG/NBD", lambda: fitted(BetaGeoFitter)), ("MBG/NBD", lambda: fitted(ModifiedBetaGeoFitter)),
                   ("Pareto/NBD", lambda: fitted(ParetoNBDFitter)), ("Gamma-Gamma", receipts), ("whole", whole)]:
    print(f"{name}\t{least(what, 3 if name == 'Pareto/NBD' else 7)}")
"#;

fn main() {
    let Some(folder) = folder() else {
        eprintln!("SKIPPED: CDNOW is not there; set LOYALSIM_DATA to the folder of the data sets");
        return;
    };
    let packed = std::fs::read(folder.join("cdnow/transactions.csv.gz")).expect("the log is there");
    let cut = dates::day(CUT, dates::Order::DayFirst).expect("a day");
    let log = read(&packed);
    let pasts = Pasts::of(&log, cut, cut);
    let [bg, mbg] = [Model::ALL[0], Model::ALL[1]];
    let fit = |model: Model| mean(|| model.fit(&pasts));
    let own = [
        ("BG/NBD", fit(bg)),
        ("MBG/NBD", fit(mbg)),
        ("Pareto/NBD", fit(Model::ParetoNbd)),
        ("Gamma-Gamma", mean(|| Receipts::of(&log, cut))),
        ("whole", mean(|| whole(&packed, cut))),
    ];
    let theirs = lifetimes(&folder);
    println!("CDNOW, {} customers, fitted to {CUT}; milliseconds of processor time", pasts.customers());
    for (name, seconds) in own {
        let their = theirs.iter().find(|(known, _)| known == name).map(|(_, seconds)| *seconds);
        let beside = their
            .map(|their| format!(", lifetimes {:.1}, {:.0} times as long", 1e3 * their, their / seconds));
        println!("{name}: {:.2}{}", 1e3 * seconds, beside.unwrap_or_default());
    }
}

/// Read, fitted with BG/NBD and Gamma-Gamma, and purchases and spend of each customer forecast.
fn whole(packed: &[u8], cut: loyalsim::units::Day) -> f64 {
    let log = read(packed);
    let found = Model::ALL[0].fit(&Pasts::of(&log, cut, cut)).parameters;
    let receipts = Receipts::of(&log, cut).expect("there are receipts").model.parameters;
    let known = log.customers.iter().filter_map(|customer| Some((customer, Past::of(customer, cut)?)));
    known
        .map(|(customer, past)| {
            Model::ALL[0].expected(&past, found, WEEKS) * expected_receipt(repeats(customer, cut), receipts)
        })
        .sum()
}

fn read(packed: &[u8]) -> Log {
    let options = Options::default();
    let mut reader = Reader::new(&options);
    reader.read_text(packed, &mut |_| {}, &mut || true).expect("the log can be read");
    reader.finish().expect("the log has purchases").0
}

fn folder() -> Option<PathBuf> {
    let usual = || Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data");
    let root = std::env::var_os("LOYALSIM_DATA").map_or_else(usual, PathBuf::from);
    root.join("cdnow").is_dir().then_some(root)
}

/// Mean time of so many runs of what one thread does as come to [`ENOUGH`], in seconds.
fn mean<T>(mut what: impl FnMut() -> T) -> f64 {
    let (begun, mut runs) = (seconds(), 0.0);
    loop {
        black_box(what());
        runs += 1.0;
        let taken = seconds() - begun;
        if taken > ENOUGH {
            return taken / runs;
        }
    }
}

/// Processor time of this thread as Linux counts it; elsewhere the time of the day.
fn seconds() -> f64 {
    let counted = std::fs::read_to_string("/proc/thread-self/schedstat").ok();
    let nanoseconds = counted.and_then(|text| text.split_whitespace().next()?.parse::<f64>().ok());
    let day = || SystemTime::now().duration_since(UNIX_EPOCH).map_or(0.0, |since| since.as_secs_f64());
    nanoseconds.map_or_else(day, |nanoseconds| 1e-9 * nanoseconds)
}

/// What lifetimes takes, by name; nothing where it is not there.
fn lifetimes(folder: &Path) -> Vec<(String, f64)> {
    let Some(python) = std::env::var_os("LIFETIMES_PYTHON") else { return Vec::new() };
    let run = Command::new(python)
        .args(["-c", LIFETIMES])
        .arg(folder.join("cdnow/transactions.csv.gz"))
        .env("OMP_NUM_THREADS", "1")
        .output()
        .expect("this Python runs");
    let text = String::from_utf8_lossy(&run.stdout).into_owned();
    eprint!("{}", String::from_utf8_lossy(&run.stderr));
    let line = |line: &str| {
        let (name, seconds) = line.split_once('\t')?;
        Some((name.to_owned(), seconds.trim().parse().ok()?))
    };
    text.lines().filter_map(line).collect()
}
