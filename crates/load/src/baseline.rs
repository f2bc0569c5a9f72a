//! The file of known findings, read from disk.

use std::io;
use std::path::Path;

use judge::baseline::{Baseline, InvalidBaseline};
use readers::files::Bounds;
use readers::settings::Settings;
use text::link::slashed;
use text::source::{Place, Source};

/// Why a baseline cannot be used.
#[derive(Clone, Debug, thiserror::Error)]
pub enum BaselineError {
    /// It is not there.
    #[error("the baseline `{0}` does not exist")]
    Absent(String),
    /// It cannot be read.
    #[error("cannot read the baseline `{file}`: {problem}")]
    Io {
        /// The file.
        file: String,
        /// The system's words.
        problem: String,
    },
    /// The configuration names a file outside of the repository.
    #[error("the baseline `{file}` lies outside of the repository")]
    Outside {
        /// The file.
        file: String,
        /// The setting.
        place: Box<Place>,
    },
    /// It is not what we write.
    #[error(transparent)]
    Invalid(#[from] InvalidBaseline),
}

impl BaselineError {
    /// Where it is wrong.
    pub fn place(&self) -> Option<&Place> {
        match self {
            Self::Invalid(invalid) => Some(&invalid.place),
            Self::Outside { place, .. } => Some(place),
            Self::Absent(_) | Self::Io { .. } => None,
        }
    }

    /// What can be done about it.
    pub fn help(&self) -> Option<String> {
        match self {
            Self::Absent(_) => Some("`mdbook-archdoc check --write-baseline` writes it".to_owned()),
            Self::Outside { .. } => Some(
                "name a file of the repository: `baseline = \"archdoc-baseline.toml\"`; \
                 `check --baseline FILE` reads any"
                    .to_owned(),
            ),
            Self::Invalid(_) => Some(InvalidBaseline::HELP.to_owned()),
            Self::Io { .. } => None,
        }
    }
}

/// Reads the baseline that a book's settings name, by its path relative to the book's root; none where none
/// is named.
///
/// # Errors
/// It is named and cannot be read or understood, or lies outside of the repository.
pub fn baseline(root: &Path, settings: &Settings) -> Result<Option<Baseline>, BaselineError> {
    let Some(file) = settings.baseline.as_deref() else { return Ok(None) };
    let path = root.join(file);
    // What is typed on the command line is absolute, and meant. One that is not there could be written.
    let there = path.ancestors().find(|path| path.exists()).unwrap_or(root);
    if Path::new(file).is_relative() && Bounds::around(root).refuse(there).is_some() {
        let place = settings.places.value(&["baseline"].into()).place;
        return Err(BaselineError::Outside { file: file.to_owned(), place: Box::new(place) });
    }
    let name = slashed(path.strip_prefix(root).unwrap_or(&path));
    let text = readers::files::read_text(&path).map_err(|error| match error.kind() {
        io::ErrorKind::NotFound => BaselineError::Absent(name.clone()),
        _ => BaselineError::Io { file: name.clone(), problem: error.to_string() },
    })?;
    Ok(Some(Baseline::of(Source::new(name, text))?))
}
