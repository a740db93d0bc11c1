//! The coffee chain's rewards, simulated by its owner.

use super::change::{AS_BEFORE, CHANGED, play};
use super::data::{folder, number, rows};
use super::statistics::{Spread, mean, variance};
use super::{Measured, Told, agrees, comment_agrees};
use std::collections::{BTreeMap, HashMap};
use std::sync::LazyLock;

/// Hours of the month observed.
const HOURS: usize = 720;
/// Hours at which offers were sent, and the end.
const SENT: [usize; 7] = [0, 168, 336, 408, 504, 576, 714];

#[derive(Clone)]
enum Event {
    Received(String),
    Viewed(String),
    Completed(String, f64),
    Bought(f64),
}

struct Offer {
    kind: String,
    hours: usize,
}

struct Chain {
    offers: HashMap<String, Offer>,
    /// Events with their hour, in order, by user.
    users: Vec<Vec<(usize, Event)>>,
}

impl Chain {
    fn read() -> Option<&'static Self> {
        static DATA: LazyLock<Option<Chain>> = LazyLock::new(Chain::load);
        DATA.as_ref()
    }

    fn load() -> Option<Self> {
        let folder = folder("starbucks_rewards")?;
        let offers = rows(&folder, "offers.csv.gz")
            .iter()
            .map(|r| {
                let hours = 24 * number(r, "duration_days") as usize;
                (r["offer"].to_owned(), Offer { kind: r["offer_type"].to_owned(), hours })
            })
            .collect();
        let mut users: BTreeMap<String, Vec<(usize, Event)>> = rows(&folder, "customers.csv.gz")
            .iter()
            .map(|r| (r["customer_id"].to_owned(), Vec::new()))
            .collect();
        for r in rows(&folder, "events.csv.gz") {
            let event = match &r["event"] {
                "offer received" => Event::Received(r["offer"].to_owned()),
                "offer viewed" => Event::Viewed(r["offer"].to_owned()),
                "offer completed" => Event::Completed(r["offer"].to_owned(), number(&r, "reward")),
                "transaction" => Event::Bought(number(&r, "amount")),
                other => panic!("an event of a new kind: {other}"),
            };
            users.entry(r["customer_id"].to_owned()).or_default().push((number(&r, "hour") as usize, event));
        }
        Some(Self { offers, users: users.into_values().collect() })
    }

    fn receipts(&self, below: f64) -> Vec<Vec<f64>> {
        let bought = |(_, e): &(usize, Event)| if let Event::Bought(a) = e { Some(*a) } else { None };
        self.users.iter().map(|u| u.iter().filter_map(bought).filter(|a| *a < below).collect()).collect()
    }

    /// Events of a kind of offer that `pick` accepts, over those received.
    fn rate(&self, kind: &str, pick: impl Fn(&Event) -> Option<&String>) -> f64 {
        let count = |pick: &dyn Fn(&Event) -> Option<&String>| {
            let offers = self.users.iter().flatten().filter_map(|(_, e)| pick(e));
            offers.filter(|o| self.offers[*o].kind == kind).count() as f64
        };
        count(&pick) / count(&|e| if let Event::Received(o) = e { Some(o) } else { None })
    }

    /// Spend per 30 days while an offer that was seen is open, and while none is open.
    fn naive(&self) -> (f64, f64) {
        let (mut hours, mut money) = ([0.0; 3], [0.0; 3]);
        for user in &self.users {
            let state = self.states(user);
            for s in state {
                hours[s] += 1.0;
            }
            for (h, e) in user {
                if let Event::Bought(amount) = e {
                    money[state[*h]] += amount;
                }
            }
        }
        (money[2] / hours[2] * HOURS as f64, money[0] / hours[0] * HOURS as f64)
    }

    /// For each hour: 0 no offer open, 1 open but not seen, 2 open and seen.
    fn states(&self, user: &[(usize, Event)]) -> [usize; HOURS] {
        let mut windows: Vec<(&String, usize, usize, Option<usize>)> = Vec::new();
        for (h, e) in user {
            match e {
                Event::Received(o) => windows.push((o, *h, (*h + self.offers[o].hours).min(HOURS), None)),
                Event::Viewed(o) => {
                    let open = |w: &&mut (&String, usize, usize, Option<usize>)| {
                        w.0 == o && (w.1..=w.2).contains(h) && w.3.is_none()
                    };
                    if let Some(w) = windows.iter_mut().find(open) {
                        w.3 = Some(*h);
                    }
                }
                _ => {}
            }
        }
        let mut state = [0; HOURS];
        for (_, from, until, seen) in windows {
            for (h, s) in state.iter_mut().enumerate().take(until).skip(from) {
                *s = if seen.is_some_and(|v| h >= v) { 2 } else { (*s).max(1) };
            }
        }
        state
    }

    /// Spend per 30 days in the periods after an offer was sent to a user, over that of users it was not sent to.
    fn fair(&self) -> f64 {
        self.fair_in(&SENT)
    }

    /// The same for some times at which offers were sent, and the end.
    fn fair_in(&self, sent: &[usize]) -> f64 {
        let (mut hours, mut money) = ([0.0; 2], [0.0; 2]);
        for user in &self.users {
            for period in sent.windows(2) {
                let got = user.iter().any(|(h, e)| *h == period[0] && matches!(e, Event::Received(_)));
                hours[usize::from(got)] += (period[1] - period[0]) as f64;
                for (h, e) in user {
                    if let (Event::Bought(amount), true) = (e, (period[0]..period[1]).contains(h)) {
                        money[usize::from(got)] += amount;
                    }
                }
            }
        }
        (money[1] / hours[1]) / (money[0] / hours[0])
    }

    /// Completions of offers that had not been seen since they were last received.
    fn unseen(&self) -> f64 {
        let (mut unseen, mut all) = (0.0, 0.0);
        for user in &self.users {
            let mut seen = std::collections::HashSet::new();
            for (_, e) in user {
                match e {
                    Event::Viewed(o) => drop(seen.insert(o)),
                    Event::Received(o) => drop(seen.remove(o)),
                    Event::Completed(o, _) => {
                        all += 1.0;
                        unseen += f64::from(!seen.contains(o));
                    }
                    Event::Bought(_) => {}
                }
            }
        }
        unseen / all
    }

    /// Share of users who completed an offer, and rewards over their spend.
    fn completers(&self) -> (f64, f64) {
        let (mut users, mut rewards, mut spend) = (0.0, 0.0, 0.0);
        for user in &self.users {
            let sums = user.iter().fold((0.0, 0.0, false), |(r, s, c), (_, e)| match e {
                Event::Completed(_, reward) => (r + reward, s, true),
                Event::Bought(amount) => (r, s + amount, c),
                _ => (r, s, c),
            });
            if sums.2 {
                users += 1.0;
                rewards += sums.0;
                spend += sums.1;
            }
        }
        (users / self.users.len() as f64, rewards / spend)
    }
}

#[test]
fn coffee_is_measured() {
    let Some(chain) = Chain::read() else { return };
    let receipts = chain.receipts(f64::INFINITY);
    let counts: Vec<f64> = receipts.iter().map(|r| r.len() as f64).collect();
    let (m, v) = (mean(&counts), variance(&counts));
    let spread = Spread::of(&chain.receipts(100.0));
    let received =
        chain.users.iter().flatten().filter(|(_, e)| matches!(e, Event::Received(_))).count() as f64;
    let (take_up, discount) = chain.completers();
    let measured = |path, value, rounding| Measured { path, value, rounding };
    agrees(
        "coffee",
        &[
            measured("business.customers", chain.users.len() as f64, 0.0),
            measured("segment[0].purchases_per_year", m * 365.0 / 30.0, 0.05),
            measured("segment[0].purchase_shape", m * m / (v - m), 0.05),
            measured("segment[0].basket", mean(&receipts.concat()), 0.005),
            measured("segment[0].basket_spread", spread.spread(), 0.005),
            measured("segment[0].basket_noise", spread.noise, 0.005),
            measured("program.special_offer[0].discount", discount, 0.0005),
            measured("program.special_offer[0].take_up", take_up, 0.005),
            measured("program.messages[0].per_month", received / chain.users.len() as f64, 0.05),
        ],
    );
}

#[test]
fn the_coffee_chains_story_is_in_the_data() {
    let Some(chain) = Chain::read() else { return };
    let told = |what, told, value, rounding| Told { what, told, value, rounding };
    let receipts = chain.receipts(f64::INFINITY).concat();
    let (with, without) = chain.naive();
    let rewards: f64 = chain
        .users
        .iter()
        .flatten()
        .map(|(_, e)| if let Event::Completed(_, r) = e { *r } else { 0.0 })
        .sum();
    let (_, discount) = chain.completers();
    comment_agrees(
        "coffee",
        &[
            told("receipts", 82_962.0, receipts.len() as f64, 0.0),
            told("largest receipt", 1016.0, receipts.iter().copied().fold(0.0, f64::max), 0.5),
            told("rewards over sales", 0.093, rewards / receipts.iter().sum::<f64>(), 0.0005),
            told("spend with an offer seen", 155.0, with, 0.5),
            told("spend without an offer", 53.0, without, 0.5),
            told("fair comparison", 1.75, chain.fair(), 0.005),
            told("price response it would need", 5.8, chain.fair().ln() / discount, 0.05),
            told("completed without being seen", 0.30, chain.unseen(), 0.005),
            told("bogo seen", 0.83, chain.rate("bogo", viewed), 0.005),
            told("discount seen", 0.70, chain.rate("discount", viewed), 0.005),
            told("bogo completed", 0.51, chain.rate("bogo", completed), 0.005),
            told("discount completed", 0.59, chain.rate("discount", completed), 0.005),
        ],
    );
}

/// Offers played as the scenario has them, and with the strongest response that a design takes, against the users to whom they were sent. The response is
/// what the first half of the month would need; the second half is what happened then. A month is too short for `calibrate` to make a design of it.
#[test]
fn offers_are_played_before_they_are_sent() {
    let Some(chain) = Chain::read() else { return };
    let [first, later] = [&SENT[..4], &SENT[3..]].map(|sent| chain.fair_in(sent) - 1.0);
    let (_, discount) = chain.completers();
    assert!(
        (1.0 + first).ln() / discount > 5.0,
        "a design could take the response of the first half: {first}"
    );
    let scenario = concat!(env!("CARGO_MANIFEST_DIR"), "/scenarios/coffee.toml");
    let text = std::fs::read_to_string(scenario).unwrap();
    let strongest = text.replace("\n[program]", "\n[behaviour]\nprice_response = 5\n\n[program]");
    let lift = |text: &str| {
        let design = loyalsim::design::Design::parse(text).unwrap();
        let [lift] = play(&design, 20, |trial| {
            let sales = |world| trial.all(world, 1..2, loyalsim::simulate::Line::ListRevenue);
            // of those who complete one; in the first month they join
            [(sales(CHANGED) / sales(AS_BEFORE) - 1.0) / 0.75]
        });
        lift
    };
    let [usual, strong] = [lift(&text), lift(&strongest)];
    eprintln!(
        "sales with an offer: {first:+.3}, then {later:+.3}; played {usual:?}, with the strongest response {strong:?}"
    );
    let told = |what, told, value, rounding| Told { what, told, value, rounding };
    comment_agrees(
        "docs/validation.md",
        &[
            told("first half", 1.036, first, 0.0005),
            told("second half", 0.517, later, 0.0005),
            told("played", 0.166, usual.mean, 3.0 * usual.error + 0.005),
            told("played with the strongest response", 0.624, strong.mean, 3.0 * strong.error + 0.005),
        ],
    );
}

fn viewed(event: &Event) -> Option<&String> {
    if let Event::Viewed(offer) = event { Some(offer) } else { None }
}

fn completed(event: &Event) -> Option<&String> {
    if let Event::Completed(offer, _) = event { Some(offer) } else { None }
}
