//! Reads the language files, checks them, and writes the tables that the crate is compiled with.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use crate::builder::{Builder, Built};
use crate::form::{Frame, Habits};
use crate::grammar;
use crate::index::{Entry, Row};
use crate::meaning::{Category, ClauseRole};
use crate::page;
use crate::spelling;
use crate::table::Sense;

/// A language has one bit in the rows.
const MOST_LANGUAGES: usize = 64;

/// A language file, as read.
struct Source {
    tag: String,
    name: String,
    unknown: Vec<String>,
    spellings: Vec<(String, String)>,
    /// A value of `Grammar`, in Rust.
    grammar: String,
    /// Forms by category and meaning.
    words: BTreeMap<(Category, u8), Vec<String>>,
    /// What pages say.
    page: Option<Vec<String>>,
}

/// A word as it is shown, and what it stands for.
struct Shown {
    category: Category,
    meaning: u8,
    language: u8,
    word: String,
}

/// All languages, ready to be written out.
pub(crate) struct Generated {
    /// Tag, own name and grammar of each, the last in Rust.
    languages: Vec<(String, String, String)>,
    pub(crate) built: Built,
    shown: Vec<Shown>,
    pages: Vec<(String, Option<Vec<String>>)>,
}

/// Reads all `*.toml` of a directory. The error lists all mistakes of all files.
pub(crate) fn read(directory: &Path) -> Result<Generated, String> {
    let mut mistakes = Vec::new();
    let mut sources = Vec::new();
    let entries = fs::read_dir(directory).map_err(|error| error.to_string())?;
    let mut paths: Vec<_> = entries.flatten().map(|entry| entry.path()).collect();
    paths.sort();
    for path in paths.iter().filter(|path| path.extension().is_some_and(|ext| ext == "toml")) {
        let stem = path.file_stem().unwrap_or_default().to_string_lossy();
        let text = fs::read_to_string(path).map_err(|error| error.to_string())?;
        match text.parse::<toml::Table>() {
            Ok(table) => sources.push(source(&stem, &table, &mut mistakes)),
            Err(error) => mistakes.push(format!("{stem}: {error}")),
        }
    }
    if sources.len() > MOST_LANGUAGES {
        mistakes.push(format!("more than {MOST_LANGUAGES} languages"));
    }
    let generated = compiled(&sources, &mut mistakes);
    if mistakes.is_empty() { Ok(generated) } else { Err(mistakes.join("\n")) }
}

fn source(stem: &str, table: &toml::Table, mistakes: &mut Vec<String>) -> Source {
    let text = |key| table.get(key).and_then(toml::Value::as_str).unwrap_or_default().to_owned();
    let mut source = Source {
        tag: text("language"),
        name: text("name"),
        unknown: strings(table.get("unknown")),
        spellings: Vec::new(),
        grammar: String::new(),
        words: BTreeMap::new(),
        page: None,
    };
    let mut wrong = |what: String| mistakes.push(format!("{stem}: {what}"));
    if source.tag != stem || source.name.is_empty() {
        wrong("`language` is the file's name, and `name` is what its speakers call it".to_owned());
    }
    for (key, value) in table {
        match (key.as_str(), value) {
            (
                "language" | "name" | "unknown" | grammar::TABLE | page::PHRASES | page::RELATIONS,
                _,
            ) => {}
            ("spellings", toml::Value::Table(pairs)) => {
                let folded = |text: &str| spelling::folded(text);
                source.spellings = pairs
                    .iter()
                    .map(|(letter, value)| (folded(letter), folded(value.as_str().unwrap_or(""))))
                    .collect();
            }
            (key, toml::Value::Table(meanings)) => match Category::from_name(key) {
                Some(category) => take(&mut source, category, meanings, &mut wrong),
                None => wrong(format!("no category is called `{key}`")),
            },
            (key, _) => wrong(format!("`{key}` is nothing that is read")),
        }
    }
    complete(&source, &mut wrong);
    source.grammar = grammar::code(table, &mut wrong);
    source.page = page::read(table, &mut wrong);
    source
}

fn take(
    source: &mut Source,
    category: Category,
    meanings: &toml::Table,
    wrong: &mut impl FnMut(String),
) {
    let known = category.meanings();
    for (name, forms) in meanings {
        let forms = strings(Some(forms));
        let index = known.iter().position(|meaning| meaning == name);
        match index.and_then(|index| u8::try_from(index).ok()) {
            None => wrong(format!("no meaning of `{category}` is called `{name}`")),
            Some(_) if forms.is_empty() => wrong(format!("`{category}.{name}` has no words")),
            Some(index) => drop(source.words.insert((category, index), forms)),
        }
    }
}

pub(crate) fn strings(value: Option<&toml::Value>) -> Vec<String> {
    let array = value.and_then(toml::Value::as_array).into_iter().flatten();
    array.filter_map(toml::Value::as_str).map(str::to_owned).collect()
}

/// Every meaning has words, or is said to be unknown; never both.
fn complete(source: &Source, wrong: &mut impl FnMut(String)) {
    let unknown = |name: &str| source.unknown.iter().any(|unknown| unknown == name);
    let mut names = Vec::new();
    for &category in Category::ALL {
        names.push(category.name().to_owned());
        for (index, meaning) in (0..).zip(category.meanings()) {
            let name = format!("{category}.{meaning}");
            let filled = source.words.contains_key(&(category, index));
            let marked = unknown(category.name()) || unknown(&name);
            match (filled, marked) {
                (false, false) => wrong(format!("`{name}` is neither filled nor unknown")),
                (true, true) => wrong(format!("`{name}` is filled and unknown")),
                _ => {}
            }
            names.push(name);
        }
    }
    for unknown in source.unknown.iter().filter(|unknown| !names.contains(unknown)) {
        wrong(format!("`unknown` names `{unknown}`, which is no category and no meaning"));
    }
}

fn compiled(sources: &[Source], mistakes: &mut Vec<String>) -> Generated {
    let mut builder = Builder::default();
    let mut shown = Vec::new();
    for (language, source) in (0..64_u8).zip(sources) {
        let and = source.words.get(&(Category::ClauseRole, ClauseRole::And as u8));
        let habits = Habits {
            and: and.into_iter().flatten().map(|word| spelling::folded(word)).collect(),
            spellings: source.spellings.clone(),
        };
        for (&(category, meaning), forms) in &source.words {
            for form in forms {
                match builder.add(category, meaning, 1 << language, form, &habits) {
                    Ok(words) => shown.extend(words.into_iter().map(|word| Shown {
                        category,
                        meaning,
                        language,
                        word,
                    })),
                    Err(error) => mistakes.push(format!("{}: {error}", source.tag)),
                }
            }
        }
    }
    let (built, clashes) = builder.finish();
    if built.left_out > 0 {
        mistakes.push(format!("{} words more than an index holds", built.left_out));
    }
    for clash in clashes {
        let names = clash.category.meanings();
        let tags = |bits: u64| {
            let with = sources.iter().enumerate().filter(move |(at, _)| bits >> at & 1 == 1);
            with.map(|(_, source)| source.tag.as_str()).collect::<Vec<_>>().join(", ")
        };
        let meanings = clash
            .meanings
            .iter()
            .map(|&(meaning, bits)| format!("{} ({})", names[usize::from(meaning)], tags(bits)));
        let meanings = meanings.collect::<Vec<_>>().join(" and ");
        mistakes.push(format!("`{}` in `{}` is {meanings}", clash.key, clash.category));
    }
    let languages = sources
        .iter()
        .map(|source| (source.tag.clone(), source.name.clone(), source.grammar.clone()))
        .collect();
    let pages: Vec<_> =
        sources.iter().map(|source| (source.tag.clone(), source.page.clone())).collect();
    mistakes.extend(page::unlike_english(&pages));
    shown.sort_by_key(|shown: &Shown| (shown.category, shown.meaning, shown.language));
    Generated { languages, built, shown, pages }
}

impl Generated {
    /// Writes the Rust source of the tables, `tables.rs`, and beside it all words in one text,
    /// `words.txt`: offsets into it need no relocation when a program starts.
    pub(crate) fn write(mut self, directory: &Path) -> Result<(), String> {
        let categories = Category::ALL.len();
        let shown: String =
            Category::ALL.iter().map(|&category| self.shown_code(category)).collect();
        let rows: String = self.built.rows.iter().map(|rows| rows_code(rows)).collect();
        let indices = &self.built.indices;
        let entries: String = indices.iter().map(|index| entries_code(&index.entries)).collect();
        let buckets: String = indices.iter().map(|index| list_code(&index.buckets)).collect();
        let heads: String = indices.iter().map(|index| list_code(&index.heads)).collect();
        let languages: String = self.languages.iter().map(language_code).collect();
        let frames: String = self.built.frames.iter().map(frame_code).collect();
        let senses: String = self.built.senses.iter().map(sense_code).collect();
        let code = format!(
            "pub(super) static LANGUAGES: &[(&str, &str, Grammar)] = &[{languages}];\n\
             pub(super) static FRAMES: &[Frame] = &[{frames}];\n\
             pub(super) static SENSES: &[Sense] = &[{senses}];\n\
             pub(super) static ROWS: [&[Row]; {categories}] = [{rows}];\n\
             pub(super) static ENTRIES: [&[Entry]; {categories}] = [{entries}];\n\
             pub(super) static BUCKETS: [&[u32]; {categories}] = [{buckets}];\n\
             pub(super) static HEADS: [&[u64]; {categories}] = [{heads}];\n\
             pub(super) static SHOWN: [&[Shown]; {categories}] = [{shown}];\n\
             {}",
            page::code(&self.pages)
        );
        [("tables.rs", &code), ("words.txt", &self.built.pool.text)]
            .into_iter()
            .try_for_each(|(name, text)| fs::write(directory.join(name), text))
            .map_err(|error| error.to_string())
    }

    fn shown_code(&mut self, category: Category) -> String {
        let mut code = "&[".to_owned();
        for Shown { meaning, language, word, .. } in
            self.shown.iter().filter(|shown| shown.category == category)
        {
            let (at, len) = self.built.pool.place(word);
            let _ = writeln!(code, "shown({at},{len},{meaning},{language}),");
        }
        code + "],"
    }
}

fn language_code((tag, name, grammar): &(String, String, String)) -> String {
    format!("({tag:?}, {name:?}, {grammar}),\n")
}

fn rows_code(rows: &[Row]) -> String {
    let mut code = "&[".to_owned();
    for Row { meaning, sense } in rows {
        let _ = writeln!(code, "row({meaning},{sense}),");
    }
    code + "],"
}

fn entries_code(entries: &[Entry]) -> String {
    let mut code = "&[".to_owned();
    for Entry { at, len, check, rows, row } in entries {
        let _ = writeln!(code, "entry({at:?},{len},{check},{rows},{row}),");
    }
    code + "],"
}

fn list_code(numbers: &[impl std::fmt::Debug]) -> String {
    format!("&{numbers:?},")
}

fn sense_code(sense: &Sense) -> String {
    format!("sense({},{}),", sense.frame, sense.languages)
}

fn frame_code(frame: &Frame<String>) -> String {
    match frame {
        Frame::Follows => "Frame::Follows,".to_owned(),
        Frame::Split(tail) => format!("Frame::Split({tail:?}),"),
        Frame::Between(tail) => format!("Frame::Between({tail:?}),"),
        Frame::Precedes => "Frame::Precedes,".to_owned(),
    }
}
