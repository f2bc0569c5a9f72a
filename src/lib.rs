//! The mdBook preprocessor that makes architecture documentation complete and keeps it true.
