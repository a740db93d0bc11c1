//! Laws of discounts that pass: what is bought sooner is missing later, and no more than that is made of them.

use super::*;

/// A shop in which all come twice a month and hardly anybody leaves, with a sale to all in some months.
fn shop(months: usize, behaviour: &str, sale: &str) -> Vec<Tally> {
    let base = BARE.replace("annual_retention = 0.8", "annual_retention = 0.99");
    let base = base.replace("[behaviour]\n", &format!("[behaviour]\nprice_response = 1.4\n{behaviour}\n"));
    let more = format!(
        "[[segment]]\nname = \"all\"\nshare = 1\npurchases_per_year = 24\nbasket = 40\n[program]\nlaunch = \"2026-01\"\nwilling = 0\nsetup_cost = 0\n\
         cost_per_month = 0\n[[program.seasonal_sale]]\nopen_to = \"everyone\"\ndiscount = 0.15\n{sale}\n"
    );
    play(&design(months, &base, &more), 1000, 12)
}

/// What the months of sales sell more, and what the others sell less, as a share of it.
fn bump_and_dip(tally: &Tally, on: impl Fn(usize) -> bool) -> [f64; 2] {
    let more = |month: usize| {
        let sales = |world| sum(tally, world, month..month + 1, Line::ListRevenue);
        sales(1) - sales(0)
    };
    let (mut bump, mut dip) = (0.0, 0.0);
    for month in 0..36 {
        if on(month) { bump += more(month) } else { dip -= more(month) }
    }
    [bump, dip / bump]
}

/// Before and after sales 4 to 25 % of the bump are missing (van Heerde, Leeflang & Wittink 2000), in a shop that sells once a year or every third month: by stocks, and by what
/// customers have come to take for granted. Correct code lies 4 standard errors within these bounds.
#[test]
fn dips_are_a_part_of_the_bump() {
    for (sales, apart) in [("months = [4]", 12), ("months = [4, 10]", 6), ("months = [1, 4, 7, 10]", 3)] {
        let tallies = shop(36, "", sales);
        let dip = Mean::over(&tallies, |tally| bump_and_dip(tally, |month| (month + 9) % apart == 0)[1]);
        let (least, most) = (dip.value - 4.0 * dip.error, dip.value + 4.0 * dip.error);
        assert!(least > 0.04 && most < 0.25, "{sales}: {dip:?}");
    }
}

/// Where all of what is not usual is only bought sooner, and next to nothing is ever taken for granted, as much is missing later: of 0.15 once a year, a 144th is usual. Means beside 4 standard errors: errs
/// once in 15,000.
#[test]
fn what_is_bought_sooner_is_missing_later() {
    let tallies =
        shop(36, "reference_memory = 0.99\nbrought_forward = 1", "months = [2]\nuntil = \"2026-03\"");
    let dip = Mean::over(&tallies, |tally| bump_and_dip(tally, |month| month == 1)[1]);
    let usual = (libm::exp(1.4 * 0.15 / 144.0) - 1.0) / (libm::exp(1.4 * 0.15) - 1.0);
    assert!(dip.z(1.0 - usual).abs() < 4.0 && dip.error < 0.05, "{dip:?} {usual}");
}

/// Of what nothing is brought forward less than a fiftieth is missing, where next to nothing is taken for granted; and what is never over passes in nobody's eyes: nothing is brought forward, to the last bit.
#[test]
fn what_is_not_brought_forward_is_not_missing() {
    for tally in shop(12, "reference_memory = 0.99\nbrought_forward = 0", "months = [2]") {
        let more = |months| {
            let sales = |world| sum(&tally, world, std::ops::Range::clone(&months), Line::ListRevenue);
            sales(1) - sales(0)
        };
        let (bump, later) = (more(1..2), more(2..12));
        assert!(bump > 0.0 && later.abs() < 0.02 * bump, "{later} of {bump}");
    }
    let always = "months = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]";
    assert!(shop(12, "brought_forward = 0", always) == shop(12, "brought_forward = 1", always));
}
