//! A randomised experiment: a table with a row for each customer, the arm to which he was assigned by lot, and what he bought afterwards.

use super::amounts::{Decimal, amount};
use super::before::Before;
use super::columns::named;
use super::experiment_fault::ExperimentFault;
use super::fault::Fault;
use super::options::Options;
use super::role::Role;
use super::survey;
use super::table::{Table, cell, plain};
use std::collections::HashMap;

/// Arms beyond which a column is taken for another one.
const MOST: usize = 10;
/// Customers of an arm below which nothing is said.
const LEAST: usize = 30;
/// What the arm that is left alone is usually called.
const CONTROLS: &str = "control, control group, controls, no e-mail, no email, no mail, no message, no messages, no offer, no contact, \
     none, holdout, hold-out, placebo, 0, no, false, \
     контроль, контрольная, контрольная группа, без писем, без письма, без рассылки, без сообщений, без предложения, нет";

/// What is stated about such a table.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct ExperimentOptions {
    /// The arm that is left alone, where its name does not tell.
    pub control: Option<String>,
    /// Columns that were known before the lots were drawn.
    pub before: Vec<String>,
}

/// What is counted of each customer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// Whether he bought: 0 or 1.
    Bought,
    /// How often.
    Purchases,
    /// For how much.
    Spend,
}

/// Who was in which arm, and what came of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Assigned {
    /// Names of the arms, the one that is left alone first.
    pub arms: Vec<String>,
    /// Of each customer, the place of his arm among them.
    pub arm: Vec<usize>,
    /// What is counted, with the figure of each customer; whether he bought is always there, and first.
    pub outcomes: Vec<(Outcome, Vec<f64>)>,
    /// What was known of the customers before.
    pub before: Vec<Before>,
}

impl Assigned {
    /// Of the bytes of a file with a row for each customer.
    ///
    /// # Errors
    /// If there is no column of arms or of what was bought, there are no two arms, it is not clear which one is left alone, a cell cannot be read,
    /// or a customer has two rows.
    pub fn read(bytes: Vec<u8>, stated: &ExperimentOptions, options: &Options) -> Result<Self, Fault> {
        let table = Table::read(bytes, &[Role::Arm], options)?;
        let arm = table.needed(Role::Arm)?;
        let roles = [Role::Bought, Role::Purchases, Role::Amount, Role::Customer];
        let [bought, purchases, spend, customer] = roles.map(|role| table.column(role));
        let told = [bought?, purchases?, spend?];
        let customer = customer?;
        if told.iter().all(Option::is_none) {
            let columns = table.head.clone();
            return Err(Fault::Experiment(ExperimentFault::NoOutcome { columns }));
        }
        let (names, arms) = assigned(&table, arm, stated).map_err(Fault::Experiment)?;
        once(&table, customer).map_err(Fault::Experiment)?;
        let outcomes = outcomes(&table, told, options)?;
        let later = [Some(arm), customer, told[0], told[1], told[2]];
        let column = |name: &String| {
            let no_such = || Fault::NoSuchColumn { column: name.clone(), columns: table.head.clone() };
            let at = named(name, &table.head).ok_or_else(no_such)?;
            if later.contains(&Some(at)) {
                let column = table.head[at].trim().to_owned();
                return Err(Fault::Experiment(ExperimentFault::NotBefore { column }));
            }
            Before::read(&table, at, options)
        };
        let before = stated.before.iter().map(column).collect::<Result<_, Fault>>()?;
        Ok(Self { arms: names, arm: arms, outcomes, before })
    }

    /// The place of an arm by its name, however it is written.
    pub fn place(&self, arm: &str) -> Option<usize> {
        position(&self.arms, arm)
    }
}

/// The arms with the one that is left alone first, and the place of each customer's.
fn assigned(
    table: &Table,
    at: usize,
    stated: &ExperimentOptions,
) -> Result<(Vec<String>, Vec<usize>), ExperimentFault> {
    let (mut names, mut of) = (Vec::new(), Vec::with_capacity(table.rows.len()));
    for (line, row) in &table.rows {
        of.push(place(&mut names, cell(row, at), *line)?);
    }
    let control = control(&names, stated.control.as_deref())?;
    for (place, name) in names.iter().enumerate() {
        let count = of.iter().filter(|arm| **arm == place).count();
        if count < LEAST {
            return Err(ExperimentFault::Few { arm: name.clone(), count, least: LEAST });
        }
    }
    // the one that is left alone comes first
    let first = |place: usize| match place {
        place if place == control => 0,
        place if place < control => place + 1,
        place => place,
    };
    let control = names.remove(control);
    names.insert(0, control);
    Ok((names, of.into_iter().map(first).collect()))
}

/// The place of an arm by its name, however it is written.
fn position(names: &[String], arm: &str) -> Option<usize> {
    names.iter().position(|name| plain(name) == plain(arm))
}

/// The place of an arm among those seen so far, which a new one joins.
fn place(names: &mut Vec<String>, name: &str, line: u64) -> Result<usize, ExperimentFault> {
    if name.is_empty() {
        return Err(ExperimentFault::NoArm { line });
    }
    if let Some(place) = names.iter().position(|known| known == name) {
        return Ok(place);
    }
    if let Some(before) = names.iter().find(|known| plain(known) == plain(name)).cloned() {
        return Err(ExperimentFault::Alike { line, text: name.to_owned(), before });
    }
    if names.len() == MOST {
        return Err(ExperimentFault::ManyArms { line, most: MOST });
    }
    names.push(name.to_owned());
    Ok(names.len() - 1)
}

/// The place of the arm that is left alone.
fn control(names: &[String], stated: Option<&str>) -> Result<usize, ExperimentFault> {
    if let [arm] = names {
        return Err(ExperimentFault::OneArm { arm: arm.clone() });
    }
    if let Some(arm) = stated {
        let no_such = || ExperimentFault::NoSuchArm { arm: arm.to_owned(), arms: names.to_vec() };
        return position(names, arm).ok_or_else(no_such);
    }
    let is_left = |name: &String| CONTROLS.split(", ").any(|usual| usual == plain(name));
    let left: Vec<usize> = (0..names.len()).filter(|place| is_left(&names[*place])).collect();
    match left[..] {
        [one] => Ok(one),
        [] => Err(ExperimentFault::NoControl { arms: names.to_vec() }),
        _ => {
            Err(ExperimentFault::Controls { arms: left.iter().map(|place| names[*place].clone()).collect() })
        }
    }
}

/// Nobody has two rows. Customers are not named: rows are.
fn once(table: &Table, customer: Option<usize>) -> Result<(), ExperimentFault> {
    let Some(at) = customer else { return Ok(()) };
    let mut seen = HashMap::new();
    for (line, row) in table.rows.iter().filter(|(_, row)| !cell(row, at).is_empty()) {
        if let Some(before) = seen.insert(cell(row, at), *line) {
            return Err(ExperimentFault::Twice { line: *line, before });
        }
    }
    Ok(())
}

/// What is counted. Who bought follows from purchases and spend where no column tells it.
fn outcomes(
    table: &Table,
    [bought, purchases, spend]: [Option<usize>; 3],
    options: &Options,
) -> Result<Vec<(Outcome, Vec<f64>)>, Fault> {
    let of = |at: Option<usize>, one: &dyn Fn(u64, &str) -> Result<f64, ExperimentFault>| {
        let cells = at.map(|at| table.rows.iter().map(|(line, row)| one(*line, cell(row, at))).collect());
        cells.transpose().map_err(Fault::Experiment)
    };
    let column = |at: usize| table.rows.iter().map(move |(_, row)| cell(row, at));
    let decimal = spend.map(|at| survey::decimal(column(at), options)).transpose()?;
    let bought: Option<Vec<f64>> = of(bought, &yes_or_no)?;
    let purchases: Option<Vec<f64>> = of(purchases, &count)?;
    let spend: Option<Vec<f64>> =
        of(spend, &|line, text| money(line, text, decimal.unwrap_or(Decimal::Point)))?;
    let mut all = Vec::with_capacity(table.rows.len());
    for (at, (line, _)) in table.rows.iter().enumerate() {
        let [buys, times, paid] = [&bought, &purchases, &spend].map(|of| of.as_ref().map(|of| of[at] > 0.0));
        let is = buys.or(times).or(paid).unwrap_or(false);
        // who pays has bought; who has bought may have paid with points
        if times.is_some_and(|times| times != is) || (paid == Some(true) && !is) {
            return Err(Fault::Experiment(ExperimentFault::Contradicts { line: *line }));
        }
        all.push(f64::from(u8::from(is)));
    }
    let told = [(Outcome::Purchases, purchases), (Outcome::Spend, spend)];
    let told = told.into_iter().filter_map(|(outcome, of)| Some((outcome, of?)));
    Ok([(Outcome::Bought, all)].into_iter().chain(told).collect())
}

fn yes_or_no(line: u64, text: &str) -> Result<f64, ExperimentFault> {
    match plain(text).as_str() {
        "1" | "yes" | "y" | "true" | "да" => Ok(1.0),
        "0" | "no" | "n" | "false" | "нет" => Ok(0.0),
        _ => Err(ExperimentFault::YesOrNo { line, text: text.to_owned() }),
    }
}

fn count(line: u64, text: &str) -> Result<f64, ExperimentFault> {
    let whole = amount(text, Decimal::Point).filter(|n| n.fract() == 0.0 && (0.0..1e6).contains(n));
    whole.ok_or_else(|| ExperimentFault::Purchases { line, text: text.to_owned() })
}

fn money(line: u64, text: &str, decimal: Decimal) -> Result<f64, ExperimentFault> {
    let text = || text.to_owned();
    match amount(&text(), decimal) {
        Some(paid) if paid < 0.0 => Err(ExperimentFault::Negative { line, text: text() }),
        Some(paid) => Ok(paid),
        None => Err(ExperimentFault::Spend { line, text: text() }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str, stated: &ExperimentOptions) -> Result<Assigned, Fault> {
        Assigned::read(text.as_bytes().to_vec(), stated, &Options::default())
    }

    fn table(head: &str, row: impl Fn(usize) -> String) -> String {
        (0..90).fold(format!("{head}\n"), |text, k| text + &row(k) + "\n")
    }

    /// Three arms of thirty; every third row is left alone, every tenth buys.
    fn usual(k: usize) -> String {
        let arm = ["Письмо А", "Контроль", "Письмо Б"][k % 3];
        let bought = k.is_multiple_of(10);
        format!("{arm};{};{}", u8::from(bought), if bought { "12,50" } else { "0" })
    }

    #[test]
    fn arms_and_outcomes_are_found_in_two_languages() {
        let none = ExperimentOptions::default();
        let found = read(&table("Группа;Купил;Сумма", usual), &none).unwrap();
        assert_eq!(found.arms, ["Контроль", "Письмо А", "Письмо Б"]);
        assert_eq!(found.arm[..4], [1, 0, 2, 1]);
        let spend = &found.outcomes[1];
        assert_eq!((spend.0, spend.1.iter().sum::<f64>()), (Outcome::Spend, 112.5));
        // who bought follows from what he paid
        let paid =
            read(&table("arm,spend", |k| format!("{},{}", k % 2, if k % 9 == 0 { 7 } else { 0 })), &none);
        let paid = paid.unwrap();
        assert_eq!((paid.arms, paid.outcomes[0].1.iter().sum::<f64>()), (vec!["0".into(), "1".into()], 10.0));
        // another arm may be the one that is left alone
        let stated = ExperimentOptions { control: Some("письмо б".into()), ..none };
        let found = read(&table("Группа;Купил;Сумма", usual), &stated).unwrap();
        assert_eq!(found.arms, ["Письмо Б", "Письмо А", "Контроль"]);
        assert_eq!(found.arm[..3], [1, 2, 0]);
    }

    #[test]
    fn what_is_no_experiment_is_refused() {
        let none = ExperimentOptions::default();
        let arm = |k: usize| ["control", "letter"][k % 2];
        let fault = |head: &str, row: &dyn Fn(usize) -> String| match read(&table(head, row), &none) {
            Err(Fault::Experiment(fault)) => fault,
            other => panic!("{head}: {other:?}"),
        };
        // the third row of the data is the fourth of the table
        let at_2 = |bad: &'static str, good: &'static str| {
            move |k: usize| format!("{},{}", arm(k), if k == 2 { bad } else { good })
        };
        type Refused = fn(u64, String) -> ExperimentFault;
        let wrong: [(&str, &str, Refused); 5] = [
            ("arm,bought", "maybe", |line, text| ExperimentFault::YesOrNo { line, text }),
            ("arm,orders", "1.5", |line, text| ExperimentFault::Purchases { line, text }),
            ("arm,spend", "much", |line, text| ExperimentFault::Spend { line, text }),
            ("arm,spend", "", |line, text| ExperimentFault::Spend { line, text }),
            ("arm,spend", "-3", |line, text| ExperimentFault::Negative { line, text }),
        ];
        for (head, bad, wrong) in wrong {
            assert_eq!(fault(head, &at_2(bad, "0")), wrong(4, bad.to_owned()), "{head}: {bad}");
        }
        let both = |k: usize| format!("{},{},{}", arm(k), 0, u8::from(k == 2));
        assert_eq!(fault("arm,bought,orders", &both), ExperimentFault::Contradicts { line: 4 });
        let twice = |k: usize| format!("{},K{},0", arm(k), if k == 2 { 0 } else { k });
        assert_eq!(fault("arm,client,bought", &twice), ExperimentFault::Twice { line: 4, before: 2 });
        let blank = |k: usize| format!("{},0", if k == 2 { " " } else { arm(k) });
        assert_eq!(fault("arm,bought", &blank), ExperimentFault::NoArm { line: 4 });
        assert_eq!(
            fault("arm,mood", &at_2("1", "0")),
            ExperimentFault::NoOutcome { columns: vec!["arm".into(), "mood".into()] }
        );
    }

    #[test]
    fn arms_that_may_mean_two_things_are_refused() {
        let none = ExperimentOptions::default();
        let fault = |names: &[&str]| {
            let row = |k: usize| format!("{},0", names[k % names.len()]);
            match read(&table("arm,bought", row), &none) {
                Err(Fault::Experiment(fault)) => fault,
                other => panic!("{names:?}: {other:?}"),
            }
        };
        let arms = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>();
        assert_eq!(fault(&["letter"]), ExperimentFault::OneArm { arm: "letter".into() });
        assert_eq!(fault(&["A", "B"]), ExperimentFault::NoControl { arms: arms(&["A", "B"]) });
        assert_eq!(
            fault(&["control", "letter", "none"]),
            ExperimentFault::Controls { arms: arms(&["control", "none"]) }
        );
        assert_eq!(
            fault(&["control", "Letter", "letter"]),
            ExperimentFault::Alike { line: 4, text: "letter".into(), before: "Letter".into() }
        );
        let many = ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10"];
        assert_eq!(fault(&many), ExperimentFault::ManyArms { line: 12, most: 10 });
        assert!(matches!(fault(&many[..4]), ExperimentFault::Few { count: 23, least: 30, .. }));
    }
}
