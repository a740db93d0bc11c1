//! What is made of a class that is over: its table, and a handout for each team.

use super::browser::{self, NoPdf};
use super::class_file;
use super::failure::{Failure, reason};
use super::folder::Folder;
use super::interrupt::{Interrupt, Leaves};
use super::{output, terminal};
use crate::serve::seminar;
use loyalsim::design::Saying;
use loyalsim::words::{Words, breakable};
use std::path::Path;

/// Writes the table of the class in `class` as CSV.
pub fn export(class: &Path, target: &Path, words: Words<'_>) -> Result<(), Failure> {
    let table = seminar::table(&class_file::lines(class)?).map_err(Failure::Input)?;
    // spreadsheets take a file for UTF-8 by this mark alone
    output::write_one(target, format!("\u{feff}{table}").as_bytes(), true)?;
    say(words.say("seminar-exported", &[("file", target.display().to_string().into())]))
}

/// Writes a handout for each team into `folder`, and prints it where there is a browser.
pub fn hand_out(class: &Path, folder: &Path, words: Words<'static>) -> Result<(), Failure> {
    let handouts = seminar::handouts(&class_file::lines(class)?, words.language()).map_err(Failure::Input)?;
    std::fs::create_dir_all(folder).map_err(|why| {
        let what = Saying::new("failure-file").with("file", folder.display().to_string());
        Failure::Runtime(what.with("why", reason(&why)))
    })?;
    let place = Folder::open(folder)?;
    let interrupt = Interrupt::listen(Leaves::Results, words)?;
    let mut browser = browser::find().ok_or(NoPdf::NoBrowser);
    for (number, (team, html)) in (1..).zip(&handouts) {
        let file = |ending: &str| folder.join(format!("{}.{ending}", file_name(number, team)));
        output::write_one(&file("html"), html.as_bytes(), true)?;
        let printed = match &browser {
            Ok(browser) => browser::print(browser, html, &place, &interrupt),
            Err(_) => continue,
        };
        match printed {
            Ok(pdf) => output::write_one(&file("pdf"), &pdf, true)?,
            Err(NoPdf::Stopped) => return Err(Failure::Interrupted),
            Err(why) => browser = Err(why),
        }
    }
    match browser {
        Err(NoPdf::NoBrowser) => warn(words.say("run-no-browser", &[])),
        Err(NoPdf::Failed(why)) => warn(words.say("seminar-unprinted", &[("why", words.tell(&why).into())])),
        Ok(_) | Err(NoPdf::Stopped) => {}
    }
    let told = [("count", handouts.len().into()), ("folder", folder.display().to_string().into())];
    say(words.say("seminar-handed-out", &told))
}

/// A plain name for a team's file.
fn file_name(number: usize, team: &str) -> String {
    let plain = |c: char| if c.is_alphanumeric() { c } else { '-' };
    let name: String = team.chars().map(plain).collect();
    format!("{number}-{}", name.trim_matches('-')).trim_end_matches('-').to_owned()
}

fn say(text: String) -> Result<(), Failure> {
    terminal::say(&breakable(&format!("{text}\n")))
}

fn warn(text: String) {
    terminal::warn(&breakable(&format!("{text}\n")));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn teams_have_files_of_plain_names() {
        for (team, file) in [("Синие 2", "1-Синие-2"), ("../../x", "1-x"), ("<b>", "1-b"), ("…", "1")]
        {
            assert_eq!(file_name(1, team), file);
        }
    }
}
