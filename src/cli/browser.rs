//! A browser of the Chromium family on this machine, and printing a page with it.

use super::failure::{Failure, reason};
use super::folder::Folder;
use super::interrupt::Interrupt;
use super::terminal;
use loyalsim::design::Saying;
use loyalsim::words::{Words, breakable};
use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::time::{Duration, Instant};

/// What such browsers are called where programs are searched by name.
const NAMES: [&str; 9] = [
    "chromium",
    "chromium-browser",
    "google-chrome-stable",
    "google-chrome",
    "chrome",
    "microsoft-edge-stable",
    "microsoft-edge",
    "msedge",
    "brave-browser",
];

/// Where they are installed without being found by name: macOS, then Windows below its folders of programs.
const PLACES: [&str; 3] = [
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
];
const WINDOWS_ROOTS: [&str; 3] = ["ProgramFiles", "ProgramFiles(x86)", "LOCALAPPDATA"];
const WINDOWS_PLACES: [&str; 3] = [
    "Google/Chrome/Application/chrome.exe",
    "Microsoft/Edge/Application/msedge.exe",
    "Chromium/Application/chrome.exe",
];

/// A browser that hangs is given up after this time; printing takes seconds.
const PATIENCE: Duration = Duration::from_secs(120);
const GLANCE: Duration = Duration::from_millis(50);

/// Nothing from the network, no first-run pages, a profile of its own; the document's headings become the PDF's outline.
const FLAGS: [&str; 11] = [
    "--headless",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--no-default-browser-check",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-extensions",
    "--disable-sync",
    "--no-pdf-header-footer",
    "--generate-pdf-document-outline",
];

/// Why there is no PDF.
#[derive(Debug, PartialEq)]
pub enum NoPdf {
    /// No browser was found.
    NoBrowser,
    /// The browser did not print: why, or what it said.
    Failed(Saying),
    /// The user asked to stop.
    Stopped,
}

/// The PDF, if one was printed. Where there is none the reader is told why, by `no_browser` if no browser was found.
///
/// A browser that the user has `named` and that does not print is a failure, for after everything else is written.
pub fn printed(
    tried: Result<Vec<u8>, NoPdf>,
    named: Option<&Path>,
    no_browser: String,
    words: Words<'_>,
) -> Result<Option<Vec<u8>>, Failure> {
    let note = |text: String| terminal::warn(&breakable(&format!("{text}\n")));
    match (tried, named) {
        (Ok(pdf), _) => return Ok(Some(pdf)),
        (Err(NoPdf::Stopped), _) => return Err(Failure::Interrupted),
        (Err(NoPdf::NoBrowser), _) => note(no_browser),
        (Err(NoPdf::Failed(why)), Some(named)) => {
            let what = Saying::new("failure-pdf").with("browser", named.display().to_string());
            return Err(Failure::Runtime(what.with("why", why)));
        }
        (Err(NoPdf::Failed(why)), None) => note(words.say("run-no-pdf", &[("why", words.tell(&why).into())])),
    }
    Ok(None)
}

/// The first browser found.
pub fn find() -> Option<PathBuf> {
    let folders = std::env::var_os("PATH").unwrap_or_default();
    let named = std::env::split_paths(&folders).collect::<Vec<_>>();
    let named = NAMES.iter().flat_map(|name| {
        let file = format!("{name}{}", std::env::consts::EXE_SUFFIX);
        named.iter().map(move |folder| folder.join(&file))
    });
    let windows = WINDOWS_ROOTS.iter().filter_map(std::env::var_os).flat_map(|root| {
        let root = PathBuf::from(root);
        WINDOWS_PLACES.map(|place| root.join(place))
    });
    named.chain(PLACES.map(PathBuf::from)).chain(windows).find(|path| path.is_file())
}

/// Prints the page `html` as PDF. The files on the way lie where the results do, since browsers in a sandbox of the system do not
/// see the usual place of temporary files.
pub fn print(browser: &Path, html: &str, folder: &Folder, interrupt: &Interrupt) -> Result<Vec<u8>, NoPdf> {
    let broken = |e: std::io::Error| NoPdf::Failed(reason(&e));
    let room = folder.printing().map_err(broken)?;
    let (page, pdf, log) = (room.join("page.html"), room.join("page.pdf"), room.join("log"));
    std::fs::write(&page, html).map_err(broken)?;
    let errors = std::fs::File::create(&log).map_err(broken)?;
    let mut command = Command::new(browser);
    command
        .args(FLAGS)
        .args(sandbox(&room))
        .arg(format!("--user-data-dir={}", room.join("profile").display()))
        .arg(format!("--print-to-pdf={}", pdf.display()))
        .arg(&page)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(errors);
    let family = Family::begin(&mut command).map_err(broken)?;
    match family.wait(interrupt)? {
        End::Silent => Err(NoPdf::Failed(Saying::new("why-too-slow").with("seconds", PATIENCE.as_secs()))),
        End::With(status) if status.success() => {
            let printed = std::fs::read(&pdf).unwrap_or_default();
            if is_whole(&printed) { Ok(printed) } else { Err(NoPdf::Failed(last_words(&log, None))) }
        }
        End::With(status) => Err(NoPdf::Failed(last_words(&log, Some(status)))),
    }
}

/// Whether these bytes are a PDF from its beginning to its end: what a browser wrote before it died is not.
fn is_whole(pdf: &[u8]) -> bool {
    const BEGIN: &[u8] = b"%PDF-";
    const END: &[u8] = b"%%EOF";
    pdf.starts_with(BEGIN) && pdf.len() > 500 && pdf.trim_ascii_end().ends_with(END)
}

/// How a browser ended.
enum End {
    With(ExitStatus),
    /// It did not, and was ended.
    Silent,
}

/// A browser and the processes it starts: all of them end when it has printed, when patience runs out, and when this process dies.
struct Family {
    browser: Child,
    /// Ends the family when this process does: its standard input then closes. Windows has none.
    guard: Option<Child>,
}

impl Family {
    fn begin(command: &mut Command) -> std::io::Result<Self> {
        group(command);
        let browser = command.spawn()?;
        let guard = guard(browser.id()).ok();
        Ok(Self { browser, guard })
    }

    /// Waits for the browser's end.
    fn wait(mut self, interrupt: &Interrupt) -> Result<End, NoPdf> {
        let start = Instant::now();
        loop {
            match self.browser.try_wait() {
                Ok(Some(status)) => return Ok(End::With(status)),
                Ok(None) if interrupt.asked() => return Err(NoPdf::Stopped),
                Ok(None) if start.elapsed() > PATIENCE => return Ok(End::Silent),
                Ok(None) => std::thread::sleep(GLANCE),
                Err(e) => return Err(NoPdf::Failed(reason(&e))),
            }
        }
    }
}

impl Drop for Family {
    fn drop(&mut self) {
        kill_group(&self.browser);
        self.browser.kill().ok();
        self.browser.wait().ok();
        if let Some(guard) = &mut self.guard {
            guard.kill().ok();
            guard.wait().ok();
        }
    }
}

/// The browser leads a group of processes of its own, by which its children can be found.
#[cfg(unix)]
fn group(command: &mut Command) {
    std::os::unix::process::CommandExt::process_group(command, 0);
}

#[cfg(unix)]
fn kill_group(browser: &Child) {
    use rustix::process::{Pid, Signal, kill_process_group};
    let leader = i32::try_from(browser.id()).ok().and_then(Pid::from_raw);
    leader.map(|leader| kill_process_group(leader, Signal::KILL).ok());
}

/// A shell that waits until this process is gone, however it went, and then ends the group.
#[cfg(unix)]
fn guard(leader: u32) -> std::io::Result<Child> {
    let script = format!("read _; kill -9 -{leader}");
    let mut command = Command::new("/bin/sh");
    command.args(["-c", &script]).stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::null());
    group(&mut command);
    command.spawn()
}

#[cfg(not(unix))]
fn group(_: &mut Command) {}

#[cfg(not(unix))]
fn kill_group(_: &Child) {}

#[cfg(not(unix))]
fn guard(_: u32) -> std::io::Result<Child> {
    Err(std::io::ErrorKind::Unsupported.into())
}

/// Browsers refuse their sandbox to the superuser, who runs them in containers; for everybody else it stays.
#[cfg(unix)]
fn sandbox(own: &Path) -> Option<&'static str> {
    use std::os::unix::fs::MetadataExt;
    // Whoever made the folder is who we are.
    std::fs::metadata(own).is_ok_and(|folder| folder.uid() == 0).then_some("--no-sandbox")
}

#[cfg(not(unix))]
fn sandbox(_: &Path) -> Option<&'static str> {
    None
}

/// The last line that a browser wrote about itself, or else how it ended.
fn last_words(log: &Path, ended: Option<ExitStatus>) -> Saying {
    /// Browsers can be talkative.
    const LONGEST: usize = 300;
    let mut text = Vec::new();
    std::fs::File::open(log).and_then(|mut file| file.read_to_end(&mut text)).ok();
    let text = String::from_utf8_lossy(&text);
    match (text.lines().rfind(|line| !line.trim().is_empty()), ended) {
        (Some(line), _) => {
            Saying::new("why-other").with("message", line.trim().chars().take(LONGEST).collect::<String>())
        }
        (None, Some(status)) => Saying::new("why-ended").with("status", status.to_string()),
        (None, None) => Saying::new("why-silent"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn half_a_pdf_is_none() {
        let whole = [&b"%PDF-1.4\n"[..], &[b'x'; 900], b"\n%%EOF\n"].concat();
        assert!(is_whole(&whole));
        for wrong in [&whole[..500], &whole[1..], b"%PDF-1.4 cut", b"%PDF-1.4\n%%EOF\n", b""] {
            assert!(!is_whole(wrong));
        }
    }
}
