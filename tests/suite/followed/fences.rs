//! The blocks of code on a page that a reader does something with.

/// What a reader does with a block.
pub(super) enum Block<'p> {
    /// Types what stands behind each `$ `, and sees all that stands below it.
    Console,
    /// Types each line; what is printed is not shown.
    Shell,
    /// Writes it to this file.
    File(&'p str),
    /// Makes such a change in this file.
    Change(&'p str),
    /// Reads it.
    Text,
}

impl<'p> Block<'p> {
    pub(super) fn of(info: &'p str) -> Self {
        match (info, info.split_once(" path=")) {
            ("console", _) => Self::Console,
            ("sh", _) => Self::Shell,
            (_, Some(("diff", path))) => Self::Change(path),
            (_, Some((_, path))) => Self::File(path),
            _ => Self::Text,
        }
    }
}

/// The commands of a console, each with what is shown below it.
pub(super) fn commands(console: &str) -> Vec<(&str, &str)> {
    let starts = console.match_indices("$ ").map(|(at, _)| at);
    let starts: Vec<usize> =
        starts.filter(|&at| at == 0 || console[..at].ends_with('\n')).collect();
    assert!(starts.first() == Some(&0), "a console begins with a command:\n{console}");
    let ends = starts.iter().skip(1).copied().chain([console.len()]);
    let blocks = starts.iter().zip(ends).map(|(&start, end)| &console[start + 2..end]);
    blocks.map(|block| block.split_once('\n').unwrap_or((block, ""))).collect()
}

/// A block of code on a page.
pub(super) struct Fenced<'p> {
    /// What stands between the block before and this one, the lines with back ticks included.
    pub(super) before: &'p str,
    /// What stands behind the back ticks.
    pub(super) info: &'p str,
    pub(super) text: &'p str,
}

/// The blocks of a page, and what stands behind the last one. What is in a block may have fewer back ticks than the block.
pub(super) fn fenced(page: &str) -> (Vec<Fenced<'_>>, &str) {
    let ticks = |line: &str| {
        let line = line.trim_start();
        line.len() - line.trim_start_matches('`').len()
    };
    let mut blocks = Vec::new();
    let (mut from, mut at) = (0, 0);
    let mut open: Option<(usize, usize, &str)> = None;
    for line in page.split_inclusive('\n') {
        let (start, count) = (at, ticks(line));
        at += line.len();
        match open {
            None if count >= 3 => open = Some((at, count, line.trim().trim_start_matches('`'))),
            Some((inside, opened, info)) if count >= opened => {
                blocks.push(Fenced {
                    before: &page[from..inside],
                    info,
                    text: &page[inside..start],
                });
                from = start;
                open = None;
            }
            _ => {}
        }
    }
    (blocks, &page[from..])
}
