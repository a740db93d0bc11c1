//! What is said about the files of a result: their names, what is in them, and what became of earlier ones.

use super::folder::{MANIFEST, Replaced};
use super::terminal;
use loyalsim::words::{Words, breakable};
use std::path::Path;

/// Names in a row that are listed before the others are only counted.
const LISTED: usize = 12;

/// Files by name, with what is in each.
#[derive(Debug, Default)]
pub struct Listing(Vec<(String, String)>);

impl Listing {
    /// Adds a line.
    pub fn add(&mut self, name: &str, about: String) {
        self.0.push((name.to_owned(), about));
    }

    /// The list as it is printed, with the folder at the end.
    pub fn told(mut self, folder: &Path, replaced: &Replaced, words: Words<'_>) -> String {
        self.add(MANIFEST, words.say("run-file-manifest", &[]));
        let wide = self.0.iter().map(|(name, _)| name.chars().count()).max().unwrap_or(0);
        let row = |(name, about): &(String, String)| match name.as_str() {
            "" => format!("  {about}\n"),
            name => format!("  {name:<wide$}  {about}\n"),
        };
        let rows: String = self.0.iter().map(row).collect();
        let earlier = replaced.other.as_ref().map(|earlier| {
            let design = earlier.designs.first().map_or("", |design| design.given.as_str());
            let told = [("command", earlier.command.as_str().into()), ("design", design.into())];
            format!("{}\n", words.say("run-files-replaced", &told))
        });
        let others = (!replaced.others.is_empty()).then(|| {
            let told = [("names", listed(&replaced.others).into())];
            format!("{}\n", words.say("verify-others", &told))
        });
        let place = words.say("run-files-where", &[("folder", folder.display().to_string().into())]);
        let head = words.say("run-files", &[]);
        breakable(&format!(
            "\n{head}\n{rows}\n{}{}{place}\n",
            earlier.unwrap_or_default(),
            others.unwrap_or_default()
        ))
    }
}

/// Names in a row; of many the first, and how many more there are.
pub fn listed(names: &[String]) -> String {
    let more = names.len().saturating_sub(LISTED);
    let shown = names[..names.len() - more].join(", ");
    if more == 0 { shown } else { format!("{shown}, … (+{more})") }
}

/// Says which files of the user's have got another name.
pub fn warn_of_kept(replaced: &Replaced, words: Words<'_>) {
    for (file, kept) in &replaced.kept {
        let told = [("file", file.as_str().into()), ("kept", kept.as_str().into())];
        terminal::warn(&breakable(&format!("{}\n", words.say("run-files-kept", &told))));
    }
}
