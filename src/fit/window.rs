//! Whether a customer buys within a window of the time to come: buyers of a single month.

use super::beta_geometric::BetaGeometric;
use super::counts::chances;
use super::customers::Past;

/// Share of the probability that may be left out.
const LEFT_OUT: f64 = 1e-9;
/// Most events counted before the window.
const MOST: usize = 100_000;

impl BetaGeometric {
    /// Probability that a customer with this past buys after `from` and before `until`, in weeks from the day of looking.
    pub fn buys_within(self, past: &Past, parameters: [f64; 4], (from, until): (f64, f64)) -> f64 {
        let [r, alpha, ..] = parameters;
        let k = self.regularity as usize;
        let mut sum = 0.0;
        for (phase, share) in self.phase_shares(past, parameters).into_iter().enumerate() {
            let known =
                Rate { shape: r + (past.repeats as usize * k + phase) as f64, weeks: alpha + past.age };
            let mut stays = vec![1.0];
            for (events, chance) in known.events(from).into_iter().enumerate() {
                let purchases = (phase + events) / k;
                while stays.len() <= purchases {
                    let so_far = stays[stays.len() - 1];
                    stays.push(so_far * self.stays(past, parameters, stays.len() - 1));
                }
                let needed = k - (phase + events) % k;
                sum += share
                    * chance
                    * stays[purchases]
                    * known.after(events, from).at_least(needed, until - from);
            }
        }
        self.active(past, parameters) * sum
    }
}

/// What is known of the rate of events: a Gamma distribution by its shape and the weeks it rests on.
#[derive(Clone, Copy)]
struct Rate {
    shape: f64,
    weeks: f64,
}

impl Rate {
    /// The same once so many events were seen in `weeks` more.
    fn after(self, events: usize, weeks: f64) -> Self {
        Self { shape: self.shape + events as f64, weeks: self.weeks + weeks }
    }

    /// Probabilities of 0, 1, 2, … events in so many weeks; what is hardly likely is left out at the end.
    fn events(self, weeks: f64) -> Vec<f64> {
        let (mut all, mut told) = (Vec::new(), 0.0);
        for now in chances(self.shape, self.weeks, weeks).take(MOST) {
            all.push(now);
            told += now;
            if told >= 1.0 - LEFT_OUT {
                break;
            }
        }
        all
    }

    /// Probability of at least so many events in so many weeks; `needed` is small.
    fn at_least(self, needed: usize, weeks: f64) -> f64 {
        let mut chance = libm::exp(-self.shape * libm::log1p(weeks / self.weeks));
        let (mut fewer, some) = (0.0, weeks / (self.weeks + weeks));
        for n in 0..needed {
            fewer += chance;
            chance *= (self.shape + n as f64) / (n as f64 + 1.0) * some;
        }
        1.0 - fewer
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fit::model::Model;

    const PARAMETERS: [f64; 4] = [0.8, 6.0, 0.7, 2.5];
    const PAST: Past = Past { repeats: 3, recency: 20.0, age: 26.0, ln_gaps: 5.0 };

    fn models() -> impl Iterator<Item = BetaGeometric> {
        Model::ALL.into_iter().filter_map(|model| match model {
            Model::BetaGeometric(model) => Some(model),
            Model::ParetoNbd => None,
        })
    }

    /// From now on it is the chance of at least one purchase, which is worked out otherwise elsewhere.
    #[test]
    fn a_window_from_now_on_is_the_chance_of_any_purchase() {
        for model in models() {
            for weeks in [0.5, 4.0, 60.0] {
                let any = model.at_least(&PAST, PARAMETERS, weeks)[0];
                let found = model.buys_within(&PAST, PARAMETERS, (0.0, weeks));
                assert!((found - any).abs() < 1e-9, "{model:?} {weeks}: {found} {any}");
            }
        }
    }

    /// In windows so short that nobody buys twice, buyers are purchases: their sum over all windows is what is expected in all.
    #[test]
    fn short_windows_add_up_to_all_purchases() {
        for model in models() {
            let step = 0.02;
            let sum: f64 = (0..500)
                .map(|n| f64::from(n) * step)
                .map(|from| model.buys_within(&PAST, PARAMETERS, (from, from + step)))
                .sum();
            let all = model.expected(&PAST, PARAMETERS, 10.0);
            assert!((sum / all - 1.0).abs() < 0.01, "{model:?}: {sum} {all}");
        }
    }
}
