//! Putting a finished result into its place, so that a reader finds the old one or the new one whole, and never a mix.
//!
//! Where the folder is not there yet, or holds nothing but an earlier result, the new folder takes its name in one act. Where
//! it holds files of the user's, these stay untouched, and the files take their places one by one: first the earlier ones leave,
//! the manifest before all others, then the new ones come, the manifest last. The new folder lies inside all that time, so
//! that whoever comes next can finish what a dead process began ([`finish`]).

use super::disk;
use super::manifest::{self, FileFacts, Manifest};
use super::workshop::INSIDE;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

const NEW: &str = "new";
const OLD: &str = "old";

/// What became of the folder's earlier content.
#[derive(Debug, Default)]
pub struct Replaced {
    /// The earlier result, which is gone, where it was another command's or of other designs.
    pub other: Option<Manifest>,
    /// Files that were in the way and not, or no longer, of an earlier result: their names, and those they have now.
    pub kept: Vec<(String, String)>,
    /// Files that are there beside the result.
    pub others: Vec<String>,
}

/// A place that cannot be taken.
#[derive(Debug)]
pub struct Refused {
    /// Where.
    pub at: PathBuf,
    /// Why.
    pub why: io::Error,
    /// Whether the result is complete in the folder [`INSIDE`], from where [`finish`] can put it into its place.
    pub waits: bool,
}

/// Puts the result in `draft`, with its manifest, into `target`.
pub fn place(draft: &Path, target: &Path, result: &Manifest) -> Result<Replaced, Refused> {
    let refuse = |at: &Path| {
        let at = at.to_owned();
        move |why| Refused { at, why, waits: false }
    };
    if !target.exists() {
        disk::rename(draft, target).map_err(refuse(target))?;
        target.parent().map(disk::keep_names);
        return Ok(Replaced::default());
    }
    let earlier = Manifest::read(target).ok();
    if is_ours_alone(target, earlier.as_ref()) && may_be_exchanged(draft, target) {
        std::fs::set_permissions(draft, permissions(target).map_err(refuse(target))?).ok();
        if disk::exchange(draft, target).is_ok() {
            target.parent().map(disk::keep_names);
            return Ok(Replaced { other: other_than(result, earlier), ..Replaced::default() });
        }
    }
    in_the_way(target, result)?;
    let inside = target.join(INSIDE);
    disk::make_folder(&inside).map_err(refuse(&inside))?;
    let new = inside.join(NEW);
    disk::rename(draft, &new).map_err(refuse(&new))?;
    finish(target).map(Option::unwrap_or_default)
}

/// Puts a finished result that a dead process could not put into its place there; `None` where there is none.
pub fn finish(target: &Path) -> Result<Option<Replaced>, Refused> {
    let inside = target.join(INSIDE);
    let (new, old) = (inside.join(NEW), inside.join(OLD));
    let Ok(result) = Manifest::read(&new) else {
        clear(&inside);
        return Ok(None);
    };
    let refuse = |at: &Path| {
        let at = at.to_owned();
        move |why| Refused { at, why, waits: true }
    };
    disk::make_folder(&old).map_err(refuse(&old))?;
    if there(&target.join(manifest::NAME)) {
        let (from, to) = (target.join(manifest::NAME), old.join(manifest::NAME));
        disk::rename(&from, &to).map_err(refuse(&from))?;
    }
    let earlier = Manifest::read(&old).ok();
    for (name, facts) in earlier.iter().flat_map(|earlier| &earlier.files) {
        take_out(target, name, facts, &result).map_err(refuse(&target.join(name)))?;
    }
    let mut kept = Vec::new();
    for name in result.files.keys().filter(|name| there(&new.join(name))) {
        let place = target.join(name);
        kept.extend(put_in(&new.join(name), target, name).map_err(refuse(&place))?);
    }
    disk::rename(&new.join(manifest::NAME), &target.join(manifest::NAME)).map_err(refuse(target))?;
    disk::keep_names(target);
    for name in earlier.iter().flat_map(|earlier| earlier.files.keys()) {
        if let Some(folder) = Path::new(name).parent() {
            disk::remove_if_empty(&target.join(folder));
        }
    }
    clear(&inside);
    let others = manifest::others(target, &result).unwrap_or_default();
    Ok(Some(Replaced { other: other_than(&result, earlier), kept, others }))
}

fn other_than(result: &Manifest, earlier: Option<Manifest>) -> Option<Manifest> {
    earlier.filter(|earlier| !earlier.is_of_same_work(result))
}

/// Takes a file of the earlier result out, unless the new one has come already or the user has changed it.
fn take_out(target: &Path, name: &str, facts: &FileFacts, result: &Manifest) -> io::Result<()> {
    let inside = target.join(INSIDE);
    let has_come = result.files.contains_key(name) && !there(&inside.join(NEW).join(name));
    let path = target.join(name);
    if has_come || !leads_nowhere_else(target, name) || !facts.hold(&path) {
        return Ok(());
    }
    let out = inside.join(OLD).join(name);
    out.parent().map_or(Ok(()), disk::make_folder)?;
    disk::rename(&path, &out)
}

/// Gives a new file its place; what is there gets another name, and both names are returned.
fn put_in(new: &Path, target: &Path, name: &str) -> io::Result<Option<(String, String)>> {
    let place = target.join(name);
    place.parent().map_or(Ok(()), disk::make_folder)?;
    let mut kept = None;
    if there(&place) {
        let free = (1..).map(|n| aside(name, n)).find(|free| !there(&target.join(free)));
        let free = free.unwrap_or_default();
        disk::rename(&place, &target.join(&free))?;
        kept = Some((name.to_owned(), free));
    }
    disk::rename(new, &place)?;
    Ok(kept)
}

/// `charts/a.svg` as `charts/a.kept-1.svg`.
fn aside(name: &str, n: u64) -> String {
    let path = Path::new(name);
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    let ending = path.extension().map(|e| format!(".{}", e.to_string_lossy())).unwrap_or_default();
    path.with_file_name(format!("{stem}.kept-{n}{ending}")).to_string_lossy().into_owned()
}

/// A folder where a file has to go, or a file or link where a folder has to be, is nothing that can be set aside.
fn in_the_way(target: &Path, result: &Manifest) -> Result<(), Refused> {
    for name in result.files.keys().map(String::as_str).chain([manifest::NAME]) {
        let place = target.join(name);
        let why = if std::fs::symlink_metadata(&place).is_ok_and(|facts| facts.is_dir()) {
            ErrorKind::IsADirectory
        } else if !leads_nowhere_else(target, name) {
            ErrorKind::NotADirectory
        } else {
            continue;
        };
        return Err(Refused { at: place, why: why.into(), waits: false });
    }
    Ok(())
}

/// Whether the folders between `target` and the file are folders, and no links to others.
fn leads_nowhere_else(target: &Path, name: &str) -> bool {
    let between = Path::new(name).ancestors().skip(1);
    between
        .map(|folder| target.join(folder))
        .all(|folder| std::fs::symlink_metadata(folder).map_or(true, |facts| facts.is_dir()))
}

/// Whether the folder holds an earlier result as it was written, or nothing, and nothing else.
fn is_ours_alone(target: &Path, earlier: Option<&Manifest>) -> bool {
    let Ok((files, folders)) = manifest::everything(target) else { return false };
    let Some(earlier) = earlier else { return files.is_empty() && folders.is_empty() };
    let listed = |file: &PathBuf| {
        let name = file.to_string_lossy().replace('\\', "/");
        let facts = earlier.files.get(&name);
        name == manifest::NAME || facts.is_some_and(|facts| facts.hold(&target.join(file)))
    };
    let used = |folder: &PathBuf| files.iter().any(|file| file.starts_with(folder));
    files.iter().all(listed) && folders.iter().all(used)
}

/// Whether a folder of another's, or the one that this process stands in, would change hands.
fn may_be_exchanged(draft: &Path, target: &Path) -> bool {
    let here = std::env::current_dir().and_then(|here| here.canonicalize());
    let stands_in = here.is_ok_and(|here| here.starts_with(target));
    !stands_in && !draft.starts_with(target) && same_owner(draft, target)
}

#[cfg(unix)]
fn same_owner(one: &Path, other: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    let owner = |path: &Path| std::fs::metadata(path).map(|facts| (facts.uid(), facts.gid())).ok();
    owner(one).is_some() && owner(one) == owner(other)
}

#[cfg(not(unix))]
fn same_owner(_: &Path, _: &Path) -> bool {
    true
}

fn permissions(path: &Path) -> io::Result<std::fs::Permissions> {
    let permissions = std::fs::metadata(path)?.permissions();
    // A folder that may not be written to is not to be replaced either.
    if permissions.readonly() { Err(ErrorKind::PermissionDenied.into()) } else { Ok(permissions) }
}

/// Removes what was worked with; a workshop that is still in use keeps its own.
fn clear(inside: &Path) {
    if there(inside) {
        disk::remove_all(&inside.join(OLD)).ok();
        disk::remove_all(&inside.join(NEW)).ok();
        disk::remove_if_empty(inside);
    }
}

fn there(path: &Path) -> bool {
    std::fs::symlink_metadata(path).is_ok()
}
