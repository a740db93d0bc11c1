//! Inputs that are kept, a file each: some were faults once, others lead to a refusal, a warning or a result that none before them leads to. They are fed first.
//!
//! `LOYALSIM_FUZZ_KEEP=1 LOYALSIM_FUZZ=10 cargo test --test fuzz short_texts` adds those of the stream that lead to something new.

use crate::bytes::all_reached;
use crate::targets::Target;
use std::collections::BTreeSet;
use std::fs;
use std::panic::{catch_unwind, resume_unwind};
use std::path::PathBuf;

/// The inputs kept for a target, and what they lead to.
pub struct Corpus {
    folder: PathBuf,
    target: Target,
    known: BTreeSet<String>,
    keeps: bool,
}

impl Corpus {
    /// That of a target, each of its inputs fed.
    pub fn fed(name: &str, target: Target) -> Self {
        let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/fuzz/corpus").join(name);
        let keeps = std::env::var_os("LOYALSIM_FUZZ_KEEP").is_some();
        let mut corpus = Self { folder, target, known: BTreeSet::new(), keeps };
        let files = fs::read_dir(&corpus.folder).into_iter().flatten();
        let mut files: Vec<PathBuf> = files.map(|file| file.unwrap().path()).collect();
        files.sort();
        for file in &files {
            let (_, reached) = corpus.play(&fs::read(file).unwrap(), &file.display().to_string());
            corpus.known.extend(reached);
        }
        println!("{name}: {} inputs kept, which lead to {} things", files.len(), corpus.known.len());
        assert!(keeps || !files.is_empty(), "{name}: no inputs are kept");
        corpus
    }

    /// Feeds one more input, and keeps it where that is asked for and it leads to something new. Whether it was sensible.
    pub fn feed(&mut self, bytes: &[u8], called: &str) -> bool {
        let (sensible, reached) = self.play(bytes, called);
        if self.keeps && !reached.is_subset(&self.known) {
            let short = self.shortened(bytes, &reached);
            let name = short.iter().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
                (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3)
            });
            fs::create_dir_all(&self.folder).unwrap();
            fs::write(self.folder.join(format!("{name:016x}")), short).unwrap();
        }
        self.known.extend(reached);
        sensible
    }

    /// Its first bytes, so many as still lead to the same.
    fn shortened<'b>(&self, bytes: &'b [u8], reached: &BTreeSet<String>) -> &'b [u8] {
        let mut short = bytes;
        for less in [96, 48, 24, 12, 6, 3, 2, 1] {
            while let Some(shorter) = short.len().checked_sub(less).map(|long| &short[..long]) {
                if &self.play(shorter, "shortened").1 != reached {
                    break;
                }
                short = shorter;
            }
        }
        short
    }

    fn play(&self, bytes: &[u8], called: &str) -> (bool, BTreeSet<String>) {
        drop(all_reached());
        match catch_unwind(|| (self.target)(bytes)) {
            Ok(sensible) => (sensible, all_reached()),
            Err(why) => {
                eprintln!("{called}: {bytes:?}");
                resume_unwind(why);
            }
        }
    }
}
