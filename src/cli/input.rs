//! Reading a design file, or refusing it before it does harm.

use super::encoding::{self, Other};
use super::failure::Failure;
use super::session::Session;
use loyalsim::design::Saying;
use loyalsim::words::{harmless, quoted};
use std::fs::File;
use std::io::{ErrorKind, Read};
use std::path::{Path, PathBuf};

/// The largest design file accepted; real ones have some ten thousand bytes.
const LARGEST: u64 = 1_000_000;

/// A design's text and what to call it.
#[derive(Debug)]
pub struct Source {
    /// The file as the user wrote it, for messages.
    pub name: String,
    /// The same as one types it in a shell: `-` for the standard input, in quotes where it has blanks.
    pub typed: String,
    /// The file's name without folder and ending, for the results' folder.
    pub stem: String,
    /// Its text.
    pub text: String,
    /// The path that was given, as text.
    pub given: String,
    /// The folder in which it lies, without links; none of the standard input.
    pub home: Option<PathBuf>,
    /// Whether this is the copy kept with a result: what it warns of has been said.
    pub kept: bool,
}

/// Reads the design at `path`; `-` is the standard input.
pub fn read(path: &Path, session: &Session) -> Result<Source, Failure> {
    read_within(path, session, LARGEST)
}

/// The same of a file of at most so many bytes.
pub fn read_within(path: &Path, session: &Session, largest: u64) -> Result<Source, Failure> {
    let standard_input = path.as_os_str() == "-";
    let (name, stem) = if standard_input {
        (session.words.say("input-standard", &[]), "design".to_owned())
    } else {
        let stem = path.file_stem().unwrap_or(path.as_os_str());
        (harmless(&path.display().to_string()), harmless(&stem.to_string_lossy()))
    };
    let bytes = match session.inputs.kept(path) {
        Some(kept) => kept.to_vec(),
        None if standard_input => bounded(std::io::stdin().lock(), &name, largest)?,
        None => bounded(open(path, &name, largest)?, &name, largest)?,
    };
    let text = text(bytes, &name)?;
    let typed = if standard_input { "-".to_owned() } else { quoted(&name) };
    let given = path.to_string_lossy().into_owned();
    Ok(Source {
        name,
        typed,
        stem,
        text,
        given,
        home: if standard_input { None } else { home(path) },
        kept: session.inputs.kept(path).is_some(),
    })
}

/// The design that a part of a run carries with it.
pub fn of_part(given: &str, text: String) -> Source {
    let path = Path::new(given);
    let stem =
        if given == "-" { "design".into() } else { path.file_stem().unwrap_or_default().to_string_lossy() };
    Source {
        name: harmless(given),
        typed: quoted(&harmless(given)),
        stem: harmless(&stem),
        text,
        given: given.to_owned(),
        home: home(path),
        kept: false,
    }
}

fn home(path: &Path) -> Option<PathBuf> {
    let parent = path.parent().filter(|parent| !parent.as_os_str().is_empty());
    parent.unwrap_or(Path::new(".")).canonicalize().ok()
}

fn open(path: &Path, name: &str, largest: u64) -> Result<File, Failure> {
    let facts = std::fs::metadata(path).map_err(|e| cannot_read(name, &e))?;
    if facts.is_dir() {
        return Err(of_file("failure-folder", name));
    }
    if facts.len() > largest {
        return Err(too_large(name, largest));
    }
    File::open(path).map_err(|e| cannot_read(name, &e))
}

fn bounded(source: impl Read, name: &str, largest: u64) -> Result<Vec<u8>, Failure> {
    let mut bytes = Vec::new();
    source.take(largest + 1).read_to_end(&mut bytes).map_err(|e| cannot_read(name, &e))?;
    if bytes.len() as u64 > largest { Err(too_large(name, largest)) } else { Ok(bytes) }
}

fn text(bytes: Vec<u8>, name: &str) -> Result<String, Failure> {
    if encoding::is_utf16(&bytes) || bytes.contains(&0) {
        return Err(not_utf8(&bytes, name));
    }
    let text = String::from_utf8(bytes).map_err(|e| not_utf8(e.as_bytes(), name))?;
    let text = text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text);
    if text.trim().is_empty() {
        return Err(of_file("failure-empty", name));
    }
    Ok(text)
}

/// What the file is instead, and in which line that shows.
fn not_utf8(bytes: &[u8], name: &str) -> Failure {
    let valid = std::str::from_utf8(bytes).map_or_else(|e| e.valid_up_to(), str::len);
    let line = 1 + bytes[..valid].iter().filter(|byte| **byte == b'\n').count();
    let key = match encoding::guess(bytes) {
        Other::Utf16 => return of_file("failure-utf16", name),
        Other::Binary => return of_file("failure-binary", name),
        Other::Windows1251 => "failure-windows-1251",
        Other::Unknown => "failure-encoding",
    };
    Failure::Input(Saying::new(key).with("file", name).with("line", line.to_string()))
}

fn too_large(name: &str, largest: u64) -> Failure {
    Failure::Input(
        Saying::new("failure-large").with("file", name).with("limit", (largest / 1000).to_string()),
    )
}

fn of_file(key: &'static str, name: &str) -> Failure {
    Failure::Input(Saying::new(key).with("file", name))
}

fn cannot_read(name: &str, error: &std::io::Error) -> Failure {
    match error.kind() {
        ErrorKind::NotFound => of_file("failure-no-file", name),
        ErrorKind::PermissionDenied => of_file("failure-may-not-read", name),
        _ => {
            let what = Saying::new("failure-cannot-read").with("file", name);
            Failure::Input(what.with("why", error.to_string()))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_text_is_accepted() {
        assert_eq!(text(b"title = 'x'".to_vec(), "a").unwrap(), "title = 'x'");
        assert_eq!(text("\u{feff}a".into(), "a").unwrap(), "a");
        for bytes in [&b"a\0b"[..], b"\xff\xfe", b"", b" \n\t"] {
            assert!(matches!(text(bytes.to_vec(), "a"), Err(Failure::Input(_))));
        }
    }

    #[test]
    fn an_endless_source_is_refused() {
        assert!(matches!(bounded(std::io::repeat(b'a'), "a", LARGEST), Err(Failure::Input(_))));
    }
}
