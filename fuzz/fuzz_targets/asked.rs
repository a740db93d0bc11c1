//! What is asked for is understood or refused.
#![no_main]

#[path = "../../tests/fuzz/asked.rs"]
mod asked;
#[path = "../../tests/fuzz/bytes.rs"]
mod bytes;
#[path = "../../tests/fuzz/mutate.rs"]
mod mutate;
#[path = "../../tests/fuzz/read.rs"]
mod read;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    asked::asked(bytes);
});
