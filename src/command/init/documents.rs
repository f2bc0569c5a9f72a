//! The documents that `init` binds to their templates.

use readers::survey::Survey;
use text::link::{file_name, join};
use words::{Reference, Vocabulary};

use crate::workbench::init::Document;

/// The documents that nobody would take for anything else; none of many, since nobody knows which matter.
pub(super) fn documents(found: &Survey) -> Vec<Document> {
    const MOST: usize = 3;
    let files = found.documents.iter().map(|one| (one, None));
    let several = found.directories.iter().map(|one| (one, Some(&one.file)));
    let documents = files.chain(several).filter_map(|(one, directory)| {
        let fit = one.fits.first().filter(|fit| fit.is_unmistakable())?;
        let (paths, doc) = match directory {
            None => (one.file.clone(), None),
            Some(directory) => {
                let name = Some(file_name(directory)).filter(|name| !name.is_empty());
                (join(directory, "*.md"), Some(name.unwrap_or(&fit.template).to_owned()))
            }
        };
        (!is_of_a_template(&one.file)).then(|| Document {
            paths,
            template: fit.template.clone(),
            doc,
        })
    });
    let documents: Vec<Document> = documents.collect();
    if documents.len() > MOST { Vec::new() } else { documents }
}

/// Whether a path says that it is there to be copied: `templates/arc42.md`.
fn is_of_a_template(path: &str) -> bool {
    let words = Vocabulary::known();
    let mut parts = path.split(|c: char| !c.is_alphanumeric());
    parts.any(|part| {
        let one = part.strip_suffix(['s', 'n']).unwrap_or(part);
        [part, one].into_iter().any(|part| words.is(Reference::Template, part))
    })
}
