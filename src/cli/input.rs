//! Reading a design file, or refusing it before it does harm.

use super::failure::Failure;
use std::fs::File;
use std::io::{ErrorKind, Read};
use std::path::Path;

/// The largest design file accepted; real ones have some ten thousand bytes.
const LARGEST: u64 = 1_000_000;

/// A design's text and what to call it.
#[derive(Debug)]
pub struct Source {
    /// The file as the user wrote it, for messages.
    pub name: String,
    /// The file's name without folder and ending, for the results' folder.
    pub stem: String,
    /// Its text.
    pub text: String,
}

/// Reads the design at `path`; `-` is the standard input.
pub fn read(path: &Path) -> Result<Source, Failure> {
    let standard_input = path.as_os_str() == "-";
    let (name, stem) = if standard_input {
        ("standard input".to_owned(), "design".to_owned())
    } else {
        let stem = path.file_stem().unwrap_or(path.as_os_str());
        (path.display().to_string(), stem.to_string_lossy().into_owned())
    };
    let bytes = if standard_input {
        bounded(std::io::stdin().lock(), &name)?
    } else {
        bounded(open(path, &name)?, &name)?
    };
    let text = text(bytes, &name)?;
    Ok(Source { name, stem, text })
}

fn open(path: &Path, name: &str) -> Result<File, Failure> {
    let facts = std::fs::metadata(path).map_err(|e| cannot_read(name, &e))?;
    if facts.is_dir() {
        return Err(Failure::input(
            format!("{name} is a folder, not a design file"),
            "name a file in it, for instance design.toml",
        ));
    }
    if facts.len() > LARGEST {
        return Err(too_large(name));
    }
    File::open(path).map_err(|e| cannot_read(name, &e))
}

fn bounded(source: impl Read, name: &str) -> Result<Vec<u8>, Failure> {
    let mut bytes = Vec::new();
    source.take(LARGEST + 1).read_to_end(&mut bytes).map_err(|e| cannot_read(name, &e))?;
    if bytes.len() as u64 > LARGEST { Err(too_large(name)) } else { Ok(bytes) }
}

fn text(bytes: Vec<u8>, name: &str) -> Result<String, Failure> {
    let remedy = "a design is a plain text file in TOML; `loyalsim new my-design` writes one to start from";
    if let Some(at) = bytes.iter().position(|&b| b == 0) {
        return Err(Failure::input(
            format!("{name} is not a text file (a zero byte at position {at})"),
            remedy,
        ));
    }
    let text = String::from_utf8(bytes).map_err(|e| {
        let valid = e.utf8_error().valid_up_to();
        let line = 1 + e.as_bytes()[..valid].iter().filter(|&&b| b == b'\n').count();
        Failure::input(
            format!("{name} is not text in UTF-8 (line {line}, position {valid})"),
            "save it from your editor with the encoding UTF-8",
        )
    })?;
    let text = text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text);
    if text.trim().is_empty() {
        return Err(Failure::input(format!("{name} is empty"), remedy));
    }
    Ok(text)
}

fn too_large(name: &str) -> Failure {
    Failure::input(
        format!("{name} is larger than {} kB and was not read: no design is that large", LARGEST / 1000),
        "check that it is the file you mean; customers' data do not belong in a design",
    )
}

fn cannot_read(name: &str, error: &std::io::Error) -> Failure {
    match error.kind() {
        ErrorKind::NotFound => Failure::input(
            format!("there is no file {name}"),
            "check the spelling and the folder; `loyalsim new my-design` writes a design to start from",
        ),
        ErrorKind::PermissionDenied => Failure::input(
            format!("{name} may not be read: permission denied"),
            "ask its owner for the right to read it, or copy it to a folder of your own",
        ),
        _ => Failure::input(format!("{name} cannot be read: {error}"), ""),
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
            assert!(matches!(text(bytes.to_vec(), "a"), Err(Failure::Input { .. })));
        }
    }

    #[test]
    fn an_endless_source_is_refused() {
        assert!(matches!(bounded(std::io::repeat(b'a'), "a"), Err(Failure::Input { .. })));
    }
}
