//! Tables are logs, surveys and reasons, or are refused.
#![no_main]

#[path = "../../tests/fuzz/bytes.rs"]
mod bytes;
#[path = "../../tests/fuzz/logs.rs"]
mod logs;
#[path = "../../tests/fuzz/read.rs"]
mod read;
#[path = "../../tests/fuzz/tables.rs"]
mod tables;
#[path = "../../tests/support/workbook.rs"]
mod workbook;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    logs::logged(bytes);
});
