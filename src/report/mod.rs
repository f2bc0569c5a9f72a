//! What a report looks like, one file a format.

pub(crate) mod change_logs;
pub(crate) mod changes;
pub(crate) mod coverage;
pub(crate) mod display_paths;
pub(crate) mod github;
pub(crate) mod gitlab;
pub(crate) mod group;
pub(crate) mod human;
pub(crate) mod json;
pub(crate) mod junit;
pub(crate) mod records;
pub(crate) mod sarif;
pub(crate) mod short;
pub(crate) mod styled;
pub(crate) mod survey;
pub(crate) mod unread;
pub(crate) mod wrap;
