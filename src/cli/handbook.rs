//! What shells and manuals know of the command line: `loyalsim completions`, `loyalsim man`.

use super::args::Cli;
use super::failure::{Failure, reason};
use super::handbook_args::{CompletionsArgs, ManArgs};
use super::{output, terminal};
use clap::CommandFactory;
use loyalsim::design::Saying;

/// Prints what a shell reads to complete commands and options.
pub fn completions(args: &CompletionsArgs) -> Result<(), Failure> {
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut Cli::command(), "loyalsim", &mut script);
    terminal::say(&String::from_utf8_lossy(&script))
}

/// Writes a manual page for the program and for each of its commands.
pub fn man(args: &ManArgs) -> Result<(), Failure> {
    let refused = |e: &std::io::Error| {
        let said = Saying::new("failure-file").with("file", args.folder.display().to_string());
        Failure::Runtime(said.with("why", reason(e)))
    };
    std::fs::create_dir_all(&args.folder).map_err(|e| refused(&e))?;
    let mut program = Cli::command().disable_help_subcommand(true);
    program.build();
    let commands: Vec<clap::Command> =
        program.get_subcommands().filter(|command| !command.is_hide_set()).cloned().collect();
    for command in std::iter::once(program).chain(commands) {
        let page = clap_mangen::Man::new(command);
        let mut text = Vec::new();
        page.render(&mut text).map_err(|e| refused(&e))?;
        output::write_one(&args.folder.join(page.get_filename()), &text, true)?;
    }
    Ok(())
}
