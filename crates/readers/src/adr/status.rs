//! The states of a decision, and the words people have for them.
//!
//! The vocabulary is that of [Nygard](https://cognitect.com/blog/2011/11/15/documenting-architecture-decisions),
//! [MADR](https://adr.github.io/madr/) and
//! [KEP](https://github.com/kubernetes/enhancements/blob/master/keps/sig-architecture/0000-kep-process/README.md),
//! with what teams write instead of it, in the languages met. A book adds its own words in
//! `[preprocessor.archdoc.adr.statuses]`.

use std::fmt;

use serde::Serialize;

use words::fold;

/// How far a decision is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Status {
    /// Being written.
    Draft,
    /// Up for discussion.
    Proposed,
    /// It counts.
    Accepted,
    /// It counts, and it is done.
    Implemented,
    /// Decided against.
    Rejected,
    /// Taken back by whoever proposed it.
    Withdrawn,
    /// Put off.
    OnHold,
    /// No longer recommended.
    Deprecated,
    /// Another record took its place.
    Superseded,
    /// A status is stated, in a word that is none of these.
    Other,
}

impl Status {
    /// All of them, in the order of a decision's life.
    pub const ALL: [Self; 10] = [
        Self::Draft,
        Self::Proposed,
        Self::Accepted,
        Self::Implemented,
        Self::Rejected,
        Self::Withdrawn,
        Self::OnHold,
        Self::Deprecated,
        Self::Superseded,
        Self::Other,
    ];

    /// The word of the configuration, of directives and of JSON.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Proposed => "proposed",
            Self::Accepted => "accepted",
            Self::Implemented => "implemented",
            Self::Rejected => "rejected",
            Self::Withdrawn => "withdrawn",
            Self::OnHold => "on-hold",
            Self::Deprecated => "deprecated",
            Self::Superseded => "superseded",
            Self::Other => "other",
        }
    }

    /// The status of this canonical name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|status| status.name() == name)
    }

    /// Not decided yet: what a record in this state may still lack.
    pub const fn is_open(self) -> bool {
        matches!(self, Self::Draft | Self::Proposed | Self::OnHold)
    }
}

impl fmt::Display for Status {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// Words in lower case with the status each stands for. Those that begin with another come first.
#[rustfmt::skip]
const WORDS: [(Status, &[&str]); 9] = [
    (
        Status::Accepted,
        &[
            "accepted", "approved", "adopted", "ratified", "agreed", "implementable", "akzeptiert",
            "angenommen", "beschlossen", "genehmigt", "entschieden", "acceptée", "accepté",
            "adoptée", "adopté", "approuvée", "approuvé", "validée", "validé", "aceptada",
            "aceptado", "aprobada", "aprobado", "adoptada", "adoptado", "aceito", "aceita",
            "aceite", "aprovado", "aprovada", "adotado", "adotada", "已通过", "通过", "通過", "已接受", "接受",
            "已采纳", "采纳", "採納", "已批准", "批准", "採用", "承認済み", "承認済", "承認", "採択", "決定済み",
        ],
    ),
    (
        Status::Proposed,
        &[
            "proposed", "proposal", "provisional", "in review", "under review", "ready for review",
            "for review", "review", "pending approval", "pending", "in discussion",
            "under discussion", "for discussion", "request for comments", "rfc", "vorgeschlagen",
            "vorschlag", "in prüfung", "in diskussion", "proposée", "proposé", "en revue",
            "en discussion", "propuesta", "propuesto", "en revisión", "proposto", "proposta",
            "em revisão", "em discussão", "提议中", "提议", "提議", "提案中", "提案", "评审中", "审核中", "讨论中",
            "レビュー中", "検討中",
        ],
    ),
    (
        Status::Draft,
        &[
            "draft", "work in progress", "wip", "entwurf", "in arbeit", "in bearbeitung",
            "brouillon", "borrador", "rascunho", "草案", "草稿", "起草中", "ドラフト", "下書き",
        ],
    ),
    (
        Status::Rejected,
        &[
            "rejected", "declined", "denied", "refused", "abgelehnt", "verworfen", "rejetée",
            "rejeté", "refusée", "refusé", "rechazada", "rechazado", "rejeitado", "rejeitada",
            "recusado", "recusada", "已拒绝", "拒绝", "拒絕", "已否决", "否决", "否決", "驳回", "却下", "不採用",
        ],
    ),
    (
        Status::Deprecated,
        &[
            "deprecated", "obsolete", "outdated", "retired", "no longer valid", "veraltet",
            "überholt", "obsolet", "obsolète", "dépréciée", "déprécié", "obsoleta", "obsoleto",
            "descontinuado", "descontinuada", "已弃用", "弃用", "已废弃", "废弃", "棄用", "廃止", "非推奨",
        ],
    ),
    (
        Status::Superseded,
        &[
            "superseded", "superceded", "replaced", "overridden", "obsoleted", "abgelöst",
            "ersetzt", "remplacée", "remplacé", "reemplazada", "reemplazado", "sustituida",
            "sustituido", "substituído", "substituída", "已取代", "已被取代", "被取代", "已替代", "被替代", "已替换",
            "被替换", "置き換え済み", "置き換えられ",
        ],
    ),
    (
        Status::Implemented,
        &[
            "implemented", "done", "completed", "umgesetzt", "implementiert", "implémentée",
            "implémenté", "implementada", "implementado", "已完成", "完成", "已实施", "已实现", "実装済み", "実装済",
            "完了",
        ],
    ),
    (
        Status::Withdrawn,
        &[
            "withdrawn", "retracted", "cancelled", "canceled", "abandoned", "zurückgezogen",
            "retirée", "retiré", "abandonnée", "abandonné", "retirada", "retirado", "cancelado",
            "cancelada", "已撤回", "撤回", "取り下げ",
        ],
    ),
    (
        Status::OnHold,
        &[
            "on hold", "onhold", "deferred", "postponed", "paused", "parked", "zurückgestellt",
            "verschoben", "pausiert", "différée", "différé", "reportée", "reporté", "en pause",
            "aplazada", "aplazado", "pospuesta", "pospuesto", "en espera", "adiado", "adiada",
            "suspenso", "em espera", "搁置", "暂缓", "保留", "延期",
        ],
    ),
];

/// The words a book has for statuses, beyond those everybody knows.
pub type OwnWords = std::collections::BTreeMap<String, Status>;

/// The status word a text begins with, and its length in bytes. Own words come first.
pub fn at_start(text: &str, own: &OwnWords) -> Option<(Status, usize)> {
    let own_word = own
        .iter()
        .filter_map(|(word, &status)| Some((status, fold::at_start(text, word)?)))
        .max_by_key(|&(_, len)| len);
    own_word.or_else(|| known_at_start(text))
}

fn known_at_start(text: &str) -> Option<(Status, usize)> {
    let first = text.chars().next()?.to_lowercase().next()?;
    WORDS.iter().find_map(|&(status, words)| {
        words
            .iter()
            .filter(|word| word.starts_with(first))
            .find_map(|word| Some((status, fold::at_start(text, word)?)))
    })
}

/// The known word nearest to a misspelt one.
pub fn nearest(word: &str) -> Option<(&'static str, Status)> {
    let all = WORDS.iter().flat_map(|&(_, words)| words.iter().copied());
    let near = text::wording::nearest(word, all.filter(|word| word.len() > 4))?;
    known_at_start(near).map(|(status, _)| (near, status))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_end_where_words_end() {
        let none = OwnWords::new();
        assert_eq!(at_start("Accepted (lazy)", &none), Some((Status::Accepted, 8)));
        assert_eq!(at_start("IN-REVIEW", &none), Some((Status::Proposed, 9)));
        assert_eq!(at_start("acceptedly", &none), None);
        assert_eq!(at_start("提议中的", &none), Some((Status::Proposed, 9)));
        let own = OwnWords::from([("active".to_owned(), Status::Accepted)]);
        assert_eq!(at_start("Active since May", &own), Some((Status::Accepted, 6)));
    }

    #[test]
    fn a_typo_is_named_and_not_read() {
        assert_eq!(at_start("depreciated", &OwnWords::new()), None);
        assert_eq!(nearest("depreciated"), Some(("deprecated", Status::Deprecated)));
        assert_eq!(nearest("imlpemented"), Some(("implemented", Status::Implemented)));
        assert_eq!(nearest("experimental"), None);
    }
}
