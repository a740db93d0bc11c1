//! What may be typed wherever results are also written for an office.

use clap::Args;
use serde::{Deserialize, Serialize};
use std::path::PathBuf;

/// A workbook.
#[derive(Debug, Clone, Args, Serialize, Deserialize)]
pub struct Workbook {
    /// Also write a workbook (workbook.xlsx) with tables, formulas and charts that can be edited
    #[arg(long)]
    #[serde(default)]
    pub xlsx: bool,
}

/// A workbook, and a deck of slides.
#[derive(Debug, Clone, Args, Serialize, Deserialize)]
pub struct Office {
    #[command(flatten)]
    #[serde(flatten)]
    pub book: Workbook,
    /// Also write a deck of slides (deck.pptx) with charts that can be edited
    #[arg(long)]
    #[serde(default)]
    pub pptx: bool,
    /// A PowerPoint file whose masters, layouts, colours and fonts the deck takes [default: the program's own]
    #[arg(long, value_name = "FILE", requires = "pptx")]
    #[serde(default)]
    pub template: Option<PathBuf>,
}

/// A workbook by its name, where there is no folder of results.
#[derive(Debug, Clone, Args)]
pub struct WorkbookFile {
    /// Also write a workbook to this file; a file of that name is replaced
    #[arg(long, value_name = "FILE")]
    pub xlsx: Option<PathBuf>,
}
