//! Files that lie beside numbered records and only speak of them: reviews, reports, notes.

use std::collections::{BTreeMap, HashMap, HashSet};

use crate::record_path;
use text::link;
use text::tally::commonest;

use super::belonging::{shows_the_same, states_nothing};
use super::minutes;
use super::reports;
use crate::adr::format::Part;
use crate::adr::id::Id;
use crate::adr::name;
use crate::adr::naming::same_title;
use crate::adr::record::{Record, Section};
use crate::adr::sections::has_mark;
use crate::adr::stated_part;
use crate::settings::is_adr_directory;
use words::{PathWord, Vocabulary, fold};

/// The fewest records with numbers that show that those of a directory have numbers.
const SHOWN_BY: usize = 4;

/// Which of some records are none: where nearly all of a directory are of one series, a file without a
/// number of it (`review-of-may.md`, `REVIEW-ADR-12.md`) that does not state a status and have a section
/// for its decision.
pub(super) fn among<'a>(records: impl Iterator<Item = &'a Record>) -> Vec<bool> {
    let records: Vec<&Record> = records.collect();
    let mut homes: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (index, record) in records.iter().enumerate() {
        homes.entry(record.numbering()).or_default().push(index);
    }
    let mut attached = sections_about_records(&records);
    let told = [
        repeating(&records),
        minutes::of_meetings(&records),
        minutes::of_summaries(&records),
        reports::among(&records),
    ];
    for (index, attached) in attached.iter_mut().enumerate() {
        *attached |= told.iter().any(|told| told[index]);
    }
    let have_files = records.iter().any(|record| record.anchor.is_none());
    for (attached, record) in attached.iter_mut().zip(&records).filter(|_| have_files) {
        *attached |= announces(record);
    }
    for index in papers(&records) {
        attached[index] = true;
    }
    for beside in homes.values() {
        let all = beside.iter().filter_map(|&index| series(records[index]));
        let Some((usual, size)) = commonest(all) else { continue };
        if size < SHOWN_BY || size * 4 <= beside.len() * 3 {
            continue;
        }
        for &index in beside {
            // A number of another series is another series, except where the usual one has no name:
            // `REVIEW-ADR-12` beside `ADR-12`.
            let foreign =
                series(records[index]).is_none_or(|own| usual.is_empty() && !own.is_empty());
            // An entry of a log needs no number.
            let is_entry = records[index].anchor.is_some() && records[index].id.is_none();
            let foreign = foreign && !is_entry;
            attached[index] |= foreign && !is_decided(records[index]);
        }
    }
    attached
}

/// Which are sections of a file about the records beside it, under their numbers: they stand there
/// themselves.
fn sections_about_records(records: &[&Record]) -> Vec<bool> {
    let key =
        |record: &Record| Some((link::directory(&record.path).to_owned(), record.folded_id()?));
    let (sections, files): (Vec<&Record>, Vec<&Record>) =
        records.iter().partition(|record| record.anchor.is_some());
    // A chapter that is only numbered is no record of that number.
    let decided = files.into_iter().filter(|file| file.status.is_some());
    let files: HashSet<_> = decided.filter_map(key).collect();
    let is_repeated = |section: &&&Record| key(section).is_some_and(|key| files.contains(&key));
    let paths: HashSet<&str> =
        sections.iter().filter(is_repeated).map(|one| one.path.as_str()).collect();
    let is_in_such_a_file =
        |record: &&Record| record.anchor.is_some() && paths.contains(record.path.as_str());
    records.iter().map(is_in_such_a_file).collect()
}

/// Those of a directory that is called after one record and has several papers on that, each with a word of its own
/// behind the number and no decision in it: `adr-7/adr-7.plan.md`, `adr-7/adr-7.report.md`.
fn papers(records: &[&Record]) -> Vec<usize> {
    let mut papers: BTreeMap<(&str, &str), Vec<usize>> = BTreeMap::new();
    for (index, record) in records.iter().enumerate() {
        let file = link::stem(link::file_name(&record.path));
        let Some((own, word)) = file.rsplit_once('.') else { continue };
        let around = link::directory(&record.path);
        let called_so = link::file_name(around).eq_ignore_ascii_case(own);
        let is_word = word.len() > 2 && word.bytes().all(|byte| byte.is_ascii_alphabetic());
        let decision = |part| matches!(part, Part::Decision | Part::Outcome);
        let decides = record.sections.iter().any(|section| section.part.is_some_and(decision));
        let is_paper = is_word && record.variant.is_none() && !decides;
        if called_so && is_paper && record.number().is_some() {
            papers.entry((around, own)).or_default().push(index);
        }
    }
    papers.into_values().filter(|of_one| of_one.len() > 1).flatten().collect()
}

/// Which state nothing themselves and have the number of a record in another file that does, or tell one of a file again.
///
/// A section is one, whatever it states, where a file has its number and its title, or a file beside it has its title and
/// it has no number; else where it has the title of that record (`## ADR-1: Use a queue`) or carries on from its number
/// (`## ADR-1 in the field`). A file is one only outside of the directories of records: with that title, or as the page
/// of a directory that is called after the record. Others are records that nobody has finished.
fn repeating(records: &[&Record]) -> Vec<bool> {
    let mut decided: HashMap<Id, Vec<&Record>> = HashMap::new();
    for record in records.iter().filter(|record| !states_nothing(record)) {
        if let Some(key) = record.folded_id() {
            decided.entry(key).or_default().push(record);
        }
    }
    let is_kept = |record: &Record| record.path.split('/').any(is_adr_directory);
    let title = |record: &'_ Record| {
        (link::directory(&record.path).to_owned(), fold::phrase(&record.shown_title()))
    };
    let files = records.iter().filter(|record| record.anchor.is_none());
    let titles: HashSet<(String, String)> = files.map(|record| title(record)).collect();
    let repeats = |record: &&Record| {
        let is_bare = record.anchor.is_some() && record.id.is_none();
        if is_bare && titles.contains(&title(record)) {
            return true;
        }
        let Some(others) = record.folded_id().and_then(|key| decided.get(&key)) else {
            return false;
        };
        let mut others = others.iter().filter(|other| other.path != record.path);
        let has_a_file = |other: &&Record| {
            other.anchor.is_none()
                && is_near(&record.path, &other.path)
                && same_title(&other.shown_title(), &record.shown_title())
        };
        if record.anchor.is_some() && others.clone().any(has_a_file) {
            return true;
        }
        let told = |other: &Record| {
            let same = || shows_the_same(record, other);
            if record.anchor.is_some() {
                return !has_mark(heading(record)) || same();
            }
            !is_kept(record) && is_kept(other) && (is_page_about_a_record(&record.path) || same())
        };
        states_nothing(record)
            && others.any(|other| told(other))
            && !stated_part::has_paragraph(record, &[words::Part::Decision, words::Part::Outcome])
    };
    records.iter().map(repeats).collect()
}

/// Whether a text and a file are of one project: the file lies below the text's directory, or the text below the one around
/// the file's. The first record of every team has the same number and title.
fn is_near(text: &str, file: &str) -> bool {
    let (home, shelf) = (link::directory(text), link::directory(file));
    let around = link::directory(shelf);
    let is_within = |path: &str, above: &str| path == above || link::is_below(path, above);
    is_within(shelf, home) || !around.is_empty() && is_within(home, around)
}

/// Whether a section of release notes says that there is a record, and nothing of what was decided. Where no record has
/// a file, it may be all that there is.
fn announces(record: &Record) -> bool {
    let is_called_so =
        || Vocabulary::known().mentions(PathWord::ReleaseNotes, link::stem(&record.path)).is_some();
    record.anchor.is_some() && is_called_so() && states_nothing(record)
}

/// Which files decide nothing, beside one that is a log of records: chapters that are only numbered as it is.
pub(super) fn beside_a_log(records: &[&Record]) -> Vec<bool> {
    let directory = |record: &'_ Record| link::directory(&record.path).to_owned();
    let logs: HashSet<String> =
        records.iter().filter(|record| record.anchor.is_some()).map(|one| directory(one)).collect();
    let is_chapter = |record: &&Record| {
        record.anchor.is_none()
            && logs.contains(&directory(record))
            && !is_decided(record)
            && !is_called_a_record(record)
    };
    records.iter().map(is_chapter).collect()
}

/// Whether the heading or the file's name begins with a word for a record: `# ADR 9: Use X`.
pub(super) fn is_called_a_record(record: &Record) -> bool {
    let begins = |text: &str| {
        let word = text.split(|c: char| !c.is_ascii_alphabetic()).find(|word| !word.is_empty());
        word.is_some_and(name::is_type_word)
    };
    begins(heading(record)) || begins(record_path::stem(&record.path))
}

/// `evidence/adr-0012-use-x/README.md`
fn is_page_about_a_record(path: &str) -> bool {
    let directory = link::file_name(link::directory(path));
    let word = directory.split(|c: char| !c.is_ascii_alphabetic()).next();
    link::is_directory_page(path) && word.is_some_and(|word| word.eq_ignore_ascii_case("adr"))
}

fn heading(record: &Record) -> &str {
    record.source.text().get(record.heading.range()).unwrap_or_default()
}

/// What stands before a record's number; nothing where that is a word for records.
fn series(record: &Record) -> Option<String> {
    let id = &record.id.as_ref()?.value;
    id.number().map(|_| id.series().unwrap_or_default().to_lowercase())
}

/// Whether it states a status and has a section for its decision.
fn is_decided(record: &Record) -> bool {
    let decision =
        |section: &Section| section.level <= 2 && section.part.is_some_and(Part::is_decision);
    record.status.is_some() && record.sections.iter().any(decision)
}

#[cfg(test)]
mod tests {
    use text::markdown::Document;
    use text::source::Source;

    use super::*;
    use crate::adr::read::{self, Reading};
    use crate::adr::status::OwnWords;

    const DECIDED: &str = "## Status\n\nAccepted\n\n## Context\n\nC.\n\n## Decision\n\nD.\n";
    const REVIEW: &str = "## Status\n\nApproved\n\n## Context\n\nC.\n";

    fn attached(files: &[(&str, &str)]) -> Vec<bool> {
        let own = OwnWords::new();
        let records = files.iter().filter_map(|(name, body)| {
            let source = Source::new(*name, format!("# A title\n\n{body}"));
            read::read(&Document::parse(&source), name, &own).record()
        });
        let records: Vec<Record> = records.collect();
        among(records.iter())
    }

    /// Of records of several files, sections included, which are told of.
    fn told(files: &[(&str, &str)]) -> Vec<bool> {
        let own = OwnWords::new();
        let records = files.iter().flat_map(|(path, text)| {
            let document = Document::parse(&Source::new(*path, *text));
            match read::read(&document, path, &own) {
                Reading::Record(record) if *path != "docs/a.md" => vec![*record],
                _ => crate::adr::sections::records(&document, path, &own),
            }
        });
        let records: Vec<Record> = records.collect();
        among(records.iter())
    }

    #[test]
    fn a_summary_of_records_that_stand_elsewhere_is_none() {
        let whole =
            "# ADR-1: Use a queue for parcels\n\n## Status\n\nAccepted\n\n## Decision\n\nD.\n";
        let beside =
            |text: &str| told(&[("docs/adr/0001-use-a-queue.md", whole), ("docs/a.md", text)]);
        assert_eq!(
            beside("# A\n\n## ADR-1: Use a queue for parcels\n\nIn short: a queue.\n"),
            [false, true]
        );
        assert_eq!(beside("# A\n\n## ADR-1 in the field\n\nWhat we saw.\n"), [false, true]);
        assert_eq!(
            beside("# A\n\n## ADR-1: Use a queue\n\n→ moved to [ADR-1](adr/0001.md)\n"),
            [false]
        );
        let short = "# A\n\n## ADR-7: Use Terraform\n\nWe use [Terraform](https://terraform.io).\n";
        assert_eq!(beside(short), [false, false]);
        let short = "# A\n\n## ADR-7: Use Terraform\n\nWe use [Terraform](terraform.md).\n";
        assert_eq!(beside(short), [false, false]);
        let many: Vec<String> = (1..=6)
            .map(|n| format!("## ADR-{n}: Use a queue for parcels\n\nIn short.\n"))
            .collect();
        let wholes: Vec<(String, String)> = (1..=6)
            .map(|n| {
                (
                    format!("docs/adr/000{n}-use-a-queue.md"),
                    whole.replace("ADR-1", &format!("ADR-{n}")),
                )
            })
            .collect();
        let mut files: Vec<(&str, &str)> =
            wholes.iter().map(|(path, text)| (&**path, &**text)).collect();
        let many = format!("# A\n\n{}", many.join("\n"));
        files.push(("docs/a.md", &many));
        assert_eq!(told(&files), [[false; 6], [true; 6]].concat(), "however many");
        let decided = "# A\n\n## ADR-1: Use a queue for parcels\n\n**Decision:** we use one.\n";
        assert_eq!(beside(decided), [false, true], "the file wins");
        let stated = "# A\n\n## ADR-1: Use a queue for parcels\n\nStatus: Accepted\n\nIn short.\n";
        assert_eq!(beside(stated), [false, true], "the file wins");
        let [theirs, ours] = ["services/a/docs/adr/0001-use-x.md", "services/b/DECISIONS.md"];
        assert!(!is_near(ours, theirs), "the first of every team is alike");
        assert!(
            is_near("docs/design/a.md", "docs/adr/0001-use-x.md") && is_near("README.md", theirs)
        );
        // A decision of another series.
        assert_eq!(beside("# A\n\n## ADR-1: Split the monolith\n\nWe split it.\n"), [false, false]);
        let stated = stated.replace("Use a queue for parcels", "Split the monolith");
        assert_eq!(beside(&stated), [false, false]);
    }

    #[test]
    fn evidence_that_is_called_after_a_record_is_none() {
        let whole = "# ADR-1: Use a queue\n\n## Status\n\nAccepted\n\n## Decision\n\nD.\n";
        let evidence = "# ADR-1 evidence\n\n## Setup\n\nS.\n";
        let page = "evidence/adr-0001-use-a-queue/README.md";
        assert_eq!(told(&[("adr/0001-use-a-queue.md", whole), (page, evidence)]), [false, true]);
        let other = whole.replace("ADR-1", "ADR-2");
        assert_eq!(told(&[("adr/0002-other.md", &other), (page, evidence)]), [false, false]);
        assert_eq!(told(&[("adr/0001-use-a-queue.md", whole), (page, whole)]), [false, false]);
        let proposal = evidence.replace("ADR-1 evidence", "1. Split the yard");
        let page = "docs/rfcs/0001-split/README.md";
        assert_eq!(told(&[("adr/0001-use-a-queue.md", whole), (page, &proposal)]), [false, false]);
        // Another series.
        let cloud = "# ADR-1: Clouds of the company\n\n## Which\n\nOne.\n";
        let other = "cloud/adr-0001-clouds.md";
        assert_eq!(told(&[("adr/0001-use-a-queue.md", whole), (other, cloud)]), [false, false]);
    }

    #[test]
    fn what_has_no_number_among_numbers_has_to_decide_something() {
        let numbered = ["ADR-1-a.md", "ADR-2-b.md", "ADR-3-c.md", "ADR-4-d.md", "ADR-5-e.md"];
        let with = |others: &[(&'static str, &'static str)]| {
            let mut files = numbered.map(|name| (name, DECIDED)).to_vec();
            files.extend(others);
            attached(&files).split_off(numbered.len())
        };
        assert_eq!(with(&[("review-of-may.md", REVIEW)]), [true]);
        assert_eq!(with(&[("REVIEW-ADR-4.md", REVIEW)]), [true]);
        assert_eq!(with(&[("use-a-queue.md", DECIDED)]), [false]);
        assert_eq!(attached(&[("ADR-1-a.md", DECIDED), ("review-of-may.md", REVIEW)]), [false; 2]);
    }
}
