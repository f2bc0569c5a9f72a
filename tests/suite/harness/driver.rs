//! The two real mdBooks, as libraries.
//!
//! They have the same interface under different paths and no type in common, so the same code is
//! written once and compiled twice.

use std::error::Error;
use std::fs;
use std::path::Path;

use super::{Job, Task};

pub(super) type Result = std::result::Result<(), Box<dyn Error>>;

macro_rules! driver {
    ($module:ident, $driver:ident, $preprocess:path, $render:path) => {
        pub(super) mod $module {
            use $driver::MDBook;
            use $driver::book::{Book, BookItem};
            use $driver::config::Config;
            use $preprocess as preprocess;
            use $render as render;

            use super::*;

            pub(in super::super) fn run(job: &Job) -> Result {
                let mut config = Config::from_disk(job.root.join("book.toml"))?;
                // Quoted, because mdBook splits the command like a shell.
                let command = format!("'{}'", env!("CARGO_BIN_EXE_mdbook-archdoc"));
                config.set("preprocessor.archdoc.command", command)?;
                if !job.archdoc {
                    config.set("preprocessor.archdoc.renderers", ["none"])?;
                }
                if job.task == Task::RecordFirst {
                    config.build.use_default_preprocessors = false;
                }
                if job.task == Task::Build {
                    config.build.build_dir.clone_from(&job.out);
                }
                let mut book = MDBook::load_with_config(&job.root, config)?;
                let dump = Dump { job: job.clone() };
                match job.task {
                    Task::Dump => book.execute_build_process(&dump)?,
                    Task::Build => book.build()?,
                    Task::Record | Task::RecordFirst => {
                        let record = Record { job: job.clone() };
                        book.with_preprocessor(record).execute_build_process(&dump)?;
                    }
                }
                Ok(())
            }

            /// Writes each chapter's final Markdown under its source path.
            struct Dump {
                job: Job,
            }

            impl render::Renderer for Dump {
                fn name(&self) -> &str {
                    &self.job.renderer
                }

                fn render(&self, context: &render::RenderContext) -> $driver::errors::Result<()> {
                    for item in context.book.iter() {
                        let BookItem::Chapter(chapter) = item else { continue };
                        // A file from outside goes by its page.
                        let source = chapter.source_path.as_ref();
                        let source = source.filter(|path| !path.starts_with(".."));
                        let path = source.or(chapter.path.as_ref());
                        if let Some(path) = path {
                            write(&self.job.out.join(path), chapter.content.as_bytes())?;
                        }
                    }
                    Ok(())
                }
            }

            /// Writes down the message that mdBook would send to a preprocessor.
            struct Record {
                job: Job,
            }

            impl preprocess::Preprocessor for Record {
                fn name(&self) -> &'static str {
                    "record"
                }

                fn run(
                    &self,
                    context: &preprocess::PreprocessorContext,
                    book: Book,
                ) -> $driver::errors::Result<Book> {
                    let message = serde_json::to_vec(&(context, &book))?;
                    write(&self.job.out.join("message.json"), &message)?;
                    write(&self.job.out.join("book.json"), &serde_json::to_vec(&book)?)?;
                    Ok(book)
                }
            }
        }
    };
}

driver!(v05, mdbook_driver, mdbook_preprocessor, mdbook_renderer);
driver!(v04, mdbook04, mdbook04::preprocess, mdbook04::renderer);

fn write(path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    fs::create_dir_all(path.parent().unwrap_or(path))?;
    fs::write(path, bytes)
}
