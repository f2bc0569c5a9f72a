//! How pages look: every inline style that we write stands here.
//!
//! There is no style sheet: a page must be good as mdBook makes it. Lines take their colour from the themes'
//! variables, which mdBook 0.4 and 0.5 name alike, and text has the colour of the text around it, so that it is
//! read in every theme and on paper. Other renderers get Markdown alone.

use std::borrow::Cow;
use std::fmt::Display;

use readers::book::Output;
use text::compose::{Alignment, Blocks, Inline};
use text::html::Html;

/// What reads the Markdown that we write.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Medium {
    /// mdBook makes a page of HTML of it.
    Page,
    /// Other renderers, or nobody but the reader of the file.
    Text,
}

impl Medium {
    /// What this build's renderer makes.
    pub fn of(output: &Output) -> Self {
        match output {
            Output::Rendered { renderer, .. } if renderer == "html" => Self::Page,
            Output::Rendered { .. } | Output::Files | Output::Nothing => Self::Text,
        }
    }
}

/// A picture of rows of text with lines beside them: it is as wide as is read at a glance.
pub(crate) const PICTURE: &str = "max-width: 44em; margin: 1em 0; font-size: 14px; line-height: 18px; \
     overflow-wrap: anywhere; --links: currentColor; fill: none; stroke: currentColor; stroke-width: 1.5";

/// Rows of it that paper keeps together; and the same with room above, between what has nothing to do with each other.
pub(crate) const PART: &str = "break-inside: avoid";
pub(crate) const PART_APART: &str = "break-inside: avoid; margin-top: 12px";

/// A row: its lines have so much room before its text, from one edge to the other.
pub(crate) fn beside(left: usize) -> String {
    format!("position: relative; padding: 4px 0 4px {left}px")
}

/// The lines beside a row.
pub(crate) const LINES: &str = "position: absolute; left: 0; top: 0";

/// A row's text in a frame, which is dashed where it counts no more: words at the two ends of a line, below each other
/// where there is no room, and what has a line of its own. The colour of links is too dim for small words in the dark themes
/// of mdBook.
pub(crate) fn framed(hue: Hue, is_gone: bool) -> String {
    let border = border(hue, is_gone);
    format!(
        "display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0 1em; padding: 3px 10px; {border}"
    )
}

/// Such a frame with nothing in it, of a width and a height.
pub(crate) fn frame(hue: Hue, is_gone: bool, (width, height): (usize, usize)) -> String {
    let border = border(hue, is_gone);
    format!("box-sizing: border-box; flex: none; width: {width}px; height: {height}px; {border}")
}

/// Dashes of one pixel are hardly there on paper.
fn border(hue: Hue, is_gone: bool) -> String {
    let edge = if is_gone { "2px dashed" } else { "1px solid" };
    format!("border: {edge} {}; border-radius: 4px", hue.colour())
}

pub(crate) const WHOLE: &str = "flex: 100%";

/// The legend of a picture, a sample in it, and the sample with its words.
pub(crate) const LEGEND: &str = "display: flex; flex-wrap: wrap; column-gap: 1em; margin-top: 8px";
pub(crate) const SAMPLE: &str = "flex: none";
pub(crate) const SAID: &str = "display: flex; align-items: center; column-gap: 8px";

/// The line beside a box.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Border {
    Solid,
    Dashed,
    Dotted,
}

/// A box with a line beside it; a quote where no page is made. `class` is for style sheets of the book's own.
pub(crate) fn boxed(medium: Medium, class: &str, edge: Border, inside: Blocks) -> Blocks {
    let edge = match edge {
        Border::Solid => "solid",
        Border::Dashed => "dashed",
        Border::Dotted => "dotted",
    };
    let grey = Hue::Grey.colour();
    let style =
        format!("margin: 1em 0; padding: 0.1em 1em; border-inline-start: 0.25em {edge} {grey}");
    match medium {
        Medium::Page => {
            let attributes: [(_, &dyn Display); 3] =
                [("class", &class), ("role", &"note"), ("style", &style)];
            Blocks::default().within("div", &attributes, inside)
        }
        Medium::Text => Blocks::default().quote(inside),
    }
}

/// Blocks with room above and below: a page gives a table none.
pub(crate) fn apart(medium: Medium, blocks: Blocks) -> Blocks {
    match medium {
        Medium::Page => Blocks::default().within("div", &[("style", &"margin: 1em 0")], blocks),
        Medium::Text => blocks,
    }
}

/// What stands behind, in small letters; in brackets where there are none.
pub(crate) fn aside(medium: Medium, words: Inline) -> Inline {
    match medium {
        Medium::Page => Inline::text(" ").then(words.inside("small", &[])),
        Medium::Text => Inline::text(" (").then(words).and(")"),
    }
}

/// The colour of a chip. It is never alone: a sign and a word say the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Hue {
    Green,
    Blue,
    Grey,
    Amber,
    Red,
}

impl Hue {
    /// In the middle between black and white, so that it is seen on either.
    pub(crate) const fn colour(self) -> &'static str {
        match self {
            Self::Green => "#2e8b57",
            Self::Blue => "#3b82c4",
            Self::Grey => "#808080",
            Self::Amber => "#b7791f",
            Self::Red => "#d0524f",
        }
    }
}

/// A word with a sign in a frame; the word as code where no page is made.
pub(crate) fn chip(medium: Medium, hue: Hue, sign: &str, word: &str) -> Inline {
    if medium == Medium::Text {
        return Inline::code(word);
    }
    // The last two digits thin the colour, so that the text's own can be read on it.
    let colour = hue.colour();
    let style = format!(
        "padding: 0 0.5em; border: 1px solid {colour}; border-radius: 1em; background: {colour}26; \
         white-space: nowrap"
    );
    let sign = Inline::html(Html::leaf("span", &[("aria-hidden", &true)], sign));
    sign.and(" ").and(word).inside("span", &[("class", &"archdoc-status"), ("style", &style)])
}

/// How much of something is done, for whoever sees; the words beside it say the same.
pub(crate) fn bar(done: usize, all: usize) -> Inline {
    let share = (done * 100).checked_div(all).unwrap_or(100);
    let width = if done > 0 { share.max(2) } else { 0 };
    let colour = if done < all { Hue::Grey } else { Hue::Green }.colour();
    let filled = Html::leaf("rect", &[("width", &width), ("height", &8), ("stroke", &"none")], "");
    let frame: [(_, &dyn Display); 3] = [("width", &100), ("height", &8), ("fill", &"none")];
    let svg: [(_, &dyn Display); 7] = [
        ("aria-hidden", &true),
        ("width", &"102"),
        ("height", &"10"),
        ("viewbox", &"-1 -1 102 10"),
        ("fill", &colour),
        ("stroke", &colour),
        ("style", &"display: block"),
    ];
    Inline::html(Html::joined("svg", &svg, [filled, Html::leaf("rect", &frame, "")]))
}

/// What a page shows in one line, unless a narrow screen has no room for that.
pub(crate) fn unbroken(medium: Medium, words: Inline) -> Inline {
    if medium == Medium::Text || words.plain().chars().count() > LONG {
        return words;
    }
    words.inside("span", &[("style", &"white-space: nowrap")])
}

/// Of how many letters a word may be broken in a table.
const LONG: usize = 16;

/// A table of so many columns has small letters and less room beside them, since paper does not scroll.
const MANY: usize = 5;
const CLOSE: &str = "margin: 0 -10px; font-size: 0.875em";

/// How long words are broken; `table` keeps their column from being squeezed.
const BROKEN: &str = "overflow-wrap: anywhere";

/// A day in a cell, which a page does not break.
pub(crate) fn day(date: &impl Display, medium: Medium) -> Inline {
    unbroken(medium, Inline::text(&date.to_string()))
}

/// A table. `wide` is the column of words, which a narrow screen does not squeeze to a word a line: there the table is
/// scrolled instead.
pub(crate) fn table<'a>(
    medium: Medium,
    titles: impl IntoIterator<Item = Cow<'a, str>>,
    wide: usize,
    rows: impl Iterator<Item = Vec<Inline>>,
) -> Blocks {
    let titles: Vec<_> = titles.into_iter().map(|title| Inline::text(&title)).collect();
    if medium == Medium::Text {
        let heads = titles.into_iter().map(|title| (title, Alignment::None));
        return Blocks::default().table(heads, rows);
    }
    let is_close = titles.len() >= MANY;
    let heads = titles.into_iter().enumerate().map(|(column, title)| {
        // Browsers put heads into the middle, where nothing below them stands.
        let least = (column == wide).then_some("min-width: 7.5em");
        let styles = ["display: block; text-align: start"].into_iter().chain(least);
        (title.inside("span", &[("style", &joined(styles, is_close))]), Alignment::None)
    });
    let rows = rows.map(|row| row.into_iter().map(|cell| fitted(cell, is_close)).collect());
    Blocks::default().table(heads, rows)
}

/// What a cell of a page shows, so that it has room.
fn fitted(words: Inline, is_close: bool) -> Inline {
    let broken = (words.longest_word() > LONG).then_some(BROKEN);
    let style = joined(broken.into_iter(), is_close && !words.is_blank());
    // Sections that are open are folded in a cell: only a `div` may hold them.
    if style.is_empty() { words } else { words.inside("div", &[("style", &style)]) }
}

fn joined(styles: impl Iterator<Item = &'static str>, is_close: bool) -> String {
    styles.chain(is_close.then_some(CLOSE)).collect::<Vec<_>>().join("; ")
}

/// What is said where there is nothing to show.
pub(crate) fn nothing(said: &str) -> Blocks {
    Blocks::of_paragraph(Inline::text(said).emphasis())
}
