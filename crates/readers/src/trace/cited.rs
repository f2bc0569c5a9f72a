//! Where items and records are named: by their ids, and by links to them.

use std::ops::Range;

use text::markdown::Document;
use text::markdown::block::{Block, BlockKind, each_text};
use text::markdown::inline::{Inlines, RunKind};
use text::source::Span;

use super::id::{Id, Ids, Token};

/// What is named.
#[derive(Clone, Debug)]
pub(super) enum Named {
    /// What has this id.
    Id(Id),
    /// The record at this place of the collection.
    Record(usize),
}

/// A name where it stands.
#[derive(Clone, Debug)]
pub(super) struct Mention {
    pub(super) named: Named,
    pub(super) span: Span,
    /// Whether an author means this very id, and means it to count. In code, in a link's target and within a range
    /// that words make, it is only not to be told that it is missing.
    pub(super) certain: bool,
}

/// What is looked for.
pub(super) struct Search<'s> {
    pub(super) ids: Ids<'s>,
    /// Whether ids of this prefix are known.
    pub(super) counts: &'s dyn Fn(&str) -> bool,
    /// The record that a link's target leads to.
    pub(super) record: &'s dyn Fn(&str) -> Option<usize>,
}

impl Search<'_> {
    /// All that a block names.
    pub(super) fn block(&self, document: &Document, block: &Block) -> Vec<Mention> {
        let mut found = Vec::new();
        self.nested(document, block, &mut found);
        found
    }

    fn nested(&self, document: &Document, block: &Block, found: &mut Vec<Mention>) {
        match &block.kind {
            BlockKind::Code(_) | BlockKind::Html => {
                let text = document.slice(block.span);
                self.tokens(text, &mut |id, range, _| {
                    let span = Span::from(range).shifted(block.span.start);
                    found.push(Mention { named: Named::Id(id), span, certain: false });
                });
            }
            BlockKind::List(list) => {
                let blocks = list.items.iter().flat_map(|item| &item.blocks);
                blocks.for_each(|block| self.nested(document, block, found));
            }
            BlockKind::Quote(blocks)
            | BlockKind::Footnote(blocks)
            | BlockKind::Definition(blocks) => {
                for block in blocks {
                    self.nested(document, block, found);
                }
            }
            _ => each_text(block, &mut |text| self.text(text, found)),
        }
    }

    fn text(&self, text: &Inlines, found: &mut Vec<Mention>) {
        for run in text.runs().filter(|run| matches!(run.kind, RunKind::Text | RunKind::Code)) {
            let plain = run.is_verbatim() && !run.strike;
            self.tokens(run.text, &mut |id, range, certain| {
                let span = Span::from(range).shifted(run.span.start);
                let span = if run.is_verbatim() { span } else { run.span };
                found.push(Mention { named: Named::Id(id), span, certain: certain && plain });
            });
        }
        for link in &text.links {
            if let Some(record) = (self.record)(&link.target) {
                let named = Named::Record(record);
                found.push(Mention { named, span: link.span, certain: true });
            }
            let anchor = link.target.split_once('#').map(|(_, anchor)| anchor);
            let token = anchor.and_then(|anchor| self.ids.of_anchor(anchor, &self.counts));
            if let Some(Token { id, .. }) = token {
                found.push(Mention { named: Named::Id(id), span: link.span, certain: false });
            }
        }
    }

    /// The ids of a text, each with whether it is certain; those between the two ends of a range too.
    fn tokens(&self, text: &str, look: &mut impl FnMut(Id, Range<usize>, bool)) {
        let mut last: Option<Token> = None;
        let addresses = addresses(text);
        let is_address = |token: &Token| {
            let before = addresses.partition_point(|one| one.start <= token.range.start);
            before > 0 && token.range.start < addresses[before - 1].end
        };
        for token in self.ids.find(text, &self.counts).into_iter().filter(|one| !is_address(one)) {
            if let Some(last) = &last {
                let between = &text[last.range.end..token.range.start];
                if is_range(between) {
                    let range = last.range.start..token.range.end;
                    within(&last.id, &token.id).for_each(|id| look(id, range.clone(), false));
                }
            }
            look(token.id.clone(), token.range.clone(), token.capital);
            let more = tail(&text[token.range.end..], &token.id).chain(compound(&token.id));
            more.for_each(|id| look(id, token.range.clone(), false));
            last = Some(token);
        }
    }
}

/// Where addresses stand in a text, from `://` on: what looks like an id there is another's.
fn addresses(text: &str) -> Vec<Range<usize>> {
    let ends = |c: char| c.is_whitespace() || !c.is_ascii() || "<>\"".contains(c);
    let mut found: Vec<Range<usize>> = Vec::new();
    for (start, _) in text.match_indices("://") {
        if found.last().is_none_or(|last| start >= last.end) {
            let end = text[start..].find(ends).map_or(text.len(), |len| start + len);
            found.push(start..end);
        }
    }
    found
}

/// Whether two ids with this between them are the ends of a range: any one word may be a language's "to".
fn is_range(between: &str) -> bool {
    const LONGEST_WORD: usize = 8;
    let word = between.trim();
    let signs = ["-", "–", "—", "..", "...", "…", "~", "～"];
    let is_word = !word.is_empty() && word.chars().all(char::is_alphabetic);
    signs.contains(&word) || is_word && word.chars().count() <= LONGEST_WORD
}

/// As many ids can stand between the ends of a range; further apart they are no range.
const LONGEST_RANGE: u64 = 50;

/// The ids between two.
fn within<'i>(from: &'i Id, to: &Id) -> impl Iterator<Item = Id> + use<'i> {
    let ends = (from.prefix == to.prefix).then(|| Some((from.ordinal()?, to.ordinal()?))).flatten();
    let ends = ends.filter(|(from, to)| to.saturating_sub(*from) <= LONGEST_RANGE);
    ends.into_iter().flat_map(|(start, end)| start + 1..end).map(|number| from.with(number))
}

/// The ids that `R-1-4` means where it is a range.
fn compound(id: &Id) -> impl Iterator<Item = Id> {
    let ends =
        id.first_and_last().filter(|(first, last)| last.saturating_sub(*first) <= LONGEST_RANGE);
    ends.into_iter().flat_map(|(first, last)| first..=last).map(|number| id.with(number))
}

/// What follows an id without its prefix: `R-1–4`, `R-1/2/3`.
fn tail(rest: &str, id: &Id) -> impl Iterator<Item = Id> {
    let mut numbers = Vec::new();
    let mut rest = rest;
    let mut last = id.ordinal();
    while let Some(from) = last.take() {
        let Some(sign) = rest.chars().next().filter(|c| "–/,".contains(*c)) else { break };
        let behind = &rest[sign.len_utf8()..];
        let len = behind.bytes().take_while(u8::is_ascii_digit).count();
        let whole = !behind[len..].starts_with(char::is_alphanumeric);
        let Some(number) = behind[..len].parse::<u64>().ok().filter(|_| whole) else { break };
        if sign == '–' && number.saturating_sub(from) <= LONGEST_RANGE {
            numbers.extend(from + 1..number);
        }
        numbers.push(number);
        (rest, last) = (&behind[len..], Some(number));
    }
    numbers.into_iter().map(|number| id.with(number)).collect::<Vec<_>>().into_iter()
}
