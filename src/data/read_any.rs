//! Reading whatever was exported: a workbook, a Parquet file or a text, told apart by how it begins.

use super::fault::Fault;
use super::read::{Aside, Reader};
use super::survey::Survey;
use super::workbook::{Workbook, is_workbook};
use std::io::Read;

/// Bytes by which a workbook is known.
const SIGN: u64 = 8;
/// How a Parquet file begins.
const PARQUET: &[u8] = b"PAR1";

impl Reader<'_> {
    /// Reads a log in any format: `aside` is given every row that is set aside, `pause` is called now and then and stops the work by
    /// `false`. Returns what was found out of its columns, and the format or the encoding.
    ///
    /// # Errors
    /// If it has no table that can be read without guessing, or the work is stopped.
    pub fn read(
        &mut self,
        mut source: impl Read,
        aside: &mut dyn FnMut(&Aside<'_>),
        pause: &mut dyn FnMut() -> bool,
    ) -> Result<(Survey, &'static str), Fault> {
        let broken = |e: std::io::Error| Fault::Source(e.to_string());
        let mut begin = Vec::new();
        source.by_ref().take(SIGN).read_to_end(&mut begin).map_err(broken)?;
        if begin.starts_with(PARQUET) {
            source.read_to_end(&mut begin).map_err(broken)?;
            return Ok((self.parquet(begin, aside, pause)?, "Parquet"));
        }
        if !is_workbook(&begin) {
            return self.read_text(begin.chain(source), aside, pause);
        }
        source.read_to_end(&mut begin).map_err(broken)?;
        let mut book = Workbook::open(begin)?;
        Ok((self.read_workbook(&mut book, aside, pause)?, book.format()))
    }

    #[cfg(feature = "parquet")]
    fn parquet(
        &mut self,
        bytes: Vec<u8>,
        aside: &mut dyn FnMut(&Aside<'_>),
        pause: &mut dyn FnMut() -> bool,
    ) -> Result<Survey, Fault> {
        self.read_parquet(bytes, aside, pause)
    }

    #[cfg(not(feature = "parquet"))]
    fn parquet(
        &mut self,
        _: Vec<u8>,
        _: &mut dyn FnMut(&Aside<'_>),
        _: &mut dyn FnMut() -> bool,
    ) -> Result<Survey, Fault> {
        Err(Fault::NoParquet)
    }
}
