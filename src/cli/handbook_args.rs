//! What may be typed after `loyalsim completions` and `loyalsim man`.

use clap::Args;
use clap_complete::Shell;
use std::path::PathBuf;

/// Examples, at the end of the help.
pub const COMPLETIONS_EXAMPLES: &str = "\
Examples:
  loyalsim completions bash > ~/.local/share/bash-completion/completions/loyalsim
  loyalsim completions zsh > ~/.zfunc/_loyalsim            (with ~/.zfunc in $fpath)
  loyalsim completions fish > ~/.config/fish/completions/loyalsim.fish
  loyalsim completions powershell >> $PROFILE";

/// Options of `completions`.
#[derive(Debug, Args)]
pub struct CompletionsArgs {
    /// The shell
    pub shell: Shell,
}

/// Options of `man`.
#[derive(Debug, Args)]
pub struct ManArgs {
    /// Folder for the pages
    #[arg(value_name = "DIR")]
    pub folder: PathBuf,
}
