//! The keys that hold paths: patterns of documents, of records, of code.

use super::loose::Texts;
use super::resolve::Resolver;
use readers::settings::paths::PathSet;
use readers::settings::places::KeyPath;
use readers::settings::{Unknown, What};

impl Resolver {
    /// Paths from the top of the repository.
    pub(super) fn code(&mut self, at: &KeyPath, raw: Option<Texts>) -> PathSet {
        let Some(paths) = raw else { return PathSet::default() };
        let code = self.known(at, paths);
        self.code.push((at.clone(), code.clone()));
        code
    }

    /// The paths of an entry that means nothing without them.
    pub(super) fn paths(&mut self, at: &KeyPath, raw: Option<Texts>) -> PathSet {
        let Some(Texts(paths)) = raw else {
            self.absent(at, "paths");
            return PathSet::default();
        };
        self.listed(&at.key("paths"), Texts(paths))
    }

    /// The paths of a key, which are noted with it.
    pub(super) fn listed(&mut self, at: &KeyPath, paths: Texts) -> PathSet {
        let paths = self.known(at, paths);
        self.patterns.push((at.clone(), paths.clone()));
        paths
    }

    /// The paths of a key. What can be no path of the project is none.
    fn known(&mut self, at: &KeyPath, Texts(paths): Texts) -> PathSet {
        let mut kept = Vec::new();
        for (index, path) in paths.into_iter().enumerate() {
            let what = match path.trim() {
                "" => What::Empty,
                whole if is_absolute(whole) => What::Elsewhere,
                _ => {
                    kept.push(path);
                    continue;
                }
            };
            let origin = self.places.value(&at.index(index));
            let (key, candidates) = (at.to_string(), Vec::new());
            self.unknown.push(Unknown { key, word: path, what, candidates, origin });
        }
        PathSet::new(kept)
    }
}

/// Whether a path counts from the machine, and not from the project.
fn is_absolute(path: &str) -> bool {
    path.starts_with(['/', '\\', '~']) || path.get(1..3).is_some_and(|drive| drive == ":\\")
}
