//! Files that cannot be designs, and wrong command lines: refused at once, with a reason and a remedy.

use super::{INPUT, assert_fails, loyalsim, run};
use std::fs::{self, File};
use std::time::{Duration, Instant};

/// Every command that reads a design refuses the same files in the same words.
const READERS: [&str; 3] = ["check", "run", "explain"];

#[track_caller]
fn refused(name: &str, bytes: &[u8], words: &[&str]) {
    let home = tempfile::tempdir().unwrap();
    fs::write(home.path().join(name), bytes).unwrap();
    for command in READERS {
        assert_fails(&run(home.path(), &[command, name]), INPUT, words);
    }
    assert!(!home.path().join("loyalsim-out").exists(), "a refused design leaves nothing behind");
}

#[test]
fn a_missing_file() {
    let home = tempfile::tempdir().unwrap();
    for command in READERS {
        assert_fails(
            &run(home.path(), &[command, "none.toml"]),
            INPUT,
            &["there is no file none.toml", "help:"],
        );
    }
}

#[test]
fn a_folder() {
    let home = tempfile::tempdir().unwrap();
    assert_fails(&run(home.path(), &["run", "."]), INPUT, &["is a folder"]);
}

#[test]
fn an_empty_file() {
    refused("empty.toml", b"", &["empty.toml is empty", "loyalsim new"]);
    refused("blank.toml", b" \n\n", &["blank.toml is empty"]);
}

#[test]
fn binary_files() {
    refused("zero.toml", b"title = 'a'\0", &["zero.toml is not a text file"]);
    refused("program.toml", b"\x7fELF\x02\x01\0\0\0\0\0\0\0\0\0\0", &["not a text file"]);
    refused("latin.toml", b"a = 1\ntitle = 'caf\xe9'", &["not text in UTF-8", "line 2", "UTF-8"]);
}

/// What Notepad ("Unicode") and PowerShell's `>` write, and what old Windows programs write.
#[test]
fn other_encodings_are_named() {
    let text = "title = \"Аптека\"\n";
    let wide: Vec<u8> = format!("\u{feff}{text}").encode_utf16().flat_map(u16::to_le_bytes).collect();
    refused("wide.toml", &wide, &["encoded in UTF-16", "save it with the encoding UTF-8"]);
    let old = b"title = 1\nname = \"\xc0\xef\xf2\xe5\xea\xe0\"\n";
    refused("old.toml", old, &["windows-1251 (line 2)", "save it with the encoding UTF-8"]);
}

#[test]
fn a_huge_file_is_refused_without_being_read() {
    let home = tempfile::tempdir().unwrap();
    File::create(home.path().join("huge.toml")).unwrap().set_len(100_000_000_000).unwrap();
    let began = Instant::now();
    assert_fails(&run(home.path(), &["check", "huge.toml"]), INPUT, &["huge.toml is larger than 1000 kB"]);
    assert!(began.elapsed() < Duration::from_secs(5), "100 GB cannot be read in {:?}", began.elapsed());
}

#[test]
fn an_endless_standard_input_is_refused() {
    let home = tempfile::tempdir().unwrap();
    let output =
        loyalsim(home.path()).args(["check", "-"]).write_stdin(vec![b'#'; 2_000_000]).output().unwrap();
    assert_fails(&output, INPUT, &["standard input is larger"]);
}

#[cfg(unix)]
#[test]
fn an_unreadable_file() {
    use std::os::unix::fs::PermissionsExt;
    let home = super::shop();
    let file = home.path().join("shop.toml");
    fs::set_permissions(&file, fs::Permissions::from_mode(0o000)).unwrap();
    if File::open(&file).is_ok() {
        return; // the superuser reads everything
    }
    assert_fails(&run(home.path(), &["check", "shop.toml"]), INPUT, &["permission denied"]);
}

#[test]
fn wrong_command_lines() {
    let home = super::shop();
    for (args, word) in [
        (&[][..], "Usage"),
        (&["fly"], "unrecognized subcommand"),
        (&["run"], "<DESIGN>"),
        (&["run", "shop.toml", "--trials", "0"], "--trials"),
        (&["run", "shop.toml", "--trials", "many"], "--trials"),
        (&["run", "shop.toml", "--customers", "0"], "--customers"),
        (&["run", "shop.toml", "--threads", "0"], "--threads"),
        (&["run", "shop.toml", "--seed", "-1"], "--seed"),
        (&["run", "shop.toml", "--until", "0"], "--until"),
        (&["run", "shop.toml", "--until", "nan"], "--until"),
        (&["run", "shop.toml", "--format", "pdf"], "--format"),
        (&["check"], "<DESIGN>"),
    ] {
        assert_fails(&run(home.path(), args), INPUT, &[word]);
    }
}
