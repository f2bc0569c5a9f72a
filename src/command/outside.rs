//! Directories of records outside of the source directory of a book, in its repository.

use std::borrow::Cow;
use std::fmt::Write as _;
use std::path::{Component, Path, PathBuf};

use load::Loaded;
use readers::analysis::Analysis;
use readers::files;
use readers::settings::env::Environment;
use readers::survey::{Found, RecordDirectory, Survey};
use text::link::{directory, join, normal, relative, slashed};
use text::wording::plural;

/// One of them.
pub(super) struct OutsideRecords {
    /// As it is called from here.
    pub(super) directory: PathBuf,
    /// As `adr.paths` calls it.
    pub(super) setting: String,
    /// What it holds, as the book would know it.
    pub(super) found: RecordDirectory,
}

impl OutsideRecords {
    /// Those that the book does not read yet.
    pub(super) fn of(loaded: &Loaded) -> Vec<Self> {
        let root = &loaded.book.root;
        let Some(real) = root.canonicalize().ok() else { return Vec::new() };
        let Some(top) = files::top(&real) else { return Vec::new() };
        let below = real.strip_prefix(top).unwrap_or(Path::new(""));
        let up: PathBuf = below.iter().map(|_| "..").collect();
        let below = slashed(below);
        let top = tidy(&root.join(&up));
        let Ok(around) = load::tree(&top, &[], Environment::of_process()) else {
            return Vec::new();
        };
        let analysis = Analysis::new(&around.book, &around.config.settings);
        let src = loaded.book.source_dir().canonicalize().ok();
        let known = configured(loaded);
        let beside = |found: RecordDirectory| {
            let directory = tidy(&top.join(&found.path));
            let setting = relative(&below, &found.path);
            let elsewhere = !directory.canonicalize().ok()?.starts_with(src.as_ref()?);
            let path = relative(&loaded.book.src, &setting);
            // `adr` beside the sources would be taken for the `adr` in them.
            let hidden = loaded.book.source_dir().join(&setting).is_dir();
            let setting = if hidden { path.clone() } else { setting };
            let new = elsewhere && !known.contains(&setting);
            new.then_some(Self { directory, setting, found: RecordDirectory { path, ..found } })
        };
        Survey::records(&analysis).into_iter().filter_map(beside).collect()
    }

    /// Whether its name says what it holds.
    fn is_named(&self) -> bool {
        self.found.found == Found::Known
    }
}

/// The value of `adr.paths`, as far as it is set.
pub(super) fn configured(loaded: &Loaded) -> Vec<String> {
    let paths = loaded.config.settings.adr.paths.as_ref();
    paths.map_or_else(Vec::new, |paths| paths.patterns().to_vec())
}

/// The value of `adr.paths` that takes the records beside the book in: where they are in one directory, since
/// nobody knows which of several the book is about.
pub(super) fn adopted(
    loaded: &Loaded,
    found: &Survey,
    beside: &[OutsideRecords],
) -> Option<Vec<String>> {
    /// Elsewhere lie samples, and what is a component's own.
    const HOMES: [&str; 6] = ["", "..", "doc", "docs", "documentation", "architecture"];
    let alone = beside.len() == 1;
    let meant: Vec<&OutsideRecords> = beside.iter().filter(|one| alone || one.is_named()).collect();
    let [one] = *meant else { return None };
    if !directory(&one.setting).split('/').all(|part| HOMES.contains(&part)) {
        return None;
    }
    let mut paths = found.adr_paths.clone().unwrap_or_else(|| configured(loaded));
    if paths.is_empty() {
        // A list takes the place of the usual names, so it holds what they found.
        paths.extend(found.records.iter().map(|known| known.path.clone()));
    }
    paths.push(one.setting.clone());
    Some(paths)
}

/// The directories of records that mdBook does not look at by itself, as seen from the book's root.
pub(super) fn watched(loaded: &Loaded, adr_paths: Option<&[String]>) -> Vec<String> {
    let root = &loaded.book.root;
    let src = loaded.book.source_dir().canonicalize().ok();
    let outside = |path: &String| {
        let from_root = normal(&join(&loaded.book.src, path));
        let from_root = if root.join(&from_root).is_dir() { from_root } else { path.clone() };
        let real = root.join(&from_root).canonicalize().ok().filter(|real| real.is_dir())?;
        (!real.starts_with(src.as_ref()?)).then_some(from_root)
    };
    let paths = adr_paths.map_or_else(|| configured(loaded), <[String]>::to_vec);
    paths.iter().filter_map(outside).collect()
}

/// What is said of a book without records where some lie beside it: where, and what reads them.
pub(super) fn told(loaded: &Loaded) -> String {
    let mut told = String::new();
    for OutsideRecords { directory, found, .. } in OutsideRecords::of(loaded) {
        let records = plural(found.records, "decision record lies", "decision records lie");
        let directory = directory.to_string_lossy();
        let argument = shlex::try_quote(&directory).unwrap_or(Cow::Borrowed(&*directory));
        let _infallible = writeln!(
            told,
            "archdoc: {records} beside the book in {directory}: `mdbook-archdoc init` has them read, \
             `mdbook-archdoc check {argument}` looks at them alone"
        );
    }
    told
}

/// A path without `./` before it, and without a directory that is left at once.
pub(super) fn tidy(path: &Path) -> PathBuf {
    let mut tidy = PathBuf::new();
    for part in path.components() {
        let entered = matches!(tidy.components().next_back(), Some(Component::Normal(_)));
        match part {
            Component::CurDir => {}
            Component::ParentDir if entered => {
                tidy.pop();
            }
            part => tidy.push(part),
        }
    }
    if tidy.as_os_str().is_empty() { PathBuf::from(".") } else { tidy }
}

#[cfg(test)]
mod tests {
    use super::*;
    use text::link::slashed;

    #[test]
    fn a_path_is_shown_without_detours() {
        let tidied = |path: &str| slashed(&tidy(Path::new(path)));
        assert_eq!(tidied("./book/../docs/adr"), "docs/adr");
        assert_eq!(tidied("../docs/./adr"), "../docs/adr");
        assert_eq!(tidied("a/../../b"), "../b");
        assert_eq!(tidied("book/.."), ".");
    }
}
