//! What people write with: setting a book up, beginning a chapter, filling one in.

mod error;
pub mod fill;
pub mod init;
pub mod new;
mod place;
mod section;
mod summary;

pub use error::WorkbenchError;
pub use place::book_of;
