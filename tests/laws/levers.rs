//! Laws: no lever has a free end. Every lever of every element is swept from one end of its range to the other in a shop and in a service.
//!
//! An end **wins** where it earns more than every setting between the ends and more than the business without the element, both by more
//! than 4.5 standard errors of 16 pairs of trials on the same customers and luck. Then `docs/levers.md` has to say why. Where an end is
//! as good as the best of the others, it passes for a winner on one seed in 5,000: one of all ends on one seed in 25.

use super::*;
use loyalsim::units::format;
use std::collections::BTreeMap;

mod answers;
mod table;

use answers::{ANSWERS, COSTS};
use table::{LEVERS, Lever};

/// What a lever is swept by: pairs of trials, and the customers simulated in each.
const TRIALS: u64 = 16;
const CUSTOMERS: usize = 500;
/// Standard errors beyond which one setting is better than another.
const SURE: f64 = 4.5;

const SERVICE: &str = r#"
title = "Service"
currency = "EUR"
start = "2026-01"

[business]
customers = 60000
new_customers_per_month = 700
acquisition_cost = 60
gross_margin = 0.6
cost_of_capital = 0.1
annual_retention = 0.85
nps = 5

[[segment]]
name = "subscribers"
share = 1
purchases_per_year = 12
purchase_shape = 100
basket = 25
basket_noise = 0.1

[churn]
preset = "services-survey"
"#;

/// A business with staff, and a club that does nothing, so that there is a program to compare with.
const AROUND: &str = r#"
[staff]
employees = 100
pay_per_month = 2000
hiring_cost = 3000
turnover_per_year = 0.4
[program]
launch = "2026-01"
setup_cost = 0
cost_per_month = 0
[[program.club]]
recognition = 0
crowding = 0
lift = 0
"#;

/// Money that the program has earned in a trial; points outstanding count at face value.
fn net_effect(tally: &Tally) -> f64 {
    let contribution = |world: usize| -> f64 {
        let all = |line| (0..tally.months()).map(|month| tally.total(world, month, line)).sum::<f64>();
        let lines = Line::ALL.into_iter().map(|line| accounts::sign(line) * all(line));
        lines.sum::<f64>() - tally.total(world, tally.months() - 1, Line::LiabilityValue)
    };
    contribution(1) - contribution(0)
}

/// Net effect of each trial with this element, or these.
fn earned(business: &str, elements: &str) -> Vec<f64> {
    let design = design(36, business, &format!("{AROUND}{elements}"));
    play(&design, CUSTOMERS, TRIALS).iter().map(net_effect).collect()
}

/// How much better one is than another, in standard errors of the pairs.
fn lead(one: &[f64], other: &[f64]) -> f64 {
    let pairs: Vec<f64> = one.iter().zip(other).map(|(a, b)| a - b).collect();
    let mean = Mean::of(&pairs);
    // what differs in no trial is equal; what differs by the same in all of them is sure
    if pairs.iter().all(|pair| *pair == 0.0) { 0.0 } else { mean.value / mean.error.max(f64::MIN_POSITIVE) }
}

/// A lever swept in one business.
struct Sweep {
    values: Vec<f64>,
    earned: Vec<Vec<f64>>,
    without: Vec<f64>,
}

impl Sweep {
    fn of(lever: &Lever, [least, most]: [f64; 2], business: &str) -> Self {
        let [least, most] = lever.ends.unwrap_or([least, most]);
        let mut values = vec![least];
        values.extend(lever.between);
        values.push(most);
        let with = |value: &f64| {
            earned(business, &format!("{}{}", lever.needs, lever.element.replace('@', &value.to_string())))
        };
        Self { earned: values.iter().map(with).collect(), without: earned(business, lever.needs), values }
    }

    fn best(&self) -> usize {
        let mean = |k: &usize| self.earned[*k].iter().sum::<f64>();
        (0..self.values.len()).max_by(|a, b| mean(a).total_cmp(&mean(b))).unwrap()
    }

    /// The ends that win.
    fn winners(&self) -> Vec<f64> {
        let last = self.values.len() - 1;
        let wins = |end: &usize| {
            let beats = |other: &Vec<f64>| lead(&self.earned[*end], other) > SURE;
            beats(&self.without) && self.earned[1..last].iter().all(beats)
        };
        [0, last].into_iter().filter(wins).map(|end| self.values[end]).collect()
    }

    /// The best setting, or that no setting earns more than the business without the element.
    fn verdict(&self) -> String {
        let best = self.best();
        if lead(&self.earned[best], &self.without) < SURE {
            "none".to_owned()
        } else {
            grouped(self.values[best])
        }
    }

    /// Whether what a page says is best is so, within the Monte Carlo error.
    fn agrees(&self, said: &str) -> bool {
        let best = &self.earned[self.best()];
        match said {
            "none" => lead(best, &self.without) < 1.5 * SURE,
            said => self
                .values
                .iter()
                .position(|value| grouped(*value) == said)
                .is_some_and(|k| lead(best, &self.earned[k]) < SURE),
        }
    }
}

/// A number as the page writes it: thousands grouped.
fn grouped(value: f64) -> String {
    if value.fract() == 0.0 { format::fixed(value, 0) } else { value.to_string() }
}

/// The numbers below `program` that a design may hold, with their ranges.
fn numbers() -> BTreeMap<String, [f64; 2]> {
    let text = include_str!("../../src/design/catalogue.toml");
    let catalogue: toml::Table = text.parse().unwrap();
    let keys = catalogue["key"].as_array().unwrap().iter();
    let bound = |key: &toml::Value, name: &str| {
        let value = &key[name];
        value.as_float().or_else(|| value.as_integer().map(|whole| whole as f64)).unwrap()
    };
    keys.filter(|key| key["kind"].as_str() == Some("number"))
        .filter_map(|key| {
            let path = key["path"].as_str()?.strip_prefix("program.")?.replace("[]", "");
            // terms of the program as a whole, and of a change of it, are no element's
            let of_element = path.contains('.') && !path.starts_with("transition.");
            of_element.then(|| (path, [bound(key, "min"), bound(key, "max")]))
        })
        .collect()
}

/// The rows of the page: lever, and what stands in the other columns.
fn page() -> BTreeMap<String, Vec<String>> {
    let text = include_str!("../../docs/levers.md");
    let rows = text.lines().filter_map(|line| line.strip_prefix("| `")?.split_once("` | "));
    rows.map(|(lever, rest)| {
        let cells = rest.trim_end_matches('|').split('|').map(|cell| cell.trim().to_owned());
        (lever.to_owned(), cells.collect())
    })
    .collect()
}

/// Nobody adds a number to the program without saying whether it is a lever, swept here, a cost, or what customers answer.
#[test]
fn every_number_is_a_lever_a_cost_or_an_answer() {
    let page = page();
    let levers = LEVERS.iter().map(|lever| lever.key);
    let mut known: Vec<&str> = levers.chain(COSTS.iter().copied()).chain(ANSWERS.iter().copied()).collect();
    known.sort_unstable();
    assert!(known.windows(2).all(|pair| pair[0] != pair[1]), "twice: {known:?}");
    let numbers = numbers();
    assert_eq!(known, numbers.keys().map(String::as_str).collect::<Vec<_>>());
    for key in known {
        assert!(page.contains_key(key), "docs/levers.md does not tell of {key}");
    }
    assert_eq!(page.len(), numbers.len(), "docs/levers.md tells of what is not there");
}

#[test]
fn no_lever_has_a_free_end() {
    let (numbers, page) = (numbers(), page());
    let swept: Vec<(&Lever, [Sweep; 2])> = LEVERS
        .par_iter()
        .map(|lever| (lever, [SHOP, SERVICE].map(|business| Sweep::of(lever, numbers[lever.key], business))))
        .collect();
    let mut faults = Vec::new();
    let mut rows = Vec::new();
    for (lever, sweeps) in swept {
        let empty = vec![String::new(); 4];
        let row = page.get(lever.key).unwrap_or(&empty);
        let [shop, service] = sweeps.each_ref().map(Sweep::verdict);
        let range = [0, sweeps[0].values.len() - 1].map(|k| sweeps[0].values[k]);
        let [from, to] = range.map(grouped);
        rows.push(format!("| `{}` | {from} to {to} | {shop} | {service} | |", lever.key));
        for (sweep, said) in sweeps.iter().zip(&row[1..3]) {
            if !sweep.agrees(said) {
                faults.push(format!("{}: the page says {said}, best is {}", lever.key, sweep.verdict()));
            }
            let winners = sweep.winners();
            if !winners.is_empty() && row[3].is_empty() {
                faults.push(format!("{}: {winners:?} wins, and nobody says why", lever.key));
            }
        }
    }
    assert!(faults.is_empty(), "{}\n\n{}", faults.join("\n"), rows.join("\n"));
}
