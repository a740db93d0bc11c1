//! What customers and leavers say, as a design writes it.

use super::known::{certain, comment, digits, normal, quoted, say};
use crate::fit::shop::Known;
use crate::fit::voice::{CauseShare, Voice, What};
use crate::words::Words;

/// Decimals of a share.
const DECIMALS: f64 = 1e4;
/// Digits of a hash by which a reader knows a file.
pub(super) const HASH: usize = 16;
/// The error of a share from which it is told as certain: a normal distribution would reach far below 0.
const WIDE: f64 = 0.5;

/// A net promoter score with its error.
pub fn score(known: Known, answers: u64, voice: &Voice, words: Words<'_>) -> String {
    let about = [("answers", answers.into()), ("file", file(voice, What::Survey, words).into())];
    let source = say(words, "design-measured-score", &about);
    if known.error <= 0.0 {
        return certain(known.value, "measured", &source);
    }
    normal(known.value, known.error, &source)
}

/// The causes of leaving: those of leavers who were asked, else a ready-made mix, with what is said of it.
pub fn causes(voice: &Voice, assumed: &'static str, words: Words<'_>) -> String {
    let Some(causes) = &voice.causes else {
        return comment(words, assumed, &[]) + "preset = \"services-survey\"\n";
    };
    let leavers: u64 = causes.iter().map(|cause| cause.count).sum();
    let about = [("leavers", leavers.into()), ("file", file(voice, What::Reasons, words).into())];
    let source = say(words, "design-measured-causes", &about);
    let shares = rounded(causes);
    let one = |(cause, share): (&CauseShare, f64)| {
        let error = cause.share.error;
        match error < WIDE * share {
            true => format!("{} = {{ normal = [{}, {}] }}", cause.cause, digits(share), digits(error)),
            false => format!("{} = {}", cause.cause, digits(share)),
        }
    };
    let all: Vec<String> = causes.iter().zip(shares).map(one).collect();
    let dramatic = comment(words, "design-measured-dramatic", &[]);
    let told = format!("basis = \"measured\", source = {}", quoted(&source));
    format!("{dramatic}causes = {{ {}, {told} }}\n", all.join(", "))
}

/// The file that says something, with the beginning of its hash; nothing where it is not known.
fn file(voice: &Voice, what: What, words: Words<'_>) -> String {
    let told = |given: &crate::fit::voice::Given| {
        let hash = given.hash.get(..HASH).unwrap_or_default();
        say(words, "design-measured-file", &[("file", given.file.as_str().into()), ("hash", hash.into())])
    };
    voice.from(what).map(told).unwrap_or_default()
}

/// Shares that add up to 1 as they are written; the most frequent cause takes up what rounding leaves.
fn rounded(causes: &[CauseShare]) -> Vec<f64> {
    let whole = |share: f64| (share * DECIMALS).round();
    let mut shares: Vec<f64> = causes.iter().map(|cause| whole(cause.share.value)).collect();
    let others: f64 = shares.iter().skip(1).sum();
    if let Some(first) = shares.first_mut() {
        *first = DECIMALS - others;
    }
    shares.into_iter().map(|share| share / DECIMALS).collect()
}
