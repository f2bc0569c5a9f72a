//! The labels under which records state things about themselves.

use words::{ClauseRole, Label, LogTitle, RelationVerb, Vocabulary};

use super::relation::RelationKind;

/// What a label asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum LabelKind {
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
    /// What it is to other records.
    Relation(RelationKind),
    /// When it is to be looked at again.
    ReviewBy,
    /// The dated list of its changes.
    ChangeLog,
    /// A heading above such labels.
    Metadata,
}

impl LabelKind {
    /// What a label asks for; emoji, case, spacing, punctuation and glosses do not matter.
    pub fn of(label: &str) -> Option<Self> {
        match Vocabulary::known().glossed::<Label>(label) {
            Some(found) if found.meaning == Label::Status && is_of_another_time(label) => None,
            Some(label) => Self::of_label(label.meaning),
            None => relation(label)
                .map(Self::Relation)
                .or_else(|| joined(label))
                .or_else(|| names_a_log(label).then_some(Self::ChangeLog)),
        }
    }

    /// The keys of records; a document has more labels.
    const fn of_label(label: Label) -> Option<Self> {
        Some(match label {
            Label::Status | Label::AmendmentStatus => Self::Status,
            Label::Date | Label::Decided => Self::Date,
            Label::Created => Self::Created,
            Label::Deciders => Self::Deciders,
            Label::Authors | Label::Owner => Self::Authors,
            Label::Consulted => Self::Consulted,
            Label::Informed => Self::Informed,
            Label::Tags => Self::Tags,
            Label::Id => Self::Id,
            Label::Title => Self::Title,
            Label::ReviewBy => Self::ReviewBy,
            Label::ChangeLog => Self::ChangeLog,
            Label::Metadata => Self::Metadata,
            Label::Updated
            | Label::Reviewed
            | Label::Approvers
            | Label::Version
            | Label::TemplateVersion
            | Label::Reviewers
            | Label::Project
            | Label::ReviewSchedule
            | Label::Classification => return None,
        })
    }
}

/// `Status (original)`, `Status (target)`: not how far the decision is now.
fn is_of_another_time(label: &str) -> bool {
    const ROLES: [ClauseRole; 4] =
        [ClauseRole::Past, ClauseRole::Earlier, ClauseRole::Plan, ClauseRole::Aimed];
    let Some((_, inside)) = label.split_once(['(', '（']) else { return false };
    let inside =
        inside.trim_end().trim_end_matches([':', '：']).trim_end_matches([')', '）']).trim();
    ROLES.into_iter().any(|role| Vocabulary::known().is(role, inside))
}

/// Whether a label can be nothing but the title of a change log.
fn names_a_log(label: &str) -> bool {
    let title = Vocabulary::known().whole::<LogTitle>(label);
    title.is_some_and(|found| found.meaning == LogTitle::Strong)
}

/// `Superseded by`, `Supersedes / refines`, `Superseded in part by`. Which of several verbs holds for which record is
/// not known, so it is the one that says least.
fn relation(label: &str) -> Option<RelationKind> {
    let several = || {
        const BETWEEN: [char; 3] = ['/', '&', ','];
        if !label.contains(BETWEEN) {
            return None;
        }
        let kinds: Vec<RelationKind> = label.split(BETWEEN).map(whole).collect::<Option<_>>()?;
        least(&kinds)
    };
    whole(label).or_else(several).or_else(|| in_part(label)).or_else(|| in_a_way(label))
}

/// `Supersedes operationally`: the verb, and in which way all of it is meant.
fn in_a_way(label: &str) -> Option<RelationKind> {
    let known = Vocabulary::known();
    let first = &label[words::word_starts(label).next()?..];
    let stated = known.relation_at_start(first)?;
    let behind = first[stated.end()..].trim();
    known.is(ClauseRole::Manner, behind).then(|| stated.relation.into())
}

fn whole(label: &str) -> Option<RelationKind> {
    Vocabulary::known().whole::<RelationVerb>(label).map(|found| found.meaning.into())
}

/// `Superseded in part by`: what is neither the verb nor a word for a part says something else.
fn in_part(label: &str) -> Option<RelationKind> {
    let known = Vocabulary::known();
    let first = &label[words::word_starts(label).next()?..];
    if known.starts(ClauseRole::Part, first).is_none() && known.relation_at_start(first).is_none() {
        return None;
    }
    let (part, _) = known.mentions(ClauseRole::Part, label)?;
    let stated = known.relations(label).next()?;
    let outside =
        |at: &usize| !part.contains(at) && !(stated.verb.start..stated.end()).contains(at);
    let other = words::word_starts(label).any(|at| outside(&at));
    (!other).then(|| RelationKind::from(stated.relation).in_part())
}

/// What the parts of a label ask for together: `Authors and history`, `Complements and replaces in part`.
fn joined(label: &str) -> Option<LabelKind> {
    let parts: Vec<&str> = match label.split_once('&') {
        Some((first, second)) => vec![first, second],
        None => Vocabulary::known().at_and(label),
    };
    if parts.len() < 2 {
        return None;
    }
    relations(&parts)
        .map(LabelKind::Relation)
        .or_else(|| is_log(&parts).then_some(LabelKind::ChangeLog))
        .or_else(|| is_head(&parts).then_some(LabelKind::Metadata))
}

/// Whether the status and other things that a record states stand together: `Status & Metadata`, `Status and date`.
fn is_head(parts: &[&str]) -> bool {
    let own = |part: &&str| {
        let label = Vocabulary::known().glossed::<Label>(part)?;
        LabelKind::of_label(label.meaning)
    };
    let keys: Option<Vec<LabelKind>> = parts.iter().map(own).collect();
    let beside = |key: &LabelKind| {
        matches!(
            key,
            LabelKind::Metadata
                | LabelKind::Date
                | LabelKind::Deciders
                | LabelKind::Authors
                | LabelKind::Tags
                | LabelKind::Id
        )
    };
    keys.is_some_and(|keys| {
        keys.contains(&LabelKind::Status)
            && keys.iter().all(|key| *key == LabelKind::Status || beside(key))
    })
}

/// Of several relations that hold together, that one took the other's place says most; beside another, in part only.
fn relations(parts: &[&str]) -> Option<RelationKind> {
    let one = |part: &&str| whole(part).or_else(|| in_part(part));
    let kinds: Vec<RelationKind> = parts.iter().map(one).collect::<Option<_>>()?;
    let places = |kind: &&RelationKind| {
        matches!(kind, RelationKind::Supersedes | RelationKind::SupersedesInPart)
    };
    let place = kinds.iter().find(places).map(|kind| kind.in_part());
    place.or(kinds.first().copied())
}

/// Of several relations the one that says least; of the two directions none.
fn least(kinds: &[RelationKind]) -> Option<RelationKind> {
    const RISING: [[RelationKind; 2]; 5] = [
        [RelationKind::Extends, RelationKind::ExtendedBy],
        [RelationKind::Amends, RelationKind::AmendedBy],
        [RelationKind::SupersedesInPart, RelationKind::SupersededInPartBy],
        [RelationKind::Subsumes, RelationKind::SubsumedBy],
        [RelationKind::Supersedes, RelationKind::SupersededBy],
    ];
    let passive = kinds.first()?.is_passive();
    let one_way = kinds.iter().all(|kind| kind.is_passive() == passive);
    let least = RISING.iter().flatten().find(|kind| kinds.contains(kind)).copied();
    let related = !one_way || kinds.contains(&RelationKind::Related);
    if related { Some(RelationKind::Related) } else { least }
}

/// Whether all are labels, and one of them names a log.
fn is_log(parts: &[&str]) -> bool {
    let known = Vocabulary::known();
    let label = |part: &&str| known.glossed::<Label>(part).map(|label| label.meaning);
    let labels: Option<Vec<Label>> = parts.iter().map(label).collect();
    labels.is_some_and(|labels| labels.contains(&Label::ChangeLog))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spelling_does_not_matter() {
        for label in ["Superseded by:", "superseded-by", "supersededBy", "SUPERCEDED BY"] {
            assert_eq!(
                LabelKind::of(label),
                Some(LabelKind::Relation(RelationKind::SupersededBy)),
                "{label}"
            );
        }
        let part = Some(LabelKind::Relation(RelationKind::SupersedesInPart));
        assert_eq!(LabelKind::of("Complementa y sustituye parcialmente"), part);
        assert_eq!(LabelKind::of("Amends and supersedes"), part);
        for (label, kind) in [
            ("Supersedes / relates to", RelationKind::Related),
            ("Supersedes / superseded by", RelationKind::Related),
            ("Supersedes / amends", RelationKind::Amends),
            ("Supersedes, replaces", RelationKind::Supersedes),
            ("Superseded by / amended by", RelationKind::AmendedBy),
        ] {
            assert_eq!(LabelKind::of(label), Some(LabelKind::Relation(kind)), "{label}");
        }
        for label in ["Supersedes operationally", "Ersetzt faktisch", "Remplace formellement"] {
            assert_eq!(
                LabelKind::of(label),
                Some(LabelKind::Relation(RelationKind::Supersedes)),
                "{label}"
            );
        }
        for label in ["Supersedes draft", "Supersedes in practice", "Ersetzt technisch"] {
            assert_eq!(LabelKind::of(label), None, "{label}");
        }
        assert_eq!(LabelKind::of("⚡ Status"), Some(LabelKind::Status));
        assert_eq!(LabelKind::of("状态"), Some(LabelKind::Status));
        assert_eq!(LabelKind::of("Auteurs et historique"), Some(LabelKind::ChangeLog));
        assert_eq!(LabelKind::of("变更日志"), Some(LabelKind::ChangeLog));
        assert_eq!(LabelKind::of("Status & Metadata"), Some(LabelKind::Metadata));
        assert_eq!(LabelKind::of("Status und Datum"), Some(LabelKind::Metadata));
        assert_eq!(LabelKind::of("Status and plan"), None);
        assert_eq!(LabelKind::of("Note"), None);
        assert_eq!(LabelKind::of("Context and history"), None);
    }
}
