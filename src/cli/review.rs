//! `loyalsim review`: reviews a design as an expert would, and writes the review in every format.

use super::args::ReviewArgs;
use super::browser::{self, NoPdf};
use super::effort::Effort;
use super::failure::Failure;
use super::folder::{self, Draft, Folder};
use super::input::Source;
use super::interrupt::{Interrupt, Leaves};
use super::listing::{self, Listing};
use super::pool::pool;
use super::progress::Progress;
use super::session::Session;
use super::{check, deck, effort, input, results, terminal};
use loyalsim::decide::Watch;
use loyalsim::design::Design;
use loyalsim::report::{self, ReviewPages, Template};
use loyalsim::review::{self, Review, ReviewSettings, RivalDesign};
use loyalsim::words::Words;

/// Files of a review in the order in which they are named, with the messages that say what they hold.
const FILES: [(&str, &str); 9] = [
    ("review.html", "run-file-review-html"),
    ("review.pdf", "run-file-review-pdf"),
    ("review.md", "run-file-review-md"),
    ("review.txt", "run-file-review-txt"),
    ("review.json", "run-file-review-json"),
    (results::WORKBOOK, "run-file-workbook"),
    (deck::DECK, "run-file-deck"),
    ("counter-design.toml", "run-file-counter-design"),
    (folder::DESIGN, "run-file-design"),
];

/// Reviews, says, writes.
pub fn run(args: &ReviewArgs, session: &Session) -> Result<(), Failure> {
    let words = session.words;
    let source = input::read(&args.design, session)?;
    let design = check::valid(&source, words)?;
    let rivals = args.rival.iter().map(|path| rival(path, session)).collect::<Result<Vec<_>, Failure>>()?;
    let usual = || folder::usual(&source, Some(&session.asked.command), args.label.as_deref());
    let folder = Folder::open(&args.out.clone().unwrap_or_else(usual))?;
    let template = deck::template(&args.office, session)?;
    let interrupt = Interrupt::listen(Leaves::Results, words)?;
    let watcher = Watcher { progress: Progress::new(1, args.quiet, words), interrupt };
    let effort = Effort { customers: args.customers as usize, trials: args.trials, designs: 1 };
    effort::weigh(&design, effort, words)?;
    let asked = settings(args, &source, &rivals);
    let reviewed = pool(args.threads)?.install(|| review::review(&source.text, &design, &asked, &watcher));
    watcher.progress.finish();
    let review = reviewed.map_err(unfinished)?;
    let money = words.of_design(&design);
    let pages = ReviewPages::new(&review, &design, &source.text, money).on(session.today);
    let text = report::review_text(&review, money);
    let html = report::review_html(&pages);
    // A terminal that cannot be written to is no reason to lose the files.
    let said = if args.quiet { Ok(()) } else { terminal::say(&text) };
    let mut draft = folder.draft()?;
    add_pages(&mut draft, &pages, &html, &text)?;
    add_office(&mut draft, &pages, &design, (args.office.book.xlsx, template))?;
    draft.add_designs(&std::iter::once(&source).chain(&rivals).collect::<Vec<_>>())?;
    let printed = if args.no_pdf { Ok(false) } else { print(args, &mut draft, pages, &watcher)? };
    let replaced = draft.commit(session.dated_origin(false))?;
    listing::warn_of_kept(&replaced, words);
    said?;
    if !args.quiet {
        let files =
            files(&review, [matches!(printed, Ok(true)), args.office.book.xlsx, args.office.pptx], words);
        terminal::say(&files.told(folder.path(), &replaced, words))?;
    }
    printed.map(|_| ())
}

fn unfinished(broken: review::Broken) -> Failure {
    match broken {
        review::Broken::Stopped => Failure::Interrupted,
        review::Broken::Misfit(_) => Failure::unwritable("failure-review", &broken),
    }
}

fn settings(args: &ReviewArgs, source: &Source, rivals: &[Source]) -> ReviewSettings {
    let rival = |rival: &Source| RivalDesign { name: rival.stem.clone(), text: rival.text.clone() };
    ReviewSettings {
        seed: args.seed,
        trials: args.trials,
        customers: args.customers as usize,
        rivals: rivals.iter().map(rival).collect(),
        file: source.typed.clone(),
    }
}

/// Adds everything but the PDF.
fn add_pages(draft: &mut Draft<'_>, pages: &ReviewPages<'_>, html: &str, text: &str) -> Result<(), Failure> {
    let mut json =
        serde_json::to_string_pretty(pages.review).map_err(|e| Failure::unwritable("failure-json", &e))?;
    json.push('\n');
    draft.add("review.html", html.as_bytes())?;
    draft.add("review.md", report::review_markdown(pages).as_bytes())?;
    draft.add("review.txt", text.as_bytes())?;
    draft.add("review.json", json.as_bytes())?;
    if let Some(counter) = &pages.review.counter_design {
        draft.add("counter-design.toml", counter.as_bytes())?;
    }
    results::add_pictures(draft, pages.charts())
}

/// Adds what opens in office programs, as far as it is asked for.
fn add_office(
    draft: &mut Draft<'_>,
    pages: &ReviewPages<'_>,
    design: &Design,
    (workbook, deck): (bool, Option<Template>),
) -> Result<(), Failure> {
    if workbook {
        results::add_workbook(draft, report::review_workbook(pages, design))?;
    }
    deck.map_or(Ok(()), |template| deck::add(draft, report::review_deck(pages, design, template)))
}

/// Prints the PDF and returns whether there is one. Where it cannot be made, the review is whole without it, and the reader is
/// told; but a browser that the user has named and that does not print is a failure, for after everything is written.
fn print(
    args: &ReviewArgs,
    draft: &mut Draft<'_>,
    pages: ReviewPages<'_>,
    watcher: &Watcher,
) -> Result<Result<bool, Failure>, Failure> {
    let words = pages.words;
    let browser = args.browser.clone().or_else(browser::find).ok_or(NoPdf::NoBrowser);
    let printed = browser.and_then(|browser| {
        let print = |html: &str| browser::print(&browser, html, draft.folder(), &watcher.interrupt);
        twice(pages, print)
    });
    let no_browser = words.say("run-no-browser", &[]);
    match browser::printed(printed, args.browser.as_deref(), no_browser, words) {
        Ok(Some(pdf)) => draft.add_once("review.pdf", &pdf).map(|()| Ok(true)),
        Ok(None) => Ok(Ok(false)),
        Err(Failure::Interrupted) => Err(Failure::Interrupted),
        Err(failure) => Ok(Err(failure)),
    }
}

/// Prints to see where the parts begin, and again with the page numbers in the contents; where they cannot be seen, the first print
/// stands.
fn twice(pages: ReviewPages<'_>, print: impl Fn(&str) -> Result<Vec<u8>, NoPdf>) -> Result<Vec<u8>, NoPdf> {
    let pdf = print(&report::review_html(&pages))?;
    let numbers = report::page_numbers(&pdf);
    if numbers.is_empty() { Ok(pdf) } else { print(&report::review_html(&pages.numbered(numbers))) }
}

/// The files with what is in them.
fn files(review: &Review, [printed, workbook, deck]: [bool; 3], words: Words<'_>) -> Listing {
    let written = |name: &str| match name {
        "review.pdf" => printed,
        results::WORKBOOK => workbook,
        deck::DECK => deck,
        "counter-design.toml" => review.counter_design.is_some(),
        _ => true,
    };
    let mut files = Listing::default();
    for (name, key) in FILES.iter().filter(|(name, _)| written(name)) {
        files.add(name, words.say(key, &[]));
    }
    files
}

fn rival(path: &std::path::Path, session: &Session) -> Result<Source, Failure> {
    let source = input::read(path, session)?;
    check::valid(&source, session.words)?;
    Ok(source)
}

/// Shows progress and hears Ctrl-C.
struct Watcher {
    progress: Progress,
    interrupt: Interrupt,
}

impl Watch for Watcher {
    fn begin(&self, what: &str, ticks: u64) {
        self.progress.begin(what, ticks);
    }

    fn tick(&self, ticks: u64) {
        self.progress.tick(ticks);
    }

    fn stopped(&self) -> bool {
        self.interrupt.asked()
    }
}
