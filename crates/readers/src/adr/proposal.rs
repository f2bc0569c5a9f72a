//! The front matter of proposals, as [KEPs](https://github.com/kubernetes/enhancements) have it.

use text::markdown::front_matter::FrontMatter;

use super::label::LabelKind;
use super::relation::RelationKind;

/// Whether front matter is that of a proposal: it names authors, and says what a proposal replaces or where it is
/// discussed, and more of the kind. Pages of a site have authors and dates as well.
pub fn is_stated(front: &FrontMatter) -> bool {
    // Keys that the templates of proposals define, and no words of a language.
    const DISCUSSION_KEYS: [&str; 6] =
        ["pr-number", "issue-number", "tracking-link", "tracking-issue", "reviewers", "approvers"];
    const FEWEST: usize = 2;
    let (mut authors, mut discussed, mut said) = (false, false, 0);
    for entry in &front.entries {
        let key = LabelKind::of(&entry.key);
        authors |= key == Some(LabelKind::Authors);
        let known = DISCUSSION_KEYS.contains(&entry.key.replace('_', "-").to_lowercase().as_str());
        // Any page is related to others, and may amend or extend them.
        let replaces = matches!(
            key,
            Some(LabelKind::Relation(RelationKind::Supersedes | RelationKind::SupersededBy))
        );
        let talked = known || replaces;
        discussed |= talked;
        said += usize::from(talked || matches!(key, Some(LabelKind::Status | LabelKind::Created)));
    }
    authors && discussed && said >= FEWEST
}

#[cfg(test)]
mod tests {
    use text::markdown::Document;
    use text::source::Source;

    use super::*;

    #[test]
    fn pages_of_a_site_are_no_proposals() {
        let stated = |keys: &str| {
            let text = format!("---\ntitle: x\n{keys}\n---\n\n# X\n");
            let document = Document::parse(&Source::new("x.md", text));
            document.front_matter.as_ref().is_some_and(is_stated)
        };
        assert!(stated("authors:\n  - A\ncreation-date: 2026-01-27\nreplaces:\nsuperseded-by:"));
        assert!(stated(
            "authors: A\npr-number: 62\ndate-started: \"2020-08-27\"\nissue-number: 61"
        ));
        assert!(stated("author: A\nstatus: draft\nreviewers: [B]"));
        assert!(!stated("authors: [a]\ntags: [x]\ndate: 2026-01-27\nslug: x"));
        assert!(!stated("author: A\nstatus: published\ncreated: 2026-01-27"));
        assert!(!stated("owner: A\nstatus: active\nrelated: [other.md]"));
        assert!(!stated("status: draft\nreplaces: [x]\nsuperseded-by: [y]"), "by nobody");
    }
}
