//! A JSON string that is decoded where somebody needs it.

use std::borrow::Cow;

use memchr::memmem;
use readers::book::Content;

use super::needles::Needles;

/// A JSON string as it was received, quotes included, decoded only where somebody needs it.
///
/// Most chapters of a book have nothing for us; looking into them encoded is what keeps a build fast.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct EncodedText<'a> {
    json: &'a str,
    found: Needles,
}

impl<'a> EncodedText<'a> {
    /// Takes a JSON string literal with its quotes; `None` for any other JSON value.
    pub(crate) fn new(json: &'a str) -> Option<Self> {
        let is_text = json.len() >= 2 && json.starts_with('"') && json.ends_with('"');
        is_text.then(|| Self { json, found: Needles::of(json) })
    }

    /// The JSON literal, quotes included.
    pub(crate) fn as_json(self) -> &'a str {
        self.json
    }

    /// The text, borrowed if nothing in it is escaped.
    ///
    /// Fails only on an escape that is no character, such as half a surrogate pair.
    pub(crate) fn decode(self) -> Result<Cow<'a, str>, serde_json::Error> {
        let inner = &self.json[1..self.json.len() - 1];
        if memchr::memchr(b'\\', inner.as_bytes()).is_none() {
            return Ok(Cow::Borrowed(inner));
        }
        serde_json::from_str(self.json).map(Cow::Owned)
    }

    /// Whether the text may contain `needle`, mostly answered without decoding it: false alarms are
    /// possible where the text is damaged, misses are not.
    pub(crate) fn may_contain(self, needle: &str) -> bool {
        let escaped = needle.bytes().any(is_escaped);
        let literal = || {
            let found = || memmem::find(self.json.as_bytes(), needle.as_bytes()).is_some();
            self.found.has(needle).unwrap_or_else(found)
        };
        if !escaped && literal() {
            return true;
        }
        let encoded = || escaped || self.found.has_numbered();
        encoded() && self.decode().map_or(true, |text| text.contains(needle))
    }

    /// Whether the text may start with `prefix`, under the same terms.
    pub(crate) fn may_start_with(self, prefix: &str) -> bool {
        let raw = &self.json[1..];
        if prefix.bytes().any(is_escaped) || raw.starts_with(r"\u") {
            return self.decode().map_or(true, |text| text.starts_with(prefix));
        }
        raw.starts_with(prefix)
    }
}

/// Whether JSON must or may write this byte with a short escape such as `\n` or `\/`.
fn is_escaped(byte: u8) -> bool {
    byte < b' ' || matches!(byte, b'"' | b'\\' | b'/')
}

impl Content for EncodedText<'_> {
    fn text(&self) -> Cow<'_, str> {
        // What cannot be decoded, mdBook cannot read back either: it will say so.
        self.decode().unwrap_or_default()
    }

    fn size(&self) -> usize {
        self.json.len()
    }

    fn mentions(&self, needle: &str) -> bool {
        self.may_contain(needle)
    }

    fn starts_with(&self, prefix: &str) -> bool {
        self.may_start_with(prefix)
    }

    fn first_lines(&self, most: usize) -> Cow<'_, str> {
        let inner = &self.json[1..self.json.len() - 1];
        if inner.len() <= most {
            return self.text();
        }
        // No escape has a space in it: there the string can be cut.
        let end = inner.as_bytes()[..most].iter().rposition(|byte| *byte == b' ').unwrap_or(0);
        let head: String =
            serde_json::from_str(&format!("\"{}\"", &inner[..end])).unwrap_or_default();
        Cow::Owned(head.rfind('\n').map_or_else(String::new, |end| head[..=end].to_owned()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(json: &str) -> EncodedText<'_> {
        EncodedText::new(json).unwrap()
    }

    #[test]
    fn only_strings_are_text() {
        assert!(
            ["null", "1", "[]", "\"", ""].into_iter().all(|json| EncodedText::new(json).is_none())
        );
        assert_eq!(text(r#""""#).decode().unwrap(), "");
    }

    #[test]
    fn nothing_is_copied_without_an_escape() {
        assert!(matches!(text(r#""größe 日本""#).decode(), Ok(Cow::Borrowed("größe 日本"))));
        assert_eq!(text(r#""a\r\n\"b\" \u0041""#).decode().unwrap(), "a\r\n\"b\" A");
        assert!(text(r#""\ud800""#).decode().is_err());
    }

    #[test]
    fn first_lines_are_whole_lines() {
        let json = r#""\u0023 Ein \"T\"\n\nZeile zwei ist lang\nEnde""#;
        assert_eq!(text(json).first_lines(100), "# Ein \"T\"\n\nZeile zwei ist lang\nEnde");
        assert_eq!(text(json).first_lines(30), "# Ein \"T\"\n\n");
        for most in 0..json.len() - 2 {
            let lines = text(json).first_lines(most).into_owned();
            assert!(lines.is_empty() || lines.ends_with('\n'), "{most}: {lines:?}");
            assert!(text(json).text().starts_with(&lines), "{most}: {lines:?}");
            let plain = text(json).text().into_owned();
            let lines = plain.first_lines(most);
            assert!(plain.starts_with(&lines[..]), "{most}");
        }
    }

    #[test]
    fn a_needle_is_found_however_it_is_written() {
        let needle = "<<#archdoc";
        let found = [
            r##""# T\n\n<<#archdoc adr-index>>""##,
            r#""\u003c<#archdoc""#,
            r#""\u003C\u003C\u0023archdoc""#,
            r#""<<#arch\u0064oc""#,
            r#""\ud800 damaged""#,
        ];
        assert!(found.into_iter().all(|json| text(json).may_contain(needle)));
        let absent = [r#""""#, r##""# plain <#archdoc""##, r#""bell \u0007 only""#];
        assert!(!absent.into_iter().any(|json| text(json).may_contain(needle)));
        assert!(text(r#""a\/b\nc""#).may_contain("a/b\nc"));
        // `\\u` in the text is a backslash and a letter, not an escape.
        assert!(!text(r#""C:\\u003cdir""#).may_contain("<dir"));
    }

    #[test]
    fn a_prefix_is_found_however_it_is_written() {
        assert!(text(r#""---\ntitle: x""#).may_start_with("---"));
        assert!(text(r#""\u002d--\n""#).may_start_with("---"));
        assert!(text(r#""---\n""#).may_start_with("---\n"));
        assert!(!text(r#""\n---""#).may_start_with("---"));
    }

    #[test]
    fn a_received_chapter_is_decoded_when_it_is_read() {
        let json = EncodedText::new(r#""\u003c<\u0023archdoc x>>""#).unwrap();
        let chapter = readers::book::Chapter::new("A", "src", "a.md", json);
        assert!(chapter.mentions("<<#archdoc"));
        assert_eq!(chapter.source().text(), "<<#archdoc x>>");
        assert_eq!(chapter.file(), "src/a.md");
    }
}
