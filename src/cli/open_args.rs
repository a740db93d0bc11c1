//! Options of `open`.

use clap::Args;
use std::path::PathBuf;

/// Examples of `open`.
pub const OPEN_EXAMPLES: &str = "\
Examples:
  loyalsim open                           a design of your own, from a template and eight questions
  loyalsim open shop.toml                 the design as a page in your browser
  loyalsim open today.toml better.toml    two programs side by side, on the same customers
  loyalsim open shared.html               a file that somebody has shared from such a page
  loyalsim open shop.toml --no-browser    only print the address

The page is served to this machine alone, by an address that is valid until you press Ctrl-C. It
loads nothing from the network, and writes nothing but where you say Save.";

/// Options of `open`.
#[derive(Debug, Args)]
pub struct OpenArgs {
    /// Designs, up to four, or a file shared from the page; `-` reads the standard input [default: none, to start with a template]
    #[arg(value_name = "DESIGN", num_args = 0..=4)]
    pub designs: Vec<PathBuf>,
    /// Print the address and open no browser
    #[arg(long)]
    pub no_browser: bool,
}
