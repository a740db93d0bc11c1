//! The folder of results: probed before the work, filled without ever leaving half a file.

use super::failure::Failure;
use loyalsim::design::Saying;
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};
use tempfile::{Builder, NamedTempFile};

/// Room asked for before the work begins; a run's results take about as much.
const PROBE_BYTES: usize = 3 * 1024 * 1024;

/// A folder that has taken a trial write.
#[derive(Debug)]
pub struct OutDir {
    path: PathBuf,
}

/// Files that are written in full under temporary names before the first of them takes its place.
#[derive(Debug)]
pub struct Batch<'d> {
    dir: &'d OutDir,
    ready: Vec<(NamedTempFile, PathBuf)>,
}

impl OutDir {
    /// Creates the folder if need be and tries to write there.
    pub fn probe(path: &Path) -> Result<Self, Failure> {
        std::fs::create_dir_all(path).map_err(|e| unusable(path, &e))?;
        let probe = temporary(path).and_then(|mut file| file.write_all(&vec![0; PROBE_BYTES]));
        probe.map_err(|e| unusable(path, &e))?;
        Ok(Self { path: path.to_owned() })
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// A batch of files to be put there together.
    pub fn batch(&self) -> Batch<'_> {
        Batch { dir: self, ready: Vec::new() }
    }
}

impl Batch<'_> {
    /// Writes one file under a temporary name beside its place.
    pub fn add(&mut self, name: &str, bytes: &[u8]) -> Result<(), Failure> {
        let target = self.dir.path.join(name);
        let folder = target.parent().unwrap_or(&self.dir.path);
        let written =
            std::fs::create_dir_all(folder).and_then(|()| temporary(folder)).and_then(|mut file| {
                file.write_all(bytes)?;
                Ok(file)
            });
        let file = written.map_err(|e| cannot_write(&target, &e))?;
        self.ready.push((file, target));
        Ok(())
    }

    /// Gives every file its name.
    pub fn commit(self) -> Result<(), Failure> {
        for (file, target) in self.ready {
            file.persist(&target).map_err(|e| cannot_write(&target, &e.error))?;
        }
        Ok(())
    }
}

/// Writes one file, whole or not at all; where a file is and may not be replaced, nothing happens.
pub fn write_one(target: &Path, bytes: &[u8], replace: bool) -> Result<(), Failure> {
    let folder = match target.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent,
        _ => Path::new("."),
    };
    let written = temporary(folder).and_then(|mut file| {
        file.write_all(bytes)?;
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

fn unusable(path: &Path, error: &std::io::Error) -> Failure {
    of_file("failure-out", path, error)
}

fn cannot_write(target: &Path, error: &std::io::Error) -> Failure {
    of_file("failure-result", target, error)
}

/// A failure to write at `path`, and why.
fn of_file(key: &'static str, path: &Path, error: &std::io::Error) -> Failure {
    Failure::Runtime(Saying::new(key).with("file", shown(path)).with("why", reason(error)))
}

fn shown(path: &Path) -> String {
    path.display().to_string()
}

/// Why the system refuses, in the reader's language where the reason is a usual one.
pub fn reason(error: &std::io::Error) -> Saying {
    match error.kind() {
        ErrorKind::PermissionDenied => Saying::new("why-permission-denied"),
        ErrorKind::ReadOnlyFilesystem => Saying::new("why-read-only"),
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => Saying::new("why-disk-full"),
        ErrorKind::NotADirectory | ErrorKind::AlreadyExists => Saying::new("why-file-there"),
        ErrorKind::IsADirectory => Saying::new("why-folder-there"),
        ErrorKind::NotFound => Saying::new("why-not-found"),
        _ => Saying::new("why-other").with("message", error.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use loyalsim::words::{Language, Words};

    #[test]
    fn a_batch_appears_together_or_not_at_all() {
        let home = tempfile::tempdir().unwrap();
        let dir = OutDir::probe(&home.path().join("a/b")).unwrap();
        let mut batch = dir.batch();
        batch.add("one.txt", b"1").unwrap();
        batch.add("charts/two.txt", b"2").unwrap();
        assert!(!dir.path().join("one.txt").exists());
        batch.commit().unwrap();
        assert_eq!(std::fs::read(dir.path().join("charts/two.txt")).unwrap(), b"2");
        let dropped = dir.batch().add("three.txt", b"3");
        assert!(dropped.is_ok() && !dir.path().join("three.txt").exists());
    }

    #[test]
    fn a_file_in_the_way_is_named() {
        let home = tempfile::tempdir().unwrap();
        let file = home.path().join("taken");
        std::fs::write(&file, b"x").unwrap();
        let failure = OutDir::probe(&file).unwrap_err();
        let said = failure.message(Words::new(Language::En));
        assert!(said.contains("there is a file of that name"), "{said}");
        assert!(matches!(write_one(&file, b"y", false), Err(Failure::Input(_))));
        write_one(&file, b"y", true).unwrap();
        assert_eq!(std::fs::read(&file).unwrap(), b"y");
    }
}
