//! What must be known of a record, and of those beside it, before a rule may accuse it.

mod agreed_words;
pub(crate) mod convention;
pub(crate) mod dead_link;
pub(crate) mod drift;
pub(crate) mod habit;
pub(crate) mod heading;
pub(crate) mod hidden_heading;
pub(crate) mod namesakes;
pub(crate) mod owes;
pub(crate) mod passage;
pub(crate) mod rewording;
pub(crate) mod team_template;
pub(crate) mod usual_form;
pub(crate) mod usual_heading;
