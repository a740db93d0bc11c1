//! The log of a class on the disk: lines that are there for good before anybody hears of them.

use super::failure::{Failure, reason};
use loyalsim::design::Saying;
use std::fs::{File, TryLockError};
use std::io::{Error, ErrorKind, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

/// The largest log accepted: a class of hundreds leaves some megabytes.
const LARGEST: u64 = 200_000_000;

/// The log of a class, open for more.
#[derive(Debug)]
pub struct ClassFile {
    file: File,
    path: PathBuf,
    /// How far it is whole.
    whole: u64,
}

impl ClassFile {
    /// Opens the log at `path`, or makes one, and returns the lines that are in it. A last line that was cut short does not count, nobody has
    /// heard of it; the next one takes its place. Nothing is written before that, and to no file that is something else.
    pub fn open(path: &Path) -> Result<(Self, Vec<String>), Failure> {
        let broken = |key: &'static str, why: &Error| failure(key, path, why);
        let mut options = File::options();
        options.read(true).write(true).create(true).truncate(false);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        let file = options.open(path).map_err(|why| broken("failure-cannot-read", &why))?;
        match file.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => {
                return Err(Failure::Input(
                    Saying::new("seminar-in-use").with("file", path.display().to_string()),
                ));
            }
            Err(TryLockError::Error(why)) => return Err(broken("failure-cannot-read", &why)),
        }
        let (lines, whole) = whole_lines(&file).map_err(|why| broken("failure-cannot-read", &why))?;
        if !begins_a_class(&file).map_err(|why| broken("failure-cannot-read", &why))? {
            return Err(Failure::Input(Saying::new("seminar-no-class")));
        }
        Ok((Self { file, path: path.to_owned(), whole }, lines))
    }

    /// Adds a line. When this returns, it is on the disk.
    pub fn add(&mut self, line: &str) -> std::io::Result<()> {
        let bytes = format!("{line}\n").into_bytes();
        self.cut()?;
        let written = self.file.write_all(&bytes).and_then(|()| self.file.sync_data());
        match written {
            Ok(()) => {
                self.whole += bytes.len() as u64;
                Ok(())
            }
            Err(why) => {
                // half a line would hide the next one
                self.cut()?;
                Err(why)
            }
        }
    }

    /// Removes what is behind the last whole line.
    fn cut(&mut self) -> std::io::Result<()> {
        self.file.set_len(self.whole)?;
        self.file.seek(SeekFrom::Start(self.whole))?;
        Ok(())
    }

    /// Deletes the log.
    pub fn delete(self) -> Result<(), Failure> {
        std::fs::remove_file(&self.path).map_err(|why| failure("failure-file", &self.path, &why))
    }

    /// Removes the file again if nothing has been written to it.
    pub fn forget_if_empty(path: &Path) {
        if std::fs::metadata(path).is_ok_and(|facts| facts.len() == 0) {
            drop(std::fs::remove_file(path));
        }
    }
}

/// The lines of the log at `path`, which may be in use.
pub fn lines(path: &Path) -> Result<Vec<String>, Failure> {
    match File::open(path).and_then(|file| whole_lines(&file)) {
        Ok((lines, _)) => Ok(lines),
        Err(why) if why.kind() == ErrorKind::NotFound => {
            Err(Failure::Input(Saying::new("seminar-no-file").with("file", path.display().to_string())))
        }
        Err(why) => Err(failure("failure-cannot-read", path, &why)),
    }
}

/// The whole lines of a log, and how many bytes they are.
fn whole_lines(file: &File) -> std::io::Result<(Vec<String>, u64)> {
    let mut bytes = Vec::new();
    file.take(LARGEST + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > LARGEST {
        return Err(ErrorKind::FileTooLarge.into());
    }
    let whole = bytes.iter().rposition(|byte| *byte == b'\n').map_or(0, |end| end + 1);
    let text = String::from_utf8_lossy(&bytes[..whole]);
    Ok((text.lines().map(str::to_owned).collect(), whole as u64))
}

/// Whether a file is empty or begins as the log of a class does, were it cut short.
fn begins_a_class(mut file: &File) -> std::io::Result<bool> {
    const FIRST: &[u8] = b"{\"opened\":{";
    file.seek(SeekFrom::Start(0))?;
    let mut bytes = Vec::new();
    file.take(FIRST.len() as u64).read_to_end(&mut bytes)?;
    Ok(FIRST.starts_with(&bytes))
}

fn failure(key: &'static str, path: &Path, why: &Error) -> Failure {
    Failure::Runtime(Saying::new(key).with("file", path.display().to_string()).with("why", reason(why)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_torn_line_is_dropped() {
        let home = tempfile::tempdir().unwrap();
        let path = home.path().join("x.class.jsonl");
        let first = "{\"opened\":{}}";
        std::fs::write(&path, format!("{first}\ntwo\nthr")).unwrap();
        let (mut class, lines) = ClassFile::open(&path).unwrap();
        assert_eq!(lines, [first, "two"]);
        assert!(matches!(ClassFile::open(&path), Err(Failure::Input(_))), "it is in use");
        class.add("three").unwrap();
        drop(class);
        let (class, lines) = ClassFile::open(&path).unwrap();
        assert_eq!(lines, [first, "two", "three"]);
        class.delete().unwrap();
        assert!(!path.exists());
    }

    #[test]
    fn what_is_no_class_is_left_alone() {
        let home = tempfile::tempdir().unwrap();
        let path = home.path().join("thesis.txt");
        for text in ["a thesis", "a thesis\nof two lines", "{\"opened\":[\n"] {
            std::fs::write(&path, text).unwrap();
            assert!(matches!(ClassFile::open(&path), Err(Failure::Input(_))), "{text}");
            assert_eq!(std::fs::read_to_string(&path).unwrap(), text);
        }
        for text in ["", "{\"op", "{\"opened\":{\"text\":\"torn"] {
            std::fs::write(&path, text).unwrap();
            assert!(ClassFile::open(&path).unwrap().1.is_empty(), "{text}");
        }
    }
}
