//! Sub-headings that say what their chapter says: "Application monitoring" below "Monitoring", "Deployment" below
//! "Deployment and setup". They hold the chapter's main part, and so does one whose last word is the part's own:
//! "Performance metrics" below "Monitoring", or that says the same of the architecture: "Deployment architecture".

use super::binding::Binding;
use super::node::{Node, NodeKind};
use crate::template::Template;
use crate::template::key::Key;
use words::{Concept, Field, Reference, Vocabulary};

/// Whether a heading below a chapter on the first concept is its part on the second.
type Says = fn(&Node, Concept, Concept) -> bool;

/// What a chapter is about, what its part is called, and what says so below it.
const PARTS: [(Concept, Concept, Says); 9] = [
    (Concept::Architecture, Concept::HighLevelArchitecture, is_architecture_of),
    (Concept::Monitoring, Concept::Metrics, says_the_same),
    (Concept::Monitoring, Concept::Metrics, begins_with_indicators),
    (Concept::Performance, Concept::PerformanceRequirements, says_again),
    (Concept::Deployment, Concept::DeploymentProcess, says_the_same),
    (Concept::Deployment, Concept::Infrastructure, is_architecture_of),
    (Concept::Security, Concept::SecurityMeasures, says_only_that),
    (Concept::Recovery, Concept::RecoveryProcedures, says_again),
    (Concept::Recovery, Concept::FailureScenarios, says_again),
];

/// The heading that is a part of its chapter, where none is called so.
pub(super) fn part(binding: &Binding, section: usize) -> Option<usize> {
    let template = &binding.template;
    let asked = &template.sections[section];
    let chapter = asked.parent?;
    let is_asked = |&&(whole, part, _): &&(Concept, Concept, Says)| {
        template.sections[chapter].is_about(whole) && asked.is_about(part)
    };
    PARTS.iter().filter(is_asked).find_map(|&(whole, part, says)| {
        // `Current architecture` beside `Target architecture` are two of a kind.
        let several = || {
            let chapters = binding.hits[chapter].iter();
            let below = chapters.flat_map(|hit| binding.tree.children(hit.node));
            below.filter(|&node| says(&binding.tree.nodes[node], whole, part)).count() > 1
        };
        if part == Concept::HighLevelArchitecture && several() {
            return None;
        }
        let protects =
            |heading: &Node| part == Concept::SecurityMeasures && protects_data(template, heading);
        first_below(binding, chapter, |heading| says(heading, whole, part) || protects(heading))
    })
}

/// The first heading directly below a chapter that serves nothing and is a part.
fn first_below(
    binding: &Binding,
    chapter: usize,
    is_part: impl Fn(&Node) -> bool,
) -> Option<usize> {
    let nodes = &binding.tree.nodes;
    binding.hits[chapter].iter().find_map(|hit| {
        // A bold line is a heading where those beside it are.
        let mut below = binding.tree.children(hit.node);
        let bold = below.any(|node| !binding.served(node).is_empty());
        let is_heading = |kind| kind == NodeKind::Heading || kind == NodeKind::Bold && bold;
        binding.tree.children(hit.node).find(|&node| {
            is_heading(nodes[node].kind) && binding.is_free(node) && is_part(&nodes[node])
        })
    })
}

/// Whether the last word is one for the chapter or its part: "Deployment", "Application monitoring". A "Deployment
/// diagram" is something else, "Logging and monitoring" is more, and so are "Threats to security".
fn says_the_same(heading: &Node, whole: Concept, part: Concept) -> bool {
    let known = Vocabulary::known();
    let is = |word: &str| [whole, part].iter().any(|&one| known.is(one, word));
    let ends = |key: &Key| {
        let mut words = key.written.rsplit(' ');
        words.next().is_some_and(is) && !words.any(|word| known.is(Reference::For, word))
    };
    heading.conjuncts.is_empty() && heading.keys.iter().any(ends)
}

/// Whether [`says_the_same`] holds and the heading names no other concept: "Yard security".
fn says_only_that(heading: &Node, whole: Concept, part: Concept) -> bool {
    let says = |key: &Key| key.mentioned().iter().all(|one| [whole, part].contains(one));
    heading.kind == NodeKind::Heading
        && says_the_same(heading, whole, part)
        && heading.keys.first().is_some_and(says)
}

/// Whether a heading is called as its chapter is: "Disaster recovery" below "Backup and disaster recovery".
fn says_again(heading: &Node, whole: Concept, _: Concept) -> bool {
    let is_whole = |key: &Key| key.concepts().0.iter().any(|found| found.meaning == whole);
    heading.conjuncts.is_empty() && heading.keys.iter().any(is_whole)
}

/// Whether a heading begins with a word for what is measured, and names no other concept: "KPIs of the halls" below
/// "Monitoring".
fn begins_with_indicators(heading: &Node, whole: Concept, part: Concept) -> bool {
    let own = [whole, part, Concept::PerformanceRequirements];
    let known = Vocabulary::known();
    let begins = |key: &Key| {
        let rest = known.starts(Field::Metric, &key.written).map(|word| &key.written[word.len..]);
        rest.is_some_and(|rest| {
            let rest = rest.trim_start();
            rest.is_empty() || known.starts(Reference::For, rest).is_some()
        })
    };
    let says = |key: &Key| begins(key) && key.mentioned().iter().all(|one| own.contains(one));
    heading.conjuncts.is_empty() && heading.keys.iter().any(says)
}

/// Whether a heading names the chapter's architecture: "Deployment architecture" is what the system runs on.
fn is_architecture_of(heading: &Node, whole: Concept, _: Concept) -> bool {
    let known = Vocabulary::known();
    let of_whole = |key: &Key| key.concepts().0.iter().any(|found| found.meaning == whole);
    let mut keys = heading.keys.iter();
    keys.any(|key| {
        let mut words = key.written.split(' ');
        of_whole(key) && words.any(|word| known.is(Concept::Architecture, word))
    })
}

/// Whether a heading is on the protection of data, where the template has no section for that.
fn protects_data(template: &Template, heading: &Node) -> bool {
    let asks = template.sections.iter().any(|one| one.concepts.contains(&Concept::DataProtection));
    let about = |key: &Key| key.names(Concept::DataProtection);
    !asks && (heading.keys.iter().any(about) || heading.conjuncts.iter().any(about))
}

#[cfg(test)]
mod tests {
    use crate::document::bind::testing::{bound, served};

    #[test]
    fn what_a_chapter_says_again_is_its_main_part() {
        let headings = ["## Monitoring & Alerting", "### Halls", "### Application Monitoring"];
        let binding = bound("standard", &headings);
        assert_eq!(served(&binding, "Application Monitoring"), ["monitoring.metrics"]);
        let headings = ["## Deployment / Setup", "### Hall keys", "### Deployment"];
        let binding = bound("formal", &headings);
        assert_eq!(served(&binding, "Deployment"), ["deployment.process"]);
    }

    #[test]
    fn a_word_of_the_part_at_the_end_is_the_part() {
        let binding = bound("standard", &["## Monitoring", "### Performance Metrics"]);
        assert_eq!(served(&binding, "Performance Metrics"), ["monitoring.metrics"]);
        let elsewhere = bound("standard", &["## Performance", "### Performance Metrics"]);
        assert_eq!(served(&elsewhere, "Performance Metrics"), ["performance.targets"]);
    }

    #[test]
    fn what_only_speaks_of_the_chapter_is_something_else() {
        for heading in ["### Deployment diagram", "### Deployment Architecture"] {
            let binding = bound("formal", &["## Deployment", heading]);
            let served = served(&binding, &heading[4..]);
            assert!(!served.contains(&"deployment.process".to_owned()), "{heading}");
        }
        let joined = bound("standard", &["## Monitoring", "### Logging and monitoring"]);
        assert!(served(&joined, "Logging and monitoring").is_empty());
    }

    #[test]
    fn the_architecture_again_is_the_view_from_far_away() {
        for [chapter, part] in [
            ["## Architecture", "### System architecture"],
            ["## Arquitetura do sistema", "### Arquitetura geral"],
        ] {
            let binding = bound("handbook", &[chapter, part, "### Halls"]);
            assert_eq!(served(&binding, &part[4..]), ["architecture.high-level"], "{part}");
        }
        let two = ["## Architecture", "### Current architecture", "### Target architecture"];
        assert!(served(&bound("handbook", &two), "Current architecture").is_empty());
        let one = bound("handbook", &["## Architecture", "### Architecture of the halls"]);
        assert!(served(&one, "Architecture of the halls").is_empty());
    }

    #[test]
    fn indicators_below_monitoring_are_its_metrics() {
        for part in ["### KPIs", "### Key Performance Indicators (KPIs)", "### KPIs of the halls"] {
            let headings = ["## Monitoring", part, "### Alerting"];
            let binding = bound("handbook", &headings);
            assert_eq!(served(&binding, &part[4..]), ["monitoring.metrics"], "{part}");
        }
        let other = bound("handbook", &["## Monitoring", "### KPI dashboards", "### Alerting"]);
        assert!(served(&other, "KPI dashboards").is_empty());
    }

    #[test]
    fn the_security_of_one_part_is_a_measure() {
        let binding = bound("standard", &["## Security", "### Yard Security", "### Hall keys"]);
        assert_eq!(served(&binding, "Yard Security"), ["security.measures"]);
        for other in ["### Threats to Security", "### Risques de sécurité"] {
            let binding = bound("standard", &["## Security", other]);
            assert!(served(&binding, &other[4..]).is_empty(), "{other}");
        }
        let officer = bound("handbook", &["## Security", "### Data protection officer"]);
        assert!(served(&officer, "Data protection officer").is_empty());
        let privacy = ["## Security", "### Data Encryption & Privacy"];
        let name = "Data Encryption & Privacy";
        assert_eq!(served(&bound("handbook", &privacy), name), ["security.measures"]);
        assert_eq!(served(&bound("standard", &privacy), name), ["security.data-protection"]);
    }

    #[test]
    fn the_architecture_of_the_deployment_is_what_it_runs_on() {
        let binding = bound("visual", &["## Rollout", "### Deployment Architecture", "## Yard"]);
        assert!(served(&binding, "Deployment Architecture").contains(&"deployment".to_owned()));
        let binding = bound("visual", &["## Deployment", "### Deployment Architecture"]);
        assert_eq!(served(&binding, "Deployment Architecture"), ["deployment.infrastructure"]);
    }

    #[test]
    fn what_the_chapter_is_called_as_well_is_its_part() {
        let headings = ["## Backup & Disaster Recovery", "### Backup", "### Disaster Recovery"];
        let binding = bound("handbook", &headings);
        assert_eq!(served(&binding, "Disaster Recovery"), ["recovery.procedures"]);
    }

    #[test]
    fn a_bold_line_beside_a_part_is_a_heading() {
        let lines = ["## Monitoring", "**Logging:**", "**Monitoring:**"];
        let binding = bound("handbook", &lines);
        let line = &binding.template.sections[binding.served(3)[0]];
        assert_eq!(line.id, "monitoring.metrics");
        let alone = bound("handbook", &["## Monitoring", "**Note on monitoring**"]);
        assert!(served(&alone, "Note on monitoring").is_empty());
    }

    #[test]
    fn the_parts_own_heading_comes_first() {
        let headings = ["## Monitoring", "### System Monitoring", "### Metrics Collected"];
        let binding = bound("standard", &headings);
        assert_eq!(served(&binding, "Metrics Collected"), ["monitoring.metrics"]);
        assert!(served(&binding, "System Monitoring").is_empty());
    }
}
