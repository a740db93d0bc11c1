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
    /// Picks the rows in which `x` lies below `bound`, in order; columns come in whole groups.
    #[inline(always)]
    pub fn below(&mut self, x: &[f32], bound: &[f32]) {
        let n = x.len().min(ROWS);
        let (marks, x, bound) = (&mut self.marks[..n], &x[..n], &bound[..n]);
        for i in 0..n {
            marks[i] = u8::from(x[i] < bound[i]);
        }
        self.rows.clear();
        for (group, marks) in marks.as_chunks::<GROUP>().0.iter().enumerate() {
            let mut marked = u64::from_le_bytes(*marks);
            while marked != 0 {
                self.rows.push(group * GROUP + marked.trailing_zeros() as usize / 8);
                marked &= marked - 1;
            }
        }
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
    fn rows_below_are_picked_in_order() {
        let x: Vec<f32> = (0..64).map(|i| ((i * 37) % 64) as f32).collect();
        let mut picks = Picks::default();
        for limit in [0.0, 1.0, 7.5, 64.0] {
            picks.below(&x, &[limit; 64]);
            assert_eq!(picks.rows(), (0..64).filter(|i| x[*i] < limit).collect::<Vec<_>>());
        }
    }
}
