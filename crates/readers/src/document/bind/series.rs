//! Chapters known by what stands below them: most of their parts are called services or components, or by names of
//! code, and the chapter's heading speaks of such or of the architecture. Teams and contracts have services as well.

use super::Binding;
use super::Match;
use super::node::{Node, NodeKind};
use super::numbered::number;
use super::place::is_general;
use crate::template::key::Key;
use words::{Concept, Vocabulary};

/// Binds the section that repeats per component to such a chapter, where it has no heading.
pub(super) fn bind(binding: &mut Binding, outside: &[bool]) {
    let template = std::sync::Arc::clone(&binding.template);
    for asked in &template.sections {
        let Some(above) = asked.parent.filter(|_| asked.repeat.is_some() && !asked.copy) else {
            continue;
        };
        if asked.concepts.first() != Some(&Concept::Component) || !binding.hits[above].is_empty() {
            continue;
        }
        let lists = |&node: &usize| outside[node] && lists_components(binding, node);
        if let Some(node) = (0..binding.tree.nodes.len()).find(lists) {
            binding.bind(above, node, Match::Instance);
        }
    }
}

/// Whether a chapter that serves nothing, or the architecture as a whole, has a heading below for each of several
/// components.
fn lists_components(binding: &Binding, node: usize) -> bool {
    let heading = &binding.tree.nodes[node];
    // What is called the components elsewhere holds them all the same.
    let of_components = |section: usize| {
        binding.template.sections[section].concepts.first() == Some(&Concept::Components)
    };
    let whole = |&section: &usize| {
        (is_general(binding, section) || of_components(section))
            && !binding.template.is_title(section)
    };
    if heading.kind != NodeKind::Heading
        || !binding.served(node).iter().all(whole)
        || !describes_the_whole(binding, node)
        || !speaks_of_components(heading)
    {
        return false;
    }
    let below: Vec<usize> = binding.tree.child_headings(node).collect();
    let free = |&&child: &&usize| binding.served(child).is_empty();
    let by_name = lists_by_name(heading);
    let named = binding.served(node).iter().any(|&section| of_components(section));
    let counted = || counts_components(heading) && are_counted(binding, &below);
    let anything = named || counted();
    let kind = kind_of(binding, heading, &below);
    let is_called = |child: usize| {
        let part = &binding.tree.nodes[child];
        anything
            || part.keys.iter().any(is_component)
            || names_source(&part.text)
            || by_name && begins_with_code(binding, child)
            || kind.as_deref().is_some_and(|kind| part.keys.iter().any(|key| is_of(key, kind)))
    };
    let called = below.iter().filter(free).filter(|&&child| is_called(child)).count();
    called >= FEWEST && 2 * called > below.len()
}

/// Whether it is a chapter, or stands below nothing but what tells of the whole system: "Current architecture".
fn describes_the_whole(binding: &Binding, node: usize) -> bool {
    // "Backend architecture" tells of a large part of it.
    let is_called = |above: usize| {
        let heading = &binding.tree.nodes[above];
        let wide = |one: &Concept| matches!(one, Concept::Architecture | Concept::Backend);
        heading.keys.iter().any(|key| key.mentioned().iter().any(wide) || key.is_general())
    };
    let general = |above: usize| {
        binding.served(above).iter().any(|&section| is_general(binding, section))
            || binding.served(above).is_empty() && is_called(above)
    };
    let mut above = binding.tree.ancestors(node);
    above.all(|above| binding.is_above_all(above) || general(above))
}

/// Whether a heading has a word for components, services or the architecture, in the plural or not.
fn speaks_of_components(heading: &Node) -> bool {
    let speaks = |text: &str| {
        let mut found = Vocabulary::known().find::<Concept>(text);
        found.any(|(_, found)| {
            matches!(
                found.meaning,
                Concept::Component | Concept::Components | Concept::Service | Concept::Architecture
            )
        })
    };
    speaks(&heading.text) || heading.keys.first().is_some_and(|key| speaks(&key.stem))
}

/// As many of a kind make a series.
const FEWEST: usize = 3;

/// Whether the last of several words is the one for a component: "Order service". In the first place it may
/// describe another word: "Service outage".
fn is_component(key: &Key) -> bool {
    let known = Vocabulary::known();
    let is = |word: &str| known.is(Concept::Component, word) || known.is(Concept::Service, word);
    let ends = |text: &str| {
        let ends = text.char_indices().skip(1).map(|(at, _)| &text[at..]);
        text.chars().any(words::is_unspaced) && ends.into_iter().any(is)
    };
    ends(&key.written) || key.written.rsplit_once(' ').is_some_and(|(_, last)| is(last))
}

/// Whether a heading says that it counts components or services: "Three-service architecture", "Service layer".
fn counts_components(heading: &Node) -> bool {
    let known = Vocabulary::known();
    let kinds = [Concept::Component, Concept::Components, Concept::Service];
    let mut words = heading.text.split(|c: char| !c.is_alphanumeric());
    words.any(|word| kinds.into_iter().any(|kind| known.is(kind, word)))
}

/// Whether headings are numbered from 1 without a gap, and none of them is called as any chapter may be.
fn are_counted(binding: &Binding, headings: &[usize]) -> bool {
    let counted = headings.iter().zip(1..).all(|(&node, at)| {
        let heading = &binding.tree.nodes[node];
        let says_more = heading.keys.iter().any(|key| !key.concepts().0.is_empty());
        number(&heading.text) == Some(at) && !says_more
    });
    counted && headings.len() >= FEWEST
}

/// The word that the parts' headings end with and the chapter's has as well: "agent" of "Three-agent architecture"
/// over "Loader agent: the carrier" and "Scale agent".
fn kind_of(binding: &Binding, heading: &Node, below: &[usize]) -> Option<String> {
    let first = binding.tree.nodes[*below.first()?].keys.last()?;
    let kind = first.stem.rsplit_once(' ')?.1.to_owned();
    let mut words = heading.text.split(|c: char| !c.is_alphanumeric());
    words.any(|word| Key::new(word).stem == kind).then_some(kind)
}

fn is_of(key: &Key, kind: &str) -> bool {
    key.stem.rsplit_once(' ').is_some_and(|(_, last)| last == kind)
}

/// Whether the last word of a heading is one for components or services: "Core library modules". "Service
/// configuration" is of something else.
fn lists_by_name(heading: &Node) -> bool {
    let known = Vocabulary::known();
    let kinds = [Concept::Component, Concept::Components, Concept::Service];
    let mut last = heading.keys.iter().filter_map(|key| key.written.rsplit(' ').next());
    last.any(|word| kinds.into_iter().any(|kind| known.is(kind, word)))
}

/// Whether a heading begins with a name in code: "`ledger`: what was weighed". A call or a path of an interface
/// is no name of a part.
fn begins_with_code(binding: &Binding, node: usize) -> bool {
    let place = binding.tree.place(node);
    let title = place.text().trim_start_matches(['#', ' ']);
    let name = title.strip_prefix('`').and_then(|rest| rest.split_once('`')).map(|(name, _)| name);
    name.is_some_and(|name| name.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | '-')))
}

/// Whether a heading names a part by its source file: `server/api.ts`, `Panel.vue — all panels`. What ends in
/// `.js` without a directory may be a product.
fn names_source(heading: &str) -> bool {
    heading.split_whitespace().any(|word| {
        let ending = word.rsplit_once('.').map_or("", |(_, ending)| ending);
        SOURCES.contains(&ending) || ending == "js" && word.contains('/')
    })
}

/// Endings of source files.
const SOURCES: [&str; 24] = [
    "c", "cc", "cpp", "cs", "ex", "go", "h", "hpp", "java", "jsx", "kt", "mjs", "php", "py", "rb",
    "rs", "scala", "sh", "sql", "svelte", "swift", "ts", "tsx", "vue",
];

#[cfg(test)]
mod tests {
    use crate::document::bind::testing::{bound, served};

    #[test]
    fn a_chapter_of_services_is_the_one_on_the_components() {
        let chapter = "3. Micro-services of the yard";
        let headings = [
            "## 3. Micro-services of the yard",
            "### 3.1 Weighing Service",
            "### 3.2 Shunting Service (Go)",
            "### 3.3 Rota Service",
        ];
        let binding = bound("standard", &headings);
        assert_eq!(served(&binding, chapter), ["components"]);
        assert_eq!(served(&binding, "3.3 Rota Service"), ["components.component"]);
        assert!(served(&bound("standard", &headings[..3]), chapter).is_empty());
    }

    #[test]
    fn services_may_be_told_of_below_the_architecture() {
        let headings = [
            "## Current Architecture",
            "### Backend Services",
            "#### Weighing Service (`src/yard/weighing/`)",
            "#### Shunting Service",
            "#### Rota Service",
        ];
        let binding = bound("handbook", &headings);
        assert_eq!(served(&binding, "Rota Service"), ["components.component"]);
        let elsewhere = ["## Security", headings[1], headings[2], headings[3], headings[4]];
        assert!(served(&bound("handbook", &elsewhere), "Rota Service").is_empty());
    }

    #[test]
    fn parts_may_be_called_by_their_source_files() {
        let headings = [
            "## 2. Modules of the server",
            "### 2.1 `server/scale.ts` — weighing",
            "### 2.2 `server/rota.ts`",
            "### 2.3 `Yard.vue` + `useYard.ts`",
        ];
        let binding = bound("standard", &headings);
        assert_eq!(served(&binding, "2.2 server/rota.ts"), ["components.component"]);
        let numbers = [headings[0], "### 2.1 Next.js", "### 2.2 Node.js", "### 2.3 Vue.js"];
        assert!(served(&bound("standard", &numbers), "2. Modules of the server").is_empty());
    }

    #[test]
    fn parts_may_be_called_by_names_in_code() {
        let headings = [
            "## Core Library Modules",
            "### `scale` — what was weighed",
            "### `rota` — who weighs",
            "### `belt_watch` — what stands still",
        ];
        let binding = bound("standard", &headings);
        assert_eq!(served(&binding, "rota — who weighs"), ["components.component"]);
        let calls = [headings[0], "### `scale()`", "### `GET /rota`", "### `belt.stop()`"];
        assert!(served(&bound("standard", &calls), "scale()").is_empty());
        let settings = ["## Service Configuration", "### `timeout`", "### `retries`", "### `port`"];
        assert!(served(&bound("standard", &settings), "timeout").is_empty());
    }

    #[test]
    fn parts_may_be_called_by_the_kind_that_their_chapter_names() {
        let headings = [
            "## Three-Agent System Architecture",
            "### Loader Agent: The Carrier",
            "### Scale Agent: The Judge",
            "### Belt Agent",
        ];
        let binding = bound("handbook", &headings);
        assert_eq!(served(&binding, "Belt Agent"), ["components.component"]);
        let elsewhere = ["## The halls", headings[1], headings[2], headings[3]];
        assert!(served(&bound("handbook", &elsewhere), "Belt Agent").is_empty());
    }

    #[test]
    fn services_may_stand_below_the_architecture_of_a_large_part() {
        let headings = [
            "## Backend-Architektur",
            "### Microservices-Ansatz",
            "#### 1. **Scale & Belt Service**",
            "#### 2. **Yard Service**",
            "#### 3. **Rota Service**",
        ];
        let binding = bound("handbook", &headings);
        assert_eq!(served(&binding, "3. Rota Service"), ["components.component"]);
        let chinese = [
            "## 3. 后端架构设计",
            "### 3.3 核心服务设计",
            "#### 3.3.1 调度服务",
            "#### 3.3.2 称重服务",
            "#### 3.3.3 排班服务",
        ];
        let binding = bound("handbook", &chinese);
        assert_eq!(served(&binding, "3.3.3 排班服务"), ["components.component"]);
    }

    #[test]
    fn parts_may_be_counted() {
        let headings = [
            "## Three-Service Architecture",
            "### 1. Yard board (yard-ui)",
            "### 2. Scale (Rust)",
            "### 3. Belt",
        ];
        let binding = bound("standard", &headings);
        assert_eq!(served(&binding, "3. Belt"), ["components.component"]);
        let about = [headings[0], "### 1. Purpose", "### 2. Layers", "### 3. Deployment"];
        let binding = bound("standard", &about);
        assert!(!served(&binding, "1. Purpose").contains(&"components.component".to_owned()));
    }

    #[test]
    fn what_is_called_the_components_elsewhere_holds_them() {
        let headings = [
            "## 2. Architectural Overview",
            "### 2.2 Components",
            "#### 2.2.1 Loader core",
            "#### 2.2.2 Scale",
            "#### 2.2.3 Belt",
        ];
        let binding = bound("formal", &headings);
        assert!(served(&binding, "2.2 Components").contains(&"overview.components".to_owned()));
        assert_eq!(served(&binding, "2.2.3 Belt"), ["components.component"]);
    }

    #[test]
    fn teams_and_words_have_services_as_well() {
        let teams = ["## Teams", "### Night Service", "### Field Service", "### Rail Service"];
        assert!(served(&bound("standard", &teams), "Teams").is_empty());
        let words = [
            "## Micro-services in words",
            "### Service mesh",
            "### Service outage",
            "### Service bus",
        ];
        assert!(served(&bound("standard", &words), "Micro-services in words").is_empty());
    }
}
