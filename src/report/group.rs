//! Findings of one kind in one chapter, those of one cause in a directory, and what several documents have in
//! common become one diagnostic with a list, so that a fresh skeleton does not drown the terminal. Only for people: JSON keeps one finding each.

use std::borrow::Cow;
use std::collections::HashMap;

use judge::finding::{Entry, Finding};
use judge::level::Level;
use text::link;

/// More names than these are not listed.
const MAX_LISTED: usize = 12;

/// How much of a list is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Lists {
    /// All of it.
    Whole,
    /// Its beginning, and how many more there are.
    Cut,
}

impl Lists {
    /// The first lines of a list, with how many more there are.
    pub(super) fn shown(self, mut lines: Vec<String>, most: usize) -> String {
        // One name more costs no more room than the line that would hide it.
        if self == Self::Cut && lines.len() > most + 1 {
            let hidden = lines.len() - most;
            lines.truncate(most);
            lines.push(format!("and {hidden} more (`check -v` lists them)"));
        }
        lines.join("\n")
    }
}

/// One diagnostic and the findings that it tells of.
#[derive(Debug)]
pub(super) struct Block<'a> {
    /// What is shown.
    pub(super) shown: Cow<'a, Finding>,
    /// All findings that it stands for.
    pub(super) findings: Vec<&'a Finding>,
}

/// Findings that become one list.
type Group<'a> = Vec<&'a Finding>;

/// What the findings of a group have in common.
#[derive(PartialEq, Eq, Hash)]
struct Kind<'a> {
    rule: &'static str,
    level: Level,
    /// The file, or the directory of what is told of one.
    home: &'a str,
    document: Option<&'a str>,
    /// What they are called together.
    plural: &'a str,
}

/// The findings as people are to read them, in their order; a list stands where its first finding
/// stood.
pub(super) fn grouped(findings: &[Finding], lists: Lists) -> Vec<Block<'_>> {
    let mut groups: Vec<Group<'_>> = Vec::new();
    let mut known: HashMap<Kind<'_>, usize> = HashMap::new();
    for finding in findings {
        let index =
            kind(finding).map_or(groups.len(), |kind| *known.entry(kind).or_insert(groups.len()));
        match groups.get_mut(index) {
            Some(group) => group.push(finding),
            None => groups.push(vec![finding]),
        }
    }
    alike(groups).into_iter().map(|groups| block(&groups, lists)).collect()
}

/// The fewest documents that lack the same from one cause.
const ALIKE: usize = 3;

/// Puts the groups of documents together that say the same of each: a template that fits none of them, or
/// fifty fresh ones. Each stands where its first group stood.
fn alike(groups: Vec<Group<'_>>) -> Vec<Vec<Group<'_>>> {
    let mut known: HashMap<ListWording<'_>, usize> = HashMap::new();
    let mut all: Vec<Vec<Group<'_>>> = Vec::new();
    for group in groups {
        let index = said(&group).map_or(all.len(), |said| *known.entry(said).or_insert(all.len()));
        match all.get_mut(index) {
            Some(same) => same.push(group),
            None => all.push(vec![group]),
        }
    }
    all.into_iter().flat_map(apart_if_few).collect()
}

fn apart_if_few(same: Vec<Group<'_>>) -> Vec<Vec<Group<'_>>> {
    if same.len() < ALIKE {
        return same.into_iter().map(|group| vec![group]).collect();
    }
    vec![same]
}

/// What a document's findings of one kind say.
#[derive(PartialEq, Eq, Hash)]
struct ListWording<'a> {
    rule: &'static str,
    level: Level,
    plural: &'a str,
    /// The names in the list, in its order.
    names: Vec<&'a str>,
}

/// None for what stands alone or is told of a directory.
fn said<'a>(group: &[&'a Finding]) -> Option<ListWording<'a>> {
    let entries: Option<Vec<&Entry>> = group.iter().map(|finding| finding.entry.as_ref()).collect();
    let mut entries = entries?;
    entries.sort_by_key(|entry| entry.order);
    let first = entries.first().filter(|entry| !entry.across)?;
    let names = entries.iter().map(|entry| entry.name.as_str()).collect();
    let finding = group.first()?;
    finding.document.as_ref()?;
    let (rule, level, plural) = (finding.rule.name, finding.level, &*first.plural);
    Some(ListWording { rule, level, plural, names })
}

fn block<'a>(groups: &[Group<'a>], lists: Lists) -> Block<'a> {
    let shown = match groups {
        [group] => match group[..] {
            [alone] => Cow::Borrowed(alone),
            _ => Cow::Owned(merged(group, lists)),
        },
        _ => Cow::Owned(shared(groups, lists)),
    };
    Block { shown, findings: groups.concat() }
}

/// One finding for several documents of which the same is said: at the first, with the places of all.
fn shared(groups: &[Group<'_>], lists: Lists) -> Finding {
    let first = &groups[0];
    let documents = groups.len();
    let mut finding = if let [alone] = first[..] {
        let mut finding = alone.clone();
        (finding.help, finding.label, finding.related) = (None, None, Vec::new());
        finding.message = format!("{}, in {documents} documents", alone.message);
        finding
    } else {
        let plain: Vec<Finding> = first.iter().map(|finding| without_aside(finding)).collect();
        let mut finding = merged(&plain.iter().collect::<Vec<_>>(), lists);
        finding.message = format!("{} in each of {documents} documents", finding.message);
        finding
    };
    let place = |group: &Group<'_>| {
        let place = &group.first()?.place;
        Some(format!("{}:{}", place.source.path(), place.start().line))
    };
    let places: Vec<String> = groups.iter().filter_map(place).collect();
    finding.notes.push(lists.shown(places, MAX_LISTED));
    finding
}

fn without_aside(finding: &Finding) -> Finding {
    let mut finding = finding.clone();
    if let Some(entry) = &mut finding.entry {
        entry.aside = None;
    }
    finding
}

/// None for a finding that stands alone.
fn kind(finding: &Finding) -> Option<Kind<'_>> {
    let entry = finding.entry.as_ref()?;
    let path = finding.place.source.path();
    let (home, document) = if entry.across {
        (link::directory(path), None)
    } else {
        (path, finding.document.as_deref())
    };
    let (rule, level, plural) = (finding.rule.name, finding.level, &*entry.plural);
    Some(Kind { rule, level, home, document, plural })
}

/// One finding for all: at the first place, with what all of them say.
fn merged(group: &[&Finding], lists: Lists) -> Finding {
    let first = group[0];
    let mut entries: Vec<(&Finding, &Entry)> =
        group.iter().filter_map(|finding| Some((*finding, finding.entry.as_ref()?))).collect();
    entries.sort_by_key(|(_, entry)| entry.order);
    let plural = first.entry.as_ref().map_or("", |entry| &*entry.plural);
    let message = format!("{} {plural}", group.len());
    let mut finding =
        Finding::new(first.rule, first.place.clone(), message).note(list(&entries, lists));
    finding.level = first.level;
    finding.document.clone_from(&first.document);
    if group.iter().all(|other| other.label == first.label) {
        finding.label.clone_from(&first.label);
    }
    let shared = |note: &&String| group.iter().all(|other| other.notes.contains(note));
    finding.notes.extend(first.notes.iter().filter(shared).cloned());
    finding
        .notes
        .extend(first.entry.as_ref().and_then(|entry| Some(entry.note.as_deref()?.to_owned())));
    let for_all = first.entry.as_ref().and_then(|entry| entry.help.as_deref());
    if for_all.is_some() {
        finding.help = for_all.map(str::to_owned);
    } else if group.iter().all(|other| other.help == first.help) {
        finding.help.clone_from(&first.help);
    }
    finding
}

/// The names, one a line; with line numbers where the places differ, and with files where they are several.
fn list(entries: &[(&Finding, &Entry)], lists: Lists) -> String {
    let places: Vec<(&str, usize)> = entries
        .iter()
        .map(|(found, _)| (link::file_name(found.place.source.path()), found.place.start().line))
        .collect();
    let scattered = places.windows(2).any(|pair| pair[0].1 != pair[1].1);
    let across = entries.iter().any(|(_, entry)| entry.across);
    let named = entries.iter().zip(places).map(|((_, entry), (file, line))| {
        let aside = entry.aside.as_ref().map_or_else(String::new, |aside| format!(", {aside}"));
        if across {
            format!("{file}:{line}: {}", entry.name)
        } else if scattered {
            format!("{}{aside} (line {line})", entry.name)
        } else {
            format!("{}{aside}", entry.name)
        }
    });
    lists.shown(named.collect(), MAX_LISTED)
}

#[cfg(test)]
mod tests {
    use super::*;
    use text::source::{Place, Source, Span};

    fn findings(count: usize) -> Vec<Finding> {
        let source = Source::new("src/a.md", "<<#archdoc>>\n# A\n");
        let missing = |index: usize| {
            let place = Place::new(&source, Span::new(0, 12));
            Finding::new(
                &judge::rules::missing_section::RULE,
                place,
                format!("section `{index}` is missing"),
            )
            .note("for all")
            .note(format!("for {index}"))
            .entry("sections are missing", format!("Section {index}"), count - index)
        };
        let alone = Finding::new(
            &judge::rules::mojibake::RULE,
            Place::new(&source, Span::at(13)),
            "broken",
        );
        let mut findings: Vec<Finding> = (0..count).map(missing).collect();
        findings.insert(1, alone);
        findings
    }

    fn shown(findings: &[Finding], lists: Lists) -> Vec<Finding> {
        grouped(findings, lists).into_iter().map(|block| block.shown.into_owned()).collect()
    }

    #[test]
    fn one_cause_in_a_directory_is_one_list() {
        let date = |path: &str| {
            let source = Source::new(path, "\n04/09/2023\n");
            Finding::new(
                &judge::rules::adr_ambiguous_date::RULE,
                Place::new(&source, Span::new(1, 11)),
                "two ways",
            )
            .entry_of_directory("dates can be read in two ways", "`04/09/2023`")
        };
        let findings = ["src/adr/1.md", "src/adr/2.md", "src/old/1.md"].map(date);
        let shown = shown(&findings, Lists::Whole);
        assert_eq!(shown.len(), 2);
        assert_eq!(shown[0].message, "2 dates can be read in two ways");
        assert_eq!(shown[0].notes[0], "1.md:2: `04/09/2023`\n2.md:2: `04/09/2023`");
    }

    #[test]
    fn findings_of_a_kind_become_one_list_in_the_entries_order() {
        let findings = findings(3);
        let grouped = shown(&findings, Lists::Cut);
        assert_eq!(grouped.len(), 2);
        assert_eq!(grouped[0].message, "3 sections are missing");
        assert_eq!(grouped[0].notes, ["Section 2\nSection 1\nSection 0", "for all"]);
        assert_eq!(grouped[1].message, "broken");
    }

    #[test]
    fn one_alone_stays_as_it_is_and_many_are_cut() {
        assert_eq!(shown(&findings(1), Lists::Cut)[0].message, "section `0` is missing");
        let many = findings(40);
        let list = shown(&many, Lists::Cut)[0].notes[0].clone();
        assert_eq!(list.lines().count(), MAX_LISTED + 1);
        assert!(list.ends_with("and 28 more (`check -v` lists them)"));
        assert_eq!(shown(&many, Lists::Whole)[0].notes[0].lines().count(), 40);
        assert_eq!(shown(&findings(13), Lists::Cut)[0].notes[0].lines().count(), 13);
    }
}
