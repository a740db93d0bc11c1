//! What is done to the disk, one act a function. A test can let the process die before any of them.

use rayon::prelude::*;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// A folder, and those above it.
pub fn make_folder(path: &Path) -> io::Result<()> {
    alive()?;
    fs::create_dir_all(path)
}

/// A new file with `bytes`.
pub fn write_new(path: &Path, bytes: &[u8]) -> io::Result<()> {
    use std::io::Write;
    alive()?;
    let mut file = fs::File::create_new(path)?;
    let (half, rest) = bytes.split_at(bytes.len() / 2);
    file.write_all(half)?;
    alive()?;
    file.write_all(rest)
}

/// A new file for bytes that come one after the other.
pub fn new_file(path: &Path) -> io::Result<impl io::Write + Send + use<>> {
    alive()?;
    fs::File::create_new(path).map(Living)
}

/// A file that a dead process writes no more to.
struct Living(fs::File);

impl io::Write for Living {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        alive()?;
        self.0.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.0.flush()
    }
}

/// Waits until files are on the disk, so that they outlast a power cut: before anything refers to them.
pub fn keep(files: &[PathBuf]) -> io::Result<()> {
    alive()?;
    // Tests kill the process, not the machine.
    if cfg!(test) {
        return Ok(());
    }
    // Together they wait for one turn of the disk, one by one for as many as there are files.
    files.par_iter().try_for_each(|file| fs::File::options().write(true).open(file)?.sync_all())
}

/// One name instead of another; a file that has it is replaced.
pub fn rename(from: &Path, to: &Path) -> io::Result<()> {
    alive()?;
    fs::rename(from, to)
}

/// Two folders take each other's names, in one act that cannot be seen half done.
#[cfg(any(target_os = "linux", target_os = "android", target_vendor = "apple"))]
pub fn exchange(one: &Path, other: &Path) -> io::Result<()> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    alive()?;
    renameat_with(CWD, one, CWD, other, RenameFlags::EXCHANGE).map_err(io::Error::from)
}

/// Other systems have no such act.
#[cfg(not(any(target_os = "linux", target_os = "android", target_vendor = "apple")))]
pub fn exchange(_: &Path, _: &Path) -> io::Result<()> {
    Err(io::ErrorKind::Unsupported.into())
}

/// Removes a file, if it is there.
pub fn remove_file(path: &Path) -> io::Result<()> {
    alive()?;
    absent_is_fine(fs::remove_file(path))
}

/// Removes a folder with all that is in it, if it is there.
pub fn remove_all(path: &Path) -> io::Result<()> {
    alive()?;
    absent_is_fine(fs::remove_dir_all(path))
}

/// Removes a folder where nothing is in it; others stay.
pub fn remove_if_empty(path: &Path) {
    if alive().is_ok() {
        fs::remove_dir(path).ok();
    }
}

/// Makes names given in a folder last through a power cut, where the system can promise that.
pub fn keep_names(folder: &Path) {
    if cfg!(unix) && !cfg!(test) {
        fs::File::open(folder).and_then(|folder| folder.sync_all()).ok();
    }
}

fn absent_is_fine(done: io::Result<()>) -> io::Result<()> {
    match done {
        Err(e) if e.kind() == io::ErrorKind::NotFound => Ok(()),
        done => done,
    }
}

#[cfg(not(test))]
fn alive() -> io::Result<()> {
    Ok(())
}

#[cfg(test)]
pub use death::{die_after, revive};

#[cfg(test)]
use death::alive;

/// A process that is killed does nothing more to the disk: not even what it does when it ends.
#[cfg(test)]
mod death {
    use std::cell::Cell;
    use std::io;

    thread_local! {
        /// Acts that are still done, and how many have been asked for.
        static LIFE: Cell<(u64, u64)> = const { Cell::new((u64::MAX, 0)) };
    }

    /// The process dies after so many acts.
    pub fn die_after(acts: u64) {
        LIFE.set((acts, 0));
    }

    /// A new process; returns the acts that the last one wanted to do.
    pub fn revive() -> u64 {
        LIFE.replace((u64::MAX, 0)).1
    }

    pub fn alive() -> io::Result<()> {
        let (acts, asked) = LIFE.get();
        LIFE.set((acts, asked + 1));
        if asked < acts { Ok(()) } else { Err(io::Error::other("killed")) }
    }
}
