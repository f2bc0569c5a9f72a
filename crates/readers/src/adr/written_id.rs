//! A record's identifier as its own heading or file has it: `DEC-017`.

use crate::record_path;

use super::id::Id;
use super::record::Record;

impl Record {
    /// The identifier of a named series with the signs and the noughts that the heading has, else the file's name; none
    /// where neither shows it.
    pub fn written_id(&self) -> Option<String> {
        let Id::Series(series, number) = &self.id.as_ref()?.value else { return None };
        let heading = self.source.slice(self.heading);
        [heading, record_path::stem(&self.path)]
            .into_iter()
            .find_map(|text| written(text, series, *number))
    }
}

fn written(text: &str, series: &str, number: u64) -> Option<String> {
    let (folded, series) = (text.to_ascii_lowercase(), series.to_ascii_lowercase());
    let starts = folded.match_indices(&*series).map(|(at, _)| at);
    let begins = |at: &usize| !text[..*at].ends_with(|c: char| c.is_alphanumeric());
    starts.filter(begins).find_map(|at| {
        let rest = &text[at + series.len()..];
        let digits = rest.strip_prefix('-').unwrap_or(rest);
        let len = digits.bytes().take_while(u8::is_ascii_digit).count();
        let end = text.len() - digits.len() + len;
        let own = digits[..len].parse() == Ok(number) && digits.len() < rest.len();
        let ends = !text[end..].starts_with(|c: char| c.is_alphanumeric());
        (own && ends).then(|| text[at..end].to_owned())
    })
}

#[cfg(test)]
mod tests {
    use crate::adr::sample;

    #[test]
    fn noughts_are_written_as_the_record_has_them() {
        let written = |path: &str, heading: &str| {
            sample::record(path, &format!("# {heading}\n\nStatus: Accepted\n")).written_id()
        };
        assert_eq!(written("DEC-017-b.md", "DEC-017 — Use X").as_deref(), Some("DEC-017"));
        assert_eq!(written("dec-017-b.md", "DEC-17: Use X").as_deref(), Some("DEC-17"));
        assert_eq!(written("DEC-017-b.md", "Use X").as_deref(), Some("DEC-017"));
        assert_eq!(written("0017-b.md", "17. Use X"), None);
    }
}
