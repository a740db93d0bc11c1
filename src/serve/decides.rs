//! What decides: the sensitivity of the net effect to what is not known.

use super::answer::Picture;
use super::desk::Desk;
use super::shelf::SETTINGS;
use super::stream::Teller;
use loyalsim::charts;
use loyalsim::decide::sensitivity::{SensitivitySize, sensitivity};
use loyalsim::decide::{Measure, Watch};
use loyalsim::design::Design;
use loyalsim::simulate::Settings;
use loyalsim::summary::Scalar;
use loyalsim::words::Words;
use serde::{Deserialize, Serialize};
use std::sync::atomic::{AtomicU64, Ordering};

/// Rows of the sample: enough to rank, in seconds.
const ROWS: u64 = 64;
/// Customers simulated in each trial.
const CUSTOMERS: usize = 1_000;
/// Numbers that are told to decide.
const DECIDING: usize = 8;

/// Whose result.
#[derive(Debug, Deserialize)]
pub struct Question {
    /// The design.
    pub text: String,
    /// How wide pictures are, in pixels.
    #[serde(default = "super::answer::wide")]
    pub width: f64,
    /// The language of the answer.
    pub language: String,
}

/// What decides.
#[derive(Debug, Serialize)]
struct Decided {
    pictures: Vec<Picture>,
    /// Paths of the numbers that decide, those that decide most first.
    order: Vec<String>,
}

/// Tells progress, then the pictures.
pub fn decides(desk: &Desk, question: &Question, teller: &Teller) {
    let language = desk.language(&question.language);
    let words = Words::new(language);
    let design = match Design::parse(&question.text) {
        Ok(design) => design,
        Err(problems) => return teller.tell("fault", &words.plain_problems(&problems)),
    };
    let scalar = if design.program.is_some() { Scalar::NetEffect } else { Scalar::RetentionBaseline };
    let settings = Settings { customers: CUSTOMERS, ..SETTINGS };
    let watch = Watched::new(teller);
    let size = SensitivitySize { settings, rows: ROWS };
    match sensitivity(&design, Measure::Mean(scalar), size, &watch) {
        Ok(Some(found)) => {
            let all = charts::sensitivity(&found, language);
            let pictures = all.iter().map(|named| Picture::of(named, question.width)).collect();
            let moving = found.tornado.iter().filter(|swing| swing.width() > 0.0).take(DECIDING);
            let order = moving.map(|swing| swing.path.clone()).collect();
            teller.tell("decided", &Decided { pictures, order });
        }
        Ok(None) => {}
        Err(fault) => teller.tell("fault", &words.tell(&fault.saying())),
    }
}

/// Tells a page how far long work has come; stops when the page has gone.
pub struct Watched<'t> {
    teller: &'t Teller,
    ticks: AtomicU64,
    done: AtomicU64,
}

impl<'t> Watched<'t> {
    /// Nothing is done yet.
    pub fn new(teller: &'t Teller) -> Self {
        Self { teller, ticks: AtomicU64::new(0), done: AtomicU64::new(0) }
    }
}

impl Watch for Watched<'_> {
    fn begin(&self, _: &str, ticks: u64) {
        self.done.store(0, Ordering::Relaxed);
        self.ticks.store(ticks, Ordering::Relaxed);
    }

    fn tick(&self, ticks: u64) {
        /// Parts of a piece of work that are told.
        const PARTS: u64 = 50;
        let all = self.ticks.load(Ordering::Relaxed).max(1);
        let before = self.done.fetch_add(ticks, Ordering::Relaxed);
        let part = |done: u64| done * PARTS / all;
        if part(before) != part(before + ticks) {
            self.teller.tell("progress", &((before + ticks) as f64 / all as f64).min(1.0));
        }
    }

    fn stopped(&self) -> bool {
        self.teller.is_alone()
    }
}
