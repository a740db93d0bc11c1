//! Which loyalsim this is.

use std::sync::LazyLock;

/// The commit that this program was built from, where whoever built it has told: `LOYALSIM_COMMIT`. It is no part of the build otherwise, so
/// that the same sources give the same program, in a repository or not.
pub fn commit() -> Option<&'static str> {
    option_env!("LOYALSIM_COMMIT").filter(|commit| !commit.is_empty())
}

/// `0.1.0 (1a2b3c4)`
pub fn told() -> &'static str {
    static TOLD: LazyLock<String> = LazyLock::new(|| match commit() {
        Some(commit) => format!("{} ({commit})", env!("CARGO_PKG_VERSION")),
        None => env!("CARGO_PKG_VERSION").to_owned(),
    });
    &TOLD
}
