//! Training of staff for the money of the program: nobody has measured what it achieves, so what it would have to achieve is found instead.

use super::interval::Interval;
use super::lab::Played;
use super::side_run::SideRun;
use crate::design::{Design, Edit};
use crate::summary::Scalar;
use crate::units::Share;

/// The most contacts that are ever handled to standard.
pub const MOST: f64 = 0.98;
/// The smallest lift that is tried, in share of contacts.
const LEAST: f64 = 0.02;

/// What training for the same money would have to achieve.
#[derive(Debug)]
pub struct Training {
    /// Training at the money of the program with the lift that was tried.
    pub run: SideRun,
    /// Share of contacts handled to standard today.
    pub today: Share,
    /// Rise of that share from which training is worth more than the program; `None` if no rise is enough.
    pub needed: Option<Share>,
    /// Rise from which it pays for itself; `None` if no rise is enough.
    pub pays: Option<Share>,
}

/// The search for the lift: what better service is worth is known for one lift, then for the one that it suggests.
#[derive(Debug)]
pub struct Search {
    /// Share of contacts handled to standard today.
    today: f64,
    /// Lifts and what each is worth before its cost, lowest first; no lift is worth nothing.
    known: Vec<(f64, f64)>,
    /// Present value of the money.
    cost: f64,
    /// Present value of the program.
    program: f64,
    /// The same money a month.
    monthly: f64,
}

impl Search {
    /// A search from better service as a gift; `None` where it is worth nothing or the program costs nothing.
    pub fn new(design: &Design, main: &Played, better: &SideRun, cost: f64) -> Option<Self> {
        let program = design.program.as_ref()?;
        let months = program.launch..program.stop.unwrap_or(design.horizon_months);
        let today = design.central(design.service.proper_contacts);
        let worth = Interval::mean_of(better.rows.column(0, Scalar::Npv).values)?;
        let lift = better_contacts(design) - today;
        if cost.is_nan() || cost <= 0.0 || months.is_empty() || worth <= 0.0 || lift <= 0.0 {
            return None;
        }
        let monthly = cost / months.len() as f64;
        let factor = libm::pow(1.0 + design.central(design.business.cost_of_capital), -1.0 / 12.0);
        let discounted = |month: usize| monthly * libm::pow(factor, (month + 1) as f64);
        let trials = better.rows.len();
        let program = Interval::mean_of(main.column(Scalar::Npv).first(trials).values)?;
        Some(Self {
            today,
            known: vec![(0.0, 0.0), (lift, worth)],
            cost: months.map(discounted).sum(),
            program,
            monthly,
        })
    }

    /// The lift to be tried next: the one that seems to be enough.
    fn next(&self) -> f64 {
        self.lift_worth(self.cost + self.program).clamp(LEAST, (MOST - self.today).max(LEAST))
    }

    /// The element to be tried.
    pub fn element(&self) -> Edit {
        let to = (self.today + self.next()).min(MOST);
        let lines = format!(
            "cost_per_month = {:.0}\nlifts_proper_contacts_to = {to:.4}\nfades_half_life_months = 0\n",
            self.monthly
        );
        Edit::Append("program.staff_training", lines)
    }

    /// What is needed, after the run of [`Self::element`].
    pub fn found(mut self, run: SideRun) -> Training {
        let npv = Interval::mean_of(run.rows.column(0, Scalar::Npv).values).unwrap_or(f64::NAN);
        let tried = (self.next(), npv + self.cost);
        self.known.push(tried);
        self.known.sort_by(|a, b| a.0.total_cmp(&b.0));
        self.known.dedup_by(|b, a| b.0 - a.0 < 1e-6);
        let room = MOST - self.today;
        let enough = |worth: f64| Some(self.lift_worth(worth)).filter(|lift| *lift <= room).map(Share::new);
        let (needed, pays) = (enough((self.cost + self.program).max(0.0)), enough(self.cost));
        Training { run, today: Share::new(self.today), needed, pays }
    }

    /// The lift that is worth so much: along straight lines between the lifts known, and beyond the last of them.
    fn lift_worth(&self, worth: f64) -> f64 {
        let mut pairs = self.known.windows(2).map(|pair| (pair[0], pair[1]));
        let last = pairs.clone().next_back();
        let Some((low, high)) = pairs.find(|(_, high)| high.1 >= worth).or(last) else {
            return f64::INFINITY;
        };
        let slope = (high.1 - low.1) / (high.0 - low.0);
        if slope > 0.0 { low.0 + (worth - low.1) / slope } else { f64::INFINITY }
    }
}

/// The share of contacts handled to standard if ten points more are.
pub fn better_contacts(design: &Design) -> f64 {
    (design.central(design.service.proper_contacts) + 0.10).min(MOST)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lift_lies_on_the_lines_between_those_known() {
        let mut search = Search {
            today: 0.3,
            known: vec![(0.0, 0.0), (0.1, 50.0)],
            cost: 60.0,
            program: 40.0,
            monthly: 1.0,
        };
        assert!((search.next() - 0.2).abs() < 1e-12, "twice as much for twice the worth");
        search.known.push((0.2, 80.0));
        assert!((search.lift_worth(65.0) - 0.15).abs() < 1e-12);
        assert!((search.lift_worth(95.0) - 0.25).abs() < 1e-12, "beyond the last, at its slope");
        search.known.push((0.3, 70.0));
        assert_eq!(search.lift_worth(95.0), f64::INFINITY, "where more is worth less, nothing is enough");
    }
}
