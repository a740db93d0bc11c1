//! `loyalsim seminar`: a class designs, bets and sees what comes of it.

use super::class_file::ClassFile;
use super::failure::Failure;
use super::seminar_args::SeminarArgs;
use super::session::Session;
use super::{check, class_papers, input, show, terminal};
use crate::serve::seminar::{self, Fault, Keeper, Opening, Wish};
use loyalsim::design::Saying;
use loyalsim::words::{Words, breakable};
use std::path::{Path, PathBuf};

/// Holds the class until the teacher ends it, or deletes it.
pub fn run(args: &SeminarArgs, session: &Session) -> Result<(), Failure> {
    let words = session.words;
    let path = class_of(args);
    if args.delete {
        return delete(&path, words);
    }
    if args.export.is_some() || args.handouts.is_some() {
        let table = args.export.as_ref().map(|file| class_papers::export(&path, file, words));
        table.transpose()?;
        let handouts = args.handouts.as_ref().map(|folder| class_papers::hand_out(&path, folder, words));
        return handouts.transpose().map(|_| ());
    }
    let source = input::read(&args.scenario, session)?;
    check::valid(&source, words)?;
    let (file, lines) = ClassFile::open(&path)?;
    let given = !args.levers.is_empty() || args.budget.is_some();
    if given && !lines.is_empty() {
        return Err(of_file("seminar-file-there", &path));
    }
    let kept = if lines.is_empty() { "seminar-kept-in" } else { "seminar-goes-on" };
    let said = words.say(kept, &[("file", path.display().to_string().into())]);
    let opening = Opening {
        scenario: (source.stem, source.text),
        wish: Wish { levers: args.levers.clone(), budget: args.budget },
        lines,
        network: args.network,
        port: args.port,
        language: words.language(),
    };
    let outside = Outside { file, words, said, network: args.network, browser: !args.no_browser };
    let held = seminar::hold(&opening, outside);
    ClassFile::forget_if_empty(&path);
    held.map_err(|fault| match fault {
        Fault::Given(what) => Failure::Input(what),
        Fault::System(why) => Failure::unwritable("failure-page", &why),
    })
}

/// Where the class is kept.
fn class_of(args: &SeminarArgs) -> PathBuf {
    let stem = args.scenario.file_stem().unwrap_or(args.scenario.as_os_str());
    let usual = || PathBuf::from(format!("{}.class.jsonl", stem.to_string_lossy()));
    args.class.clone().unwrap_or_else(usual)
}

fn delete(path: &Path, words: Words<'_>) -> Result<(), Failure> {
    if !path.is_file() {
        return Err(of_file("seminar-no-file", path));
    }
    ClassFile::open(path)?.0.delete()?;
    terminal::say(&breakable(&format!(
        "{}\n",
        words.say("seminar-deleted", &[("file", path.display().to_string().into())])
    )))
}

fn of_file(key: &'static str, path: &Path) -> Failure {
    Failure::Input(Saying::new(key).with("file", path.display().to_string()))
}

/// The disk, the terminal and the browser.
struct Outside {
    file: ClassFile,
    words: Words<'static>,
    /// What is said of the file.
    said: String,
    network: bool,
    browser: bool,
}

impl Keeper for Outside {
    fn keep(&mut self, line: &str) -> Result<(), String> {
        self.file.add(line).map_err(|why| why.to_string())
    }

    fn show(&self, teacher: &str, students: &[String], code: &str) {
        let words = self.words;
        let mut lines = vec![words.say("seminar-teacher-at", &[("address", teacher.into())])];
        for address in students {
            let told = [("address", address.as_str().into()), ("code", code.into())];
            lines.push(words.say("seminar-students-at", &told));
        }
        if !self.network {
            lines.push(words.say("seminar-only-here", &[]));
        }
        lines.push(self.said.clone());
        // A terminal that cannot be written to is no reason not to hold the class.
        drop(terminal::say(&breakable(&format!("{}\n", lines.join("\n")))));
        if self.browser {
            show::page(teacher);
        }
    }
}
