//! Runs of headings that are releases or dates: a log, with or without a title.

use std::collections::BTreeMap;

use text::markdown::Document;
use text::markdown::block::{Block, BlockKind};
use text::markdown::flat::Flat;
use text::markdown::outline::Section;
use text::source::Span;
use words::date::Date;
use words::{Group, Vocabulary};

use crate::directive::OPENING;

use super::beneath::{self, Taken};
use super::body;
use super::entry::{Entry, Release, Text};
use super::found::Rows;
use super::heading::{self, Title};
use super::items;
use super::nested;
use super::numbered;
use super::release::{self, Head};

/// The headings of a document that are releases or dates.
pub(super) struct Heads<'d> {
    document: &'d Document,
    heads: Vec<Option<(Head, Entry)>>,
}

/// The fewest days that tell of releases.
const FEWEST: usize = 2;

/// Whether a release without a day stands below a heading for what is still to come: `Future Versions`.
fn is_ahead(document: &Document, heads: &[Option<(Head, Entry)>], at: usize) -> bool {
    let sections = &document.outline.sections;
    let above = |at: &usize| sections[*at].parent;
    let mut parents = std::iter::successors(above(&at), above);
    let told = |(_, entry): &(Head, Entry)| entry.date.is_none() && entry.release == Release::Out;
    heads[at].as_ref().is_some_and(told)
        && parents.any(|above| heads[above].is_none() && heading::looks_ahead(document, above))
}

/// Entries that belong together, in the order of the text.
pub(super) struct Run {
    pub entries: Vec<Entry>,
    /// Whether most of them are releases.
    pub releases: bool,
    /// Whether a heading has words beside its version and its day: `1.0 – The gate`.
    pub titled: bool,
    /// How many headings have a day themselves.
    pub shown: usize,
    /// What each of them holds, from its heading on.
    pub extents: Vec<Span>,
}

impl Run {
    /// Whether one of them says when.
    pub(super) fn is_dated(&self) -> bool {
        self.entries.iter().any(|entry| entry.date.is_some())
    }

    /// Whether one of them is a release by its version alone: `1.2` is, `4` may number anything.
    pub(super) fn names_releases(&self) -> bool {
        self.releases().any(|version| version.text.contains('.'))
    }

    /// Whether several of them are releases by their versions alone.
    pub(super) fn is_of_releases(&self) -> bool {
        self.releases().count() > 1 && self.names_releases()
    }

    /// Whether it may be a plan: days stand below the headings alone, and do not go back from the first to the last.
    pub(super) fn is_ahead(&self) -> bool {
        let days: Vec<Date> = self.entries.iter().filter_map(Entry::on).collect();
        let back = days.is_sorted_by(|above, below| above >= below) && days.first() > days.last();
        self.shown < FEWEST && self.is_dated() && !back
    }

    fn releases(&self) -> impl Iterator<Item = &Text> {
        let out = self.entries.iter().filter(|entry| entry.release != Release::Unreleased);
        out.filter_map(|entry| entry.version.as_ref())
    }
}

impl<'d> Heads<'d> {
    /// `titles` has what the heading of each section announces.
    pub(super) fn of(document: &'d Document, titles: &[Option<Title>]) -> Self {
        let sections = &document.outline.sections;
        let in_file = heading::is_of_file(document);
        let named = |at: &usize| titles[*at].as_ref().is_some_and(Title::announces_tables);
        let above = |at: &usize| sections[*at].parent;
        let in_log =
            |at: usize| in_file || std::iter::successors(above(&at), above).any(|at| named(&at));
        let read = |(at, section)| release::entry(document, section, in_log(at));
        let mut heads: Vec<Option<(Head, Entry)>> = sections.iter().enumerate().map(read).collect();
        numbered::settle(document, titles, &mut heads);
        nested::settle(document, &mut heads);
        let ahead: Vec<usize> =
            (0..heads.len()).filter(|&at| is_ahead(document, &heads, at)).collect();
        for at in ahead {
            heads[at] = None;
        }
        Self { document, heads }
    }

    /// The entries among the sections between two indices; one run for each part that has a name of
    /// its own: the products of a common history.
    pub(super) fn between(&self, start: usize, end: usize) -> Vec<Run> {
        let found = (start..end).filter(|at| self.heads[*at].is_some());
        let mut parts: BTreeMap<Option<usize>, Vec<usize>> = BTreeMap::new();
        for at in found {
            parts.entry(self.part(at, start)).or_default().push(at);
        }
        if parts.len() < 2 || parts.contains_key(&None) {
            parts = [(None, parts.into_values().flatten().collect())].into();
        }
        let runs = parts.into_values().filter(|found| !found.is_empty());
        runs.map(|mut found| {
            found.sort_unstable();
            self.run(&found, end)
        })
        .collect()
    }

    /// The releases that no title announces: two of them with version and date, or what a file has
    /// whose name is a title. Sections in `taken` are read already. Days below the headings alone are those of a log
    /// where they go back. Beside a log, counted headings are parts of a plan: `Release 1 - 2024-03-05`.
    pub(super) fn untitled(
        &self,
        named: bool,
        beside: bool,
        taken: &[std::ops::Range<usize>],
    ) -> Option<Run> {
        let free = |at: &usize| !taken.iter().any(|range| range.contains(at));
        let release = |at: &usize| {
            let (head, entry) = self.heads[*at].as_ref()?;
            (*head == Head::Release).then_some(entry)
        };
        let all: Vec<usize> = (0..self.heads.len()).filter(free).collect();
        let dated = |at: &&usize| {
            release(at).is_some_and(|entry| {
                let version = entry.version.as_ref();
                let told = |text: &Text| !beside || text.text.contains('.');
                (entry.date.is_some() || self.has_day_beneath(**at)) && version.is_some_and(told)
            })
        };
        let levels: Vec<u8> = all.iter().filter(dated).map(|&at| self.level(at)).collect();
        let found: Vec<usize> = if levels.len() >= FEWEST {
            let alike = |at: &usize| release(at).is_some() && levels.contains(&self.level(*at));
            all.into_iter().filter(alike).collect()
        } else if named {
            all.into_iter().filter(|at| self.heads[*at].is_some()).collect()
        } else {
            Vec::new()
        };
        let told = |at: &usize| release(at).is_none_or(|entry| entry.release == Release::Out);
        let run = found.iter().any(told).then(|| self.run(&found, self.heads.len()));
        run.filter(|run| named || !run.is_ahead())
    }

    /// The items of the place for what is not released, where each has its day.
    pub(super) fn diary(&self, sections: std::ops::Range<usize>) -> Option<Rows> {
        const FEWEST: usize = 3;
        let waits = |entry: &Entry| entry.release == Release::Unreleased;
        let at = sections
            .into_iter()
            .find(|&at| self.heads[at].as_ref().is_some_and(|(_, entry)| waits(entry)))?;
        let body = self.document.outline.sections[at].body.clone();
        let rows = items::rows(self.document, self.document.blocks.get(body)?, true);
        let dated = rows.entries.iter().all(|entry| entry.date.is_some());
        (rows.entries.len() >= FEWEST && dated).then_some(rows)
    }

    /// Whether nothing but a day is the first block below a heading that is a version and nothing else.
    fn has_day_beneath(&self, at: usize) -> bool {
        if self.is_titled(at) {
            return false;
        }
        let body = self.document.outline.sections[at].body.clone();
        let mut blocks = self.document.blocks.get(body).into_iter().flatten();
        let first = blocks.find(|block| !beneath::is_silent(self.document, block));
        first.is_some_and(|block| beneath::is_day(self.document, block))
    }

    fn has_day(&self, at: usize) -> bool {
        self.heads[at].as_ref().is_some_and(|(_, entry)| entry.date.is_some())
    }

    fn is_titled(&self, at: usize) -> bool {
        self.heads[at].as_ref().is_some_and(|(_, entry)| {
            let behind = entry.changes.is_some() || entry.author.is_some();
            behind || nested::is_of_a_package(self.document, entry)
        })
    }

    fn level(&self, at: usize) -> u8 {
        self.document.outline.sections[at].level
    }

    /// The section between the title and an entry whose heading is a name.
    fn part(&self, at: usize, start: usize) -> Option<usize> {
        let sections = &self.document.outline.sections;
        let parent = sections[at].parent.filter(|parent| *parent >= start)?;
        let named = self.heads[parent].is_none()
            && !self.plain_heading(parent).starts_with(|c: char| c.is_ascii_digit());
        if named { Some(parent) } else { self.part(parent, start) }
    }

    fn plain_heading(&self, at: usize) -> String {
        let heading = self.document.blocks.get(self.document.outline.sections[at].block);
        heading.and_then(Block::heading).map(|heading| heading.text.plain()).unwrap_or_default()
    }

    fn run(&self, found: &[usize], end: usize) -> Run {
        let entries = found.iter().filter_map(|&at| {
            let (_, entry) = self.heads[at].as_ref()?;
            let mut entry = entry.clone();
            self.add_body(at, end, found, &mut entry);
            Some(entry)
        });
        let releases = found
            .iter()
            .filter(|at| self.heads[**at].as_ref().is_some_and(|(head, _)| *head == Head::Release));
        Run {
            releases: releases.count() * 2 > found.len(),
            entries: entries.collect(),
            shown: found.iter().filter(|at| self.has_day(**at)).count(),
            titled: found.iter().any(|&at| self.is_titled(at)),
            extents: found.iter().map(|&at| extent(&self.document.outline.sections[at])).collect(),
        }
    }

    /// Adds what stands below a release: its own blocks, the sections inside it, and those that are
    /// called `Added` or `Fixed` on whatever level.
    fn add_body(&self, at: usize, end: usize, found: &[usize], entry: &mut Entry) {
        let sections = &self.document.outline.sections;
        self.add_blocks(at, None, entry);
        for inner in at + 1..end {
            let heading = self.plain_heading(inner);
            let group = Vocabulary::known().whole::<Group>(&heading).is_some();
            let begins = found.binary_search(&inner).is_ok();
            if begins || !(sections[inner].level > sections[at].level || group) {
                break;
            }
            self.add_blocks(inner, Some(()), entry);
        }
    }

    /// Adds the blocks of a section up to a rule; with a title, that of the section before them.
    fn add_blocks(&self, at: usize, titled: Option<()>, entry: &mut Entry) {
        let section = &self.document.outline.sections[at];
        let heading = self.document.blocks.get(section.block).and_then(Block::heading);
        let title = heading.filter(|_| titled.is_some()).and_then(|heading| {
            let flat = Flat::of(&heading.text);
            let text = flat.markdown(flat.all())?.text;
            Some(format!("**{}:**", text.trim_matches('*').trim_end_matches([':', '：'])))
        });
        let blocks = self.document.blocks.get(section.body.clone()).unwrap_or_default();
        let is_rule = |block: &Block| matches!(block.kind, BlockKind::Rule);
        let shows = |block: &Block| !beneath::is_silent(self.document, block);
        let from = blocks.iter().position(shows).unwrap_or(blocks.len());
        let mut before = title;
        let stated = blocks.get(from).filter(|_| titled.is_none());
        let taken =
            stated.map_or(Taken::Nothing, |block| beneath::take(self.document, block, entry));
        let own = blocks[from..].iter().take_while(|block| !is_rule(block)).enumerate();
        for (at, block) in own.skip(usize::from(taken == Taken::Block)) {
            if self.document.slice(block.span).starts_with(OPENING) {
                continue;
            }
            let mut text = match &block.kind {
                BlockKind::List(list) if at == 0 && taken == Taken::Item => {
                    body::items(&list.items[1..])
                }
                _ => body::block(block),
            };
            if let Some(title) = before.take_if(|_| !text.is_empty()) {
                let gap = if text.starts_with('•') { "<br>" } else { " " };
                text = format!("{title}{gap}{text}");
            }
            body::append(entry, &text, block.span);
        }
    }
}

fn extent(section: &Section) -> Span {
    Span::new(section.heading.start, section.end)
}
