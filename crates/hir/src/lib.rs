//! Names, types and norms on salsa; lowering to the program.
