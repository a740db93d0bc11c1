//! Options of `new`.

use clap::Args;
use std::path::PathBuf;

/// Examples of `new`.
pub const NEW_EXAMPLES: &str = "\
Examples:
  loyalsim new my-shop            writes my-shop.toml
  loyalsim new clients/bakery     writes bakery.toml in the folder clients";

/// Options of `new`.
#[derive(Debug, Args)]
pub struct NewArgs {
    /// Name of the design; the file gets the ending .toml
    pub name: PathBuf,
    /// Replace an existing file of that name
    #[arg(long)]
    pub force: bool,
}
