//! The folder of results. It holds one result: made aside, with a manifest, then put into its place whole.

mod disk;
mod manifest;
mod place;
mod room;
mod swap;
#[cfg(test)]
mod tests;
mod workshop;

pub use manifest::{FileFacts, GivenDesign, Manifest, NAME as MANIFEST, Origin, others, sha256};
pub use place::usual;
pub use swap::Replaced;
pub use workshop::{INSIDE, remove_temporary};

use super::failure::{Failure, reason};
use super::input::Source;
use loyalsim::design::Saying;
use loyalsim::summary::Aside;
use manifest::Hashed;
use room::Room;
use std::collections::BTreeMap;
use std::io::{self, BufWriter, ErrorKind, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use workshop::{Closed, Workshop};

/// The copy of the design that a result was made of; further ones lie in [`OTHERS`].
pub const DESIGN: &str = "design-as-run.toml";
const OTHERS: &str = "other-designs";

/// A place for a result that takes one, and that no other process is writing to.
#[derive(Debug)]
pub struct Folder {
    /// As the user named it.
    path: PathBuf,
    /// Without links.
    real: PathBuf,
    shop: Workshop,
    room: Arc<Room>,
}

/// A result on its way: files written aside.
#[derive(Debug)]
pub struct Draft<'f> {
    folder: &'f Folder,
    files: BTreeMap<String, FileFacts>,
    designs: Vec<GivenDesign>,
}

impl Folder {
    /// Makes ready to write a result into the folder at `path`: finishes or removes what a dead process began there, and makes
    /// sure that there is room.
    pub fn open(path: &Path) -> Result<Self, Failure> {
        let refused = |e: io::Error| of_place("failure-out", path, &e);
        let real = settled(path).map_err(refused)?;
        let shop = Workshop::open(&real).map_err(|closed| match closed {
            Closed::Busy => Failure::Runtime(Saying::new("failure-busy").with("folder", shown(path))),
            Closed::Refused(e) => refused(e),
        })?;
        if real.exists() {
            if std::fs::metadata(&real).is_ok_and(|facts| facts.permissions().readonly()) {
                return Err(refused(ErrorKind::PermissionDenied.into()));
            }
            swap::finish(&real).map_err(|r| cannot_place(&r, path))?;
            remove_temporary(&real);
        }
        let room = Arc::new(Room::below(shop.path()));
        Ok(Self { path: path.to_owned(), real, shop, room })
    }

    /// Where it is, as the user named it.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// A file of the result that is there now.
    pub fn file(&self, name: &str) -> PathBuf {
        self.real.join(name)
    }

    /// A file for notes while work goes on, from which it can be taken up when the process dies.
    pub fn note(&self, name: &str) -> PathBuf {
        self.shop.path().join(name)
    }

    /// Notes that are among the files of a result are needed no more.
    pub fn forget(&self, name: &str) {
        disk::remove_file(&self.note(name)).ok();
    }

    /// Room for the numbers of many trials, on the disk of the results.
    pub fn room(&self) -> Arc<dyn Aside> {
        self.room.clone()
    }

    /// An empty folder for a browser, on the disk of the results.
    pub fn printing(&self) -> io::Result<PathBuf> {
        self.shop.printing()
    }

    /// A new result without files.
    pub fn draft(&self) -> Result<Draft<'_>, Failure> {
        let draft = self.shop.draft();
        let made = disk::remove_all(&draft).and_then(|()| disk::make_folder(&draft));
        made.map_err(|e| of_place("failure-out", &self.path, &e))?;
        Ok(Draft { folder: self, files: BTreeMap::new(), designs: Vec::new() })
    }
}

impl<'f> Draft<'f> {
    /// The folder it is for.
    pub fn folder(&self) -> &'f Folder {
        self.folder
    }

    /// Adds a file that the same command writes again to the byte.
    pub fn add(&mut self, name: &str, bytes: &[u8]) -> Result<(), Failure> {
        self.write(name, bytes, true)
    }

    /// Adds a file that may come out differently another time.
    pub fn add_once(&mut self, name: &str, bytes: &[u8]) -> Result<(), Failure> {
        self.write(name, bytes, false)
    }

    /// Adds a file that no memory should hold, by the same command again to the byte.
    pub fn add_slowly(
        &mut self,
        name: &str,
        write: impl FnOnce(&mut (dyn Write + Send)) -> io::Result<()>,
    ) -> Result<(), Failure> {
        let made = || {
            let file = disk::new_file(&self.folder.shop.draft().join(name))?;
            let mut file = BufWriter::with_capacity(1 << 16, Hashed::into(file));
            write(&mut file)?;
            Ok(file.into_inner().map_err(io::IntoInnerError::into_error)?.facts(true))
        };
        let facts = made().map_err(|e| self.folder.refuse(name, &e))?;
        self.files.insert(name.to_owned(), facts);
        Ok(())
    }

    /// Adds the designs that the result is made of, in the order in which the command was given them.
    pub fn add_designs(&mut self, sources: &[&Source]) -> Result<(), Failure> {
        for (nth, source) in sources.iter().enumerate() {
            let harmless = |c: char| if c.is_alphanumeric() || "-_. ".contains(c) { c } else { '_' };
            let stem: String = source.stem.chars().map(harmless).collect();
            let file = if nth == 0 { DESIGN.to_owned() } else { format!("{OTHERS}/{}-{stem}.toml", nth + 1) };
            self.add(&file, source.text.as_bytes())?;
            let sha256 = self.files[&file].sha256.clone();
            self.designs.push(GivenDesign { given: source.given.clone(), file, sha256 });
        }
        Ok(())
    }

    /// Puts the result into its place.
    pub fn commit(self, origin: Origin) -> Result<Replaced, Failure> {
        let Self { folder, files, designs } = self;
        folder.room.sound().map_err(|e| of_place("failure-result", &folder.path, &e))?;
        let manifest = Manifest::new(origin, designs, files);
        let text = serde_json::to_string_pretty(&manifest);
        let text = text.map_err(|e| Failure::unwritable("failure-json", &e))? + "\n";
        let draft = folder.shop.draft();
        let written = disk::write_new(&draft.join(MANIFEST), text.as_bytes());
        let kept = written.and_then(|()| keep(&draft, manifest.files.keys()));
        kept.map_err(|e| folder.refuse(MANIFEST, &e))?;
        swap::place(&draft, &folder.real, &manifest).map_err(|refused| cannot_place(&refused, &folder.path))
    }

    fn write(&mut self, name: &str, bytes: &[u8], repeatable: bool) -> Result<(), Failure> {
        let path = self.folder.shop.draft().join(name);
        let written = path.parent().map_or(Ok(()), disk::make_folder);
        written.and_then(|()| disk::write_new(&path, bytes)).map_err(|e| self.folder.refuse(name, &e))?;
        self.files.insert(name.to_owned(), FileFacts::of(bytes, repeatable));
        Ok(())
    }
}

impl Folder {
    fn refuse(&self, name: &str, error: &io::Error) -> Failure {
        of_place("failure-result", &self.path.join(name), error)
    }
}

/// Puts a result that a dead process had finished into its place in `folder`, where one waits and nobody is at work there.
pub fn finish(folder: &Path) -> Result<(), Failure> {
    if folder.join(INSIDE).is_dir() {
        drop(Folder::open(folder)?);
    }
    Ok(())
}

/// `path` without links, its parents made where they are not there yet.
fn settled(path: &Path) -> io::Result<PathBuf> {
    match path.canonicalize() {
        Ok(real) if real.is_dir() => Ok(real),
        Ok(_) => Err(ErrorKind::NotADirectory.into()),
        Err(e) if e.kind() == ErrorKind::NotFound => {
            let Some(name) = path.file_name() else {
                disk::make_folder(path)?;
                return path.canonicalize();
            };
            if std::fs::symlink_metadata(path).is_ok() {
                return Err(ErrorKind::AlreadyExists.into());
            }
            let parent = path.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new("."));
            disk::make_folder(parent)?;
            Ok(parent.canonicalize()?.join(name))
        }
        Err(e) => Err(e),
    }
}

/// Waits until the files, their manifest and their names are on the disk.
fn keep<'n>(draft: &Path, names: impl Iterator<Item = &'n String>) -> io::Result<()> {
    let mut files: Vec<_> = names.map(|name| draft.join(name)).collect();
    files.push(draft.join(MANIFEST));
    disk::keep(&files)?;
    let mut folders: Vec<_> = files.iter().filter_map(|file| file.parent()).collect();
    folders.sort();
    folders.dedup();
    folders.into_iter().for_each(disk::keep_names);
    Ok(())
}

fn cannot_place(refused: &swap::Refused, folder: &Path) -> Failure {
    let key = if refused.waits { "failure-waits" } else { "failure-result" };
    let what = Saying::new(key).with("file", shown(&refused.at)).with("why", reason(&refused.why));
    Failure::Runtime(if refused.waits { what.with("folder", shown(folder)) } else { what })
}

/// A failure to write at `path`, and why.
fn of_place(key: &'static str, path: &Path, error: &io::Error) -> Failure {
    Failure::Runtime(Saying::new(key).with("file", shown(path)).with("why", reason(error)))
}

fn shown(path: &Path) -> String {
    path.display().to_string()
}
