//! `loyalsim optimise`: better settings of a program's levers.

use super::decide_args::OptimiseArgs;
use super::desk::{Desk, Findings, json, nothing_done};
use super::failure::{Failure, reason};
use super::folder::Folder;
use super::session::Session;
use super::{check, input};
use loyalsim::decide::optimise::{self, Optimised, Task, Tried, Work};
use loyalsim::decide::usual;
use loyalsim::design::{Design, Saying};
use loyalsim::{charts, report};
use serde::{Deserialize, Serialize};
use std::fs::File;
use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::sync::Mutex;

/// The log of points tried.
const LOG: &str = "optimise.log.jsonl";
/// First line of a log: points of another task, seed or size are of no use.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
struct Header {
    version: String,
    design_hash: String,
    seed: u64,
    customers: usize,
    trials: u64,
}

impl Header {
    fn of(design: &Design, work: &Work) -> Self {
        Self {
            version: env!("CARGO_PKG_VERSION").to_owned(),
            design_hash: design.hash.clone(),
            seed: work.settings.seed,
            customers: work.settings.customers,
            trials: work.trials,
        }
    }
}

/// Searches, judges, writes.
pub fn run(args: &OptimiseArgs, session: &Session) -> Result<(), Failure> {
    let words = session.words;
    let source = input::read(&args.design, session)?;
    let design = check::design(&source, words)?;
    let task = check::task(&source, &design)?;
    let desk = Desk::open(&args.desk, usual::CUSTOMERS_PER_VARIANT, &source, session)?;
    let settings = desk.settings();
    let work = Work {
        settings,
        trials: args.desk.trials.unwrap_or(usual::OPTIMISE_TRIALS),
        fresh: args.fresh,
        points: args.points as usize,
    };
    desk.weigh(&design, work.trials, work.points)?;
    let header = Header::of(&design, &work);
    let path = desk.folder()?.note(LOG);
    let known = if args.resume { earlier(desk.folder()?, &header)? } else { Vec::new() };
    let log = Mutex::new(begin(&path, &header, &known)?);
    let note = |tried: &Tried| {
        if let (Ok(mut log), Ok(line)) = (log.lock(), serde_json::to_string(tried)) {
            // A log that cannot be written to is no reason to lose the search.
            let _ = writeln!(log, "{line}");
        }
    };
    let found = desk
        .work(|| optimise::optimise(&task, work, known, &desk, &note))
        .ok_or_else(|| nothing_done(words))?;
    drop(log);
    let notes = std::fs::read(&path).map(|bytes| (LOG.to_owned(), bytes));
    let findings = Findings {
        text: report::optimise_text(&found, desk.language()),
        json: ("optimise.json", json(&found)?),
        files: files(&task, &found)?,
        notes: notes.into_iter().collect(),
        charts: charts::optimisation(&found, desk.language()),
        partial: found.origin.partial,
    };
    desk.finish(findings, &[&source], session)
}

/// The table of all points and the designs found.
fn files(task: &Task, found: &Optimised) -> Result<Vec<(String, String)>, Failure> {
    let mut files = vec![("optimise.csv".to_owned(), report::optimise_csv(found))];
    for candidate in &found.found {
        let (text, _) = task.design(&candidate.values).map_err(|fault| Failure::Runtime(fault.saying()))?;
        files.push((candidate.file.clone(), text));
    }
    Ok(files)
}

/// The points of an earlier log: that of a search that died, or that of the result in the folder. A last line that was cut
/// short is left out.
fn earlier(folder: &Folder, header: &Header) -> Result<Vec<Tried>, Failure> {
    let unfinished = read_log(&folder.note(LOG), header);
    unfinished.or_else(|_| read_log(&folder.file(LOG), header))
}

fn read_log(path: &Path, header: &Header) -> Result<Vec<Tried>, Failure> {
    let named = path.display().to_string();
    let file = File::open(path).map_err(|e| {
        Failure::Input(Saying::new("failure-no-log").with("file", &named).with("why", reason(&e)))
    })?;
    let mut lines = BufReader::new(file).lines().map_while(Result::ok);
    let first: Option<Header> = lines.next().and_then(|line| serde_json::from_str(&line).ok());
    if first.as_ref() != Some(header) {
        return Err(Failure::Input(Saying::new("failure-other-log").with("file", &named)));
    }
    Ok(lines.map_while(|line| serde_json::from_str(&line).ok()).collect())
}

/// A new log with what is known already; an earlier one stays whole until it is replaced.
fn begin(path: &Path, header: &Header, known: &[Tried]) -> Result<File, Failure> {
    let lines = || -> std::io::Result<String> {
        let mut text = serde_json::to_string(header)? + "\n";
        for tried in known {
            text += &(serde_json::to_string(tried)? + "\n");
        }
        Ok(text)
    };
    let fresh = path.with_extension("new");
    let begun = lines().and_then(|text| {
        std::fs::write(&fresh, text)?;
        std::fs::rename(&fresh, path)?;
        File::options().append(true).open(path)
    });
    begun.map_err(|e| {
        let file = path.display().to_string();
        Failure::Runtime(Saying::new("failure-log").with("file", file).with("why", reason(&e)))
    })
}
