//! Rows picked from columns: what concerns few is looked for in all, and worked out for those few.

use crate::random::ROWS;

/// Rows whose marks are looked at together.
const GROUP: usize = 8;

/// The rows picked last.
#[derive(Debug, Clone)]
pub struct Picks {
    marks: [u8; ROWS],
    rows: Vec<usize>,
}

impl Default for Picks {
    fn default() -> Self {
        Self { marks: [0; ROWS], rows: Vec::new() }
    }
}

impl Picks {
    /// Marks of the first `n` rows, to be set to 1 where a row is wanted and to 0 elsewhere; then [`Self::gather`].
    #[inline(always)]
    pub fn marks(&mut self, n: usize) -> &mut [u8] {
        &mut self.marks[..n.min(ROWS)]
    }

    /// Picks the marked ones of the first `n` rows, in order; rows come in whole groups.
    #[inline(always)]
    pub fn gather(&mut self, n: usize) {
        self.rows.clear();
        let marks = self.marks[..n.min(ROWS)].as_chunks::<GROUP>().0;
        for (group, marks) in marks.iter().enumerate() {
            let mut marked = u64::from_le_bytes(*marks);
            while marked != 0 {
                self.rows.push(group * GROUP + marked.trailing_zeros() as usize / 8);
                marked &= marked - 1;
            }
        }
    }

    /// Of the rows picked, keeps those that are wanted on a closer look.
    #[inline(always)]
    pub fn keep(&mut self, wanted: impl Fn(usize) -> bool) {
        self.rows.retain(|row| wanted(*row));
    }

    /// The rows picked.
    #[inline(always)]
    pub fn rows(&self) -> &[usize] {
        &self.rows
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marked_rows_are_picked_in_order() {
        let x: Vec<usize> = (0..64).map(|i| (i * 37) % 64).collect();
        let mut picks = Picks::default();
        for limit in [0, 1, 7, 64] {
            for (mark, x) in picks.marks(64).iter_mut().zip(&x) {
                *mark = u8::from(*x < limit);
            }
            picks.gather(64);
            assert_eq!(picks.rows(), (0..64).filter(|i| x[*i] < limit).collect::<Vec<_>>());
            picks.keep(|row| row % 2 == 0);
            assert_eq!(picks.rows(), (0..64).filter(|i| x[*i] < limit && i % 2 == 0).collect::<Vec<_>>());
        }
    }
}
