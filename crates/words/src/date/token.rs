//! A text as numbers, words and marks: what the shapes of dates are made of.

use std::ops::Range;

use crate::fold::is_ideograph;

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// ASCII digits. A number too long for its type is the type's largest.
    Number { value: u32, digits: usize },
    /// Letters of an alphabet, or a single ideograph.
    Word,
    /// Any run of white space.
    Space,
    /// Any other character; hyphens of all sorts are `-`.
    Mark(char),
}

/// A token and where it stands.
#[derive(Clone, Debug)]
pub(super) struct Token {
    pub(super) kind: Kind,
    pub(super) span: Range<usize>,
}

/// A text with its tokens.
pub(super) struct Tokens<'a> {
    text: &'a str,
    tokens: Vec<Token>,
}

impl<'a> Tokens<'a> {
    /// The first tokens of a text, and none of what stands behind them.
    pub(super) fn beginning(text: &'a str, most: usize) -> Self {
        // A word and the space behind it are some six bytes.
        let mut tokens = Vec::with_capacity(most.min(text.len() / 3 + 1));
        let mut rest = text;
        while let Some(first) = rest.chars().next().filter(|_| tokens.len() < most) {
            let (kind, len) = next(rest, first);
            let start = text.len() - rest.len();
            tokens.push(Token { kind, span: start..start + len });
            rest = &rest[len..];
        }
        Self { text, tokens }
    }

    pub(super) fn len(&self) -> usize {
        self.tokens.len()
    }

    pub(super) fn kind(&self, at: usize) -> Option<Kind> {
        self.tokens.get(at).map(|token| token.kind)
    }

    /// From the first byte of one token to the last byte of the token before another.
    pub(super) fn span(&self, start: usize, end: usize) -> Range<usize> {
        let from = self.tokens.get(start).map_or(self.text.len(), |token| token.span.start);
        let to = end.checked_sub(1).and_then(|last| self.tokens.get(last));
        from..to.map_or(from, |token| token.span.end.max(from))
    }

    /// The text from a token on.
    pub(super) fn rest(&self, at: usize) -> &'a str {
        &self.text[self.span(at, at).start..]
    }

    /// The token that begins where so many bytes from a token's start are passed.
    pub(super) fn after(&self, at: usize, len: usize) -> usize {
        let end = self.span(at, at).start + len;
        at + self.tokens[at..].iter().take_while(|token| token.span.start < end).count()
    }

    /// Value and number of digits.
    pub(super) fn number(&self, at: usize) -> Option<(u32, usize)> {
        match self.kind(at)? {
            Kind::Number { value, digits } => Some((value, digits)),
            _ => None,
        }
    }

    pub(super) fn word(&self, at: usize) -> Option<&'a str> {
        let token = self.tokens.get(at).filter(|token| token.kind == Kind::Word)?;
        Some(&self.text[token.span.clone()])
    }

    pub(super) fn mark(&self, at: usize) -> Option<char> {
        match self.kind(at)? {
            Kind::Mark(mark) => Some(mark),
            _ => None,
        }
    }

    /// The mark before a token, white space left out.
    pub(super) fn before(&self, at: usize) -> Option<char> {
        let last = at.checked_sub(1)?;
        match self.kind(last)? {
            Kind::Space => self.mark(last.checked_sub(1)?),
            _ => self.mark(last),
        }
    }

    /// Not the head of a word or of a longer number; a time after `T` may follow.
    pub(super) fn ends_cleanly(&self, end: usize) -> bool {
        let number_at = |at| self.number(at).is_some();
        match self.kind(end) {
            Some(Kind::Word) => {
                let word = self.word(end).unwrap_or_default();
                !word.is_ascii() || (matches!(word, "T" | "t") && number_at(end + 1))
            }
            Some(Kind::Mark('.' | '/')) => !number_at(end + 1),
            Some(Kind::Number { .. }) => false,
            _ => true,
        }
    }

    /// The next token that is no white space.
    pub(super) fn skip_space(&self, at: usize) -> usize {
        if self.kind(at) == Some(Kind::Space) { at + 1 } else { at }
    }

    /// Past one of these marks and the white space around it, if it stands here.
    pub(super) fn skip_mark(&self, at: usize, marks: &[char]) -> usize {
        let here = self.skip_space(at);
        match self.mark(here) {
            Some(mark) if marks.contains(&mark) => self.skip_space(here + 1),
            _ => here,
        }
    }
}

fn next(rest: &str, first: char) -> (Kind, usize) {
    let run = |belongs: fn(char) -> bool| rest.find(|c| !belongs(c)).unwrap_or(rest.len());
    if first.is_ascii_digit() {
        let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
        let value = rest[..digits].parse().unwrap_or(u32::MAX);
        (Kind::Number { value, digits }, digits)
    } else if first == ' ' && rest.as_bytes().get(1).is_some_and(u8::is_ascii_graphic) {
        (Kind::Space, 1)
    } else if first.is_whitespace() {
        (Kind::Space, run(char::is_whitespace))
    } else if is_ideograph(first) {
        (Kind::Word, first.len_utf8())
    } else if first.is_alphabetic() {
        let letters = rest.bytes().take_while(u8::is_ascii_alphabetic).count();
        let ends = rest.as_bytes().get(letters).is_none_or(u8::is_ascii);
        let len = if ends { letters } else { run(|c| c.is_alphabetic() && !is_ideograph(c)) };
        (Kind::Word, len)
    } else {
        let mark = if matches!(first, '\u{2010}' | '\u{2011}') { '-' } else { first };
        (Kind::Mark(mark), first.len_utf8())
    }
}
