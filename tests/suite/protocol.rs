//! Not recordings but what the mdBooks of this build send: a book without directives comes back to the byte.

use crate::harness::{BOTH, Book};

#[test]
fn what_mdbook_sends_is_what_it_gets_back() {
    for case in ["no-directives", "crlf-bom-unicode"] {
        for mdbook in BOTH {
            let (message, sent) = Book::of_case(case).message(mdbook);
            let answer = mdbook_archdoc::preprocess(&message).unwrap();
            assert!(*answer == *sent, "{case} {mdbook:?}");
        }
    }
}
