//! The words of a title in the name of a file.

/// How the words of a title are written in the name of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct SlugStyle {
    /// What joins them: a hyphen, an underscore, a space.
    pub(super) joint: char,
    /// Whether they keep their capitals.
    pub(super) capitals: bool,
}

impl SlugStyle {
    /// Lower case, hyphens.
    pub(super) const SLUG: Self = Self { joint: '-', capitals: false };

    /// Letters and digits, joined; between spaces also the signs that a name of a file and a link to it may have.
    pub(super) fn of(self, title: &str) -> String {
        const LONGEST: usize = 80;
        let sign = |c: char| self.joint == ' ' && matches!(c, '-' | '\'' | '’' | ',' | '+');
        let mut slug = String::new();
        let all = title.split(|c: char| !(c.is_alphanumeric() || sign(c)));
        for word in all.filter(|word| word.contains(char::is_alphanumeric)) {
            let word = if self.capitals { word.to_owned() } else { word.to_lowercase() };
            if !slug.is_empty() && slug.len() + word.len() >= LONGEST {
                break;
            }
            if !slug.is_empty() {
                slug.push(self.joint);
            }
            let fits = word.char_indices().take_while(|(at, c)| at + c.len_utf8() <= LONGEST);
            slug.extend(fits.map(|(_, c)| c));
        }
        slug
    }
}
