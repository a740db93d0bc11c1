//! What the elements of play, privilege and trade do, each in a shop where little else happens.
//!
//! Designs compared share every customer and all luck, so differences are the elements' own. Where a test compares totals, correct
//! code fails only if the effect of tens of thousands of customer-months has the wrong sign: less than once in a million seeds.

use super::*;

const PROGRAM: &str = r#"
[program]
launch = "2026-01"
willing = 1
joins_per_visit = 1
setup_cost = 0
cost_per_month = 0
"#;

fn with(element: &str) -> Vec<Tally> {
    play(&design(36, SHOP, &format!("{PROGRAM}{element}")), 600, 4)
}

fn all(tallies: &[Tally], world: usize, line: Line) -> f64 {
    tallies.iter().map(|t| sum(t, world, 0..36, line)).sum()
}

/// Change of a line by the program.
fn change(tallies: &[Tally], line: Line) -> f64 {
    all(tallies, 1, line) - all(tallies, 0, line)
}

/// Change of the net promoter score by the program, over all months.
fn nps(tallies: &[Tally]) -> f64 {
    let score = |world| {
        let net = all(tallies, world, Line::Promoters) - all(tallies, world, Line::Detractors);
        100.0 * net / all(tallies, world, Line::Start)
    };
    score(1) - score(0)
}

/// Freshness falls to 87 % a month: 36 months without a rest have 7.6 fresh months, one month in three keeps three quarters.
#[test]
fn a_rotation_beats_a_permanent_one() {
    let game = |rest: &str| {
        with(&format!(
            "[[program.game]]\nopen_to = \"everyone\"\nwin_chance = 1\ndiscount = 0.25\nexcitement = 0.3\n{rest}\n"
        ))
    };
    let rise = |tallies: &[Tally], months: &[usize]| {
        let of = |world| {
            let each = |t: &Tally, m: usize| sum(t, world, m..m + 1, Line::Purchases);
            tallies.iter().flat_map(|t| months.iter().map(move |&m| each(t, m))).sum::<f64>()
        };
        of(1) / of(0) - 1.0
    };
    let (always, turns) = (game(""), game("calendar = [3, 6, 9, 12]"));
    let played: Vec<usize> = (2..36).step_by(3).collect();
    let every: Vec<usize> = (0..36).collect();
    assert!(rise(&turns, &played) > 2.5 * rise(&always, &every));
    assert!(rise(&always, &[34, 35]) < 0.02, "habituation: {}", rise(&always, &[34, 35]));
    assert!(rise(&turns, &[35]) > 0.15, "recovery: {}", rise(&turns, &[35]));
}

/// Who is not entitled gets nothing; a quarter of the customers gets a quarter of the discounts, ± 4 standard errors of who they are
/// (0.9 percentage points with 2,400 customers whose spend differs by a coefficient of variation of about 1.6).
#[test]
fn who_is_not_entitled_gets_nothing() {
    for closed in
        ["entitled_share = 0", "tenure_months = 600", "entry_purchases = 100_000", "entry_spend = 1e9"]
    {
        let element = format!("[[program.preferential_terms]]\ndiscount = 0.1\ncare = 0.1\n{closed}\n");
        let tallies = with(&element);
        assert_eq!(all(&tallies, 1, Line::Discount), 0.0, "{closed}");
    }
    let quarter = with("[[program.preferential_terms]]\ndiscount = 0.02\nentitled_share = 0.25\n");
    let given = all(&quarter, 1, Line::Discount) / all(&quarter, 1, Line::ListRevenue) / 0.02;
    assert!((given - 0.25).abs() < 0.06, "{given}");
}

#[test]
fn an_unfit_gift_harms() {
    let gift = |fits: f64| with(&format!("[[program.gift]]\ncost_per_gift = 2\nfits = {fits}\n"));
    let (unfit, fit) = (gift(0.0), gift(1.0));
    assert!(nps(&unfit) < -0.5 && nps(&fit) > 0.0, "{} {}", nps(&unfit), nps(&fit));
    assert!(all(&fit, 1, Line::GiftCost) > 0.0);
}

/// A twelfth of the customers has a birthday in a month: gifts a year are as many as members, within 4 standard errors.
#[test]
fn birthdays_come_once_a_year() {
    let tallies = with("[[program.gift]]\ncost_per_gift = 1\n");
    let of = |line| tallies.iter().map(|t| sum(t, 1, 12..36, line)).sum::<f64>();
    let a_year = 12.0 * of(Line::GiftCost) / of(Line::Members);
    assert!((a_year - 1.0).abs() < 0.03, "{a_year}");
}

#[test]
fn unused_subscriptions_are_bad_profit() {
    let tallies = with(
        "[[program.subscription]]\nopen_to = \"everyone\"\nfee_per_year = 50\ndiscount = 0.05\noverconfident = 1\ndecides_chance = 1\nresentment = 0.1\n",
    );
    let (fees, idle) = (all(&tallies, 1, Line::FeeIncome), all(&tallies, 1, Line::IdleFees));
    assert!(idle > 0.2 * fees && idle < fees, "{idle} of {fees}");
    assert!(nps(&tallies) < -0.2, "{}", nps(&tallies));
}

#[test]
fn paying_ahead_ties_until_renewal() {
    let paid = |sunk: f64| {
        with(&format!(
            "[[program.subscription]]\nopen_to = \"everyone\"\nfee_per_year = 1\ndiscount = 0.05\ntake_up = 1\ndecides_chance = 1\nlift = 0\nresentment = 0\nsunk_cost = {sunk}\n"
        ))
    };
    assert!(all(&paid(0.2), 1, Line::Active) > all(&paid(0.0), 1, Line::Active));
}

/// Cards sold are used, lapse, or are outstanding; of those sold in the first two years, 6 % + 94 % · 0.65¹² lapse after a year. Exact.
#[test]
fn breakage_of_cards_emerges() {
    let tallies = with(
        "[[program.gift_card]]\nsold_per_purchase = 0.5\nvalue = 50\nuse_chance = 0.35\nforgotten = 0.06\nexpiry_months = 12\nbrings_friend = 1\n",
    );
    let sold = all(&tallies, 1, Line::CardsSold);
    let outstanding: f64 = tallies.iter().map(|t| sum(t, 1, 35..36, Line::CardsOutstanding)).sum();
    let gone = all(&tallies, 1, Line::CardsUsed) + all(&tallies, 1, Line::CardBreakage);
    assert!((sold - gone - outstanding).abs() < 1e-9 * sold);
    let early: f64 = tallies.iter().map(|t| sum(t, 1, 0..24, Line::CardsSold)).sum();
    let lapsed = all(&tallies, 1, Line::CardBreakage) / early;
    let expected = 0.06 + 0.94 * (0..12).fold(1.0, |left, _| left * 0.65);
    assert!((lapsed - expected).abs() < 1e-9, "{lapsed} {expected}");
    assert!(change(&tallies, Line::Arrived) > 0.0 && all(&tallies, 1, Line::FinanceCost) < 0.0);
}

#[test]
fn charges_earn_at_the_expense_of_the_relation() {
    let tallies = with("[[program.charges]]\nopen_to = \"everyone\"\nfee_per_purchase = 2\ncharged = 0.5\n");
    assert!(all(&tallies, 1, Line::FeeIncome) > 0.0);
    assert!(nps(&tallies) < -2.0, "{}", nps(&tallies));
    assert!(change(&tallies, Line::Active) < 0.0);
}

#[test]
fn a_club_is_liked_and_a_bribe_is_taken() {
    let club = with("[[program.club]]\nentitled_share = 0.5\n");
    let bribe = with("[[program.special_offer]]\ndiscount = 0.1\nevery_months = 1\ntake_up = 1\n");
    assert!(nps(&club) > 2.0 && nps(&bribe).abs() < 0.5, "{} {}", nps(&club), nps(&bribe));
    let first_half = |t: &[Tally], w| t.iter().map(|t| sum(t, w, 0..6, Line::Purchases)).sum::<f64>();
    assert!(first_half(&bribe, 1) > 1.03 * first_half(&bribe, 0));
}

#[test]
fn the_right_offer_beats_the_same_for_all() {
    let offer = |relevance: f64| with(&format!("[[program.personal_offers]]\nrelevance = {relevance}\n"));
    let (right, same) = (offer(0.8), offer(0.1));
    assert!(change(&right, Line::Purchases) > change(&same, Line::Purchases));
    assert!(nps(&right) > nps(&same) && nps(&same) < -0.2, "{} {}", nps(&right), nps(&same));
    let cost = [&right, &same].map(|t| all(t, 1, Line::RunningCost) / all(t, 1, Line::Members));
    assert!((cost[0] / cost[1] - 1.0).abs() < 0.02, "the same number of offers: {cost:?}");
}

/// Credit, returns and trade-ins cost their share of sales to the last digit that single precision holds; partners pay half.
#[test]
fn costs_are_shares_of_sales() {
    let tallies = with(
        "[[program.payment_terms]]\ntake_up = 0.2\nmonths = 12\nbad_debt = 0.03\npartners_pay = 0.5\nopen_to = \"everyone\"\n[[program.trade_in]]\ntake_up = 0.1\nallowance = 0.2\nresale = 0.5\nopen_to = \"everyone\"\n[[program.guarantee]]\nreturns = 0.04\nloss_on_return = 0.5\nopen_to = \"everyone\"\n",
    );
    let sales = all(&tallies, 1, Line::ListRevenue);
    for (line, share) in [
        (Line::FinanceCost, 0.2 * (0.5 * 0.1 + 0.03)),
        // revenue is without what has come back
        (Line::ReturnsCost, 0.1 * 0.2 * 0.5 + 0.04 / 0.96 * 0.5),
        (Line::PartnerIncome, 0.5 * 0.2 * (0.5 * 0.1 + 0.03)),
    ] {
        let found = all(&tallies, 1, line) / sales;
        assert!((found / share - 1.0).abs() < 1e-5, "{line:?}: {found} {share}");
    }
}

/// What comes back is not sold: per purchase, revenue, cost of goods, discounts and points fall by its share. Fewer points tie fewer customers, so that baskets
/// differ by chance: within a percent, of which 0.3 are two standard errors.
#[test]
fn what_comes_back_earns_nothing() {
    let sells = "[[program.points]]\nearn = 0.05\n[[program.seasonal_sale]]\nmonths = [3]\ndiscount = 0.1\n";
    let of = |returns: f64| {
        let terms = "loss_on_return = 0.3\nlift = 0\nattraction = 0\nclaims = 0\nopen_to = \"everyone\"\n";
        with(&format!("{sells}[[program.guarantee]]\nreturns = {returns:?}\n{terms}"))
    };
    let (none, half) = (of(0.0), of(0.5));
    let each = |tallies: &[Tally], line| all(tallies, 1, line) / all(tallies, 1, Line::Purchases);
    for line in [Line::ListRevenue, Line::CostOfGoods, Line::Discount, Line::PointsIssued] {
        let found = each(&half, line) / each(&none, line);
        assert!((found / 0.5 - 1.0).abs() < 0.01, "{line:?}: {found}");
    }
    let lost = each(&half, Line::ReturnsCost) / each(&half, Line::ListRevenue);
    assert!((lost / 0.3 - 1.0).abs() < 1e-4, "{lost}");
}

/// The higher the minimum, the more points are never redeemed: a reward that is nearly there draws no more than one that is there. Pairs on the same luck: of
/// each step at most a thousandth may be chance, which is two standard errors.
#[test]
fn a_higher_minimum_never_lowers_breakage() {
    let breakage = |minimum: f64| {
        let tallies = with(&format!(
            "[[program.points]]\nearn = 0.02\npoint_value = 0.01\nminimum_to_redeem = {minimum:?}\nexpiry_months = 12\n"
        ));
        all(&tallies, 1, Line::PointsExpired) / all(&tallies, 1, Line::PointsIssued)
    };
    let found = [0.0, 2.0, 30.0, 70.0, 100.0, 200.0, 400.0, 1000.0].map(breakage);
    assert!(found.windows(2).all(|pair| pair[1] > pair[0] - 0.001), "{found:?}");
    assert!(found[7] > found[0] + 0.05, "{found:?}");
}

/// What is traded in early is missing later: after the end, purchases are below the baseline.
#[test]
fn trade_ins_borrow_from_next_half_year() {
    let tallies = with(
        "[[program.trade_in]]\nopen_to = \"everyone\"\ntake_up = 0.3\nlift = 0.2\npulled_forward = 0.8\nsooner_months = 6\nuntil = \"2026-07\"\n",
    );
    let rise = |months: std::ops::Range<usize>| {
        let of = |w| tallies.iter().map(|t| sum(t, w, months.clone(), Line::Purchases)).sum::<f64>();
        of(1) / of(0) - 1.0
    };
    assert!(rise(0..6) > 0.15 && rise(6..12) < -0.12, "{} {}", rise(0..6), rise(6..12));
    assert!(rise(12..36).abs() < 0.01, "{}", rise(12..36));
}

/// Partners pay the settlement for the points they give; the points' law holds with points from elsewhere.
#[test]
fn a_coalition_shares_points() {
    let points = "[[program.points]]\nearn = 0.03\n";
    let alone = with(points);
    let shared = with(&format!(
        "{points}[[program.partner]]\nearned_elsewhere = 1\nsettlement = 0.9\nattraction = 0\n"
    ));
    let issued = |t: &[Tally]| all(t, 1, Line::PointsIssued);
    assert!(issued(&shared) > 1.7 * issued(&alone));
    assert!(all(&shared, 1, Line::PartnerIncome) > 0.0 && all(&alone, 1, Line::PartnerIncome) == 0.0);
    assert!(nps(&shared) < nps(&alone), "attachment is diluted");
}

#[test]
fn a_draw_needs_odds_worth_a_thought() {
    let draw = |prizes: f64| {
        with(&format!(
            "[[program.prize_draw]]\nprizes_per_month = {prizes}\nprize_cost = 10\nexcitement = 0.2\ncalendar = [6, 12]\n"
        ))
    };
    let (few, many) = (draw(0.1), draw(1000.0));
    assert!(change(&many, Line::Purchases) > change(&few, Line::Purchases) + 100.0);
    assert!(all(&many, 1, Line::GiftCost) > 0.0);
}

/// Talk of a contest now and then brings newcomers, those who take part like the shop more, and the prizes cost what the design says: six
/// times 1000 in each trial, exactly. A contest that never ends disappoints more people than it pleases.
#[test]
fn a_contest_is_talked_about() {
    let contest = "[[program.contest]]\ntaking_part = 0.5\nprizes_per_month = 1000\nattraction = 0.1\n";
    let tallies = with(&format!("{contest}calendar = [6, 12]\n"));
    assert!(change(&tallies, Line::Arrived) > 0.0 && nps(&tallies) > 0.0, "{}", nps(&tallies));
    for tally in &tallies {
        let prizes: f64 = (0..36).map(|month| tally.total(1, month, Line::GiftCost)).sum();
        assert!((prizes - 6000.0).abs() < 1e-6, "{prizes}");
    }
    assert!(nps(&with(contest)) < 0.0);
}

/// Status pleases those who reach it, and falls hurt: where every year demotes, less is left of the pleasure than where nobody falls. A status that
/// everybody has honours nobody.
#[test]
fn status_pleases_and_its_loss_hurts() {
    let tiers = |sorrow: f64| {
        let status = "[[program.tiers]]\ngrace_months = 0\nsteps = [{ name = \"gold\", spend_per_year = 400, recognition = 0, discount = 0.005 }]\n";
        play(
            &design(
                36,
                SHOP,
                &format!("[behaviour]\npromotion_joy = 0.2\ndemotion_ratio = {sorrow}\n{PROGRAM}{status}"),
            ),
            600,
            4,
        )
    };
    let (gentle, sore) = (tiers(0.0), tiers(4.0));
    assert!(nps(&gentle) > 0.2 && nps(&sore) < nps(&gentle) - 0.05, "{} {}", nps(&gentle), nps(&sore));
    let gold_from = |spend: u32| {
        nps(&with(&format!("[[program.tiers]]\nsteps = [{{ name = \"gold\", spend_per_year = {spend} }}]\n")))
    };
    let [all, many, some] = [0, 100, 400].map(gold_from);
    assert!(many > 1.0 && some > 0.5 && all < 0.5 * many, "{all} {many} {some}");
}

/// Two mailings a month are read by some, sixty drive members away.
#[test]
fn too_many_messages_drive_members_away() {
    let mailings = |n: u32| with(&format!("[[program.messages]]\nper_month = {n}\ncost_per_message = 0\n"));
    let (few, many) = (mailings(2), mailings(60));
    assert!(change(&few, Line::Purchases) > 0.0);
    assert!(change(&many, Line::Active) < 0.0 && change(&few, Line::Active) >= change(&many, Line::Active));
}
