//! Every command, killed by the system at its writes and renames: the folder then holds the old result or the new one.
//!
//! Needs `strace`, which kills at a chosen call; where there is none the test says so and is skipped. `LOYALSIM_TEST_KILLS=all` tries
//! every call, otherwise every rename and one write in a hundred and fifty.

use super::folder::{COMMANDS, shops, small};
use super::{assert_succeeds, run};
use std::fs;
use std::os::unix::process::ExitStatusExt;
use std::path::Path;
use std::process::{Command, Stdio};

const KILLED: i32 = 9;
/// One write in so many is tried unless all are asked for.
const SOME: usize = 150;

/// The command under `strace`, killed as it enters the call of the group `calls` for the `nth` time in any of its threads; whether it was.
fn killed(home: &Path, args: &[&str], calls: &str, nth: usize) -> bool {
    let inject = format!("inject={calls}:signal=SIGKILL:when={nth}");
    let status = Command::new("strace")
        .args(["-f", "-qq", "-o", "/dev/null", "-e", &format!("trace={calls}"), "-e", &inject])
        .arg(assert_cmd::cargo::cargo_bin!("loyalsim"))
        .args(args)
        .current_dir(home)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .unwrap();
    status.signal() == Some(KILLED) || status.code() == Some(128 + KILLED)
}

fn manifest(home: &Path) -> String {
    fs::read_to_string(home.join("here/manifest.json")).unwrap_or_default()
}

#[test]
fn a_killed_command_leaves_the_old_result_or_the_new_one() {
    if Command::new("strace").arg("-V").stdout(Stdio::null()).status().is_err() {
        eprintln!("SKIPPED: no strace here, nothing was killed");
        return;
    }
    let all = std::env::var_os("LOYALSIM_TEST_KILLS").is_some_and(|kills| kills == "all");
    let mut tried = 0;
    for command in COMMANDS {
        let home = shops();
        let (old, new) =
            ([&small(command)[..], &["-q"]].concat(), [&small(command)[..], &["-q", "-s", "2"]].concat());
        let result = |args: &[&str]| {
            assert_succeeds(&run(home.path(), args));
            manifest(home.path())
        };
        let after = result(&new);
        for (calls, step) in [
            ("rename,renameat,renameat2", 1),
            ("write,pwrite64,writev", if all { 1 } else { SOME }),
            ("openat,unlinkat,mkdir,fsync", if all { 1 } else { 5 * SOME }),
        ] {
            let mut before = result(&old);
            assert_ne!(before, after);
            for nth in (1..).step_by(step) {
                let dead = killed(home.path(), &new, calls, nth);
                let found = manifest(home.path());
                let what = format!("{command:?}, killed at {calls} {nth}");
                assert!(found == before || found == after, "{what}: another manifest");
                let verified = run(home.path(), &["verify", "here"]);
                assert_succeeds(&verified);
                assert!(
                    !super::stdout(&verified).contains("Not part"),
                    "{what}: {}",
                    super::stdout(&verified)
                );
                tried += 1;
                if !dead {
                    assert_eq!(found, after, "{what}");
                    break;
                }
                if found == after {
                    before = result(&old);
                }
            }
        }
        assert_succeeds(&run(home.path(), &new));
        let left: Vec<_> = fs::read_dir(home.path()).unwrap().map(|e| e.unwrap().file_name()).collect();
        assert!(!left.iter().any(|name| name.to_string_lossy().contains("unfinished")), "{left:?}");
    }
    assert!(tried > 9 * 4, "{tried}");
}
