//! Text for terminals and the logs of build servers.

use std::borrow::Cow;
use std::fmt::{self, Display};

use crate::wording::one_line;

/// Text that is shown and not obeyed: it steers no terminal, turns round no direction of writing, and
/// gives no command to a build server.
///
/// GitHub's runner obeys lines that begin with `::`, white space before it or not (`actions/runner`,
/// `ActionCommand.cs`); Azure's and `TeamCity`'s obey `##name[`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Printable(String);

impl Printable {
    /// Text of any number of lines.
    pub fn of(text: &str) -> Self {
        let text = text.replace("\r\n", "\n");
        let shown: Vec<String> = text.split('\n').map(line).collect();
        Self(shown.join("\n"))
    }

    /// Text where only one line has room.
    pub fn line(text: &str) -> Self {
        Self(line(&one_line(text)))
    }

    /// An author's text, for a report that counts its bytes: nothing changes its length. What such a
    /// report replaces itself (control characters of ASCII, directions) stays.
    pub fn source(text: &str) -> Cow<'_, str> {
        let obeyed = |c: char| matches!(c, '\u{80}'..='\u{9f}');
        if !text.contains(obeyed) && !text.contains("##") {
            return Cow::Borrowed(text);
        }
        Cow::Owned(without_brackets(&text.replace(obeyed, "\u{bf}")))
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The text.
    pub fn into_string(self) -> String {
        self.0
    }
}

impl Display for Printable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

fn line(text: &str) -> String {
    let shown = |c: char| match c {
        '\t' => ' ',
        '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{2028}' | '\u{2029}' => {
            char::REPLACEMENT_CHARACTER
        }
        c if c.is_control() => char::REPLACEMENT_CHARACTER,
        c => c,
    };
    let text: String = text.chars().map(shown).collect();
    let text = without_brackets(&text);
    match text.trim_start().strip_prefix("::") {
        Some(rest) => format!("{}: :{rest}", &text[..text.len() - rest.len() - 2]),
        None => text,
    }
}

/// `##vso[` as `##vso(`, which says the same to people.
fn without_brackets(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find("##") {
        let (before, command) = rest.split_at(at + 2);
        let name = command.trim_start_matches(|c: char| c.is_ascii_alphanumeric());
        out.push_str(before);
        out.push_str(&command[..command.len() - name.len()]);
        rest = match name.strip_prefix('[') {
            Some(after) => {
                out.push('(');
                after
            }
            None => name,
        };
    }
    out + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_terminal_is_not_steered() {
        let text = "a\u{1b}[2J\u{1b}]0;x\u{7}\u{9b}31m\tb\r\n\u{202e}c";
        assert_eq!(Printable::of(text).as_str(), "a�[2J�]0;x��31m b\n�c");
        assert_eq!(Printable::line(text).as_str(), "a�[2J�]0;x��31m b �c");
    }

    #[test]
    fn a_build_server_is_not_commanded() {
        let text = "one\n  ::error::two\nthree ::four\n##vso[task x]##[group] ## [a]";
        let expected = "one\n  : :error::two\nthree ::four\n##vso(task x]##(group] ## [a]";
        assert_eq!(Printable::of(text).as_str(), expected);
    }

    #[test]
    fn a_source_keeps_its_length() {
        let text = "é \u{9b}31m ##vso[x]";
        assert_eq!(Printable::source(text), "é ¿31m ##vso(x]");
        assert_eq!(Printable::source(text).len(), text.len());
        assert!(matches!(Printable::source("é [x]"), Cow::Borrowed(_)));
    }
}
