//! `loyalsim verify`: whether a folder of results is as it was written, and comes out the same again.

use super::args::{Command, VerifyArgs};
use super::clock;
use super::failure::{Failure, reason};
use super::folder::{self, Manifest};
use super::listing::listed;
use super::session::{Asked, Inputs, Session};
use super::{deck, terminal};
use loyalsim::design::Saying;
use loyalsim::words::{Words, breakable};
use std::collections::BTreeMap;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

/// What carries a command out.
type CarryOut = fn(&Command, &Session) -> Result<(), Failure>;

/// Names of files, by what is wrong with them.
#[derive(Debug, Default, PartialEq)]
struct Differences {
    changed: Vec<String>,
    missing: Vec<String>,
    /// Not of this result: nothing wrong, but nothing that it vouches for.
    others: Vec<String>,
}

/// Verifies, and says what it found.
pub fn run(args: &VerifyArgs, session: &Session, carry_out: CarryOut) -> Result<(), Failure> {
    let words = session.words;
    let folder = &args.folder;
    folder::finish(folder)?;
    let manifest = Manifest::read(folder).map_err(|e| no_manifest(folder, &e))?;
    let found = compared(&manifest, folder).map_err(|e| no_manifest(folder, &e))?;
    if !args.quiet {
        terminal::say(&breakable(&format!("{}\n", headline(&manifest, folder, words))))?;
    }
    let mut same = found.changed.is_empty() && found.missing.is_empty();
    tell(&found, words);
    if !args.quiet {
        if same {
            say(words.say("verify-whole", &[("count", manifest.files.len().into())]))?;
        }
        if !found.others.is_empty() {
            say(words.say("verify-others", &[("names", listed(&found.others).into())]))?;
        }
    }
    if args.again {
        same &= again(args, &manifest, words, carry_out)?;
    }
    if same { Ok(()) } else { Err(Failure::Differs) }
}

/// `loyalsim-out/shop: run of shop.toml by loyalsim 0.1.0`
fn headline(manifest: &Manifest, folder: &Path, words: Words<'_>) -> String {
    let designs: Vec<_> = manifest.designs.iter().map(|design| design.given.as_str()).collect();
    let told = [
        ("folder", folder.display().to_string().into()),
        ("command", manifest.command.as_str().into()),
        ("designs", designs.join(", ").into()),
        ("version", manifest.version.as_str().into()),
    ];
    let head = words.say("verify-head", &told);
    if manifest.partial { format!("{head} {}", words.say("verify-partial", &[])) } else { head }
}

/// The files of the folder beside what the manifest says of them.
fn compared(manifest: &Manifest, folder: &Path) -> std::io::Result<Differences> {
    let others = folder::others(folder, manifest)?;
    let wrong = manifest.files.iter().filter(|(name, facts)| !facts.hold(&folder.join(name)));
    let (changed, missing): (Vec<_>, Vec<_>) =
        wrong.map(|(name, _)| name.clone()).partition(|name| folder.join(name).is_file());
    Ok(Differences { changed, missing, others })
}

/// Carries the command out again and returns whether every file came out the same.
fn again(
    args: &VerifyArgs,
    manifest: &Manifest,
    words: Words<'_>,
    carry_out: CarryOut,
) -> Result<bool, Failure> {
    if manifest.partial {
        return Err(Failure::Input(Saying::new("failure-partial-again")));
    }
    let aside = tempfile::Builder::new().prefix("loyalsim-again-").tempdir().map_err(|e| {
        let place = std::env::temp_dir().display().to_string();
        Failure::Runtime(Saying::new("failure-file").with("file", place).with("why", reason(&e)))
    })?;
    let out = aside.path().join("again");
    let asked = Asked { command: manifest.command.clone(), options: manifest.options.clone() };
    let command = Command::again(&asked, out.clone(), args.threads).map_err(|_| unknown(manifest))?;
    let inputs = kept_designs(manifest, &args.folder)?;
    let today = manifest.date.as_deref().and_then(clock::date);
    carry_out(&command, &Session { inputs, today, ..Session::new(Words::new(manifest.language), asked) })?;
    let second = Manifest::read(&out).map_err(|e| no_manifest(&out, &e))?;
    let found = between(manifest, &second);
    let same = found == Differences::default();
    if !same {
        tell_again(&found, manifest, words);
    } else if !args.quiet {
        let count = manifest.files.values().filter(|facts| facts.repeatable).count();
        say(words.say("verify-again-same", &[("count", count.into())]))?;
    }
    Ok(same)
}

/// The copies of the designs, under the names that the command was given.
fn kept_designs(manifest: &Manifest, folder: &Path) -> Result<Inputs, Failure> {
    let read = |design: &folder::GivenDesign| {
        let path = folder.join(&design.file);
        let bytes = std::fs::read(&path).ok().filter(|bytes| folder::sha256(bytes) == design.sha256);
        let bytes = bytes.ok_or_else(|| {
            Failure::Input(Saying::new("failure-design-changed").with("file", path.display().to_string()))
        })?;
        Ok((PathBuf::from(&design.given), bytes))
    };
    let mut kept: BTreeMap<PathBuf, Vec<u8>> = manifest.designs.iter().map(read).collect::<Result<_, _>>()?;
    // a deck has all of its template, and makes the same deck
    if let Some(template) = manifest.options["template"].as_str() {
        let deck = std::fs::read(folder.join(deck::DECK)).unwrap_or_default();
        kept.insert(PathBuf::from(template), deck);
    }
    Ok(Inputs::Kept(kept))
}

/// What differs between two results of the same command.
fn between(first: &Manifest, second: &Manifest) -> Differences {
    let names = |of: &Manifest| {
        let repeatable = of.files.iter().filter(|(_, facts)| facts.repeatable);
        repeatable.map(|(name, facts)| (name.clone(), facts.sha256.clone())).collect::<Vec<_>>()
    };
    let mut found = Differences::default();
    for (name, hash) in names(first) {
        match second.files.get(&name) {
            None => found.missing.push(name),
            Some(other) if other.sha256 != hash => found.changed.push(name),
            Some(_) => {}
        }
    }
    let new = names(second).into_iter().map(|(name, _)| name);
    found.others = new.filter(|name| !first.files.contains_key(name)).collect();
    found
}

fn tell(found: &Differences, words: Words<'_>) {
    if !found.changed.is_empty() {
        warn(&words.say("verify-changed", &[("names", listed(&found.changed).into())]));
    }
    if !found.missing.is_empty() {
        warn(&words.say("verify-missing", &[("names", listed(&found.missing).into())]));
    }
}

fn tell_again(found: &Differences, manifest: &Manifest, words: Words<'_>) {
    if !found.changed.is_empty() {
        warn(&words.say("verify-again-changed", &[("names", listed(&found.changed).into())]));
    }
    if !found.missing.is_empty() {
        warn(&words.say("verify-again-missing", &[("names", listed(&found.missing).into())]));
    }
    if !found.others.is_empty() {
        warn(&words.say("verify-again-new", &[("names", listed(&found.others).into())]));
    }
    let versions = [("then", manifest.version.as_str().into()), ("now", env!("CARGO_PKG_VERSION").into())];
    warn(&words.say("verify-versions", &versions));
}

fn say(line: String) -> Result<(), Failure> {
    terminal::say(&breakable(&(line + "\n")))
}

fn warn(line: &str) {
    terminal::warn(&breakable(&format!("{line}\n")));
}

fn unknown(manifest: &Manifest) -> Failure {
    Failure::Input(Saying::new("failure-not-again").with("version", manifest.version.clone()))
}

fn no_manifest(folder: &Path, error: &std::io::Error) -> Failure {
    let key = match error.kind() {
        ErrorKind::NotFound | ErrorKind::NotADirectory => "failure-no-manifest",
        _ => "failure-bad-manifest",
    };
    Failure::Input(Saying::new(key).with("folder", folder.display().to_string()))
}
