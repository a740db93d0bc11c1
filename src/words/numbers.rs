//! What the numbers of a design and the measures of a decision are called, and how their values are written.

use super::{Scale, Value, Words};
use crate::decide::Measure;
use crate::decide::grid::{Axis, Setting};
use crate::design::Catalogue;
use crate::units::Unit;

/// Tables whose entries have names.
const NAMED: [&str; 5] = ["segment", "product_group", "branch", "touchpoint", "rival"];
/// Keys of a program that runs already which one proposed does not have; the others are called as there.
const ONLY_TODAY: [&str; 5] =
    ["setup_cost", "members", "points_outstanding", "points_by_age", "usual_discount"];

/// A path taken apart: `segment[families].basket`, `program.tiers[0].steps[1].discount`, `churn.causes.price`.
struct Place<'p> {
    /// The table the number stands in: `segment`, `tiers`, `program`, `business`.
    table: &'p str,
    /// Its key there.
    key: &'p str,
    /// Which entry of a list of named tables, by name or place.
    entry: Option<&'p str>,
    /// Whether the table is an element of the program, and its place among those of its kind.
    element: Option<usize>,
    /// Which step of a ladder.
    step: Option<usize>,
    /// Which member of a table of shares or a list of numbers.
    member: Option<&'p str>,
    /// Whether it is one of the program that runs already.
    today: bool,
}

impl<'p> Place<'p> {
    fn of(path: &'p str) -> Self {
        let bare =
            Self { table: "", key: path, entry: None, element: None, step: None, member: None, today: false };
        let named = NAMED.iter().find_map(|table| {
            let rest = path.strip_prefix(table)?.strip_prefix('[')?;
            rest.rsplit_once("].").map(|(entry, key)| (*table, entry, key))
        });
        if let Some((table, entry, key)) = named {
            let (key, member) = key.split_once('.').map_or((key, None), |(key, member)| (key, Some(member)));
            return Self { table, key, entry: Some(entry), member, ..bare };
        }
        if let Some((program, kind, name, rest)) = of_named_element(path) {
            let key = rest.rsplit('.').next().unwrap_or(rest);
            let step = rest.split('.').next().filter(|part| *part != key).and_then(|part| indexed(part).1);
            let (entry, element) = (Some(name), Some(0));
            return Self { table: kind, key, entry, element, step, today: program == "today", ..bare };
        }
        match path.split('.').collect::<Vec<_>>()[..] {
            ["today", key] if !ONLY_TODAY.contains(&key) => {
                Self { table: "program", key, today: true, ..bare }
            }
            [table @ "today", key, member] if ONLY_TODAY.contains(&key) => {
                Self { table, key, member: Some(member), ..bare }
            }
            [program @ ("program" | "today"), element, .., key] => {
                let bare = Self { today: program == "today", ..bare };
                let (table, place) = indexed(element);
                let step =
                    path.split('.').nth(2).filter(|part| *part != key).and_then(|part| indexed(part).1);
                Self { table, key, element: Some(place.unwrap_or(0)), step, ..bare }
            }
            [table, key, member] => Self { table, key, member: Some(member), ..bare },
            [table, key] => match key.split_once('[') {
                Some((key, rest)) => Self { table, key, member: rest.strip_suffix(']'), ..bare },
                None => Self { table: indexed(table).0, key, ..bare },
            },
            _ => bare,
        }
    }
}

/// `program.tiers[clubs].steps[0].discount` is (`program`, `tiers`, `clubs`, `steps[0].discount`).
fn of_named_element(path: &str) -> Option<(&str, &str, &str, &str)> {
    let (program, rest) =
        path.split_once('.').filter(|(program, _)| ["program", "today"].contains(program))?;
    let (kind, rest) = rest.split_once('[').filter(|(kind, _)| !kind.contains('.'))?;
    let (name, rest) = rest.split_once("].")?;
    name.parse::<usize>().is_err().then_some((program, kind, name, rest))
}

/// `points[1]` is (`points`, 1).
fn indexed(part: &str) -> (&str, Option<usize>) {
    let index = |rest: &str| rest.strip_suffix(']').and_then(|index| index.parse().ok());
    part.split_once('[').map_or((part, None), |(name, rest)| (name, index(rest)))
}

impl Words<'_> {
    /// What the number at `path` of a design is called in the middle of a sentence: `average transaction value (families)`. The path may name
    /// segments and rivals or count them from 0. A number without a name is called by its key.
    pub fn number(self, path: &str) -> String {
        self.named_number(path).unwrap_or_else(|| {
            let place = Place::of(path);
            self.with_owner(self.name("number", place.key), &place, false)
        })
    }

    /// What the number at `path` is called, if it has a name in this language.
    pub fn named_number(self, path: &str) -> Option<String> {
        let place = Place::of(path);
        let own = format!("{}_{}", place.table, place.key);
        let shared = format!("element_{}", place.key);
        let known = |name: &str| self.has(&format!("number-{}", name.replace('_', "-")));
        let general = !known(&own);
        if general && !(place.element.is_some() && known(&shared)) {
            return None;
        }
        let name = self.name("number", if general { &shared } else { &own });
        Some(self.with_owner(name, &place, general))
    }

    fn with_owner(self, name: String, place: &Place<'_>, general: bool) -> String {
        let whose = self.whose(place, general);
        if whose.is_empty() {
            return name;
        }
        self.say("number-of", &[("name", name.into()), ("whose", whose.join(", ").into())])
    }

    /// Which of several things of the kind a number belongs to.
    fn whose(self, place: &Place<'_>, general: bool) -> Vec<String> {
        let nth = |place: usize| self.say("number-entry", &[("number", (place + 1).into())]);
        let entry = place.entry.map(|entry| match entry.parse::<usize>() {
            Ok(place) => nth(place),
            Err(_) => entry.to_owned(),
        });
        let unnamed = general && entry.is_none();
        let element = unnamed.then(|| self.name("element", place.table));
        let again = place.element.filter(|place| *place > 0).map(nth);
        let step = place.step.map(|step| self.say("number-step", &[("number", (step + 1).into())]));
        let member = place.member.map(|member| match (place.key, member.parse::<usize>()) {
            (_, Ok(place)) => nth(place),
            ("causes", _) => self.cause(member),
            _ => self.name("category", member),
        });
        let today = place.today.then(|| self.say("number-of-today", &[]));
        [entry, element, again, step, member, today].into_iter().flatten().collect()
    }

    /// A value of the number at `path` in its unit, with at most `digits` significant digits: `3 %`, `12.5 m RUB`, `0.4`.
    pub fn number_value(self, path: &str, value: f64, digits: usize) -> String {
        match unit_of_number(path) {
            Some(Unit::Money) => {
                let scale = Scale::of(value);
                glued(self.short(value / scale.divisor, digits), &self.unit(scale, self.currency()))
            }
            Some(Unit::Share) => glued(self.short(value * 100.0, digits), "%"),
            Some(
                Unit::Customers
                | Unit::NpsPoints
                | Unit::Months
                | Unit::Points
                | Unit::Count
                | Unit::LogRatio
                | Unit::Number,
            )
            | None => self.short(value, digits),
        }
    }

    /// The value that an axis of a grid has at one of its places.
    pub fn setting(self, axis: &Axis, place: usize) -> String {
        /// Digits of what somebody has chosen: all that anybody writes.
        const CHOSEN: usize = 8;
        match axis.values.get(place) {
            Some(Setting::Number(value)) => self.number_value(&axis.path, *value, CHOSEN),
            Some(Setting::Text(word)) => word.clone(),
            None => String::new(),
        }
    }

    /// A measure in the middle of a sentence: `NPV`, `chance of goal 2`.
    pub fn measure(self, measure: Measure) -> String {
        match measure {
            Measure::Goal(goal) => self.say("measure-goal", &[("number", Value::from(goal + 1))]),
            other => self.name("measure", &other.key()),
        }
    }
}

/// What the number at `path` of a design counts; `None` where another key says it, or where there is no such number.
pub fn unit_of_number(path: &str) -> Option<Unit> {
    let of_first_element = || {
        let (element, rest) = path.strip_prefix("program.")?.split_once('.')?;
        Catalogue::get().find_or_parent(&format!("program.{element}[0].{rest}"))
    };
    Catalogue::get().find_or_parent(path).or_else(of_first_element)?.unit.kind
}

fn glued(number: String, unit: &str) -> String {
    if unit.is_empty() { number } else { format!("{number}\u{a0}{unit}") }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::design::Design;
    use crate::words::Language;

    fn said(language: Language, path: &str) -> String {
        Words::new(language).number(path).replace('\u{a0}', " ")
    }

    #[test]
    fn numbers_are_called_by_name() {
        for (path, english, russian) in [
            ("business.gross_margin", "gross margin", "валовая маржа"),
            ("segment[families].basket", "average transaction value (families)", "средний чек (families)"),
            ("segment[1].basket", "average transaction value (no. 2)", "средний чек (№ 2)"),
            ("program.points[0].earn", "earn rate", "ставка начисления баллов"),
            ("program.points[1].point_value", "value of a point (no. 2)", "стоимость балла (№ 2)"),
            ("program.points[0].setup_cost", "set-up cost (points)", "затраты на запуск (баллы)"),
            ("program.points[miles].setup_cost", "set-up cost (miles)", "затраты на запуск (miles)"),
            (
                "program.points[No. 1 points].earn",
                "earn rate (No. 1 points)",
                "ставка начисления баллов (No. 1 points)",
            ),
            (
                "today.tiers[clubs].steps[1].discount",
                "tier discount (clubs, step 2, today)",
                "скидка уровня (clubs, ступень 2, сейчас)",
            ),
            ("program.setup_cost", "set-up cost of the program", "затраты на запуск программы"),
            ("program.tiers[0].steps[1].discount", "tier discount (step 2)", "скидка уровня (ступень 2)"),
            ("churn.causes.price", "share of a cause of leaving (price)", "доля причины ухода (цена)"),
            ("business.season[3]", "seasonality (no. 4)", "сезонность (№ 4)"),
            ("program.launch", "launch", "запуск"),
            ("made.up_number", "up number", "up number"),
        ] {
            assert_eq!(said(Language::En, path), english);
            assert_eq!(said(Language::Ru, path), russian);
        }
    }

    #[test]
    fn values_have_the_unit_of_their_number() {
        let words = Words::new(Language::Ru).with_currency("RUB");
        let said = |path: &str, value: f64, digits| {
            words.number_value(path, value, digits).replace('\u{a0}', " ").replace('\u{202f}', "_")
        };
        assert_eq!(said("program.points[0].earn", 0.0325, 6), "3,25 %");
        assert_eq!(said("program.staff_training.lifts_proper_contacts_to", 0.273, 3), "27,3 %");
        assert_eq!(said("segment[families].basket", 12_345.0, 6), "12_345 ₽");
        assert_eq!(said("program.setup_cost", 1.25e7, 6), "12,5 млн ₽");
        assert_eq!(said("behaviour.price_response", 1.412_34, 3), "1,41");
        assert_eq!(said("business.nps", -12.0, 3), "−12");
    }

    /// Whoever adds a number to the catalogue says in both languages what it is called.
    #[test]
    fn every_number_that_may_be_uncertain_has_a_name() {
        let plain = ["optimise", "study", "brands"];
        let keys = Catalogue::get().keys().iter();
        let numbers = keys.filter(|key| key.path.contains('.') && Catalogue::get().is_number(&key.path));
        for key in numbers.filter(|key| !plain.iter().any(|table| key.path.starts_with(table))) {
            let path = key.path.replace("program.*[]", "program.points[]").replace("[]", "[0]");
            let place = Place::of(&path);
            let known = |table: &str| {
                let name = format!("number-{table}-{}", place.key).replace('_', "-");
                Language::ALL.iter().all(|language| Words::new(*language).has(&name))
            };
            let table = if key.path.starts_with("program.*") { "element" } else { place.table };
            assert!(known(table), "write number-{table}-{} into number.ftl", place.key);
        }
    }

    #[test]
    fn every_measure_has_a_name() {
        let design = Design::parse(include_str!("../../scenarios/electronics.toml")).unwrap();
        let others = ["goal_1", "goals", "loss", "shortfall"].map(str::to_owned);
        let scalars = crate::summary::Scalar::ALL.iter().map(|s| s.key().to_owned());
        for word in scalars.chain(others) {
            let measure = Measure::parse(&word, &design).unwrap();
            for words in Language::ALL.map(Words::new) {
                let own = matches!(measure, Measure::Goal(_)) || {
                    words.has(&format!("measure-{}", word.replace('_', "-")))
                };
                assert!(own && !words.measure(measure).is_empty(), "{word}");
            }
        }
    }
}
