//! Work on threads of its own, while Python goes on: it hears Ctrl-C and tells of progress.

use loyalsim::decide::Watch;
use pyo3::exceptions::{PyKeyboardInterrupt, PyRuntimeError};
use pyo3::prelude::*;
use rayon::ThreadPoolBuilder;
use std::panic::resume_unwind;
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering::Relaxed};
use std::sync::mpsc::{self, RecvTimeoutError};
use std::time::Duration;

/// How often signals are looked for, and progress is told.
const LOOK: Duration = Duration::from_millis(50);

/// What work that is wanted no more leaves its loops with. Not a panic: no hook hears of it.
struct GivenUp;

/// How far the work is, and whether it is wanted no more.
#[derive(Default)]
pub struct Watched {
    what: Mutex<String>,
    done: AtomicU64,
    all: AtomicU64,
    stop: AtomicBool,
}

impl Watch for Watched {
    fn begin(&self, what: &str, ticks: u64) {
        if let Ok(mut now) = self.what.lock() {
            what.clone_into(&mut now);
        }
        self.done.store(0, Relaxed);
        self.all.store(ticks, Relaxed);
    }

    fn set_length(&self, ticks: u64) {
        self.all.store(ticks, Relaxed);
    }

    fn tick(&self, ticks: u64) {
        self.done.fetch_add(ticks, Relaxed);
        if self.stop.load(Relaxed) {
            // Nobody gets what is done so far: a last judgement of it, as a search makes, is not waited for.
            resume_unwind(Box::new(GivenUp));
        }
    }

    fn stopped(&self) -> bool {
        self.stop.load(Relaxed)
    }
}

impl Watched {
    /// Tells `progress` how far the work is.
    fn tell(&self, py: Python<'_>, progress: Option<&Py<PyAny>>) -> PyResult<()> {
        let Some(progress) = progress else { return Ok(()) };
        let what = self.what.lock().map(|now| now.clone()).unwrap_or_default();
        if what.is_empty() {
            return Ok(());
        }
        let all = self.all.load(Relaxed);
        progress.call1(py, (what, self.done.load(Relaxed).min(all), all)).map(|_| ())
    }

    /// What Python has to say meanwhile: Ctrl-C, or what `progress` raises.
    fn look(&self, progress: Option<&Py<PyAny>>) -> PyResult<()> {
        Python::attach(|py| {
            py.check_signals()?;
            self.tell(py, progress)
        })
    }
}

/// Does the work on so many threads (all, where nobody says it), without holding up Python. Ctrl-C, or an exception of `progress`, stops it
/// and is raised when it has stopped.
pub fn carry_out<R: Send>(
    py: Python<'_>,
    threads: Option<usize>,
    progress: Option<&Py<PyAny>>,
    work: impl FnOnce(&Watched) -> R + Send,
) -> PyResult<R> {
    let pool = ThreadPoolBuilder::new().num_threads(threads.unwrap_or(0)).build();
    let pool = pool.map_err(|e| PyRuntimeError::new_err(e.to_string()))?;
    let watched = Watched::default();
    let (joined, raised) = py.detach(|| {
        std::thread::scope(|scope| {
            let (over, hears) = mpsc::channel();
            let (pool, watch) = (&pool, &watched);
            let worker = scope.spawn(move || {
                let done = pool.install(|| work(watch));
                over.send(()).ok();
                done
            });
            let mut raised = None;
            while hears.recv_timeout(LOOK) == Err(RecvTimeoutError::Timeout) {
                if raised.is_none() {
                    raised = watched.look(progress).err();
                    watched.stop.store(raised.is_some(), Relaxed);
                }
            }
            (worker.join(), raised)
        })
    });
    match (joined, raised) {
        (Err(panic), _) if !panic.is::<GivenUp>() => resume_unwind(panic),
        (Ok(done), None) => watched.tell(py, progress).map(|()| done),
        (_, why) => Err(why.unwrap_or_else(nothing_done)),
    }
}

/// The work was stopped before there was anything to tell; what stopped it is raised instead where it is known.
pub fn nothing_done() -> PyErr {
    PyKeyboardInterrupt::new_err("stopped before anything was done")
}
