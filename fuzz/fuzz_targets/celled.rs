//! Cells are dates and amounts or neither.
#![no_main]

#[path = "../../tests/fuzz/bytes.rs"]
mod bytes;
#[path = "../../tests/fuzz/read.rs"]
mod read;
#[path = "../../tests/fuzz/tables.rs"]
mod tables;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    tables::celled(bytes);
});
