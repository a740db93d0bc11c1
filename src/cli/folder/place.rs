//! Where the results of a design go unless the user says otherwise.

use super::manifest::sha256;
use crate::cli::input::Source;
use std::path::{Path, PathBuf};

/// The folder below which every design gets a folder of its own.
const OUT: &str = "loyalsim-out";

/// Digits of a hash that tell folders of one name apart.
const DIGITS: usize = 8;

/// The folder for what `command` finds out about a design: below [`OUT`] as the design lies below the folder in which the user is,
/// so that designs of one name in different folders do not meet. A label keeps results of one design apart.
pub fn usual(source: &Source, command: Option<&str>, label: Option<&str>) -> PathBuf {
    let parts = [Some(source.stem.as_str()), command, label];
    let name = parts.into_iter().flatten().collect::<Vec<_>>().join("-");
    let here = std::env::current_dir().and_then(|here| here.canonicalize()).unwrap_or_default();
    let home = source.home.as_deref().map(|home| below(home, &here)).unwrap_or_default();
    PathBuf::from(OUT).join(home).join(name)
}

/// `home` as seen from `here`; of a folder elsewhere its name, with a hash of where it is.
fn below(home: &Path, here: &Path) -> PathBuf {
    if let Ok(below) = home.strip_prefix(here) {
        return below.to_owned();
    }
    let name = home.file_name().map(|name| name.to_string_lossy().into_owned());
    let hash = sha256(home.as_os_str().as_encoded_bytes());
    PathBuf::from(format!("{}-{}", name.unwrap_or_default(), &hash[..DIGITS]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folders_of_one_name_do_not_meet() {
        let here = Path::new("/home/me");
        assert_eq!(below(here, here), Path::new(""));
        assert_eq!(below(Path::new("/home/me/clients/a"), here), Path::new("clients/a"));
        let (one, other) = (below(Path::new("/x/shops"), here), below(Path::new("/y/shops"), here));
        assert!(one != other && one.to_string_lossy().starts_with("shops-"), "{one:?} {other:?}");
        assert_eq!(one.components().count(), 1);
    }
}
