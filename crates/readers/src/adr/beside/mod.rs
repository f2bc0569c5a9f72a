//! What only the other records show: a number that a file's name does not have, the order of day and month, and which
//! texts are none beside them.
//!
//! | What | File |
//! |---|---|
//! | In which order it is asked | [`settle`] |
//! | Numbers from directories, headings and the files around | [`neighbours`] |
//! | The state of a page, of a title | [`page_status`], [`title_prefix`] |
//! | Which are no records, and why | [`apart`]: [`attached`], [`minutes`], [`reports`], [`copies`], [`pages`], [`index_entries`] |
//! | Relations that the other record confirms, or that no record has | [`confirmed`], [`existing`] |
//! | Numbers within a year, days that can be read in two ways | [`yearly`], [`order`] |
//! | What goes with another record | [`belonging`], by [`title_words`] and [`mention`] |

pub(super) mod apart;
mod attached;
pub(super) mod belonging;
mod confirmed;
pub(super) mod copies;
mod existing;
mod index_entries;
mod mention;
mod minutes;
mod neighbours;
mod order;
mod page_status;
mod pages;
mod reports;
pub(super) mod settle;
mod title_prefix;
mod title_words;
mod yearly;
