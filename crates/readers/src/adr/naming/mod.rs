//! How the records of a directory are named and headed, for the one that comes next.

mod heading;
mod title_slug;

use words::date::{self, Date};

use super::id::Id;
use super::name::Name;
use super::record::Record;
use crate::record_path;
use heading::{heading_style, word};
use text::link;
use text::markdown::front_matter;
use text::tally::commonest;
use title_slug::SlugStyle;

/// The style of most records of a directory.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Naming {
    name: NameStyle,
    words: SlugStyle,
    /// What stands in front of a heading's words, with `#` for each digit of the number: `ADR-###: `, `ADR: `; none
    /// where nothing does.
    heading: Option<String>,
    /// What the team calls a record: `ADR`, `RFC`.
    word: &'static str,
}

/// What stands around a title's words in what a record is called on disk.
#[derive(Clone, Debug, PartialEq, Eq)]
struct NameStyle {
    /// In front of the number: `adr-`, mostly nothing.
    prefix: String,
    /// How many digits the number has; none where records have no numbers.
    digits: Option<usize>,
    /// How the day is written that comes first; none where none does.
    day: Option<Day>,
    /// Between number and words: `-`, `. `.
    separator: String,
    place: Place,
}

impl Default for NameStyle {
    /// `0012-`
    fn default() -> Self {
        let (prefix, separator) = (String::new(), "-".to_owned());
        Self { prefix, digits: Some(4), day: None, separator, place: Place::File }
    }
}

impl NameStyle {
    /// `use-a-queue`, where several records are called so and none has a number anywhere.
    fn without_numbers(records: &[Record]) -> Option<Self> {
        const FEWEST: usize = 2;
        let is_bare = |record: &Record| record.id.is_none() && record.number().is_none();
        let bare = records.len() >= FEWEST && records.iter().all(is_bare);
        let (prefix, separator) = (String::new(), String::new());
        let place = most(records.iter().map(place)).filter(|_| bare)?;
        Some(Self { prefix, digits: None, day: None, separator, place })
    }
}

/// How a name has its day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Day {
    /// `2024-05-31`
    Dashed,
    /// `20240531`
    Compact,
}

impl Day {
    fn write(self, date: Date) -> String {
        match self {
            Self::Dashed => date.to_string(),
            Self::Compact => date.to_string().replace('-', ""),
        }
    }
}

/// What a record is on disk.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Place {
    /// A file beside the others.
    File,
    /// A directory with a README.
    Readme,
    /// A directory with a file that is called as it is, without the number: `0012-use-x/use-x.md`.
    Repeated,
}

impl Naming {
    /// The style of the records in a directory of this name.
    pub fn of(records: &[Record], directory: &str) -> Self {
        let headings = records.iter().map(heading_style);
        let name = most(records.iter().filter_map(style));
        Self {
            name: name.or_else(|| NameStyle::without_numbers(records)).unwrap_or_default(),
            words: most(records.iter().filter_map(written)).unwrap_or(SlugStyle::SLUG),
            heading: most(headings).unwrap_or_else(|| Some("#. ".to_owned())),
            word: word(records, directory),
        }
    }

    /// The file of a record, relative to the directory.
    pub fn path(&self, number: u64, title: &str, date: Date) -> String {
        let NameStyle { prefix, digits, day, separator, place } = &self.name;
        let slug = self.words.of(title);
        let number = digits.map(|digits| format!("{prefix}{number:0digits$}"));
        let stem = match (day.map(|day| day.write(date)), number) {
            (Some(day), Some(number)) => format!("{day}_{number}{separator}{slug}"),
            (Some(day), None) => format!("{day}{separator}{slug}"),
            (None, number) => format!("{}{separator}{slug}", number.unwrap_or_default()),
        };
        match place {
            Place::File => format!("{stem}.md"),
            Place::Readme => format!("{stem}/README.md"),
            Place::Repeated => format!("{stem}/{slug}.md"),
        }
    }

    /// The number as it stands in names of files; none where records have no numbers.
    pub fn number(&self, number: u64) -> Option<String> {
        self.digits().map(|digits| format!("{number:0digits$}"))
    }

    /// What the team calls a record: `ADR`, `RFC`.
    pub const fn word(&self) -> &'static str {
        self.word
    }

    /// How many digits the number has in names of files; none where records have no numbers.
    pub const fn digits(&self) -> Option<usize> {
        self.name.digits
    }

    /// The words of the heading.
    pub fn heading(&self, number: u64, title: &str) -> String {
        let Some(style) = &self.heading else { return title.to_owned() };
        let width = style.matches('#').count();
        if width == 0 {
            return format!("{style}{title}");
        }
        if self.digits().is_none() {
            return title.to_owned();
        }
        let number = format!("{number:0width$}");
        format!("{}{title}", style.replacen(&"#".repeat(width), &number, 1))
    }

    /// How another record speaks of it: its heading where that has a number, else `ADR-0012` in the team's word.
    pub fn reference(&self, number: u64, title: &str) -> String {
        // A day in another record's title would be read as one of the record that names it.
        let safe =
            !title.contains(['[', ']', '`', '\\', '<', ':', '#']) && date::first(title).is_none();
        match (&self.heading, self.digits()) {
            (Some(style), Some(_)) if safe && style.contains('#') => self.heading(number, title),
            (_, Some(digits)) => format!("{}-{number:0digits$}", self.word),
            (_, None) => title.replace(['[', ']'], ""),
        }
    }
}

/// Whether a record lies in the directory itself, or is a directory in it.
pub fn is_direct(record: &Record) -> bool {
    record_path::home(&record.path).is_empty()
}

/// Whether most records that have a title in front matter repeat their heading there, with its number.
pub fn has_headings_in_front(records: &[Record]) -> bool {
    let both = records.iter().filter_map(|record| {
        let front = front_matter::read(record.source.text())?;
        let title = front.get(&["title"])?.value.as_str()?.to_owned();
        let heading = record.source.slice(record.heading).trim_start_matches(['#', ' ']);
        let counts =
            heading.contains(|c: char| c.is_ascii_digit()) && !front.span.contains(record.heading);
        Some(counts && same_title(&title, heading))
    });
    let both: Vec<bool> = both.collect();
    both.iter().filter(|same| **same).count() * 2 > both.len()
}

/// One more than the largest number. A day is none where a record has another number.
pub fn next_number(records: &[Record]) -> u64 {
    let counted = |record: &Record| {
        let stated = record.ids.iter().filter_map(|id| id.value.number());
        record.number().into_iter().chain(stated).find(|number| !is_day(*number))
    };
    let largest = records.iter().filter_map(counted).max();
    largest
        .or_else(|| records.iter().filter_map(Record::number).max())
        .unwrap_or(0)
        .saturating_add(1)
}

/// The number of the next record on a day: where all are numbered by days, `ADR-20260417`, the day itself, unless one has
/// that already.
pub fn next_number_on(date: Date, records: &[Record]) -> u64 {
    let all: Vec<u64> = records.iter().filter_map(Record::number).collect();
    let today = Day::Compact.write(date).parse().ok();
    let today = today.filter(|today| all.iter().all(|&one| is_day(one)) && !all.contains(today));
    today.filter(|_| !all.is_empty()).unwrap_or_else(|| next_number(records))
}

/// `20260417`
pub fn is_day(number: u64) -> bool {
    let year = i16::try_from(number / 10_000).ok().filter(|year| (1900..2200).contains(year));
    let part = |number: u64| u8::try_from(number % 100).ok();
    let date = year.and_then(|year| Date::from_day(year, part(number / 100)?, part(number)?));
    date.is_some()
}

/// Lower case, letters and digits, hyphens between them; cut between words, and within one where it is
/// longer than a name of a file may be.
pub fn slug(title: &str) -> String {
    SlugStyle::SLUG.of(title)
}

/// How a record's file has the words of its title; none where one word shows nothing.
fn written(record: &Record) -> Option<SlugStyle> {
    let slug = named(record)?.slug;
    let joint = slug.chars().find(|c| !c.is_alphanumeric())?;
    let joint = Some(joint).filter(|c| matches!(c, '-' | '_' | ' '))?;
    Some(SlugStyle { joint, capitals: has_capitals(slug) })
}

/// Whether the words of a title keep their capitals: most of several begin with one, `AWS-Network-Design`, the first one
/// does as sentences do, `Use-a-log`, or all are in them. A name such as `PDF` or `PreScan` has its capitals anywhere, and
/// a language's code behind a dot is no word.
fn has_capitals(slug: &str) -> bool {
    let title = slug.split('.').find(|part| !part.is_empty()).unwrap_or(slug);
    let words = title.split(|c: char| !c.is_alphanumeric());
    let words: Vec<&str> = words.filter(|word| word.contains(char::is_alphabetic)).collect();
    let capital = words.iter().filter(|word| word.starts_with(char::is_uppercase)).count();
    let begins = |word: &str| {
        let mut letters = word.chars();
        letters.next().is_some_and(char::is_uppercase) && !letters.any(char::is_uppercase)
    };
    words.len() > 1 && capital * 2 > words.len()
        || words.first().is_some_and(|first| begins(first))
        || title.contains(char::is_uppercase) && !title.contains(char::is_lowercase)
}

/// Whether two titles are the same but for signs and capitals.
pub fn same_title(a: &str, b: &str) -> bool {
    words(a).eq(words(b))
}

/// A title as somebody typed it, for Markdown: outside of code, `<` begins no HTML.
pub fn in_markdown(title: &str) -> String {
    let mut code = false;
    let mut out = String::new();
    for c in title.chars() {
        code ^= c == '`';
        if c == '<' && !code && !out.ends_with('\\') {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

fn words(title: &str) -> impl Iterator<Item = String> {
    let words = title.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_lowercase)
}

/// What a record's file is called; a prefix that says nothing else stands before the number that the record has
/// elsewhere: `shop-backend-007-use-x`.
fn named(record: &Record) -> Option<Name<'_>> {
    let stem = record_path::stem(&record.path);
    let name = Name::of(stem);
    if name.id.is_some() {
        return Some(name);
    }
    let number = record.number()?;
    let mut at = 0;
    for part in stem.split_inclusive(['-', '_', ' ', '.']) {
        let word = part.trim_end_matches(['-', '_', ' ', '.']);
        let padded = word.len() >= 3 && word.bytes().all(|byte| byte.is_ascii_digit());
        if padded && at > 0 && word.parse() == Ok(number) {
            let slug = &stem[at + part.len()..];
            let id = Some(Id::Number(number));
            return Some(Name { id, digits: word.len(), prefix: &stem[..at], date: None, slug });
        }
        at += part.len();
    }
    Some(name)
}

fn style(record: &Record) -> Option<NameStyle> {
    let stem = record_path::stem(&record.path);
    let Name { id, digits, prefix, date, slug } = named(record)?;
    let numbered = matches!(id?, Id::Number(_) | Id::Series(..));
    let head = stem.strip_suffix(slug).unwrap_or_default();
    let separator = &head[head.trim_end_matches(['-', '_', '.', ' ']).len()..];
    let shown = !slug.is_empty() && !separator.is_empty();
    Some(NameStyle {
        prefix: prefix.to_owned(),
        digits: numbered.then_some(digits),
        day: date.map(|_| {
            let digits = stem.bytes().take_while(u8::is_ascii_digit).count();
            if digits == 8 { Day::Compact } else { Day::Dashed }
        }),
        separator: if shown { separator } else { "-" }.to_owned(),
        place: place(record),
    })
}

fn place(record: &Record) -> Place {
    match record_path::has_own_directory(&record.path) {
        false => Place::File,
        true if link::is_directory_page(&record.path) => Place::Readme,
        true => Place::Repeated,
    }
}

/// What occurs most often; of several, the last one.
fn most<T: Clone + PartialEq>(all: impl Iterator<Item = T>) -> Option<T> {
    let all: Vec<T> = all.collect();
    let first = |one: &T| all.iter().position(|other| other == one);
    let (at, _) = commonest(all.iter().filter_map(first))?;
    all.get(at).cloned()
}

#[cfg(test)]
mod tests;
