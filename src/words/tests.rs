use super::*;
use crate::units::YearMonth;

const EN: Words<'static> =
    Words { language: Language::En, currency: "RUB", today: false, by_contract: false };
const RU: Words<'static> =
    Words { language: Language::Ru, currency: "RUB", today: false, by_contract: false };

fn plain(text: &str) -> String {
    text.replace('\u{a0}', " ").replace('\u{202f}', "_").replace('\u{2212}', "-")
}

#[test]
fn money_reads_like_a_report() {
    for (value, english, russian) in [
        (1_239_800_000.0, "1.24 bn RUB", "1,24 млрд ₽"),
        (-56_780_000.0, "-56.8 m RUB", "-56,8 млн ₽"),
        (999_600.0, "1.00 m RUB", "1,00 млн ₽"),
        (12_345.0, "12,300 RUB", "12_300 ₽"),
        (735.4, "735 RUB", "735 ₽"),
        (99.96, "100 RUB", "100 ₽"),
        (0.04567, "0.0457 RUB", "0,0457 ₽"),
        (0.0, "0 RUB", "0 ₽"),
        (-1e-30, "0 RUB", "0 ₽"),
        (f64::NAN, "n/a", "н/д"),
    ] {
        assert_eq!(plain(&EN.money(value)), english);
        assert_eq!(plain(&RU.money(value)), russian);
    }
    assert_eq!(plain(&EN.with_currency("EUR").signed_money(5e6)), "+5.00 m EUR");
    assert_eq!(plain(&EN.money_range(-1.2e8, 3.4e9)), "-0.12 to 3.40 bn RUB");
    assert_eq!(plain(&RU.money_range(-1.2e8, 3.4e9)), "от -0,12 до 3,40 млрд ₽");
    assert_eq!(plain(&EN.money_range(1_899.0, 1_901.0)), "1,900 RUB");
    assert_eq!(plain(&EN.about_range(-7.86, 8.64)), "-8 to 9");
}

/// Beside a program that runs already one speaks of the change, of what is named, too; where a message has no twin it is said as ever.
#[test]
fn beside_a_program_that_runs_one_speaks_of_the_change() {
    for (today, line, todo) in [
        (false, "Effect of the program", "Decide not to launch."),
        (true, "Effect of the change", "Decide not to make the change."),
    ] {
        let words = EN.beside_today(today);
        assert_eq!(plain(&words.say("chart-effect-line", &[])), line);
        assert_eq!(plain(&words.name("todo", "no_launch")), todo);
        assert_eq!(plain(&words.money(735.4)), "735 RUB");
        assert_eq!(plain(&words.say("fix-negative", &[])), "it cannot be negative");
    }
    let (bills, plain_till) = (Words { by_contract: true, ..EN }, EN.say("rule-d03", &[]));
    assert_ne!(bills.say("rule-d03", &[]), plain_till);
}

#[test]
fn errors_set_the_digits() {
    assert_eq!(plain(&EN.with_error(76.4211, 0.1291)), "76.4 ± 0.1");
    assert_eq!(plain(&EN.with_error(5.3612, 0.0967)), "5.4 ± 0.1");
    assert_eq!(plain(&EN.with_error(76.4211, 0.0)), "76.4");
    // the dust of a difference that is the same in every trial
    assert_eq!(plain(&EN.with_error(-1.0, 1e-12)), "-1.00");
    assert_eq!(plain(&EN.with_error(-12345.0, 234.0)), "-12,300 ± 200");
    assert_eq!(plain(&RU.percent_with_error(0.764211, 0.00996)), "76 ± 1 %");
    assert_eq!(plain(&RU.money_with_error(1.2398e9, 3.1e7)), "1,24 ± 0,03 млрд ₽");
    assert_eq!(plain(&EN.money_with_error(9.997e8, 3e8)), "1.0 ± 0.3 bn RUB");
}

#[test]
fn shares_and_probabilities() {
    assert_eq!(plain(&EN.percent(0.7642)), "76.4 %");
    assert_eq!(plain(&RU.percent(f64::NAN)), "н/д");
    assert_eq!(plain(&EN.signed_points(0.0131)), "+1.3 points");
    assert_eq!(plain(&RU.signed_points(-0.00001)), "0,0 п. п.");
    for (p, english, russian) in [
        (0.0, "under 1 %", "менее 1 %"),
        (0.005, "under 1 %", "менее 1 %"),
        (0.634, "63 %", "63 %"),
        (0.995, "over 99 %", "более 99 %"),
        (1.0, "over 99 %", "более 99 %"),
    ] {
        assert_eq!(plain(&EN.probability(p)), english);
        assert_eq!(plain(&RU.probability(p)), russian);
    }
}

#[test]
fn thousands_are_grouped() {
    assert_eq!(plain(&EN.count(4_000_000.0)), "4,000,000");
    assert_eq!(plain(&RU.count(-999.6)), "-1_000");
    assert_eq!(plain(&RU.fixed(1234.5, 1)), "1_234,5");
    assert_eq!(plain(&EN.fixed(-0.001, 2)), "0.00");
    assert_eq!(plain(&EN.about(3_456_000.0)), "3.46 m");
    assert_eq!(EN.about(32.04), "32");
    assert_eq!(EN.rounded(12.3, 3), "12");
    assert_eq!(EN.rounded(128_510.0, 3), "129,000");
    assert_eq!(EN.significant(123_456.0, 3), "123,000");
}

#[test]
fn what_is_undefined_or_beyond_counting_does_no_harm() {
    for value in [f64::NAN, f64::INFINITY, 1e300, -1e18, 1e-300] {
        for value in [Value::Count(value), Value::About(value), Value::Number(value, 2), Value::Money(value)]
        {
            for words in [EN, RU] {
                assert!(!words.say("format-points", &[("number", value.clone())]).contains('{'));
            }
        }
    }
}

#[test]
fn months_are_named_in_the_case_of_the_sentence() {
    let month = YearMonth::new(2026, 5).unwrap();
    assert_eq!(plain(&EN.month(month)), "May 2026");
    assert_eq!(plain(&RU.month(month)), "май 2026 г.");
}

#[test]
fn names_without_a_message_are_shown_as_written() {
    assert_eq!(RU.name("cause", "staff_attitude"), "отношение персонала");
    assert_eq!(RU.name("cause", "moved_abroad"), "moved abroad");
    assert_eq!(EN.say("no-such-message", &[]), "no-such-message");
}

#[test]
fn lists_end_with_and() {
    let items = ["a", "b", "c"].map(str::to_owned);
    assert_eq!(EN.list(&items), "a, b and c");
    assert_eq!(plain(&RU.list(&items)), "a, b и c");
    assert_eq!(EN.list(&items[..1]), "a");
}
