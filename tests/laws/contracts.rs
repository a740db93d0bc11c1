//! Laws of customers who pay by contract: as many stay as declared, whatever the term; they leave when it ends; a bill a month from everybody.

use super::*;

const CUSTOMERS: usize = 1500;
const TRIALS: u64 = 60;
const YEARS: usize = 3;

/// Subscribers with these lines of their segment, and so many newcomers a month, for some years.
fn subscribers(staying: &str, lines: &str, newcomers: f64) -> Design {
    let base = SHOP.split("[[segment]]").next().unwrap();
    let base = base
        .replace("annual_retention = 0.75", staying)
        .replace("new_customers_per_month = 900", &format!("new_customers_per_month = {newcomers}"));
    let segment = format!(
        "[[segment]]\nname = \"subscribers\"\nshare = 1\nbasket = 24\nbilling = \"contract\"\n{lines}\n"
    );
    design(12 * YEARS, &base, &segment)
}

/// As many newcomers as hold the base: those who leave, found by looking twice.
fn level(staying: &str, lines: &str, first: f64) -> Design {
    let mut newcomers = first;
    for _ in 0..2 {
        let tallies = play(&subscribers(staying, lines, newcomers), CUSTOMERS, 16);
        let all = |line| tallies.iter().map(|t| sum(t, 0, 0..12 * YEARS, line)).sum::<f64>();
        newcomers = 50_000.0 * (all(Line::Start) - all(Line::Active)) / all(Line::Active);
    }
    subscribers(staying, lines, newcomers)
}

/// Of the customers at the beginning of a year, the share left at its end.
fn stay(tallies: &[Tally], year: usize) -> Mean {
    Mean::over(tallies, |t| {
        let start = match year {
            1 => sum(t, 0, 0..1, Line::Start) - sum(t, 0, 0..1, Line::Arrived),
            _ => sum(t, 0, 12 * year - 13..12 * year - 12, Line::Active),
        };
        sum(t, 0, 12 * year - 1..12 * year, Line::Stayed) / start
    })
}

/// The share of those there who leave in each month.
fn leave(tallies: &[Tally], months: std::ops::Range<usize>) -> Mean {
    let gone = |t: &Tally| sum(t, 0, months.clone(), Line::Start) - sum(t, 0, months.clone(), Line::Active);
    Mean::over(tallies, |t| gone(t) / sum(t, 0, months.clone(), Line::Start))
}

/// Every year of three, for terms from a month to five years and from a strict term to none, within half a point and 3.3 standard errors (0.001): errs once in
/// 1,000. A base made as if everybody could leave at any time loses up to four points too many.
#[test]
fn as_many_stay_as_declared_whatever_the_term() {
    for (retention, months, early) in [
        (0.85, 1, 0.15),
        (0.6, 12, 0.15),
        (0.85, 12, 0.0),
        (0.95, 24, 0.15),
        (0.75, 24, 0.4),
        (0.8, 36, 0.15),
        (0.8, 12, 1.0),
    ] {
        let staying = format!("annual_retention = {retention}");
        let lines = format!("contract_months = {months}\nleaves_early = {early}");
        let tallies = play(&level(&staying, &lines, 5_000.0 * (1.0 - retention)), CUSTOMERS, TRIALS);
        for year in 1..=YEARS {
            let found = stay(&tallies, year);
            let off = (found.value - retention).abs();
            assert!(
                off < 0.005 + 3.3 * found.error,
                "{retention}, {months}, {early}, year {year}: {found:?}"
            );
        }
    }
}

/// Subscribers who have all just signed and leave by chance alone; nobody comes.
fn cohort(months: usize, more: &str) -> Vec<Tally> {
    let segment = format!(
        "[[segment]]\nname = \"cohort\"\nshare = 1\nbasket = 24\nbilling = \"contract\"\nnew_cohort = \"yes\"\nneeds_change = 0\n\
         churn_shape = 0.67\nchurn_beta = 12\n{more}"
    );
    play(&design(months, BARE, &segment), 2000, 40)
}

/// Share of a cohort left after so many months.
fn left(tallies: &[Tally], months: usize) -> Mean {
    Mean::over(tallies, |t| sum(t, 0, months - 1..months, Line::Active) / sum(t, 0, 0..1, Line::Start))
}

/// Where nobody can leave within the term, nobody does; when it ends, B(α, β + n)/B(α, β) are left, as many as if each month had let them go, and after the
/// second term B(α, β + 2n)/B(α, β). Within 3.9 standard errors (0.0015): errs once in 10,000.
#[test]
fn a_term_holds_until_its_last_month() {
    let ln_beta = |b: f64| libm::lgamma(b) - libm::lgamma(0.67 + b);
    let expected = |months: f64| (ln_beta(12.0 + months) - ln_beta(12.0)).exp();
    for term in [6, 12, 18] {
        let tallies = cohort(36, &format!("contract_months = {term}\nleaves_early = 0\n"));
        assert_eq!(left(&tallies, term - 1).value, 1.0, "{term}");
        for months in [term, 2 * term] {
            let found = left(&tallies, months);
            assert!(found.z(expected(months as f64)).abs() < 3.9, "{term}, {months}: {found:?}");
        }
        assert_eq!(left(&tallies, term).value, left(&tallies, 2 * term - 1).value);
    }
}

/// Everybody there at the start of a month pays one bill, whoever pleases or displeases them and whatever the season: exact. The bill is the same every month.
#[test]
fn everybody_pays_one_bill_a_month() {
    let season = "season = [0.5, 0.5, 1, 1, 1, 1, 1, 1, 1, 1, 2, 2]\nannual_retention = 0.8";
    let design = subscribers(season, "basket_spread = 0\n", 500.0);
    for tally in play(&design, 500, 4) {
        for month in 0..12 * YEARS {
            let [bills, there, money] =
                [Line::Purchases, Line::Start, Line::ListRevenue].map(|line| tally.get(0, 0, month, line));
            assert_eq!(bills, there, "{month}");
            assert!((money / bills / 24.0 - 1.0).abs() < 1e-3, "{month}: {}", money / bills);
        }
    }
}

/// In a level base terms end in every month alike: the share that leaves in each month of the first year is that of all twelve, within 3.9 standard errors
/// (a twelfth of it) and a fiftieth: errs once in 1,000.
#[test]
fn no_month_of_the_year_is_that_of_renewals() {
    let tallies = play(&level("annual_retention = 0.8", "contract_months = 12", 1_000.0), CUSTOMERS, TRIALS);
    let year = leave(&tallies, 0..12).value;
    for month in 0..12 {
        let found = leave(&tallies, month..month + 1);
        assert!((found.value - year).abs() < 0.02 * year + 3.9 * found.error, "{month}: {found:?} {year}");
    }
}

/// A rival takes those whom the calendar lets go: one who is open for three months within the term takes nobody, one who is open when it ends takes some,
/// by more than 4 standard errors.
#[test]
fn a_rival_takes_those_whose_term_ends() {
    let stays = |from: &str, until: &str| {
        let rival =
            format!("[[rival]]\nname = \"next door\"\nopens_from = \"{from}\"\ncloses = \"{until}\"\n");
        let base = BARE.replace("{ unexplained = 1 }", "{ competition = 1 }");
        let segment = "[[segment]]\nname = \"cohort\"\nshare = 1\nbasket = 24\nbilling = \"contract\"\nnew_cohort = \"yes\"\nneeds_change = 0\n\
            annual_retention = 0.8\nleaves_early = 0\n";
        left(&play(&design(24, &base, &format!("{segment}{rival}")), 2000, 24), 12)
    };
    let [within, at_end] = [stays("2026-06", "2026-09"), stays("2026-11", "2027-02")];
    assert!((within.value - 0.8).abs() < 0.005 + 3.3 * within.error, "{within:?}");
    assert!(within.value - at_end.value > 4.0 * (within.error + at_end.error), "{within:?} {at_end:?}");
}

/// Money has no size of its own: with bills a million times as large the same customers stay, with and without a discount at renewal, and it costs a million
/// times as much. Heads are exact, money to single precision.
#[test]
fn nobody_stays_longer_for_larger_bills() {
    let base = SHOP.split("[[segment]]").next().unwrap();
    let program = "[program]\nlaunch = \"2026-01\"\nsetup_cost = 0\ncost_per_month = 0\n[[program.preferential_terms]]\ntenure_months = 11\ndiscount = 0.08\n";
    let [small, large] = [24.0, 24_000_000.0].map(|bill| {
        let segment =
            format!("[[segment]]\nname = \"all\"\nshare = 1\nbasket = {bill:?}\nbilling = \"contract\"\n");
        play(&design(24, base, &format!("{segment}{program}")), 500, 4)
    });
    for (small, large) in small.iter().zip(&large) {
        for (world, month) in [0, 1].into_iter().flat_map(|world| (0..24).map(move |month| (world, month))) {
            let [a, b] = [small, large].map(|tally| tally.get(world, 0, month, Line::Active));
            assert_eq!(a, b, "{world}, {month}");
        }
        let [a, b] = [small, large].map(|tally| sum(tally, 1, 0..24, Line::Discount));
        assert!((b / a / 1e6 - 1.0).abs() < 1e-4, "{a} {b}");
        assert!(sum(small, 1, 23..24, Line::Active) > sum(small, 0, 23..24, Line::Active));
    }
}
