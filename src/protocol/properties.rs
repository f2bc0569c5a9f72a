//! The protocol under arbitrary changes and arbitrary damage.

use std::borrow::Cow;

use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::{Index, select};

use super::tests::{V04, V05, message, parse, replace, written};
use super::{Changes, Input, NewChapter};

proptest! {
    /// Splicing is the only way in which text gets into the answer.
    #[test]
    fn replaced_contents_arrive_and_nothing_else_changes(
        contents in vec(option::of(any::<String>()), 11),
        children in vec((0..11_usize, any::<String>()), 0..4),
        old in any::<bool>(),
    ) {
        let input = parse(if old { V04 } else { V05 });
        let mut changes = Changes::default();
        for (index, content) in contents.iter().enumerate() {
            if let Some(content) = content {
                replace(&mut changes, index, content.clone());
            }
        }
        for (parent, name) in &children {
            let path = "new.md".to_owned();
            changes.add(*parent, NewChapter::new(name.clone(), path, name.clone()).unwrap());
        }
        let answer = message(&written(&input, changes));
        let output = parse(&answer);
        prop_assert_eq!(output.chapters.len(), input.chapters.len() + children.len());
        let (new, kept): (Vec<_>, Vec<_>) =
            output.chapters.iter().partition(|chapter| chapter.path.as_deref() == Some("new.md"));
        for ((before, after), content) in input.chapters.iter().zip(kept).zip(&contents) {
            prop_assert_eq!((&before.name, &before.path), (&after.name, &after.path));
            let now = after.content.decode().unwrap();
            let wanted = content.as_deref().map_or(before.content.decode().unwrap(), Cow::Borrowed);
            prop_assert_eq!(now, wanted);
        }
        for chapter in new {
            let parent = &output.chapters[chapter.parent.unwrap()];
            prop_assert_eq!(chapter.parent_names.last().unwrap(), &parent.name);
            prop_assert_eq!(chapter.content.decode().unwrap(), chapter.name.as_ref());
        }
    }

    /// Whatever arrives, the answer is an error or a book, never a panic.
    #[test]
    fn damage_makes_no_panic(
        old in any::<bool>(),
        damage in vec((any::<Index>(), any::<u8>()), 1..4),
        structure in vec((any::<Index>(), select(b"[]{},:\"\\n0 ".to_vec())), 0..3),
    ) {
        let mut bytes = if old { V04 } else { V05 }.as_bytes().to_vec();
        for (place, byte) in damage.into_iter().chain(structure) {
            let place = place.index(bytes.len());
            bytes[place] = byte;
        }
        if let Ok(input) = Input::parse(&bytes) {
            let mut changes = Changes::default();
            for index in 0..input.chapters.len() {
                replace(&mut changes, index, "new".to_owned());
                changes.add(index, NewChapter::new("n".into(), "n.md".into(), String::new()).unwrap());
            }
            if let Ok(answer) = input.write(changes) {
                let bytes = answer.into_bytes();
                prop_assert!(serde_json::from_slice::<serde_json::Value>(&bytes).is_ok());
            }
        }
    }
}
