//! Where a class is held: its log, who listens, and what has been worked out for all.

use super::event::Event;
use super::room::{Room, Why};
use super::{Keeper, log};
use crate::serve::desk::Refused;
use crate::serve::gate;
use crate::serve::levers::Lever;
use loyalsim::words::{Language, Words};
use serde::{Serialize, Serializer};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use tokio::sync::watch;

/// A round, and how often its scenario has changed.
pub type Edition = (usize, usize);

/// What all phones are told alike, by what it is, of which edition, in which language.
type Told = BTreeMap<(&'static str, Edition, Language), Common>;

/// The levers of an edition, in a language.
type Levers = BTreeMap<(Edition, Language), Arc<Vec<Lever>>>;

/// What many are told alike.
#[derive(Debug, Clone)]
pub struct Common(Arc<Value>);

impl std::ops::Deref for Common {
    type Target = Value;

    fn deref(&self) -> &Value {
        &self.0
    }
}

impl Serialize for Common {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(to)
    }
}

/// A class that is being held.
pub struct Hall {
    room: Mutex<Room>,
    keeper: Mutex<Box<dyn Keeper>>,
    told: Mutex<Told>,
    levers: Mutex<Levers>,
    /// The share of the simulation that is done, in percent.
    progress: Mutex<u64>,
    /// Why it has failed.
    failure: Mutex<Option<String>>,
    /// Students whose designs are being judged.
    busy: Mutex<BTreeSet<String>>,
    changes: watch::Sender<u64>,
    /// Tells marks of this start from those of earlier ones.
    start: String,
    language: Language,
    addresses: Vec<String>,
}

impl Hall {
    /// Where a class goes on, or begins. `addresses` are where students find it.
    ///
    /// # Errors
    /// If the system has no randomness to give.
    pub fn new(
        room: Room,
        keeper: Box<dyn Keeper>,
        language: Language,
        addresses: Vec<String>,
    ) -> std::io::Result<Self> {
        Ok(Self {
            room: Mutex::new(room),
            keeper: Mutex::new(keeper),
            told: Mutex::default(),
            levers: Mutex::default(),
            progress: Mutex::new(0),
            failure: Mutex::default(),
            busy: Mutex::default(),
            changes: watch::Sender::new(0),
            start: gate::secret()?,
            language,
            addresses,
        })
    }

    /// The class as it stands.
    pub fn room(&self) -> MutexGuard<'_, Room> {
        locked(&self.room)
    }

    /// The language asked for, or the one loyalsim was started in.
    pub fn language(&self, asked: &str) -> Language {
        asked.parse().unwrap_or(self.language)
    }

    /// Where students find the class.
    pub fn addresses(&self) -> &[String] {
        &self.addresses
    }

    /// Makes something happen: it is on the disk before anybody hears of it.
    ///
    /// # Errors
    /// If it cannot happen now, or cannot be kept.
    pub fn does(&self, event: Event, language: Language) -> Result<(), Refused> {
        let words = Words::new(language);
        // one writer at a time; readers wait only for the moments in which the class changes
        let mut keeper = locked(&self.keeper);
        self.room().allows(&event).map_err(|why| refusal(why, words))?;
        let unkept = |why: String| Refused(words.say("seminar-unkept", &[("why", why.into())]));
        let line = log::line(&event).map_err(unkept)?;
        keeper.keep(&line).map_err(unkept)?;
        self.room().happens(event);
        drop(keeper);
        self.changes.send_modify(|mark| *mark += 1);
        Ok(())
    }

    /// Does what takes the machine a while for a student, once at a time; `None` while it does so already.
    pub fn once<T>(&self, student: &str, work: impl FnOnce() -> T) -> Option<T> {
        if !locked(&self.busy).insert(student.to_owned()) {
            return None;
        }
        let done = work();
        locked(&self.busy).remove(student);
        Some(done)
    }

    /// How far the simulation has come.
    pub fn progress(&self) -> u64 {
        *locked(&self.progress)
    }

    /// Tells all that the simulation has failed, and why.
    pub fn fails(&self, why: String) {
        *locked(&self.failure) = Some(why);
        self.changes.send_modify(|mark| *mark += 1);
    }

    /// Why the simulation has failed, if it has.
    pub fn failure(&self) -> Option<String> {
        locked(&self.failure).clone()
    }

    /// A simulation begins.
    pub fn begins(&self) {
        *locked(&self.failure) = None;
        self.comes_to(0);
    }

    /// Tells all how far the simulation has come.
    pub fn comes_to(&self, percent: u64) {
        let before = std::mem::replace(&mut *locked(&self.progress), percent);
        if before != percent {
            self.changes.send_modify(|mark| *mark += 1);
        }
    }

    /// Waits until something has happened after a mark; the new mark.
    pub async fn after(&self, since: &str) -> String {
        let mut changes = self.changes.subscribe();
        let mark = |number: u64| format!("{}-{number}", self.start);
        let now = mark(*changes.borrow_and_update());
        if now != since || changes.changed().await.is_err() {
            return now;
        }
        mark(*changes.borrow())
    }

    /// What all are told alike, worked out once.
    pub fn told(
        &self,
        what: &'static str,
        (edition, language): (Edition, Language),
        make: impl FnOnce() -> Value,
    ) -> Common {
        // who comes meanwhile waits: sixty phones would else work it out sixty times
        let mut told = locked(&self.told);
        told.entry((what, edition, language)).or_insert_with(|| Common(Arc::new(make()))).clone()
    }

    /// The levers of an edition, worked out once.
    pub fn levers(&self, of: (Edition, Language), make: impl FnOnce() -> Vec<Lever>) -> Arc<Vec<Lever>> {
        Arc::clone(locked(&self.levers).entry(of).or_insert_with(|| Arc::new(make())))
    }
}

/// Why something cannot happen, as a sentence.
pub fn refusal(why: Why, words: Words<'_>) -> Refused {
    Refused(words.say(why, &[]))
}

/// What a panic left behind is whole: an event has happened or it has not.
fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
