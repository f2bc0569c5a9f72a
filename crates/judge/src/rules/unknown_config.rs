//! `unknown-config`: a key or word of the configuration that means nothing.

use std::fmt;

use crate::finding::Finding;
use crate::level::{Level, Levels};
use crate::rule::{Group, Rule};
use readers::analysis::Analysis;
use readers::files::Edge;
use readers::settings::places::{KeyPath, Origin};
use readers::settings::{Settings, Unknown, What};
use readers::trace::Trace;
use readers::unmatched::{From, Unmatched};
use text::source::Place;
use text::wording::listed;
use text::wording::nearest;

pub static RULE: Rule = Rule {
    name: "unknown-config",
    group: Group::Config,
    levels: Levels::always(Level::Warn),
    summary: "A key or value of the configuration is not known and has no effect.",
    page: include_str!("../../pages/unknown-config.md"),
};

const QUOTES: [char; 2] = ['"', '\''];

/// More words than these are not listed in a help.
const MAX_LISTED: usize = 8;

pub(crate) fn check(analysis: &Analysis<'_>, findings: &mut Vec<Finding>) {
    findings.extend(analysis.settings.unknown.iter().map(finding));
    if analysis.templates.is_absent() {
        findings.push(no_templates(analysis));
    }
    let misnamed = analysis.settings.places.misnamed();
    findings.extend(misnamed.into_iter().filter(|table| table.has_settings).map(|table| {
        let message = format!("the settings of `preprocessor.{}` are not read", table.name);
        Finding::new(&RULE, table.place.clone(), message)
            .label("runs archdoc")
            .note("archdoc reads the table `[preprocessor.archdoc]` whatever name it is started by")
            .help("call the table `[preprocessor.archdoc]`")
    }));
    findings.extend(analysis.unmatched.iter().filter_map(|one| unmatched(analysis, one)));
    if let Some(trace) = &analysis.trace {
        findings.extend(
            trace.undefined.iter().map(|(at, kind)| undefined(trace, at, kind, analysis.settings)),
        );
    }
}

/// A kind of items that no document's template defines.
fn undefined(trace: &Trace, at: &KeyPath, kind: &str, settings: &Settings) -> Finding {
    let origin = settings.places.value(at);
    let message =
        format!("no template of a document defines `{kind}`, and this link has no effect");
    let kinds: Vec<&str> = trace.kinds.iter().map(String::as_str).collect();
    let finding = Finding::new(&RULE, origin.place, message);
    match nearest(kind, kinds.iter().copied()) {
        Some(near) => finding.help(format!("did you mean `{near}`?")),
        None if kinds.is_empty() => finding.help(DEFINE),
        None => finding.help(format!("write {}; or {DEFINE}", listed(&kinds))),
    }
}

const DEFINE: &str = "say in a template of yours which section holds them: `{defines=KIND}`";

/// A pattern that leads to what is none of the project's.
fn outside(edge: Edge, origin: &Origin, what: &str) -> Finding {
    let within = format!("name a directory within it, as it is called from `{}`", origin.file());
    let (of, help) = match edge {
        Edge::Repository => ("the repository", within),
        Edge::Settings => (
            "the directory of `archdoc.toml`",
            format!("{within}; or move `archdoc.toml` to the directory that holds both"),
        ),
        Edge::Directory => (
            "this directory",
            "run this in the repository; or put an `archdoc.toml`, which may be empty, into the directory that \
             holds both"
                .to_owned(),
        ),
    };
    let message = format!("{what} leads out of {of} and is not read");
    let finding = Finding::new(&RULE, origin.place.clone(), message).help(help);
    if edge == Edge::Directory {
        return finding.note("there is no repository around it, such as `.git` shows");
    }
    finding
}

/// A pattern of the configuration that no file fits.
fn unmatched(analysis: &Analysis<'_>, unmatched: &Unmatched) -> Option<Finding> {
    let From::Setting(key) = &unmatched.from else { return None };
    let origin = analysis.settings.places.value(key);
    let place = &origin.place;
    let written = place.text().trim_matches(QUOTES);
    // One of several in a string is no value alone.
    let based = Based::of(written, &unmatched.pattern);
    let shown = based.as_ref().map_or(&*unmatched.pattern, |_| written);
    let list = KeyPath(key.0[..key.0.len() - 1].to_vec());
    if let Some(edge) = unmatched.outside {
        return Some(outside(edge, &origin, &format!("`{shown}` in `{list}`")));
    }
    let message = format!("no file fits `{shown}` in `{list}`, and it has no effect");
    let finding = Finding::new(&RULE, place.clone(), message);
    let near = unmatched.nearest.clone();
    let near =
        near.and_then(|near| based.as_ref().map_or(Some(near.clone()), |based| based.name(&near)));
    let near = near.as_deref();
    let finding = match near {
        Some(near) => finding.help(format!("did you mean `{near}`?")),
        None => finding.help(correct(analysis, key, &origin)),
    };
    Some(match (origin.variable, near) {
        (Some(variable), _) => set_by(finding, &variable, key),
        (None, Some(near)) if based.is_some() && unmatched.certain => {
            let text = respelt(place, near);
            finding.edit(place.clone(), text)
        }
        (None, _) => finding,
    })
}

/// What to do about a path that nothing is near to.
fn correct(analysis: &Analysis<'_>, key: &KeyPath, origin: &Origin) -> String {
    let file = origin.file();
    let is_code = analysis.settings.code.iter().any(|(list, _)| key.0.starts_with(&list.0));
    let from = if is_code {
        "the top of the repository".to_owned()
    } else if origin.is_top_level() {
        format!("the directory of `{file}`")
    } else {
        format!("the source directory or from the directory of `{file}`")
    };
    format!("correct the path: it counts from {from}; or remove it")
}

/// How a path as it is written lies to the pattern that was made of it: in `archdoc.toml` it counts from the
/// file.
struct Based<'a> {
    /// What the file's path has in front, and the pattern has not.
    written: &'a str,
    /// The reverse.
    pattern: &'a str,
}

impl<'a> Based<'a> {
    /// None where the one is not made of the other.
    fn of(written: &'a str, pattern: &'a str) -> Option<Self> {
        let written = written.trim_start_matches("./").trim_end_matches('/');
        if written.is_empty() {
            return None;
        }
        if let Some(front) = pattern.strip_suffix(written) {
            return Some(Self { written: "", pattern: front });
        }
        Some(Self { written: written.strip_suffix(pattern)?, pattern: "" })
    }

    /// What to write for another path.
    fn name(&self, path: &str) -> Option<String> {
        Some(format!("{}{}", self.written, path.strip_prefix(self.pattern)?))
    }
}

fn no_templates(analysis: &Analysis<'_>) -> Finding {
    let settings = analysis.settings;
    let origin = settings.places.value(&KeyPath::from(["template-dir"]));
    let directory = settings.template_dir.as_deref().unwrap_or_default();
    let message = format!("there is no directory `{directory}`, and `template-dir` has no effect");
    let finding = Finding::new(&RULE, origin.place.clone(), message).help(format!(
        "name a directory relative to that of `{}`, or remove the key",
        origin.file()
    ));
    match origin.variable {
        Some(variable) => set_by(finding, &variable, "template-dir"),
        None => finding,
    }
}

/// The message for one of them.
pub fn finding(unknown: &Unknown) -> Finding {
    let Unknown { key, word, what, candidates, origin } = unknown;
    let message = match what {
        What::Key => format!("unknown key `{key}` has no effect"),
        What::Rule => format!("unknown rule `{word}` has no effect"),
        What::Value => format!("unknown value `{word}` for `{key}` has no effect"),
        What::Absent => format!("`{key}` has no `{word}` and therefore no effect"),
        What::Empty => format!("an empty path in `{key}` has no effect"),
        What::Elsewhere => format!("`{word}` in `{key}` is an absolute path, and is not looked at"),
    };
    let help = match what {
        What::Empty => {
            Some("write a directory such as `docs/adr`, or `.` for all of them".to_owned())
        }
        What::Elsewhere => Some(format!(
            "write a path within the repository, as it is called from `{}`",
            origin.file()
        )),
        // The table of the book's file, in a file that is nothing else.
        What::Key if word == "preprocessor" && origin.is_top_level() => Some(format!(
            "the keys stand at the top level of `{}`: take `[preprocessor.archdoc]` out, and \
             `preprocessor.archdoc.` in front of other tables",
            origin.file()
        )),
        _ => None,
    };
    let mut finding = Finding::new(&RULE, origin.place.clone(), message);
    let near = nearest(word, candidates.iter().copied());
    if let Some(help) = help {
        finding = finding.help(help);
    } else if let Some(near) = near {
        finding = finding.help(format!("did you mean `{near}`?"));
    } else if (1..=MAX_LISTED).contains(&candidates.len()) {
        finding = finding.help(format!("write {}", listed(candidates)));
    }
    match (&origin.variable, near) {
        (Some(variable), _) => set_by(finding, variable, key),
        (None, Some(near)) => finding.edit(origin.place.clone(), respelt(&origin.place, near)),
        (None, None) => finding,
    }
}

/// A finding about a key that an environment variable sets, and no file.
fn set_by(finding: Finding, variable: &str, key: impl fmt::Display) -> Finding {
    let note = format!("the environment variable `{variable}` sets `preprocessor.archdoc.{key}`");
    finding.label("not here: set in the environment").note(note)
}

/// The right word in the quotes that the wrong one has.
fn respelt(place: &Place, word: &str) -> String {
    match place.text().chars().next() {
        Some(quote @ ('"' | '\'')) => format!("{quote}{word}{quote}"),
        _ => word.to_owned(),
    }
}
