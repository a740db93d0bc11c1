//! Elements that move levers, work and fixed costs.

use super::*;

changes! {
    // Three years ahead a customer a makes 36 purchases, a customer b 18: so near is the step at 72, a half and a quarter. Squared, times
    // 0.1: 0.025 and 0.00625, which is 0.625 of the hundredth that lifts in full. In money 36 months are 1 800.
    cumulative_discount {
        "steps = [{ from = 72, discount = 0.1 }]", 0, 5 => "by_purchases.from[0] 72 by_purchases.adds[0] 0.1 ladder true membership_lift 1";
        "steps = [{ from = 72, discount = 0.1 }]", 1, 5 => "by_purchases.from[0] 72 by_purchases.adds[0] 0.1 ladder true membership_lift 0.625";
        "steps = [{ from = 2, discount = 0.02 }, { from = 200, discount = 0.05 }]", 1, 0 => "by_purchases.from[0] 2 by_purchases.from[1] 200 by_purchases.adds[0] 0.02 by_purchases.adds[1] 0.03 ladder true membership_lift 1";
        "by = 'spend'; steps = [{ from = 9000, discount = 0.1 }]", 1, 5 => "by_spend.from[0] 9000 by_spend.adds[0] 0.1 ladder true membership_lift 0.4";
        "from = '2026-03'; until = '2026-05'; steps = [{ from = 2, discount = 0.1 }]", 0, 1 => "";
        "from = '2026-03'; until = '2026-05'; steps = [{ from = 2, discount = 0.1 }]", 0, 4 => "";
    }
    // A point is worth 0.5: 0.1 points for each 1 of money earn 0.05 of it. Costs 0.8 · 0.5 = 0.4. One purchase of 50 earns 5 of 20 points:
    // effort ((1 − 5/20) / 0.9)² = 25/36; pull 0.5 · (0.05 / 0.1) · 25/36 = 0.17361.
    points {
        "earn = 0.05; point_value = 0.5; cost_share = 0.8; minimum_to_redeem = 20; redeem_chance = 0.3; welcome_points = 3; expiry_months = 24", 0, 0 => "points.earn 0.1 points.value 0.5 points.cost 0.4 points.minimum 20 points.redeem_chance 0.3 points.expiry_months 24 points.welcome 3 points.pull 0.16892 points.reward_rate 0.048649 points.usable 0.97297 has_points true membership_lift 1";
        "earn = 0.05; point_value = 0.5; cost_share = 0.8; minimum_to_redeem = 20; redeem_chance = 0.3; welcome_points = 3; expiry_months = 24", 1, 0 => "points.earn 0.1 points.value 0.5 points.cost 0.4 points.minimum 20 points.redeem_chance 0.3 points.expiry_months 24 points.welcome 3 points.pull 0.075075 points.reward_rate 0.048649 points.usable 0.97297 has_points true membership_lift 1";
        "earn = 0.2; expiry_months = 0; redeem_chance = 1; partners_pay = 0.25", 0, 0 => "points.earn 0.2 points.value 1 points.cost 1 points.minimum 1 points.redeem_chance 1 points.reward_rate 0.2 points.usable 1 points.partners 0.25 has_points true membership_lift 1";
        "earn = 0.05; point_value = 0.5; until = '2026-07'", 0, 5 => "points.earn 0.1 points.value 0.5 points.cost 0.5 points.minimum 1 points.redeem_chance 0.35 points.expiry_months 12 points.reward_rate 0.05 points.usable 1 has_points true membership_lift 1";
        "earn = 0.05; point_value = 0.5; until = '2026-07'", 0, 6 => "points.value 0.5 points.cost 0.5 points.minimum 1 points.redeem_chance 0.35 points.expiry_months 12 points.usable 1 has_points true";
        "earn = 0.05; minimum_to_redeem = 20; devalued_in = '2026-07'; devalued_by = 0.4; devaluation_notice_months = 2", 0, 3 => "points.earn 0.05 points.value 1 points.cost 1 points.minimum 20 points.redeem_chance 0.35 points.expiry_months 12 points.pull 0.1636 points.reward_rate 0.034615 points.usable 0.69231 has_points true membership_lift 1";
        "earn = 0.05; minimum_to_redeem = 20; devalued_in = '2026-07'; devalued_by = 0.4; devaluation_notice_months = 2", 0, 4 => "points.earn 0.05 points.value 1 points.cost 1 points.minimum 20 points.redeem_chance 0.8 points.expiry_months 12 points.pull 0.1636 points.reward_rate 0.034615 points.usable 0.69231 has_points true membership_lift 1";
        "earn = 0.05; minimum_to_redeem = 20; devalued_in = '2026-07'; devalued_by = 0.4; devaluation_notice_months = 2", 0, 6 => "broken_promise.anger 0.2 broken_promise.per_point 33.333 points.earn 0.05 points.value 0.6 points.cost 0.6 points.minimum 20 points.redeem_chance 0.35 points.expiry_months 12 points.pull 0.098157 points.reward_rate 0.020769 points.usable 0.69231 has_points true membership_lift 1";
        "earn = 0.05; minimum_to_redeem = 20; devalued_in = '2026-07'; devalued_by = 0.4; devaluation_notice_months = 2", 0, 7 => "points.earn 0.05 points.value 0.6 points.cost 0.6 points.minimum 20 points.redeem_chance 0.35 points.expiry_months 12 points.pull 0.098157 points.reward_rate 0.020769 points.usable 0.69231 has_points true membership_lift 1";
        // what is known three months before begins with the points themselves
        "earn = 0.05; from = '2026-06'; devalued_in = '2026-07'; devalued_by = 0.4; devaluation_notice_months = 3", 0, 4 => "";
        "earn = 0.05; from = '2026-06'; devalued_in = '2026-07'; devalued_by = 0.4; devaluation_notice_months = 3", 0, 5 => "points.earn 0.05 points.value 1 points.cost 1 points.minimum 1 points.redeem_chance 0.8 points.expiry_months 12 points.reward_rate 0.05 points.usable 1 has_points true membership_lift 1";
        // rewards are bought with all there is, whatever part of a receipt may be paid: two months' points against 36 months, 1/(1 + 1/18²) of their worth
        "earn = 0.05; redeem_chance = 0.5; expiry_months = 0; max_share_of_receipt = 0.05; redeemed_for = 'rewards'; minimum_to_redeem = 5", 0, 0 => "points.earn 0.05 points.value 1 points.cost 1 points.minimum 5 points.redeem_chance 0.5 points.payable 0.05 points.rewards true points.pull 0.076923 points.reward_rate 0.049846 points.usable 0.99692 has_points true membership_lift 1";
        // who redeems at every twentieth purchase has a whole receipt together by then: a half lets half of it
        "earn = 0.05; redeem_chance = 0.05; expiry_months = 0; max_share_of_receipt = 0.5", 0, 0 => "points.earn 0.05 points.value 1 points.cost 1 points.minimum 1 points.redeem_chance 0.05 points.payable 0.5 points.reward_rate 0.025 points.usable 0.5 has_points true membership_lift 1";
        // who redeems at one purchase in a hundred thinks of points a fifth as much as at one in twenty, and who never does not at all
        "earn = 0.05; redeem_chance = 0.01", 0, 0 => "points.earn 0.05 points.value 1 points.cost 1 points.minimum 1 points.redeem_chance 0.01 points.expiry_months 12 points.reward_rate 0.01 points.usable 0.2 has_points true membership_lift 1";
        "earn = 0.05; redeem_chance = 0", 0, 0 => "points.earn 0.05 points.value 1 points.cost 1 points.minimum 1 points.expiry_months 12 has_points true";
        // as much as 0.05 / 0.5 = a tenth of a receipt would be redeemed at once: a twentieth lets half of it; 73.05 days are 2.4 months
        "earn = 0.05; redeem_chance = 0.5; expiry_months = 0; max_share_of_receipt = 0.05", 0, 0 => "points.earn 0.05 points.value 1 points.cost 1 points.minimum 1 points.redeem_chance 0.5 points.payable 0.05 points.reward_rate 0.025 points.usable 0.5 has_points true membership_lift 1";
        "earn = 0.05; redeem_chance = 1; expiry_months = 0; active_after_days = 73.05", 0, 0 => "points.earn 0.05 points.value 1 points.cost 1 points.minimum 1 points.redeem_chance 1 points.delay 2.4 points.reward_rate 0.05 points.usable 1 has_points true membership_lift 1";
        // who buys once a month hardly ever falls silent for a year: as good as points that never expire
        "earn = 0.05; redeem_chance = 1; expiry_months = 12; expiry = 'inactivity'", 0, 0 => "points.earn 0.05 points.value 1 points.cost 1 points.minimum 1 points.redeem_chance 1 points.expiry_months 12 points.by_activity true points.reward_rate 0.05 points.usable 1 has_points true membership_lift 1";
        // a month's purchases are half a one: (e^1.5 − 1)/(1 − e^−0.5) = 8.85 months until three go by without
        "earn = 0.05; redeem_chance = 0.3; expiry_months = 3; expiry = 'inactivity'", 1, 0 => "points.earn 0.05 points.value 1 points.cost 1 points.minimum 1 points.redeem_chance 0.3 points.expiry_months 3 points.by_activity true points.reward_rate 0.037137 points.usable 0.74274 has_points true membership_lift 1";
        "earn = 0.2; expiry_months = 0; redeem_chance = 1; cost_share = 0.8; partners_pay = 0.25", 0, 0 => "points.earn 0.2 points.value 1 points.cost 0.8 points.minimum 1 points.redeem_chance 1 points.reward_rate 0.2 points.usable 1 points.partners 0.2 has_points true membership_lift 1";
        "groups = ['x']; earn = 0.2; expiry_months = 0; redeem_chance = 1", 0, 0 => "points.earn 0.05 points.value 1 points.cost 1 points.minimum 1 points.redeem_chance 1 points.reward_rate 0.05 points.usable 1 has_points true membership_lift 1";
        // cheap points are counted by packs: 50 a month at 0.05 / 0.00001 are 250 000, in packs of 1 000
        "earn = 0.05; point_value = 0.00001; minimum_to_redeem = 2500; welcome_points = 1499", 0, 0 => "points.pack 1000 points.earn 5 points.value 0.01 points.cost 0.01 points.minimum 3 points.redeem_chance 0.35 points.expiry_months 12 points.welcome 1 points.reward_rate 0.05 points.usable 1 has_points true membership_lift 1";
    }
    // A heavy buyer spends 1 200 of 2 400: near by a half, so a quarter of 0.05 + 0.01 · (3 − 1) + 0.2 · 0.1 · 1 = 0.09.
    tiers {
        "steps = [{ name = 'gold', spend_per_year = 2400, discount = 0.05, earn_multiple = 3, recognition = 0.1, cost_per_member_per_year = 24 }]", 0, 0 => "levels.spend[1] 2400 levels.discount[1] 0.05 levels.earn[1] 3 levels.recognition[1] 0.1 levels.cost[1] 2 tiers true membership_lift 1";
        // 0.002 · 1/4, of a hundredth: there are no points to multiply; what gives so little pleases by 0.002/0.005
        "steps = [{ name = 'gold', spend_per_year = 2400, discount = 0.002, earn_multiple = 1.1, recognition = 0 }]", 0, 0 => "levels.spend[1] 2400 levels.discount[1] 0.002 levels.earn[1] 1.1 levels.standing[1] 0.4 tiers true membership_lift 0.05";
        // a year is reviewed in its last month; three months of grace
        "steps = [{ name = 'gold', spend_per_year = 2400 }]", 0, 11 => "levels.spend[1] 2400 levels.recognition[1] 0.05 tiers true review true membership_lift 0.25";
        "steps = [{ name = 'gold', spend_per_year = 2400 }]", 0, 14 => "levels.spend[1] 2400 levels.recognition[1] 0.05 tiers true demotion true membership_lift 0.25";
        "grace_months = 0; steps = [{ name = 'gold', spend_per_year = 2400 }]", 0, 23 => "levels.spend[1] 2400 levels.recognition[1] 0.05 tiers true review true demotion true membership_lift 0.25";
        // by purchases: 12 a year are usual, twice as many near by a half; in calendar years, which end with the twelfth month
        "year = 'calendar'; fall = 'one_tier'; steps = [{ name = 'gold', purchases_per_year = 48, lifetime_spend = 9000 }]", 0, 11 => "levels.spend[1] 48 levels.lifetime[1] 9000 levels.counts[0] 0 levels.counts[1] 1 levels.soft true levels.recognition[1] 0.05 tiers true review true membership_lift 0.25";
        // half of what is usual honours by half
        "steps = [{ name = 'gold', spend_per_year = 300, recognition = 0.1 }, { name = 'black', spend_per_year = 600, recognition = 0.2 }]", 0, 0 => "levels.spend[1] 300 levels.spend[2] 600 levels.recognition[1] 0.05 levels.recognition[2] 0.2 levels.standing[1] 0.5 levels.standing[2] 1.5 tiers true membership_lift 1";
        // for life after a year and a half, and half a step above it
        "steps = [{ name = 'gold', spend_per_year = 600, lifetime_spend = 900 }, { name = 'black', spend_per_year = 750 }]", 0, 0 => "levels.spend[1] 600 levels.spend[2] 750 levels.lifetime[1] 900 levels.recognition[1] 0.025 levels.recognition[2] 0.05 levels.standing[1] 0.5 levels.standing[2] 1 tiers true membership_lift 1";
    }
    // twice a year: a 36th of it is taken for granted
    seasonal_sale {
        "months = [1, 3]; discount = 0.2", 0, 0 => "sale 0.2 sale_passes 0.19444 usual_sale 0.00046296";
        "months = [1, 3]; discount = 0.2", 0, 1 => "usual_sale 0.00046296";
        "months = [1, 3]; discount = 0.2; open_to = 'members'", 0, 2 => "member_sale 0.2 member_sale_passes 0.19444";
        "months = [1, 3]; discount = 0.2; partners_pay = 0.25", 1, 2 => "
            sale 0.2 sale_passes 0.19444 usual_sale 0.00092593
            everyone: partner 0.05 of spend
        ";
        // a fifth off a quarter of the sales is a twentieth; of what is sold more, 1 − e^−0.05, margins are 0.6 and not 0.3
        "groups = ['x']; months = [1, 3]; discount = 0.2", 0, 0 => "
            sale 0.05 sale_passes 0.048611 usual_sale 0.00011574
            everyone: goods -0.014631 of spend
        ";
        "groups = ['x', 'y']; months = [1, 3]; discount = 0.2", 0, 0 => "sale 0.2 sale_passes 0.19444 usual_sale 0.00046296";
        "months = [1, 3]; discount = 0.2; entitled_share = 0.5", 0, 2 => "part.to 0.5 part.times 509: discount 0.2 passes 0.19444";
        "months = [1, 3]; discount = 0.2; entitled_share = 0.5", 0, 3 => "";
        // of the receipts just below 60 two fifths are raised for a tenth, for a fifth 1 − 0.6²
        "months = [1, 3]; discount = 0.1; from_receipt = 60", 0, 0 => "receipts.from 60 receipts.reach 0.2 receipts.pull 0.4 receipts.ahead 0.15: discount 0.1 passes 0.097222";
        "months = [1, 3]; discount = 0.2; from_receipt = 60; open_to = 'members'", 1, 2 => "members true receipts.from 60 receipts.reach 0.2 receipts.pull 0.64 receipts.ahead 0.15: discount 0.2 passes 0.19444";
        "months = [1, 3]; discount = 0.1; from_receipt = 60", 0, 1 => "";
    }
    special_offer {
        "discount = 0.2; every_months = 3; take_up = 0.3", 0, 0 => "offer 0.2 offer_passes 0.198 offer_take_up 0.3 offer_members true";
        "discount = 0.2; every_months = 3; take_up = 0.3", 0, 2 => "";
        "discount = 0.2; every_months = 3; take_up = 0.3; open_to = 'everyone'; partners_pay = 0.25", 0, 3 => "
            offer 0.2 offer_passes 0.198 offer_take_up 0.3
            chance.to 0.3: partner 0.05 of spend
        ";
        "discount = 0.2; every_months = 3; take_up = 0.3; entitled_share = 0.5", 0, 3 => "members true part.to 0.5 part.times 509 chance.to 0.3: discount 0.2 passes 0.198";
        // partners pay their part of it once
        "discount = 0.2; every_months = 3; take_up = 0.3; entitled_share = 0.5; partners_pay = 0.25", 0, 3 => "members true part.to 0.5 part.times 509 chance.to 0.3: discount 0.2 passes 0.198 partner 0.05 of spend";
        "discount = 0.2; every_months = 3; take_up = 0.3; entitled_share = 0.5; partners_pay = 0.25", 0, 4 => "";
        "discount = 0.1; every_months = 3; take_up = 0.3; from_receipt = 60", 0, 3 => "members true chance.to 0.3 receipts.from 60 receipts.reach 0.2 receipts.pull 0.4 receipts.ahead 0.15: discount 0.1 passes 0.099";
    }
    // Half of what a reward can do is done by a tenth of a receipt, 5: (1 + 0.4/2) · (1 + 0.4 · 10/15) = 1.2 · 1.26667 = 1.52.
    referral {
        "invitations = 0.01; reward = 5; friend_reward = 10; reward_effect = 0.4", 0, 0 => "invitations 0.0152 cost_per_friend 15";
        "invitations = 0.01", 0, 0 => "invitations 0.01";
    }
    // At half the optimum: (1/2)² · e^(2 · 1/2) = 0.6796, of 0.1. Beyond 20 messages each is a burden of 0.02,
    // and takes a fortieth of that of the attachment.
    messages {
        "per_month = 4; cost_per_message = 0.5", 0, 0 => "messages 4 message_lift 0.067957 cost_per_member 2";
        "per_month = 25; cost_per_message = 0.5; others = 0.3", 0, 0 => "
            messages 25 message_lift 0.01393 message_burden 0.1 messages_to_others 0.3 cost_per_member 12.5 cost_of_messages 3.75
            members true: harm 0.00175
            everyone: harm 0.00075
        ";
    }
    // From 0.2 to 0.5: 0.3 is gained.
    staff_training {
        "lifts_proper_contacts_to = 0.5; fades_half_life_months = 0; setup_cost = 100; cost_per_month = 10; until = '2027-01'", 0, 0 => "
            proper_contacts 0.5
            setup 100 service 10
            training 0..12 gain 0.3
        ";
        "lifts_proper_contacts_to = 0.1", 0, 0 => "training 0..36 gain 0";
    }
    staff_pay {
        "raises_pay_by = 0.1", 0, 0 => "
            proper_contacts 0.2002
            raise 0.1
        ";
    }
    staff_culture {
        "raises_experience_to = 0.8; raises_meaning_to = 0.4", 0, 0 => "
            proper_contacts 0.20306 delight 0.020833
            experience 0.8
        ";
        "raises_experience_to = 0.4; raises_meaning_to = 0.9", 0, 0 => "
            proper_contacts 0.20408 delight 0.021047
            meaning 0.9
        ";
    }
    // 50 employees: a visit a month does half of what can be done, three do three quarters.
    mystery_shopping {
        "visits_per_month = 1; cost_per_visit = 30; raises_experience_by = 0.1; prevents_forgetting = 0.5; narrows_gap = 0.06", 0, 0 => "
            proper_contacts 0.20051 delight 0.020306
            service 30
            praise 0.05 followed_up 0.25 narrows_gap 0.03
        ";
        "visits_per_month = 3; cost_per_visit = 30; raises_experience_by = 0.1; prevents_forgetting = 0.5; narrows_gap = 0.06", 0, 0 => "
            proper_contacts 0.20076 delight 0.020358
            service 90
            praise 0.075 followed_up 0.375 narrows_gap 0.045
        ";
    }
    // What is usual is expected: a tenth of the gap becomes the norm every month, half of which counts: 0.4 − 0.5 · 0.04 = 0.38.
    fast_response {
        "reaches = 0.3; lift = 0.4; until = '2026-03'", 0, 0 => "answered.share 0.3 answered.lift 0.4";
        "reaches = 0.3; lift = 0.4; until = '2026-03'", 0, 1 => "answered.share 0.3 answered.lift 0.38";
        "reaches = 0.3; lift = 0.4; until = '2026-03'", 0, 2 => "answered.share 0.3 answered.lift -0.038";
    }
    complaint_recovery {
        "recovered_fast = 0.5; recovered_slowly = 0.3; cost_per_case = 7", 0, 0 => "recovered_fast 0.5 recovered_slowly 0.3 cost_per_recovery 7";
        "recovered_fast = 0.1; recovered_slowly = 0.9; cost_per_case = 7", 0, 0 => "recovered_slowly 0.8 cost_per_recovery 7";
    }
    // −ln(1 − 0.01)
    quality {
        "failures_per_purchase = 0.01; unevenness = 0.3", 0, 0 => "unevenness 0.3 failure 0.01005";
        "failures_per_purchase = 0.5; unevenness = 0.3", 0, 0 => "unevenness 0.3";
        "unevenness = 0.3", 0, 0 => "unevenness 0.3";
    }
    retention_offer {
        "calls = 0.4; discount = 0.2; months = 6", 0, 0 => "retention.calls 0.4 retention.discount 0.2 retention.months 6 retention.learn 0.2";
    }
    // A year's spend is 600 in both: 0.2 · 6/12 is a tenth of it, the usual offer. A gift of 60 on top makes 0.2: 0.8 for 2/3. Half as many come back whom staff or a failure
    // drove away: the first two places.
    win_back {
        "discount = 0.2; months = 6; reached = 0.6; returns = 0.1; learn = 0.2; after_failure = 0.5", 0, 0 => "
            win_back.within 6 win_back.reached 0.6 win_back.returns[0] 0.05 win_back.returns[1] 0.05 win_back.returns[2] 0.1 win_back.returns[3] 0.1 win_back.returns[4] 0.1 win_back.returns[5] 0.1 win_back.discount 0.2 win_back.months 6 win_back.contact 1 win_back.learn 0.2
        ";
        // 0.012 of a year's spend, noticed by two fifths: 0.0048/0.0548 for 2/3
        "discount = 0.012; months = 12; reached = 0.6; returns = 0.1; learn = 0.2; after_failure = 0.5", 0, 0 => "
            win_back.within 6 win_back.reached 0.6 win_back.returns[0] 0.0065693 win_back.returns[1] 0.0065693 win_back.returns[2] 0.013139 win_back.returns[3] 0.013139 win_back.returns[4] 0.013139 win_back.returns[5] 0.013139 win_back.discount 0.012 win_back.months 12 win_back.contact 1 win_back.learn 0.2
        ";
        "discount = 0.2; months = 6; gift = 60; reached = 0.6; returns = 0.1; within_months = 24; partners_pay = 0.5", 1, 3 => "
            win_back.within 24 win_back.reached 0.6 win_back.returns[0] 0.06 win_back.returns[1] 0.06 win_back.returns[2] 0.12 win_back.returns[3] 0.12 win_back.returns[4] 0.12 win_back.returns[5] 0.12 win_back.discount 0.2 win_back.months 6 win_back.gift 60 win_back.contact 1 win_back.learn 0.1 win_back.partners 0.5
        ";
    }
    // A usual year reaches the first step: 0.7 of 1 % is 0.007 of the spend, seven tenths of what lifts purchases in full. In March ten months are left.
    volume_bonus {
        "steps = [{ spend_per_year = 350, bonus = 0.01 }, { spend_per_year = 2000, bonus = 0.03 }]", 0, 2 => "
            volume.on true volume.from[0] 350 volume.from[1] 2000 volume.adds[0] 0.01 volume.adds[1] 0.02 volume.months_left 10 volume.paid_after 2 volume.felt 0.7 volume.stretch 0.05 volume.brought_forward 0.5 volume.interest 0.01 membership_lift 0.7
        ";
        // of a quarter of the goods 150 are usual, of which 1.5 is a hundredth: of the whole a four-hundredth, felt by seven tenths
        "groups = ['x']; steps = [{ spend_per_year = 100, bonus = 0.01 }]", 0, 2 => "
            volume.on true volume.from[0] 100 volume.adds[0] 0.01 volume.counts 0.25 volume.months_left 10 volume.paid_after 2 volume.felt 0.7 volume.stretch 0.05 volume.brought_forward 0.5 volume.interest 0.01 membership_lift 0.175
        ";
        // which is no step of 200
        "groups = ['x']; steps = [{ spend_per_year = 200, bonus = 0.01 }]", 0, 2 => "
            volume.on true volume.from[0] 200 volume.adds[0] 0.01 volume.counts 0.25 volume.months_left 10 volume.paid_after 2 volume.felt 0.7 volume.stretch 0.05 volume.brought_forward 0.5 volume.interest 0.01
        ";
        // a year from March on, and one by the calendar
        "from = '2026-03'; year = 'since_start'; steps = [{ spend_per_year = 350, bonus = 0.01 }]", 0, 13 => "
            volume.on true volume.from[0] 350 volume.adds[0] 0.01 volume.months_left 1 volume.closes true volume.paid_after 2 volume.felt 0.7 volume.stretch 0.05 volume.brought_forward 0.5 volume.interest 0.01 membership_lift 0.7
        ";
        "from = '2026-03'; steps = [{ spend_per_year = 350, bonus = 0.01 }]", 0, 13 => "
            volume.on true volume.from[0] 350 volume.adds[0] 0.01 volume.months_left 11 volume.paid_after 2 volume.felt 0.7 volume.stretch 0.05 volume.brought_forward 0.5 volume.interest 0.01 membership_lift 0.7
        ";
        "from = '2026-03'; steps = [{ spend_per_year = 350, bonus = 0.01 }]", 0, 11 => "
            volume.on true volume.from[0] 350 volume.adds[0] 0.01 volume.months_left 1 volume.closes true volume.paid_after 2 volume.felt 0.7 volume.stretch 0.05 volume.brought_forward 0.5 volume.interest 0.01 membership_lift 0.7
        ";
    }
    special_terms {
        "granted = 0.3; discount = 0.15", 0, 0 => "granted 0.3 terms 0.15";
        "granted = 0.3", 0, 0 => "granted 0.3";
        // a hundredth is noticed by a third: the others are as good as refused
        "granted = 0.3; discount = 0.01", 0, 0 => "granted 0.1 terms 0.01";
    }
    // Interest of 12 % a year is a hundredth a month. Half a receipt, 25, is worth a visit: a card of 10 brings (10/25)² of a friend's
    // 0.05, by unit of money: 0.0008. As a gift it is as little: it sells (10/25)² as well; one of 1,000, where three receipts are 300, (300/1000)². Cards that
    // live twelve months are sold less: (1 − 0.7¹²)².
    gift_card {
        "sold_per_purchase = 2; value = 10; use_chance = 0.3; forgotten = 0.1; expiry_months = 12; displaced = 0.4; overspend = 0.2; brings_friend = 0.05", 0, 0 => "
            cards.used 0.3 cards.forgotten 0.1 cards.expiry_months 12 cards.displaced 0.4 cards.overspend 0.2 cards.friends 0.0008 cards.interest 0.01
            everyone: cards sold 0.3112 a purchase
        ";
        "sold_per_purchase = 2; value = 200; expiry_months = 0", 1, 0 => "
            cards.used 0.35 cards.forgotten 0.06 cards.displaced 0.4 cards.overspend 0.2 cards.friends 0.00025 cards.interest 0.01
            everyone: cards sold 2 a purchase
        ";
        "sold_per_purchase = 2; value = 1000; expiry_months = 0", 1, 0 => "
            cards.used 0.35 cards.forgotten 0.06 cards.displaced 0.4 cards.overspend 0.2 cards.friends 0.00005 cards.interest 0.01
            everyone: cards sold 0.18 a purchase
        ";
    }
}
