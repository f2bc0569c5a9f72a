//! `[preprocessor.archdoc]`: read as written, resolved into [`Settings`].

pub mod env;
pub mod glob;
pub mod locate;
mod settings;
pub mod word;

pub use env::Environment;
pub use glob::PathSet;
pub use locate::{KeyPath, Origin, Places};
pub use settings::{
    ADR_DIRECTORIES, ADR_STATUSES, AdrChapters, AdrSettings, ChangeLogColumn, ChangeLogOrder,
    ChangeLogSettings, ChangeLogSource, DocumentSettings, Missing, Override, Settings, Unknown,
};
pub use word::Word;
