//! The language in which loyalsim speaks: the one asked for with `--lang`, else that of the user's environment.

use loyalsim::words::Language;

/// Variables that name the language of messages, the first that is set and not empty deciding (POSIX).
const VARIABLES: [&str; 3] = ["LC_ALL", "LC_MESSAGES", "LANG"];

/// The language asked for, or the environment's.
pub fn chosen(asked: Option<Language>) -> Language {
    asked.unwrap_or_else(|| of(|name| std::env::var(name).ok()))
}

/// Russian where the locale is Russian, else English.
fn of(variable: impl Fn(&str) -> Option<String>) -> Language {
    let locale = VARIABLES.iter().filter_map(|name| variable(name)).find(|locale| !locale.is_empty());
    let locale = locale.unwrap_or_default();
    let code = locale.split(['_', '-', '.', '@']).next().unwrap_or_default();
    let known = Language::ALL.into_iter().find(|language| language.code().eq_ignore_ascii_case(code));
    known.unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_variable_that_is_set_decides() {
        let with = |set: &[(&str, &str)]| {
            of(|name| set.iter().find(|(known, _)| *known == name).map(|(_, value)| (*value).to_owned()))
        };
        for (set, language) in [
            (&[][..], Language::En),
            (&[("LANG", "ru_RU.UTF-8")], Language::Ru),
            (&[("LANG", "RU")], Language::Ru),
            (&[("LANG", "run_RUN")], Language::En),
            (&[("LANG", "de_DE.UTF-8")], Language::En),
            (&[("LC_ALL", "C"), ("LANG", "ru_RU.UTF-8")], Language::En),
            (&[("LC_ALL", ""), ("LANG", "ru_RU.UTF-8")], Language::Ru),
            (&[("LC_MESSAGES", "ru_UA"), ("LANG", "en_GB")], Language::Ru),
        ] {
            assert_eq!(with(set), language, "{set:?}");
        }
    }
}
