//! `[preprocessor.archdoc.adr]`, and what a team asks of its own records.

use std::collections::BTreeMap;

use readers::settings::places::KeyPath;
use readers::settings::{
    ADR_STATUSES, AdrSettings, Asked, Convention, FileName, PLACEHOLDERS, RecordForm,
};
use text::word::Word as _;
use text::wording::listed;
use words::{Vocabulary, fold};

use super::ConfigError;
use super::loose::{Choice, Name, Text, Texts};
use super::raw::{RawAdr, RawConvention};
use super::resolve::Resolver;

impl Resolver {
    pub(super) fn adr(&mut self, at: &KeyPath, raw: RawAdr) -> AdrSettings {
        let defaults = AdrSettings::default();
        let conventions = self.conventions(at, raw.form, raw.conventions);
        let mut statuses = self.adr_statuses(&at.key("statuses"), raw.statuses);
        allow(&conventions, &mut statuses);
        AdrSettings {
            paths: raw.paths.and_then(|paths| {
                let none = paths.0.is_empty();
                let paths = self.listed(&at.key("paths"), paths);
                // Where all of them mean nothing, so does the setting.
                Some(paths).filter(|paths| none || !paths.patterns().is_empty())
            }),
            chapters: self.choice(&at.key("chapters"), raw.chapters),
            link_references: raw.link_references.map_or(defaults.link_references, |flag| flag.0),
            statuses,
            conventions,
            banner: raw.banner.map_or(defaults.banner, |flag| flag.0),
            typos: raw.typos.map_or(defaults.typos, |count| count.0),
        }
    }

    fn adr_statuses(
        &mut self,
        at: &KeyPath,
        raw: BTreeMap<String, Name>,
    ) -> BTreeMap<String, String> {
        let mut statuses = BTreeMap::new();
        for (own, Name(status)) in raw {
            if ADR_STATUSES.contains(&status.as_str()) {
                statuses.insert(fold::phrase(&own), status);
            } else {
                self.unknown_word(&at.key(own), status, ADR_STATUSES.to_vec());
            }
        }
        statuses
    }

    /// The form of all records comes before what is said of some.
    fn conventions(
        &mut self,
        at: &KeyPath,
        form: Option<Choice<RecordForm>>,
        raw: Vec<RawConvention>,
    ) -> Vec<Convention> {
        let of_all = at.key("form");
        let form = self.choice(&of_all, form).map(|form| of_form(&of_all, form));
        let each = self.each(&at.key("conventions"), raw, Self::convention);
        form.into_iter().chain(each).collect()
    }

    fn convention(&mut self, at: &KeyPath, raw: RawConvention) -> Convention {
        let form = self.choice(&at.key("form"), raw.form);
        let form = form.map(|form| of_form(&at.key("form"), form)).unwrap_or_default();
        Convention {
            statuses: self
                .asked(&at.key("allowed-statuses"), raw.allowed_statuses)
                .or(form.statuses),
            fields: self.asked(&at.key("required-fields"), raw.required_fields).or(form.fields),
            columns: self.asked(&at.key("required-columns"), raw.required_columns).or(form.columns),
            sections: self
                .asked(&at.key("required-sections"), raw.required_sections)
                .or(form.sections),
            file_name: self.file_name(&at.key("file-name"), raw.file_name),
            paths: raw.paths.map(|paths| self.listed(&at.key("paths"), paths)),
        }
    }

    fn asked(&mut self, at: &KeyPath, list: Option<Texts>) -> Option<Asked<Vec<String>>> {
        let Texts(value) = list?;
        for (index, _) in value.iter().enumerate().filter(|(_, word)| word.trim().is_empty()) {
            let at = at.index(index);
            let problem = "expected a word, found an empty string".to_owned();
            let error = ConfigError::new(&at, problem, self.places.value(&at));
            self.wrong.push(error.hint("an empty list, `[]`, asks for nothing".to_owned()));
        }
        Some(Asked { value, by: format!("`{at}`") })
    }

    fn file_name(&mut self, at: &KeyPath, raw: Option<Text>) -> Option<Asked<FileName>> {
        let Text(pattern) = raw?;
        match FileName::read(&pattern) {
            Ok(value) => Some(Asked { value, by: format!("`{at}`") }),
            Err(part) => {
                let problem = format!("`{part}` stands for nothing in a file's name");
                let error = ConfigError::new(at, problem, self.places.value(at));
                let known = PLACEHOLDERS.map(|name| format!("{{{name}}}"));
                let known: Vec<&str> = known.iter().map(String::as_str).collect();
                self.wrong.push(error.hint(format!("write {}", listed(&known))));
                None
            }
        }
    }
}

/// What a form asks for; what it leaves open, it also lifts where more was asked before.
fn of_form(at: &KeyPath, form: RecordForm) -> Convention {
    let by = format!("`{at} = \"{}\"`", form.word());
    let list = |words: &[&str]| {
        let value = words.iter().map(|&word| word.to_owned()).collect();
        Some(Asked { value, by: by.clone() })
    };
    Convention {
        paths: None,
        statuses: None,
        fields: list(form.fields()),
        columns: None,
        sections: list(form.sections()),
        file_name: None,
    }
}

/// A word that is allowed as a status is one, though nobody else knows it.
fn allow(conventions: &[Convention], statuses: &mut BTreeMap<String, String>) {
    let allowed = conventions.iter().filter_map(|one| one.statuses.as_ref());
    for word in allowed.flat_map(|asked| &asked.value) {
        if Vocabulary::known().at_start::<words::Status>(word).is_none() {
            statuses.entry(fold::phrase(word)).or_insert_with(|| "other".to_owned());
        }
    }
}
