//! Laws: elements that are for some product groups.

use super::*;

/// A shop that sells two groups, half of the sales each, with these margins; a sale on some of them.
fn sale(margins: [f64; 2], lines: &str) -> Vec<Tally> {
    let groups = ["dear", "cheap"].iter().zip(margins).map(|(name, margin)| {
        format!("[[product_group]]\nname = \"{name}\"\nshare = 0.5\ngross_margin = {margin}\n")
    });
    let program =
        "[program]\nlaunch = \"2026-01\"\nsetup_cost = 0\ncost_per_month = 0\n[[program.seasonal_sale]]\n";
    let text = format!("{}{program}{lines}\n", groups.collect::<String>());
    play(&design(24, SHOP, &text), 500, 4)
}

fn cost_of_goods(tally: &Tally) -> f64 {
    (0..tally.months()).map(|month| tally.total(1, month, Line::CostOfGoods)).sum()
}

/// A fifth off half of the sales is a tenth off all of them, where all groups have the same margin. Exact.
#[test]
fn a_discount_counts_for_what_it_is_on() {
    let half = sale([0.4, 0.4], "groups = [\"dear\"]\nmonths = [3, 9]\ndiscount = 0.2");
    assert!(half == sale([0.4, 0.4], "months = [3, 9]\ndiscount = 0.1"));
    assert!(half != sale([0.4, 0.4], "months = [3, 9]\ndiscount = 0.2"));
}

/// What a sale sells more is of the goods that it is on. Exact: all else is the same.
#[test]
fn a_sale_sells_more_of_its_own_goods() {
    let on = |group: &str| {
        let lines = format!("groups = [\"{group}\"]\nmonths = [3, 9]\ndiscount = 0.2");
        sale([0.5, 0.3], &lines)
    };
    let both = sale([0.5, 0.3], "months = [3, 9]\ndiscount = 0.1");
    for ((dear, cheap), both) in on("dear").iter().zip(&on("cheap")).zip(&both) {
        let [dear, cheap, both] = [dear, cheap, both].map(cost_of_goods);
        assert!(dear < both && both < cheap, "{dear} {both} {cheap}");
        // as far below as above
        assert!(((both - dear) / (cheap - both) - 1.0).abs() < 1e-6);
    }
}
