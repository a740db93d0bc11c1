//! BG/BB (Fader, Hardie & Shang 2010): at each of n occasions an active customer buys with a chance of his own, Beta distributed with α and β;
//! before each occasion he may leave for good with another, Beta distributed with γ and δ.

use super::jet::{Jet, rising};
use super::maximise::Likelihood;

/// Customers who bought at the same number of occasions, the last time at the same one.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Occasions {
    /// Occasions with a purchase.
    pub bought: u32,
    /// The last of them; 0 if there was none.
    pub last: u32,
    /// Occasions there were.
    pub of: u32,
    /// How many customers this is true of.
    pub customers: f64,
}

/// The model with data.
pub struct BgBb<'o> {
    /// All customers.
    pub cells: &'o [Occasions],
}

impl Likelihood<4> for BgBb<'_> {
    fn ln(&self, [alpha, beta, gamma, delta]: [Jet<4>; 4]) -> Jet<4> {
        let most = self.cells.iter().map(|cell| cell.of).max().unwrap_or(0) as usize + 1;
        let [ups, downs, both] = [alpha, beta, alpha + beta].map(|start| rising(start, most));
        let [stays, all] = [delta, gamma + delta].map(|start| rising(start, most));
        // x purchases in so many occasions, given in which; stays for so many, then leaves or not
        let buys = |x: usize, of: usize| ups[x] + downs[of - x] - both[of];
        let mut sum = Jet::constant(0.0);
        for cell in self.cells {
            let (x, last, of) = (cell.bought as usize, cell.last as usize, cell.of as usize);
            let mut ln = buys(x, of) + stays[of] - all[of];
            for gone in last..of {
                let leaves = stays[gone] + gamma.ln() - all[gone + 1];
                ln = ln.ln_add_exp(buys(x, gone) + leaves);
            }
            sum = sum + ln.times(cell.customers);
        }
        sum
    }

    fn weight(&self) -> f64 {
        self.cells.iter().map(|cell| cell.customers).sum()
    }
}
