//! From text to lossless syntax trees: item scan, pest per item, recovery per clause.
