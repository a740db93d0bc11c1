//! Columns: structures of arrays with a row for each customer of a block.

use std::ops::Range;

/// Rows of a block: places for customers. A column of 132 cache lines keeps neighbouring columns from competing for the same
/// places in the cache.
pub const ROWS: usize = 2112;

/// A number for each row of a block.
pub type Column = [f32; ROWS];

/// What can be done with rows of a structure declared by [`columns!`].
pub trait Columns {
    /// Nobody is in these rows: every column has there the value it was declared with.
    fn empty_rows(&mut self, rows: Range<usize>);
    /// Moves rows: `(from, to)`.
    fn shift_rows(&mut self, moves: &[(usize, usize)]);
    /// Takes the first customers of `others` into `rows`.
    fn take_rows(&mut self, others: &Self, rows: &[usize]);
    /// Takes the first `n` rows as they are in `other`.
    fn copy_rows(&mut self, other: &Self, n: usize);
}

/// Moves rows of a column: `(from, to)`.
#[inline(always)]
pub fn shift<T: Copy>(column: &mut [T], moves: &[(usize, usize)]) {
    for &(from, to) in moves {
        column[to] = column[from];
    }
}

/// Writes the first of `values` into `rows`.
#[inline(always)]
pub fn take<T: Copy>(column: &mut [T], values: &[T], rows: &[usize]) {
    for (&row, value) in rows.iter().zip(values) {
        column[row] = *value;
    }
}

/// Declares a structure of columns, each once: `name: cell = value of an empty row`. What is no column follows after `with`.
///
/// Columns are arrays within one structure that begin at a cache line: the compiler then knows that they do not overlap, and vectorises
/// loops over any number of them.
///
/// In a structure `by` some kind, every column says with `=>` of which kind it is.
macro_rules! columns {
    ($(#[$about:meta])* $vis:vis struct $name:ident {
        $($(#[$doc:meta])* $seen:vis $column:ident: $cell:ty = $empty:expr,)*
    } $(with {
        $($(#[$other_doc:meta])* $other_seen:vis $other:ident: $type:ty = $value:expr,)*
    })?) => {
        $(#[$about])*
        #[derive(Debug, Clone)]
        #[repr(C, align(64))]
        $vis struct $name {
            $($(#[$doc])* $seen $column: [$cell; $crate::random::ROWS],)*
            $($($(#[$other_doc])* $other_seen $other: $type,)*)?
        }

        impl Default for $name {
            fn default() -> Self {
                Self {
                    $($column: [$empty; $crate::random::ROWS],)*
                    $($($other: $value,)*)?
                }
            }
        }

        impl $crate::random::Columns for $name {
            fn empty_rows(&mut self, rows: std::ops::Range<usize>) {
                $(self.$column[rows.clone()].fill($empty);)*
            }

            fn shift_rows(&mut self, moves: &[(usize, usize)]) {
                $($crate::random::columns::shift(&mut self.$column, moves);)*
            }

            fn take_rows(&mut self, others: &Self, rows: &[usize]) {
                $($crate::random::columns::take(&mut self.$column, &others.$column, rows);)*
            }

            fn copy_rows(&mut self, other: &Self, n: usize) {
                $(self.$column[..n].copy_from_slice(&other.$column[..n]);)*
            }
        }
    };
    ($(#[$about:meta])* $vis:vis struct $name:ident by $kind:ident {
        $($(#[$doc:meta])* $seen:vis $column:ident: $cell:ty = $empty:expr => $of:ident,)*
    } $(with { $($other:tt)* })?) => {
        $crate::random::columns::columns! {
            $(#[$about])* $vis struct $name {
                $($(#[$doc])* $seen $column: $cell = $empty,)*
            } $(with { $($other)* })?
        }

        impl $name {
            /// Empties rows of the columns of such kinds.
            #[inline(always)]
            fn empty_columns(&mut self, rows: &[usize], such: impl Fn($kind) -> bool) {
                $(if such($kind::$of) {
                    for &row in rows {
                        self.$column[row] = $empty;
                    }
                })*
            }

            /// Whether a row is empty, columns of such kinds aside.
            fn is_empty_but(&self, row: usize, such: impl Fn($kind) -> bool) -> bool {
                $((such($kind::$of) || self.$column[row] == $empty))&&*
            }
        }
    };
}
pub(crate) use columns;
