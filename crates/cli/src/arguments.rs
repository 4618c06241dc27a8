//! The arguments of the command line.

use std::path::PathBuf;

use base::Lang;
use clap::{Args, Parser, Subcommand, ValueEnum};

/// Policy as code for law: check a policy, and decide the facts of a system
/// against it, with reasons and citations.
#[derive(Debug, Parser)]
#[command(name = "policyc", version, max_term_width = 100, after_help = EXIT_CODES)]
pub struct Arguments {
    /// What to do.
    #[command(subcommand)]
    pub verb: Verb,
}

const EXIT_CODES: &str = "Exit codes:
  0  nothing to report
  1  a finding: an outcome named in --fail-on, or errors found by check
  2  no complete answer: usage, unreadable files, facts that do not fit, a policy with errors

`policyc help eval` shows the options of a verb, with examples.";

/// The verbs.
#[derive(Debug, Subcommand)]
pub enum Verb {
    /// Check a policy and report its problems
    #[command(after_help = CHECK_EXAMPLES)]
    Check(CheckArguments),
    /// Decide facts against a policy, with reasons
    #[command(after_help = EVAL_EXAMPLES)]
    Eval(EvalArguments),
}

const CHECK_EXAMPLES: &str = "Examples:
  policyc check
  policyc check policies/eu-ai-act --lang nl
  policyc check policies/eu-ai-act --format json

Ends with 0 if there are no errors, 1 if there are, 2 if there is no package.";

const EVAL_EXAMPLES: &str = "Examples:
  policyc eval policies/eu-ai-act --facts system.yaml
  policyc eval --facts system.json --facts national-law.yaml --as-of 2026-12-02
  policyc eval --facts system.json --reading emotions_from_what=biometric --format markdown
  policyc eval --facts system.json --for authorising_authority --fail-on violated,pending
  policyc eval --batch --facts systems.ndjson > answers.ndjson

Ends with 0 if there is nothing to report, 1 on an outcome of --fail-on, 2 if there is no complete
answer. The answer goes to standard output, everything else to standard error.";

/// What `check` takes.
#[derive(Args, Debug)]
pub struct CheckArguments {
    /// The folder of the package; else the nearest one upward with a policy.toml
    pub package: Option<PathBuf>,
    /// How to print
    #[arg(long, value_enum, default_value_t = CheckFormat::Text)]
    pub format: CheckFormat,
    /// The language of messages
    #[arg(long, value_parser = language, default_value = "en")]
    pub lang: Lang,
}

/// How `check` prints.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum CheckFormat {
    /// For people
    Text,
    /// policyc/check/1
    Json,
}

/// What `eval` takes.
#[derive(Args, Debug)]
pub struct EvalArguments {
    /// The folder of the package; else the nearest one upward with a policy.toml
    pub package: Option<PathBuf>,
    /// A facts file in JSON or YAML, or - for standard input; repeat it to merge several
    #[arg(long, required = true, value_name = "FILE|-")]
    pub facts: Vec<PathBuf>,
    /// Read one system from each line (NDJSON), and answer each with a line of JSON
    #[arg(long)]
    pub batch: bool,
    /// The moment of assessment, such as 2026-12-02 (its end) or 2026-12-02T08:40:00+01:00; else the
    /// `as_of` of the facts, else now
    #[arg(long, value_name = "DATE")]
    pub as_of: Option<String>,
    /// Pick a reading of an open question of law; repeat it for several
    #[arg(long, value_name = "ISSUE=READING")]
    pub reading: Vec<String>,
    /// Pick the readings of a profile in policy.toml
    #[arg(long, value_name = "NAME")]
    pub profile: Option<String>,
    /// Leave unknown what the policy would assume of facts that are not given
    #[arg(long)]
    pub no_assumptions: bool,
    /// Report on one norm only
    #[arg(long, value_name = "NAME")]
    pub norm: Option<String>,
    /// The roles whose outcomes count for summary and exit code, with commas between them; else all
    /// operators
    #[arg(long = "for", value_name = "ROLE", value_delimiter = ',')]
    pub roles: Vec<String>,
    /// The language of the report
    #[arg(long, value_parser = language, default_value = "en")]
    pub lang: Lang,
    /// How to print; else text, or json with --batch
    #[arg(long, value_enum)]
    pub format: Option<EvalFormat>,
    /// The outcomes that end with exit code 1, with commas between them: prohibited, undetermined,
    /// excepted, not_met, out_of_scope, not_applicable; of obligations violated, undetermined,
    /// pending, fulfilled, not_triggered
    #[arg(long, value_name = "OUTCOME", value_delimiter = ',', default_value = "prohibited,violated")]
    pub fail_on: Vec<String>,
}

/// How `eval` prints.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum EvalFormat {
    /// A file note
    Text,
    /// policyc/eval/1, or policyc/batch/1 with --batch
    Json,
    /// A file note in Markdown
    Markdown,
}

fn language(text: &str) -> Result<Lang, String> {
    text.parse().map_err(|()| "the languages are en and nl".to_owned())
}
