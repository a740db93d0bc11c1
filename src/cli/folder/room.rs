//! Room on the disk for the numbers of trials that are too many for memory.

use loyalsim::summary::Aside;
use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

/// A file without a name, made when it is first needed; it is gone with the process.
#[derive(Debug)]
pub struct Room {
    folder: PathBuf,
    inside: Mutex<Inside>,
}

#[derive(Debug, Default)]
struct Inside {
    file: Option<File>,
    /// Bytes written.
    end: u64,
    /// Why something could not be read back.
    fault: Option<io::Error>,
}

impl Room {
    pub fn below(folder: &Path) -> Self {
        Self { folder: folder.to_owned(), inside: Mutex::default() }
    }

    /// Whether all that was put here could be read again: where not, results are none.
    pub fn sound(&self) -> io::Result<()> {
        self.with(|inside| inside.fault.take().map_or(Ok(()), Err))
    }

    fn with<T>(&self, what: impl FnOnce(&mut Inside) -> T) -> T {
        what(&mut self.inside.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

impl Aside for Room {
    fn put(&self, bytes: &[u8]) -> io::Result<u64> {
        self.with(|inside| {
            let at = inside.end;
            let mut file = match inside.file.take() {
                Some(file) => file,
                None => tempfile::tempfile_in(&self.folder)?,
            };
            let written = file.seek(SeekFrom::Start(at)).and_then(|_| file.write_all(bytes));
            inside.file = Some(file);
            inside.end += written.map(|()| bytes.len() as u64)?;
            Ok(at)
        })
    }

    fn get(&self, at: u64, bytes: &mut [u8]) {
        self.with(|inside| {
            let lost = || io::Error::from(io::ErrorKind::NotFound);
            let read = inside.file.as_mut().ok_or_else(lost).and_then(|file| {
                file.seek(SeekFrom::Start(at))?;
                file.read_exact(bytes)
            });
            if let Err(e) = read {
                inside.fault.get_or_insert(e);
            }
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_put_there_is_read_again_and_leaves_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let room = Room::below(folder.path());
        let places = [b"first", b"other"].map(|bytes| room.put(bytes).unwrap());
        for (at, expected) in [(places[1], b"other"), (places[0], b"first")] {
            let mut read = [0; 5];
            room.get(at, &mut read);
            assert_eq!(&read, expected);
        }
        room.sound().unwrap();
        drop(room);
        assert_eq!(folder.path().read_dir().unwrap().count(), 0);
    }

    #[test]
    fn what_cannot_be_read_is_told() {
        let folder = tempfile::tempdir().unwrap();
        let room = Room::below(folder.path());
        room.put(b"four").unwrap();
        room.get(2, &mut [0; 8]);
        assert!(room.sound().is_err());
        assert!(Room::below(&folder.path().join("nowhere")).put(b"x").is_err());
    }
}
