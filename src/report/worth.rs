//! What customers are worth as text: a customer of each kind, and the base as a whole.

use super::quantity::Show;
use super::table::{Align, layout};
use crate::summary::{Estimate, Scalar, Summary, Worth};
use crate::words::{Language, Words, breakable, capital};

/// Expected lifetime values by segment, category and answer, and the value of the base at the start and at the end.
pub fn worth_tables(summary: &Summary, language: Language) -> String {
    let words =
        Words::new(language).with_currency(&summary.run.currency).beside_today(summary.run.today.is_some());
    let tables = Tables { summary, show: Show { words } };
    let notes = [
        "run-worth-lifetime-means",
        "run-worth-residual-means",
        "run-worth-own-means",
        "run-worth-answering-means",
    ];
    let notes = notes.map(|key| format!("  {}\n", words.say(key, &[]))).concat();
    let title = words.say("run-worth", &[("currency", words.currency().into())]);
    breakable(&format!("{title}\n{}\n{}\n{notes}", tables.customers(), tables.base()))
}

struct Tables<'a> {
    summary: &'a Summary,
    show: Show<'a>,
}

impl Tables<'_> {
    fn say(&self, key: &str) -> String {
        self.show.words.say(key, &[])
    }

    /// Whether there is a program to compare with.
    fn compared(&self) -> bool {
        self.summary.program.is_some()
    }

    fn customers(&self) -> String {
        let mut header = vec!["run-worth-group", "run-worth-lifetime"];
        header.extend(self.compared().then_some("run-worth-with"));
        header.push("run-worth-residual");
        header.extend(self.compared().then_some("run-worth-with"));
        let aligns = align(header.len());
        let mut rows = vec![header.into_iter().map(|key| self.say(key)).collect()];
        let worth = &self.summary.worth;
        rows.extend(worth.segments.iter().map(|of| self.row(of.name.clone(), of)));
        for (kind, groups) in [("category", &worth.categories), ("class", &worth.answering)] {
            let named = |of: &Worth| self.row(capital(&self.show.words.name(kind, &of.name)), of);
            rows.extend(groups.iter().filter(|of| of.lifetime_baseline.trials > 0).map(named));
        }
        layout(&rows, &aligns)
    }

    fn row(&self, name: String, of: &Worth) -> Vec<String> {
        let with = [&of.lifetime_program, &of.residual_program].map(Option::as_ref);
        let [lifetime, residual] = with.map(|with| with.map(|with| self.money(with)));
        let mut row = vec![name, self.money(&of.lifetime_baseline)];
        row.extend(lifetime);
        row.push(self.money(&of.residual_baseline));
        row.extend(residual);
        row
    }

    /// An expected value; nothing where there is none.
    fn money(&self, of: &Estimate) -> String {
        if of.trials > 0 { self.show.mean(of) } else { String::new() }
    }

    /// The value of the base by segment, and all together.
    fn base(&self) -> String {
        let mut header = vec!["run-worth-base", "run-worth-base-without"];
        header.extend(self.compared().then_some("run-worth-base-with"));
        let aligns = align(header.len());
        let mut rows: Vec<Vec<String>> = vec![header.into_iter().map(|key| self.say(key)).collect()];
        for segment in &self.summary.segments {
            let with = segment.base_value_program.as_ref();
            rows.push(self.line(segment.name.clone(), Some(&segment.base_value_baseline), with));
        }
        let headline = |scalar| self.summary.headline.get(scalar);
        let all = [Scalar::BaseValueBaseline, Scalar::BaseValueProgram].map(headline);
        rows.push(self.line(self.say("run-worth-base-all"), all[0], all[1]));
        let start = headline(Scalar::BaseValueStart);
        rows.push(self.line(self.say("run-worth-base-start"), start, None));
        layout(&rows, &aligns)
    }

    fn line(&self, name: String, without: Option<&Estimate>, with: Option<&Estimate>) -> Vec<String> {
        let mut row = vec![name, without.map_or(String::new(), |of| self.money(of))];
        if self.compared() {
            row.push(with.map_or(String::new(), |of| self.money(of)));
        }
        row
    }
}

fn align(columns: usize) -> Vec<Align> {
    (0..columns).map(|k| if k == 0 { Align::Left } else { Align::Right }).collect()
}
