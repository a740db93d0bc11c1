//! One file that is written whole or not at all.

use super::failure::{Failure, reason};
use super::folder;
use loyalsim::design::Saying;
use std::io::{ErrorKind, Write};
use std::path::Path;
use tempfile::{Builder, NamedTempFile};

/// Writes one file, whole or not at all; where a file is and may not be replaced, nothing happens.
pub fn write_one(target: &Path, bytes: &[u8], replace: bool) -> Result<(), Failure> {
    let folder = match target.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent,
        _ => Path::new("."),
    };
    folder::remove_temporary(folder);
    let written = temporary(folder).and_then(|mut file| {
        file.write_all(bytes)?;
        file.as_file().sync_all()?;
        let placed = if replace { file.persist(target) } else { file.persist_noclobber(target) };
        placed.map_err(|e| e.error)
    });
    match written {
        Err(e) if e.kind() == ErrorKind::AlreadyExists => {
            Err(Failure::Input(Saying::new("failure-file-there").with("file", shown(target))))
        }
        Err(e) => Err(of_file("failure-file", target, &e)),
        Ok(_) => Ok(()),
    }
}

/// A temporary file with the rights a file of the user's normally has.
fn temporary(folder: &Path) -> std::io::Result<NamedTempFile> {
    let mut builder = Builder::new();
    builder.prefix(".loyalsim-").suffix(".tmp");
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    builder.tempfile_in(folder)
}

/// A failure to write at `path`, and why.
fn of_file(key: &'static str, path: &Path, error: &std::io::Error) -> Failure {
    Failure::Runtime(Saying::new(key).with("file", shown(path)).with("why", reason(error)))
}

fn shown(path: &Path) -> String {
    path.display().to_string()
}

#[cfg(test)]
mod tests {
    use super::*;
    use loyalsim::words::{Language, Words};

    #[test]
    fn a_file_in_the_way_is_named() {
        let home = tempfile::tempdir().unwrap();
        let file = home.path().join("taken");
        std::fs::write(&file, b"x").unwrap();
        let failure = folder::Folder::open(&file).unwrap_err();
        let said = failure.message(Words::new(Language::En));
        assert!(said.contains("there is a file of that name"), "{said}");
        assert!(matches!(write_one(&file, b"y", false), Err(Failure::Input(_))));
        write_one(&file, b"y", true).unwrap();
        assert_eq!(std::fs::read(&file).unwrap(), b"y");
    }
}
