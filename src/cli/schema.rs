//! `loyalsim schema`: the format of design files.

use super::args::{SchemaArgs, SchemaFormat};
use super::failure::Failure;
use super::terminal;
use loyalsim::design;

/// Prints the format.
pub fn run(args: &SchemaArgs) -> Result<(), Failure> {
    terminal::say(&match args.format {
        SchemaFormat::Json => design::schema_text(),
        SchemaFormat::Md => design::schema_markdown(),
    })
}
