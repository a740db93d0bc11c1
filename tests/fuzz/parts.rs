//! Parts of a run that somebody has changed.

use crate::bytes::{Choices, fed, reached};
use crate::mutate::NUMBERS;
use crate::read;
use crate::targets::{TINY, summary};
use loyalsim::design::{Design, Sampling};
use loyalsim::report;
use loyalsim::summary::RunSettings;
use loyalsim::summary::part::{About, Build, Part, PartFault, in_order};
use loyalsim::units::Share;
use loyalsim::words::{Language, Words};
use sha2::{Digest, Sha256};
use std::io::{Read, Write};
use std::sync::LazyLock;

const SUM: usize = 32;

/// The line about a part, and its results as they are packed into its file.
static HONEST: LazyLock<(String, Vec<u8>)> = LazyLock::new(|| {
    let text = include_str!("../../scenarios/coffee.toml").to_owned();
    let design = Design::parse(&text).unwrap();
    let (collector, _) = summary(&design);
    let about = About {
        build: Build::own(None),
        design: "coffee.toml".to_owned(),
        hash: design.hash,
        seed: TINY.seed,
        customers: TINY.customers as u64,
        sampling: Sampling::default(),
        of_trials: 2,
        trials: 0..2,
        nth: None,
        asked: None,
    };
    let file = Part { about, text, collector }.write().unwrap();
    let mut lines = file.splitn(3, |byte| *byte == b'\n').skip(1);
    let about = String::from_utf8(lines.next().unwrap().to_vec()).unwrap();
    let packed = lines.next().unwrap();
    let mut results = Vec::new();
    flate2::read::DeflateDecoder::new(&packed[..packed.len() - SUM]).read_to_end(&mut results).unwrap();
    (about, results)
});

/// A file with this content and a sum that is right.
fn file(about: &str, results: &[u8]) -> Vec<u8> {
    let mut packer = flate2::write::DeflateEncoder::new(Vec::new(), flate2::Compression::fast());
    packer.write_all(results).unwrap();
    let mut file = [b"loyalsim part 1\n", about.as_bytes(), b"\n", &packer.finish().unwrap()].concat();
    let sum = Sha256::digest(&file);
    file.extend_from_slice(&sum);
    file
}

/// Whatever was changed: the part is refused in words, or its results can be summed up and written.
pub fn merged(bytes: &[u8]) -> bool {
    let mut choices = Choices::new(bytes);
    let (mut about, mut results) = HONEST.clone();
    let kind = choices.below(4);
    for _ in 0..choices.below(4) {
        match kind {
            0 => about = about.replacen(|c: char| c.is_ascii_digit(), choices.of(&NUMBERS), 1),
            1 => {
                let at = choices.below(about.len());
                about.replace_range(at..=at, &char::from(choices.byte() & 0x7f).to_string());
            }
            // anywhere, and among the widths and lengths at the beginning
            _ => {
                let within = if kind == 2 { results.len() } else { results.len().min(40_000) };
                let at = (choices.below(1 << 16) << 8 | choices.below(1 << 8)) % within;
                results[at] = choices.byte();
            }
        }
    }
    let mut file = file(&about, &results);
    if choices.below(16) == 0 {
        let at = choices.below(file.len());
        file[at] ^= 1 << choices.below(8);
    }
    fed(&file);
    match Part::read(&file, &Build::own(None)).and_then(|part| Ok((part.design()?, part))) {
        Ok((design, part)) => is_summed_up(&design, &part),
        Err(fault) => told(&fault),
    }
}

fn is_summed_up(design: &Design, part: &Part) -> bool {
    let About { seed, of_trials, .. } = part.about;
    let settings =
        RunSettings { seed, customers: TINY.customers, trials_asked: of_trials, target: Share::new(0.05) };
    let summary = part.collector.summary(&settings);
    let json: serde_json::Value = serde_json::from_str(&report::summary_json(&summary).unwrap()).unwrap();
    assert!(json.is_object());
    read::assert_csv(&report::trials_csv(&part.collector).collect::<String>());
    for language in Language::ALL {
        read::assert_harmless(&report::answers(design, &summary, language));
    }
    match in_order(&[("one".to_owned(), part.about.clone()), ("two".to_owned(), part.about.clone())]) {
        Ok(order) => panic!("the same trials twice: {order:?}"),
        Err(fault) => !told(&fault),
    }
}

fn told(fault: &PartFault) -> bool {
    reached(fault.saying().key);
    for language in Language::ALL {
        read::assert_harmless(&Words::new(language).tell(&fault.saying()));
    }
    false
}
