//! Options of `new`.

use clap::Args;
use std::path::PathBuf;

/// Examples of `new`.
pub const NEW_EXAMPLES: &str = "\
Examples:
  loyalsim new my-shop            writes my-shop.toml
  loyalsim new clients/bakery     writes bakery.toml in the folder clients
  loyalsim new cafe --template coffee   from the numbers usual in an industry
  loyalsim new card --today       a program that runs already, and a change of it

Templates: shop, grocery, pharmacy, electronics, coffee, airline, hotel, telecom, saas, bank, distributor.";

/// Options of `new`.
#[derive(Debug, Args)]
pub struct NewArgs {
    /// Name of the design; the file gets the ending .toml
    pub name: PathBuf,
    /// An industry whose usual numbers to start from
    #[arg(long, value_name = "NAME")]
    pub template: Option<String>,
    /// Start from a business whose program runs already, with a change proposed to it
    #[arg(long, conflicts_with = "template")]
    pub today: bool,
    /// Replace an existing file of that name
    #[arg(long)]
    pub force: bool,
}
