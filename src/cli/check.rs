//! `loyalsim check`: everything that is wrong with a design; and what every command does first.

use super::args::CheckArgs;
use super::failure::Failure;
use super::input::{self, Source};
use super::session::Session;
use super::weak_points::{self, Told};
use super::{results, terminal};
use loyalsim::decide::optimise::{Task, TaskFault};
use loyalsim::design::{Design, Problems, Program, Saying};
use loyalsim::report;
use loyalsim::simulate::adjusted;
use loyalsim::words::{ToldProblem, Value, Words, breakable};
use miette::{GraphicalReportHandler, GraphicalTheme};
use std::io::IsTerminal;

/// Columns of a terminal that are used.
const WIDTH: usize = 100;

/// Checks every design and says of each whether it can be run.
pub fn run(args: &CheckArgs, session: &Session) -> Result<(), Failure> {
    let words = session.words;
    let (mut failed, mut remarks) = (false, Vec::new());
    for path in &args.designs {
        let read = input::read(path, session).inspect(|source| {
            if args.book.xlsx.is_some() {
                remarks.extend(report::remarks(&source.name, &source.text, words));
            }
        });
        match read.and_then(|source| Ok((whole(&source, words)?, source))) {
            Ok((design, source)) => terminal::say(&verdict(&design, &source.name, words))?,
            Err(failure) => {
                terminal::warn(&failure.message(words));
                failed = true;
            }
        }
    }
    if let Some(file) = &args.book.xlsx {
        results::write_workbook(file, report::checked_workbook(&remarks, words))?;
    }
    if failed { Err(Failure::Reported) } else { Ok(()) }
}

/// The valid design in `source`, and if it says what may be optimised, it can be.
fn whole(source: &Source, words: Words<'static>) -> Result<Design, Failure> {
    let design = valid(source, words)?;
    weak_points::tell(source, &design, Told::All, words);
    if design.optimise.is_some() {
        task(source, &design)?;
    }
    Ok(design)
}

/// What the design says about its own improvement.
pub fn task(source: &Source, design: &Design) -> Result<Task, Failure> {
    let failure = |fault: TaskFault| {
        let span = fault.number(design).and_then(|id| design.numbers[id].span.clone());
        let Some(before) = span.and_then(|span| source.text.get(..span.start)) else {
            return Failure::of_design(&source.name, fault.saying());
        };
        let line = before.matches('\n').count() + 1;
        let at = Saying::new("failure-at-line").with("line", line.to_string()).with("fault", fault.saying());
        Failure::of_design(&source.name, at)
    };
    Task::read(&source.text).map_err(failure)
}

/// The valid design in `source`, its warnings and its worst weak points printed; or all its problems, printed.
pub fn design(source: &Source, words: Words<'static>) -> Result<Design, Failure> {
    let design = valid(source, words)?;
    if !source.kept {
        weak_points::tell(source, &design, Told::Urgent, words);
    }
    Ok(design)
}

/// The valid design in `source`, its warnings printed; or all its problems, printed.
pub fn valid(source: &Source, words: Words<'static>) -> Result<Design, Failure> {
    match Design::parse(&source.text) {
        Ok(design) => {
            let adjusted = if source.kept { Vec::new() } else { adjusted(&design, &source.text) };
            let kept = design.warnings.iter().filter(|_| !source.kept);
            for warning in kept.chain(&adjusted) {
                let told =
                    [("file", Value::from(source.name.as_str())), ("warning", words.warning(warning).into())];
                terminal::warn(&breakable(&format!("{}\n", words.say("check-line", &told))));
            }
            Ok(design)
        }
        Err(problems) => {
            terminal::warn_drawn(&rendered(&problems.named(&source.name), words));
            Err(Failure::Reported)
        }
    }
}

fn verdict(design: &Design, name: &str, words: Words<'_>) -> String {
    let count = |key: &'static str, count: usize| Value::from(words.say(key, &[("count", count.into())]));
    let elements = |program: &Program| count("checked-elements", program.elements.len());
    let program = match (&design.program, &design.today) {
        (None, None) => words.say("checked-no-program", &[]),
        (None, Some(today)) => words.say("checked-today", &[("elements", elements(&today.program))]),
        (Some(program), _) => {
            let elements = elements(program);
            words.say("checked-program", &[("name", program.name.as_str().into()), ("elements", elements)])
        }
    };
    let said = words.say(
        "checked-can-be-run",
        &[
            ("file", name.into()),
            ("segments", count("checked-segments", design.segments.len())),
            ("program", program.into()),
            ("goals", count("checked-goals", design.goals.len())),
            ("months", count("checked-months", design.horizon_months)),
        ],
    );
    breakable(&format!("{said}\n"))
}

/// With the lines of the file underlined on a terminal, as plain text elsewhere.
fn rendered(problems: &Problems, words: Words<'_>) -> String {
    let stderr = std::io::stderr();
    let count = words.count_of_problems(problems);
    if !stderr.is_terminal() {
        return format!("{}{count}\n", words.plain_problems(problems));
    }
    let colours = terminal::colours(&stderr);
    let theme = if colours { GraphicalTheme::unicode() } else { GraphicalTheme::unicode_nocolor() };
    let handler = GraphicalReportHandler::new_themed(theme).with_width(WIDTH);
    let shown = |problem: &ToldProblem| {
        let mut text = String::new();
        let done = handler.render_report(&mut text, problem);
        // The plain text says the same where the picture cannot be drawn.
        let text = done.map_or_else(|_| format!("{problem}\n"), |()| text);
        let help = words.say("problem-help", &[("help", problem.help.as_str().into())]);
        format!("{}\n{}\n", text.trim_end(), terminal::wrapped(&breakable(&help), WIDTH, "  "))
    };
    let mut text: String = words.problems(problems).iter().map(shown).collect();
    for line in words.more_problems(problems).into_iter().chain([count]) {
        text = text + &line + "\n";
    }
    text
}
