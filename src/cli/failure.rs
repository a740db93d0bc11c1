//! Why a command ends without doing what it was asked to: what, why, what to do, and the exit code.

use loyalsim::design::{Arg, Saying};
use loyalsim::words::{Words, breakable};
use std::io::ErrorKind;
use std::process::ExitCode;

/// A command that could not do its work. What to do about it is the message `KEY-help`, if there is one.
#[derive(Debug)]
pub enum Failure {
    /// Something is wrong with what the user gave, with its place: exit code 2.
    Input(Saying),
    /// Something went wrong on the way, with its place: exit code 1.
    Runtime(Saying),
    /// The user stopped the run: exit code 130, as for every program stopped with Ctrl-C.
    Interrupted,
    /// The faults have been printed already: exit code 2.
    Reported,
    /// Results are not as they were written, which has been printed already: exit code 3.
    Differs,
}

impl Failure {
    /// A fault of the design in `file`.
    pub fn of_design(file: &str, fault: Saying) -> Self {
        Self::Input(Saying::new("failure-design").with("file", file).with("fault", fault))
    }

    /// A fault of the data in `file`.
    pub fn of_data(file: &str, fault: Saying) -> Self {
        Self::Input(Saying::new("failure-data").with("file", file).with("fault", fault))
    }

    /// A result that cannot be written in a format, and why, in the words of whatever writes it.
    pub fn unwritable(key: &'static str, why: &impl std::fmt::Display) -> Self {
        Self::Runtime(Saying::new(key).with("why", why.to_string()))
    }

    /// What the process returns.
    pub fn exit_code(&self) -> ExitCode {
        ExitCode::from(match self {
            Self::Input(_) | Self::Reported => 2,
            Self::Runtime(_) => 1,
            Self::Interrupted => 130,
            Self::Differs => 3,
        })
    }

    /// What the user reads; empty when it has been said already.
    pub fn message(&self, words: Words<'_>) -> String {
        match self {
            Self::Input(what) | Self::Runtime(what) => {
                let told = words.say("failure-line", &[("what", words.tell(what).into())]);
                // what is wrong with data, a part or a template has a remedy of its own
                let inner = what.args.iter().find_map(|(_, arg)| match arg {
                    Arg::Saying(inner)
                        if matches!(what.key, "failure-data" | "failure-part" | "failure-deck-template") =>
                    {
                        words.help(inner)
                    }
                    _ => None,
                });
                let help = words.help(what).or(inner);
                let help = help.map(|help| words.say("problem-help", &[("help", help.into())]));
                let help = help.map_or_else(String::new, |help| format!("  {help}\n"));
                breakable(&format!("{told}\n{help}"))
            }
            Self::Interrupted | Self::Reported | Self::Differs => String::new(),
        }
    }
}

/// Why the system refuses, in the reader's language where the reason is a usual one.
pub fn reason(error: &std::io::Error) -> Saying {
    match error.kind() {
        ErrorKind::PermissionDenied => Saying::new("why-permission-denied"),
        ErrorKind::ReadOnlyFilesystem => Saying::new("why-read-only"),
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => Saying::new("why-disk-full"),
        ErrorKind::NotADirectory | ErrorKind::AlreadyExists => Saying::new("why-file-there"),
        ErrorKind::IsADirectory => Saying::new("why-folder-there"),
        ErrorKind::FileTooLarge => Saying::new("why-file-size"),
        ErrorKind::NotFound => Saying::new("why-not-found"),
        _ => Saying::new("why-other").with("message", error.to_string()),
    }
}
