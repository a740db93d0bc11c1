//! A browser of the Chromium family on this machine, and printing a page with it.

use super::failure::reason;
use super::folder::Folder;
use super::interrupt::Interrupt;
use loyalsim::design::Saying;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
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
    let child = command.spawn().map_err(broken)?;
    let patience = wait(child, interrupt)?;
    let printed = std::fs::read(&pdf).unwrap_or_default();
    if printed.starts_with(b"%PDF") {
        return Ok(printed);
    }
    Err(NoPdf::Failed(patience.unwrap_or_else(|| last_words(&log))))
}

/// Waits for the end; `Some` says that patience ran out.
fn wait(mut child: Child, interrupt: &Interrupt) -> Result<Option<Saying>, NoPdf> {
    let start = Instant::now();
    loop {
        match child.try_wait() {
            Ok(Some(_)) => return Ok(None),
            Ok(None) if interrupt.asked() => {
                end(child);
                return Err(NoPdf::Stopped);
            }
            Ok(None) if start.elapsed() > PATIENCE => {
                end(child);
                return Ok(Some(Saying::new("why-too-slow").with("seconds", PATIENCE.as_secs())));
            }
            Ok(None) => std::thread::sleep(GLANCE),
            Err(e) => return Err(NoPdf::Failed(reason(&e))),
        }
    }
}

fn end(mut child: Child) {
    child.kill().ok();
    child.wait().ok();
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

/// The last line that a browser wrote about itself.
fn last_words(log: &Path) -> Saying {
    let mut text = Vec::new();
    std::fs::File::open(log).and_then(|mut file| file.read_to_end(&mut text)).ok();
    let text = String::from_utf8_lossy(&text);
    match text.lines().rfind(|line| !line.trim().is_empty()) {
        Some(line) => Saying::new("why-other").with("message", line.trim()),
        None => Saying::new("why-silent"),
    }
}
