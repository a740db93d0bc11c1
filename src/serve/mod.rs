//! The page of `loyalsim open`: a server for the browsers of this machine, and the only code that knows the network.
//!
//! Requests hold the whole state, a design's text for each variant; the server keeps nothing that could not be computed again.
//! What touches files or the terminal is done by whoever opens the page, as [`Host`].

mod answer;
mod assets;
mod changes;
mod compare;
mod decides;
mod desk;
mod difference;
mod door;
mod figures;
mod gate;
mod levers;
mod play;
mod questions;
mod review;
pub mod seminar;
mod server;
mod shared;
mod shelf;
mod slider;
mod start;
mod stream;
mod texts;
mod verdict;
mod view;

pub use server::open;
pub use shared::unpacked;

use loyalsim::units::YearMonth;

/// A design to be opened, by name.
#[derive(Debug, Clone, serde::Serialize, serde::Deserialize)]
pub struct Variant {
    /// What it is called beside others.
    pub name: String,
    /// Its text.
    pub text: String,
}

/// What the page needs of the world outside.
pub trait Host: Send + Sync + 'static {
    /// Writes a file of the user's, beside the design that was opened; returns its path, or why it cannot be written.
    fn save(&self, name: &str, text: &str, replace: bool) -> Result<String, String>;

    /// Tells the user where the page is, and shows it if a browser is wanted.
    fn show(&self, address: &str);

    /// The day that reviews bear.
    fn today(&self) -> Option<(YearMonth, u8)>;
}
