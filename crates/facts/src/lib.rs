//! From JSON and YAML to slots.
