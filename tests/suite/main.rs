//! All integration tests in one binary: it links once, and shares the harness.

mod adr_life;
mod adr_new;
mod adr_places;
mod adr_properties;
mod agreement;
mod binding_shapes;
mod change_log;
mod change_log_properties;
mod check;
mod cli;
mod dead_links;
mod drift;
#[cfg(feature = "mdbook")]
mod embed;
mod expand_properties;
mod first;
mod gold_adr;
mod gold_change_log;
mod gold_documents;
mod golden;
mod growth;
mod harness;
mod hints;
mod house;
mod manifests;
mod outside;
mod own_templates;
mod protocol;
mod render;
mod rules;
mod silence;
mod since;
mod tree;
mod unasked;
mod unknowable;
mod workbench;
