//! How old the points are that somebody holds, at the start of a design whose program runs already.

use super::scales::Scales;
use super::state::State;

impl State {
    /// Points that the customer of a row holds by the months since they were issued, 1 for the last month before the start; what is older than can be
    /// told counts as the oldest. Those that were issued first are used first.
    pub fn points_by_age(&self, row: usize, mut tell: impl FnMut(usize, i32)) {
        let known = self.history.len().min(self.past);
        let held = |ago: usize| match ago <= known {
            true => (self.history[(self.past - ago) % self.history.len()].0[row] - self.used[row]).max(0),
            false => 0,
        };
        for ago in 1..=known {
            let points = held(ago) - held(ago + 1);
            if points > 0 {
                tell(ago, points);
            }
        }
    }

    /// Multiplies these points, each by what its age asks for.
    pub fn reage(&mut self, row: usize, scales: &mut Scales) {
        let known = self.history.len().min(self.past);
        if known == 0 {
            return;
        }
        let mut lots = vec![0; known];
        self.points_by_age(row, |ago, points| {
            let times = scales.ages.get(ago - 1).copied().unwrap_or(0.0);
            lots[ago - 1] = scales.whole(f64::from(points), times);
        });
        let (ring, past) = (self.history.len(), self.past);
        let mut issued = self.used[row];
        for ago in (1..=known).rev() {
            issued = issued.saturating_add(lots[ago - 1]);
            self.history[(past - ago) % ring].0[row] = issued;
        }
        self.issued[row] = issued;
    }
}
