//! Running trials: with a progress bar, with parts on a shelf, until the user has seen enough.

use super::failure::Failure;
use super::interrupt::Interrupt;
use super::progress::Progress;
use super::shelf::Shelf;
use super::terminal;
use loyalsim::decide::Watch;
use loyalsim::decide::trials::{RunPlan, Work};
use loyalsim::design::Design;
use loyalsim::simulate::Halt;
use loyalsim::summary::{Aside, Collector, Misfit, Summary};
use loyalsim::words::{Words, breakable};
use std::ops::Range;
use std::sync::Arc;

/// What a run found out.
#[derive(Debug)]
pub struct Run {
    /// The summary of all trials done.
    pub summary: Summary,
    /// The numbers of each trial.
    pub collector: Collector,
}

/// Runs the trials of `plan` until they are done, are enough, or the user asks to stop. Trials on the shelf are not played again, others are
/// put there.
pub fn run(
    design: &Design,
    plan: RunPlan,
    (shelf, room): (Option<&Shelf>, &Arc<dyn Aside>),
    interrupt: &Interrupt,
    progress: Progress,
    words: Words<'static>,
) -> Result<Run, Failure> {
    let watched = Watched { progress, interrupt };
    let stopped = || watched.stopped();
    let work = Work::new(design, plan, Halt::when(&stopped), &watched);
    let mut collector = plan.collector(design).in_room(room);
    let summary = work.in_stages(&mut collector, |upto, collector| match shelf {
        Some(shelf) => advance(&work, shelf, upto, (collector, &|| plan.collector(design)), &watched),
        None => work.play(collector.trials().end..upto, collector).map_err(misfit),
    })?;
    watched.progress.finish();
    let Some(summary) = summary else { return Err(nothing_done(words)) };
    Ok(Run { summary, collector })
}

/// Plays these trials of `plan` and no others; where the user asks to stop there is nothing to keep.
pub fn part(
    design: &Design,
    plan: RunPlan,
    trials: Range<u64>,
    interrupt: &Interrupt,
    progress: Progress,
    words: Words<'static>,
) -> Result<Collector, Failure> {
    let watched = Watched { progress, interrupt };
    let stopped = || watched.stopped();
    let mut collector = plan.collector(design);
    let work = Work::new(design, plan, Halt::when(&stopped), &watched);
    work.play(trials.clone(), &mut collector).map_err(misfit)?;
    watched.progress.finish();
    if collector.trials() == trials { Ok(collector) } else { Err(nothing_done(words)) }
}

/// Takes the trials up to `upto` from the shelf, or plays them and puts them there, until the user asks to stop.
fn advance(
    work: &Work<'_>,
    shelf: &Shelf,
    upto: u64,
    (collector, fresh): (&mut Collector, &dyn Fn() -> Collector),
    watched: &Watched<'_>,
) -> Result<(), Failure> {
    while collector.trials().end < upto && !watched.stopped() {
        let from = collector.trials().end;
        let part = match shelf.take(from) {
            Some(part) => {
                watched.tick(part.trials().end - from);
                part
            }
            None => {
                let mut part = fresh();
                work.play(from..shelf.until(from).min(upto), &mut part).map_err(misfit)?;
                if part.trials().is_empty() {
                    return Ok(());
                }
                shelf.keep(&part)?;
                part
            }
        };
        collector.merge(part).map_err(misfit)?;
    }
    Ok(())
}

fn misfit(fault: Misfit) -> Failure {
    Failure::unwritable("failure-misfit", &fault)
}

fn nothing_done(words: Words<'_>) -> Failure {
    terminal::warn(&breakable(&format!("{}\n", words.say("progress-nothing-done", &[]))));
    Failure::Interrupted
}

/// Shows progress and hears Ctrl-C.
struct Watched<'i> {
    progress: Progress,
    interrupt: &'i Interrupt,
}

impl Watch for Watched<'_> {
    fn set_length(&self, ticks: u64) {
        self.progress.set_length(ticks);
    }

    fn tick(&self, ticks: u64) {
        self.progress.tick(ticks);
    }

    fn stopped(&self) -> bool {
        self.interrupt.asked()
    }
}
