//! What customers and leavers say themselves: the net promoter score, and the causes of leaving.

use super::shop::{Known, Shop};
use crate::data::{Log, Reasons, Scores};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::collections::HashMap;

/// Answers of a group below which it has no score of its own.
const LEAST: usize = 30;
/// Share of the answers whose customer must be in the log before groups are told apart.
const JOINED: f64 = 0.8;
/// What is added to the count of each cause: the prior of Jeffreys.
const PRIOR: f64 = 0.5;

/// What customers and leavers say.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Voice {
    /// The net promoter score, where customers were asked.
    pub nps: Option<Asked>,
    /// Causes of leaving, where leavers were asked.
    pub causes: Option<Vec<CauseShare>>,
    /// The files that tell it, and that of members.
    pub given: Vec<Given>,
}

impl Voice {
    /// The file that tells something, if it is known.
    pub fn from(&self, what: What) -> Option<&Given> {
        self.given.iter().find(|given| given.what == what)
    }
}

/// What a file beside the purchases holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum What {
    /// Answers of a survey.
    Survey,
    /// Reasons for leaving.
    Reasons,
    /// Which causes are meant by them.
    Causes,
    /// Who is a member of the program that runs already.
    Customers,
    /// Who was in which arm of an experiment.
    Experiment,
}

impl What {
    /// For messages that choose by it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Survey => "survey",
            Self::Reasons => "reasons",
            Self::Causes => "causes",
            Self::Customers => "customers",
            Self::Experiment => "experiment",
        }
    }
}

/// A file beside the purchases, known again by its hash.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Given {
    /// What it holds.
    pub what: What,
    /// As it is called.
    pub file: String,
    /// SHA-256 of its bytes.
    pub hash: String,
}

impl Given {
    /// A file of this name with these bytes.
    pub fn new(what: What, file: String, bytes: &[u8]) -> Self {
        let hash = Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect();
        Self { what, file, hash }
    }
}

/// What has become of a file since an earlier fit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Since {
    /// Other bytes.
    Changed,
    /// The same bytes.
    Same,
    /// It was not there.
    New,
    /// It is not there now: what it said stays.
    Kept,
}

/// Files that are given now and those of an earlier fit, each with what has become of it.
pub fn since(now: &[Given], before: &[Given]) -> Vec<(Given, Since)> {
    let earlier = |given: &Given| before.iter().find(|before| before.what == given.what);
    let told = now.iter().map(|given| {
        let since = match earlier(given) {
            None => Since::New,
            Some(before) if before.hash == given.hash => Since::Same,
            Some(_) => Since::Changed,
        };
        (given.clone(), since)
    });
    let gone = before.iter().filter(|before| now.iter().all(|given| given.what != before.what));
    told.chain(gone.map(|before| (before.clone(), Since::Kept))).collect()
}

/// The net promoter score of a survey, in points.
#[derive(Debug, Clone, PartialEq)]
pub struct Asked {
    /// Answers.
    pub answers: u64,
    /// Of all customers; where groups are told apart, each counts as much as it has active customers, whoever answers more readily.
    pub score: Known,
    /// Of each group of the shop, with its answers, where customers of the survey are in the log.
    pub groups: Option<Vec<(u64, Known)>>,
}

/// A cause of leaving.
#[derive(Debug, Clone, PartialEq)]
pub struct CauseShare {
    /// As the design calls it.
    pub cause: String,
    /// Leavers who told it.
    pub count: u64,
    /// What they said.
    pub said: Vec<String>,
    /// Its share.
    pub share: Known,
}

/// Share of promoters less share of detractors, in points, with its standard error.
pub fn score(answers: &[u8]) -> Known {
    let n = answers.len() as f64;
    let share = |is: fn(u8) -> bool| answers.iter().filter(|score| is(**score)).count() as f64 / n;
    let (promoters, detractors) = (share(|score| score >= 9), share(|score| score <= 6));
    let net = promoters - detractors;
    let error = libm::sqrt((promoters + detractors - net * net).max(0.0) / n);
    Known { value: 100.0 * net, error: 100.0 * error }
}

impl Asked {
    /// What a survey says of customers of whom nothing else is known.
    pub fn all(scores: &Scores) -> Self {
        let all: Vec<u8> = scores.answers.iter().map(|answer| answer.score).collect();
        Self { answers: all.len() as u64, score: score(&all), groups: None }
    }

    /// What a survey says of a shop.
    pub fn new(scores: &Scores, log: &Log, shop: &Shop) -> Self {
        let answers = scores.answers.len() as u64;
        let all: Vec<u8> = scores.answers.iter().map(|answer| answer.score).collect();
        let places: HashMap<&str, usize> = log
            .customers
            .iter()
            .zip(&shop.members)
            .map(|(customer, group)| (&*customer.id, *group))
            .collect();
        let mut by_group = vec![Vec::new(); shop.groups.len()];
        for answer in &scores.answers {
            let group = answer.customer.as_deref().and_then(|who| places.get(who));
            if let Some(group) = group {
                by_group[*group].push(answer.score);
            }
        }
        let joined: usize = by_group.iter().map(Vec::len).sum();
        let enough =
            joined as f64 >= JOINED * all.len() as f64 && by_group.iter().all(|of| of.len() >= LEAST);
        if !enough {
            return Self { answers, score: score(&all), groups: None };
        }
        let groups: Vec<(u64, Known)> = by_group.iter().map(|of| (of.len() as u64, score(of))).collect();
        let weights = shop.groups.iter().map(|known| known.group.active / shop.active.value);
        let (value, variance) =
            weights.zip(&groups).fold((0.0, 0.0), |(value, variance), (weight, (_, known))| {
                (value + weight * known.value, variance + weight * weight * known.error * known.error)
            });
        Self { answers, score: Known { value, error: libm::sqrt(variance) }, groups: Some(groups) }
    }
}

/// Shares of the causes, as after a Dirichlet prior of one half each.
pub fn causes(reasons: &Reasons) -> Vec<CauseShare> {
    let all = reasons.count() as f64 + PRIOR * reasons.causes.len() as f64;
    let share = |count: u64| {
        let mean = (count as f64 + PRIOR) / all;
        Known { value: mean, error: libm::sqrt(mean * (1.0 - mean) / (all + 1.0)) }
    };
    let one = |told: &crate::data::ToldCause| CauseShare {
        cause: told.cause.clone(),
        count: told.count,
        said: told.said.clone(),
        share: share(told.count),
    };
    reasons.causes.iter().map(one).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_known_again_by_their_bytes() {
        let file = |what: What, bytes: &[u8]| Given::new(what, "a.csv".to_owned(), bytes);
        let before = [file(What::Survey, b"1"), file(What::Reasons, b"2"), file(What::Causes, b"3")];
        let now = [file(What::Survey, b"1"), file(What::Reasons, b"5")];
        let told: Vec<Since> = since(&now, &before).into_iter().map(|(_, since)| since).collect();
        assert_eq!(told, [Since::Same, Since::Changed, Since::Kept]);
        assert_eq!(since(&now, &[])[1].1, Since::New);
    }

    /// Of 100 answers 50 promote and 20 detract: 30 ± 7.8 points, by the variance of a difference of shares of one sample.
    #[test]
    fn a_score_has_its_error() {
        let answers = [vec![9; 30], vec![10; 20], vec![7; 30], vec![6; 12], vec![0; 8]].concat();
        let known = score(&answers);
        assert!((known.value - 30.0).abs() < 1e-9 && (known.error - 7.81).abs() < 0.005, "{known:?}");
        assert_eq!(score(&[10; 40]), Known { value: 100.0, error: 0.0 });
    }

    /// A cause told by 30 of 100 leavers who told three causes: 30.5 of 101.5, with the error of a Beta variate.
    #[test]
    fn causes_have_their_errors() {
        let text = "reason,count\nprice,60\nquality,30\nethics,10\n";
        let reasons = Reasons::read(text.into(), None, &crate::data::Options::default()).unwrap();
        let shares = causes(&reasons);
        assert!((shares.iter().map(|cause| cause.share.value).sum::<f64>() - 1.0).abs() < 1e-12);
        let quality = &shares[1];
        assert_eq!((quality.cause.as_str(), quality.count), ("quality", 30));
        assert!((quality.share.value - 0.3005).abs() < 5e-5 && (quality.share.error - 0.0453).abs() < 5e-5);
    }
}
