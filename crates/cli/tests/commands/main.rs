//! The binary as its users meet it: verbs and flags, files on disk, exit
//! codes, and what stands on which stream.
//!
//! Reading order: [`run`] the binary and the packages that it is given,
//! [`exit_codes`], [`choices`] (flags), [`streams`], [`batches`], [`schemas`],
//! [`bad_policies`] and [`bad_facts`], and over the reference policy
//! [`examples`] and [`golden_cases`].

#![allow(clippy::disallowed_methods, reason = "tests of the shell: they write files and start the binary")]

mod bad_facts;
mod bad_policies;
mod batches;
mod choices;
mod examples;
mod exit_codes;
mod golden_cases;
mod run;
mod schemas;
mod streams;
