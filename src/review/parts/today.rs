//! What a program that runs already is worth: what would be lost if it ended.

use crate::review::case::Case;
use crate::review::content::Block;
use crate::review::figure::Figures;
use crate::review::sentence::{Sentence, Style, say};
use crate::summary::Scalar;

/// Finance's question and its answer; nothing where no program runs already.
pub fn blocks(case: &Case, figures: &mut Figures) -> Vec<Block> {
    let mut list: Vec<Sentence> = Vec::new();
    let told =
        (case.headline(figures, Scalar::TodayRevenue), case.headline(figures, Scalar::TodayRevenueShare));
    let (Some(revenue), Some(share)) = told else { return Vec::new() };
    let sentence = say("review-today-revenue").figure("value", revenue.clone(), Style::Signed);
    list.push(sentence.figure("share", share, Style::Value).range("range", revenue));
    if let Some(profit) = case.headline(figures, Scalar::TodayProfit) {
        let sentence = say("review-today-profit").figure("value", profit.clone(), Style::Signed);
        list.push(sentence.range("range", profit));
    }
    if let Some(customers) = case.headline(figures, Scalar::TodayCustomers) {
        let sentence = say("review-today-customers").figure("value", customers.clone(), Style::Signed);
        list.push(sentence.range("range", customers));
    }
    vec![Block::Heading(say("review-today")), Block::List(list)]
}
