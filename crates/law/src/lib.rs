//! The structure of acts, and citations in words.
