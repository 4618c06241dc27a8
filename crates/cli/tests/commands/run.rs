//! Runs the binary in a folder of its own, on a small package or on the
//! reference policy.

use std::ffi::OsStr;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use serde_json::Value;
use tempfile::TempDir;

/// What a run left behind.
#[derive(Debug)]
pub struct Done {
    pub code: i32,
    pub out: String,
    pub err: String,
}

impl Done {
    /// Expects an exit code.
    #[track_caller]
    pub fn ends(self, code: i32) -> Done {
        assert_eq!(self.code, code, "{self:#?}");
        assert!(!self.err.contains("panicked"), "{}", self.err);
        self
    }

    /// Expects texts on standard error, and nothing on standard output.
    #[track_caller]
    pub fn refuses(self, texts: &[&str]) -> Done {
        let done = self.ends(2).tells(texts);
        assert_eq!(done.out, "");
        done
    }

    /// Expects texts on standard error.
    #[track_caller]
    pub fn tells(self, texts: &[&str]) -> Done {
        for text in texts {
            assert!(self.err.contains(text), "no {text:?} in\n{}", self.err);
        }
        self
    }

    /// Expects texts on standard output.
    #[track_caller]
    pub fn prints(self, texts: &[&str]) -> Done {
        for text in texts {
            assert!(self.out.contains(text), "no {text:?} in\n{}", self.out);
        }
        self
    }

    /// Standard output as JSON.
    #[track_caller]
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.out).unwrap_or_else(|error| panic!("{error}: {self:#?}"))
    }

    /// Standard output as a line of JSON each.
    #[track_caller]
    pub fn lines(&self) -> Vec<Value> {
        self.out.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
    }
}

/// A folder that is gone after the test, with a small package in `tiny`.
pub struct Folder(TempDir);

impl Folder {
    /// The folder and its package.
    pub fn new() -> Folder {
        let folder = Folder(TempDir::new().unwrap());
        folder.write("tiny/policy.toml", MANIFEST);
        folder.write("tiny/rules.pol", RULES);
        folder
    }

    /// Where something lies in it.
    pub fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    /// Writes a file.
    pub fn write(&self, name: &str, text: impl AsRef<[u8]>) {
        let path = self.path(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    }

    /// The binary with arguments, started here.
    pub fn command<A: AsRef<OsStr>>(&self, arguments: &[A]) -> Command {
        command(self.0.path(), arguments)
    }

    /// Runs the binary here.
    pub fn run<A: AsRef<OsStr>>(&self, arguments: &[A]) -> Done {
        finish(self.command(arguments).stdin(Stdio::null()), b"")
    }

    /// Runs the binary here with standard input.
    pub fn pipe<A: AsRef<OsStr>>(&self, arguments: &[A], input: impl AsRef<[u8]>) -> Done {
        finish(self.command(arguments).stdin(Stdio::piped()), input.as_ref())
    }

    /// Decides facts against `tiny`, as JSON.
    pub fn eval(&self, facts: &str, flags: &[&str]) -> Done {
        let arguments = ["eval", "tiny", "--facts", "-", "--format", "json"];
        self.pipe(&[&arguments, flags].concat(), facts)
    }
}

/// Decides facts in YAML against the reference policy, as JSON.
pub fn reference(facts: &str, flags: &[&str]) -> Done {
    let folder = TempDir::new().unwrap();
    let package = package();
    let arguments = ["eval", package.to_str().unwrap(), "--facts", "-", "--format", "json"];
    let arguments = [&arguments, flags].concat();
    finish(command(folder.path(), &arguments).stdin(Stdio::piped()), facts.as_bytes())
}

/// The reference policy.
pub fn package() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../policies/eu-ai-act")
}

fn command<A: AsRef<OsStr>>(folder: &Path, arguments: &[A]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_policyc"));
    command.args(arguments).current_dir(folder).stdout(Stdio::piped()).stderr(Stdio::piped());
    for name in ["NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE"] {
        command.env_remove(name);
    }
    command
}

fn finish(command: &mut Command, input: &[u8]) -> Done {
    let mut child = command.spawn().unwrap();
    feed(&mut child, input);
    let output = child.wait_with_output().unwrap();
    Done {
        code: output.status.code().unwrap_or(-1),
        out: String::from_utf8(output.stdout).unwrap(),
        err: String::from_utf8(output.stderr).unwrap(),
    }
}

/// Writes standard input from a thread of its own, so that neither side
/// waits for the other. A run that does not read it is no failure here.
fn feed(child: &mut Child, input: &[u8]) {
    if let Some(mut stdin) = child.stdin.take() {
        let input = input.to_owned();
        std::thread::spawn(move || {
            let _ = stdin.write_all(&input);
        });
    }
}

/// The manifest of the small package.
pub const MANIFEST: &str = r#"[policy]
name = "tiny"
version = "0.1.0"
source = "act"
languages = ["en"]
time_zone = "Europe/Brussels"

[profiles]
strict = { how_risky = "wide" }
"#;

/// Its rules: a prohibition with an exception and an open question, a duty of
/// the deployer and one of an authority.
pub const RULES: &str = r#"source act {
  title  "A short act"
  number "Regulation (EU) 2024/1"
}

facts {
  risky    : judgement  basis article 1
    ask "Is it risky?"
  doubtful : bool  basis article 1
    ask "Is it doubtful?"
  size     : integer  basis article 3
    ask "How large is it?"
  sealed   : bool  assumed false  basis article 2
    ask "Is it sealed?"
}

conduct {
  kinds       use lasting
  operators   deployer
  authorities inspector
  reported    : event  on use  basis article 3
    ask "When was the use reported?"
  inspected   : event  on use  basis article 4
    ask "When was the use inspected?"
}

constraint ends_after_it_starts {
  label  "Nothing ends before it starts"
  always conduct.until >= conduct.from
}

prohibition risk {
  label    "Risk"
  basis    article 1
  in force from 2024-08-01
  applies from 2025-02-02
  forbids  use
  element  risky  label "Risky" = risky
}

exception closed to risk {
  label    "Sealed"
  basis    article 2
  element  sealed label "Sealed" = sealed
}

issue how_risky on risk.risky {
  label "Is a doubtful one risky?"
  reading strict_words {
    label  "No"
    basis  article 1
    status text
    keeps
  }
  reading wide {
    label  "Yes"
    basis  article 1
    status consultation
    widens with doubtful
  }
}

obligation report {
  label        "Report"
  basis        article 3
  in force from 2024-08-01
  applies from 2025-02-02
  addressed to deployer
  on           use
  when         size > 100
  must         report label "Report" = conduct.reported
    at the latest 24 hours after conduct.from
}

obligation inspect {
  label        "Inspect"
  basis        article 4
  in force from 2024-08-01
  applies from 2025-02-02
  addressed to inspector
  on           use
  when         size > 1000
  must         inspect label "Inspect" = conduct.inspected
    at the latest 24 hours after conduct.from
}
"#;

/// Facts of `tiny` in which nothing is found and nothing is open.
pub const CLEAN: &str = "\
as_of: 2026-01-31
risky: { value: false, because: a test, assessed_by: a tester }
doubtful: false
size: 1
conduct:
- { id: u, kind: use, operator: deployer, from: 2026-01-01T09:00:00+01:00 }
";

/// Facts of `tiny` in which the prohibition is met.
pub const PROHIBITED: &str = "\
as_of: 2026-01-31
risky: { value: true, because: a test, assessed_by: a tester }
size: 1
conduct:
- { id: u, kind: use, operator: deployer, from: 2026-01-01T09:00:00+01:00 }
";

/// Facts of `tiny` in which only the open question is left.
pub const DOUBTFUL: &str = "\
as_of: 2026-01-31
risky: { value: false, because: a test, assessed_by: a tester }
doubtful: true
size: 1
conduct:
- { id: u, kind: use, operator: deployer, from: 2026-01-01T09:00:00+01:00 }
";

/// Facts of `tiny` in which the authority has not kept its duty.
pub const NOT_INSPECTED: &str = "\
as_of: 2026-01-31
risky: { value: false, because: a test, assessed_by: a tester }
doubtful: false
size: 2000
conduct:
- id: u
  kind: use
  operator: deployer
  from: 2026-01-01T09:00:00+01:00
  reported: 2026-01-01T12:00:00+01:00
  inspected: false
";
