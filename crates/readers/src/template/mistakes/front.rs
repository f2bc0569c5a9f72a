//! Front matter: keys that nothing reads, values of another kind, a block that is none.

use text::markdown::Document;
use text::markdown::front_matter::{Entry, FrontMatter, ValueKind};
use text::source::Span;
use text::wording::nearest;

use super::super::Problem;
use super::meaningless;

const KEYS: [&str; 6] = ["name", "version", "title", "description", "params", "extends"];
const PARAM_KEYS: [&str; 2] = ["required", "default"];

pub(super) fn find(document: &Document) -> Vec<Problem> {
    let Some(front) = &document.front_matter else {
        return unread(document).into_iter().collect();
    };
    let mut problems = Vec::new();
    for (index, entry) in front.entries.iter().enumerate() {
        problems.extend(key(front, entry, index));
        match entry.key.as_str() {
            "params" => params(entry, &mut problems),
            "name" | "title" | "description" if entry.value.as_str().is_none() => {
                let message = format!("`{}` must be a text", entry.key);
                problems.push(Problem { span: entry.key_span, message });
            }
            _ => {}
        }
    }
    problems
}

fn key(front: &FrontMatter, entry: &Entry, index: usize) -> Option<Problem> {
    let same = |other: &Entry| other.key == entry.key;
    let known = KEYS.iter().any(|key| means(&entry.key, key));
    let message = if front.entries[..index].iter().any(same) {
        format!("`{}` is stated twice; the first one counts", entry.key)
    } else if known || nearest(&entry.key, KEYS).is_none() && !is_for_us(front) {
        return None;
    } else {
        meaningless(&entry.key, "", &KEYS)
    };
    Some(Problem { span: entry.key_span, message })
}

/// Keys are compared without case, dashes and spaces, as when they are read.
fn means(written: &str, key: &str) -> bool {
    let letters = written.chars().filter(|c| !matches!(c, '-' | '_' | ' '));
    letters.flat_map(char::to_lowercase).eq(key.chars())
}

/// Whether front matter was written for a template: that of any other Markdown file has keys of its
/// own.
pub(super) fn is_for_us(front: &FrontMatter) -> bool {
    let has = |key: &str| front.get(&[key]).is_some();
    has("extends") || has("params") || has("name") && has("version")
}

fn params(entry: &Entry, problems: &mut Vec<Problem>) {
    let ValueKind::Map(params) = &entry.value.kind else { return };
    for param in params {
        if !is_name(&param.key) {
            let message = format!("`{}` cannot be given in a directive: {NAME_RULE}", param.key);
            problems.push(Problem { span: param.key_span, message });
        }
        match &param.value.kind {
            ValueKind::Map(fields) => problems.extend(fields.iter().filter_map(field)),
            ValueKind::List(_) => {
                let message = format!("the default of `{}` must be a text", param.key);
                problems.push(Problem { span: param.value.span, message });
            }
            ValueKind::Scalar(_) | ValueKind::Null => {}
        }
    }
}

const NAME_RULE: &str = "a name has letters, digits, `-` and `_`";

/// Whether a directive can give a parameter of this name.
pub(super) fn is_name(name: &str) -> bool {
    name.starts_with(char::is_alphabetic)
        && name.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '_'))
}

fn field(field: &Entry) -> Option<Problem> {
    let boolean = ["true", "false", "yes", "no"];
    let text = field.value.as_str();
    match field.key.as_str() {
        "required" if text.is_none_or(|text| !boolean.contains(&text)) => {
            let message = "`required` must be true or false".to_owned();
            Some(Problem { span: field.value.span, message })
        }
        "default" if text.is_none() => {
            let message = "`default` must be a text".to_owned();
            Some(Problem { span: field.value.span, message })
        }
        key if PARAM_KEYS.contains(&key) => None,
        key => Some(Problem { span: field.key_span, message: meaningless(key, "", &PARAM_KEYS) }),
    }
}

/// A block at the top that looks like front matter and is none.
fn unread(document: &Document) -> Option<Problem> {
    let text = document.source.text();
    let mut lines = text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
    let (number, first) = lines.next()?;
    let rest: Vec<&str> =
        lines.map(|(_, line)| line.trim_end()).take_while(is_no_heading).collect();
    let trimmed = first.trim_end();
    let is_dashes = trimmed.len() > 1 && trimmed.bytes().all(|byte| byte == b'-');
    let message = if is_dashes && rest.first().is_some_and(|line| is_key_line(line)) {
        if trimmed == "---" {
            "this front matter never ends: a line `---` is to close it".to_owned()
        } else {
            format!("front matter begins with a line `---`, not with `{trimmed}`")
        }
    } else if is_key_line(trimmed) && rest.contains(&"---") {
        "this front matter is not read: it begins with a line `---`".to_owned()
    } else {
        return None;
    };
    let at = document.source.line_span(number + 1);
    Some(Problem { span: Span::new(at.start, at.start + trimmed.len()), message })
}

fn is_no_heading(line: &&str) -> bool {
    !line.starts_with('#')
}

/// `name: payments`, with one of our keys or nearly so.
fn is_key_line(line: &str) -> bool {
    line.split_once(':').is_some_and(|(key, _)| nearest(key, KEYS).is_some())
}
