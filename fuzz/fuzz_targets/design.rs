//! Whatever a file says, reading it ends in a design or in problems that can be shown, never in a panic.
#![no_main]

use libfuzzer_sys::fuzz_target;
use loyalsim::design::Design;
use loyalsim::words::{Language, Words};

fuzz_target!(|text: &str| {
    match Design::parse(text) {
        Ok(design) => drop(design),
        Err(problems) => Language::ALL
            .into_iter()
            .for_each(|language| drop(Words::new(language).plain_problems(&problems))),
    }
});
