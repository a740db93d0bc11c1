//! What customers will still bring, what points will cost, and what the program of today is worth: tallies that know what is expected.

use super::*;
use crate::simulate::{Item, Outlook, Survey};
use crate::summary::{Collector, Outcome, Scalar};

fn outlook(items: &[(Item, f64)]) -> Outlook {
    let mut outlook = Outlook::default();
    items.iter().for_each(|(item, value)| outlook[*item] = *value);
    outlook
}

/// What a month is worth at its beginning.
fn month() -> f64 {
    libm::pow(1.12, -1.0 / 12.0)
}

/// 100 customers a segment spend 700 a month on goods for 400, so that each brings 3. At the end there are 100 who spend 500 a month and will stay for
/// 3 000 months, with the program a tenth longer. Points outstanding are worth 20 without the program, of which a half will be redeemed, and 100 with it:
/// of 4 and 3 points in the segments 1 and 3.
fn expected() -> Tally {
    let mut tally = tally(0, 2, |Cell { world, line, .. }| match line {
        Line::Start => 100.0,
        Line::ListRevenue => 700.0,
        Line::CostOfGoods => 400.0,
        Line::LiabilityValue => [20.0, 100.0][world],
        _ => 0.0,
    })
    .with_surveys(&Survey::new(0, 0));
    for (world, longer) in [1.0, 1.1].into_iter().enumerate() {
        for segment in 0..2 {
            let [owed, honoured] = if world == 0 { [2.0, 1.0] } else { [[4.0, 1.0], [3.0, 3.0]][segment] };
            let outlooks = tally.outlooks_mut(world, segment).unwrap();
            outlooks.end[0][0] = outlook(&[
                (Item::Heads, 100.0),
                (Item::Spend, 500.0),
                (Item::HeadsAhead, 3_000.0 * longer),
                (Item::SpendAhead, 20_000.0 * longer),
                (Item::Owed, owed),
                (Item::Honoured, honoured),
            ]);
            outlooks.today[4][2] = outlook(&[
                (Item::Began, 100.0),
                (Item::Earned, 900.0),
                (Item::HeadsAhead, 1_000.0),
                (Item::SpendAhead, 8_000.0),
                (Item::Honoured, 4.0),
            ]);
            outlooks.start = outlook(&[
                (Item::Heads, 100.0),
                (Item::Spend, 500.0),
                (Item::HeadsAhead, 2_900.0),
                (Item::SpendAhead, 19_000.0),
            ]);
        }
    }
    tally
}

#[track_caller]
fn holds(outcome: &Outcome, scalar: Scalar, expected: f64) {
    let found = outcome.get(scalar);
    let close = (found - expected).abs() <= 1e-9 * expected.abs().max(1.0);
    assert!(close, "{}: {found}, not {expected}", scalar.key());
}

/// 20 000 of 500 a month are 4 000 usual months of a customer, 12 000 in money, times 30 for the weights.
#[test]
fn the_value_of_the_base() {
    let design = with_program();
    let outcome = Outcome::of(&design, &truth(&design), &expected());
    for (scalar, expected) in [
        // a first month, and 3 800 usual ones
        (Scalar::BaseValueStart, 30.0 * month() * (300.0 + 11_400.0)),
        (Scalar::BaseValueBaseline, 360_000.0),
        (Scalar::BaseValueProgram, 396_000.0),
        (Scalar::BaseValueChange, 36_000.0),
        (Scalar::BaseValueStays, 36_000.0),
        // a point costs a half: 3 000 at 0.7 against 600 at 0.5
        (Scalar::ExpectedRedemption, 0.7),
        (Scalar::NetEffect, -900.0),
        (Scalar::NetEffectFullPoints, -1_200.0),
        (Scalar::NetEffectWithBase, 35_100.0),
        (Scalar::NpvWithBase, libm::pow(month(), 14.0) * 35_100.0),
    ] {
        holds(&outcome, scalar, expected);
    }
}

/// One of today's customers has brought 9 and will bring 48 less a half of 0.04 points, seen from the end; one of those at the end, 120.
#[test]
fn what_a_customer_is_worth() {
    let design = with_program();
    let outcome = Outcome::of(&design, &truth(&design), &expected());
    let names = Collector::new(&design).names();
    let holds = |name: &str, expected: f64| {
        let place = names.iter().position(|known| known == name).unwrap();
        let found = outcome.figures.numbers[place];
        assert!((found - expected).abs() < 1e-9 || found.is_nan() && expected.is_nan(), "{name}: {found}");
    };
    let lifetime = 9.0 + libm::pow(month(), 14.0) * (48.0 - 0.02);
    for group in ["segment.regulars", "category.pragmatist", "answering.detractors"] {
        holds(&format!("{group}.lifetime_value_baseline"), lifetime);
    }
    for group in ["segment.occasional", "category.committed", "answering.promoters"] {
        holds(&format!("{group}.residual_value_baseline"), 120.0);
        holds(&format!("{group}.residual_value_program"), 132.0);
    }
    holds("category.committed.lifetime_value_baseline", f64::NAN);
    holds("category.hostage.residual_value_program", f64::NAN);
}

/// The program of today brings 50 more a month and keeps 4 more of 100, and 30 of these are what is simulated.
#[test]
fn what_the_program_of_today_is_worth() {
    let design = with_program();
    let going_on = |Cell { world, line, .. }: Cell| match line {
        Line::ListRevenue => [700.0, 800.0, 650.0][world],
        Line::CostOfGoods => 400.0,
        Line::Active => [99.0, 99.0, 95.0][world],
        _ => 0.0,
    };
    let outcome = Outcome::of(&design, &truth(&design), &tally(0, 3, going_on).with_ended(true));
    for (scalar, expected) in [
        (Scalar::TodayRevenue, 50.0 * 12.0 * 30.0),
        (Scalar::TodayRevenueShare, 1.0 / 14.0),
        (Scalar::TodayCustomers, 4.0 * 30.0),
        (Scalar::TodayProfit, 50.0 * 12.0 * 30.0),
        (Scalar::TodayNetEffect, 50.0 * 14.0 * 30.0),
        (Scalar::NetEffect, 100.0 * 14.0 * 30.0),
    ] {
        holds(&outcome, scalar, expected);
    }
}

/// The months of the world without the program of today follow on all others, where months are read.
#[test]
fn months_of_a_program_that_has_ended() {
    let today = "\n[today]\nname = 'Old card'\nlaunched = '2022-05'\ncost_per_month = 0\n\n[[today.points]]\nearn = 0.02\n";
    let design = design(&format!("{BUSINESS}{PROGRAM}{today}"));
    let (truth, tally) = (truth(&design), tally(0, 3, |cell| cell.world as f64).with_ended(true));
    let outcome = Outcome::of(&design, &truth, &tally);
    let frame = crate::summary::Frame::of(&design);
    assert_eq!(outcome.figures.cells.len(), frame.series() * MONTHS);
    let active = frame.first_of_ended() * MONTHS + crate::summary::Series::Active as usize * MONTHS;
    assert_eq!(outcome.figures.cells[active..active + 2], [60.0, 60.0]);
    let without = Outcome::without_months(&design, &truth, &tally);
    assert!(without.figures.cells.is_empty() && without.figures.numbers.len() == frame.numbers());
}

/// Two lucks differ by twice the variance of one.
#[test]
fn trials_played_again() {
    use crate::summary::Replays;
    let design = with_program();
    let truth = truth(&design);
    let earning = |more: f64| {
        tally(0, 2, move |cell| match cell {
            Cell { world: 1, line: Line::ListRevenue, .. } => more,
            _ => 0.0,
        })
    };
    let own = earning(1.0);
    let replays = Replays { events: Some(earning(3.0)), customers: Some(earning(0.5)) };
    let twins = Outcome::of(&design, &truth, &own).with_twins(&design, &truth, &own, &replays).twins.unwrap();
    let unit = 14.0 * 30.0;
    assert!((twins.events - 2.0 * unit * unit).abs() < 1e-6, "{twins:?}");
    assert!((twins.customers - unit * unit / 8.0).abs() < 1e-6, "{twins:?}");
}

/// The same of a sample: what the sample's luck makes of the difference is taken out of what events do, and the business's own luck counts beside new customers.
#[test]
fn trials_of_a_sample_played_again() {
    use crate::simulate::{Along, Experiment, Settings};
    use crate::summary::Replays;
    let design = with_program();
    let experiment = Experiment::new(&design, Settings { seed: 3, customers: 60 });
    let (truth, tally) = (experiment.truth(0), experiment.play(0));
    // another trial stands for the same with other events, and with other customers
    let replays = Replays { events: Some(experiment.play(1)), customers: Some(experiment.play(2)) };
    let outcome = Outcome::of(&design, &truth, &tally).with_twins(&design, &truth, &tally, &replays);
    let twins = outcome.twins.unwrap();
    let read = |tally: &Tally| {
        let outcome = Outcome::of(&design, &truth, tally);
        (outcome.headline(), outcome.excess(Scalar::NetEffect))
    };
    let own = read(&tally);
    let [events, customers] = [&replays.events, &replays.customers].map(|twin| read(twin.as_ref().unwrap()));
    let luck = events.1 - own.1;
    let [more, less] = [0.5, -0.5].map(|by| read(&tally.leaning(Along::Own, by)).0);
    assert!(luck.abs() > 1.0 && (more - less).abs() > 1.0, "{luck} {more} {less}");
    let near = |found: f64, expected: f64| {
        assert!((found - expected).abs() < 1e-9 * expected.abs().max(1.0), "{found}, not {expected}");
    };
    near(twins.events, ((events.0 - own.0).powi(2) - luck.powi(2)) / 2.0);
    near(twins.customers, (customers.0 - own.0).powi(2) / 2.0 + (more - less).powi(2));
}

/// 3 of goods, 0.5 off and 0.1 for points by the usual month, 0.08 for service with what is bought, 0.05 for staff by the head; fees of 0.6 less costs of 0.2 by the
/// member, of whom there are 50 among 100. Of 4 000 usual months, 6 000 of discounts and 3 000 of points, 1 000 months of members and 3 000 of all that is 8 630.
#[test]
fn what_a_flow_goes_with() {
    let flows = |Cell { line, .. }: Cell| match line {
        Line::Start => 100.0,
        Line::ListRevenue => 700.0,
        Line::CostOfGoods => 400.0,
        Line::Discount => 50.0,
        Line::IssuedValue => 20.0,
        Line::FeeIncome => 30.0,
        Line::RunningCost => 10.0,
        Line::StaffPay => 5.0,
        Line::ServiceCost => 8.0,
        Line::Members => 50.0,
        _ => 0.0,
    };
    let mut tally = tally(0, 2, flows).with_surveys(&Survey::new(0, 0));
    for (world, segment) in [(0, 0), (0, 1), (1, 0), (1, 1)] {
        let outlooks = tally.outlooks_mut(world, segment).unwrap();
        outlooks.end[0][0] = outlook(&[
            (Item::Heads, 100.0),
            (Item::Members, 40.0),
            (Item::Spend, 500.0),
            (Item::Rebate, 25.0),
            (Item::Issued, 10.0),
            (Item::HeadsAhead, 3_000.0),
            (Item::MembersAhead, 1_000.0),
            (Item::SpendAhead, 20_000.0),
            (Item::RebateAhead, 1_500.0),
            (Item::RewardAhead, 300.0),
        ]);
        outlooks.today[4][2] = outlook(&[(Item::Began, 100.0)]);
        outlooks.start = outlook(&[
            (Item::Heads, 100.0),
            (Item::Members, 50.0),
            (Item::Spend, 500.0),
            (Item::HeadsAhead, 2_900.0),
            (Item::MembersAhead, 1_450.0),
            (Item::SpendAhead, 19_000.0),
        ]);
    }
    let design = with_program();
    let outcome = Outcome::of(&design, &truth(&design), &tally);
    holds(&outcome, Scalar::BaseValueBaseline, 30.0 * 8_630.0);
    holds(&outcome, Scalar::BaseValueProgram, 30.0 * 8_630.0);
    // a first month of 247, and 3 800 usual ones, no points: 9 500 − 304 + 1 450 · 0.4 − 145
    holds(&outcome, Scalar::BaseValueStart, 30.0 * month() * (247.0 + 9_500.0 - 304.0 + 580.0 - 145.0));
}

/// A goal beyond the horizon is not reached.
#[test]
fn goals_beyond_the_horizon() {
    use crate::summary::effect::Comparison;
    use crate::summary::ledger::Ledger;
    use crate::summary::terms::Terms;
    let design = with_program();
    let mut terms = Terms::of(&design, &truth(&design));
    terms.goals[0].by = MONTHS;
    let ledger = Ledger::of(&expected(), 0);
    let worlds = Comparison { baseline: &ledger, program: &ledger, terms: &terms, redemption: [1.0; 2] };
    let [value, threshold, reached, ..] = crate::summary::goal::numbers(&terms.goals[0], &worlds, true);
    assert!(value.is_nan() && threshold == 0.74 && reached == 0.0);
}
