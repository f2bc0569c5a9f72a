//! What people write with: setting a book up, beginning a chapter, filling one in.

pub mod derive;
mod error;
pub mod fill;
pub mod init;
pub mod new;
mod place;
pub mod record;
mod section;

pub use error::WorkbenchError;
pub use new::no_template;
pub use place::book_of;
