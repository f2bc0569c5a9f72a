//! Records whose files have one name, distinguished by the directories that they lie in.

use std::cell::OnceCell;
use std::collections::{BTreeSet, HashMap};

use readers::adr::Record;
use text::link;

/// Records of one name.
#[derive(Default)]
pub(crate) struct Namesakes<'a> {
    records: Vec<&'a Record>,
    /// Made when it is first asked for: mostly one record has a name, and no question arises.
    homes: OnceCell<Homes<'a>>,
}

impl<'a> Namesakes<'a> {
    pub(crate) fn add(&mut self, record: &'a Record) {
        self.records.push(record);
        self.homes.take();
    }

    /// The record, where only one has the name.
    pub(crate) fn only(&self) -> Option<&'a Record> {
        if let [only] = *self.records { Some(only) } else { None }
    }

    /// The only record whose directory is called as a file's is: all words of one stand in the other, and one of them
    /// is no number.
    pub(crate) fn beside(&self, file: &str) -> Option<&'a Record> {
        self.homes.get_or_init(|| Homes::of(&self.records)).called(&directory_words(file))
    }
}

/// Directories by the words of their names.
#[derive(Default)]
struct Homes<'a> {
    /// The words of each, and the record that lies there; none where several do.
    all: Vec<(BTreeSet<String>, Option<&'a Record>)>,
    /// Those that have a word.
    having: HashMap<String, Vec<usize>>,
    /// The same of each one's rarest word alone: where all of its words stand in a name, so does that.
    rarest: HashMap<String, Vec<usize>>,
}

impl<'a> Homes<'a> {
    fn of(records: &[&'a Record]) -> Self {
        let mut homes: HashMap<BTreeSet<String>, Option<&'a Record>> = HashMap::new();
        for &record in records {
            let home = homes.entry(directory_words(&record.path));
            home.and_modify(|one| *one = None).or_insert(Some(record));
        }
        let mut found = Self { all: homes.into_iter().collect(), ..Self::default() };
        for (at, (words, _)) in found.all.iter().enumerate() {
            for word in words {
                found.having.entry(word.clone()).or_default().push(at);
            }
        }
        for (at, (words, _)) in found.all.iter().enumerate() {
            if let Some(word) = words.iter().min_by_key(|word| found.having[*word].len()) {
                found.rarest.entry(word.clone()).or_default().push(at);
            }
        }
        found
    }

    /// The only record of a directory that is called so.
    fn called(&self, name: &BTreeSet<String>) -> Option<&'a Record> {
        let tells =
            |words: &BTreeSet<String>| words.iter().any(|word| word.contains(char::is_alphabetic));
        let of = |at: &usize| &self.all[*at];
        let shorter = name.iter().filter_map(|word| self.rarest.get(word)).flatten().map(of);
        let shorter = shorter.filter(|(words, _)| words.is_subset(name) && tells(words));
        let having = |word: &String| self.having.get(word).map_or(&[][..], Vec::as_slice);
        let fewest = name.iter().map(having).min_by_key(|homes| homes.len());
        let longer = fewest.filter(|_| tells(name)).unwrap_or_default().iter().map(of);
        let longer = longer.filter(|(words, _)| words.len() > name.len() && name.is_subset(words));
        let mut called = shorter.chain(longer);
        let &(_, record) = called.next()?;
        record.filter(|_| called.next().is_none())
    }
}

/// The words and numbers of the directory that a file lies in, in lower case.
fn directory_words(file: &str) -> BTreeSet<String> {
    let name = link::file_name(link::directory(file)).to_lowercase();
    let words = name.split(|c: char| !c.is_alphanumeric());
    words.filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use readers::adr::{OwnWords, read};
    use text::markdown::Document;
    use text::source::Source;

    use super::*;

    fn record(directory: &str) -> Record {
        let path = format!("adr/{directory}/design.md");
        let source = Source::new(&path, "# A title\n\nStatus: Accepted\n");
        read(&Document::parse(&source), &path, &OwnWords::new()).record().expect("a record")
    }

    #[test]
    fn a_directory_is_called_as_another_where_one_has_all_words_of_the_other() {
        let names = ["OPS-101-storage-tiers", "OPS-102-metering", "lamps", "7", "quay", "old-quay"];
        let records = names.map(record);
        let mut named = Namesakes::default();
        for record in &records {
            named.add(record);
        }
        let beside = |directory: &str| {
            let found = named.beside(&format!("areas/{directory}/design.md"));
            found.map(|record| link::file_name(link::directory(&record.path)))
        };
        for (directory, own) in [
            ("Metering", Some("OPS-102-metering")),
            ("storage-tiers", Some("OPS-101-storage-tiers")),
            ("OPS-101-storage-tiers", Some("OPS-101-storage-tiers")),
            ("lamps-of-the-harbour", Some("lamps")),
            ("101", None),
            ("7", None),
            ("OPS", None),
            ("quay", None),
            ("storage-metering", None),
            ("", None),
        ] {
            assert_eq!(beside(directory), own, "{directory}");
        }
    }

    #[test]
    fn directories_of_one_name_are_not_told_apart() {
        let records = ["gates", "gates", "lamps"].map(record);
        let mut named = Namesakes::default();
        named.add(&records[0]);
        assert!(named.only().is_some() && named.beside("x/gates/design.md").is_some());
        records[1..].iter().for_each(|record| named.add(record));
        assert!(named.only().is_none() && named.beside("x/gates/design.md").is_none());
        assert!(named.beside("x/lamps/design.md").is_some());
    }
}
