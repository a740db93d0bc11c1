//! `loyalsim new`: a commented design to start from.

use super::failure::Failure;
use super::new_args::NewArgs;
use super::{output, terminal};
use loyalsim::design::{self, Arg, Saying, templates};
use loyalsim::words::{Words, breakable, quoted};
use std::path::{Path, PathBuf};

/// What editors read the format from, beside the design; one for all designs of a folder.
const SCHEMA: &str = "loyalsim.schema.json";

/// Writes the design, and the schema that editors complete and check it by.
pub fn run(args: &NewArgs, words: Words<'static>) -> Result<(), Failure> {
    let target = target(&args.name)?;
    let folder = target.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new("."));
    if !folder.is_dir() {
        let folder = folder.display().to_string();
        return Err(Failure::Input(Saying::new("failure-no-folder").with("folder", folder)));
    }
    if target.is_dir() {
        let folder = target.display().to_string();
        return Err(Failure::Input(Saying::new("failure-folder-there").with("folder", folder)));
    }
    let text = starter(&target, args, words)?;
    output::write_one(&target, text.as_bytes(), args.force)?;
    output::write_one(&folder.join(SCHEMA), design::schema_text().as_bytes(), true)?;
    let (name, typed) = (target.display().to_string(), quoted(&target.display().to_string()));
    let written = words.say("new-written", &[("file", name.into()), ("schema", SCHEMA.into())]);
    let next = format!("  loyalsim check {typed}\n  loyalsim run {typed}\n");
    terminal::say(&breakable(&format!("{written}\n{}\n{next}", words.say("new-next", &[]))))
}

/// The starter design, that of a program that runs already, or that of a template, titled after its file.
fn starter(target: &Path, args: &NewArgs, words: Words<'_>) -> Result<String, Failure> {
    let stem = target.file_stem().map(|s| s.to_string_lossy()).unwrap_or_default();
    let text = match args.template.as_deref() {
        None if args.today => words.starter_today(&stem),
        None => words.starter(&stem),
        Some(name) => words.template(name, &stem).ok_or_else(|| {
            let what = Saying::new("failure-template").with("name", name);
            Failure::Input(what.with("names", Arg::any_of(templates())))
        })?,
    };
    Ok(format!("#:schema {SCHEMA}\n{text}"))
}

fn target(name: &Path) -> Result<PathBuf, Failure> {
    let (Some(file), false) = (name.file_name(), ends_in_separator(name)) else {
        let name = name.display().to_string();
        return Err(Failure::Input(Saying::new("failure-no-name").with("name", name)));
    };
    let mut file = file.to_owned();
    if name.extension().is_none_or(|e| !e.eq_ignore_ascii_case("toml")) {
        file.push(".toml");
    }
    Ok(name.with_file_name(file))
}

fn ends_in_separator(name: &Path) -> bool {
    name.to_string_lossy().ends_with(std::path::is_separator)
}

#[cfg(test)]
mod tests {
    use super::*;
    use loyalsim::words::Language;

    #[test]
    fn names_get_their_ending_once() {
        for (name, file) in
            [("a", "a.toml"), ("b/a.toml", "b/a.toml"), ("v1.2", "v1.2.toml"), ("A.TOML", "A.TOML")]
        {
            assert_eq!(target(Path::new(name)).unwrap(), Path::new(file));
        }
        assert!(
            target(Path::new("a/")).is_err()
                && target(Path::new("")).is_err()
                && target(Path::new("..")).is_err()
        );
    }

    #[test]
    fn the_title_stays_a_toml_string() {
        for today in [false, true] {
            let name = PathBuf::from("my \"shop\".toml");
            let args = NewArgs { name: name.clone(), template: None, today, force: false };
            let text = starter(&name, &args, Words::new(Language::En)).unwrap();
            assert!(text.contains("title = \"my shop\"\n") && text.contains("\n[today]\n") == today);
        }
    }
}
