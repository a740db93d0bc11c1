//! Which levers had better be tried further.

use super::grid::{Axis, Cell, Setting};
use crate::design::{Catalogue, Key};

/// Levers of which the best setting lies at an end, the one before it is clearly worse, and the format allows more.
pub fn open_ends<'a>(axes: &'a [Axis], cells: &[Cell], best: usize) -> Vec<&'a Axis> {
    let best = &cells[best].place;
    let open = |(lever, axis): &(usize, &Axis)| {
        let (at, last) = (best[*lever], axis.labels.len() - 1);
        if last < 2 || (at != 0 && at != last) {
            return false;
        }
        let before = if at == 0 { 1 } else { last - 1 };
        let place = best.iter().enumerate().map(|(i, at)| if i == *lever { before } else { *at });
        let beside = &cells[cell_at(place, axes)].behind_best;
        let worse = beside.value.abs() > 2.0 * beside.mc_error;
        worse && axis.allows_more(at)
    };
    axes.iter().enumerate().filter(open).map(|(_, axis)| axis).collect()
}

impl Axis {
    /// Whether a number lies within what the format allows, not at its end.
    fn allows_more(&self, at: usize) -> bool {
        // the index of an only element may be left out
        let of_first = || {
            let (element, key) = self.path.strip_prefix("program.")?.split_once('.')?;
            Catalogue::get().find(&format!("program.{element}[0].{key}"))
        };
        let range = Catalogue::get().find_or_parent(&self.path).or_else(of_first).map(Key::range);
        match (&self.values[at], range) {
            (Setting::Number(value), Some(range)) => range.min < *value && *value < range.max,
            _ => true,
        }
    }
}

/// The number of the cell where the levers' values have these places.
fn cell_at(places: impl Iterator<Item = usize>, axes: &[Axis]) -> usize {
    axes.iter().zip(places).fold(0, |cell, (axis, at)| cell * axis.labels.len() + at)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::decide::measure::Reading;
    use crate::design::Design;
    use crate::units::Unit;

    /// The margin is best at its end: open, unless the one before is as good or nothing beyond is allowed.
    #[test]
    fn ends_are_open_where_more_may_be_better() {
        let design = Design::parse(include_str!("../../scenarios/staff-training.toml")).unwrap();
        let open = |values: &str, behind: [f64; 3]| {
            let axes = [Axis::parse(&format!("business.gross_margin={values}"), &design).unwrap()];
            let reading = |value: f64| Reading { unit: Unit::Money, value, mc_error: 1.0 };
            let cell = |(at, behind): (usize, f64)| Cell {
                place: vec![at],
                reading: reading(behind),
                behind_best: reading(behind),
                also: Vec::new(),
            };
            let cells: Vec<Cell> = behind.into_iter().enumerate().map(cell).collect();
            let best = behind.iter().rposition(|behind| *behind == 0.0).unwrap();
            open_ends(&axes, &cells, best).len()
        };
        assert_eq!(open("20%,25%,30%", [-9.0, -5.0, 0.0]), 1);
        assert_eq!(open("20%,25%,30%", [-9.0, -1.0, 0.0]), 0, "a plateau");
        assert_eq!(open("80%,90%,100%", [-9.0, -5.0, 0.0]), 0, "the limit");
        assert_eq!(open("20%,25%,30%", [-9.0, 0.0, -5.0]), 0, "the middle");
        assert_eq!(open("20%,30%", [-9.0, 0.0, -9.0]), 0, "two values are no range");
    }
}
