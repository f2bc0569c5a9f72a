//! The labels under which records state things about themselves.

use words::fold::folded;

/// What a label asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Key {
    /// How far the decision is.
    Status,
    /// When it was made.
    Date,
    /// When the record was begun, where that has a label of its own.
    Created,
    /// Who decided.
    Deciders,
    /// Who wrote the record.
    Authors,
    /// Whose opinion was asked.
    Consulted,
    /// Who is to know.
    Informed,
    /// Keywords.
    Tags,
    /// The record's own number or name.
    Id,
    /// The record's own title.
    Title,
    /// What it takes the place of.
    Supersedes,
    /// What took its place.
    SupersededBy,
    /// What it changes.
    Amends,
    /// What changed it.
    AmendedBy,
    /// What else is worth reading.
    Related,
    /// When it is to be looked at again.
    ReviewBy,
    /// The dated list of its changes.
    ChangeLog,
}

/// Labels without case, spaces, hyphens and punctuation.
#[rustfmt::skip]
const LABELS: [(Key, &[&str]); 17] = [
    (
        Key::Status,
        &[
            "status", "state", "decisionstatus", "adrstatus", "currentstatus", "zustand", "statut",
            "état", "etat", "estado", "estatus", "stato", "状态", "狀態", "ステータス", "状況",
        ],
    ),
    (
        Key::Date,
        &[
            "date", "datum", "data", "fecha", "日期", "日付", "decisiondate", "dateofdecision",
            "dateofthedecision", "datedecided", "decidedon", "decisionmadeon", "dateaccepted",
            "acceptedon", "accepteddate", "approvaldate", "entscheidungsdatum", "datededécision",
            "datadadecisão", "fechadedecisión",
        ],
    ),
    (
        Key::Created,
        &[
            "created", "createdon", "createdat", "createddate", "datecreated", "creationdate",
            "startdate", "proposedon", "proposeddate", "dateproposed", "erstellt", "erstelltam",
            "créé", "crééle", "creado", "criadoem", "创建日期", "作成日",
        ],
    ),
    (
        Key::Deciders,
        &[
            "deciders", "decider", "decisionmakers", "decisionmaker", "decisionmadeby",
            "decidedby", "approvers", "entscheider", "entscheidungsträger", "décideurs",
            "decisores", "决策者", "決定者", "意思決定者",
        ],
    ),
    (
        Key::Authors,
        &[
            "author", "authors", "owner", "owners", "contact", "submitter", "submitters",
            "proposer", "proposedby", "autor", "autoren", "verfasser", "auteur", "auteurs",
            "autores", "autora", "作者", "作成者",
        ],
    ),
    (Key::Consulted, &["consulted", "konsultiert", "consultés", "consultados"]),
    (Key::Informed, &["informed", "informiert", "informés", "informados"]),
    (
        Key::Tags,
        &[
            "tags", "tag", "labels", "keywords", "categories", "category", "schlagworte",
            "etiquetas", "标签", "タグ",
        ],
    ),
    (
        Key::Id,
        &[
            "id", "adr", "adrid", "adrnumber", "number", "nr", "identifier", "kepnumber",
            "rfcnumber", "recordid", "decisionid", "nummer", "编号", "番号",
        ],
    ),
    (Key::Title, &["title", "titel", "titre", "título", "titulo", "标题", "タイトル"]),
    (
        Key::Supersedes,
        &[
            "supersedes", "supercedes", "replaces", "obsoletes", "overrides", "remplace",
            "reemplaza", "sustituye", "substitui",
        ],
    ),
    (
        Key::SupersededBy,
        &[
            "supersededby", "supercededby", "replacedby", "obsoletedby", "overriddenby",
            "ersetztdurch", "abgelöstdurch", "remplacépar", "reemplazadopor", "sustituidopor",
            "substituídopor",
        ],
    ),
    (Key::Amends, &["amends", "updates", "refines", "extends", "complements", "ändert"]),
    (
        Key::AmendedBy,
        &["amendedby", "updatedby", "refinedby", "extendedby", "complementedby", "geändertdurch"],
    ),
    (
        Key::Related,
        &[
            "related", "relatedto", "relatesto", "relatedadrs", "relatedadr", "relateddecisions",
            "relatedrecords", "seealso", "otherrelatedadrs", "dependson",
        ],
    ),
    (
        Key::ReviewBy,
        &[
            "review", "reviewby", "reviewdate", "reviewon", "nextreview", "nextreviewdate",
            "revisit", "revisitafter", "revisitby", "revisiton", "reviewafter", "expires",
            "expiration", "validuntil", "überprüfungam", "wiedervorlage",
        ],
    ),
    (
        Key::ChangeLog,
        &[
            "changelog", "changehistory", "revisionhistory", "history", "statushistory",
            "änderungen", "änderungshistorie", "historique", "historial", "histórico",
            "implementationhistory", "变更历史", "変更履歴",
        ],
    ),
];

impl Key {
    /// What a label asks for; emoji, case, spacing and punctuation do not matter.
    pub fn of(label: &str) -> Option<Self> {
        let label = folded(label);
        LABELS.iter().find(|(_, labels)| labels.contains(&label.as_str())).map(|&(key, _)| key)
    }
}

#[cfg(test)]
mod tests {
    use super::Key;

    #[test]
    fn spelling_does_not_matter() {
        for label in ["Superseded by:", "superseded-by", "supersededBy", "SUPERCEDED BY"] {
            assert_eq!(Key::of(label), Some(Key::SupersededBy), "{label}");
        }
        assert_eq!(Key::of("⚡ Status"), Some(Key::Status));
        assert_eq!(Key::of("状态"), Some(Key::Status));
        assert_eq!(Key::of("Note"), None);
    }
}
