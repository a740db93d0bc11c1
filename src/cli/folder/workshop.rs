//! Where a result is made before it takes its place: a folder beside it, held by one process at a time.

use super::disk;
use std::fs::{File, TryLockError};
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

/// `shop.unfinished` stands beside `shop` while a result is made.
const ENDING: &str = ".unfinished";
/// Inside the folder of results, where nothing can be made beside it and while files take their places one by one.
pub const INSIDE: &str = "loyalsim.unfinished";
/// Held by the process at work.
const LOCK: &str = "lock";
/// The result being made; after it took its place, the one it replaced.
const DRAFT: &str = "draft";
/// Files of a browser that prints.
const PRINTING: &str = "printing";

/// Room asked for before the work begins; a run's results take about as much.
const PROBE_BYTES: usize = if cfg!(test) { 1 } else { 3 * 1024 * 1024 };

/// Another process that only looks whether somebody is at work is gone again after this.
const GLANCE: Duration = Duration::from_millis(40);
const GLANCES: u32 = 5;

/// A temporary file of ours this old is nobody's any more.
const ORPHANED: Duration = Duration::from_secs(3_600);

/// A folder to work in, which no other process has.
#[derive(Debug)]
pub struct Workshop {
    path: PathBuf,
    lock: Option<File>,
}

/// Why there is no folder to work in.
#[derive(Debug)]
pub enum Closed {
    /// Another process makes a result for the same place.
    Busy,
    /// The system refuses.
    Refused(io::Error),
}

impl From<io::Error> for Closed {
    fn from(error: io::Error) -> Self {
        Self::Refused(error)
    }
}

impl Workshop {
    /// Opens the workshop for results in `target`, a path without links; what dead processes left there is removed.
    pub fn open(target: &Path) -> Result<Self, Closed> {
        let shop = match beside(target) {
            Some(path) => match Self::hold(path) {
                Err(Closed::Refused(e)) if closed_to_us(&e) && target.is_dir() => {
                    Self::hold(target.join(INSIDE))
                }
                other => other,
            },
            None => Self::hold(target.join(INSIDE)),
        }?;
        shop.clear()?;
        clear_others(&shop.path);
        let probe = shop.path.join(PRINTING);
        disk::make_folder(&probe)?;
        disk::write_new(&probe.join("room"), "0".repeat(PROBE_BYTES).as_bytes())?;
        disk::remove_all(&probe)?;
        Ok(shop)
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Where the result is made.
    pub fn draft(&self) -> PathBuf {
        self.path.join(DRAFT)
    }

    /// An empty folder for a browser.
    pub fn printing(&self) -> io::Result<PathBuf> {
        let folder = self.path.join(PRINTING);
        disk::remove_all(&folder)?;
        disk::make_folder(&folder)?;
        Ok(folder)
    }

    fn hold(path: PathBuf) -> Result<Self, Closed> {
        let file = path.join(LOCK);
        for _ in 0..GLANCES {
            disk::make_folder(&path)?;
            let lock = match File::options().create(true).truncate(false).write(true).open(&file) {
                // Whoever was here has just left and taken the folder along.
                Err(e) if e.kind() == ErrorKind::NotFound => continue,
                lock => lock?,
            };
            match lock.try_lock() {
                Err(TryLockError::WouldBlock) => std::thread::sleep(GLANCE),
                // A file system without locks is no reason to refuse work.
                Ok(()) | Err(TryLockError::Error(_)) if is_still(&lock, &file) => {
                    return Ok(Self { path, lock: Some(lock) });
                }
                Ok(()) | Err(TryLockError::Error(_)) => {}
            }
        }
        Err(Closed::Busy)
    }

    /// Removes what dead processes left; notes that work can go on from stay.
    fn clear(&self) -> io::Result<()> {
        disk::remove_all(&self.draft())?;
        disk::remove_all(&self.path.join(PRINTING))
    }
}

impl Drop for Workshop {
    fn drop(&mut self) {
        // What cannot be removed now is removed by whoever comes next.
        self.clear().ok();
        disk::remove_file(&self.path.join(LOCK)).ok();
        self.lock = None;
        disk::remove_if_empty(&self.path);
    }
}

/// Where a workshop stands beside `target`, on the same disk.
fn beside(target: &Path) -> Option<PathBuf> {
    let (parent, name) = (target.parent()?, target.file_name()?);
    if target.exists() && !same_disk(parent, target) {
        return None;
    }
    let mut name = name.to_owned();
    name.push(ENDING);
    Some(parent.join(name))
}

fn closed_to_us(error: &io::Error) -> bool {
    matches!(error.kind(), ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem)
}

/// Removes what dead processes left in other workshops beside this one.
fn clear_others(own: &Path) {
    let entries = own.parent().and_then(|folder| folder.read_dir().ok());
    for path in entries.into_iter().flatten().flatten().map(|entry| entry.path()) {
        let is_one = path != own && path.to_string_lossy().ends_with(ENDING);
        let lock = path.join(LOCK);
        let Some(file) = File::options().write(true).open(&lock).ok().filter(|_| is_one) else { continue };
        if file.try_lock().is_ok() && is_still(&file, &lock) {
            drop(Workshop { path, lock: Some(file) });
        }
    }
}

/// Removes files under temporary names that nobody can be writing any more from `folder`.
pub fn remove_temporary(folder: &Path) {
    let old = |entry: &std::fs::DirEntry| {
        let name = entry.file_name().to_string_lossy().into_owned();
        let changed = entry.metadata().and_then(|facts| facts.modified()).ok();
        let age = changed.and_then(|changed| SystemTime::now().duration_since(changed).ok());
        name.starts_with(".loyalsim-") && name.ends_with(".tmp") && age.is_some_and(|age| age > ORPHANED)
    };
    for entry in folder.read_dir().into_iter().flatten().flatten().filter(old) {
        disk::remove_file(&entry.path()).ok();
    }
}

#[cfg(unix)]
fn same_disk(one: &Path, other: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    let disk = |path: &Path| std::fs::metadata(path).map(|facts| facts.dev()).ok();
    disk(one) == disk(other)
}

#[cfg(not(unix))]
fn same_disk(_: &Path, _: &Path) -> bool {
    true
}

/// Whether the file held is the one that has the name now.
#[cfg(unix)]
fn is_still(held: &File, path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    let which = |facts: std::fs::Metadata| (facts.dev(), facts.ino());
    let now = std::fs::metadata(path).map(which).ok();
    now.is_some() && now == held.metadata().map(which).ok()
}

#[cfg(not(unix))]
fn is_still(_: &File, _: &Path) -> bool {
    true
}
