//! What the charts of a run say: messages, labels, marks and the ends of lines.

use std::fmt::Write as _;

use loyalsim::charts::spec::{Lines, NamedChart, Picture};
use loyalsim::charts::{all, svg};
use loyalsim::design::Design;
use loyalsim::words::Language;

use super::run::{self, Story};

/// The shipped electronics chain: 36 months from March 2011.
fn design() -> Design {
    Design::parse(&std::fs::read_to_string("scenarios/electronics.toml").unwrap()).unwrap()
}

pub fn charts(story: Story, language: Language) -> Vec<NamedChart> {
    all(&design(), &run::summary(story), language)
}

/// The meaning of a chart in a few lines.
fn tell(NamedChart { name, chart }: &NamedChart) -> String {
    let mut text = format!("{name}\n  {}\n  ({})\n", chart.title, chart.subtitle);
    match &chart.picture {
        Picture::Lines(lines) => tell_lines(&mut text, lines),
        Picture::Stack(stack) => {
            for layer in &stack.layers {
                writeln!(text, "  layer {}: {}", layer.name, layer.details.join("; ")).unwrap();
            }
            for panel in &stack.panels {
                let total: f64 = panel.layers.iter().map(|l| l[l.len() - 1]).sum();
                writeln!(text, "  panel {}: {total:.4} at the end", panel.name).unwrap();
            }
        }
        Picture::Waterfall(waterfall) => {
            for step in &waterfall.steps {
                let kind = if step.total { "total" } else { "step" };
                writeln!(text, "  {kind} {}: {:.0} {:.0?}", step.name, step.amount, step.interval).unwrap();
            }
        }
        Picture::Histogram(histogram) => {
            writeln!(text, "  {} | {}", histogram.below, histogram.above).unwrap();
            for mark in &histogram.marks {
                writeln!(text, "  mark {} at {:.0}", mark.label, mark.at).unwrap();
            }
        }
        // Not among the charts of a run.
        Picture::Bars(_) | Picture::Tornado(_) | Picture::Curves(_) | Picture::Heat(_) => {}
    }
    text.replace(['\u{a0}', '\u{202f}'], " ")
}

fn tell_lines(text: &mut String, lines: &Lines) {
    for line in &lines.lines {
        let (first, last) = (line.values[0], line.values[line.values.len() - 1]);
        let details = line.details.join("; ");
        writeln!(text, "  {:?} line {}: {first:.4} to {last:.4}; {details}", line.voice, line.name).unwrap();
    }
    for mark in &lines.marks {
        writeln!(text, "  mark {} at {}", mark.label, mark.at).unwrap();
    }
}

#[test]
fn the_charts_of_a_run_say_what_it_found() {
    insta::assert_snapshot!(charts(run::DEAR, Language::En).iter().map(tell).collect::<Vec<_>>().join("\n"));
}

#[test]
fn the_charts_of_a_run_say_it_in_russian_too() {
    insta::assert_snapshot!(charts(run::DEAR, Language::Ru).iter().map(tell).collect::<Vec<_>>().join("\n"));
}

#[test]
fn messages_follow_the_numbers() {
    let stories = [
        ("good", run::GOOD),
        ("open", run::OPEN),
        ("bad", run::BAD),
        ("none", run::NONE),
        ("idle", run::IDLE),
    ];
    let titles = |(name, story), language| {
        let title =
            |c: NamedChart| format!("  {}: {}\n", c.name, c.chart.title.replace(['\u{a0}', '\u{202f}'], " "));
        format!("{name}\n{}", charts(story, language).into_iter().map(title).collect::<String>())
    };
    for (language, snapshot) in
        [(Language::En, "messages_follow_the_numbers"), (Language::Ru, "messages_in_russian")]
    {
        insta::assert_snapshot!(snapshot, stories.map(|story| titles(story, language)).join("\n"));
    }
}

#[test]
fn charts_without_meaning_are_left_out() {
    let names = |story| charts(story, Language::En).into_iter().map(|c| c.name).collect::<Vec<_>>();
    assert_eq!(names(run::NONE), ["retention", "churn-by-cause", "nps", "answers"]);
    assert!(!names(run::OPEN).contains(&"points-liability"));
    let idle = ["retention", "churn-by-cause", "nps", "answers", "waterfall", "net-effect"];
    assert_eq!(names(run::IDLE), idle);
}

/// What the program changes has pictures of its own wherever both worlds were simulated.
#[test]
fn the_effect_has_its_own_pictures() {
    for (language, named) in crate::real::charts("coffee", 8, 200) {
        if !named.name.ends_with("-effect") || named.name == "net-effect" {
            continue;
        }
        let Picture::Lines(lines) = &named.chart.picture else { panic!("{} has no lines", named.name) };
        let [line] = &lines.lines[..] else { panic!("{}: one effect, one line", named.name) };
        let band = line.band.as_ref().unwrap();
        let last = line.values.len() - 1;
        assert!(lines.from_zero && band.p5[last] <= line.values[last], "{language} {}", named.name);
        assert!(line.values[last].abs() < 20.0 && line.details.len() == 2, "{language} {}", named.name);
    }
    let names: Vec<_> =
        crate::real::charts("coffee", 8, 200).into_iter().map(|(_, named)| named.name).collect();
    assert!(names.contains(&"retention-effect") && names.contains(&"nps-effect"), "{names:?}");
}

#[test]
fn a_partial_run_says_so() {
    let mut summary = run::summary(run::DEAR);
    summary.run.partial = true;
    summary.run.trials = 120;
    let charts = all(&design(), &summary, Language::En);
    assert!(charts.iter().all(|c| svg(&c.chart).contains("PARTIAL: stopped after 120 of 1,000")));
}
