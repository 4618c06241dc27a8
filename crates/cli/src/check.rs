//! `policyc check`.

use words::problems::{CheckReport, render_problems};
use words::{Files, Style};

use crate::arguments::{CheckArguments, CheckFormat};
use crate::session::{Session, has_errors, tell_alone};
use crate::{Ending, output};

/// Checks a package and prints its problems.
pub fn run(arguments: &CheckArguments) -> Ending {
    let session = match Session::open(arguments.package.as_deref()) {
        Ok(session) => session,
        Err(problems) => {
            tell_alone(&problems, arguments.lang);
            return Ending::NoAnswer;
        }
    };
    let files: &Files<'_> = &|id| session.file(id);
    let voice = session.voice(arguments.lang);
    let report =
        CheckReport::new(env!("CARGO_PKG_VERSION"), session.policy.clone(), &session.problems, files, voice);
    let text = match arguments.format {
        CheckFormat::Json => output::json(&report),
        CheckFormat::Text => {
            let mut text = render_problems(&session.problems, files, voice, Style::Ansi);
            if !text.is_empty() {
                text.push('\n');
            }
            text + &words::notices::checked(session.name(), &report.summary, arguments.lang) + "\n"
        }
    };
    if let Err(error) = output::print(&text) {
        return output::failed(&error);
    }
    if has_errors(&session.problems) { Ending::Finding } else { Ending::Clean }
}
