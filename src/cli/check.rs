//! `loyalsim check`: everything that is wrong with a design; and what every command does first.

use super::args::CheckArgs;
use super::failure::Failure;
use super::input::{self, Source};
use super::terminal;
use loyalsim::decide::optimise::{Task, TaskFault};
use loyalsim::design::{Design, Problems};
use miette::{GraphicalReportHandler, GraphicalTheme};
use std::io::IsTerminal;

/// Checks every design and says of each whether it can be run.
pub fn run(args: &CheckArgs) -> Result<(), Failure> {
    let mut failed = false;
    for path in &args.designs {
        match input::read(path).and_then(|source| Ok((whole(&source)?, source))) {
            Ok((design, source)) => terminal::say(&verdict(&design, &source.name))?,
            Err(failure) => {
                terminal::warn(&failure.message());
                failed = true;
            }
        }
    }
    if failed { Err(Failure::Reported) } else { Ok(()) }
}

/// The valid design in `source`, and if it says what may be optimised, it can be.
fn whole(source: &Source) -> Result<Design, Failure> {
    let design = design(source)?;
    if design.optimise.is_some() {
        task(source, &design)?;
    }
    Ok(design)
}

/// What the design says about its own improvement.
pub fn task(source: &Source, design: &Design) -> Result<Task, Failure> {
    let failure = |fault: TaskFault| {
        let span = fault.number(design).and_then(|id| design.numbers[id].span.clone());
        let line = span.and_then(|span| source.text.get(..span.start));
        let line =
            line.map_or(String::new(), |before| format!("line {}: ", before.matches('\n').count() + 1));
        Failure::input(format!("{}: {line}{fault}", source.name), "")
    };
    Task::read(&source.text).map_err(failure)
}

/// The valid design in `source`, its warnings printed; or all its problems, printed.
pub fn design(source: &Source) -> Result<Design, Failure> {
    match Design::parse(&source.text) {
        Ok(design) => {
            for warning in &design.warnings {
                terminal::warn(&format!("warning: {}: {warning}\n", source.name));
            }
            Ok(design)
        }
        Err(problems) => {
            terminal::warn(&rendered(problems.named(&source.name)));
            Err(Failure::Reported)
        }
    }
}

fn verdict(design: &Design, name: &str) -> String {
    let program = design.program.as_ref().map_or("no program".to_owned(), |program| {
        let elements = program.elements.len();
        format!("program \"{}\" with {elements} {}", program.name, plural(elements, "element", "elements"))
    });
    let (goals, segments) = (design.goals.len(), design.segments.len());
    format!(
        "{name}: can be run ({segments} {}, {program}, {goals} {}, {} months)\n",
        plural(segments, "segment", "segments"),
        plural(goals, "goal", "goals"),
        design.horizon_months
    )
}

fn plural<'a>(count: usize, one: &'a str, many: &'a str) -> &'a str {
    if count == 1 { one } else { many }
}

/// With the lines of the file underlined on a terminal, as plain text elsewhere.
fn rendered(problems: Problems) -> String {
    let stderr = std::io::stderr();
    if !stderr.is_terminal() {
        return format!("{}{problems}\n", problems.plain());
    }
    let theme = if terminal::colours(&stderr) {
        GraphicalTheme::unicode()
    } else {
        GraphicalTheme::unicode_nocolor()
    };
    let mut text = String::new();
    match GraphicalReportHandler::new_themed(theme).with_width(100).render_report(&mut text, &problems) {
        Ok(()) => text + "\n",
        Err(_) => problems.plain(),
    }
}
