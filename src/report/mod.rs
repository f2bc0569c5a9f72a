//! What a report looks like, one file a format.

pub mod change_logs;
pub mod github;
pub mod gitlab;
mod group;
pub mod human;
pub mod json;
pub mod junit;
pub mod records;
pub mod sarif;
pub mod short;
pub mod styled;
mod wrap;
