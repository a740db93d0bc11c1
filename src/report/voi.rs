//! The value of information as text and as tables.

use super::csv;
use super::quantity::Show;
use super::table::{Align, layout};
use crate::decide::voi::{Amount, Bond, Flip, Judged, Verdict, Voi, Worth};
use crate::units::Money;
use crate::words::study::{called, choice, sample, some};
use crate::words::{Value, Words, breakable, capital};

/// Numbers told one by one.
const TOLD: usize = 10;
/// Groups told.
const TOLD_GROUPS: usize = 8;
/// The value of information for people: the advice first.
pub fn voi_text(found: &Voi, words: Words<'_>) -> String {
    let teller = Teller { found, words };
    let parts = [teller.head(), teller.advice(), teller.today(), teller.more(), teller.studies()];
    breakable(&parts.join("\n"))
}

/// What it is worth to know each number and group, as CSV.
pub fn voi_csv(found: &Voi) -> String {
    let head = ["bond", "numbers", "worth", "mc_error", "low", "high", "clear", "flips_at"];
    let mut text = csv::row(&head);
    for worth in found.numbers.iter().chain(&found.groups) {
        let bond = match &worth.bond {
            None => "number",
            Some(Bond::Shares { .. }) => "shares",
            Some(Bond::Correlated) => "correlated",
            Some(Bond::Table { .. }) => "table",
            Some(Bond::Basis { .. }) => "basis",
        };
        let amount = worth.amount;
        let flips: Vec<String> = worth.flips.iter().map(|flip| csv::number(flip.at)).collect();
        let numbers =
            [amount.value, amount.mc_error, amount.low, amount.high].map(|money| csv::number(money.get()));
        let [value, error, low, high] = numbers;
        let paths = worth.paths.join(" ");
        text += &csv::row(&[
            bond.to_owned(),
            paths,
            value,
            error,
            low,
            high,
            amount.clear.to_string(),
            flips.join(" "),
        ]);
    }
    text
}

/// Every study at every size, as CSV.
pub fn voi_studies_csv(found: &Voi) -> String {
    let head = ["study", "informs", "sample", "worth", "mc_error", "low", "high", "cost", "net"];
    let mut text = csv::row(&head);
    for study in &found.studies {
        for at in &study.curve {
            let name = if study.proposed { "proposal".to_owned() } else { study.name.clone() };
            let numbers = [at.worth.value, at.worth.mc_error, at.worth.low, at.worth.high, at.cost, at.net];
            let fields = [name, study.informs.join(" "), at.sample.to_string()];
            text += &csv::row(
                &fields.into_iter().chain(numbers.map(|money| csv::number(money.get()))).collect::<Vec<_>>(),
            );
        }
    }
    text
}

struct Teller<'a> {
    found: &'a Voi,
    words: Words<'a>,
}

impl Teller<'_> {
    fn say(&self, key: &str) -> String {
        self.words.say(key, &[])
    }

    fn choice(&self, place: usize) -> Value {
        choice(self.words, &self.found.choices[place].choice).into()
    }

    fn head(&self) -> String {
        let origin = &self.found.origin;
        let size = [
            ("trials", Value::from(origin.trials)),
            ("customers", origin.customers.into()),
            ("seed", origin.seed.to_string().into()),
        ];
        let done = [("done", Value::from(origin.trials)), ("asked", origin.trials_asked.into())];
        let partial =
            if origin.partial { self.words.say("run-partial", &done) + "\n" } else { String::new() };
        format!("{}\n{}\n{partial}", self.found.title, self.words.say("run-size", &size))
    }

    fn advice(&self) -> String {
        let choice = ("choice", self.choice(self.found.best));
        let first = self.found.studies.first();
        let worth = first.filter(|study| matches!(study.verdict, Verdict::Worthwhile | Verdict::Perhaps));
        let text = match worth {
            Some(study) => {
                let named = [
                    ("study", Value::from(called(self.words, study))),
                    ("sample", sample(self.words, study, &study.best).into()),
                    ("net", study.best.net.into()),
                    choice,
                ];
                let key = if study.verdict == Verdict::Worthwhile {
                    "voi-advice-study"
                } else {
                    "voi-advice-perhaps"
                };
                self.words.say(key, &named)
            }
            None => {
                let dear = self.found.studies.iter().any(|study| study.verdict == Verdict::TooDear);
                let why = match (self.found.perfect.clear, dear) {
                    (false, _) => "nothing",
                    (true, true) => "dear",
                    (true, false) => "none",
                };
                self.words.say("voi-advice-now", &[choice, ("why", why.into())])
            }
        };
        text + "\n"
    }

    fn today(&self) -> String {
        let head = vec![String::new(), self.say("voi-today-npv"), self.say("voi-today-best-in")];
        let show = Show { words: self.words };
        let row = |chosen: &crate::decide::voi::Chosen| {
            let npv = show.reading(chosen.npv);
            let share = [("share", Value::Probability(chosen.best_in.get()))];
            vec![
                capital(&choice(self.words, &chosen.choice)),
                npv,
                self.words.say("voi-today-of-trials", &share),
            ]
        };
        let rows: Vec<_> = std::iter::once(head).chain(self.found.choices.iter().map(row)).collect();
        let best = self.words.say("voi-today-best", &[("choice", self.choice(self.found.best))]);
        format!(
            "{}\n{}  {best}\n",
            self.say("voi-today"),
            layout(&rows, &[Align::Left, Align::Right, Align::Right])
        )
    }

    fn more(&self) -> String {
        let perfect = self.found.perfect;
        let numbers = ("numbers", Value::from(self.found.numbers.len()));
        let mut text = self.say("voi-more") + "\n";
        if perfect.clear {
            let worth = ("worth", Value::MoneyWithError(perfect.value.get(), perfect.mc_error.get()));
            let told = [numbers, worth, ("changes", Value::Probability(self.found.changes.get()))];
            text +=
                &format!("  {} {}\n", self.words.say("voi-perfect", &told), self.say("voi-perfect-bound"));
        } else {
            text += &format!(
                "  {}\n",
                self.words.say("voi-perfect-nothing", &[numbers, ("most", perfect.high.into())])
            );
        }
        let all = self.found.clairvoyance.value;
        if perfect.clear && all > perfect.value.get() {
            text += &format!("  {}\n", self.words.say("voi-luck", &[("all", Value::Money(all))]));
        }
        text + &self.numbers() + &self.groups()
    }

    fn numbers(&self) -> String {
        let clear: Vec<&Worth> = self.found.numbers.iter().filter(|w| w.amount.clear).collect();
        let most = self
            .found
            .numbers
            .iter()
            .filter(|w| !w.amount.clear)
            .map(|w| w.amount.high)
            .fold(Money::NONE, Money::max);
        let most = ("most", most.into());
        if clear.is_empty() {
            return format!("\n  {}\n", self.words.say("voi-none-alone", &[most]));
        }
        let head = ["voi-number", "voi-worth", "voi-flips"].map(|key| self.say(key)).to_vec();
        let row = |worth: &&Worth| {
            vec![
                capital(&some(self.words, &worth.paths)),
                self.amount(worth.amount),
                self.flips(worth.paths.first().map_or("", String::as_str), &worth.flips),
            ]
        };
        let rows: Vec<_> = std::iter::once(head).chain(clear.iter().take(TOLD).map(row)).collect();
        let mut text = format!("\n{}", layout(&rows, &[Align::Left, Align::Right]));
        let rest = self.found.numbers.len() - clear.len();
        if rest > 0 {
            text += &format!("  {}\n", self.words.say("voi-others", &[("count", Value::from(rest)), most]));
        }
        text
    }

    fn flips(&self, path: &str, flips: &[Flip]) -> String {
        let flip = |flip: &Flip| {
            let at = self.words.number_value(path, flip.at, 3);
            let sides =
                [("at", at.into()), ("below", self.choice(flip.below)), ("above", self.choice(flip.above))];
            self.words.say("voi-flip", &sides)
        };
        if flips.is_empty() {
            self.say("voi-flip-none")
        } else {
            flips.iter().map(flip).collect::<Vec<_>>().join("; ")
        }
    }

    fn groups(&self) -> String {
        let clear = || self.found.groups.iter().filter(|worth| worth.amount.clear).take(TOLD_GROUPS);
        if clear().next().is_none() {
            return String::new();
        }
        let head = ["voi-together", "voi-worth"].map(|key| self.say(key)).to_vec();
        let row = |worth: &Worth| vec![bond(self.words, worth), self.amount(worth.amount)];
        let rows: Vec<_> = std::iter::once(head).chain(clear().map(row)).collect();
        format!("\n{}", layout(&rows, &[Align::Left, Align::Right]))
    }

    fn studies(&self) -> String {
        let studies = &self.found.studies;
        let mut text = self.say("voi-studies") + "\n";
        if studies.is_empty() {
            return format!("{text}  {}\n", self.say("voi-studies-none"));
        }
        if studies.iter().all(|study| study.proposed) {
            text += &format!("  {}\n", self.say("voi-studies-proposed"));
        }
        let head = [
            "voi-study",
            "voi-study-sample",
            "voi-study-cost",
            "voi-study-worth",
            "voi-study-net",
            "voi-study-verdict",
        ];
        let head = head.map(|key| self.say(key)).to_vec();
        let rows: Vec<_> =
            std::iter::once(head).chain(studies.iter().map(|study| self.study(study))).collect();
        let right = Align::Right;
        text += &layout(&rows, &[Align::Left, right, right, right, right, Align::Left]);
        let wanted = |study: &&Judged| matches!(study.verdict, Verdict::Worthwhile | Verdict::Perhaps);
        for study in studies.iter().filter(wanted) {
            text += &self.details(study);
        }
        if studies.iter().filter(wanted).count() > 1 {
            text += &format!("\n  {}\n", self.say("voi-overlap"));
        }
        text
    }

    fn study(&self, study: &Judged) -> Vec<String> {
        let best = &study.best;
        vec![
            called(self.words, study),
            sample(self.words, study, best),
            self.words.money(best.cost.get()),
            self.amount(best.worth),
            self.words.signed_money(best.net.get()),
            verdict(self.words, study.verdict),
        ]
    }

    fn details(&self, study: &Judged) -> String {
        let mut text = format!("\n  {}\n", called(self.words, study));
        if study.best.sample != study.planned.sample {
            let planned = sample(self.words, study, &study.planned);
            let planned =
                [("sample", Value::from(planned)), ("net", Value::SignedMoney(study.planned.net.get()))];
            text += &format!("    {}\n", self.words.say("voi-planned", &planned));
        }
        let rule = match &study.stop {
            Some(stop) => {
                let rule = [
                    ("number", self.words.number(&stop.path).into()),
                    ("at", self.words.number_value(&stop.path, stop.flip.at, 3).into()),
                    ("width", self.words.number_value(&stop.path, stop.half_width, 2).into()),
                    ("below", self.choice(stop.flip.below)),
                    ("above", self.choice(stop.flip.above)),
                ];
                self.words.say("voi-stop", &rule)
            }
            None => self.say("voi-stop-none"),
        };
        format!("{text}    {rule}\n")
    }

    fn amount(&self, amount: Amount) -> String {
        match amount.clear {
            true => self.words.money_with_error(amount.value.get(), amount.mc_error.get()),
            false => "≈ 0".to_owned(),
        }
    }
}

fn verdict(words: Words<'_>, verdict: Verdict) -> String {
    words.say(
        match verdict {
            Verdict::Worthwhile => "voi-verdict-worthwhile",
            Verdict::Perhaps => "voi-verdict-perhaps",
            Verdict::TooDear => "voi-verdict-too-dear",
            Verdict::ChangesNothing => "voi-verdict-changes-nothing",
        },
        &[],
    )
}

fn bond(words: Words<'_>, worth: &Worth) -> String {
    match &worth.bond {
        None => some(words, &worth.paths),
        Some(Bond::Shares { table }) => words.say("voi-bond-shares", &[("table", table.as_str().into())]),
        Some(Bond::Correlated) => {
            words.say("voi-bond-correlated", &[("numbers", some(words, &worth.paths).into())])
        }
        Some(Bond::Table { table }) => words.say("voi-bond-table", &[("table", table.as_str().into())]),
        Some(Bond::Basis { basis }) => {
            words.say("voi-bond-basis", &[("basis", words.name("basis", basis.key()).into())])
        }
    }
}
