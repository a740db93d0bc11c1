//! Names of files as one types them in a command.

/// A file's name as one types it in a shell: in quotes where it has anything but letters, digits and a few harmless signs, and
/// not like an option.
pub fn quoted(name: &str) -> String {
    if name.starts_with('-') {
        return quoted(&format!("./{name}"));
    }
    let harmless = |c: char| c.is_alphanumeric() || "-_./+,:@%".contains(c) || cfg!(windows) && c == '\\';
    if !name.is_empty() && name.chars().all(harmless) {
        name.to_owned()
    } else if cfg!(windows) {
        format!("\"{name}\"")
    } else {
        format!("'{}'", name.replace('\'', r"'\''"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[cfg(not(windows))]
    #[test]
    fn names_are_quoted_where_a_shell_would_take_them_apart() {
        for (name, typed) in [
            ("shop.toml", "shop.toml"),
            ("кофейня/a-1.toml", "кофейня/a-1.toml"),
            ("Моя аптека.toml", "'Моя аптека.toml'"),
            ("it's.toml", r"'it'\''s.toml'"),
            ("$HOME.toml", "'$HOME.toml'"),
            ("a;rm *.toml", "'a;rm *.toml'"),
            ("-q.toml", "./-q.toml"),
        ] {
            assert_eq!(quoted(name), typed);
        }
    }
}
