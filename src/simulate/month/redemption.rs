//! Which part of a member's points will be redeemed before they expire or the member goes.

use crate::random::math::{exp, larger, ln, smaller};

/// Up to so many purchases are counted one by one; more are as good as normally distributed.
const FEW: f32 = 6.0;
/// Months after which points that do not expire are looked at no further.
const FAR: f32 = 240.0;
/// How far from the middle of an even spread, as a share of half its width, the two points lie that stand for it: 1/√3.
const EVEN: f32 = 0.577_35;
/// Turns a normal distribution function into a logistic one.
const LOGISTIC: f32 = 1.702;

/// How points leave a member's account other than by his redeeming them, or by expiry.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct GivenAway {
    /// Share of those who would redeem that donate all they have, be it enough for a reward or not.
    pub donated: f32,
    /// What a donated point costs, in redeemed ones.
    pub cost: f32,
    /// Chance in a month that somebody with too few points for a reward gives them to another member, who redeems them.
    pub transferred: f32,
}

impl GivenAway {
    /// No points are.
    #[cfg(test)]
    pub const NOTHING: Self = Self { donated: 0.0, cost: 0.0, transferred: 0.0 };

    fn is_nothing(self) -> bool {
        self.donated + self.transferred <= 0.0
    }
}

/// What decides about a member's points.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Redemption {
    /// Chance that he redeems in a month with a visit.
    pub chance: f32,
    /// Points needed before any can be redeemed.
    pub minimum: f32,
    /// Purchases expected in a month.
    pub purchases: f32,
    /// Points that one of them earns.
    pub earned: f32,
    /// Points that one of them can be paid with.
    pub paid: f32,
    /// Chance to stay for a month.
    pub stay: f32,
    /// How points are given away.
    pub away: GivenAway,
}

impl Redemption {
    /// Of a `balance` whose points are `age` months old on average, and of points issued now: the shares that will be redeemed, where points
    /// `expire` after so many months; 0 is never. Points given away count as what they cost.
    #[inline(always)]
    pub fn shares(&self, balance: f32, age: f32, expire: usize) -> [f32; 2] {
        let life = if expire == 0 { FAR } else { expire as f32 };
        let left = larger(life - age, 0.5);
        if self.earned <= 0.0 && balance < self.minimum && self.away.is_nothing() {
            return [0.0; 2];
        }
        // points are of all ages: two of them stand for an even spread
        let soon = self.share(balance, left, smaller((1.0 - EVEN) * left, life));
        let late = self.share(balance, left, smaller((1.0 + EVEN) * left, life));
        [0.5 * (soon + late), self.share(balance, left, life)]
    }

    /// The share of points redeemed within so many months, where those held have so many left on average.
    #[inline(always)]
    fn share(&self, balance: f32, left: f32, months: f32) -> f32 {
        let needs = self.needs(balance);
        // while he gets there some of what he holds expires
        let lost = smaller(0.5 * self.wait(needs, months) / left, 1.0);
        let needs = if needs > 0.0 { self.needs(balance * (1.0 - lost)) } else { 0.0 };
        self.within(months, needs, balance)
    }

    /// The same where points expire after so many months without a purchase: they live as long as their holder buys. The end comes as seldom as
    /// so long a silence, and a silence that has begun ends in time or not.
    #[inline(always)]
    pub fn shares_by_activity(&self, balance: f32, silent: f32, expire: usize) -> [f32; 2] {
        let months = expire as f32;
        let quiet = exp(-larger(self.purchases, 1e-6));
        let first_silence = (exp(smaller(months * self.purchases, 60.0)) - 1.0) / (1.0 - quiet);
        let lasting = Self { stay: self.stay * (1.0 - 1.0 / larger(first_silence, 1.0)), ..*self };
        let [old, new] = lasting.shares(balance, 0.0, 0);
        let in_time = |months: f32| 1.0 - exp(-self.purchases * months);
        [old * in_time(larger(months - silent, 0.0)) / larger(in_time(months), 1e-6), new]
    }

    /// Purchases after which a member who holds so much may redeem.
    #[inline(always)]
    fn needs(&self, balance: f32) -> f32 {
        let gap = larger(self.minimum - balance, 0.0);
        if gap > 0.0 { (gap / larger(self.earned, 1e-6)).ceil() } else { 0.0 }
    }

    /// How long it takes those to get there who do within so many months.
    #[inline(always)]
    fn wait(&self, needs: f32, months: f32) -> f32 {
        if needs <= 0.0 {
            return 0.0;
        }
        let (alone, at_most) = (needs / larger(self.purchases, 1e-6), months * needs / (needs + 1.0));
        alone * at_most / (alone * alone + at_most * at_most).sqrt()
    }

    /// The chance that a point which lives for so many `months` is redeemed, where the member needs so many purchases before he may.
    #[inline(always)]
    fn within(&self, months: f32, needs: f32, balance: f32) -> f32 {
        let visits = 1.0 - exp(-self.purchases);
        let a_visit = self.paid * self.purchases / larger(visits, 1e-6);
        let part = smaller(a_visit / larger(larger(balance, self.minimum), 1.0), 1.0);
        let wants = self.chance * visits;
        let redeems = wants * part;
        if !self.away.is_nothing() {
            return self.within_or_given(months, needs, [wants, part]);
        }
        if redeems <= 0.0 {
            return 0.0;
        }
        let wait = self.wait(needs, months);
        let stays = ln(larger(self.stay, 1e-6));
        let redeemed = series(redeems, self.stay * (1.0 - redeems), larger(months - wait, 0.5));
        smaller(self.reaches(needs, months) * exp(wait * stays) * redeemed, 1.0)
    }

    /// The same where points are given away: donated by some of those who want to redeem, a chance each month, with enough for a reward or without; and
    /// transferred while there is not enough.
    #[cold]
    fn within_or_given(&self, months: f32, needs: f32, [wants, part]: [f32; 2]) -> f32 {
        let GivenAway { donated, cost, transferred } = self.away;
        let (donates, redeems) = (wants * donated, wants * (1.0 - donated) * part);
        let gives = (1.0 - donates) * transferred;
        let keeps = self.stay * (1.0 - donates - gives);
        let short = |months: f32| series(donates * cost + gives, keeps, months);
        let wait = self.wait(needs, months);
        let goes_on = self.stay * (1.0 - redeems - donates);
        let enough = series(redeems + donates * cost, goes_on, larger(months - wait, 0.5));
        let there = exp(wait * ln(larger(keeps, 1e-6))) * enough;
        let reaches = self.reaches(needs, months);
        smaller(reaches * (short(wait) + there) + (1.0 - reaches) * short(months), larger(cost, 1.0))
    }

    /// The chance of so many purchases within the life of a point.
    #[inline(always)]
    fn reaches(&self, needs: f32, months: f32) -> f32 {
        if needs > 0.0 { at_least(needs, self.purchases * months) } else { 1.0 }
    }
}

/// The sum of so many terms of a geometric series.
#[inline(always)]
fn series(first: f32, goes_on: f32, terms: f32) -> f32 {
    if goes_on >= 1.0 {
        return first * terms;
    }
    first * (1.0 - exp(terms * ln(larger(goes_on, 1e-6)))) / (1.0 - goes_on)
}

/// The chance of at least `needs` events, a whole number, of which `mean` are expected.
#[inline(always)]
fn at_least(needs: f32, mean: f32) -> f32 {
    if needs > FEW {
        let off = (needs - 0.5 - mean) / larger(mean, 1e-6).sqrt();
        return 1.0 / (1.0 + exp(LOGISTIC * off));
    }
    let (mut term, mut fewer, mut k) = (exp(-mean), 0.0, 0.0);
    while k < needs {
        fewer += term;
        k += 1.0;
        term *= mean / k;
    }
    larger(1.0 - fewer, 0.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    const MEMBER: Redemption = Redemption {
        chance: 0.5,
        minimum: 100.0,
        purchases: 1.0,
        earned: 10.0,
        paid: 500.0,
        stay: 1.0,
        away: GivenAway::NOTHING,
    };

    /// Who buys 1.5 times a month, pays up to 40 points at a time, thinks of it every second time and stays with 0.9: two months alone, within eight
    /// six at most, 1.8974 together; 0.3 of what is held, 100 or more, is redeemed in a month.
    #[test]
    fn the_way_to_a_reward() {
        let member = Redemption { purchases: 1.5, paid: 40.0, stay: 0.9, ..MEMBER };
        let near = |found: f32, exact: f32| assert!((found - exact).abs() < 1e-5, "{found}, not {exact}");
        assert_eq!(
            [75.0, 79.0, 80.0, 100.0, 101.0].map(|balance| member.needs(balance)),
            [3.0, 3.0, 2.0, 0.0, 0.0]
        );
        assert_eq!(member.wait(0.0, 8.0), 0.0);
        near(member.wait(3.0, 8.0), 12.0 / 40.0f32.sqrt());
        // 0.99948 get there, 0.81881 of them are still there, and of a series of 0.3 · 0.63ⁿ 6.1026 months are left
        near(member.within(8.0, 3.0, 50.0), 0.623_984);
        near(member.within(8.0, 0.0, 250.0), 0.487_609);
        // on the way there a tenth of a balance of 75 is lost where points live nine months more: it takes four purchases
        near(member.share(75.0, 9.0, 8.0), 0.575_851);
        near(member.share(20.0, 4.0, 8.0), 0.283_883);
        for ([balance, age], expire, [old, new]) in [
            ([75.0, 2.0], 12, [0.483_922, 0.610_580]),
            ([120.0, 2.0], 12, [0.692_747, 0.762_349]),
            ([20.0, 6.0], 12, [0.198_406, 0.436_343]),
            ([75.0, 2.0], 0, [0.656_785, 0.656_765]),
        ] {
            let found = member.shares(balance, age, expire);
            near(found[0], old);
            near(found[1], new);
        }
        let seldom = Redemption { purchases: 0.5, earned: 30.0, stay: 0.95, ..member };
        for ([balance, silent], expire, [old, new]) in
            [([75.0, 1.0], 3, [0.239_146, 0.293_876]), ([75.0, 2.0], 6, [0.484_414, 0.532_316])]
        {
            let found = seldom.shares_by_activity(balance, silent, expire);
            near(found[0], old);
            near(found[1], new);
        }
    }

    /// Poisson tails: exact for few, within two and a half points for many.
    #[test]
    fn tails_of_purchases() {
        for (needs, mean, exact) in [(1.0, 1.0, 0.632_12), (3.0, 2.0, 0.323_32), (6.0, 10.0, 0.932_91)] {
            assert!((at_least(needs, mean) - exact).abs() < 1e-4, "{needs}, {mean}");
        }
        for (needs, mean, exact) in [(10.0, 10.0, 0.542_07), (15.0, 10.0, 0.083_46), (20.0, 30.0, 0.978_12)] {
            assert!((at_least(needs, mean) - exact).abs() < 0.025, "{needs}, {mean}");
        }
    }

    /// Who may redeem does so with the chance of a geometric series; with time without end, all of it.
    #[test]
    fn a_balance_that_may_be_redeemed_is() {
        let redeems: f32 = 0.5 * (1.0 - (-1.0f32).exp());
        let [old, new] = MEMBER.shares(100.0, 9.0, 12);
        let within = |months: f32| 1.0 - (1.0 - redeems).powf(3.0 * months);
        assert!((old - 0.5 * (within(1.0 - EVEN) + within(1.0 + EVEN))).abs() < 1e-4, "{old}");
        assert!((new - (1.0 - (1.0 - redeems).powi(12))).abs() < 1e-4, "{new}");
        assert!(MEMBER.shares(100.0, 30.0, 0)[0] > 0.999);
    }

    /// Who has enough donates in the place of every second redemption: both end the series alike, and the donated half costs twice as much.
    #[test]
    fn what_is_donated_costs_what_the_charity_gets() {
        let away = GivenAway { donated: 0.5, cost: 2.0, transferred: 0.0 };
        let [old, new] = Redemption { away, ..MEMBER }.shares(100.0, 9.0, 12);
        let plain = MEMBER.shares(100.0, 9.0, 12);
        assert!((old - 1.5 * plain[0]).abs() < 1e-5 && (new - 1.5 * plain[1]).abs() < 1e-5, "{old} {new}");
    }

    /// Who earns nothing and has too few for a reward gives them to others, 0.1 a month, or donates them, 0.5 · (1 − e^−1) · 0.2, for half their worth, as long as he stays.
    #[test]
    fn who_never_gets_there_gives_them_away() {
        let member = Redemption { earned: 0.0, stay: 0.9, ..MEMBER };
        assert_eq!(member.shares(50.0, 9.0, 12), [0.0; 2]);
        let away = GivenAway { donated: 0.2, cost: 0.5, transferred: 0.1 };
        let [old, new] = Redemption { away, ..member }.shares(50.0, 9.0, 12);
        let donates = 0.1 * (1.0 - (-1.0f64).exp());
        let gives = 0.1 * (1.0 - donates);
        let goes_on = 0.9 * (1.0 - donates - gives);
        let within = |months: f64| (0.5 * donates + gives) * (1.0 - goes_on.powf(months)) / (1.0 - goes_on);
        let even = |months: f64| {
            0.5 * [1.0 - 1.0 / 3.0f64.sqrt(), 1.0 + 1.0 / 3.0f64.sqrt()]
                .map(|of| within(of * months))
                .iter()
                .sum::<f64>()
        };
        assert!((f64::from(old) - even(3.0)).abs() < 1e-5, "{old} {}", even(3.0));
        assert!((f64::from(new) - within(12.0)).abs() < 1e-5, "{new} {}", within(12.0));
    }

    #[test]
    fn nothing_is_redeemed_by_those_who_never_can_or_never_think_of_it() {
        assert_eq!(Redemption { chance: 0.0, ..MEMBER }.shares(500.0, 1.0, 12), [0.0; 2]);
        assert_eq!(Redemption { earned: 0.0, ..MEMBER }.shares(99.0, 1.0, 12), [0.0; 2]);
        assert!(Redemption { purchases: 0.05, ..MEMBER }.shares(0.0, 0.0, 12)[0] < 1e-4);
    }

    /// More time, more purchases, more points on the account and more loyalty never lower the share.
    #[test]
    fn shares_rise_with_all_that_helps() {
        let share = |member: Redemption, balance, age| member.shares(balance, age, 24)[0];
        let here = share(MEMBER, 40.0, 6.0);
        for (what, there) in [
            ("time", share(MEMBER, 40.0, 3.0)),
            ("balance", share(MEMBER, 60.0, 6.0)),
            ("purchases", share(Redemption { purchases: 2.0, ..MEMBER }, 40.0, 6.0)),
            ("chance", share(Redemption { chance: 0.8, ..MEMBER }, 40.0, 6.0)),
        ] {
            assert!(there > here, "{what}: {there} {here}");
        }
        assert!(share(Redemption { stay: 0.9, ..MEMBER }, 40.0, 6.0) < here);
    }

    /// Where every purchase prolongs them, each purchase comes in time with the same chance, and redeems with the same: a geometric series.
    #[test]
    fn points_that_purchases_prolong_live_from_one_to_the_next() {
        for (purchases, months) in [(0.13, 6usize), (0.5, 3), (1.0, 12)] {
            let member = Redemption { minimum: 1.0, earned: 0.1, purchases, chance: 0.35, ..MEMBER };
            let in_time = 1.0 - (-purchases * months as f32).exp();
            let exact = in_time * 0.35 / (1.0 - in_time * 0.65);
            let [fresh, new] = member.shares_by_activity(50.0, 0.0, months);
            assert!((fresh - exact).abs() < 0.05 && (new - exact).abs() < 0.05, "{fresh} {new} {exact}");
            let [silent, _] = member.shares_by_activity(50.0, months as f32, months);
            assert_eq!(silent, 0.0);
        }
    }
}
