//! Findings as editors show them, file by file.

use std::collections::{BTreeMap, HashMap};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use judge::finding::{Finding, Related};
use judge::level::Level;
use judge::rule::{Rule, site};
use load::LoadError;
use lsp_types::{
    CodeDescription, Diagnostic, DiagnosticRelatedInformation, DiagnosticSeverity, Location,
    NumberOrString, Range,
};
use text::source::{Place, Source};

use crate::address;
use crate::position::{Encoding, Lines};
use crate::project::Project;
use crate::snapshot::Snapshot;

/// Who says it, in an editor's list.
pub(crate) const SOURCE: &str = "archdoc";

/// What is told of a file.
#[derive(Debug, Default)]
pub(crate) struct FileDiagnostics {
    /// The text that the places lie in; none for what concerns the file as a whole.
    pub(crate) source: Option<Arc<Source>>,
    pub(crate) diagnostics: Vec<Diagnostic>,
}

/// What is told of a project's files, by their paths. Looks after each other share what stays as it was, and who
/// has told it to a client remembers it without a copy.
pub(crate) type ByFile = BTreeMap<PathBuf, Arc<FileDiagnostics>>;

/// All that a look at a project gave, in the files that are `wanted`.
pub(crate) fn all(
    snapshot: &Snapshot,
    project: &Project,
    encoding: Encoding,
    wanted: impl Fn(&Path) -> bool,
    before: &ByFile,
) -> ByFile {
    let mut problems = problems(snapshot, project, encoding);
    let mut told = ByFile::new();
    // One file after the other, so that what stays as it was is not held twice meanwhile.
    for findings in snapshot.findings.chunk_by(are_of_one_file) {
        let source = &findings[0].place.source;
        let path = project.path(source.path());
        if !wanted(&path) {
            continue;
        }
        let mut writer = Writer::new(project, encoding);
        let diagnostics = findings.iter().map(|finding| writer.finding(finding)).collect();
        let mut file = FileDiagnostics { source: Some(Arc::clone(source)), diagnostics };
        file.diagnostics.extend(problems.remove(&path).unwrap_or_default().diagnostics);
        let file = file.or_before(before.get(&path));
        told.insert(path, file);
    }
    told.extend(problems.into_iter().map(|(path, file)| (path, Arc::new(file))));
    told
}

fn are_of_one_file(a: &Finding, b: &Finding) -> bool {
    a.place.source.path() == b.place.source.path()
}

impl FileDiagnostics {
    /// What was told at the look before, where it is the same.
    fn or_before(self, before: Option<&Arc<Self>>) -> Arc<Self> {
        let same = |before: &&Arc<Self>| {
            before.diagnostics == self.diagnostics
                && before.source.as_deref().map(Source::text)
                    == self.source.as_deref().map(Source::text)
        };
        before.filter(same).map_or_else(|| Arc::new(self), Arc::clone)
    }
}

/// What a look could not read.
fn problems(
    snapshot: &Snapshot,
    project: &Project,
    encoding: Encoding,
) -> BTreeMap<PathBuf, FileDiagnostics> {
    let mut writer = Writer::new(project, encoding);
    let mut told = BTreeMap::new();
    for problem in &snapshot.problems {
        writer.load_error(problem, &mut told);
    }
    if let Some(problem) = &snapshot.baseline_problem {
        let help = problem.help();
        let diagnostic = writer.problem(&problem.to_string(), help.as_deref(), problem.place());
        let file = problem.place().map_or("book.toml", |place| place.source.path());
        told.entry(project.path(file)).or_default().diagnostics.push(diagnostic);
    }
    told
}

/// What stops a look.
pub(crate) fn problem(project: &Project, encoding: Encoding, problem: &LoadError) -> ByFile {
    let mut told = BTreeMap::new();
    Writer::new(project, encoding).load_error(problem, &mut told);
    told.into_iter().map(|(path, told)| (path, Arc::new(told))).collect()
}

/// Writes findings; the lines of a text are counted once.
pub(crate) struct Writer<'p> {
    project: &'p Project,
    encoding: Encoding,
    lines: HashMap<*const Source, Lines>,
}

impl<'p> Writer<'p> {
    pub(crate) fn new(project: &'p Project, encoding: Encoding) -> Self {
        Self { project, encoding, lines: HashMap::new() }
    }

    pub(crate) fn finding(&mut self, finding: &Finding) -> Diagnostic {
        let related: Vec<DiagnosticRelatedInformation> =
            finding.related.iter().filter_map(|related| self.related(related)).collect();
        Diagnostic {
            range: self.range(&finding.place),
            severity: Some(severity(finding.level)),
            code: Some(NumberOrString::String(finding.rule.name.to_owned())),
            code_description: description(finding.rule),
            source: Some(SOURCE.to_owned()),
            message: finding.full_text(),
            related_information: (!related.is_empty()).then_some(related),
            tags: None,
            data: None,
        }
    }

    /// What could not be read.
    fn load_error(&mut self, problem: &LoadError, told: &mut BTreeMap<PathBuf, FileDiagnostics>) {
        let project = self.project;
        let settings = if project.is_book() { "book.toml" } else { "archdoc.toml" };
        let file = problem.place().map(|place| place.source.path()).or(problem.file());
        let path = project.path(file.unwrap_or(settings));
        let help = problem.help();
        let first = self.problem(&problem.to_string(), help.as_deref(), problem.place());
        told.entry(path).or_default().diagnostics.push(first);
        for other in problem.others() {
            let place = &other.origin.place;
            let diagnostic = self.problem(&other.to_string(), other.help().as_deref(), Some(place));
            let path = project.path(place.source.path());
            told.entry(path).or_default().diagnostics.push(diagnostic);
        }
    }

    fn problem(&mut self, message: &str, help: Option<&str>, place: Option<&Place>) -> Diagnostic {
        let help = help.map(|help| format!("\n\nhelp: {help}")).unwrap_or_default();
        Diagnostic {
            range: place.map(|place| self.range(place)).unwrap_or_default(),
            severity: Some(DiagnosticSeverity::ERROR),
            source: Some(SOURCE.to_owned()),
            message: format!("{message}{help}"),
            ..Diagnostic::default()
        }
    }

    fn related(&mut self, related: &Related) -> Option<DiagnosticRelatedInformation> {
        let uri = address::uri(&self.project.path(related.place.source.path()))?;
        let location = Location::new(uri, self.range(&related.place));
        Some(DiagnosticRelatedInformation { location, message: related.label.clone() })
    }

    fn range(&mut self, place: &Place) -> Range {
        let text = place.source.text();
        let lines = self.lines.entry(Arc::as_ptr(&place.source));
        lines.or_insert_with(|| Lines::of(text, self.encoding)).range(text, place.span)
    }
}

const fn severity(level: Level) -> DiagnosticSeverity {
    match level {
        Level::Deny => DiagnosticSeverity::ERROR,
        Level::Warn => DiagnosticSeverity::WARNING,
        Level::Allow => DiagnosticSeverity::HINT,
    }
}

/// The rule's page, for a build that knows of a web site.
fn description(rule: &Rule) -> Option<CodeDescription> {
    let href = (!site().is_empty()).then(|| rule.address().parse().ok())??;
    Some(CodeDescription { href })
}
