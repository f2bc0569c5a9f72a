//! A record's title and its identifiers: of its heading, its front matter, its file's name.

use crate::record_path;
use text::markdown::inline::Inlines;
use text::markdown::outline::Section;
use text::source::Span;

use super::assemble::Reader;
use super::field::is_state;
use super::format::Part;
use super::id::Id;
use super::in_common;
use super::label::LabelKind;
use super::name::{self, Name};
use super::own_series;
use super::record::{Origin, Sourced};
use super::title::Title;
use text::link;

impl Reader<'_> {
    /// The heading's span, the title and the identifier that the heading carries.
    pub(super) fn title(&self) -> (Span, Option<Sourced<String>>, Option<Sourced<Id>>) {
        let heading = self.heading();
        let span = heading.as_ref().map_or(Span::default(), |(_, span)| *span);
        let from_heading =
            heading.map(|(inlines, _)| (inlines.plain(), inlines.span, Origin::Title));
        let Some((text, at, origin)) = from_heading.or_else(|| self.stated_title()) else {
            return (span, None, None);
        };
        let mut title = Title::of(&text, &self.name);
        // `VEP 111: Use X` in `111-use-x/vep.md`
        let around = || {
            let around = link::file_name(link::directory(self.document.source.path()));
            let number = Name::of(around).id?.number()?;
            let stem = format!("{}-{number}", record_path::stem(self.path));
            in_common::shared(&text, &stem)
        };
        if title.id.is_none()
            && let Some((id, words)) =
                in_common::shared(&text, record_path::stem(self.path)).or_else(around)
        {
            title = Title { id: Some(id), words: Some(words.to_owned()) };
        }
        let words = title.words.map(|words| Sourced::new(words, at, origin));
        let id = title.id.filter(|_| !self.counts_sections(span));
        (span, words, id.map(|id| Sourced::new(id, at, origin)))
    }

    /// Whether a heading is the first of numbered sections beside each other: `## 1. Parts`, `## 2. Ways`.
    fn counts_sections(&self, heading: Span) -> bool {
        let sections = &self.document.outline.sections[self.within.clone()];
        let number = |section: &Section| {
            let digits = section.title.bytes().take_while(u8::is_ascii_digit).count();
            section.title[..digits].parse::<u32>().ok()
        };
        let Some(own) = sections.iter().find(|section| section.heading == heading) else {
            return false;
        };
        let beside =
            sections.iter().filter(|section| section.level == own.level && section.level > 1);
        let numbers: Vec<u32> = beside.filter_map(number).collect();
        number(own) == Some(1) && numbers.len() > 1 && numbers[..2] == [1, 2]
    }

    /// Whether a heading of the second level begins with letters and a number that another goes on counting: `W1 — Mend
    /// it` above `W2 — Tell it`.
    fn is_one_of_several(&self, section: &Section) -> bool {
        let counted = |section: &Section| {
            let word = section.title.split(|c: char| !c.is_alphanumeric()).next()?;
            let digits = word.find(|c: char| c.is_ascii_digit()).filter(|&at| at > 0)?;
            let number: u32 = word[digits..].parse().ok()?;
            Some((word[..digits].to_lowercase(), number))
        };
        let Some((word, number)) = counted(section).filter(|_| section.level == 2) else {
            return false;
        };
        let sections = &self.document.outline.sections[self.within.clone()];
        let beside = sections.iter().filter(|other| other.level == 2);
        beside.filter_map(counted).any(|(other, next)| other == word && next == number + 1)
    }

    /// The first heading, if it is of the first level or carries a number; before the first section
    /// that is known, one of the first level counts anywhere. A first line such as `#12. Use X`,
    /// which is no heading for want of a space, counts as meant.
    fn heading(&self) -> Option<(Inlines, Span)> {
        // Below so many parts of the first level the next one is a part as well.
        const MOST_PARTS: usize = 2;
        let blocks = &self.document.blocks;
        let sections = &self.document.outline.sections[self.within.clone()];
        let headings =
            sections.iter().filter_map(|section| Some((section, blocks[section.block].heading()?)));
        let first = sections.iter().any(|section| section.level == 1);
        let stated = self.of(LabelKind::Title).next().is_some();
        let is_part = |text: &str| is_label(text) || is_state(text);
        let (mut parts, mut has_text) = (0, false);
        for (section, heading) in headings {
            let text = section.title.as_str();
            let number = || Title::of(text, &self.name).id;
            // A part of the text that is headed like a title (`# Summary`) shows that the other headings of the first
            // level are parts as well, and so does any part beside a title of its own, as in front matter or below
            // `# Meta`; but for one with the record's own number: `ADR-3`, `0003`. `3 options` counts things.
            let among_parts = has_text || stated && parts > 0;
            // Where no heading is of the first level, the second stands for it.
            let top = section.level == 1 || section.level == 2 && !first && !stated;
            let named =
                || top && !is_part(text) && !self.is_one_of_several(section) || number().is_some();
            let own = || {
                let is_own = number().is_some_and(|id| Some(id) == self.name.id);
                section.level == 1 && is_own && !counts_things(text)
            };
            if self.within.start > 0 || if among_parts { own() } else { named() } {
                return Some((heading.text.clone(), section.heading));
            }
            parts += usize::from(is_part(text));
            has_text |= Part::is(text);
            if section.level > 1 || parts > MOST_PARTS {
                break;
            }
        }
        self.meant_heading()
    }

    /// A first line such as `#12. Use X`.
    fn meant_heading(&self) -> Option<(Inlines, Span)> {
        let preamble = self.document.outline.preamble.clone();
        let line = self.document.blocks[preamble].first()?.paragraph()?;
        let line = line.lines().into_iter().next()?;
        let meant = line.plain().strip_prefix('#').is_some_and(|rest| {
            rest.trim_start_matches('#').starts_with(|c: char| c.is_alphanumeric())
        });
        let span = line.span;
        meant.then_some((line, span))
    }

    /// The title of the front matter, or a heading that slipped into it as a comment.
    fn stated_title(&self) -> Option<(String, Span, Origin)> {
        let statement = self.of(LabelKind::Title).next();
        let from_key = statement.and_then(|statement| {
            let line = statement.lines.first()?;
            Some((line.plain(), line.span, statement.origin))
        });
        from_key.or_else(|| self.comment_title())
    }

    /// `# Use X` with a blank line below it at the top of the YAML block.
    fn comment_title(&self) -> Option<(String, Span, Origin)> {
        let body = self.document.front_matter.as_ref()?.body;
        let text = self.document.slice(body);
        let mut lines = text.lines();
        let title = lines.next()?.strip_prefix("# ")?;
        lines.next().filter(|line| line.trim().is_empty())?;
        let span = Span::new(body.start + 2, body.start + 2 + title.len());
        Some((title.trim().to_owned(), span, Origin::FrontMatter))
    }

    /// Every identifier: of the title, the file's name, the front matter.
    pub(super) fn ids(&self, title: Option<Sourced<Id>>) -> Vec<Sourced<Id>> {
        let mut ids: Vec<Sourced<Id>> = title.into_iter().collect();
        let page = record_path::has_own_directory(self.path);
        let origin = if page { Origin::Directory } else { Origin::FileName };
        ids.extend(self.name.id.clone().map(|id| Sourced::new(id, Span::default(), origin)));
        ids.extend(self.keyed_id());
        for statement in self.of(LabelKind::Id) {
            let line = statement.lines.first().filter(|line| !self.leads_elsewhere(line));
            let stated = |line: &Inlines| {
                stated_id(&line.plain()).or_else(|| self.names_the_file(&line.plain()))
            };
            if let Some((line, id)) = line.and_then(|line| Some((line, stated(line)?))) {
                ids.push(Sourced::new(id, line.span, statement.origin));
            }
        }
        ids
    }

    /// `id: DR--2024--queues` in a file that is called so.
    fn names_the_file(&self, value: &str) -> Option<Id> {
        let same = value.trim().eq_ignore_ascii_case(record_path::stem(self.path));
        same.then(|| Id::Name(value.trim().to_owned()))
    }

    /// Whether a value is a link to another file: `ADR: [ADR-7](0007-use-x.md)` in a plan for it.
    fn leads_elsewhere(&self, line: &Inlines) -> bool {
        let own = link::file_name(self.path);
        line.links.iter().any(|link| {
            let file = link::file_name(&link.target);
            !link.image && link::stem(file) != file && file != own
        })
    }

    /// `hip: 10` in a file called `hip-10`, `* TAP: 9` in one called `tap9`: the series goes without saying.
    fn keyed_id(&self) -> Option<Sourced<Id>> {
        let stem = record_path::stem(self.path);
        let letters = stem.find(|c: char| !c.is_ascii_alphabetic()).unwrap_or(stem.len());
        let (series, rest) = stem.split_at(letters);
        let number = rest.trim_start_matches(['-', '_']).split(['-', '_']).next()?;
        let number: u64 = number.parse().ok().filter(|_| !series.is_empty())?;
        let front = self.document.front_matter.as_ref();
        let keyed = front.and_then(|front| {
            let entry =
                front.entries.iter().find(|entry| entry.key.eq_ignore_ascii_case(series))?;
            let same = entry.value.as_str()?.trim().parse() == Ok(number);
            same.then_some((entry.value.span, Origin::FrontMatter))
        });
        let (span, origin) = keyed.or_else(|| own_series::stated(self.document, series, number))?;
        Some(Sourced::new(Id::Number(number), span, origin))
    }
}

/// `3 options`, and neither `3. Use X` nor `003 Use X`.
fn counts_things(heading: &str) -> bool {
    let behind = heading.trim_start_matches(|c: char| c.is_ascii_digit());
    heading.starts_with(|c: char| ('1'..='9').contains(&c)) && !behind.starts_with(['.', ':'])
}

/// `Architecture Decision Record` alone names no decision.
fn is_type(heading: &str) -> bool {
    words::Vocabulary::known()
        .whole::<words::Reference>(heading)
        .is_some_and(|found| found.meaning == words::Reference::Record)
}

/// A heading that names a part of a record and not its subject.
fn is_label(heading: &str) -> bool {
    let part = |heading: &str| LabelKind::of(heading).is_some() || Part::is(heading);
    let joined = || {
        let parts = words::Vocabulary::known().at_and(heading);
        parts.len() > 1 && parts.iter().all(|one| part(one.trim()))
    };
    part(heading) || is_type(heading) || joined()
}

/// An identifier as the value of a key: `12`, `ADR-0012`; never a word, a date or the number at the end of an
/// address.
fn stated_id(text: &str) -> Option<Id> {
    let address = text.contains("://");
    name::from_reference(text).filter(|id| !address && id.number().is_some())
}
