//! A changed part of a run is refused, or its results can be summed up.
#![no_main]

#[path = "../../tests/fuzz/bytes.rs"]
mod bytes;
#[path = "../../tests/fuzz/mutate.rs"]
mod mutate;
#[path = "../../tests/fuzz/parts.rs"]
mod parts;
#[path = "../../tests/fuzz/read.rs"]
mod read;
#[path = "../../tests/fuzz/targets.rs"]
mod targets;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    parts::merged(bytes);
});
