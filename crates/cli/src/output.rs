//! Standard output and standard error.

use std::io::{self, Write};

use crate::{Ending, disk};

/// Prints results. A reader that has gone away ends the output quietly; any
/// other failure is told.
pub fn print(text: &str) -> io::Result<()> {
    let mut out = anstream::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        result => result,
    }
}

/// Ends a run whose results cannot be printed.
pub fn failed(error: &io::Error) -> Ending {
    tell(&disk::reason(error));
    Ending::NoAnswer
}

/// Prints everything that is not a result. Where it cannot be printed nobody
/// can be told.
pub fn tell(text: &str) {
    let mut out = anstream::stderr().lock();
    let _ = out.write_all(text.as_bytes());
    if !text.ends_with('\n') {
        let _ = out.write_all(b"\n");
    }
}

/// Data as JSON with a line break at the end.
pub fn json(data: &impl serde::Serialize) -> String {
    let mut text = serde_json::to_string_pretty(data).unwrap_or_default();
    text.push('\n');
    text
}
