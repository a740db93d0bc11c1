//! Answers to the question how readily one would recommend, from 0 to 10.

use super::amounts::{Decimal, amount};
use super::answer_fault::AnswerFault;
use super::dates::{self, Order};
use super::fault::Fault;
use super::options::Options;
use super::role::Role;
use super::table::{Table, cell};
use std::collections::HashMap;

/// Answers below which nothing is said.
const LEAST: usize = 30;
/// The highest score of scales that are taken for another one: of five stars.
const STARS: u8 = 5;

/// What customers answered.
#[derive(Debug, Clone, PartialEq)]
pub struct Scores {
    /// One answer a customer, the last; anonymous answers are all there.
    pub answers: Vec<Answer>,
    /// Rows that hold no score.
    pub unreadable: u64,
}

/// An answer.
#[derive(Debug, Clone, PartialEq)]
pub struct Answer {
    /// As the customer is named in the data, if he is: never shown.
    pub customer: Option<Box<str>>,
    /// From 0 to 10.
    pub score: u8,
}

impl Scores {
    /// Of the bytes of a file with a row for each answer.
    ///
    /// # Errors
    /// If there is no column of scores, too many rows hold none, there are too few, or the scale is another one.
    pub fn read(bytes: Vec<u8>, options: &Options) -> Result<Self, Fault> {
        let table = Table::read(bytes, &[Role::Score], options)?;
        let score = table.needed(Role::Score)?;
        let [customer, date] = [Role::Customer, Role::Date].map(|role| table.column(role));
        let (customer, date) = (customer?, date?);
        let order = options.order.unwrap_or(Order::DayFirst);
        let mut scores = Self { answers: Vec::new(), unreadable: 0 };
        let mut last = HashMap::new();
        for (_, row) in table.rows.iter().filter(|(_, row)| !cell(row, score).is_empty()) {
            let Some(score) = of_text(cell(row, score)) else {
                scores.unreadable += 1;
                continue;
            };
            let who = customer.map(|at| cell(row, at)).filter(|who| !who.is_empty());
            let day = date.and_then(|at| dates::day(cell(row, at), order));
            let answer = Answer { customer: who.map(Into::into), score };
            let Some(who) = who else {
                scores.answers.push(answer);
                continue;
            };
            match last.get_mut(who) {
                Some((before, at)) if *before <= day => (*before, scores.answers[*at]) = (day, answer),
                Some(_) => {}
                None => {
                    last.insert(who.to_owned(), (day, scores.answers.len()));
                    scores.answers.push(answer);
                }
            }
        }
        scores.judged(options)
    }

    fn judged(self, options: &Options) -> Result<Self, Fault> {
        let (bad, rows) = (self.unreadable, self.unreadable + self.answers.len() as u64);
        if bad as f64 > options.tolerated * rows as f64 {
            return Err(Fault::TooManyBad { bad, rows, limit: options.tolerated });
        }
        if self.answers.len() < LEAST {
            return Err(Fault::Answers(AnswerFault::Few { count: self.answers.len(), least: LEAST }));
        }
        let highest = self.answers.iter().map(|answer| answer.score).max().unwrap_or(0);
        if highest <= STARS { Err(Fault::Answers(AnswerFault::Scale { highest })) } else { Ok(self) }
    }
}

/// A whole number from 0 to 10, also as 9/10.
fn of_text(text: &str) -> Option<u8> {
    let text = text.strip_suffix("/10").unwrap_or(text);
    let score = amount(text, Decimal::Point)?;
    (score.fract() == 0.0 && (0.0..=10.0).contains(&score)).then_some(score as u8)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<Scores, Fault> {
        Scores::read(text.as_bytes().to_vec(), &Options::default())
    }

    #[test]
    fn the_last_answer_of_a_customer_counts() {
        let many: String = (0..40).map(|k| format!("K{k};{};2024-05-01\n", k % 11)).collect();
        let scores =
            read(&format!("Клиент;Оценка;Дата\n{many}K3;9;2024-06-01\nK4;0;2023-01-01\n;10;\nK50;;\n"));
        let scores = scores.unwrap();
        let of =
            |who: &str| scores.answers.iter().find(|a| a.customer.as_deref() == Some(who)).unwrap().score;
        assert_eq!((scores.answers.len(), of("K3"), of("K4")), (41, 9, 4));
    }

    #[test]
    fn another_scale_is_refused() {
        let stars: String = (0..40).map(|k| format!("{}\n", k % 5 + 1)).collect();
        assert_eq!(read(&format!("score\n{stars}")), Err(Fault::Answers(AnswerFault::Scale { highest: 5 })));
        let percent: String = (0..40).map(|k| format!("{}\n", k * 2 + 20)).collect();
        assert!(matches!(read(&format!("score\n{percent}")), Err(Fault::TooManyBad { bad: 40, .. })));
        assert_eq!(read("score\n9/10\n7\n"), Err(Fault::Answers(AnswerFault::Few { count: 2, least: 30 })));
        assert!(matches!(read("mood\n9\n"), Err(Fault::NoColumn { role: Role::Score, .. })));
    }
}
