//! Customers under contract, who leave once a period or stay: shifted beta-geometric (Fader & Hardie 2007) and beta-discrete-Weibull
//! (Fader, Hardie, Liu, Davin & Steenburgh 2018).

use super::jet::Jet;
use super::maximise::Likelihood;

/// A cohort: how many were there at the start, and how many were left after each period.
#[derive(Debug, Clone, PartialEq)]
pub struct Cohort {
    /// Members at the start, then after each period; they never rise.
    pub left: Vec<f64>,
}

impl Cohort {
    /// Those lost in each period, with the number of the period from 1.
    fn losses(&self) -> impl Iterator<Item = (f64, f64)> {
        self.left.windows(2).enumerate().map(|(at, pair)| ((at + 1) as f64, pair[0] - pair[1]))
    }

    fn all(&self) -> f64 {
        self.left.first().copied().unwrap_or(0.0)
    }

    fn rest(&self) -> (f64, f64) {
        (self.left.len().saturating_sub(1) as f64, self.left.last().copied().unwrap_or(0.0))
    }
}

/// Everybody has his own, constant chance to leave: Beta distributed with α and β.
pub struct ShiftedBetaGeometric<'c> {
    /// The cohort.
    pub cohort: &'c Cohort,
}

/// The same with a chance that runs with time: the n-th period counts n^c − (n − 1)^c times.
pub struct BetaDiscreteWeibull<'c> {
    /// The cohort.
    pub cohort: &'c Cohort,
}

/// ln of the share left after `time` even periods: ln B(α, β + time)/B(α, β).
fn ln_survival<const N: usize>(alpha: Jet<N>, beta: Jet<N>, time: Jet<N>) -> Jet<N> {
    let later = beta + time;
    later.ln_gamma() - (alpha + later).ln_gamma() + (alpha + beta).ln_gamma() - beta.ln_gamma()
}

/// ln(e^a − e^b) for a above b.
fn ln_difference<const N: usize>(a: Jet<N>, b: Jet<N>) -> Jet<N> {
    let ratio = (b - a).exp();
    a + (-ratio).plus(1.0).ln()
}

fn ln_of<const N: usize>(cohort: &Cohort, survival: impl Fn(f64) -> Jet<N>) -> Jet<N> {
    let mut sum = Jet::constant(0.0);
    for (period, lost) in cohort.losses().filter(|(_, lost)| *lost > 0.0) {
        let part = ln_difference(survival(period - 1.0), survival(period));
        sum = sum + part.times(lost);
    }
    let (periods, rest) = cohort.rest();
    sum + survival(periods).times(rest)
}

impl Likelihood<2> for ShiftedBetaGeometric<'_> {
    fn ln(&self, [alpha, beta]: [Jet<2>; 2]) -> Jet<2> {
        ln_of(self.cohort, |time| ln_survival(alpha, beta, Jet::constant(time)))
    }

    fn weight(&self) -> f64 {
        self.cohort.all()
    }
}

impl Likelihood<3> for BetaDiscreteWeibull<'_> {
    fn ln(&self, [alpha, beta, c]: [Jet<3>; 3]) -> Jet<3> {
        ln_of(self.cohort, |time| {
            let run = if time > 0.0 { c.times(libm::log(time)).exp() } else { Jet::constant(0.0) };
            ln_survival(alpha, beta, run)
        })
    }

    fn weight(&self) -> f64 {
        self.cohort.all()
    }
}

/// Share of a cohort left after `time` periods.
pub fn survival([alpha, beta]: [f64; 2], time: f64) -> f64 {
    let [alpha, beta, time] = [alpha, beta, time].map(Jet::<0>::constant);
    libm::exp(ln_survival(alpha, beta, time).value)
}
