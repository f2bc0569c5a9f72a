//! Attributes of headings that ask for nothing.

use text::markdown::block::{BlockKind, Heading};
use text::markdown::outline::Section;
use text::source::Span;
use text::wording::nearest;

use super::super::Problem;
use super::super::{Need, TemplateSection};
use super::{Parent, Read, meaningless};

const CLASSES: [&str; 7] =
    ["required", "recommended", "optional", "container", "copy", "keep", "removed"];
const ATTRIBUTES: [&str; 9] =
    ["repeat", "min", "concept", "columns", "fields", "describes", "defines", "after", "before"];
const DEMANDS: [&str; 2] = ["required", "optional"];

pub(super) fn find(read: &Read<'_>) -> Vec<Problem> {
    let mut problems = Vec::new();
    let headings = read.document.outline.sections.iter();
    let headings =
        headings.filter_map(|one| Some((one, read.document.blocks[one.block].heading()?)));
    for (index, (section, heading)) in headings.enumerate() {
        let Some(own) = read.own.sections.get(index) else { break };
        let attributes = Attributes { read, section, heading, own, index };
        attributes.find(&mut problems);
    }
    problems
}

/// The attributes of one heading.
struct Attributes<'t> {
    read: &'t Read<'t>,
    section: &'t Section,
    heading: &'t Heading,
    own: &'t TemplateSection,
    index: usize,
}

impl Attributes<'_> {
    fn find(&self, problems: &mut Vec<Problem>) {
        let extends = !matches!(self.read.parent, Parent::None);
        for class in &self.heading.classes {
            let message = match class.as_str() {
                "" => "`.` names nothing: write `.required`, without a space".to_owned(),
                "removed" if !extends => NO_PARENT.replace("{}", ".removed"),
                class if CLASSES.contains(&class) => continue,
                class => meaningless(class, ".", &CLASSES),
            };
            problems.push(self.problem(&format!(".{class}"), message));
        }
        for (key, value) in &self.heading.attributes {
            let message = match value.as_deref() {
                None => self.without_value(key),
                Some(value) => self.value(key, value, extends),
            };
            problems.extend(message.map(|message| self.problem(key, message)));
        }
        problems.extend(self.id());
        problems.extend(self.unread().map(|message| Problem { span: self.line(), message }));
        if self.own.copy && !extends && !self.has_prototype() {
            let message = "`.copy` is a further sample of a section with `repeat=`, and none stands \
                           before it";
            problems.push(self.problem(".copy", message.to_owned()));
        }
    }

    /// A word without `#`, `.` or `=`.
    fn without_value(&self, word: &str) -> Option<String> {
        if word.contains(['"', '\'']) {
            // Part of a quoted value, which is told of where it begins.
            return None;
        }
        Some(if ATTRIBUTES.contains(&word) {
            format!("`{word}` needs a value: `{word}=...`")
        } else if let Some(near) = nearest(word, CLASSES) {
            format!("`{word}` means nothing here; did you mean `.{near}`?")
        } else if self.heading.id.as_deref().is_none_or(str::is_empty) {
            format!("`{word}` means nothing here; did you mean `#{word}`?")
        } else {
            meaningless(word, "", &ATTRIBUTES)
        })
    }

    fn value(&self, key: &str, value: &str, extends: bool) -> Option<String> {
        if !ATTRIBUTES.contains(&key) {
            return Some(meaningless(key, "", &ATTRIBUTES));
        }
        if value.is_empty() {
            return Some(format!("`{key}` needs a value: `{key}=...`"));
        }
        if value.starts_with(['"', '\'']) {
            return Some(format!("the value of `{key}` has no quotes, and no spaces"));
        }
        match key {
            "columns" | "fields" if !DEMANDS.contains(&value) => {
                let near = nearest(value, DEMANDS).unwrap_or("required");
                Some(format!("`{key}={value}` means nothing here; did you mean `{key}={near}`?"))
            }
            "after" | "before" if !extends => Some(NO_PARENT.replace("{}", key)),
            "min" if self.own.repeat.is_none() && !extends => {
                Some("`min` counts a section that repeats: add `repeat=...`".to_owned())
            }
            _ => None,
        }
    }

    fn id(&self) -> Option<Problem> {
        let id = self.heading.id.as_deref()?;
        if id.is_empty() {
            let message = "`#` names nothing: write `#id`, without a space".to_owned();
            return Some(self.problem("#", message));
        }
        let (name, class) = id.rsplit_once('.')?;
        let bare = self.heading.classes.is_empty() && !name.is_empty();
        let glued = bare && CLASSES.contains(&class);
        let message = format!("`#{id}` is one id; did you mean `#{name} .{class}`?");
        glued.then(|| self.problem(&format!("#{id}"), message))
    }

    /// Attributes that are taken for text: they do not end the heading, or stand below it.
    fn unread(&self) -> Option<String> {
        let heading = self.heading;
        let line = self.read.document.slice(self.line());
        if heading.id.is_none() && heading.classes.is_empty() && heading.attributes.is_empty() {
            let open = ["{#", "{."].iter().find_map(|open| line.find(open));
            return match (open, line.ends_with('}')) {
                (Some(at), true) => {
                    let words = &line[at..];
                    Some(format!(
                        "`{words}` is taken for text: write `#id` and `.required` without spaces"
                    ))
                }
                (Some(at), _) if line[at..].contains('}') => {
                    Some("attributes end their heading: this is taken for text".to_owned())
                }
                (Some(_), _) => Some("`}` is missing after the attributes".to_owned()),
                (None, true) if is_unopened(line) => {
                    Some("`{` is missing before the attributes".to_owned())
                }
                _ => self.below(),
            };
        }
        self.below()
    }

    /// `{#risks .required}` on the line after the heading.
    fn below(&self) -> Option<String> {
        let first = self.read.document.blocks[self.section.body.clone()].first()?;
        let BlockKind::Paragraph(_) = first.kind else { return None };
        let text = self.read.document.slice(first.span).lines().next()?.trim();
        let is_block = text.starts_with("{#") || text.starts_with("{.");
        (is_block && text.ends_with('}'))
            .then(|| format!("`{text}` is to stand in the heading's own line"))
    }

    fn has_prototype(&self) -> bool {
        let before = &self.read.own.sections[..self.index];
        before
            .iter()
            .any(|other| other.parent == self.own.parent && other.repeat.is_some() && !other.copy)
    }

    /// The heading's line without the line break.
    fn line(&self) -> Span {
        let span = self.section.heading;
        let line = self.read.document.slice(span).lines().next().unwrap_or_default();
        Span::new(span.start, span.start + line.trim_end().len())
    }

    /// A problem at a word of the attributes.
    fn problem(&self, word: &str, message: String) -> Problem {
        let line = self.line();
        let text = self.read.document.slice(line);
        let from = text.rfind('{').unwrap_or(0);
        let begins = |at: &usize| text[..*at].ends_with([' ', '{', '\t']);
        let found = text[from..].match_indices(word).map(|(at, _)| from + at).find(begins);
        let at = |at: usize| Span::new(line.start + at, line.start + at + word.len());
        Problem { span: found.map_or(line, at), message }
    }
}

const NO_PARENT: &str = "`{}` is about a section of an extended template, and nothing is extended";

/// `## Risks #risks .required}`
fn is_unopened(line: &str) -> bool {
    let Some((_, inside)) = line.rsplit_once(" #").filter(|_| !line.contains('{')) else {
        return false;
    };
    let words = inside.trim_end_matches('}').split_whitespace().skip(1);
    let attribute = |word: &str| {
        word.strip_prefix('.').is_some_and(|class| Need::of(class).is_some()) || word.contains('=')
    };
    inside.split_whitespace().count() == 1 || words.into_iter().all(attribute)
}
