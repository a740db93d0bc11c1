//! Where the numbers of many trials lie, so that memory does not grow with them.

use std::fmt::Debug;
use std::io;

/// Room outside of memory. What is put there stays as long as the room.
pub trait Aside: Debug + Send + Sync {
    /// Puts `bytes` there, and says where they begin.
    ///
    /// # Errors
    /// Where there is no room: then memory has to hold them.
    fn put(&self, bytes: &[u8]) -> io::Result<u64>;

    /// Reads what begins there. Where that fails, whoever made the room has to know and to say so.
    fn get(&self, at: u64, bytes: &mut [u8]);
}
