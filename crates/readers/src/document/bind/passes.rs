//! In which order the headings of a chapter are bound, and what each pass may do.
//!
//! The surest reason comes first: words before numbers, these before what else shows a section that no heading is called
//! by, and typos last. A pass binds headings that serve nothing to sections that have none. Only four may take a
//! heading back, each for a reason that says more than the first:
//!
//! * `assign`: of two headings with the same words, the one with nothing below is one too many;
//! * `numbered`: a chapter that kept its number is the section, and not a part of another chapter that is called alike;
//! * `environments::lift`: the heading over all environments is the section, and not each of them;
//! * `near`: a chapter with a typo in its title is the section, and not a part of that chapter.
//!
//! Of a document in several files `union` knows more than the passes over one: it gives a chapter to the file that is about it.

use std::sync::Arc;

use super::binding::Binding;
use super::evidence::Evidence;
use super::index::{Candidate, Index};
use super::node::Tree;
use super::outline::Outline;
use super::reason::Match;
use super::said::Said;
use super::{
    assign, environments, instance, near, numbered, own_chapter, part_chapters, resources,
    restated, series, shared, title,
};

type Pass = fn(&mut Binding, &Evidence<'_>);

const PASSES: [Pass; 13] = [
    assign::bind,
    shared::bind,
    numbered::bind,
    |binding, evidence| {
        let chapter = |binding: &_, section| series::chapter(binding, evidence.said, section);
        bind_found(binding, chapter, Match::Instance);
    },
    |binding, _| bind_found(binding, part_chapters::sides, Match::Instance),
    |binding, _| environments::lift(binding),
    |binding, _| bind_found(binding, environments::each, Match::Instance),
    |binding, _| bind_found(binding, restated::part, Match::Wider),
    own_chapter::bind,
    |binding, _| instance::bind(binding),
    |binding, _| bind_found(binding, resources::each, Match::Instance),
    near::bind,
    title::bind_sole,
];

/// Binds the sections that have no heading yet to those that are found for another reason than their words.
fn bind_found<I>(binding: &mut Binding, headings: impl Fn(&Binding, usize) -> I, how: Match)
where
    I: IntoIterator<Item = usize>,
{
    for section in 0..binding.template.sections.len() {
        if binding.is_open(section) {
            for node in headings(binding, section) {
                binding.bind(section, node, how);
            }
        }
    }
}

impl Binding {
    /// Joins a chapter's headings and a template. `one_of_several`: the document has further
    /// chapters.
    pub fn new(index: &Index, tree: Tree, one_of_several: bool) -> Self {
        let said = Said::of_all(&tree);
        Self::of_said(index, tree, &said, one_of_several)
    }

    /// The same where it is known what the headings say.
    pub(crate) fn of_said(index: &Index, tree: Tree, said: &[Said], one_of_several: bool) -> Self {
        let template = Arc::clone(&index.template);
        let nodes = tree.nodes.iter().zip(said).enumerate();
        let candidates: Vec<Vec<Candidate>> =
            nodes.map(|(node, (heading, said))| index.candidates(node, heading, said)).collect();
        let outline =
            Outline { template: &template, tree: &tree, candidates: &candidates, one_of_several };
        let title_block = outline.title_block();
        let (own_title, layout) = (outline.title(&title_block), outline.layout(&title_block));
        let is_kept = |one: &Candidate| {
            let chapter = || numbered::number(&tree.nodes[one.node].text).is_some();
            layout.outside[one.node] && !(template.is_title(one.section) && chapter())
        };
        let candidates: Vec<Candidate> = candidates.into_iter().flatten().filter(is_kept).collect();
        let titles = candidates.iter().filter(|one| one.how.is_title());
        let titles = titles.map(|one| (one.node, one.section)).collect();
        let evidence = Evidence { index, candidates: &candidates, said, one_of_several };
        let mut binding = Self::unbound(template, tree, layout, titles);
        title::bind_title(&mut binding, own_title);
        for pass in PASSES {
            pass(&mut binding, &evidence);
        }
        binding.in_reading_order()
    }
}
