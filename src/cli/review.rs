//! `loyalsim review`: reviews a design as an expert would, and writes the review in every format.

use super::args::ReviewArgs;
use super::browser::{self, NoPdf};
use super::failure::Failure;
use super::interrupt::Interrupt;
use super::output::OutDir;
use super::run::OUT;
use super::{check, clock, input, progress, results, terminal};
use indicatif::ProgressBar;
use loyalsim::decide::Watch;
use loyalsim::report::{self, ReviewPages};
use loyalsim::review::{self, Review, ReviewSettings, RivalDesign};
use loyalsim::words::{Words, breakable};
use std::path::PathBuf;

/// Files of a review in the order in which they are named, with the messages that say what they hold.
const FILES: [(&str, &str); 6] = [
    ("review.html", "run-file-review-html"),
    ("review.pdf", "run-file-review-pdf"),
    ("review.md", "run-file-review-md"),
    ("review.txt", "run-file-review-txt"),
    ("review.json", "run-file-review-json"),
    ("counter-design.toml", "run-file-counter-design"),
];

/// Reviews, says, writes.
pub fn run(args: &ReviewArgs, words: Words<'static>) -> Result<(), Failure> {
    let source = input::read(&args.design, words)?;
    let design = check::valid(&source, words)?;
    let rivals = args.rival.iter().map(|path| rival(path, words)).collect::<Result<Vec<_>, Failure>>()?;
    let folder =
        args.out.clone().unwrap_or_else(|| PathBuf::from(OUT).join(format!("{}-review", source.stem)));
    let out = OutDir::probe(&folder)?;
    let watcher = Watcher { bar: progress::bar(1, args.quiet, words), interrupt: Interrupt::listen(words)? };
    let settings = ReviewSettings {
        seed: args.seed,
        trials: args.trials,
        customers: args.customers as usize,
        rivals,
        file: source.typed.clone(),
    };
    let reviewed = review::review(&source.text, &design, &settings, &watcher);
    watcher.bar.finish_and_clear();
    let review = reviewed.map_err(|broken| match broken {
        review::Broken::Stopped => Failure::Interrupted,
        review::Broken::Misfit(_) => Failure::unwritable("failure-review", &broken),
    })?;
    let money = words.with_currency(&design.currency);
    let pages = ReviewPages::new(&review, &design, &source.text, money).on(clock::today());
    let text = report::review_text(&review, money);
    let html = report::review_html(&pages);
    // A terminal that cannot be written to is no reason to lose the files.
    let said = if args.quiet { Ok(()) } else { terminal::say(&text) };
    write(&out, &pages, &html, &text)?;
    let printed = !args.no_pdf && print(args, &out, &html, &watcher, words)?;
    said?;
    say_files(args, &out, &review, printed, words)
}

/// Writes everything but the PDF, together or not at all.
fn write(out: &OutDir, pages: &ReviewPages<'_>, html: &str, text: &str) -> Result<(), Failure> {
    let mut json =
        serde_json::to_string_pretty(pages.review).map_err(|e| Failure::unwritable("failure-json", &e))?;
    json.push('\n');
    let pictures = results::drawn(pages.charts())?;
    let mut batch = out.batch();
    batch.add("review.html", html.as_bytes())?;
    batch.add("review.md", report::review_markdown(pages).as_bytes())?;
    batch.add("review.txt", text.as_bytes())?;
    batch.add("review.json", json.as_bytes())?;
    if let Some(counter) = &pages.review.counter_design {
        batch.add("counter-design.toml", counter.as_bytes())?;
    }
    for (name, svg, png) in &pictures {
        batch.add(&format!("{}/{name}.svg", report::PICTURES), svg.as_bytes())?;
        batch.add(&format!("{}/{name}.png", report::PICTURES), png)?;
    }
    batch.commit()
}

/// Prints the PDF and returns whether there is one. Where it cannot be made, the review is whole without it: the reader is told.
fn print(
    args: &ReviewArgs,
    out: &OutDir,
    html: &str,
    watcher: &Watcher,
    words: Words<'_>,
) -> Result<bool, Failure> {
    let browser = args.browser.clone().or_else(browser::find).ok_or(NoPdf::NoBrowser);
    let printed = browser.and_then(|browser| browser::print(&browser, html, out.path(), &watcher.interrupt));
    match printed {
        Ok(pdf) => {
            let mut batch = out.batch();
            batch.add("review.pdf", &pdf)?;
            batch.commit()?;
            Ok(true)
        }
        Err(NoPdf::Stopped) => Err(Failure::Interrupted),
        Err(NoPdf::NoBrowser) => {
            terminal::warn(&breakable(&format!("{}\n", words.say("run-no-browser", &[]))));
            Ok(false)
        }
        Err(NoPdf::Failed(why)) => {
            terminal::warn(&breakable(&format!(
                "{}\n",
                words.say("run-no-pdf", &[("why", words.tell(&why).into())])
            )));
            Ok(false)
        }
    }
}

fn say_files(
    args: &ReviewArgs,
    out: &OutDir,
    review: &Review,
    printed: bool,
    words: Words<'_>,
) -> Result<(), Failure> {
    if args.quiet {
        return Ok(());
    }
    let written = |name: &str| match name {
        "review.pdf" => printed,
        "counter-design.toml" => review.counter_design.is_some(),
        _ => true,
    };
    let files = FILES.iter().filter(|(name, _)| written(name));
    let files: String = files.map(|(name, key)| format!("  {name:<20}{}\n", words.say(key, &[]))).collect();
    let head = words.say("run-files", &[]);
    let place = words.say("run-files-where", &[("folder", out.path().display().to_string().into())]);
    terminal::say(&breakable(&format!("\n{head}\n{files}\n{place}\n")))
}

fn rival(path: &std::path::Path, words: Words<'static>) -> Result<RivalDesign, Failure> {
    let source = input::read(path, words)?;
    check::valid(&source, words)?;
    Ok(RivalDesign { name: source.stem, text: source.text })
}

/// Shows progress and hears Ctrl-C.
struct Watcher {
    bar: ProgressBar,
    interrupt: Interrupt,
}

impl Watch for Watcher {
    fn begin(&self, _: &str, ticks: u64) {
        self.bar.set_length(ticks);
    }

    fn tick(&self, ticks: u64) {
        self.bar.inc(ticks);
    }

    fn stopped(&self) -> bool {
        self.interrupt.asked()
    }
}
