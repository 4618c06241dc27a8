//! The command line: reads files, the clock and the environment, and hands
//! everything else to the crates below. No legal or language logic.

#![allow(clippy::disallowed_methods, reason = "this is the shell: IO, environment and clock belong here")]

mod arguments;
mod batch;
mod check;
mod disk;
mod eval;
mod finding;
mod output;
mod session;

use std::process::ExitCode;

use arguments::{Arguments, Verb};
use clap::Parser;

/// How a run ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Ending {
    /// Nothing to report.
    Clean = 0,
    /// There is a finding.
    Finding = 1,
    /// There is no complete answer.
    NoAnswer = 2,
}

fn main() -> ExitCode {
    let ending = match Arguments::parse().verb {
        Verb::Check(arguments) => check::run(&arguments),
        Verb::Eval(arguments) => eval::run(&arguments),
    };
    ExitCode::from(ending as u8)
}
