//! Which record a reference means: an identifier, a link, a name.

use text::link;

use super::Collection;
use crate::adr::id::Id;
use crate::adr::name::{Name, is_identified};
use crate::adr::record::Record;
use crate::adr::relation::Target;
use crate::site::Site;

impl Collection {
    /// The one record that a reference from another record means; none when there is none, or when
    /// several share the identifier and no directory decides.
    pub fn resolve(&self, from: &Record, target: &Target) -> Option<usize> {
        match target {
            Target::Id(id) => self.with_id(from, id),
            Target::Wiki(name) => self.named(name),
            Target::Link(link) => self.linked(from, link),
        }
    }

    /// Records with an identifier, in the collection's order.
    pub fn of_id(&self, id: &Id) -> &[usize] {
        self.by_id.get(&id.folded()).map_or(&[], Vec::as_slice)
    }

    /// The record in this file (relative to the source directory).
    pub fn of_path(&self, path: &str) -> Option<usize> {
        self.by_path.get(path).copied()
    }

    /// The record in the file that a link of another file means; `from` is relative to the source directory.
    pub fn of_link(&self, from: &str, link: &str) -> Option<usize> {
        link_paths(&self.site, from, link).into_iter().find_map(|path| self.of_path(&path))
    }

    /// The record in the section that a link of another file means.
    fn of_section(&self, from: &str, link: &str) -> Option<usize> {
        let (_, anchor) = link.split_once('#')?;
        let mut paths = link_paths(&self.site, from, link).into_iter();
        paths.find_map(|path| self.by_anchor.get(&format!("{path}#{anchor}")).copied())
    }

    /// The file (relative to the source directory) of a record that a link of another file means, where no
    /// record was read from it: a Markdown file in a directory of records, or with a record's name.
    pub(crate) fn meant_record(&self, from: &str, link: &str) -> Option<String> {
        let plain = link::decoded(link.split(['#', '?']).next().unwrap_or_default());
        let is_file = link::stem(&plain).len() < link::file_name(&plain).len();
        if !is_file || plain.contains("://") || plain.starts_with('/') {
            return None;
        }
        let file = self.site.from_file(from, &plain)?;
        if self.of_path(&file).is_some() {
            return None;
        }
        let named = is_identified(&file);
        let directory = link::directory(&file);
        let inside = self.roots.binary_search_by(|root| root.path.as_str().cmp(directory)).is_ok();
        (named || inside).then_some(file)
    }

    fn with_id(&self, from: &Record, id: &Id) -> Option<usize> {
        let found = self.of_id(id);
        // A document that holds records numbers its own.
        if let Some(own) = self.in_document(from, id) {
            return own.first().copied().filter(|_| own.len() == 1);
        }
        let [one] = found else {
            // The entries are in the order of their directories.
            let here = link::directory(&from.path);
            let directory = |index: usize| link::directory(&self.entries[index].record.path);
            let first = found.partition_point(|&index| directory(index) < here);
            let mut near = found[first..].iter().take_while(|&&index| directory(index) == here);
            let first = near.next().copied();
            return first.filter(|_| near.next().is_none());
        };
        Some(*one).filter(|&one| !self.number_apart(from, &self.entries[one].record))
    }

    /// The records with an identifier in the document that another is a section of.
    fn in_document(&self, of: &Record, id: &Id) -> Option<&[usize]> {
        of.anchor.as_ref()?;
        self.in_documents.get(&of.path)?.get(&id.folded()).map(Vec::as_slice)
    }

    /// Whether two documents that hold records give the same numbers: what one lacks is not meant to be the other's.
    fn number_apart(&self, from: &Record, other: &Record) -> bool {
        let again = |id: &Id| self.in_document(other, id).is_some();
        from.anchor.is_some()
            && from.path != other.path
            && from.id.as_ref().is_some_and(|id| again(&id.value))
    }

    fn named(&self, name: &str) -> Option<usize> {
        self.by_stem.get(&link::stem(name).to_ascii_lowercase()).copied()
    }

    fn linked(&self, from: &Record, link: &str) -> Option<usize> {
        if let Some(anchor) = link.strip_prefix('#') {
            return self.by_anchor.get(&format!("{}#{anchor}", from.path)).copied();
        }
        let known = self.of_link(&from.path, link).or_else(|| self.of_section(&from.path, link));
        let elsewhere = link.contains("://") || link.starts_with('/');
        known.or_else(|| {
            // A site's address or a code host's: the file's name, or the number at its end, where
            // the words behind it are no others.
            let id = Target::Link(link.to_owned()).id();
            let slug = Name::of_path(link).slug;
            let numbered = || {
                let found = self.with_id(from, &id?)?;
                let own = Name::of_path(&self.entries[found].record.path).slug;
                (slug.is_empty() || slug.eq_ignore_ascii_case(own)).then_some(found)
            };
            elsewhere.then(|| self.named(link).or_else(numbered))?
        })
    }
}

/// The files a link can mean, relative to the source directory.
pub fn link_paths(site: &Site, from: &str, link: &str) -> Vec<String> {
    // An image within a text is long.
    if link.starts_with("data:") || link.contains("://") {
        return Vec::new();
    }
    let plain = link::decoded(link.split(['#', '?']).next().unwrap_or_default());
    let Some(path) = site.from_file(from, &plain).filter(|_| !plain.is_empty()) else {
        return Vec::new();
    };
    let mut paths = vec![path.clone()];
    if let Some(stem) = path.strip_suffix(".html") {
        paths.push(format!("{stem}.md"));
    } else if link::stem(&path).len() == link::file_name(&path).len() {
        paths
            .extend(["{}.md", "{}/README.md", "{}/index.md"].map(|form| form.replace("{}", &path)));
    }
    paths
}
