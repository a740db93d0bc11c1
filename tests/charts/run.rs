//! Summaries of made-up runs, with the ups and downs that real ones have.

use loyalsim::design::Sampling;
use loyalsim::summary::*;
use loyalsim::units::{Money, Share, Unit};

/// How a made-up run went.
#[derive(Clone, Copy)]
pub struct Story {
    /// Mean net effect and its standard deviation.
    pub net: (f64, f64),
    /// Mean of the customers saved and its standard deviation.
    pub saved: (f64, f64),
    /// Mean change of the NPS and its standard deviation.
    pub nps: (f64, f64),
    /// Discounts as a share of sales.
    pub discount: f64,
    /// Points outstanding at the end, at face value.
    pub points: f64,
    /// Whether there is a program at all.
    pub program: bool,
}

/// Loses money, saves customers: the classic.
pub const DEAR: Story = Story {
    net: (-18.4e6, 62e6),
    saved: (41_230.0, 6_100.0),
    nps: (1.9, 0.6),
    discount: 0.041,
    points: 34e6,
    program: true,
};
/// Earns money beyond doubt.
pub const GOOD: Story = Story { net: (212e6, 31e6), nps: (0.1, 0.2), ..DEAR };
/// Nothing can be said.
pub const OPEN: Story =
    Story { net: (2e6, 40e6), saved: (900.0, 2_400.0), nps: (0.8, 1.7), points: 0.0, ..DEAR };
/// Harm all round.
pub const BAD: Story =
    Story { net: (-310e6, 31e6), saved: (-5_200.0, 900.0), nps: (-3.0, 0.9), discount: 0.0, ..DEAR };
/// No program.
pub const NONE: Story = Story { program: false, ..DEAR };
/// A program that does nothing at all.
pub const IDLE: Story =
    Story { net: (0.0, 0.0), saved: (0.0, 0.0), nps: (0.0, 0.0), discount: 0.0, points: 0.0, program: true };

const MONTHS: usize = 36;
const LAUNCH: usize = 2;

fn estimate(unit: Unit, (mean, sd): (f64, f64)) -> Estimate {
    let at = |z: f64| mean + z * sd;
    Estimate {
        unit,
        trials: 1000,
        mean,
        mc_error: sd / 31.6,
        sd,
        p5: at(-1.645),
        p25: at(-0.674),
        median: mean,
        p75: at(0.674),
        p95: at(1.645),
        p5_error: sd / 15.0,
        median_error: sd / 25.0,
        p95_error: sd / 15.0,
    }
}

fn band(unit: Unit, value: impl Fn(f64) -> f64, sd: impl Fn(f64) -> f64) -> Band {
    let all: Vec<_> = (0..MONTHS).map(|m| estimate(unit, (value(m as f64), sd(m as f64)))).collect();
    let pick = |field: fn(&Estimate) -> f64| all.iter().map(field).collect();
    Band {
        unit,
        mean: pick(|e| e.mean),
        mc_error: pick(|e| e.mc_error),
        p5: pick(|e| e.p5),
        p25: pick(|e| e.p25),
        median: pick(|e| e.median),
        p75: pick(|e| e.p75),
        p95: pick(|e| e.p95),
    }
}

fn since_launch(month: f64) -> f64 {
    (month + 1.0 - LAUNCH as f64).max(0.0)
}

/// Christmas.
fn season(month: f64) -> f64 {
    if (month + 2.0) % 12.0 == 11.0 { 1.9 } else { 0.92 + 0.08 * (month * 1.3).sin() }
}

fn monthly(story: Story, with: bool) -> Monthly {
    let on = if with { 1.0 } else { 0.0 };
    let ramp = move |m: f64| on * since_launch(m) / (MONTHS - LAUNCH) as f64;
    let wear = |m: f64| if since_launch(m) > 0.0 { on * (-(since_launch(m) - 1.0) / 9.0).exp() } else { 0.0 };
    let given = move |m: f64| {
        if since_launch(m) > 0.0 { on * story.discount * (1.0 - 0.4 / since_launch(m)) } else { 0.0 }
    };
    let active = move |m: f64| 1_000_000.0 - 1_500.0 * m + ramp(m) * story.saved.0;
    let sales = move |m: f64| 210e6 * season(m);
    let cost = move |m: f64| on * (given(m) * sales(m) + if m as usize == LAUNCH { 12e6 } else { 1e6 });
    let loss = move |m: f64| 0.83 * given(m) * sales(m);
    let sum = |f: &dyn Fn(f64) -> f64, m: f64| (0..=m as usize).map(|i| f(i as f64)).sum::<f64>();
    let shares = [0.38, 0.2, 0.16, 0.14, 0.12];
    let cause = |(i, share): (usize, f64)| {
        let effect = if i == 2 { 1.0 - 0.22 * ramp(0.0 * share + 30.0) } else { 1.0 };
        band(
            Unit::Customers,
            move |m| 0.021 * share * active(m) * (1.0 + 0.1 * (m * 0.9).cos()) * effect,
            |_| 300.0,
        )
    };
    let causes: Vec<_> = shares.into_iter().enumerate().map(cause).collect();
    let all = |m: f64| causes.iter().map(|c| c.mean[m as usize]).sum::<f64>();
    let s = |series: Series, value: &dyn Fn(f64) -> f64, sd: &dyn Fn(f64) -> f64| {
        (series, band(series.unit(), value, sd))
    };
    let retention =
        |m: f64| 0.758 + 0.004 * (m * 0.8).sin() / (1.0 + m / 8.0) + ramp(m) * story.saved.0 / 1.2e6;
    let uplift = |m: f64| 0.062 * wear(m) * story.discount / 0.041;
    let bands = vec![
        s(Series::Retention, &retention, &|m| 0.006 + 0.0002 * m),
        s(Series::Active, &active, &|m| 800.0 * m),
        s(Series::Nps, &|m| 30.5 + (m * 0.5).sin() + ramp(m) * story.nps.0, &|_| 1.1),
        s(Series::Churned, &all, &|_| 900.0),
        s(Series::ListRevenue, &sales, &|_| 4e6),
        s(Series::Discount, &|m| given(m) * sales(m), &|m| 0.03 * given(m) * sales(m)),
        s(Series::ProgramCost, &cost, &|_| 3e5),
        s(Series::CumulativeMarginLoss, &|m| sum(&loss, m), &|m| 0.13 * sum(&loss, m)),
        s(Series::Liability, &|m| story.points * ramp(m).sqrt(), &|m| 0.11 * story.points * ramp(m)),
        s(Series::DeferredRevenue, &|m| 0.78 * story.points * ramp(m).sqrt(), &|m| {
            0.09 * story.points * ramp(m)
        }),
        s(Series::DiscountUplift, &uplift, &|m| 0.2 * uplift(m)),
    ];
    Monthly { series: Bands::new(bands), churned_by_cause: causes }
}

fn headline(story: Story, program: &Monthly) -> Headline {
    Headline::new(|scalar| {
        let value = match scalar {
            Scalar::NetEffect => story.net,
            Scalar::NetSaved => story.saved,
            Scalar::NpsChange => story.nps,
            Scalar::PaidToKept => (0.83, 0.03),
            Scalar::UpliftHalved => (9.2, 1.0),
            Scalar::UpliftUnprofitable => (3.0, 0.4),
            _ => (0.0, 0.0),
        };
        let defined = program.series.get(Series::Discount).is_some_and(|d| d.mean.iter().any(|v| *v > 0.0));
        let clock = matches!(scalar, Scalar::UpliftHalved | Scalar::UpliftUnprofitable | Scalar::PaidToKept);
        let trials = if clock && !defined { 0 } else { 1000 };
        Estimate { trials, ..estimate(scalar.unit(), value) }
    })
}

fn waterfall(story: Story) -> Vec<WaterfallStep> {
    let step = |key: Scalar, total: bool, mean: f64| {
        let [mean, mc_error, p5, p95] = [mean, 1e5, mean - 1e6, mean + 1e6].map(Money::new);
        WaterfallStep { key, total, mean, mc_error, p5, p95 }
    };
    let on = if story.discount > 0.0 { 1.0 } else { 0.0 };
    let given = [-184e6 * on, 0.0, -71.4e6 * on, -12e6 * on, -38.2e6 * on, 0.0, 5.9e6 * on, -9e6 * on];
    let sales = story.net.0 - given.iter().sum::<f64>() + 0.6 * story.points * on;
    let amounts = [
        1_800e6,
        sales * 5.0,
        given[0],
        -sales * 4.0,
        given[2],
        given[3],
        given[4],
        given[5],
        given[6],
        given[7],
    ];
    let end: f64 = amounts.iter().sum();
    let keys = [
        Scalar::BaselineContribution,
        Scalar::StepListRevenue,
        Scalar::StepDiscount,
        Scalar::StepCostOfGoods,
        Scalar::StepRewardCost,
        Scalar::StepSetupCost,
        Scalar::StepRunningCost,
        Scalar::StepServiceCost,
        Scalar::StepAcquisitionCost,
        Scalar::StepReferralCost,
    ];
    let steps = keys.into_iter().zip(amounts).enumerate().map(|(i, (key, amount))| step(key, i == 0, amount));
    steps.chain([step(Scalar::ProgramContribution, true, end)]).collect()
}

fn histogram(story: Story) -> Histogram {
    let (mean, sd) = story.net;
    let width = if sd > 0.0 { sd / 6.0 } else { 1.0 };
    let first = ((mean - 3.0 * sd) / width).floor();
    let bins = if sd > 0.0 { 36 } else { 1 };
    let bounds: Vec<f64> = (0..=bins).map(|i| (first + f64::from(i)) * width).collect();
    let weight = |pair: &[f64]| {
        let z = ((pair[0] + pair[1]) / 2.0 - mean) / width / 6.0;
        (1000.0 * 0.0665 * (-z * z / 2.0).exp()).round() as u64
    };
    let counts = bounds.windows(2).map(weight).collect();
    Histogram { bounds: bounds.into_iter().map(Money::new).collect(), counts }
}

fn run(story: Story) -> RunInfo {
    RunInfo {
        title: "Электроника: сеть магазинов".to_owned(),
        today: None,
        program: story.program.then(|| "Bonus card".to_owned()),
        currency: "RUB".to_owned(),
        design_hash: "3f9a1c77b2d0e5".repeat(4),
        version: "0.1.0".to_owned(),
        seed: 42,
        sampling: Sampling::Latin,
        first_trial: 0,
        trials: 1000,
        trials_asked: 1000,
        customers: 10_000,
        launch: story.program.then_some(LAUNCH),
        stop: None,
        partial: false,
    }
}

/// The summary of a story.
pub fn summary(story: Story) -> Summary {
    let program = monthly(story, true);
    let share = if story.net.1 > 0.0 { 1.0 / (1.0 + (1.7 * story.net.0 / story.net.1).exp()) } else { 0.0 };
    let mean_when_losing = (share > 0.0).then_some(Money::new(story.net.0.min(0.0) - 0.7 * story.net.1));
    let [share, mc_error, low, high] = [share, 0.015, share - 0.03, share + 0.03].map(Share::new);
    let probability = Probability { share, mc_error, low, high };
    let expected_shortfall = Money::new(story.net.0 - 2.06 * story.net.1);
    let loss = Loss { probability, mean_when_losing, expected_shortfall };
    let month = |m: usize| format!("{}-{:02}", 2011 + (m + 2) / 12, (m + 2) % 12 + 1);
    Summary {
        format: FORMAT,
        run: run(story),
        headline: headline(story, &program),
        goals: Vec::new(),
        loss: story.program.then_some(loss),
        payback: None,
        price_per_saved: None,
        waterfall: story.program.then(|| waterfall(story)),
        net_effect_histogram: story.program.then(|| histogram(story)),
        causes: ["staff_attitude", "quality", "competition", "drift", "unexplained"]
            .map(str::to_owned)
            .to_vec(),
        months: (0..MONTHS).map(month).collect(),
        baseline: monthly(story, false),
        difference: None,
        ended: None,
        segments: Vec::new(),
        branches: Vec::new(),
        touchpoints: Vec::new(),
        answers: Answers { baseline: answers(0.0), program: story.program.then(|| answers(0.1)) },
        categories: Categories::default(),
        worth: Worths::default(),
        enough: Enough {
            headline: "net_effect",
            error_share: Share::new(0.03),
            target: Share::new(0.05),
            reached: true,
            trials_needed: 400,
        },
        variance: None,
        program: story.program.then_some(program),
    }
}

/// Shares of the answers 0 to 10; `up` of every promoter more.
fn answers(up: f64) -> Vec<Estimate> {
    let shares = [0.006, 0.006, 0.008, 0.02, 0.02, 0.04, 0.05, 0.2, 0.3, 0.2, 0.15];
    let more = |at: usize| if at < 9 { 1.0 - up * 0.35 / 0.65 } else { 1.0 + up };
    shares.iter().enumerate().map(|(at, share)| estimate(Unit::Share, (share * more(at), 0.01))).collect()
}
