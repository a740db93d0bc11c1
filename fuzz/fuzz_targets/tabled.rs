//! Short tables are read or refused.
#![no_main]

#[path = "../../tests/fuzz/bytes.rs"]
mod bytes;
#[path = "../../tests/fuzz/read.rs"]
mod read;
#[path = "../../tests/fuzz/tables.rs"]
mod tables;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    tables::tabled(bytes);
});
