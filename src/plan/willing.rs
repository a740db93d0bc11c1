//! The share of the willing of a program that runs already, scaled until as many are members as are declared to be.

use super::compile::Plan;

impl Plan {
    /// Scales the share of the willing where it is no more than today's: before the start and in every world. Nobody is more than willing.
    pub fn scale_willing(&mut self, by: f64) {
        let Some(past) = &mut self.past else { return };
        for segment in 0..past.months.len() {
            let last = past.months[segment].last();
            let most = last.map_or(0.0, |month| month.levers.willing) * (1.0 + f32::EPSILON);
            let lived = past.months[segment].iter_mut().chain(&mut past.year[segment]);
            let worlds = self.worlds.iter_mut().flat_map(|world| &mut world.levers[segment]);
            let levers = lived.map(|month| &mut month.levers).chain(worlds);
            for lever in levers.filter(|lever| lever.willing <= most) {
                lever.willing = (f64::from(lever.willing) * by).min(1.0) as f32;
            }
        }
    }
}
