//! `loyalsim run --part`: some of the trials, into a file.

use super::failure::Failure;
use super::interrupt::{Interrupt, Leaves};
use super::part_file::{about, is_there, write};
use super::pool::pool;
use super::progress::Progress;
use super::run_args::RunArgs;
use super::session::Session;
use super::trial_plan::{self, plan};
use super::{check, effort, folder, input, terminal, trials};
use loyalsim::design::Saying;
use loyalsim::summary::part::{Nth, Part};
use loyalsim::words::breakable;

/// Plays a part of the trials, unless it is there already.
pub fn run(args: &RunArgs, nth: Nth, session: &Session) -> Result<(), Failure> {
    let words = session.words;
    let source = input::read(&args.design, session)?;
    let design = check::design(&source, words)?;
    let plan = plan(args);
    if nth.of > plan.trials {
        let said = Saying::new("part-many").with("of", nth.of.to_string());
        return Err(Failure::Input(said.with("trials", plan.trials.to_string())));
    }
    let about = about(plan, &source, &design, (nth.range(plan.trials), Some(nth)));
    let usual = || {
        folder::usual(&source, Some("parts"), args.shown.label.as_deref())
            .join(format!("{}-of-{}.part", nth.part, nth.of))
    };
    let file = args.out.clone().unwrap_or_else(usual);
    let told = [("part", nth.to_string().into()), ("file", file.display().to_string().into())];
    if is_there(&file, &about)? {
        return say(args, &words.say("part-there", &told));
    }
    effort::weigh(&design, trial_plan::effort_of(plan, &about.trials), words)?;
    let interrupt = Interrupt::listen(Leaves::Results, words)?;
    let pool = pool(args.threads)?;
    let range = about.trials.clone();
    let progress = Progress::new(range.end - range.start, args.shown.quiet, words);
    let collector = pool.install(|| trials::part(&design, plan, range, &interrupt, progress, words))?;
    write(&file, Part { about, text: source.text, collector }.write())?;
    say(args, &words.say("part-written", &told))
}

fn say(args: &RunArgs, line: &str) -> Result<(), Failure> {
    if args.shown.quiet { Ok(()) } else { terminal::say(&breakable(&format!("{line}\n"))) }
}
