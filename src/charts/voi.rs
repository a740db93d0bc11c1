//! The value of information in pictures: which numbers decide, what a study gains over its size, where the decision flips.

use super::decision::unit_of_number;
use super::spec::{AxisUnit, Bar, Bars, Chart, Curve, Curves, Mark, NamedChart, Picture};
use crate::decide::voi::{BenefitCurve, Judged, Sized, Verdict, Voi, Worth};
use crate::design::StudyKind;
use crate::units::Money;
use crate::words::study::{called, choice, sample, some};
use crate::words::{Value, Words, capital};

/// Numbers shown: of those distinguishable from zero, and of the others.
const SHOWN: (usize, usize) = (10, 4);

/// The charts of a value of information.
pub fn voi(found: &Voi, words: Words<'_>) -> Vec<NamedChart> {
    let picture = Pictures { found, words };
    let numbers = NamedChart { name: "worth-of-knowing", chart: picture.numbers() };
    let study = found.studies.first().filter(|s| s.verdict != Verdict::ChangesNothing);
    let study = study.map(|study| NamedChart { name: "study", chart: picture.study(study) });
    let benefit_curve = found.benefit_curve.as_ref();
    let flip = benefit_curve.map(|benefit_curve| NamedChart {
        name: "decision-flips",
        chart: picture.benefit_curve(benefit_curve),
    });
    std::iter::once(numbers).chain(study).chain(flip).collect()
}

struct Pictures<'a> {
    found: &'a Voi,
    words: Words<'a>,
}

impl Pictures<'_> {
    fn say(&self, key: &str) -> String {
        self.words.say(key, &[])
    }

    fn chart(&self, title: String, subtitle: String, picture: Picture) -> Chart {
        let origin = &self.found.origin;
        let done = [("trials", Value::from(origin.trials)), ("asked", origin.trials_asked.into())];
        let partial = if origin.partial { self.words.say("chart-partial", &done) } else { String::new() };
        let source = [
            ("title", self.found.title.as_str().into()),
            ("hash", self.found.design_hash.chars().take(12).collect::<String>().into()),
            ("seed", origin.seed.to_string().into()),
            ("trials", origin.trials.into()),
            ("customers", origin.customers.into()),
            ("version", origin.version.into()),
            ("partial", partial.into()),
        ];
        let footer = self.words.say("chart-voi-source", &source);
        Chart::slide([capital(&title), subtitle, footer], picture, self.words.language())
    }

    fn money(&self) -> AxisUnit {
        AxisUnit::Money(self.found.currency.clone())
    }

    fn numbers(&self) -> Chart {
        let bar = |name: String, worth: crate::decide::voi::Amount| Bar {
            name,
            value: worth.value.get(),
            interval: (worth.low.get(), worth.high.get()),
            amount: if worth.clear { self.words.money(worth.value.get()) } else { "≈ 0".to_owned() },
            notes: if worth.clear { Vec::new() } else { vec![self.say("chart-voi-unclear")] },
        };
        let all = bar(self.say("chart-voi-all"), self.found.perfect);
        let of = |worth: &Worth| bar(capital(&some(self.words, &worth.paths)), worth.amount);
        let told = |clear: bool| self.found.numbers.iter().filter(move |worth| worth.amount.clear == clear);
        let shown = told(true).take(SHOWN.0).chain(told(false).take(SHOWN.1));
        let bars = std::iter::once(all).chain(shown.map(of)).collect();
        let first = self.found.numbers.first().filter(|worth| worth.amount.clear);
        let title = match first {
            Some(first) => {
                let told =
                    [("number", some(self.words, &first.paths).into()), ("worth", first.amount.value.into())];
                self.words.say("chart-voi-numbers", &told)
            }
            None => self.say("chart-voi-numbers-none"),
        };
        let axis = self.say("chart-voi-numbers-axis");
        self.chart(
            title,
            self.say("chart-voi-numbers-shown"),
            Picture::Bars(Bars { axis, unit: self.money(), bars }),
        )
    }

    fn study(&self, study: &Judged) -> Chart {
        let points = |of: &dyn Fn(&Sized) -> Money| {
            study.curve.iter().map(|at| (at.sample as f64, of(at).get())).collect()
        };
        let curve = |key: &str, value: Money, points, intervals| Curve {
            name: self.say(key),
            details: vec![self.words.money(value.get())],
            joined: true,
            points,
            intervals,
            tags: Vec::new(),
        };
        let worth = study.curve.iter().map(|at| (at.worth.low.get(), at.worth.high.get())).collect();
        let end = study.curve.last().unwrap_or(&study.best);
        let curves = vec![
            curve("chart-voi-study-worth", end.worth.value, points(&|at| at.worth.value), worth),
            curve("chart-voi-study-left", end.net, points(&|at| at.net), Vec::new()),
        ];
        let mark = |at: u64, key: &str| Mark { at: at as f64, label: self.say(key) };
        let mut marks = vec![mark(study.best.sample, "chart-voi-study-best")];
        if study.planned.sample != study.best.sample {
            marks.push(mark(study.planned.sample, "chart-voi-study-planned"));
        }
        let kind = match study.kind {
            StudyKind::Survey => "survey",
            StudyKind::Records => "records",
            StudyKind::Pilot => "pilot",
            StudyKind::AbTest => "ab_test",
        };
        let picture = Picture::Curves(Curves {
            across: (self.words.say("chart-voi-study-across", &[("kind", kind.into())]), AxisUnit::Plain),
            up: (self.say("chart-voi-study-up"), self.money()),
            zero: true,
            curves,
            marks,
        });
        self.chart(self.study_title(study), self.say("chart-voi-study-shown"), picture)
    }

    fn study_title(&self, study: &Judged) -> String {
        let name = ("study", Value::from(called(self.words, study)));
        if study.best.net <= Money::NONE {
            return capital(&self.words.say("chart-voi-study-loss", &[name]));
        }
        let size = sample(self.words, study, &study.best);
        let told = [name, ("sample", size.into()), ("net", study.best.net.into())];
        capital(&self.words.say("chart-voi-study-gain", &told))
    }

    fn benefit_curve(&self, benefit_curve: &BenefitCurve) -> Chart {
        let curve = |(place, benefits): (usize, &Vec<Money>)| Curve {
            name: capital(&choice(self.words, &self.found.choices[place].choice)),
            details: Vec::new(),
            joined: true,
            points: benefit_curve
                .values
                .iter()
                .copied()
                .zip(benefits.iter().map(|benefit| benefit.get()))
                .collect(),
            intervals: Vec::new(),
            tags: Vec::new(),
        };
        let flips = self.found.numbers.first().map(|worth| worth.flips.clone()).unwrap_or_default();
        let marks =
            flips.iter().map(|flip| Mark { at: flip.at, label: self.say("chart-voi-flip-mark") }).collect();
        let number = ("number", Value::from(self.words.number(&benefit_curve.path)));
        let title = match flips.first() {
            Some(flip) => {
                let side = |place: usize| Value::from(choice(self.words, &self.found.choices[place].choice));
                let at = Value::from(self.words.number_value(&benefit_curve.path, flip.at, 3));
                let told = [number, ("at", at), ("below", side(flip.below)), ("above", side(flip.above))];
                self.words.say("chart-voi-flip", &told)
            }
            None => self.words.say("chart-voi-flip-none", &[number]),
        };
        let across_unit = unit_of_number(&benefit_curve.path, &self.found.currency);
        let picture = Picture::Curves(Curves {
            across: (capital(&self.words.number(&benefit_curve.path)), across_unit),
            up: (self.say("chart-voi-flip-up"), self.money()),
            zero: true,
            curves: benefit_curve.benefits.iter().enumerate().map(curve).collect(),
            marks,
        });
        self.chart(title, self.say("chart-voi-flip-shown"), picture)
    }
}
