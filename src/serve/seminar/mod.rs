//! A seminar: the teacher's machine holds a class, students come with their phones.
//!
//! What happens is an [`Event`](event::Event), a line in a log that is on the disk before anybody hears of it; the class is what its log says.
//! Everything else, what is shown and what is simulated, follows from that.

mod brief;
mod code;
mod debrief;
mod event;
mod field;
mod gate;
mod hall;
mod handout;
mod log;
mod open;
mod papers;
mod play;
mod purse;
mod result;
mod rivalry;
mod room;
mod says;
mod score;
mod search;
mod server;
mod setup;
mod shock;
mod student;
mod table;
mod teacher;
mod teamwork;
mod teller;
mod told;

pub use open::{Fault, Opening, hold};
pub use papers::{handouts, table};
pub use setup::Wish;

/// What a class needs of the world outside.
pub trait Keeper: Send + 'static {
    /// Adds a line to the log; it is on the disk when this returns.
    fn keep(&mut self, line: &str) -> Result<(), String>;

    /// Tells the teacher where the class is: their own address, and those of the students.
    fn show(&self, teacher: &str, students: &[String], code: &str);
}
