//! A template from its Markdown. Any Markdown file is a template; attributes refine it.

use std::collections::HashSet;
use std::ops::Range;
use std::sync::Arc;

use text::markdown::Document;
use text::markdown::block::{BlockKind, Heading};
use text::markdown::mojibake;
use text::markdown::outline::Section;
use text::source::{Source, Span};
use words::{Concept, Vocabulary};

use crate::settings::paths::PathSet;

use super::generated_id::Generated;
use super::heading::{counted, is_prototype, markdown};
use super::key::{Key, keys_of};
use super::problem::concept_named;
use super::{Demand, Need, Problem, Template, TemplateSection, comment, head, home};

/// Reads a template; `name` is used where its front matter states none.
///
/// Everything that can be read is, and every mistake is reported beside it.
pub fn read(name: &str, source: &Arc<Source>) -> (Template, Vec<Problem>) {
    let document = Document::parse(source);
    let mut problems = Vec::new();
    let mut template = head::read(name, &document, &mut problems);
    let mut ids = HashSet::new();
    let mut generated = Generated::default();
    let mut prototypes = HashSet::new();
    for section in &document.outline.sections {
        let Some(heading) = document.blocks[section.block].heading() else { continue };
        let mut read = self::section(&document, section, heading, &mut problems);
        if heading.id.is_none() {
            read.id = generated.id(&heading.text.plain(), section.parent, &template);
        }
        if read.repeat.is_some() {
            read.copy |= !prototypes.insert((section.parent, counted(&heading.text.plain())));
            prototypes.insert((section.parent, counted(&read.heading)));
        }
        generated.take(&read.id);
        if !read.copy && !ids.insert(read.id.clone()) {
            let message = format!("the id `{}` is used twice", read.id);
            problems.push(Problem { span: section.heading, message });
        }
        template.sections.push(read);
    }
    if template.sections.is_empty() {
        let message = "a template needs at least one heading".to_owned();
        problems.push(Problem { span: Span::at(document.body_start()), message });
    }
    (template, problems)
}

fn section(
    document: &Document,
    section: &Section,
    heading: &Heading,
    problems: &mut Vec<Problem>,
) -> TemplateSection {
    let plain = heading.text.plain();
    // Headings of documents are read in the same way.
    let plain = mojibake::decoded(&plain).unwrap_or(plain);
    let parent = section.parent;
    let attribute = |name: &str| {
        let found = heading.attributes.iter().find(|(key, _)| key == name)?;
        Some(found.1.clone().unwrap_or_default())
    };
    let class = |name: &str| heading.classes.iter().any(|class| class == name);
    let comments = |word: &str| comments(document, section.body.clone(), word);
    let aliases: Vec<String> = comments("aliases")
        .into_iter()
        .flat_map(|list| list.split(';'))
        .map(|alias| alias.split_whitespace().collect::<Vec<_>>().join(" "))
        .filter(|alias| !alias.is_empty())
        .collect();
    let guide = comments("guide").first().copied();
    let guide = guide.map(|text| text.lines().map(str::trim).collect::<Vec<_>>().join("\n"));
    let prototype = attribute("repeat").or_else(|| is_prototype(&plain).then(|| "item".to_owned()));
    let min = attribute("min").map_or(0, |min| {
        min.parse().unwrap_or_else(|_| {
            let message = format!("`min={min}` is not a number");
            problems.push(Problem { span: section.heading, message });
            0
        })
    });
    let copy = class("copy");
    TemplateSection {
        id: heading.id.clone().unwrap_or_default(),
        heading: markdown(document, section, heading),
        level: section.level,
        parent,
        need: need(heading, problems, section.heading),
        repeat: prototype,
        min,
        copy,
        keep: class("keep"),
        demands: demands(heading),
        describes: PathSet::new(attribute("describes").iter().flat_map(|paths| paths_of(paths))),
        defines: home::homes(&attribute("defines").unwrap_or_default(), problems, section.heading),
        guide,
        concepts: concepts(attribute("concept"), &plain, problems, section.heading),
        keys: section_keys(&plain, &aliases),
        aliases,
        sample: sample(document, section),
        span: section.heading,
    }
}

/// `src/payments/**,src/fees.rs`
fn paths_of(value: &str) -> impl Iterator<Item = String> {
    let paths = value.split(',').map(|path| path.trim_start_matches('/'));
    paths.filter(|path| !path.is_empty()).map(str::to_owned)
}

/// `columns=required`, `fields=required`.
fn demands(heading: &Heading) -> Vec<Demand> {
    let asks = |demand: &&Demand| {
        let mut attributes = heading.attributes.iter();
        attributes.any(|(key, value)| key == demand.name() && value.as_deref() == Some("required"))
    };
    Demand::ALL.iter().filter(asks).copied().collect()
}

fn section_keys(heading: &str, aliases: &[String]) -> Vec<Key> {
    let mut keys = keys_of(heading);
    keys.truncate(if is_prototype(heading) { keys.len() } else { 2 });
    for alias in aliases {
        let key = Key::new(alias);
        if !key.is_empty() && !keys.contains(&key) {
            keys.push(key);
        }
    }
    keys
}

/// The concepts that `concept=interfaces,api` names; without it, what the heading says.
fn concepts(
    named: Option<String>,
    heading: &str,
    problems: &mut Vec<Problem>,
    span: Span,
) -> Vec<Concept> {
    let Some(named) = named else { return concepts_of(heading) };
    let names = named.split(',').filter(|&name| name != "none");
    names.filter_map(|name| concept_named(name, problems, span)).collect()
}

/// What the vocabulary knows under a heading.
pub(super) fn concepts_of(heading: &str) -> Vec<Concept> {
    let found = Vocabulary::known().meanings::<Concept>(heading);
    found.into_iter().map(|found| found.meaning).collect()
}

/// The class that names the need; a section that states none is required.
fn need(heading: &Heading, problems: &mut Vec<Problem>, span: Span) -> Need {
    let stated: Vec<Need> = heading.classes.iter().filter_map(|class| Need::of(class)).collect();
    if stated.len() > 1 {
        let message = "a section has one need: required, recommended, optional or container";
        problems.push(Problem { span, message: message.to_owned() });
    }
    stated.first().copied().unwrap_or(Need::Required)
}

/// The texts of the comments among some blocks with this keyword.
fn comments<'d>(document: &'d Document, blocks: Range<usize>, word: &str) -> Vec<&'d str> {
    let html = document.blocks[blocks].iter().filter(|block| matches!(block.kind, BlockKind::Html));
    let notes = html.flat_map(|block| comment::spans(document.slice(block.span)));
    let said = notes.filter_map(|(_, note)| comment::keyword(note));
    said.filter(|(known, _)| *known == word).map(|(_, text)| text).collect()
}

/// The Markdown under the heading without comments, with single blank lines where they stood.
fn sample(document: &Document, section: &Section) -> String {
    let mut sample = String::new();
    let mut at = section.body_span.start;
    for block in &document.blocks[section.body.clone()] {
        if !matches!(block.kind, BlockKind::Html) {
            continue;
        }
        let html = document.slice(block.span);
        for (range, _) in comment::spans(html) {
            sample.push_str(&document.source.text()[at..block.span.start + range.start]);
            at = block.span.start + range.end;
            let behind = html[range.end..].lines().next().unwrap_or_default().trim();
            // Such a line is HTML; without any comment it would be Markdown, and `## Two` a heading.
            if !behind.is_empty() && !behind.starts_with("<!--") {
                sample.push_str("<!-- -->");
            }
        }
    }
    sample.push_str(&document.source.text()[at..section.body_span.end]);
    let lines: Vec<&str> = sample.trim_matches(['\n', '\r']).lines().collect();
    let mut tidy = lines.join("\n");
    while tidy.contains("\n\n\n") {
        tidy = tidy.replace("\n\n\n", "\n\n");
    }
    tidy.trim_matches('\n').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read_text(text: &str) -> (Template, Vec<Problem>) {
        read("own", &Source::new("own.md", text))
    }

    #[test]
    fn what_stands_behind_a_comment_is_no_markdown() {
        let (template, _) = read_text("## One {#one}\n\n<!-- a --><!-- b -->## Two\n");
        assert_eq!(template.sections[0].sample, "<!-- -->## Two");
    }

    #[test]
    fn attributes_and_comments_refine() {
        let (template, problems) = read_text(
            "---\nname: payments\nversion: 2.1.0\nparams: { project: { required: true } }\n---\n\
             ## PCI scope {#security.pci .recommended}\n\
             <!-- guide: Which parts\ntouch card data? -->\n\
             <!-- aliases: Card data;\nPCI DSS -->\n<!-- an internal remark -->\n\n\
             - **Purpose:** [why]\n\n\
             ### Component {{n}}: [Name] {#components.component repeat=component min=1}\n",
        );
        assert!(problems.is_empty(), "{problems:?}");
        assert_eq!((template.name.as_str(), template.version.major), ("payments", 2));
        assert!(template.params[0].required);
        let pci = &template.sections[0];
        assert_eq!((pci.id.as_str(), pci.need), ("security.pci", Need::Recommended));
        assert_eq!(pci.guide.as_deref(), Some("Which parts\ntouch card data?"));
        assert_eq!(pci.aliases, ["Card data", "PCI DSS"]);
        assert_eq!(pci.sample, "- **Purpose:** [why]");
        let component = &template.sections[1];
        assert_eq!((component.repeat.as_deref(), component.min), (Some("component"), 1));
        assert_eq!(
            (component.parent, component.heading.as_str()),
            (Some(0), "Component {{n}}: [Name]")
        );
    }

    #[test]
    fn any_markdown_file_is_a_template() {
        let (template, problems) = read_text(
            "# Title\n\nIntro\n\n## Goals\n\nWhy?\n\n## [API 1]\n\n## [API 2]\n\n## Goals\n",
        );
        assert!(problems.is_empty(), "{problems:?}");
        let ids: Vec<_> = template.sections.iter().map(|section| section.id.as_str()).collect();
        assert_eq!(ids, ["title", "goals", "api-1", "api-2", "goals-2"]);
        assert_eq!(template.sections[2].repeat.as_deref(), Some("item"));
        let copies: Vec<_> = template.sections.iter().map(|section| section.copy).collect();
        assert_eq!(copies, [false, false, false, true, false]);
        assert_eq!(template.sections[1].sample, "Why?");
    }

    #[test]
    fn a_heading_keeps_its_marks_and_is_one_line() {
        let (template, _) = read_text("Goals\nand *risks*\n---\n\n[text]\n");
        assert_eq!(template.sections[0].heading, "Goals and *risks*");
        assert_eq!(template.sections[0].id, "goals-and-risks");
        for (line, heading) in [
            ("*Goals* and _risks_", "*Goals* and _risks_"),
            ("**Goals and risks**", "Goals and risks"),
            ("Goals ~~and~~ {#a}", "Goals ~~and~~"),
            ("`Goals` and [**risks**](a.md) ##", "`Goals` and [**risks**](a.md)"),
        ] {
            assert_eq!(read_text(&format!("## {line}\n")).0.sections[0].heading, heading);
        }
    }

    #[test]
    fn equal_headings_are_counted_on() {
        let (template, _) = read_text("## A {#a-2}\n## A\n## A\n## A\n");
        let ids: Vec<_> = template.sections.iter().map(|section| section.id.as_str()).collect();
        assert_eq!(ids, ["a-2", "a", "a-3", "a-4"]);
        let (many, _) = read_text(&"## A\n".repeat(5_000));
        assert_eq!(many.sections.last().map(|last| last.id.as_str()), Some("a-5000"));
    }

    #[test]
    fn mistakes_are_told_at_their_place() {
        let (_, problems) = read_text("---\nversion: one\n---\n## A {#a}\n\n## B {#a min=x}\n");
        let told: Vec<_> = problems.iter().map(|problem| problem.message.as_str()).collect();
        assert_eq!(told.len(), 3, "{told:?}");
    }
}
