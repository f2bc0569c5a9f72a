//! Which sections a heading may serve by a part of its words: "Rental data models", "Deployment
//! strategy", "Description of the architecture".

use crate::template::key::Key;
use words::{Concept, Language, Vocabulary};

use super::concepts::OF_ANYTHING;
use super::index::{Candidate, Found, Index};
use super::own_title::is_of_title;
use super::reason::Match;
use super::said::Said;

impl Index {
    /// Adds the sections whose concepts are only a part of the heading.
    pub(super) fn add_contained(&self, said: &Said, found: &mut Found) {
        // Where no section is about a concept, those that stand for it as well are.
        let main = |concept: Concept| {
            let sections = self.of_concept(concept);
            let best = sections.iter().map(|&(_, how)| how).min();
            let sections = sections.iter().filter(move |(_, how)| Some(*how) == best);
            sections.map(|&(section, _)| section)
        };
        if let Some(contained) = &said.main {
            let titled = self.stem.get(&contained.key.stem);
            for section in main(contained.concept) {
                let title = titled.is_some_and(|titled| titled.contains(&section));
                let of_anything =
                    || contained.concept == Concept::Pipeline && contained.key.is_one_word();
                let how = if of_anything()
                    || !contained.alone && self.is_of_anything(&contained.key, section)
                {
                    // Only its chapter says that the pipeline is the deployment's.
                    Match::Mentioned
                } else if contained.alone {
                    Match::Treated
                } else if title {
                    Match::ContainedTitle
                } else {
                    Match::Contained
                };
                found.add(section, how, contained.telling);
            }
        }
        let mentioned: Vec<usize> =
            said.mentioned.iter().flat_map(|&concept| main(concept)).collect();
        for &section in &mentioned {
            let beside =
                |&other: &usize| other != section && self.parent(other) == self.parent(section);
            if !mentioned.iter().any(beside) {
                found.add(section, Match::Mentioned, false);
            }
        }
    }

    /// Whether one word says what anything may have, and is not of the section's title: "Live features" are no
    /// functional requirements.
    pub(super) fn is_of_anything(&self, key: &Key, section: usize) -> bool {
        key.is_one_word()
            && key.names_any(&OF_ANYTHING)
            && !is_of_title(&self.template.sections[section], key)
    }

    /// Adds the sections that the heading treats ("Deployment" of "Deployment strategy"), or, where no
    /// section is about all of its words, those of the words before the last.
    pub(super) fn add_head(&self, key: &Key, said: &Said, found: &mut Found) {
        let whole = found.candidates.iter().any(|candidate| candidate.how <= Match::Wording);
        let is_one_word = key.is_one_word() && !key.written.chars().any(words::is_unspaced);
        if whole || is_one_word {
            return;
        }
        let unknown = || {
            let (exact, _) = key.concepts();
            // Settings are no part of what they are for: "Environment variables" are no environment.
            let mut exact = exact
                .iter()
                .map(|found| found.meaning)
                .filter(|&concept| concept != Concept::Configuration)
                .peekable();
            exact.peek().is_some() && exact.all(|concept| self.of_concept(concept).is_empty())
        };
        let last = match &said.treated {
            None if unknown() => key.without_last(),
            _ => None,
        };
        // "Architecture principles" are no architecture: what is treated any part may tell of.
        let head = said.treated.as_ref().or(last.as_ref());
        let other = |head: &Key| head.is_general() && !key.concepts().0.is_empty();
        if let Some(head) = head.filter(|head| !other(head)) {
            let named = self.of_key(head).into_iter().filter(|&(_, how)| how <= Match::Wording);
            let of_anything = |section| {
                head.is_one_word() && self.stands_for(section, Concept::Pipeline)
                    || self.is_of_anything(head, section)
            };
            for (section, _) in named.into_iter().filter(|&(section, _)| !of_anything(section)) {
                found.add(section, Match::Contained, true);
            }
        }
        if let Some(plain) = said.unqualified.as_ref().filter(|plain| !other(plain)) {
            let named = self.of_key(plain).into_iter().filter(|&(_, how)| how <= Match::Wording);
            let telling = plain.is_telling();
            named.for_each(|(section, _)| found.add(section, Match::Contained, telling));
        }
    }

    /// Adds the section whose usual title a heading begins with, whatever follows.
    pub(super) fn add_begun(&self, said: &Said, found: &mut Found) {
        if let Some((title, concept)) = &said.begun {
            let several = !title.is_one_word() || takes_several(*concept);
            let why = if several { Match::Begun } else { Match::Contained };
            self.add_named(title, *concept, why, found);
        }
    }

    /// Adds the section that the words behind all that describes them name, where these come last: 请求的数据流.
    pub(super) fn add_described_first(&self, said: &Said, found: &mut Found) {
        let Some(last) = &said.described else { return };
        let (exact, _) = last.concepts();
        for concept in exact.iter().filter(|found| takes_several(found.meaning)) {
            self.add_named(last, concept.meaning, Match::Begun, found);
        }
    }

    fn add_named(&self, title: &Key, concept: Concept, why: Match, found: &mut Found) {
        for &(section, how) in self.of_concept(concept) {
            if how <= Match::Wording && !self.is_of_anything(title, section) {
                found.add(section, why, false);
            }
        }
    }

    /// Adds the section that is to be made better, where a heading names what is done for it: a chapter
    /// "Performance optimization" is the one on the performance, and elsewhere it is a part of that.
    pub(super) fn add_optimized(&self, key: &Key, found: &mut Found) {
        let optimization = self.of_concept(Concept::Optimization);
        for &(section, _) in optimization {
            let named =
                found.candidates.iter().any(|one| one.section == section && one.how.names_it());
            let Some(above) = self.parent(section).filter(|_| named) else { continue };
            let is_above = |key: &Key| {
                self.of_key(key).iter().any(|&(of, how)| of == above && how <= Match::Wording)
            };
            if key.halves().any(|half| is_above(&half)) {
                found.add(above, Match::Wording, true);
            }
        }
    }

    /// Adds the section on the architecture, where a chapter is called as a whole document may be: "Description
    /// of the architecture", "Technical architecture".
    pub(super) fn add_described(&self, keys: &[Key], found: &mut Found) {
        let is_document = |one: &Candidate| {
            one.how.names_it() && self.stands_for(one.section, Concept::ArchitectureDocumentation)
        };
        let Some(key) = keys.first().filter(|_| found.candidates.iter().any(is_document)) else {
            return;
        };
        let about =
            |half: &Key| half.concepts().0.iter().any(|one| one.meaning == Concept::Architecture);
        if key.halves().any(|half| about(&half)) {
            for &(section, how) in self.of_concept(Concept::Architecture) {
                if how <= Match::Wording {
                    found.add(section, Match::Treated, true);
                }
            }
        }
    }
}

/// Whether English calls something by several words in each of its wordings. What it calls by one, any part may have.
fn takes_several(concept: Concept) -> bool {
    Vocabulary::wordings(concept, Language::ENGLISH).all(|wording| wording.contains(' '))
}

#[cfg(test)]
mod tests {
    use crate::document::bind::testing::{bound, served};

    #[test]
    fn a_chapter_on_optimizing_is_the_one_on_its_subject() {
        let chapter = bound("standard", &["## Performance Optimization"]);
        let both = ["performance", "performance.optimization"];
        assert_eq!(served(&chapter, "Performance Optimization"), both);
        let part = bound("standard", &["## Web pages", "### Performance Optimization"]);
        assert_eq!(served(&part, "Performance Optimization"), ["performance.optimization"]);
    }

    #[test]
    fn principles_of_the_architecture_are_none() {
        let plain = bound("handbook", &["## Architecture"]);
        assert_eq!(served(&plain, "Architecture"), ["architecture"]);
        let binding = bound("handbook", &["## Architecture Principles"]);
        assert!(served(&binding, "Architecture Principles").is_empty());
    }

    #[test]
    fn what_is_said_behind_a_title_does_not_hide_it() {
        let headings = [
            "## Laufzeitsicht Anfrage bis Antwort aus dem Lager",
            "## Verteilungssicht Deployment",
        ];
        let binding = bound("arc42", &headings);
        assert_eq!(served(&binding, &headings[0][3..]), ["arc42.runtime"]);
        assert_eq!(served(&binding, &headings[1][3..]), ["arc42.deployment"]);
        let tests = bound("arc42", &["## Deployment view regression tests of the yard"]);
        assert_eq!(tests.hits.iter().flatten().count(), 1, "the title alone");
    }

    #[test]
    fn settings_are_no_environment() {
        let plain = bound("standard", &["## Deployment", "### Environments"]);
        assert_eq!(served(&plain, "Environments"), ["deployment.environments"]);
        let binding = bound("standard", &["## Deployment", "### Environment Variables"]);
        assert!(served(&binding, "Environment Variables").is_empty());
    }

    #[test]
    fn a_pipeline_of_anything_is_no_deployment() {
        let binding = bound("standard", &["## Weighing pipeline"]);
        assert!(served(&binding, "Weighing pipeline").is_empty());
        let part = bound("standard", &["## Deployment", "### Weighing pipeline"]);
        assert_eq!(served(&part, "Weighing pipeline"), ["deployment.process"]);
    }

    #[test]
    fn a_chapter_may_be_called_as_the_whole_document_is() {
        let binding =
            bound("standard", &["## Technical Architecture", "### Architectural Patterns"]);
        assert_eq!(served(&binding, "Technical Architecture"), ["architecture"]);
        assert!(served(&binding, "Architectural Patterns").is_empty());
        let design = bound("standard", &["## Technical Documentation"]);
        assert!(served(&design, "Technical Documentation").is_empty());
    }
}
