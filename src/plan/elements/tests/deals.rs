//! Elements that are deals for some or all.

use super::*;

changes! {
    // Odds 5 / 500 = 0.01 against 0.01: a half. A prize of 5 against a tenth of a receipt, 5: a half; against 10: a third. 0.04 · 1/4.
    prize_draw {
        "prizes_per_month = 5; prize_cost = 5; excitement = 0.04; odds_that_halve = 0.01; disappointment = 0.001", 0, 0 => "
            members true: lift 0.01 harm 0.00099
            gifts 25
        ";
        "prizes_per_month = 5; prize_cost = 5; excitement = 0.04; odds_that_halve = 0.01; disappointment = 0.001", 1, 1 => "
            members true: lift 0.0033333 harm 0.00099
            gifts 25
        ";
        // a month of rest gives a fifth back: 0.5 + 0.2 · 0.5
        "prizes_per_month = 5; prize_cost = 5; excitement = 0.04; odds_that_halve = 0.01; disappointment = 0.001; calendar = [1, 3]", 0, 1 => "";
        "prizes_per_month = 5; prize_cost = 5; excitement = 0.04; odds_that_halve = 0.01; disappointment = 0.001; calendar = [1, 3]", 0, 2 => "
            members true: lift 0.006 harm 0.00099
            gifts 25
        ";
        "prizes_per_month = 5; prize_cost = 0; excitement = 0.04; odds_that_halve = 0.01; disappointment = 0.001", 0, 0 => "";
        "prizes_per_month = 5; prize_cost = 5; excitement = 0.04; odds_that_halve = 0.01; disappointment = 0.001; open_to = 'everyone'; segments = ['a']; partners_pay = 0.2", 0, 0 => "
            everyone: lift 0.01 harm 0.00099
            gifts 25 partners 5
        ";
    }
    // Of 500 members a tenth take part: prizes of 2.5 are 0.05 for each, a thousandth of a receipt of 50: a half.
    contest {
        "taking_part = 0.1; prizes_per_month = 2.5; excitement = 0.1; involvement = 0.02; disappointment = 0.002; attraction = 0.01", 0, 0 => "
            attraction 0.0066667
            members true part.to 0.1 part.times 509: lift 0.05 warmth 0.01 harm 0.002
            gifts 2.5
        ";
        "taking_part = 0.1; prizes_per_month = 2.5; excitement = 0.1; involvement = 0.02; disappointment = 0.002; attraction = 0.01", 1, 1 => "
            attraction 0.0022222
            members true part.to 0.1 part.times 509: lift 0.016667 warmth 0.0033333 harm 0.002
            gifts 2.5
        ";
    }
    // A chance of 0.01 excites by a half; a prize of 0.1 by 0.5 / (0.25 / 0.35) = 0.7.
    game {
        "win_chance = 0.01; discount = 0.1; excitement = 0.1; disappointment = 0.001", 0, 0 => "everyone: rebate 0.001 lift 0.035 harm 0.00099";
        "win_chance = 0.04; discount = 0.25; excitement = 0.1; disappointment = 0.001", 0, 1 => "everyone: rebate 0.01 lift 0.04 harm 0.00096";
    }
    // The usual allowance: 0.05 · 0.15 · (1 − 0.4) = 0.0045 is lost. Of a rise of 0.03 six tenths are missing six months later.
    trade_in {
        "take_up = 0.05; allowance = 0.15; resale = 0.4; lift = 0.03; pulled_forward = 0.6; sooner_months = 6", 0, 0 => "everyone: lift 0.03 returns 0.0045 of spend";
        "take_up = 0.05; allowance = 0.15; resale = 0.4; lift = 0.03; pulled_forward = 0.6; sooner_months = 6", 0, 6 => "everyone: lift 0.012 returns 0.0045 of spend";
        "take_up = 0.05; allowance = 0.15; resale = 0.4; lift = 0.03; pulled_forward = 0.6; sooner_months = 6; until = '2026-04'", 0, 5 => "";
        "take_up = 0.05; allowance = 0.15; resale = 0.4; lift = 0.03; pulled_forward = 0.6; sooner_months = 6; until = '2026-04'", 0, 8 => "everyone: lift -0.018";
        "take_up = 0.05; allowance = 0.15; resale = 0.4; lift = 0.03; pulled_forward = 0.6; sooner_months = 6; until = '2026-04'", 0, 9 => "";
        // 0.3 / 0.4 against 0.15 / 0.25
        "take_up = 0.05; allowance = 0.3; resale = 0.4; lift = 0.03; pulled_forward = 0.6; sooner_months = 6", 0, 0 => "everyone: lift 0.0375 returns 0.009 of spend";
        // at most what comes with an old item
        "take_up = 0.02; allowance = 0.15; resale = 0.4; lift = 0.03; pulled_forward = 0.6; sooner_months = 6", 0, 0 => "everyone: lift 0.020408 returns 0.0018 of spend";
    }
    // The fee pays from 60 / 0.1 = 600 a year. 0.3 · 0.1 decide in the first month, 0.3 · 0.19 by the second; the fee is a tenth of what is
    // usually spent, noticed in full. The others renew by a half.
    subscription {
        "fee_per_year = 60; discount = 0.1; take_up = 0.3; overconfident = 0.05; decides_chance = 0.1; renewal = 0.5; sunk_cost = 0.03; lift = 0.05; resentment = 0.02", 0, 0 => "
            members true part.to 0.03 part.times 509 worth.from 600: discount 0.1 lift 0.05 hold 0.03 idle_harm 0.02 fee 5 a head
            members true part.to 0.005 part.times 509 worth.to 600 thins true: discount 0.1 lift 0.05 hold 0.03 idle_harm 0.02 fee 5 a head
        ";
        "fee_per_year = 60; discount = 0.1; take_up = 0.3; overconfident = 0.05; decides_chance = 0.1; renewal = 0.5; sunk_cost = 0.03; lift = 0.05; resentment = 0.02", 0, 1 => "
            members true part.to 0.057 part.times 509 worth.from 600: discount 0.1 lift 0.05 hold 0.0275 idle_harm 0.02 fee 5 a head
            members true part.to 0.0095 part.times 509 worth.to 600 thins true: discount 0.1 lift 0.05 hold 0.0275 idle_harm 0.02 fee 5 a head
        ";
        "fee_per_year = 60; discount = 0.1; take_up = 0.3; overconfident = 0.05; decides_chance = 0.1; renewal = 0.5; sunk_cost = 0.03; lift = 0.05; resentment = 0.02", 0, 13 => "
            members true part.to 0.23137 part.times 509 worth.from 600: discount 0.1 lift 0.05 hold 0.0275 idle_harm 0.02 fee 5 a head
            members true part.to 0.019281 part.times 509 worth.to 600 thins true: discount 0.1 lift 0.05 hold 0.0275 idle_harm 0.02 fee 5 a head
        ";
        // two years on the others have renewed twice
        "fee_per_year = 60; discount = 0.1; take_up = 0.3; overconfident = 0.05; decides_chance = 0.1; renewal = 0.5; sunk_cost = 0.03; lift = 0.05; resentment = 0.02", 0, 24 => "
            members true part.to 0.27846 part.times 509 worth.from 600: discount 0.1 lift 0.05 hold 0.03 idle_harm 0.02 fee 5 a head
            members true part.to 0.011603 part.times 509 worth.to 600 thins true: discount 0.1 lift 0.05 hold 0.03 idle_harm 0.02 fee 5 a head
        ";
        // a fee of a hundredth of what is spent, and a discount of a hundredth, are noticed by a third
        "fee_per_year = 6; discount = 0; take_up = 0.3; overconfident = 0.05; decides_chance = 0.1; renewal = 0.5; sunk_cost = 0.03; lift = 0.05; resentment = 0.02", 0, 0 => "
            members true part.to 0.03 part.times 509 worth.from inf: hold 0.01 idle_harm 0.0066667 fee 0.5 a head
            members true part.to 0.005 part.times 509 thins true: hold 0.01 idle_harm 0.0066667 fee 0.5 a head
        ";
        "fee_per_year = 6; discount = 0.01; take_up = 0.3; overconfident = 0.05; decides_chance = 0.1; renewal = 0.5; sunk_cost = 0.03; lift = 0.06; resentment = 0.03", 0, 0 => "
            members true part.to 0.03 part.times 509 worth.from 600: discount 0.01 lift 0.02 hold 0.01 idle_harm 0.01 fee 0.5 a head
            members true part.to 0.005 part.times 509 worth.to 600 thins true: discount 0.01 lift 0.02 hold 0.01 idle_harm 0.01 fee 0.5 a head
        ";
        "fee_per_year = 0; discount = 0.1; take_up = 0.3; overconfident = 0; decides_chance = 1; sunk_cost = 0.03; lift = 0.05; resentment = 0.02", 0, 0 => "
            members true part.to 0.3 part.times 509: discount 0.1 lift 0.05
            members true part.to 0 part.times 509 worth.to 0 thins true: discount 0.1 lift 0.05
        ";
        // without a discount there is nothing to subscribe to, even for no fee
        "fee_per_year = 0; discount = 0; take_up = 0.3; overconfident = 0; decides_chance = 1; sunk_cost = 0.03; lift = 0.05; resentment = 0.02", 0, 0 => "";
    }
    // A gift of 1.5 is three hundredths of a receipt of 50: a half. In March those born in March. What fits, 0.9 a year, is 0.0015 of 600: a twentieth of
    // what is noticed, so a twentieth of it is a reason to stay; 60 of 100 are a tenth of the spend, and all of it counts.
    gift {
        "cost_per_gift = 1.5; fits = 0.6; delight = 0.1; harm = 0.05", 0, 2 => "
            members true part.from 0.16667 part.to 0.25 part.times 509: warmth 0.03 harm 0.02 gift 1.5 a head
            members true: hold 0.000075
        ";
        "cost_per_gift = 100; fits = 0.6; delight = 0.1; harm = 0.05; entitled_share = 0.5", 0, 2 => "
            members true part.from 0.083333 part.to 0.125 part.times 509: warmth 0.059113 harm 0.02 gift 100 a head
            members true part.to 0.5 part.times 509: hold 0.1
        ";
        "occasion = 'holiday'; calendar = [12]; cost_per_gift = 1.5; fits = 0.6; delight = 0.1; harm = 0.05", 0, 11 => "members true: hold 0.000075 warmth 0.03 harm 0.02 gift 1.5 a head";
        "occasion = 'holiday'; calendar = [12]; cost_per_gift = 1.5; fits = 0.6; delight = 0.1; harm = 0.05", 0, 10 => "members true: hold 0.000075";
        // For 200 within March and April, half of the gift of 20 is a twentieth of it: 1 − 0.6^½ = 0.2254. It is given once a year, in each year 10 of 1 200, which those spend who
        // spend 200 in two months: 0.0083 of 0.03 is noticed, a ground to stay of 0.0023.
        "occasion = 'spend'; from_spend = 200; within_months = 2; calendar = [3, 4]; cost_per_gift = 20; fits = 0.5", 0, 2 => "
            members true target.on true target.begins true target.spend.from 200 target.spend.reach 0.2 target.spend.pull 0.2254 target.spend.ahead 0.15: gift 20 a head
            members true worth.from 1200: hold 0.0023148
        ";
        "occasion = 'spend'; from_spend = 200; within_months = 2; calendar = [3, 4]; cost_per_gift = 20; fits = 0.5", 0, 3 => "
            members true target.on true target.ends true target.spend.from 200 target.spend.reach 0.2 target.spend.pull 0.2254 target.spend.ahead 0.15: gift 20 a head
            members true worth.from 1200: hold 0.0023148
        ";
        "occasion = 'spend'; from_spend = 200; within_months = 2; calendar = [3, 4]; cost_per_gift = 20; fits = 0.5", 0, 4 => "members true worth.from 1200: hold 0.0023148";
        // whoever buys gets it in each month: four gifts of 5 fit, 0.0333 of a year's 600
        "occasion = 'spend'; calendar = [1, 4, 7, 10]; cost_per_gift = 10; fits = 0.5", 1, 0 => "
            members true target.on true target.begins true target.ends true: gift 10 a head
            members true: hold 0.033333
        ";
    }
    // Half of the members: 1 − 0.7 · 0.5 = 0.65 of the pull.
    club {
        "recognition = 0.1; crowding = 0.7; lift = 0.02; entitled_share = 0.5", 0, 1 => "members true part.to 0.5 part.times 606: lift 0.01 warmth 0.065";
    }
    preferential_terms {
        "discount = 0.1; care = 0.005; envy = 0.003; entitled_share = 0.3", 0, 0 => "
            part.to 0.3 part.times 606: discount 0.1 warmth 0.005
            part.from 0.3 part.to 1 part.times 606: harm 0.003
        ";
        "discount = 0.1; care = 0.005; envy = 0.003", 0, 0 => "everyone: discount 0.1 warmth 0.005";
        // a third of what is noticed
        "discount = 0.01; care = 0.006; envy = 0.003", 0, 0 => "everyone: discount 0.01 warmth 0.002";
    }
    // An offer reaches three tenths, and suits four tenths of them: 0.12. Half of the usual discount draws 0.625 / 0.76923 as much.
    personal_offers {
        "discount = 0.1; reach = 0.3; relevance = 0.4; lift = 0.05; irritation = 0.005; cost_per_offer = 0.2", 0, 0 => "
            members true chance.to 0.12 chance.times 3: discount 0.1 passes 0.09856 lift 0.05 running 0.2 a head
            members true chance.from 0.12 chance.to 0.3 chance.times 3: harm 0.005 running 0.2 a head
        ";
        "discount = 0.05; reach = 0.3; relevance = 1; lift = 0.05; irritation = 0.005; cost_per_offer = 0.2", 0, 0 => "members true chance.to 0.3 chance.times 3: discount 0.05 passes 0.0455 lift 0.040625 running 0.2 a head";
    }
    // Of 0.2 of the sales 10/24 of a year is owed on average, at 0.12, and 0.03 is lost: 0.2 · (0.05 + 0.03) = 0.016. At 25 % interest
    // credit is taken 1/e as often. Five months draw 0.5 / (10/15) = 0.75 of what ten do.
    payment_terms {
        "take_up = 0.2; months = 10; bad_debt = 0.03; lift = 0.05", 0, 0 => "everyone: lift 0.05 finance 0.016 of spend";
        "take_up = 0.2; months = 10; bad_debt = 0.03; lift = 0.05; interest_per_year = 0.25", 0, 0 => "everyone: lift 0.018394 fee 0.0076642 of spend finance 0.0058861 of spend";
        "take_up = 0.2; months = 5; bad_debt = 0; lift = 0.05", 0, 0 => "everyone: lift 0.0375 finance 0.005 of spend";
        "take_up = 0.2; months = 0; bad_debt = 0.03; lift = 0.05", 0, 0 => "";
        // what credit has sold is sold on credit
        "take_up = 0.02; months = 10; bad_debt = 0.03; lift = 0.05", 0, 0 => "everyone: lift 0.020408 finance 0.0016 of spend";
        "take_up = 0; months = 10; bad_debt = 0.03; lift = 0.05", 0, 0 => "";
    }
    // Four hundredths come back, 0.04 / 0.96 · 0.24 = 0.01 of what remains sold. Half of what is not recovered fast is claimed:
    // 0.2 + 0.8 · 0.5 = 0.6; slowly, 0.4 · 0.5 = 0.2.
    guarantee {
        "returns = 0.04; loss_on_return = 0.24; claims = 0.5; lift = 0.02; attraction = 0.03", 0, 0 => "
            recovered_fast 0.6 recovered_slowly 0.2 attraction 0.03
            everyone: lift 0.02 returned 0.04 returns 0.01 of spend
        ";
        "returns = 0.95; loss_on_return = 0.2; claims = 0; lift = 0; attraction = 0; open_to = 'members'", 0, 0 => "members true: returned 0.95 returns 3.8 of spend";
    }
    // A charge of 2.5 is a twentieth of a receipt, for which the resentment holds: e^(−2 · 0.05) − 1 of the purchases are lost. On a receipt
    // of 100 it is half of that.
    charges {
        "fee_per_purchase = 2.5; charged = 0.2; resentment = 0.03; burden = 0.02", 0, 0 => "part.to 0.2 part.times 606: lift -0.095163 hold -0.02 harm 0.03 fee 2.5 a purchase";
        "fee_per_purchase = 2.5; charged = 0.2; resentment = 0.03; burden = 0.02; entitled_share = 0.5", 1, 0 => "part.to 0.1 part.times 606: lift -0.048771 hold -0.01 harm 0.015 fee 2.5 a purchase";
    }
}

/// A point earns 0.05 of what is spent; at the usual price of settlement partners give half as many: 0.025 of what customers usually
/// spend, paid for at 0.9. Three tenths of the points are spent at partners: 0.7 · 1 + 0.3 · 0.9 = 0.97 is what a point costs.
#[test]
fn partner() {
    let points = "earned_elsewhere = 0.5; spent_elsewhere = 0.3; settlement = 0.9; dilution = 0.002; attraction = 0.03";
    let with = |partner: &str| {
        let lines =
            format!("[[program.points]]\nearn = 0.05\n[[program.partner]]\n{}\n", partner.replace(';', "\n"));
        told(&world("[[program.points]]\nearn = 0.05\n"), &world(&lines), 0, 0)
    };
    assert_eq!(
        with(points),
        [
            "points.cost 0.97 points.elsewhere 0.025 attraction 0.03",
            "members true: harm 0.002 partner 0.0225 of usual spend"
        ]
    );
    // at 1.45 partners give half as many points, and shared are 0.25 + 0.3 = 0.55: 0.55 / 0.95 against 0.8 / 1.2
    assert_eq!(
        with(&points.replace("0.9", "1.45")),
        [
            "points.cost 1.135 points.elsewhere 0.0125 attraction 0.026053",
            "members true: harm 0.0017368 partner 0.018125 of usual spend"
        ]
    );
}

/// Without partners a purchase of 50 earns 2.5 of 50 points, in twelve months 30: u = 1 / (1 + (20/12)²), and the pull is
/// 0.5 · 0.5 · u, as more than ten are no greater goal. With three times as much from partners it is ten of 50, and 120 a year: u = 1 / (1 + (5/12)²), ((1 − 10/50)/0.9)².
#[test]
fn partners_bring_a_reward_nearer() {
    let points = "[[program.points]]\nearn = 0.05\nminimum_to_redeem = 50\n";
    let partner = "[[program.partner]]\nearned_elsewhere = 3\nsettlement = 0.9\nfrom = '2026-03'\n";
    let with = world(&format!("{points}{partner}"));
    let terms = |month: usize| with.levers[0][month].points;
    let holds =
        |found: f32, expected: f64| assert!((f64::from(found) - expected).abs() < 1e-5, "{found} {expected}");
    for (month, purchases, years) in [(1, 20.0, 20.0 / 12.0), (2, 5.0, 5.0 / 12.0)] {
        let usable = 1.0 / (1.0 + years * years);
        holds(terms(month).usable, usable);
        holds(terms(month).reward_rate, 0.05 * usable);
        holds(terms(month).pull, 0.5 * 0.5 * f64::min((1.0 - 1.0 / purchases) / 0.9, 1.0).powi(2) * usable);
    }
}

/// Of 30 points a year the terms let a customer have 12: points count for two fifths, and 50 take 50/12 years.
#[test]
fn points_bounded_by_the_year_count_less() {
    let bounded = |month: usize| {
        let lines = "[[program.points]]\nearn = 0.05\nminimum_to_redeem = 50\nmax_points_per_year = 12\n";
        world(lines).levers[0][month].points
    };
    let terms = bounded(0);
    let usable = 1.0 / (1.0 + (50.0f64 / 12.0).powi(2));
    assert!((f64::from(terms.reward_rate) - 0.05 * 0.4 * usable).abs() < 1e-6, "{}", terms.reward_rate);
    assert_eq!((terms.most_in_year, terms.kept), (12.0, 0.4));
    assert_eq!([0, 1, 11, 12].map(|month| bounded(month).year_begins), [true, false, false, true]);
}

/// Five times the points of 0.05: 0.2 on top, felt as much where they live as long as the others. In a month, a customer who buys once redeems with
/// 0.35 · (1 − 1/e) = 0.22124, in twelve with 0.95020: a ratio of 0.23284, squared 0.054212. Partners pay a quarter of 0.2 of the spend.
#[test]
fn points_event() {
    let with = |event: &str| {
        let points = "[[program.points]]\nearn = 0.05\n";
        let lines = format!("{points}[[program.points_event]]\n{}\n", event.replace(';', "\n"));
        told(&world(points), &world(&lines), 0, 4)
    };
    let noticed = "members true part.to 1 part.times 703 chance.to 0.3 chance.times 5:";
    let event = "multiple = 5; take_up = 0.3; calendar = [5]";
    assert_eq!(with(event), [format!("{noticed} more_points 4 felt 0.2 felt_passes 0.19988")]);
    assert_eq!(
        with(&format!("{event}; expiry_months = 1; partners_pay = 0.25")),
        [format!(
            "{noticed} more_points 4 points_expire 1 felt 0.010842 felt_passes 0.010835 partner 0.05 of spend"
        )]
    );
    assert_eq!(with("multiple = 5; take_up = 0.3; calendar = [6]"), [""; 0]);
    assert_eq!(with("multiple = 1; take_up = 0.3; calendar = [5]"), [""; 0]);
}

/// A purchase of 50 earns 2.5 points. One in ten learns in five months to earn twice, and with each purchase 5 welcome points: 1 + 2.
#[test]
fn holes_in_the_terms_of_points() {
    let with = |lines: &str, month: usize| {
        let points = "[[program.points]]\nearn = 0.05\nwelcome_points = 5\nabusers = 0.1\nabuse_months = 5\n";
        told(&world(points), &world(&format!("{points}{lines}\n")), 0, month)
    };
    let part = |share: &str| format!("members true part.to {share} part.times 1409:");
    assert_eq!(with("returns_keep_points = 'yes'", 0), [format!("{} more_points 1", part("0.02"))]);
    assert_eq!(with("gift_cards_earn = 'yes'", 4), [format!("{} more_points 1", part("0.1"))]);
    assert_eq!(
        with("gift_cards_earn = 'yes'\nseveral_accounts = 'yes'", 9),
        [format!("{} more_points 3", part("0.1"))]
    );
    assert_eq!(with("", 4), [""; 0]);
    // in the second of five months two fifths of one in ten employees, and of a twelfth of 0.5 of the accounts
    let robbed = "open_balances = 'yes'\nrobbed_per_year = 0.5";
    assert_eq!(with("staff_cards = 'yes'", 1), ["points.staff 0.04"]);
    assert_eq!(with(robbed, 1), ["points.stolen 0.016667"]);
    assert_eq!(with(robbed, 7), ["points.stolen 0.041667"]);
}

/// Welcome points lie in an account of their own, with those of a purchase: 5 and 2.5. Where 7 can be redeemed each purchase brings twice as many again as it earns, where it takes 8
/// nothing; a welcome of 1 is two fifths of what it earns. Where no purchase earns anything there is nothing to multiply.
#[test]
fn accounts_of_their_own() {
    let with = |terms: &str, segment: usize| {
        let points = format!("[[program.points]]\nabusers = 0.1\nabuse_months = 5\n{terms}\n");
        told(&world(&points), &world(&format!("{points}several_accounts = 'yes'\n")), segment, 4)
    };
    let more = |times: &str| [format!("members true part.to 0.1 part.times 1409: more_points {times}")];
    assert_eq!(with("earn = 0.05\nwelcome_points = 5", 0), more("2"));
    assert_eq!(with("earn = 0.05\nwelcome_points = 5\nminimum_to_redeem = 7", 0), more("2"));
    assert_eq!(with("earn = 0.05\nwelcome_points = 5\nminimum_to_redeem = 8", 0), [""; 0]);
    // purchases of 100 earn 5 of the 8
    assert_eq!(with("earn = 0.05\nwelcome_points = 5\nminimum_to_redeem = 8", 1), more("1"));
    assert_eq!(with("earn = 0.05\nwelcome_points = 1", 0), more("0.4"));
    assert_eq!(with("earn = 0.05", 0), [""; 0]);
    assert_eq!(with("earn = 0\nwelcome_points = 5", 0), [""; 0]);
}

/// Costs that every element may have: 24 a year and head are 2 a month; partners pay a quarter of money, and of set-up and running cost.
#[test]
fn any() {
    let paid =
        "members true: running 2 a head running 0.4 a purchase partner 0.5 a head partner 0.1 a purchase";
    let lines = "[[program.club]]\nrecognition = 0\nlift = 0\ncost_per_member_per_year = 24\ncost_per_use = 0.4\nsetup_cost = 100\ncost_per_month = 8\npartners_pay = 0.25\n";
    assert_eq!(told(&world(""), &world(lines), 0, 0), [paid, "setup 100 running 8 partners 27"]);
    assert_eq!(told(&world(""), &world(lines), 0, 1), [paid, "running 8 partners 2"]);
    // service is for everybody, and booked apart
    let service = "[[program.quality]]\nunevenness = 1\ncost_per_member_per_year = 24\nsetup_cost = 100\ncost_per_month = 8\nfrom = '2026-03'\n";
    assert_eq!(
        told(&world(""), &world(service), 0, 2),
        ["everyone: running 2 a head", "setup 100 service 8"]
    );
    assert_eq!(told(&world(""), &world(service), 0, 1), [""; 0]);
}

/// Whoever pays by contract cannot buy less: e^(−2 · 0.05) of the charges are paid, of charges of twenty bills e^−40.
#[test]
fn charges_under_contract() {
    let contract =
        DESIGN.replacen("purchases_per_year = 12", "billing = 'contract'\ncontract_months = 12", 1);
    let paid = |fee: f64| {
        let lines = format!("[[program.charges]]\nfee_per_purchase = {fee}\ncharged = 0.2\n");
        let with = world_of(&contract, &lines);
        let [charges] = &with.deals[0][0][..] else { panic!("{:?}", with.deals[0][0]) };
        f64::from(charges.money[Flow::Fee as usize][Per::Purchase as usize])
    };
    let shares = [2.5, 1000.0].map(|fee| paid(fee) / fee);
    assert!((shares[0] - (-0.1f64).exp()).abs() < 1e-6 && shares[1] < 1e-17, "{shares:?}");
}
