//! What the targets have in common: books in memory, and what holds for each of them.

#[path = "../../tests/support/undone.rs"]
mod undone;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use judge::fix::{Plan, Written};
use judge::level_settings::LevelSettings;
use judge::pipeline;
use readers::analysis::Analysis;
use readers::book::{Book, Chapter, Output};
use readers::files::Overlay;
use readers::settings::Settings;
use readers::template::builtin;
use show::expand::expand;
use show::fill;
use tempfile::TempDir;
use text::edit::Edits;
use text::source::{Place, Source, Span};

use undone::undone;

/// Parts the texts of one input: the record separator, which no text has.
pub const BETWEEN: char = '\u{1e}';

/// The files of a book, in the order of the texts of an input: a chapter and the decision records below it.
pub const FILES: [&str; 4] = ["a.md", "adr/0001-a.md", "adr/0002-b.md", "adr/0003-c.md"];

/// A book of some texts that nothing on disk belongs to.
pub fn book(texts: &[String]) -> Book<'static> {
    book_at("/nowhere".into(), texts)
}

/// The same, with what else lies in a directory.
pub fn book_at(root: PathBuf, texts: &[String]) -> Book<'static> {
    let chapter =
        |(file, text): (&&str, &String)| Chapter::new("Chapter", "src", *file, text.clone());
    let chapters = FILES.iter().zip(texts).map(chapter).collect();
    let output = Output::Rendered { renderer: "html".to_owned(), helpers: Vec::new() };
    Book::new(root, "src".to_owned(), chapters).for_output(output)
}

/// A chapter with the directive of a built-in template, which the first character of an input chooses.
pub fn bound(input: &str) -> String {
    let names: Vec<&str> = builtin::names().collect();
    let mut rest = input.chars();
    let choice = rest.next().map_or(0, |first| first as usize);
    format!("<<#archdoc template=\"{}\">>\n\n{}", names[choice % names.len()], rest.as_str())
}

/// The texts of an input, at least one.
pub fn texts(input: &str) -> Vec<String> {
    input.split(BETWEEN).map(str::to_owned).collect()
}

/// A span lies in its text and cuts no character.
pub fn within(source: &Source, span: Span) {
    assert!(source.text().get(span.range()).is_some(), "{span:?} of {}", source.path());
}

/// What a rule, an error or a mistake points at is there.
pub fn real(place: &Place) {
    within(&place.source, place.span);
}

/// Every finding points at something that is there.
pub fn judged(analysis: &Analysis<'_>, levels: &LevelSettings) {
    for finding in pipeline::judge(analysis, levels, None).findings {
        real(&finding.place);
        finding.related.iter().for_each(|related| real(&related.place));
        finding.edits.iter().for_each(|edit| real(&edit.place));
        assert!(!finding.message.contains('\n'), "{}", finding.message);
    }
}

/// What a build makes of the texts. The author's bytes are all there, and a second build changes nothing.
pub fn expanded(analysis: &Analysis<'_>, root: &Path) {
    let book = analysis.book;
    let mut texts: Vec<String> = Vec::new();
    texts.extend(book.chapters.iter().map(|chapter| chapter.source().text().to_owned()));
    let edited = expand(analysis);
    for chapter in &edited {
        let text = book.chapters[chapter.chapter].source().text();
        let output = chapter.edits.apply(text);
        assert_eq!(undone(&output, text, &chapter.edits), text);
        texts[chapter.chapter] = output;
    }
    // A directive that is not understood stays as text, and may be the first of its kind now; what one shows within a
    // record is the record's text then.
    let unclear = analysis.annotated.iter().any(|chapter| {
        let within = chapter.chapter > 0 && chapter.scan.asked().next().is_some();
        within || !chapter.scan.mistakes.is_empty()
    });
    if edited.is_empty() || unclear {
        return;
    }
    let again = book_at(root.to_owned(), &texts);
    let again = Analysis::new(&again, analysis.settings);
    let edits = expand(&again);
    assert!(edits.is_empty(), "built twice is built once:\n{texts:?}\n{edits:?}");
}

/// Mends what can be mended, as the command does; mended twice is mended once.
pub fn mended(mut texts: Vec<String>, settings: &Settings, levels: &LevelSettings) {
    let mut written = Written::default();
    let mut complete = false;
    for _ in 0..ROUNDS {
        let book = book(&texts);
        let analysis = Analysis::new(&book, settings);
        let findings = pipeline::judge(&analysis, levels, None).findings;
        let plan = Plan::new(&findings, |file| Some(file.into()), &written);
        if plan.is_empty() {
            // What was tried and is told again was not mended.
            let again = Plan::new(&findings, |file| Some(file.into()), &Written::default());
            let messages = again.mended.iter().map(|finding| (finding.rule.name, &finding.message));
            let messages: Vec<_> = messages.collect();
            assert!(messages.is_empty(), "mended and told again: {messages:?}\n{texts:?}");
            complete = true;
            break;
        }
        for file in &plan.files {
            let at = book.chapters.iter().position(|chapter| chapter.file() == file.source.path());
            let Some(at) = at else { return };
            texts[at] = file.text();
        }
        written.add(&plan);
    }
    assert!(complete, "what is mended goes in circles:\n{texts:?}");
}

/// As many as the command has.
const ROUNDS: usize = 10;

/// Fills the first chapter as the command does; what is written is found again, at the latest by its id.
pub fn filled(root: &Path, mut texts: Vec<String>, settings: &Settings) {
    let (text, mut by_id) = (texts[0].clone(), BTreeSet::new());
    let mut added = BTreeSet::new();
    loop {
        let book = book_at(root.to_owned(), &texts);
        let analysis = Analysis::new(&book, settings);
        let Some((_, bound)) = analysis.bound().find(|(chapter, _)| chapter.chapter == 0) else {
            return;
        };
        let source = book.chapters[0].source().text();
        let missing: BTreeSet<usize> = fill::wanted(bound).map(|gap| gap.section).collect();
        if missing.is_empty() || fill::open_block(source, fill::wanted(bound)).is_some() {
            return;
        }
        let unread: BTreeSet<usize> = missing.intersection(&added).copied().collect();
        if unread.is_empty() {
            let mut edits = Edits::default();
            edits.extend(fill::edits(source, bound, fill::wanted(bound), &by_id));
            texts[0] = edits.apply(source);
            added.extend(missing);
        } else {
            assert!(!unread.is_subset(&by_id), "not even an id is read:\n{source}");
            by_id.extend(unread);
            texts[0].clone_from(&text);
            added.clear();
        }
    }
}

/// Files that must be on disk to be found. Made once; nothing is written to them, and each input lies over them.
pub struct OnDisk(OnceLock<TempDir>);

impl OnDisk {
    /// Nothing yet.
    pub const fn new() -> Self {
        Self(OnceLock::new())
    }

    /// The directory, with empty files of these names.
    pub fn root(&self, files: &[&str]) -> &Path {
        let made = self.0.get_or_init(|| {
            let directory = tempfile::tempdir().expect("a directory");
            for name in files {
                let path = directory.path().join(name);
                std::fs::create_dir_all(path.parent().unwrap_or(&path)).expect("a directory");
                std::fs::write(path, "").expect("a file");
            }
            directory
        });
        made.path()
    }

    /// The texts of an input over these files.
    pub fn overlay(&self, files: &[&str], texts: &[String]) -> Overlay {
        let root = self.root(files);
        Overlay::new(
            files.iter().zip(texts).map(|(name, text)| (root.join(name), text.as_str().into())),
        )
    }
}

impl Default for OnDisk {
    fn default() -> Self {
        Self::new()
    }
}
