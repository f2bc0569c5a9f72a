//! The keys that a table of the configuration knows, asked of its serde type.

use serde::de::value::Error;
use serde::de::{Deserialize, Deserializer, Error as _, Visitor};
use serde::forward_to_deserialize_any;

use super::raw::{
    MDBOOK_KEYS, RawAdr, RawChangeLog, RawConvention, RawDocument, RawOverride, RawSettings,
    RawStages, RawStale, RawTraceTable,
};
use readers::settings::places::{KeyPath, Step};

/// The keys that the table around `path` knows; none for a table whose keys are free.
pub(super) fn siblings(path: &KeyPath) -> Vec<&'static str> {
    let names: Vec<&str> = path.0.iter().map(name).collect();
    match names.as_slice() {
        [_] => [fields::<RawSettings>(), &MDBOOK_KEYS].concat(),
        ["adr", _] => fields::<RawAdr>().to_vec(),
        ["adr", "conventions", _, _] => fields::<RawConvention>().to_vec(),
        ["stale", _] => fields::<RawStale>().to_vec(),
        ["trace", _] => fields::<RawTraceTable>().to_vec(),
        ["change-log", _] => fields::<RawChangeLog>().to_vec(),
        ["documents", _, _] => fields::<RawDocument>().to_vec(),
        ["overrides", _, _] => fields::<RawOverride>().to_vec(),
        ["rules", _, _] | ["overrides", _, "rules", _, _] => fields::<RawStages>().to_vec(),
        _ => Vec::new(),
    }
}

fn name(step: &Step) -> &str {
    match step {
        Step::Key(key) => key,
        Step::Index(_) => "",
    }
}

/// The names under which serde knows the fields of a struct.
fn fields<'de, T: Deserialize<'de>>() -> &'static [&'static str] {
    let mut fields: &'static [&'static str] = &[];
    // The answer is noted on the way; the result is always the error that stops the visit.
    let _stopped = T::deserialize(FieldNames(&mut fields));
    fields
}

/// A deserializer that reads nothing: it notes which fields a struct asks for.
struct FieldNames<'a>(&'a mut &'static [&'static str]);

impl<'de> Deserializer<'de> for FieldNames<'_> {
    type Error = Error;

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _name: &'static str,
        fields: &'static [&'static str],
        _visitor: V,
    ) -> Result<V::Value, Error> {
        *self.0 = fields;
        Err(Error::custom("fields noted"))
    }

    fn deserialize_any<V: Visitor<'de>>(self, _visitor: V) -> Result<V::Value, Error> {
        Err(Error::custom("not a struct"))
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option
        unit unit_struct newtype_struct seq tuple tuple_struct map enum identifier ignored_any
    }
}

/// Every key of every table.
#[cfg(test)]
pub(super) fn all() -> Vec<&'static str> {
    let tables = [
        fields::<RawSettings>(),
        &MDBOOK_KEYS,
        fields::<RawAdr>(),
        fields::<RawConvention>(),
        fields::<RawStale>(),
        fields::<RawTraceTable>(),
        fields::<RawChangeLog>(),
        fields::<RawDocument>(),
        fields::<RawOverride>(),
    ];
    tables.concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_knows_its_keys() {
        let keys = siblings(&["mising"].into());
        assert!(keys.contains(&"template-dir") && keys.contains(&"before"));
        assert_eq!(siblings(&["rules", "x", "drft"].into()), ["draft", "review", "final"]);
        assert!(siblings(&["status-words", "x"].into()).is_empty());
    }
}
