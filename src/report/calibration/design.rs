//! A design that runs, from what a log tells: measured numbers with their errors, and labelled assumptions for the rest.

use super::discounts::{behaviour, together};
use super::found::Calibration;
use super::known::{between, certain, comment, digits, is_uncertain, measured, quoted, say};
use super::messages::messages;
use super::today::{before_discounts, today};
use super::together::{strongest, told};
use super::voice::{causes, score};
use crate::design::MAX_CORRELATIONS;
use crate::fit::shop::{KnownGroup, Shop};
use crate::words::{Value, Words};

/// What is estimated of a segment.
const KEYS: [&str; 4] = ["purchases_per_year", "purchase_shape", "churn_shape", "churn_beta"];
/// The largest shapes that a design takes for leaving, and the smallest.
const LARGEST: [f64; 2] = [20.0, 10_000.0];
const SMALLEST: f64 = 0.05;

/// The text of the design.
pub fn calibrated_design(found: &Calibration<'_>, words: Words<'_>) -> String {
    let mut text = head(found, words) + &business(found, words);
    for (at, known) in found.shop.groups.iter().enumerate() {
        text += &segment(found, at, known, words);
    }
    text += &format!("\n[churn]\n{}", causes(found.voice, "design-measured-churn", words));
    text += &responses(found, words);
    text += &today(found, words);
    text + &correlations(found.shop)
}

/// How customers respond, as far as discounts and messages of the past tell it: one table.
fn responses(found: &Calibration<'_>, words: Words<'_>) -> String {
    let told = [behaviour(found, words), messages(found.experiment, words)];
    let [before, lines] = [0, 1].map(|at| told.iter().map(|one| one[at].as_str()).collect::<String>());
    if lines.is_empty() { before } else { format!("{before}[behaviour]\n{lines}") }
}

fn head(found: &Calibration<'_>, words: Words<'_>) -> String {
    let (first, last) = found.shop.span;
    let about: [(&'static str, Value); 6] = [
        ("file", found.file.as_str().into()),
        ("first", first.to_string().into()),
        ("last", last.to_string().into()),
        ("people", found.shop.people.into()),
        ("purchases", found.purchases().into()),
        ("hash", found.hash.as_str().into()),
    ];
    let mut text = comment(words, "design-measured-head", &about);
    text += &comment(words, "design-measured-known", &[("model", found.model.name().into())]);
    text += &comment(words, "design-measured-unknown", &[]);
    if !found.log.has_money {
        text += &comment(words, "design-measured-no-money", &[]);
    }
    let title = quoted(&say(words, "design-measured-title", &[]));
    let start = last.plus(1).month();
    text + &format!(
        "\ntitle = {title}\ncurrency = {}\nstart = \"{start}\"\nhorizon_months = 36\n",
        quoted(&found.currency)
    )
}

fn business(found: &Calibration<'_>, words: Words<'_>) -> String {
    let shop = found.shop;
    let customers = say(words, "design-measured-customers", &[("people", shop.people.into())]);
    let months: (&'static str, Value) = ("months", u64::from(shop.joining_months).into());
    let (joining, like) = (shop.joining, shop.newcomer);
    let newcomers = if joining.value > 0.0 {
        let about = [("count", Value::About(joining.value)), months, ("like", Value::Number(like, 2))];
        let source = say(words, "design-measured-newcomers", &about);
        measured("business.new_customers_per_month", joining.value * like, joining.error * like, &source)
    } else {
        certain(0.0, "measured", &say(words, "design-measured-no-newcomers", &[months]))
    };
    let customers = measured("business.customers", shop.active.value, shop.active.error, &customers);
    let text = format!("\n[business]\ncustomers = {customers}\nnew_customers_per_month = {newcomers}\n");
    text + &assumed(found, words)
}

/// What the log does not tell of the business, and the season.
fn assumed(found: &Calibration<'_>, words: Words<'_>) -> String {
    let shop = found.shop;
    let receipt = shop.receipts.as_ref().map_or(1.0, |receipts| receipts.mean);
    let acquisition = say(words, "design-measured-acquisition", &[]);
    let margin = say(words, "design-measured-margin", &[]);
    let retention = say(words, "design-measured-retention", &[]);
    let [low, mode, high] = [0.2, 0.5, 1.0].map(|part| digits(part * receipt));
    let mut text = format!(
        "acquisition_cost = {{ low = {low}, mode = {mode}, high = {high}, basis = \"assumed\", source = {} }}\n",
        quoted(&acquisition)
    );
    text += &format!(
        "gross_margin = {{ low = 0.2, mode = 0.35, high = 0.5, basis = \"assumed\", source = {} }}\n",
        quoted(&margin)
    );
    text += &format!(
        "annual_retention = {}\n",
        certain(shop.retention.clamp(0.05, 0.995), "measured", &retention)
    );
    text += &match &found.voice.nps {
        Some(asked) => format!("nps = {}\n", score(asked.score, asked.answers, found.voice, words)),
        None => {
            let ask = comment(words, "design-measured-nps", &[]);
            ask + "nps = { low = -10, mode = 20, high = 50, basis = \"assumed\" }\n"
        }
    };
    if let Some(season) = shop.season {
        let factors = season.map(|factor| format!("{factor:.3}")).join(", ");
        text += &format!("{}season = [{factors}]\n", comment(words, "design-measured-season", &[]));
    }
    text
}

/// Shapes of leaving within what a design takes: very large ones stand for customers who are all alike, and are told by their ratio.
fn leaving([leave, stay]: [f64; 2]) -> [f64; 2] {
    let scale = (LARGEST[0] / leave).min(LARGEST[1] / stay).min(1.0);
    [(leave * scale).max(SMALLEST), (stay * scale).max(SMALLEST)]
}

fn segment(found: &Calibration<'_>, at: usize, known: &KnownGroup, words: Words<'_>) -> String {
    let group = &known.group;
    let fit = [("model", found.model.name().into()), ("people", group.people.into())];
    let fit = say(words, "design-measured-fit", &fit);
    let share = certain(
        group.active / found.shop.active.value,
        "measured",
        &say(words, "design-measured-share", &[]),
    );
    let mut text =
        format!("\n[[segment]]\nname = {}\nshare = {share}\n", quoted(&between(found.shop, at, words)));
    text += "new_cohort = \"yes\"\nchurn_clock = \"purchase\"\n";
    text +=
        &format!("needs_change = {}\n", certain(0.0, "assumed", &say(words, "design-measured-change", &[])));
    for (key, written) in KEYS.into_iter().zip(numbers(known, &fit)) {
        text += &format!("{key} = {written}\n");
    }
    if let Some((answers, known)) = found.voice.nps.as_ref().and_then(|asked| asked.groups.as_ref()?.get(at))
    {
        text += &format!("nps = {}\n", score(*known, *answers, found.voice, words));
    }
    text + &money(found, at, group.basket, words)
}

/// What is estimated of a segment, in the order of [`KEYS`].
fn numbers(known: &KnownGroup, source: &str) -> [String; 4] {
    let (group, errors) = (&known.group, known.errors);
    let [leave, stay] = leaving([group.leave, group.stay]);
    let numbers = [
        (group.rate, errors[0]),
        (group.shape, errors[1]),
        (leave, errors[2] / group.leave * leave),
        (stay, errors[3] / group.stay * stay),
    ];
    std::array::from_fn(|k| {
        let (value, error) = numbers[k];
        measured(&format!("segment[].{}", KEYS[k]), value, error, source)
    })
}

fn money(found: &Calibration<'_>, at: usize, basket: f64, words: Words<'_>) -> String {
    let own = found.shop.apart.as_ref().and_then(|apart| apart.receipts[at].as_ref());
    let Some(receipts) = own.or(found.shop.receipts.as_ref()) else {
        return format!(
            "basket = {}\n",
            certain(1.0, "assumed", &say(words, "design-measured-no-basket", &[]))
        );
    };
    let gross = before_discounts(found.today);
    let key = if gross > 1.0 { "design-measured-basket-gross" } else { "design-measured-basket" };
    let mut text = format!("basket = {}\n", certain(basket * gross, "measured", &say(words, key, &[])));
    if let Some(spread) = receipts.spread() {
        let people = [("people", (receipts.customers as u64).into())];
        let source = say(words, "design-measured-spread", &people);
        text += &format!("basket_spread = {}\n", certain(spread.min(5.0), "measured", &source));
    }
    let noise = certain(receipts.noise.min(5.0), "measured", &say(words, "design-measured-noise", &[]));
    text + &format!("basket_noise = {noise}\n")
}

/// Numbers that were estimated together: of each segment, and of all where one model was fitted to them; and the response to discounts, for which there has to be room.
fn correlations(shop: &Shop) -> String {
    let response = together(shop.discounts.as_ref());
    let most = MAX_CORRELATIONS - response.lines().count();
    let groups = match &shop.apart {
        Some(apart) => across(shop, &apart.correlations, most),
        None => within(shop),
    };
    let lines = groups + &response;
    if lines.is_empty() { lines } else { format!("\n[correlations]\n{lines}") }
}

fn across(shop: &Shop, correlations: &[Vec<f64>], most: usize) -> String {
    let uncertain: Vec<bool> = shop.groups.iter().flat_map(uncertain).collect();
    let line = |(one, other, strength): (usize, usize, f64)| {
        let [one, other] = [one, other].map(|at| (at / KEYS.len(), at % KEYS.len()));
        correlation(one, other, strength)
    };
    strongest(correlations, &uncertain, most).into_iter().map(line).collect()
}

fn within(shop: &Shop) -> String {
    let mut lines = String::new();
    for (at, known) in shop.groups.iter().enumerate() {
        let uncertain = uncertain(known);
        for j in 0..KEYS.len() {
            for k in (j + 1..KEYS.len()).filter(|k| uncertain[j] && uncertain[*k]) {
                let strength = told(known.correlations[j][k]);
                lines.extend(strength.map(|strength| correlation((at, j), (at, k), strength)));
            }
        }
    }
    lines
}

/// Which numbers of a group have a distribution.
fn uncertain(known: &KnownGroup) -> [bool; 4] {
    numbers(known, "").map(|written| is_uncertain(&written))
}

/// A line for two numbers, each by its segment and its place in [`KEYS`].
fn correlation(one: (usize, usize), other: (usize, usize), strength: f64) -> String {
    let [one, other] = [one, other].map(|(segment, key)| format!("segment[{segment}].{}", KEYS[key]));
    format!("\"{one} ~ {other}\" = {strength:.3}\n")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::{Customer, Log, Purchase};
    use crate::fit::apart::Apart;
    use crate::fit::beta_geometric::BetaGeometric;
    use crate::fit::discounts::{Discounts, Response};
    use crate::fit::groups::Group;
    use crate::fit::hill::Summit;
    use crate::fit::maximise::Estimate;
    use crate::fit::model::Model;
    use crate::fit::parted::{Parted, Ratio};
    use crate::fit::shop::Known;
    use crate::units::Day;

    /// Nine groups, of whose 36 numbers all go together, and a log that tells response and memory.
    fn shop() -> Shop {
        let day = |at| Purchase { day: Day::new(2024, 1, 1).unwrap().plus(at), amount: 1.0 };
        let purchases = |who: i32| (0..4).map(|at| day(who + 30 * at)).collect();
        let customers = (0..30).map(|who| Customer { id: who.to_string().into(), purchases: purchases(who) });
        let customers = customers.collect();
        let log = Log { customers, has_money: false, unmatched: 0.0, undone: 0, together: 0, accounts: None };
        let covariance = std::array::from_fn(|i| std::array::from_fn(|j| if i == j { 0.01 } else { 0.0 }));
        let estimate = Estimate { parameters: [1.0, 4.0, 1.0, 30.0], ln_likelihood: 0.0, covariance };
        let mut shop = Shop::new(&log, BetaGeometric::BG_NBD, &estimate).unwrap();
        let group = Group {
            between: (0.0, 1.0),
            people: 100,
            active: 50.0,
            rate: 10.0,
            shape: 1.0,
            leave: 1.0,
            stay: 10.0,
            basket: 0.0,
        };
        shop.groups =
            vec![KnownGroup { group, errors: [1.0, 0.1, 0.1, 1.0], correlations: [[0.5; 4]; 4] }; 9];
        let row = |i: usize| (0..36).map(|j| if i == j { 1.0 } else { 0.5 }).collect();
        let fit = Summit { point: Vec::new(), ln_likelihood: 0.0, covariance: Vec::new() };
        shop.apart = Some(Box::new(Apart {
            column: "channel".into(),
            names: Vec::new(),
            least: 100,
            joined: 0,
            several: 0,
            parted: Parted { model: Model::ALL[0], fit, groups: 9, differ: Ratio::new(0.0, 0.0, 1) },
            receipts: Vec::new(),
            receipts_differ: None,
            correlations: (0..36).map(row).collect(),
        }));
        let known = |value, error| Known { value, error };
        let response =
            Response { price: known(1.4, 0.2), memory: Some(known(0.7, 0.1)), together: -0.5, own: 1.0 };
        shop.discounts = Some(Discounts { months: 72, depths: None, found: Ok(response) });
        shop
    }

    /// A design takes so many lines and no more: the response keeps its own.
    #[test]
    fn correlations_are_as_many_as_a_design_takes() {
        let mut shop = shop();
        let response = "\"behaviour.price_response ~ behaviour.reference_memory\" = -0.480\n";
        let lines = correlations(&shop);
        assert!(lines.ends_with(response), "{lines}");
        assert_eq!(lines.matches(" ~ ").count(), MAX_CORRELATIONS);
        shop.discounts = None;
        let lines = correlations(&shop);
        assert_eq!((lines.matches(" ~ ").count(), lines.contains(response)), (MAX_CORRELATIONS, false));
        // without a column there are four numbers a group, each with three others
        shop.apart = None;
        assert_eq!(correlations(&shop).matches(" ~ ").count(), 9 * 6);
    }
}
