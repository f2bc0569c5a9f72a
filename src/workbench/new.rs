//! `new`: a chapter with everything its template asks for, and its line in `SUMMARY.md`.

use std::path::Path;
use std::sync::Arc;

use crate::write::{Changes, Problem};
use load::{Home, Loaded};
use readers::files::Overlay;
use readers::settings::env::Environment;
use readers::template::catalogue::Catalogue;
use readers::template::{Template, builtin, fill};
use text::markdown::Document;
use text::source::Source;

use super::place::chapter_path;
use super::{WorkbenchError, read_text};
use readers::summary::insert::with_chapter;
use readers::summary::would_list;

/// What somebody asked for.
#[derive(Debug)]
pub(crate) struct Request<'a> {
    /// The template's name.
    pub template: &'a str,
    /// The chapter's file.
    pub path: &'a Path,
    /// Values of the template's parameters.
    pub params: &'a [(String, String)],
    /// The chapter's title; the template's own otherwise.
    pub title: Option<&'a str>,
}

/// What was written.
#[derive(Debug)]
pub(crate) struct Written {
    /// The chapter, relative to the book's root.
    pub file: String,
    /// How many sections it has.
    pub sections: usize,
    /// What became of the table of contents; none without a book.
    pub listed: Option<Listed>,
}

/// How a table of contents lists a chapter.
#[derive(Debug)]
pub(crate) struct Listed {
    /// The line that `SUMMARY.md` got; none where it listed the chapter before.
    pub line: Option<String>,
    /// `SUMMARY.md`, relative to the book's root.
    pub summary: String,
}

/// Others may write to `SUMMARY.md` meanwhile, and then it is read again; so often within a moment, nobody
/// does.
const ATTEMPTS: usize = 100;

/// Writes a file of a tree without a book, with a comment that binds it.
///
/// # Errors
/// As for [`write`].
pub(crate) fn write_in_tree(root: &Path, request: &Request<'_>) -> Result<Written, WorkbenchError> {
    if request.path.extension().is_none_or(|extension| extension != "md") {
        return Err(WorkbenchError::NotMarkdown(request.path.to_owned()));
    }
    let config = load::configured(&Home::Tree(root.to_owned()), Environment::of_process())?.config;
    let catalogue =
        Catalogue::new(root, config.settings.template_dir.as_deref(), &Overlay::default());
    let (template, given) = asked(&catalogue, request)?;
    let text = chapter(&template, &given, request, false);
    crate::write::create(request.path, &text)?;
    let file = request.path.display().to_string();
    Ok(Written { file, sections: sections(&template).count(), listed: None })
}

/// Parameters and their values.
type Params = Vec<(String, String)>;

/// The template, and the values of its parameters.
fn asked(
    catalogue: &Catalogue,
    request: &Request<'_>,
) -> Result<(Arc<Template>, Params), WorkbenchError> {
    let template = catalogue.find(request.template).ok_or_else(|| {
        of_record(request).unwrap_or_else(|| no_template(catalogue, request.template))
    })?;
    let given = params(&template, request.params)?;
    Ok((template, given))
}

/// Writes a chapter of the book in `root`, and its line in `SUMMARY.md`: both or neither.
///
/// # Errors
/// The template, a parameter or the path is wrong, the file exists, or one of them cannot be written.
pub(crate) fn write(root: &Path, request: &Request<'_>) -> Result<Written, WorkbenchError> {
    let mut attempt = 1;
    loop {
        match attempt_to_write(root, request) {
            Err(WorkbenchError::Write(error))
                if matches!(error.problem, Problem::Changed) && attempt < ATTEMPTS =>
            {
                attempt += 1;
            }
            other => return other,
        }
    }
}

fn attempt_to_write(root: &Path, request: &Request<'_>) -> Result<Written, WorkbenchError> {
    let loaded = load::load(root, Environment::of_process());
    let Loaded { book, config, .. } =
        loaded.map_err(|error| of_record(request).unwrap_or_else(|| error.into()))?;
    let settings = config.settings;
    let catalogue = Catalogue::new(root, settings.template_dir.as_deref(), &Overlay::default());
    let (template, given) = asked(&catalogue, request)?;
    let path = chapter_path(request.path, &book.source_dir())?;
    let text = chapter(&template, &given, request, true);
    let name = request.title.map_or_else(|| name(&template, &given, &path), str::to_owned);

    let file = text::link::join(&book.src, &path);
    let toc_file = text::link::join(&book.src, "SUMMARY.md");
    let mut listed = Listed { line: None, summary: toc_file };
    let mut changes = Changes::default();
    changes.create(request.path, &text)?;
    if !load::lists(root, &book.src, &path)? {
        let toc = root.join(&listed.summary);
        let old = read_text(&toc)?;
        let (new, line) = with_chapter(&old, &name, &path);
        // What mdBook's reader would not understand is not written.
        if !would_list(&new, [path.as_str()]) {
            return Err(WorkbenchError::Summary { file: listed.summary, line });
        }
        changes.replace(&toc, &old, &new)?;
        listed.line = Some(line);
    }
    changes.commit()?;
    Ok(Written { file, sections: sections(&template).count(), listed: Some(listed) })
}

/// What is said to somebody who wants a decision record: the command that writes it.
fn of_record(request: &Request<'_>) -> Option<WorkbenchError> {
    let name = request.template;
    let style = builtin::RECORDS.iter().find(|(known, _)| known.eq_ignore_ascii_case(name));
    if style.is_none() && !name.eq_ignore_ascii_case("adr") {
        return None;
    }
    let stem = request.path.file_stem().unwrap_or_default().to_string_lossy();
    let words = stem.trim_start_matches(|c: char| c.is_ascii_digit() || c == '-').replace('-', " ");
    let title = request.title.unwrap_or(&words);
    let directory = request.path.parent().filter(|path| !path.as_os_str().is_empty());
    let directory = directory.map(|path| format!(" --dir {}", path.display()));
    let style = style.map(|(style, _)| format!(" --template {style}"));
    let (directory, style) = (directory.unwrap_or_default(), style.unwrap_or_default());
    let command = format!("mdbook-archdoc adr new {}{directory}{style}", quoted(title));
    Some(WorkbenchError::RecordTemplate { name: name.to_owned(), command })
}

/// What is said of a template that is not there: the nearest name, or where to look.
pub(crate) fn no_template(catalogue: &Catalogue, name: &str) -> WorkbenchError {
    let help = match catalogue.nearest(name) {
        Some(near) => format!("did you mean `{near}`?"),
        None => "`mdbook-archdoc templates list` shows all of them".to_owned(),
    };
    WorkbenchError::NoTemplate { name: name.to_owned(), help }
}

/// The values of the template's parameters, given ones and defaults.
fn params(
    template: &Template,
    given: &[(String, String)],
) -> Result<Vec<(String, String)>, WorkbenchError> {
    let known = || template.params.iter().map(|param| param.name.as_str());
    let name = &template.name;
    if let Some((key, _)) = given.iter().find(|(key, _)| !known().any(|known| known == key)) {
        let takes = known().map(|known| format!("`{known}`")).collect::<Vec<_>>().join(", ");
        let takes = if takes.is_empty() { "none".to_owned() } else { takes };
        let text = format!("the template `{name}` has no parameter `{key}`; it takes {takes}");
        return Err(WorkbenchError::Param(text));
    }
    let mut values = Vec::new();
    for param in &template.params {
        let own = given.iter().find(|(key, _)| *key == param.name).map(|(_, value)| value);
        match own.or(param.default.as_ref()) {
            Some(value) => values.push((param.name.clone(), value.clone())),
            None if param.required => {
                let key = &param.name;
                let text = format!("the template `{name}` needs a value: `--param {key}=...`");
                return Err(WorkbenchError::Param(text));
            }
            None => {}
        }
    }
    Ok(values)
}

/// All sections but the further examples of repeatable ones.
fn sections(template: &Template) -> impl Iterator<Item = usize> + '_ {
    (0..template.sections.len()).filter(|&index| {
        let mut above = Some(index);
        while let Some(section) = above {
            if template.sections[section].copy {
                return false;
            }
            above = template.sections[section].parent;
        }
        true
    })
}

fn chapter(
    template: &Template,
    params: &[(String, String)],
    request: &Request<'_>,
    in_book: bool,
) -> String {
    let mut parts = vec![directive(template, request.params, in_book)];
    let titled = template.sections.first().is_some_and(|_| template.is_title(0));
    let deep = template.sections.iter().all(|section| section.level > 1);
    if let (Some(title), false, true) = (request.title, titled, deep) {
        parts.push(format!("# {title}"));
    }
    for index in sections(template) {
        let asked = &template.sections[index];
        let own = request.title.filter(|_| index == 0 && titled).map(str::to_owned);
        let title = own.unwrap_or_else(|| fill(&asked.heading, params));
        let heading = format!("{} {title}", "#".repeat(usize::from(asked.level)));
        parts.push(show::fill::for_editing(asked, &heading, params));
    }
    parts.join("\n\n") + "\n"
}

/// `<<#archdoc template="standard" project="Atlas">>`, and without a book a comment that nobody sees.
fn directive(template: &Template, given: &[(String, String)], in_book: bool) -> String {
    let params = given.iter().map(|(key, value)| format!(" {key}={}", quoted(value)));
    let params: String = params.collect();
    let name = quoted(&template.name);
    if in_book {
        format!("<<#archdoc template={name}{params}>>")
    } else {
        format!("<!-- archdoc: template={name}{params} -->")
    }
}

/// A value in quotes; a line break would end the directive's paragraph.
fn quoted(value: &str) -> String {
    let one_line = value.split_whitespace().collect::<Vec<_>>().join(" ");
    format!("\"{}\"", one_line.replace('\\', "\\\\").replace('"', "\\\""))
}

/// The name in the table of contents: the template's title, or the file's name.
fn name(template: &Template, params: &[(String, String)], path: &str) -> String {
    let stem = path.rsplit('/').next().unwrap_or(path).trim_end_matches(".md").to_owned();
    let title = template.sections.first().filter(|_| template.is_title(0));
    let title = title.map(|title| plain(&fill(&title.heading, params)));
    // `[Project Name]` is no name yet.
    title.filter(|title| !title.contains('[')).unwrap_or(stem)
}

fn plain(heading: &str) -> String {
    let document = Document::parse(&Source::new("", format!("# {heading}\n")));
    let heading = document.blocks.first().and_then(|block| block.heading());
    heading.map(|heading| heading.text.plain()).unwrap_or_default()
}
