//! Pages that say of themselves that they are no records: indexes by their front matter, and pointers to where a
//! record has moved.

use text::link;
use text::markdown::Document;
use text::markdown::block::{Block, BlockKind};
use text::markdown::front_matter::FrontMatter;
use text::source::Span;
use words::{ClauseRole, Reference, Vocabulary};

use super::links::links;
use super::name::Name;
use super::record::Record;
use super::text::Line;

/// Whether the front matter says that a page is an index, `type: index`, and states nothing that a decision has.
pub(super) fn is_index(document: &Document, record: &Record) -> bool {
    // Values of programs' schemas.
    const VALUES: [&str; 3] = ["index", "adr index", "decision index"];
    let is_one = |value: &str| VALUES.contains(&&*value.to_lowercase().replace(['-', '_'], " "));
    let front = document.front_matter.as_ref();
    front.is_some_and(|front| has(front, &["type", "kind"], is_one)) && !decides(record)
}

/// Whether it says that a program writes the page, `generated: true`, and states nothing that a decision has.
pub(super) fn is_generated(document: &Document, record: &Record) -> bool {
    let is_true = |value: &str| ["true", "yes"].iter().any(|one| value.eq_ignore_ascii_case(one));
    let mut entries = document.front_matter.iter().flat_map(|front| &front.entries);
    let is_told = entries.any(|entry| {
        Vocabulary::known().is(Reference::Generated, &entry.key)
            && entry.value.as_str().is_some_and(is_true)
    });
    is_told && !decides(record)
}

/// Whether the front matter has one of some keys, however it is spelt, with such a value.
pub(super) fn has(front: &FrontMatter, keys: &[&str], is_it: impl Fn(&str) -> bool) -> bool {
    front.entries.iter().any(|entry| {
        let key = entry.key.to_lowercase().replace(['-', '_'], "");
        keys.contains(&&*key) && entry.value.as_str().is_some_and(&is_it)
    })
}

fn decides(record: &Record) -> bool {
    let part = || record.sections.iter().any(|section| section.part.is_some());
    record.status_raw.is_some() || !record.states.is_empty() || part()
}

/// Whether a page has, below its title, nothing but a sentence with a link to the same record elsewhere.
pub(super) fn is_pointer(document: &Document, record: &Record, path: &str) -> bool {
    const MOST_WORDS: usize = 60;
    let is_heading = |kind: &BlockKind| matches!(kind, BlockKind::Heading(_));
    let headings = document.blocks.iter().filter(|block| is_heading(&block.kind)).count();
    let mut said = document.blocks.iter().map(|block| &block.kind).filter(|kind| !is_heading(kind));
    let (Some(only), None) = (said.next(), said.next()) else { return false };
    let whole = Span::new(0, document.source.text().len());
    let words = document.source.text().split_whitespace().count();
    if headings > 1
        || !is_sentence(only)
        || words > MOST_WORDS
        || record.status.is_some()
        || document.front_matter.is_some()
    {
        return false;
    }
    if has_moved(only) {
        return true;
    }
    let own = Name::of_path(path);
    let home = link::directory(path);
    let all = links(document, whole);
    let records = all.iter().filter(|link| !link.image);
    let elsewhere = |target: &str| {
        let file = link::file_name(target.split(['#', '?']).next().unwrap_or(target));
        let page = file.rsplit_once('.').is_none_or(|(_, end)| end.eq_ignore_ascii_case("md"));
        let there = Name::of_path(target);
        let same = there.id.is_some() && there.id == own.id;
        page && same && link::resolve(home, target).is_none_or(|file| file != path)
    };
    let targets: Vec<&str> = records.map(|link| &*link.target).collect();
    !targets.is_empty() && targets.iter().all(|target| elsewhere(target))
}

/// Whether a sentence says that the record is elsewhere, and where, and nothing more: `Moved to [Use Y](0008-use-y.md).`
fn has_moved(said: &BlockKind) -> bool {
    let text = match said {
        BlockKind::Paragraph(text) => text,
        BlockKind::Quote(blocks) => match &**blocks {
            [Block { kind: BlockKind::Paragraph(text), .. }] => text,
            _ => return false,
        },
        _ => return false,
    };
    let [only] = &*text.links else { return false };
    let known = Vocabulary::known();
    let line = Line::of(text);
    let links = line.links(&(0..line.text.len()));
    let [(shown, _)] = &*links else { return false };
    let glue = |word: &str| {
        known.starts(ClauseRole::LeadIn, word).is_some()
            || known.starts(Reference::Record, word).is_some()
    };
    let said = &line.text[..shown.start];
    let mut starts = words::word_starts(said).skip_while(|&at| {
        known.starts(Reference::Moved, &said[at..]).is_none() && glue(&said[at..])
    });
    let moved =
        starts.next().and_then(|at| Some(at + known.starts(Reference::Moved, &said[at..])?.len));
    let file = link::file_name(only.target.split(['#', '?']).next().unwrap_or(&only.target));
    let page = link::stem(file).len() < file.len();
    // `Moved to [May](minutes.md)` was put off.
    page && !only.image
        && Name::of_path(&only.target).id.is_some()
        && !line.text[shown.end..].contains(char::is_alphanumeric)
        && moved.is_some_and(|end| {
            let mut rest = words::word_starts(&said[end..]);
            rest.all(|at| glue(&said[end + at..]))
        })
}

/// Whether a block is one sentence.
fn is_sentence(kind: &BlockKind) -> bool {
    match kind {
        BlockKind::Paragraph(text) => {
            let text = text.plain();
            let ends = text.trim_end().trim_end_matches(['.', '!', '。', ')']);
            !["。", "! ", "? ", ". ", ".\n"].iter().any(|end| ends.contains(end))
        }
        BlockKind::Quote(blocks) => matches!(&**blocks, [only] if is_sentence(&only.kind)),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use text::source::Source;

    use super::super::read::{Aside, Reading, read};
    use super::super::status::OwnWords;
    use super::*;

    #[track_caller]
    fn aside(path: &str, text: &str) -> Option<Aside> {
        match read(&Document::parse(&Source::new(path, text)), path, &OwnWords::new()) {
            Reading::Aside(aside) => Some(aside),
            _ => None,
        }
    }

    #[test]
    fn front_matter_tells_an_index() {
        let list = "# ADR-0099: By topic\n\n- [ADR-1](0001-x.md)\n";
        for front in [
            "type: index",
            "kind: ADR-index",
            "generated: true",
            "auto-generated: yes",
            "auto_generated: true",
            "autogenerated: true",
            "generado: true",
        ] {
            let text = format!("---\n{front}\n---\n\n{list}");
            let kind = if front.contains("index") { Aside::Index } else { Aside::Generated };
            assert_eq!(aside("adr/0099-all.md", &text), Some(kind), "{front}");
        }
        for front in [
            "type: adr",
            "generated: false",
            "generado: false",
            "generado: true\nstatus: aceptado",
            "generador: true",
            "type: decision",
            "layout: index",
            "type: index\nstatus: accepted",
            "generated: true\nstatus: accepted\ndate: 2024-03-05",
        ] {
            let text = format!("---\n{front}\n---\n\n{list}");
            assert_eq!(aside("adr/0099-all.md", &text), None, "{front}");
        }
        for part in ["Decision", "Rationale", "Status"] {
            let decided =
                format!("---\ngenerated: true\n---\n\n# 7. Use X\n\n## {part}\n\nAccepted.\n");
            assert_eq!(aside("adr/0007-x.md", &decided), None, "a program wrote it: {part}");
        }
    }

    #[test]
    fn a_pointer_to_the_same_record_elsewhere_is_none() {
        for text in [
            "# ADR-0007: Use X\n\nThis record has moved to [ADR-0007](../../b/0007-use-x.md).\n",
            "# ADR-0007\n\n> Moved to [the other book](../b/0007-y).\n",
            "[See here](../b/adr-7-use-x.md)\n",
            "Moved to [0008-y.md](0008-y.md).\n",
            "# 7. Use X\n\n> This record has been moved to [ADR-8](0008-y.md)\n",
            "# 7. Use X\n\nUmbenannt in [8](0008-y.md)\n",
        ] {
            assert_eq!(aside("adr/0007-use-x.md", text), Some(Aside::Moved), "{text}");
        }
        for text in [
            "# ADR-0007: Use X\n\nStatus: accepted\n\nSee [more](../b/0007-use-x.md).\n",
            "# ADR-0007: Use X\n\nWe use X, as [ADR-3](0003-y.md) says.\n",
            "# ADR-0007: Use X\n\n## Decision\n\nSee [more](../b/0007-use-x.md).\n",
            "# ADR-0007: Use X\n\nWe use X.\n",
            "# ADR-0007: Use X\n\n[English version](en/0007-use-x.md)\n\nWe use X for all.\n",
            "# ADR-0007: Use X\n\nWe use X for all. [English](en/0007-use-x.md)\n",
            "# ADR-0007: Use X\n\nWe use X for all ([print](0007-use-x.pdf)).\n",
            "# ADR-0007: Use X\n\nWe moved to [X](https://x.example).\n",
            "# ADR-0007: Use X\n\nThe queue moved to [X](0008-x.md).\n",
            "# ADR-0007: Use X\n\nMoved to [X](0008-x.md) for its price.\n",
            "# ADR-0007: Use X\n\nThe decision was moved to [May](minutes.md).\n",
            "# ADR-0007: Use X\n\nVerschoben: [Protokoll](../protokoll.md)\n",
        ] {
            assert_eq!(aside("adr/0007-use-x.md", text), None, "{text}");
        }
    }
}
