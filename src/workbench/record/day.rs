//! How the records of a directory write a day, for the next one.

use readers::adr::Record;
use text::source::Span;
use words::date::{self, Date};
use words::{DateWord, Language, Month, Vocabulary, is_unspaced};

/// The parts of a written date, in their order.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Shape(Vec<Part>);

/// One of them.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Part {
    Year,
    /// A number, with a leading zero or without.
    Month {
        padded: bool,
    },
    /// A word of a language, with a capital or without.
    Name {
        language: Language,
        form: NameForm,
        lower: bool,
    },
    Day {
        padded: bool,
    },
    /// `st`, `nd`, `rd`, `th`
    Ordinal,
    /// What stands between.
    Text(String),
}

/// How a month's name is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum NameForm {
    Full,
    /// As it stands behind a day: `ноября`.
    Inflected,
    /// With about so many letters.
    Short(usize),
}

/// What English has behind a day.
const ORDINALS: [&str; 4] = ["th", "st", "nd", "rd"];

impl Shape {
    /// That of a record's date: none where its parts can be told in two ways, or say more than a day.
    /// `language` is that of the records: some have the same names of months.
    pub(super) fn of(record: &Record, language: Option<Language>) -> Option<Self> {
        let date = record.date.as_ref()?;
        let source = &record.source;
        let found = |text| date::first(text).map(|found| &text[found.span]);
        // One that a status has stands behind its word.
        let behind = || {
            let end = source.line_span(source.line(date.span.start)).end;
            found(source.slice(Span::new(date.span.end.min(end), end)))
        };
        let written = found(source.slice(date.span)).or_else(behind)?;
        Self::read(written, date.value, language)
    }

    fn read(written: &str, date: Date, language: Option<Language>) -> Option<Self> {
        let (month, day) = (date.month, date.day?);
        let pieces = pieces(written);
        let name = |piece: &str| {
            let found = Vocabulary::known().whole::<Month>(piece)?;
            (found.meaning.number() == month).then_some((found.meaning, found.languages))
        };
        let named = pieces.iter().any(|piece| name(piece).is_some());
        // `15` shows no leading zero and none left out.
        let bare = named || pieces.iter().any(|one| one.len() == 1 && one.parse::<u8>().is_ok());
        let mut parts = Vec::new();
        for piece in pieces {
            let padded = piece.starts_with('0') || piece.len() == 2 && !bare;
            parts.push(match piece.parse::<u16>() {
                Ok(_) if piece.len() == 4 => Part::Year,
                Ok(number) if number == u16::from(day) && (named || month != day) => {
                    Part::Day { padded }
                }
                Ok(number) if number == u16::from(month) && !named && month != day => {
                    Part::Month { padded }
                }
                Ok(_) => return None,
                Err(_) if !piece.contains(char::is_alphabetic) => Part::Text(piece.to_owned()),
                Err(_) => match name(piece) {
                    Some((meaning, languages)) => {
                        let likely = language.into_iter().chain([Language::ENGLISH]);
                        let likely = likely.filter(|one| languages.contains(*one));
                        let mut known = likely.chain(languages.iter());
                        let language = known.find(|one| writes(meaning, *one, piece))?;
                        let full = Vocabulary::wording(meaning, language);
                        let form = match full {
                            Some(full) if same(full, piece) => NameForm::Full,
                            Some(full) if !is_short(piece, full) => NameForm::Inflected,
                            _ => NameForm::Short(piece.chars().count()),
                        };
                        Part::Name { language, form, lower: piece.starts_with(char::is_lowercase) }
                    }
                    None => other(piece, parts.last())?,
                },
            });
        }
        let once =
            |wanted: fn(&Part) -> bool| parts.iter().filter(|part| wanted(part)).count() == 1;
        let whole = once(|part| matches!(part, Part::Year))
            && once(|part| matches!(part, Part::Month { .. } | Part::Name { .. }))
            && once(|part| matches!(part, Part::Day { .. }));
        whole.then_some(Self(parts))
    }

    /// A day in this shape.
    pub(super) fn write(&self, date: Date) -> String {
        let day = date.day.unwrap_or(1);
        let number = |number: u8, padded: bool| {
            if padded { format!("{number:02}") } else { number.to_string() }
        };
        let part = |part: &Part| match part {
            Part::Year => date.year.to_string(),
            Part::Month { padded } => number(date.month, *padded),
            Part::Name { language, form, lower } => {
                let name = month_name(date.month, *language, *form);
                if *lower { name.to_lowercase() } else { name.to_owned() }
            }
            Part::Day { padded } => number(day, *padded),
            Part::Ordinal => ordinal(day).to_owned(),
            Part::Text(text) => text.clone(),
        };
        self.0.iter().map(part).collect()
    }
}

/// A word that is no month: what stands behind a day, or joins the parts.
fn other(piece: &str, before: Option<&Part>) -> Option<Part> {
    let words = Vocabulary::known();
    let joins = words.is(DateWord::Of, piece) || words.is(DateWord::Article, piece);
    match before {
        Some(Part::Day { .. }) if ORDINALS.contains(&piece) => Some(Part::Ordinal),
        _ if joins || piece.chars().all(is_unspaced) => Some(Part::Text(piece.to_owned())),
        _ => None,
    }
}

/// Digits, letters and signs apart.
fn pieces(text: &str) -> Vec<&str> {
    let kind = |c: char| (c.is_ascii_digit(), c.is_alphabetic());
    let mut pieces = Vec::new();
    let mut start = 0;
    for (at, c) in text.char_indices() {
        let differs = text[start..].chars().next().is_some_and(|first| kind(first) != kind(c));
        if differs {
            pieces.push(&text[start..at]);
            start = at;
        }
    }
    pieces.push(&text[start..]);
    pieces
}

fn same(a: &str, b: &str) -> bool {
    a.to_lowercase() == b.to_lowercase()
}

fn writes(month: Month, language: Language, name: &str) -> bool {
    Vocabulary::wordings(month, language).any(|word| same(word, name))
}

/// A month's name in a form, or in full where the language has no such form.
fn month_name(month: u8, language: Language, form: NameForm) -> &'static str {
    let months = Month::ALL.iter().filter(|one| one.number() == month);
    let names: Vec<&str> =
        months.flat_map(|&month| Vocabulary::wordings(month, language)).collect();
    let full = names.first().copied().unwrap_or_default();
    let found = match form {
        NameForm::Full => None,
        NameForm::Inflected => names.iter().skip(1).find(|name| !is_short(name, full)),
        NameForm::Short(letters) => {
            let short = names.iter().filter(|name| is_short(name, full));
            short.min_by_key(|name| name.chars().count().abs_diff(letters))
        }
    };
    found.copied().unwrap_or(full)
}

/// Whether a name is an abbreviation of another one, and no form of it.
fn is_short(name: &str, full: &str) -> bool {
    let (name, full) = (name.to_lowercase(), full.to_lowercase());
    name != full && full.starts_with(&name) || name.chars().count() + 2 <= full.chars().count()
}

const fn ordinal(day: u8) -> &'static str {
    match (day % 10, day) {
        (_, 11..=13) => "th",
        (1, _) => "st",
        (2, _) => "nd",
        (3, _) => "rd",
        _ => "th",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn next(written: &str, day: (i16, u8, u8)) -> Option<String> {
        let date = date::first(written)?.reading.exact()?;
        let next = Date::from_day(day.0, day.1, day.2)?;
        Some(Shape::read(written, date, None)?.write(next))
    }

    #[test]
    fn a_day_is_written_as_the_others_are() {
        for (written, expected) in [
            ("2024-03-15", "2026-11-02"),
            ("15.03.2024", "02.11.2026"),
            ("3/15/2024", "11/2/2026"),
            ("March 15, 2024", "November 2, 2026"),
            ("Mar 15th, 2024", "Nov 2nd, 2026"),
            ("15 March 2024", "2 November 2026"),
            ("15. März 2024", "2. November 2026"),
            ("15 de março de 2024", "2 de novembro de 2026"),
            ("15 марта 2024", "2 ноября 2026"),
            ("15 Jun 2024", "2 Nov 2026"),
            ("15 нояб 2024", "2 нояб 2026"),
            ("15 дек 2024", "2 ноя 2026"),
            ("15 févr 2024", "2 nov 2026"),
            ("2024年3月15日", "2026年11月2日"),
        ] {
            assert_eq!(next(written, (2026, 11, 2)).as_deref(), Some(expected), "{written}");
        }
    }

    #[test]
    fn what_can_be_told_in_two_ways_shows_nothing() {
        assert_eq!(next("2024-05-05", (2026, 11, 2)), None);
        assert_eq!(next("March 2024", (2026, 11, 2)), None);
    }
}
