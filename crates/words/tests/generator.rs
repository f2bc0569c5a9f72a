//! The language files, as the build reads them: a language is added by a file alone, and a mistake
//! in a file stops the build with its place.

#![allow(
    dead_code,
    unreachable_pub,
    reason = "shares its modules with the crate, which uses and exports the rest of them"
)]

#[path = "../src/builder.rs"]
mod builder;
#[path = "../src/form.rs"]
mod form;
#[path = "../build/generate.rs"]
mod generate;
#[path = "../build/grammar.rs"]
mod grammar;
#[path = "../src/index.rs"]
mod index;
#[path = "../src/letters.rs"]
mod letters;
#[path = "../src/meaning/mod.rs"]
mod meaning;
#[path = "../build/page.rs"]
mod page;
#[path = "../src/spelling.rs"]
mod spelling;
#[path = "../src/table.rs"]
mod table;

use std::fs;
use std::path::Path;

use generate::Generated;
use meaning::{Category, Concept, Status};
use tempfile::TempDir;

/// The shipped files with one more.
fn with(tag: &str, file: &str) -> Result<Generated, String> {
    let directory = TempDir::new().unwrap();
    for entry in fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/words")).unwrap().flatten() {
        fs::copy(entry.path(), directory.path().join(entry.file_name())).unwrap();
    }
    fs::write(directory.path().join(format!("{tag}.toml")), file).unwrap();
    generate::read(directory.path())
}

fn only(file: &str) -> Result<Generated, String> {
    let directory = TempDir::new().unwrap();
    fs::write(directory.path().join("tlh.toml"), file).unwrap();
    generate::read(directory.path())
}

fn meaning_of(generated: &Generated, category: Category, text: &str) -> Option<u8> {
    let table = generated.built.table(category);
    let mut meaning = None;
    table.whole(text, |rows| meaning = rows.first().map(|row| row.meaning));
    meaning
}

/// A file in which only these lines are filled.
fn file(lines: &str) -> String {
    let filled: toml::Table = lines.parse().unwrap();
    let mut unknown = Vec::new();
    for &category in Category::ALL {
        let words = filled.get(category.name()).and_then(toml::Value::as_table);
        for meaning in category.meanings() {
            if words.is_none_or(|words| !words.contains_key(meaning)) {
                unknown.push(format!("{category}.{meaning}"));
            }
        }
    }
    format!("language = 'tlh'\nname = 'tlhIngan'\nunknown = {unknown:?}\n{lines}")
}

#[test]
fn a_language_is_added_by_a_file_alone() {
    let invented = file(
        "spellings = { 'ý' = 'yy' }\n[status]\naccepted = ['quvmoh(pu|ta)']\n\
         [clause]\nand = ['ej']\n[section]\nrisks = ['Qob ej ghobe ý']\n",
    );
    assert_eq!(with("tlh", &invented.replace("(pu|ta)", "[pu|ta]")).err(), None);
    let generated = only(&invented.replace("(pu|ta)", "[pu|ta]")).unwrap();
    let accepted = Some(Status::Accepted as u8);
    assert_eq!(meaning_of(&generated, Category::Status, "Quvmohta"), accepted);
    let risks = Some(Concept::Risks as u8);
    for heading in ["3. Qob ej Ghobe ý", "QOB & GHOBE Ý", "Qob ej ghobe y", "qob-ej-ghobe-yy:"] {
        assert_eq!(meaning_of(&generated, Category::Concept, heading), risks, "{heading}");
    }
    let out = TempDir::new().unwrap();
    generated.write(out.path()).unwrap();
    let code = fs::read_to_string(out.path().join("tables.rs")).unwrap();
    assert!(code.contains("(\"tlh\", \"tlhIngan\", Grammar {"));
}

#[test]
fn mistakes_are_told_with_their_place() {
    let told = |lines: &str| only(&file(lines)).err().unwrap_or_default();
    assert_eq!(told(""), "");
    for (lines, wanted) in [
        ("[status]\nacepted = ['ok']", "no meaning of `status` is called `acepted`"),
        ("[states]\naccepted = ['ok']", "no category is called `states`"),
        ("[status]\naccepted = []", "`status.accepted` has no words"),
        ("[status]\naccepted = ['?!']", "`?!`: it has no letters"),
        ("[status]\naccepted = ['ok(ay']", "`ok(ay`: a bracket is not closed"),
        ("[relation]\nrelated = ['… with … and']", "at most one of"),
        (
            "[status]\naccepted = ['Ja']\nrejected = ['JA']",
            "`ja` in `status` is accepted (tlh) and",
        ),
        ("words = 3", "`words` is nothing that is read"),
        ("[grammar]\nverb = 'last'", "`grammar.verb` is nothing that is read"),
        ("[grammar]\nhabits = ['verb-first']", "`grammar.habits` has a name that is no habit"),
    ] {
        let told = told(lines);
        assert!(told.contains(wanted), "{lines}: {told}");
    }
    let gap = file("").replacen("\"status.draft\", ", "", 1);
    assert!(only(&gap).err().unwrap().contains("`status.draft` is neither filled nor unknown"));
    let both = file("[status]\ndraft = ['w']").replace("unknown = [", "unknown = [\"status\", ");
    assert!(only(&both).err().unwrap().contains("`status.draft` is filled and unknown"));
    let strange = file("").replace("unknown = [", "unknown = [\"colours\", ");
    assert!(only(&strange).err().unwrap().contains("`colours`, which is no category"));
    assert!(generate::read(Path::new("no/such/place")).is_err());
}

#[test]
fn a_language_has_all_phrases_of_pages_or_none() {
    let english =
        fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/words/en.toml")).unwrap();
    let page = &english[english.find("[page]").unwrap()..];
    let told = |page: &str| with("tlh", &file(page)).err().unwrap_or_default();
    assert_eq!(told(page), "");
    for (from, to, wanted) in [
        ("empty = \"empty\"\n", "", "`page.empty` is missing: a language has all phrases or none"),
        ("by = \"by {1}\"", "by = \"by\"", "`page.by` has not the places of the English phrase"),
        ("by = \"by {1}\"", "bye = \"by {1}\"", "`page.bye` is no phrase"),
        ("[\"amends\", ", "[", "`page-relation.amends` is missing"),
    ] {
        let told =
            told(&page.replacen(&format!("\n{from}"), &format!("\n{to}"), 1).replacen(from, to, 1));
        assert!(told.contains(wanted), "{from}: {told}");
    }
}

#[test]
fn what_several_words_share_without_accents_is_none_of_them() {
    let generated = only(&file("[status]\naccepted = ['pâte']\nrejected = ['pâté']\n")).unwrap();
    assert_eq!(meaning_of(&generated, Category::Status, "pate"), None);
    let generated = only(&file("[status]\naccepted = ['wurde']\nrejected = ['würde']\n")).unwrap();
    assert_eq!(meaning_of(&generated, Category::Status, "wurde"), Some(Status::Accepted as u8));
    assert_eq!(meaning_of(&generated, Category::Status, "WÜRDE"), Some(Status::Rejected as u8));
}
