//! Why a command ends without doing what it was asked to: what, why, what to do, and the exit code.

use std::process::ExitCode;

/// A command that could not do its work.
#[derive(Debug)]
pub enum Failure {
    /// Something is wrong with what the user gave: exit code 2.
    Input {
        /// What is wrong, with its place.
        what: String,
        /// What to do about it; empty when the text says it already.
        remedy: String,
    },
    /// Something went wrong on the way: exit code 1.
    Runtime {
        /// What went wrong, with its place.
        what: String,
        /// What to do about it.
        remedy: String,
    },
    /// The user stopped the run: exit code 130, as for every program stopped with Ctrl-C.
    Interrupted,
    /// The faults have been printed already: exit code 2.
    Reported,
}

impl Failure {
    /// A fault of the input.
    pub fn input(what: impl Into<String>, remedy: impl Into<String>) -> Self {
        Self::Input { what: what.into(), remedy: remedy.into() }
    }

    /// A failure at run time.
    pub fn runtime(what: impl Into<String>, remedy: impl Into<String>) -> Self {
        Self::Runtime { what: what.into(), remedy: remedy.into() }
    }

    /// What the process returns.
    pub fn exit_code(&self) -> ExitCode {
        ExitCode::from(match self {
            Self::Input { .. } | Self::Reported => 2,
            Self::Runtime { .. } => 1,
            Self::Interrupted => 130,
        })
    }

    /// What the user reads; empty when it has been said already.
    pub fn message(&self) -> String {
        match self {
            Self::Input { what, remedy } | Self::Runtime { what, remedy } if remedy.is_empty() => {
                format!("error: {what}\n")
            }
            Self::Input { what, remedy } | Self::Runtime { what, remedy } => {
                format!("error: {what}\n  help: {remedy}\n")
            }
            Self::Interrupted | Self::Reported => String::new(),
        }
    }
}
