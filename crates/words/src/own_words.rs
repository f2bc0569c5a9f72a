//! A book's own words.

use crate::builder::Builder;
use crate::form::{FormError, Habits};
use crate::meaning::{Category, Meaning};

/// A book's own words, to be put beside the known ones.
///
/// ```
/// use mdbook_archdoc_words::{OwnWords, Status, Vocabulary};
///
/// let mut own = OwnWords::default();
/// own.add(Status::Accepted, "greenlit")?;
/// own.add_named("status", "draft", "on the bench").unwrap()?;
/// let words = Vocabulary::with(own);
/// let status = words.at_start::<Status>("Greenlit in May").unwrap();
/// assert!(status.meaning == Status::Accepted && status.languages.is_empty());
/// # Ok::<(), mdbook_archdoc_words::FormError>(())
/// ```
#[derive(Clone, Debug, Default)]
pub struct OwnWords(pub(crate) Builder);

impl OwnWords {
    /// Adds a word, in the notation of the language files. The first meaning that a word is given
    /// stays.
    pub fn add<M: Meaning>(&mut self, meaning: M, form: &str) -> Result<(), FormError> {
        self.0.add(M::CATEGORY, meaning.index(), 0, form, &Habits::default()).map(drop)
    }

    /// Adds a word to a category and meaning by their names in the language files; none where there
    /// are no such names.
    pub fn add_named(
        &mut self,
        category: &str,
        meaning: &str,
        form: &str,
    ) -> Option<Result<(), FormError>> {
        let category = Category::from_name(category)?;
        let index = category.meanings().iter().position(|name| *name == meaning)?;
        let index = u8::try_from(index).ok()?;
        Some(self.0.add(category, index, 0, form, &Habits::default()).map(drop))
    }
}
