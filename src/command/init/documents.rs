//! The documents that `init` binds to their templates.

use readers::path_word;
use readers::survey::{Candidate, Fit, Survey};
use text::link::{file_name, join};
use words::{PathWord, Reference, Vocabulary};

use crate::workbench::init::Document;

/// The documents that nobody would take for anything else; none of many, since nobody knows which matter.
pub(super) fn documents(found: &Survey) -> Vec<Document> {
    const MOST: usize = 3;
    let files = found.documents.iter().filter_map(file);
    let documents: Vec<Document> =
        files.chain(found.directories.iter().filter_map(directory)).collect();
    if documents.len() > MOST { Vec::new() } else { documents }
}

fn file(one: &Candidate) -> Option<Document> {
    let fit = certain(one)?;
    Some(Document { paths: one.file.clone(), template: fit.template.clone(), doc: None })
}

/// One file a chapter. At the top of a repository other texts stand beside them.
fn directory(one: &Candidate) -> Option<Document> {
    let fit = certain(one).filter(|fit| fit.is_whole() && !one.file.is_empty())?;
    let (paths, doc) = (join(&one.file, "*.md"), Some(file_name(&one.file).to_owned()));
    Some(Document { paths, template: fit.template.clone(), doc })
}

/// The best fit, where nobody would doubt it.
fn certain(one: &Candidate) -> Option<&Fit> {
    // Signs of a pattern would stand for other files.
    let plain = !one.file.contains(['*', '?', '{', '}', '[', ']', '\\']);
    let fit = one.fits.first().filter(|fit| fit.is_unmistakable())?;
    (plain && !is_sample(&one.file)).then_some(fit)
}

/// Whether a path says that it is no document of its project: `templates/arc42.md`.
fn is_sample(path: &str) -> bool {
    let words = Vocabulary::known();
    path_word::of(path).any(|part| {
        let one = part.strip_suffix(['s', 'n']).unwrap_or(part);
        path_word::says(PathWord::Sample, one)
            || [part, one].into_iter().any(|part| words.is(Reference::Template, part))
    })
}
