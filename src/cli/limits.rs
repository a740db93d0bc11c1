//! Limits of the system: memory and the size of files. Reaching them ends the program with a sentence and exit code 1.

use loyalsim::words::Language;
use std::alloc::{GlobalAlloc, Layout, System};
use std::io::Write;
use std::sync::atomic::{AtomicBool, Ordering};

/// What is said when there is no memory left, for nothing can be composed then.
const NO_MEMORY: [(&str, Language); 2] = [
    (
        "\nerror: there is not enough memory\n  help: use fewer --trials, --customers or --threads, or close other programs; \
         earlier results are unchanged\n",
        Language::En,
    ),
    (
        "\nошибка: не хватает памяти\n  что сделать: уменьшите --trials, --customers или --threads или закройте другие программы; \
         прежние результаты не изменены\n",
        Language::Ru,
    ),
];

/// Whether to say it in Russian.
static RUSSIAN: AtomicBool = AtomicBool::new(false);
/// Whether it has been said: what ends the program may ask for memory itself.
static SAID: AtomicBool = AtomicBool::new(false);

/// The system's memory; when there is none left, the program ends with a sentence where it would otherwise be aborted.
struct Memory;

#[global_allocator]
static MEMORY: Memory = Memory;

#[allow(unsafe_code, reason = "a program can learn in no other way that there is no memory left")]
// SAFETY: every call is passed on to the system's allocator as it came, and its answer is passed back.
unsafe impl GlobalAlloc for Memory {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        // SAFETY: the caller's promises about `layout` are those that the system's allocator asks for.
        given(unsafe { System.alloc(layout) })
    }

    unsafe fn alloc_zeroed(&self, layout: Layout) -> *mut u8 {
        // SAFETY: as above.
        given(unsafe { System.alloc_zeroed(layout) })
    }

    unsafe fn dealloc(&self, place: *mut u8, layout: Layout) {
        // SAFETY: `place` came from the system's allocator with this layout.
        unsafe { System.dealloc(place, layout) }
    }

    unsafe fn realloc(&self, place: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        // SAFETY: as above.
        given(unsafe { System.realloc(place, layout, size) })
    }
}

fn given(place: *mut u8) -> *mut u8 {
    if place.is_null() { end() } else { place }
}

#[cold]
fn end() -> ! {
    if !SAID.swap(true, Ordering::SeqCst) {
        let language = if RUSSIAN.load(Ordering::Relaxed) { Language::Ru } else { Language::En };
        let text = NO_MEMORY.iter().find(|(_, of)| *of == language).map_or("", |(text, _)| text);
        std::io::stderr().write_all(text.as_bytes()).ok();
        std::process::exit(1);
    }
    std::process::abort()
}

/// Makes ready to meet the limits in this language.
pub fn prepare(language: Language) {
    RUSSIAN.store(language == Language::Ru, Ordering::Relaxed);
    ignore_file_size_signal();
    keep_freed_memory();
}

/// What a trial has used is kept for the next one. By itself the C library gives it back to the system and asks for it again several times in every
/// trial, which costs a fiftieth of the time.
#[cfg(all(target_os = "linux", target_env = "gnu"))]
#[allow(unsafe_code, reason = "the standard library does not tell its allocator how much to keep")]
fn keep_freed_memory() {
    const MB: libc::c_int = 1 << 20;
    // SAFETY: both only set a number, and no thread has been started yet.
    unsafe {
        libc::mallopt(libc::M_MMAP_THRESHOLD, 32 * MB);
        libc::mallopt(libc::M_TRIM_THRESHOLD, 64 * MB);
    }
}

#[cfg(not(all(target_os = "linux", target_env = "gnu")))]
fn keep_freed_memory() {}

/// A file that grows beyond the limit for files (`ulimit -f`) is then an error like any other, and not the end of the process.
#[cfg(unix)]
#[allow(unsafe_code, reason = "the standard library has no call for signals")]
fn ignore_file_size_signal() {
    // SAFETY: ignoring a signal runs no code of ours, and no thread has been started yet.
    unsafe {
        libc::signal(libc::SIGXFSZ, libc::SIG_IGN);
    }
}

#[cfg(not(unix))]
fn ignore_file_size_signal() {}
