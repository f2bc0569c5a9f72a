//! Numbers that only a file's place shows: what its directory is called, and how the records beside it are numbered.

use std::collections::{BTreeMap, HashMap, HashSet};

use crate::record_path;
use text::link;
use text::source::Span;
use text::tally::tally;

use super::page_status;
use super::title_prefix;
use crate::adr::id::Id;
use crate::adr::name::{self, Name};
use crate::adr::naming;
use crate::adr::record::{Origin, Record, Sourced};
use crate::adr::title::after_separator;
use crate::path_word;
use words::PathWord;

/// The fewest records that show how those of a directory are numbered.
const SHOWN_BY: usize = 3;

/// Gives numbers to records that have none of their own, and takes the states of pages from them.
pub(super) fn settle(records: &mut [&mut Record]) {
    page_status::settle(records);
    title_prefix::settle(records);
    housed(records);
    coded(records);
    headed(records);
}

/// `18-use-x/use-x-and-y.md`, `OPS-019-use-x/design.md`: what speaks of the same as its directory, which has a number.
fn housed(records: &mut [&mut Record]) {
    // Of each directory how many files it has, whether one has a number, and the kind that comes first.
    let mut directories: HashMap<String, (usize, bool, Option<PathWord>)> = HashMap::new();
    for record in records.iter().filter(|record| record.anchor.is_none()) {
        let entry = directories.entry(link::directory(&record.path).to_owned());
        let (files, numbered, first) = entry.or_default();
        *files += 1;
        *numbered |= record.id.is_some();
        *first = [*first, kind(&record.path)].into_iter().flatten().min();
    }
    let houses = directories.keys().filter(|directory| house_number(directory).is_some());
    let beside = tally(houses.map(|directory| link::directory(directory)));
    for record in records.iter_mut().filter(|record| is_unnumbered(record)) {
        let Some(&(files, false, first)) = directories.get(link::directory(&record.path)) else {
            continue;
        };
        let directory = link::directory(&record.path);
        let Some((id, slug)) = house_number(directory) else { continue };
        // One directory may be called after a theme: `01-storage/design.md`.
        let counted =
            beside.get(link::directory(directory)).is_some_and(|&count| count >= SHOWN_BY);
        let leads = counted && first.is_some() && kind(&record.path) == first;
        let alone = || files == 1 && repeats(link::stem(&record.path), slug);
        if leads || alone() {
            number(record, id, Origin::Directory);
        }
    }
}

/// The number and the words of a directory's name; none where it may be a year.
fn house_number(directory: &str) -> Option<(Id, &str)> {
    let name = directory.rsplit('/').next().unwrap_or(directory);
    let Name { id: Some(id), slug, .. } = Name::of(name) else { return None };
    let is_year = id.number().is_some_and(|number| (1900..2200).contains(&number));
    (id.number().is_some() && !is_year && !slug.is_empty()).then_some((id, slug))
}

/// Which kind of text a file is called; in their order they are cited.
fn kind(path: &str) -> Option<PathWord> {
    let stem = link::stem(path);
    if name::is_type_word(stem) {
        return Some(PathWord::Proposal);
    }
    PathWord::KINDS.into_iter().find(|kind| path_word::says(*kind, stem))
}

/// Whether the name of a file has all the words of its directory's.
fn repeats(stem: &str, slug: &str) -> bool {
    let words = |text: &str| -> Vec<String> {
        let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
        words.map(str::to_lowercase).collect()
    };
    let (own, wanted) = (words(stem), words(slug));
    let said = |word: &String| own.iter().any(|own| own.starts_with(&**word));
    !wanted.is_empty() && wanted.iter().all(said)
}

/// `ep01-use-x`, `ep02-use-y`, `ep04-use-z`: a code of letters that several have before a number; `OPS-41-use-x` beside
/// `OPS-219-use-y`.
fn coded(records: &mut [&mut Record]) {
    let mut series: BTreeMap<(String, String), HashSet<u64>> = BTreeMap::new();
    for record in records.iter() {
        let Some(code) = Code::of(record_path::stem(&record.path)) else { continue };
        let known = matches!(record.id.as_ref().map(|id| &id.value), Some(Id::Series(..)));
        if known || is_unnumbered(record) && code.is_glued {
            let key = (place(record).to_owned(), code.letters.to_lowercase());
            series.entry(key).or_default().insert(code.number);
        }
    }
    for record in records.iter_mut().filter(|record| is_unnumbered(record)) {
        let stem = record_path::stem(&record.path);
        let Some(Code { letters, number: value, .. }) = Code::of(stem) else { continue };
        let (id, letters) = (Id::Series(letters.to_owned(), value), letters.to_lowercase());
        let counted = series.get(&(place(record).to_owned(), letters));
        if counted.is_some_and(|numbers| numbers.len() >= SHOWN_BY) {
            let page = record_path::has_own_directory(&record.path);
            number(record, id, if page { Origin::Directory } else { Origin::FileName });
        }
    }
}

/// The letters and the number at the beginning of a name.
struct Code<'n> {
    letters: &'n str,
    number: u64,
    /// Whether nothing stands between them.
    is_glued: bool,
}

impl<'n> Code<'n> {
    /// `ep01-use-x`, `OPS-41-use-x`; a single digit behind letters is part of a word.
    fn of(stem: &'n str) -> Option<Self> {
        let end = stem.find(|c: char| !c.is_ascii_alphabetic())?;
        let (letters, rest) = stem.split_at(end);
        let is_glued = rest.starts_with(|c: char| c.is_ascii_digit());
        let rest = rest.strip_prefix(['-', '_', ' ']).unwrap_or(rest);
        let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
        let slug = rest[digits..].strip_prefix(['-', '_', ' ', '.'])?;
        let long = (2..=5).contains(&letters.len()) && digits > usize::from(is_glued);
        let is_code = long && !slug.is_empty() && !name::is_foreign(letters);
        Some(Self { letters, number: rest[..digits].parse().ok()?, is_glued }).filter(|_| is_code)
    }
}

/// `# EP-003: Use X` in a file of another name, beside `EP-001-use-y.md` and others of that series.
fn headed(records: &mut [&mut Record]) {
    let mut usual: HashMap<String, BTreeMap<String, usize>> = HashMap::new();
    for record in records.iter() {
        if let Some(Id::Series(series, _)) = record.id.as_ref().map(|id| &id.value) {
            let of_home = usual.entry(place(record).to_owned()).or_default();
            *of_home.entry(series.to_lowercase()).or_default() += 1;
        }
    }
    let mut taken: HashSet<(String, String)> = HashSet::new();
    let key = |record: &Record, id: &Id| (place(record).to_owned(), id.to_string().to_lowercase());
    taken.extend(records.iter().filter_map(|record| Some(key(record, &record.id.as_ref()?.value))));
    for record in records.iter_mut().filter(|record| record.anchor.is_none()) {
        let Some(of_home) = usual.get(place(record)) else { continue };
        let own = match record.id.as_ref().map(|id| &id.value) {
            // `draft-20260417-x`
            Some(Id::Series(own, number)) if naming::is_day(*number) => own.to_lowercase(),
            None | Some(Id::Name(_)) => String::new(),
            Some(_) => continue,
        };
        let heading = record.title.as_ref().map_or("", |title| record.source.slice(title.span));
        let mut others =
            of_home.iter().filter(|(series, count)| **series != own && **count >= SHOWN_BY);
        let found = others.find_map(|(series, _)| numbered_as(heading, series));
        let Some((id, words)) = found else { continue };
        // Of two with one number the other has it in its name.
        if !taken.insert(key(record, &id)) {
            continue;
        }
        if let Some(title) = &mut record.title {
            words.clone_into(&mut title.value);
        }
        record.ids.retain(|id| id.origin != Origin::FileName);
        number(record, id, Origin::Title);
    }
}

/// The number and the words of `EP-003: Use X`.
fn numbered_as(heading: &str, series: &str) -> Option<(Id, String)> {
    let head = heading.get(..series.len()).filter(|head| head.eq_ignore_ascii_case(series))?;
    let rest = heading[series.len()..].trim_start_matches(['-', '_', ' ', '#']);
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    let number = rest[..digits].parse().ok()?;
    let after = rest[digits..].strip_prefix(':')?;
    let words = after_separator(after).trim();
    (!words.is_empty()).then(|| (Id::Series(head.to_owned(), number), words.to_owned()))
}

/// Takes a number as the record's own.
fn number(record: &mut Record, id: Id, origin: Origin) {
    let id = Sourced::new(id, Span::default(), origin);
    record.ids.insert(0, id.clone());
    record.id = Some(id);
}

fn is_unnumbered(record: &Record) -> bool {
    record.anchor.is_none() && record.id.is_none()
}

/// The directory in which numbers count up: `a` for `a/ep01-x.md` and for `a/ep01-x/ep01-x.md`.
fn place(record: &Record) -> &str {
    let home = record_path::home(&record.path);
    let own = link::file_name(link::directory(&record.path)) == link::stem(&record.path);
    if own { link::directory(home) } else { home }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::adr::sample;

    /// The numbers and titles of records with these paths and headings.
    fn numbers(files: &[(&str, &str)]) -> Vec<String> {
        let record = |(path, heading): &(&str, &str)| {
            sample::record(path, &format!("# {heading}\n\nStatus: Accepted\n"))
        };
        let mut records: Vec<Record> = files.iter().map(record).collect();
        settle(&mut records.iter_mut().collect::<Vec<_>>());
        let told = |record: &Record| {
            let id = record.id.as_ref().map_or("-".to_owned(), |id| id.value.to_string());
            format!("{id} {}", record.title.as_ref().unwrap().value)
        };
        records.iter().map(told).collect()
    }

    #[test]
    fn a_text_has_the_number_of_its_directory_where_no_other_can_be_meant() {
        let others = [("5-a/prd.md", "E"), ("T-6-b/prd.md", "F"), ("OPS-200-c/x.md", "G")];
        let numbers = |files: &[(&'static str, &'static str)]| {
            let mut all = numbers(&[files, &others].concat());
            all.truncate(files.len());
            all
        };
        let longer = ("18-use-a-queue/use-a-queue-for-parcels.md", "Queues");
        let kind = ("T-19-use-a-log/design.md", "Logs");
        assert_eq!(numbers(&[longer]), ["18 Queues"]);
        assert_eq!(numbers(&[("OPS-019-use-a-log/design.md", "Logs")]), ["OPS-19 Logs"]);
        assert_eq!(
            numbers(&[("a/01-storage/design.md", "Storage")]),
            ["- Storage"],
            "no other has one"
        );
        assert_eq!(numbers(&[("2024/adr.md", "Storage")]), ["- Storage"], "a year");
        assert_eq!(numbers(&[kind]), ["- Logs"], "a code with a number of two digits is no series");
        let theme = ("adr/01-storage/use-postgres.md", "Postgres");
        assert_eq!(numbers(&[theme]), ["- Postgres"], "a directory of a theme");
        let two = [("7-use-x/prd.md", "A"), ("7-use-x/design.md", "B")];
        assert_eq!(numbers(&two), ["- A", "7 B"], "requirements come with a design");
        let page = [("7-use-x/README.md", "A"), ("7-use-x/design.md", "B")];
        assert_eq!(numbers(&page), ["7 A", "- B"]);
    }

    #[test]
    fn a_code_that_several_names_begin_with_counts() {
        let files = ["ep01-a/ep01-a.md", "ep02-b/ep02-b.md", "ep04-c/ep04-c.md"];
        let all = files.map(|file| (file, "Use X"));
        assert_eq!(numbers(&all), ["ep-1 Use X", "ep-2 Use X", "ep-4 Use X"]);
        assert_eq!(numbers(&all[..2]), ["- Use X", "- Use X"]);
        let others = ["utf08-a.md", "utf16-b.md", "utf32-c.md"].map(|file| (file, "Use X"));
        assert_eq!(numbers(&others), ["- Use X"; 3]);
        let long = ["OPS-101-a.md", "OPS-102-b.md", "OPS-103-c.md"];
        let with = |last| numbers(&[long[0], long[1], long[2], last].map(|file| (file, "Use X")));
        assert_eq!(with("OPS-41-d.md").pop().unwrap(), "OPS-41 Use X");
        assert_eq!(with("web-2-d.md").pop().unwrap(), "- Use X");
    }

    #[test]
    fn a_heading_is_numbered_as_the_records_beside_it_are() {
        let series = [("EP-001-a.md", "EP-001: A"), ("EP-002-b.md", "B"), ("EP-003-c.md", "C")];
        let with = |last: (&'static str, &'static str)| {
            numbers(&[series[0], series[1], series[2], last]).pop().unwrap()
        };
        assert_eq!(with(("draft-20260417-d.md", "EP-004: Use D")), "EP-4 Use D");
        assert_eq!(with(("use-d.md", "EP-004: Use D")), "EP-4 Use D");
        assert_eq!(with(("more.md", "EP-002: more of it")), "- EP-002: more of it", "it is taken");
        assert_eq!(with(("OPS-041-d.md", "EP-004: Use D")), "OPS-41 EP-004: Use D");
        assert_eq!(with(("use-d.md", "OPS-004: Use D")), "- OPS-004: Use D", "a ticket");
        assert_eq!(with(("use-d.md", "EP-004 and the rest")), "- EP-004 and the rest");
    }
}
