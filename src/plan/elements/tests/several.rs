//! Elements beside others, and in a business that is different.

use super::*;
use crate::plan::elements::{Scope, fixed_costs, has_something_for, points};

/// The program's world, parts of the design replaced: each must be there.
pub(super) fn changed(changes: &[(&str, &str)], elements: &str) -> WorldPlan {
    let text = changes.iter().fold(DESIGN.to_owned(), |text, (from, to)| {
        assert!(text.contains(from), "nothing to change: {from}");
        text.replace(from, to)
    });
    let design = Design::parse(&format!("{text}{elements}")).unwrap_or_else(|problems| panic!("{problems}"));
    Plan::new(&design, &Truth::central(&design), 1, 0).worlds.remove(1)
}

/// A program that stops after a year has no sale in the next January, and pays for nothing.
#[test]
fn nothing_goes_on_after_the_stop() {
    let stop = ("launch = '2026-01'", "launch = '2026-01'\nstop = '2027-01'");
    let sale = "[[program.seasonal_sale]]\nmonths = [1]\ndiscount = 0.2\ncost_per_month = 7\n";
    let found = |changes: &[(&str, &str)]| {
        let world = changed(changes, sale);
        [0, 12].map(|month| (world.levers[0][month].sale, world.fixed[month].running.get()))
    };
    assert_eq!(found(&[]), [(0.2, 7.0), (0.2, 7.0)]);
    assert_eq!(found(&[stop]), [(0.2, 7.0), (0.0, 0.0)]);
}

/// Nor where the program is stopped earlier than its elements say.
#[test]
fn nothing_goes_on_after_an_earlier_stop() {
    let design = Design::parse(DESIGN).unwrap_or_else(|problems| panic!("{problems}"));
    let (truth, program) = (Truth::central(&design), design.program.as_ref().unwrap());
    let scope = Scope { design: &design, truth: &truth, program, element: &program.elements[0], end: 12 };
    assert_eq!([0, 11, 12, 13].map(|month| scope.works(month)), [true, true, false, false]);
}

/// What would begin after that is not set up any more.
#[test]
fn nothing_is_set_up_after_an_earlier_stop() {
    let late = "[[program.club]]\nfrom = '2027-03'\nsetup_cost = 100\ncost_per_month = 3\n";
    let design = Design::parse(&format!("{DESIGN}{late}")).unwrap_or_else(|problems| panic!("{problems}"));
    let (truth, program) = (Truth::central(&design), design.program.as_ref().unwrap());
    let spent = |end: usize| {
        let mut world = world("");
        let scope = Scope { design: &design, truth: &truth, program, element: &program.elements[1], end };
        fixed_costs(&scope, &mut world);
        let setup: f64 = world.fixed.iter().map(|fixed| fixed.setup.get()).sum();
        (setup, world.fixed.iter().map(|fixed| fixed.running.get()).sum::<f64>())
    };
    assert_eq!([12, 14, 15, 36].map(spent), [(0.0, 0.0), (0.0, 0.0), (100.0, 3.0), (100.0, 66.0)]);
}

/// Of two sales the deeper one counts, or both.
#[test]
fn two_sales_at_once() {
    let sales = "[[program.seasonal_sale]]\nmonths = [1]\ndiscount = 0.2\n[[program.seasonal_sale]]\nmonths = [1]\ndiscount = 0.1\n";
    let sum = ("setup_cost = 0\n", "setup_cost = 0\nstacking = 'sum'\n");
    for (changes, expected) in [(&[][..], 0.2f32), (&[sum][..], 0.3)] {
        let found = changed(changes, sales).levers[0][0].sale;
        assert!((found - expected).abs() < 1e-6, "{found}, not {expected}");
    }
}

/// A sale of April is waited for in March, from the second year on; a second month of it is not. Who has seen a sale of January knows of that in March. Nobody waits for what is not
/// noticed, or for large receipts.
#[test]
fn a_sale_that_was_there_before_is_waited_for() {
    let awaited = |sale: &str, put_off: f64| {
        let waits = ("message_shape = 2\n", format!("message_shape = 2\nput_off = {put_off}\n"));
        let sale = format!("[[program.seasonal_sale]]\n{sale}\n");
        let world = changed(&[(waits.0, &waits.1)], &sale);
        let months = 0..world.deals[0].len();
        let waits = |month: &usize| world.deals[0][*month].iter().any(|deal| deal.awaited > 0.0);
        assert!(world.deals[0].iter().flatten().all(|deal| [0.0, 0.2].contains(&deal.awaited)));
        months.filter(waits).collect::<Vec<_>>()
    };
    assert_eq!(awaited("months = [4]\ndiscount = 0.2", 0.2), [14, 26]);
    assert_eq!(awaited("months = [4, 5]\ndiscount = 0.2", 0.2), [14, 26]);
    assert_eq!(awaited("months = [1, 3]\ndiscount = 0.2", 0.2), [1, 11, 13, 23, 25]);
    assert_eq!(awaited("months = [4]\ndiscount = 0.2", 0.0), [0; 0]);
    assert_eq!(awaited("months = [4]\ndiscount = 0.029", 0.2), [0; 0]);
    assert_eq!(awaited("months = [4]\ndiscount = 0.2\nfrom_receipt = 60", 0.2), [0; 0]);
}

/// Of two offers in a month the second is a deal of its own.
#[test]
fn two_offers_at_once() {
    let offers = "[[program.special_offer]]\ndiscount = 0.2\nevery_months = 1\ntake_up = 0.3\n\
                  [[program.special_offer]]\ndiscount = 0.1\nevery_months = 2\ntake_up = 0.4\n";
    let world = changed(&[], offers);
    assert_eq!([0, 1].map(|month| world.levers[0][month].offer), [0.2, 0.2]);
    let deals = [0, 1].map(|month: usize| {
        world.deals[0][month].iter().map(|deal| (deal.discount, deal.who.chance.to)).collect::<Vec<_>>()
    });
    assert_eq!(deals, [vec![(0.1, 0.4)], vec![]]);
}

/// A segment has a reason to join where some element is for it, or where there is nothing but service.
#[test]
fn reasons_to_join() {
    let joins = |elements: &str| {
        let text = DESIGN.replace("[[program.club]]\nrecognition = 0\nlift = 0\n", elements);
        let design = Design::parse(&text).unwrap_or_else(|problems| panic!("{problems}"));
        [0, 1].map(|segment| has_something_for(design.program.as_ref().unwrap(), segment))
    };
    let service = "[[program.quality]]\nunevenness = 1\nsegments = ['a']\n";
    let club = "[[program.club]]\nsegments = ['b']\n";
    assert_eq!(joins("[[program.club]]\n"), [true, true]);
    assert_eq!(joins(service), [true, true]);
    assert_eq!(joins(club), [false, true]);
    assert_eq!(joins(&format!("{service}{club}")), [false, true]);
}

/// Where points are counted by the thousand, so are the thresholds of tiers that count points.
#[test]
fn tiers_by_points_in_packs() {
    let tiers = |by: &str| {
        let elements = format!(
            "[[program.points]]\nearn = 0.05\npoint_value = 0.00001\n\
             [[program.tiers]]\nsteps = [{{ name = 'gold', {by} = 1_200_000 }}]\n"
        );
        let levels = changed(&[], &elements).levers[0][0].levels;
        (levels.spend[1], levels.counts)
    };
    assert_eq!(tiers("points_per_year"), (1200.0, [0.0, 0.0, 1.0]));
    assert_eq!(tiers("spend_per_year"), (1_200_000.0, [1.0, 0.0, 0.0]));
}

/// Half of the customers meet a touchpoint, of whom three tenths are answered fast: those on the second arc of it.
#[test]
fn fast_answers_at_a_touchpoint() {
    let places = "[[touchpoint]]\nname = 'till'\nshare = 1\nnps = 20\n[[touchpoint]]\nname = 'mail'\nshare = 0.5\nnps = 20\n[program]\n";
    let elements = "[[program.fast_response]]\ntouchpoint = 'mail'\nreaches = 0.3\nlift = 0.4\n";
    let answered = changed(&[("[program]\n", places)], elements).levers[0][0].answered;
    assert!((answered.share - 0.15).abs() < 1e-6, "{answered:?}");
}

/// Where the number of employees is not stated, a visit a month does half of what can be done.
#[test]
fn test_visits_among_nobody_knows_how_many() {
    let elements = "[[program.mystery_shopping]]\nvisits_per_month = 1\ncost_per_visit = 30\nraises_experience_by = 0.1\n";
    let world = changed(&[("[staff]\nemployees = 50\n", "")], elements);
    assert!((world.work.months[0].praise - 0.05).abs() < 1e-12);
}

/// 1.52 times 0.01 friends at 15 each and 0.01 at nothing: 0.0252 at 228/25.2.
#[test]
fn two_campaigns_for_friends() {
    let with =
        "[[program.referral]]\ninvitations = 0.01\nreward = 5\nfriend_reward = 10\nreward_effect = 0.4\n";
    let lever = changed(&[], &format!("{with}[[program.referral]]\ninvitations = 0.01\n")).levers[0][0];
    assert!((lever.invitations - 0.0252).abs() < 1e-6, "{}", lever.invitations);
    assert!((lever.cost_per_friend - 9.047_619).abs() < 1e-5, "{}", lever.cost_per_friend);
}

/// Large receipts earn more, or not where the multiple is 1; whole amounts only; usual receipts of 50 and 100.
#[test]
fn what_of_a_receipt_earns() {
    let earning = |terms: &str, segment: usize| {
        let points = format!("[[program.points]]\nearn = 0.05\n{terms}\n");
        let quiet = [("purchases_per_year = 12\n", "purchases_per_year = 12\nbasket_noise = 0\n")];
        let points = changed(&quiet, &points).levers[segment][0].points;
        (points.earning.is_all(), points.earning.large, points.earning.usual, points.reward_rate)
    };
    let large = "large_receipt = 40\nlarge_receipt_multiple = 2";
    let (all, from, usual, rate) = earning(large, 0);
    assert_eq!((all, from, usual), (false, 40.0, 2.0));
    assert!((rate - 0.1).abs() < 1e-6, "{rate}");
    assert_eq!(earning("large_receipt = 80\nlarge_receipt_multiple = 2", 0).2, 1.0);
    // of receipts of 50 none is raised to 80; to 60 those five sixths of a fifth away: 1/6 · (1 − 0.6^½), with 60 for 50
    let raised = (1.0 - 0.6f32.sqrt()) / 6.0;
    let usual = earning("large_receipt = 60\nlarge_receipt_multiple = 2", 0).2;
    let share = raised * 60.0 / (50.0 + raised * 10.0);
    assert!((usual - 1.0 - share).abs() < 5e-3, "{usual} {share}");
    assert_eq!(earning("large_receipt = 40\nlarge_receipt_multiple = 1", 0), earning("", 0));
    assert!(earning("large_receipt_multiple = 2", 0).0);
    let (all, from, usual, _) = earning("earned_per_full = 40", 0);
    assert_eq!((all, from), (false, f32::INFINITY));
    assert!((usual - 0.8).abs() < 1e-6, "{usual}");
}

/// Two heads in a row are tossed for six times on average; here a month without a purchase is a head.
#[test]
fn months_until_a_silence() {
    let even = std::f64::consts::LN_2;
    assert!((points::until_silent(1.0, even) - 2.0).abs() < 1e-12);
    assert!((points::until_silent(2.0, even) - 6.0).abs() < 1e-12);
    assert!((points::until_silent(3.0, 0.5) - 8.848_692).abs() < 1e-5);
}
