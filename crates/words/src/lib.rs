//! Problems and explanations as sentences, in English and Dutch.
