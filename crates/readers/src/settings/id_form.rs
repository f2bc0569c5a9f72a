//! How a team writes its ids: `GOAL_{number}`, `{letters}.{number}`.
//!
//! ```text
//! {letters}   capitals           {number}    digits
//! all else    itself, in any case
//! ```

use std::ops::Range;

/// A form of ids.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IdForm(Vec<Part>);

#[derive(Clone, Debug, PartialEq, Eq)]
enum Part {
    Text(String),
    Letters,
    Number,
}

/// The names that stand in braces.
pub const ID_PARTS: [&str; 2] = ["letters", "number"];

impl IdForm {
    /// Reads a form; an error says what is wrong with it.
    ///
    /// # Errors
    /// There is no such placeholder, a brace is not closed, or it is not one number behind something else.
    pub fn read(form: &str) -> Result<Self, String> {
        let mut parts = Vec::new();
        let mut rest = form.trim();
        while let Some(open) = rest.find('{') {
            let (before, from) = rest.split_at(open);
            if !before.is_empty() {
                parts.push(Part::Text(before.to_owned()));
            }
            let unknown = || format!("`{from}` stands for nothing in an id");
            let close = from.find('}').ok_or_else(unknown)?;
            parts.push(match &from[1..close] {
                "letters" => Part::Letters,
                "number" => Part::Number,
                _ => return Err(format!("`{}` stands for nothing in an id", &from[..=close])),
            });
            rest = &from[close + 1..];
        }
        if !rest.is_empty() {
            parts.push(Part::Text(rest.to_owned()));
        }
        let numbers = parts.iter().filter(|part| **part == Part::Number).count();
        if numbers != 1 || parts.first() == Some(&Part::Number) {
            return Err(format!(
                "an id has one `{{number}}` with something before it, unlike `{form}`"
            ));
        }
        Ok(Self(parts))
    }

    /// The id that a text begins with.
    pub fn at_start(&self, text: &str) -> Option<Fit> {
        let mut at = 0;
        let mut number = 0..0;
        let mut exact = true;
        for part in &self.0 {
            let rest = &text[at..];
            let len = match part {
                Part::Text(wanted) => {
                    let found = rest.get(..wanted.len())?;
                    exact &= found == wanted;
                    found.eq_ignore_ascii_case(wanted).then_some(wanted.len())?
                }
                Part::Letters => of(rest, char::is_uppercase)?,
                Part::Number => of(rest, |c| c.is_ascii_digit())?,
            };
            if *part == Part::Number {
                number = at..at + len;
            }
            at += len;
        }
        let ends = !text[at..].starts_with(|c: char| c.is_alphanumeric() || c == '_');
        ends.then_some(Fit { len: at, number, exact })
    }
}

/// An id of a form at the start of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fit {
    /// Its length.
    pub len: usize,
    /// Where its number stands.
    pub number: Range<usize>,
    /// Whether it is written as the form is, in its case too.
    pub exact: bool,
}

/// The length of what fits at the start of a text; none where nothing does.
fn of(text: &str, fits: impl Fn(char) -> bool) -> Option<usize> {
    let len = text.find(|c| !fits(c)).unwrap_or(text.len());
    (len > 0).then_some(len)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_form_finds_its_ids() {
        let goal = IdForm::read("Goal #{number}").unwrap();
        let fit = |exact| Some(Fit { len: 8, number: 6..8, exact });
        assert_eq!(goal.at_start("Goal #12: fast"), fit(true));
        assert_eq!(goal.at_start("goal #12: fast"), fit(false));
        assert_eq!(goal.at_start("Goal #12th"), None);
        let dotted = IdForm::read("{letters}.{number}").unwrap();
        assert_eq!(dotted.at_start("QG.1"), Some(Fit { len: 4, number: 3..4, exact: true }));
        assert_eq!(dotted.at_start("qg.1"), None);
    }

    #[test]
    fn a_form_that_finds_anything_is_none() {
        for wrong in ["{number}", "{digits}", "GOAL", "{letters", "{letters}", "A{number}.{number}"]
        {
            assert!(IdForm::read(wrong).is_err(), "{wrong}");
        }
    }
}
