//! `[[program.messages]]`: mailings to members.

use super::kind::{Book, Discount, Gives, Kind, KindFacts, Phase, Reach, Twice};
use crate::design::numbers::NumberId;
use crate::design::read::context::Context;
use crate::design::read::table::Reader;

/// Mailings to members.
#[derive(Debug, Clone)]
pub struct Messages {
    /// Messages per member and month.
    pub per_month: NumberId,
    /// Share of the customers who are no members that get them, too.
    pub others: NumberId,
    /// Money per message.
    pub cost_per_message: NumberId,
}

impl Kind for Messages {
    const FACTS: KindFacts = KindFacts {
        key: "messages",
        reach: Reach::Everybody,
        gives: Gives::Attention,
        discount: Discount::None,
        rests: true,
        twice: Twice::Fine,
        easily_copied: true,
        serves: &[Phase::Growth, Phase::Lapse],
        books: &[Book::Running],
    };
}

impl Messages {
    /// Reads one.
    pub(in crate::design) fn read(ctx: &mut Context, table: &mut Reader) -> Self {
        Self {
            per_month: table.number(ctx, "per_month"),
            others: table.number(ctx, "others"),
            cost_per_message: table.number(ctx, "cost_per_message"),
        }
    }
}

/// Response to `n` messages a month, 1 at the optimum: `(n/n*)^k · exp(k(1 − n/n*))` (after Zhang, Kumar & Cosguner 2017).
pub fn message_response(n: f64, optimum: f64, shape: f64) -> f64 {
    if n <= 0.0 || optimum <= 0.0 {
        return 0.0;
    }
    let x = n / optimum;
    libm::exp(shape * (libm::log(x) + 1.0 - x))
}

/// The same where up to so many have been `tried`: nobody knows that more bring more.
pub fn response_as_tried(n: f64, tried: f64, optimum: f64, shape: f64) -> f64 {
    message_response(n, optimum, shape).min(message_response(n.min(tried), optimum, shape))
}

#[cfg(test)]
mod tests {
    use super::message_response as response;

    /// Lifetime profit at 4 instead of 7 messages was 68 % (Zhang, Kumar & Cosguner 2017); the curve gives 70 %.
    #[test]
    fn four_messages_do_seventy_percent_of_seven() {
        assert!((response(4.0, 7.0, 2.7) - 0.702).abs() < 0.001);
        assert!((response(14.0, 7.0, 2.7) - 0.44).abs() < 0.005);
        assert_eq!(response(7.0, 7.0, 2.7), 1.0);
        assert_eq!([response(0.0, 7.0, 2.7), response(3.0, 0.0, 2.7), response(0.0, 0.0, 2.7)], [0.0; 3]);
    }
}
