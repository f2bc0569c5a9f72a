//! What an `adr-index` or `adr-graph` directive asks for.

use crate::adr::record::Record;
use crate::adr::status::Status;
use crate::directive::values::{Values, list};
use crate::settings::paths::PathSet;
use text::word::Word;
use text::word::words;
use text::wording::nearest;

/// A column of the index.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Column {
    /// How a record is cited.
    Id,
    /// What it decides.
    Title,
    /// How far it is.
    Status,
    /// When it was decided.
    Date,
    /// Who decided it.
    People,
    /// Its keywords.
    Tags,
}

words!(Column {
    "id" => Id, "title" => Title, "status" => Status, "date" => Date, "people" => People,
    "tags" => Tags,
});

/// How the index is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IndexForm {
    /// A row for each record.
    Table,
    /// An item for each record.
    List,
}

words!(IndexForm { "table" => Table, "list" => List });

/// What the index is divided by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Grouping {
    /// It is not.
    None,
    /// How far the decisions are.
    Status,
    /// The year of their dates.
    Year,
    /// The directory of their files.
    Directory,
}

words!(Grouping {
    "none" => None, "status" => Status, "year" => Year, "directory" => Directory,
});

/// How the index is sorted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sort {
    /// The column whose values are compared.
    pub by: Column,
    /// Whether the last comes first.
    pub down: bool,
}

/// How the graph is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Drawing {
    /// A picture of our own.
    Svg,
    /// Code that Mermaid draws.
    Mermaid,
    /// Nested items.
    List,
}

words!(Drawing { "svg" => Svg, "mermaid" => Mermaid, "list" => List });

/// Which records are shown.
#[derive(Clone, Debug, Default)]
pub struct Filter {
    /// Of one of these statuses; `None` inside stands for unknown. Empty for all.
    status: Vec<Option<Status>>,
    /// With one of these tags. Empty for all.
    tags: Vec<String>,
    /// In one of these files; none for all.
    paths: Option<PathSet>,
}

impl Filter {
    fn read(values: &mut Values<'_>) -> Self {
        let tags =
            values.given("tags").map(|(_, value)| list(value).map(str::to_lowercase).collect());
        let status = statuses(values).unwrap_or_default();
        Self { status, tags: tags.unwrap_or_default(), paths: values.paths() }
    }

    /// The files that are chosen; none for all.
    pub const fn paths(&self) -> Option<&PathSet> {
        self.paths.as_ref()
    }

    /// Whether a record is one of them.
    pub fn fits(&self, record: &Record) -> bool {
        let status = record.status();
        let tagged = || record.tags.iter().any(|tag| self.tags.contains(&tag.value.to_lowercase()));
        (self.status.is_empty() || self.status.contains(&status))
            && (self.tags.is_empty() || tagged())
            && self.paths.as_ref().is_none_or(|paths| {
                paths.contains(&record.path) || paths.contains(record.source.path())
            })
    }
}

fn statuses(values: &mut Values<'_>) -> Option<Vec<Option<Status>>> {
    let (argument, value) = values.given("status")?;
    let known = |word: &str| match word {
        "unknown" => Some(None),
        word => Status::from_name(word).map(Some),
    };
    let statuses: Option<Vec<_>> = list(value).map(known).collect();
    if statuses.is_none() {
        let names = || Status::ALL.iter().map(|status| status.name()).chain(["unknown"]);
        let near = list(value).find(|word| known(word).is_none()).and_then(|w| nearest(w, names()));
        let names: Vec<&str> = names().collect();
        values.bad(argument, text::wording::listed(&names), near);
    }
    statuses
}

/// An index to be shown.
#[derive(Clone, Debug)]
pub struct Index {
    /// Which records it has.
    pub filter: Filter,
    /// Its columns, in their order.
    pub columns: Vec<Column>,
    /// Whether somebody asked for these columns: of all others, those that few records fill are left out.
    pub asked: bool,
    /// None for the order of the records.
    pub sort: Option<Sort>,
    /// What it is divided by.
    pub grouping: Grouping,
    /// How it is drawn.
    pub form: IndexForm,
    /// So many records at most.
    pub limit: Option<usize>,
}

impl Index {
    pub(super) fn read(values: &mut Values<'_>) -> Self {
        let columns = values.words("columns");
        let all = || Column::WORDS.iter().map(|&(_, column)| column).collect();
        Self {
            filter: Filter::read(values),
            asked: columns.is_some(),
            columns: columns.unwrap_or_else(all),
            sort: sort(values),
            grouping: values.word("group-by").unwrap_or(Grouping::None),
            form: values.word("format").unwrap_or(IndexForm::Table),
            limit: values.limit(),
        }
    }
}

/// `date`, or `-date` for the newest first.
fn sort(values: &mut Values<'_>) -> Option<Sort> {
    let (argument, value) = values.given("sort")?;
    let (down, word) = value.strip_prefix('-').map_or((false, value), |word| (true, word));
    let by = Column::from_word(word);
    if by.is_none() {
        let takes = format!("{}, with `-` in front for the reverse", columns());
        values.bad(argument, takes, nearest(word, Column::all()));
    }
    by.map(|by| Sort { by, down })
}

fn columns() -> String {
    text::wording::listed(&Column::all())
}

/// A graph to be shown.
#[derive(Clone, Debug)]
pub struct Graph {
    /// Which records it has.
    pub filter: Filter,
    /// How it is drawn.
    pub drawing: Drawing,
}

impl Graph {
    pub(super) fn read(values: &mut Values<'_>) -> Self {
        Self {
            filter: Filter::read(values),
            drawing: values.word("format").unwrap_or(Drawing::Svg),
        }
    }
}
