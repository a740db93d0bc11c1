//! The two answers as text: for what, and at what price?

use super::quantity::{Show, chance, name};
use super::table::{Align, layout};
use crate::design::{Basis, Design};
use crate::summary::{GoalSummary, Loss, Payback, Scalar, Summary, Unit};
use crate::units::format;

/// The answers of a run, for a terminal or a file: aligned text, at most some hundred characters wide.
pub fn answers(design: &Design, summary: &Summary) -> String {
    let report = Report { design, summary, show: Show { currency: &summary.run.currency } };
    let mut parts = vec![report.title(), report.for_what()];
    if summary.program.is_some() {
        parts.push(report.at_what_price());
        parts.extend(report.by_segment());
    }
    parts.push(report.how_sure());
    parts.join("\n")
}

struct Report<'a> {
    design: &'a Design,
    summary: &'a Summary,
    show: Show<'a>,
}

impl Report<'_> {
    fn title(&self) -> String {
        let run = &self.summary.run;
        let months = &self.summary.months;
        let program = run.program.as_deref().map_or(String::new(), |p| format!("Program: {p}\n"));
        let period = match (months.first(), months.last()) {
            (Some(first), Some(last)) => format!("{first} to {last}, {} months", months.len()),
            _ => String::new(),
        };
        let partial = if run.partial {
            format!(
                "PARTIAL: the run was stopped after {} of {} trials.\n",
                format::count(run.trials as f64),
                format::count(run.trials_asked as f64)
            )
        } else {
            String::new()
        };
        format!(
            "{}\n{program}{period}; {} {} of {} simulated customers; seed {}\n{partial}",
            run.title,
            format::count(run.trials as f64),
            if run.trials == 1 { "trial" } else { "trials" },
            format::count(run.customers as f64),
            run.seed
        )
    }

    fn for_what(&self) -> String {
        let mut text = String::from("FOR WHAT?\n");
        let with = self.summary.program.is_some();
        text += &self.goals();
        text += &if with { self.worlds() } else { self.baseline() };
        if with {
            text += &self.customers();
        } else {
            text +=
                "\n  There is no program in this design: this is what happens without one, at no price.\n";
        }
        text
    }

    fn goals(&self) -> String {
        if self.summary.goals.is_empty() {
            return "  The design names no goal, so nothing can be reached. Add a [[goal]].\n\n".to_owned();
        }
        let header = ["Goal", "Chance", "Expected", "90 % of trials"].map(str::to_owned).to_vec();
        let rows: Vec<_> =
            std::iter::once(header).chain(self.summary.goals.iter().map(|g| self.goal(g))).collect();
        layout(&rows, &[Align::Left, Align::Right, Align::Right]) + "\n"
    }

    fn goal(&self, goal: &GoalSummary) -> Vec<String> {
        let bound = if goal.bound == "at_least" { "at least" } else { "at most" };
        let threshold = without_zero(&self.show.value(goal.value.unit, goal.threshold));
        let metric = name(goal.metric);
        vec![
            format!("{metric} of {bound} {threshold} by {}", goal.by),
            chance(&goal.probability),
            self.show.mean(&goal.value),
            self.show.interval(&goal.value),
        ]
    }

    fn baseline(&self) -> String {
        let rows: Vec<_> = [
            ("Annual retention", Scalar::RetentionBaseline),
            ("Net promoter score (NPS)", Scalar::NpsBaseline),
            ("Active customers", Scalar::ActiveBaseline),
        ]
        .into_iter()
        .filter_map(|(label, scalar)| {
            let estimate = self.summary.headline.get(scalar)?;
            Some(vec![label.to_owned(), self.show.mean(estimate), self.show.interval(estimate)])
        })
        .collect();
        let header = ["At the end", "Expected", "90 % of trials"].map(str::to_owned).to_vec();
        layout(&[vec![header], rows].concat(), &[Align::Left, Align::Right])
    }

    fn worlds(&self) -> String {
        let mut rows = vec![
            ["At the end", "Without", "With program", "Change", "90 % of trials"].map(str::to_owned).to_vec(),
        ];
        let [retention, nps, active] = [
            [Scalar::RetentionBaseline, Scalar::RetentionProgram, Scalar::RetentionChange],
            [Scalar::NpsBaseline, Scalar::NpsProgram, Scalar::NpsChange],
            [Scalar::ActiveBaseline, Scalar::ActiveProgram, Scalar::ActiveChange],
        ];
        rows.extend(self.world_row("Annual retention", retention));
        rows.extend(self.world_row("Net promoter score (NPS)", nps));
        rows.extend(self.world_row("Active customers", active));
        layout(&rows, &[Align::Left, Align::Right, Align::Right, Align::Right]) + "\n"
    }

    fn world_row(&self, label: &str, [without, with, change]: [Scalar; 3]) -> Option<Vec<String>> {
        let headline = &self.summary.headline;
        let change = headline.get(change)?;
        let interval = self.show.interval(change);
        Some(vec![
            label.to_owned(),
            self.show.mean(headline.get(without)?),
            self.show.mean(headline.get(with)?),
            self.show.change(change),
            if change.unit == Unit::Share { interval.replace(" %", " points") } else { interval },
        ])
    }

    fn customers(&self) -> String {
        let rows = [
            ("Saved", Scalar::Saved, "customers who are there only because of the program"),
            ("Lost by the program", Scalar::LostByProgram, "gone because of it, there without it"),
            ("Won", Scalar::Won, "newcomers who would never have come without it"),
            ("Would have stayed anyway", Scalar::KeptAnyway, "there with and without the program"),
            (
                "Would have left anyway",
                Scalar::LostAnyway,
                "gone with and without the program, since the start",
            ),
        ];
        let lines = rows.into_iter().filter_map(|(label, scalar, gloss)| self.line(label, scalar, gloss));
        layout(&lines.collect::<Vec<_>>(), &[Align::Left, Align::Right])
    }

    /// A label, a headline number with its Monte Carlo error, and what it means.
    fn line(&self, label: &str, scalar: Scalar, gloss: &str) -> Option<Vec<String>> {
        let estimate = self.summary.headline.get(scalar)?;
        Some(vec![label.to_owned(), self.show.mean(estimate), gloss.to_owned()])
    }

    fn at_what_price(&self) -> String {
        let mut rows = self.effect();
        rows.extend(self.cost());
        rows.extend(self.saved_price());
        rows.extend(self.closing());
        rows.extend(self.summary.payback.as_ref().map(|payback| self.payback(payback)));
        rows.extend(self.discounts());
        format!("AT WHAT PRICE?\n{}", layout(&rows, &[Align::Left, Align::Right]))
    }

    fn effect(&self) -> Vec<Vec<String>> {
        let range =
            |scalar| self.summary.headline.get(scalar).map(|e| self.show.interval(e)).unwrap_or_default();
        let mut rows = Vec::new();
        let gloss = format!("gained after all costs; 90 % of trials: {}", range(Scalar::NetEffect));
        rows.extend(self.line("Net effect", Scalar::NetEffect, &gloss));
        let gloss = format!("the same in today's money; 90 % of trials: {}", range(Scalar::Npv));
        rows.extend(self.line("Present value", Scalar::Npv, &gloss));
        rows.extend(self.summary.loss.as_ref().map(|loss| self.loss(loss)));
        rows
    }

    fn loss(&self, loss: &Loss) -> Vec<String> {
        let shortfall = format::money(loss.expected_shortfall, self.show.currency);
        vec![
            "Chance of a loss".to_owned(),
            chance(&loss.probability),
            format!("the worst twentieth of the trials come to {shortfall} on average"),
        ]
    }

    fn cost(&self) -> Vec<Vec<String>> {
        let rows = [
            (
                "Margin loss",
                Scalar::MarginLoss,
                "margin given away on purchases that would have been made anyway",
            ),
            (
                "Program cost",
                Scalar::ProgramCost,
                "discounts, redeemed points, set-up, running, referral and service",
            ),
            (
                "Paid to stayers",
                Scalar::PaidToKept,
                "share of discounts and points paid to customers who stay anyway",
            ),
        ];
        rows.into_iter().filter_map(|(label, scalar, gloss)| self.line(label, scalar, gloss)).collect()
    }

    fn saved_price(&self) -> Option<Vec<String>> {
        let saved = self.summary.price_per_saved.as_ref()?;
        let price = match (saved.price, saved.mc_error) {
            (Some(price), Some(error)) => format::money_with_error(price, error, self.show.currency),
            (Some(price), None) => format::money(price, self.show.currency),
            (None, _) => "none".to_owned(),
        };
        let gloss = match (saved.price, saved.none_saved) {
            (None, _) => "on average no more customers are saved than lost: there is no price".to_owned(),
            (_, none) if none > 0.0 => {
                format!("program cost per customer saved; {} of trials save none", format::percent(none))
            }
            _ => "program cost per customer saved, less those lost by the program".to_owned(),
        };
        Some(vec!["Price per saved customer".to_owned(), price, gloss])
    }

    fn closing(&self) -> Vec<Vec<String>> {
        let rows = [
            (
                "Exit cost",
                Scalar::ExitCost,
                "to honour every point outstanding if the program closed at the end",
            ),
            ("Points liability", Scalar::ClosingLiability, "face value of the points outstanding at the end"),
            ("Deferred revenue", Scalar::DeferredRevenue, "what the accounts owe for points (IFRS 15)"),
            ("Breakage", Scalar::Breakage, "share of the points issued that expired unused"),
        ];
        rows.into_iter().filter_map(|(label, scalar, gloss)| self.line(label, scalar, gloss)).collect()
    }

    fn payback(&self, payback: &Payback) -> Vec<String> {
        let chance = chance(&payback.probability);
        let month = payback.median.and_then(|month| self.month(f64::from(month)));
        let gloss = match month {
            Some(_) => {
                format!("when it has earned back its cost in half of the trials; it does at all in {chance}")
            }
            None => format!("earns back its cost within the time in {chance} of trials"),
        };
        vec!["Payback".to_owned(), month.unwrap_or_else(|| "none".to_owned()), gloss]
    }

    fn discounts(&self) -> Vec<Vec<String>> {
        let rows = [
            (
                "Break-even volume",
                Scalar::BreakEvenVolume,
                "by how much sales must rise to pay for discounts and points",
            ),
            ("Simulated volume", Scalar::VolumeChange, "by how much they do rise"),
            (
                "Members buy more by",
                Scalar::NaiveLift,
                "than others: heavy buyers join first, so this overstates",
            ),
            (
                "Caused by the program",
                Scalar::CausalLift,
                "of members' purchases, against the same people without it",
            ),
        ];
        let mut lines: Vec<_> =
            rows.into_iter().filter_map(|(label, scalar, gloss)| self.line(label, scalar, gloss)).collect();
        lines.extend(self.fatigue());
        lines
    }

    /// Discount fatigue: when the discount has lost half of its pull.
    fn fatigue(&self) -> Option<Vec<String>> {
        let halved = self.summary.headline.get(Scalar::UpliftHalved)?;
        let month = self.month(halved.median)?;
        let [halved, all] = [halved.trials, self.summary.run.trials].map(|n| format::count(n as f64));
        Some(vec![
            "Discount wears off".to_owned(),
            month,
            format!("month by which its pull has halved, as it does in {halved} of {all} trials"),
        ])
    }

    /// The calendar month that is the `number`th of the simulation.
    fn month(&self, number: f64) -> Option<String> {
        self.summary.months.get((number.round() as usize).checked_sub(1)?).cloned()
    }

    /// Who gains and who costs, where there are several segments.
    fn by_segment(&self) -> Option<String> {
        let segments = &self.summary.segments;
        let header = ["Segment", "Retention without", "with program", "Net effect", "90 % of trials"];
        let mut rows = vec![header.map(str::to_owned).to_vec()];
        for segment in segments {
            let effect = segment.net_effect.as_ref()?;
            rows.push(vec![
                segment.name.clone(),
                self.show.mean(&segment.retention_baseline),
                self.show.mean(segment.retention_program.as_ref()?),
                self.show.mean(effect),
                self.show.interval(effect),
            ]);
        }
        let aligns = [Align::Left, Align::Right, Align::Right, Align::Right];
        (segments.len() > 1).then(|| format!("BY SEGMENT\n{}", layout(&rows, &aligns)))
    }

    fn how_sure(&self) -> String {
        format!("HOW SURE?\n{}{}{}", self.enough(), self.basis(), GLOSSARY)
    }

    fn enough(&self) -> String {
        let enough = &self.summary.enough;
        let share = format::percent(enough.error_share);
        let of = name(enough.headline);
        if !enough.error_share.is_finite() {
            return "  WARNING: too few trials to tell a Monte Carlo error. A hundred would be a start.\n"
                .to_owned();
        }
        if enough.reached {
            return format!("  Trials: enough. More would change the {of} by about {share} of its spread.\n");
        }
        format!(
            "  WARNING: too few trials. Their Monte Carlo error is {share} of the spread of the {of};\n           \
             {} or less is good. About {} trials would do: --trials {}\n",
            without_zero(&format::percent(enough.target)),
            format::count(enough.trials_needed as f64),
            enough.trials_needed
        )
    }

    fn basis(&self) -> String {
        let numbers = &self.design.numbers;
        let counts = [Basis::Measured, Basis::Published, Basis::Folk, Basis::Assumed]
            .map(|basis| numbers.iter().filter(|(_, n)| n.basis == basis).count());
        format!(
            "  Numbers in force: {}, of which {} measured, {} published, {} folk wisdom, {} assumed.\n  \
             `loyalsim explain` lists them with their sources.\n",
            numbers.len(),
            counts[0],
            counts[1],
            counts[2],
            counts[3]
        )
    }
}

const GLOSSARY: &str = "  \
± is the Monte Carlo error of an expected value: more trials make it smaller.
  \"90 % of trials\" is the range that luck and uncertain numbers leave open: more trials do not narrow it,
  better numbers do. Money is not discounted except for the present value.
";

/// `76.0 %` as `76 %`, `25.0` as `25`: for numbers that people have chosen.
fn without_zero(text: &str) -> String {
    let number = text.replace(".0 %", " %");
    number.strip_suffix(".0").unwrap_or(&number).to_owned()
}

#[cfg(test)]
mod tests {
    use super::without_zero;

    #[test]
    fn only_a_last_zero_goes() {
        for (text, short) in
            [("76.0 %", "76 %"), ("25.0", "25"), ("1.04 bn RUB", "1.04 bn RUB"), ("0.5 %", "0.5 %")]
        {
            assert_eq!(without_zero(text), short);
        }
    }
}
