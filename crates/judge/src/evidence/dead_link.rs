//! A link that leads nowhere, in words: the same for decision records and for documents.

use readers::dead_link::{DeadLink, Fault};
use readers::files;
use text::compose::Target;
use text::destination::Notation;
use text::link;
use text::source::Place;

use crate::finding::Finding;
use crate::rule::Rule;

/// What may be meant by a file that is not there.
pub(crate) struct Suggestion {
    /// The way to it.
    pub(crate) way: String,
    /// Why.
    pub(crate) why: &'static str,
    /// Whether nothing else can be meant.
    pub(crate) certain: bool,
}

/// The finding, with the mend where one is certain. `meant` says more of a file than its whole name does.
pub(crate) fn finding(
    rule: &'static Rule,
    dead: &DeadLink,
    meant: impl FnOnce(&str) -> Option<Suggestion>,
) -> Finding {
    alike(worded(rule, dead, meant), dead)
}

/// One list of all links that lead to the same place, and of those to headings of their own text: what is left of a
/// table of contents when its text changes.
fn alike(finding: Finding, dead: &DeadLink) -> Finding {
    let target = &dead.target;
    let shown = dead.place.text().lines().next().unwrap_or_default().to_owned();
    match &dead.fault {
        Fault::NoFile { .. } => {
            finding.entry_of_directory(format!("links to `{target}`, which does not exist"), shown)
        }
        Fault::NoHeading { .. } => {
            if target.starts_with('#') {
                let plural = "links to headings that this text does not have";
                return finding
                    .entry(plural, shown, dead.place.span.start)
                    .help_for_all("name headings that are there, or take the anchors out");
            }
            let plural = format!("links to `{target}`, a heading that is not there");
            finding.entry_of_directory(plural, shown)
        }
    }
}

fn worded(
    rule: &'static Rule,
    dead: &DeadLink,
    meant: impl FnOnce(&str) -> Option<Suggestion>,
) -> Finding {
    let target = &dead.target;
    match &dead.fault {
        Fault::NoFile { file, instead, renamed } => {
            let finding =
                Finding::new(rule, dead.place.clone(), format!("`{target}` does not exist"))
                    .label("leads nowhere");
            let moved = || {
                let why = "the one file of this name lies elsewhere";
                Some(Suggestion { way: instead.clone()?, why, certain: is_telling(file) })
            };
            // What git calls the same file counts before names, which other files may have by now.
            let by_git = |certain: bool| {
                let renamed = renamed.as_ref().filter(|renamed| renamed.certain == certain)?;
                let why =
                    if certain { "git moved the file" } else { "git takes another file for it" };
                Some(Suggestion { way: renamed.way.clone(), why, certain })
            };
            let meant = by_git(true).or_else(|| meant(file)).or_else(moved);
            let anchor = target.find('#').map_or("", |at| &target[at..]);
            let Some(meant) = meant.or_else(|| by_git(false)) else {
                return finding.help(match address(target) {
                    Some(address) => {
                        format!("if that is meant, write `{address}`; else take the link out")
                    }
                    None => "mend the link, or take it out".to_owned(),
                });
            };
            let finding = finding.note(meant.why);
            let to = Target::file(&meant.way).followed_by(anchor);
            if meant.certain {
                return mended(finding, dead, &to);
            }
            let to = to.in_place_of(Notation::Bare);
            finding.help(format!("if that is meant, write `{to}`; else take the link out"))
        }
        Fault::NoHeading { near } => {
            let (file, fragment) = target.split_once('#').unwrap_or((target, ""));
            let whose = if file.is_empty() { "this text".to_owned() } else { format!("`{file}`") };
            let message = format!("{whose} has no heading `#{fragment}`");
            let finding = Finding::new(rule, dead.place.clone(), message)
                .label("leads to the top of the page");
            match near {
                Some(near) => finding.help(format!("if that is meant, write `{file}#{near}`")),
                None => finding.help("name a heading that is there, or take the anchor out"),
            }
        }
    }
}

/// The address that a target is without its scheme, `www.atlas.example`: its first part is called as a host is.
fn address(target: &str) -> Option<String> {
    /// Endings that hosts have and files do not.
    const OF_HOSTS: [&str; 8] = ["com", "org", "net", "io", "dev", "edu", "gov", "eu"];
    let host = target.split(['/', '?', '#']).next()?;
    let (name, end) = host.rsplit_once('.')?;
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '.');
    let named = !name.is_empty() && !name.starts_with('.') && name.chars().all(plain);
    // Endings of countries are those of files too: `pumps.md`, `main.rs`.
    let ends = OF_HOSTS.contains(&end) || host.starts_with("www.") && name != "www";
    (named && ends && !files::is_markdown(host)).then(|| format!("https://{target}"))
}

/// Whether a text's name says enough to be met only once: several words, or a number.
pub(crate) fn is_telling(file: &str) -> bool {
    let stem = link::stem(file);
    let words = stem.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    files::is_markdown(file) && (words.count() > 1 || stem.contains(|c: char| c.is_ascii_digit()))
}

fn mended(finding: Finding, dead: &DeadLink, to: &Target) -> Finding {
    let finding = finding.help(format!("write `{}`", to.in_place_of(Notation::Bare)));
    let Some(span) = dead.target_span() else { return finding };
    let source = &dead.place.source;
    let angled = source.text()[..span.start].ends_with('<');
    let notation = if angled { Notation::Angled } else { Notation::Bare };
    finding.edit(Place::new(source, span), to.in_place_of(notation))
}

#[cfg(test)]
mod tests {
    use super::address;

    #[test]
    fn an_address_without_its_scheme_is_no_file() {
        for target in ["www.atlas.de", "www.atlas.de/a.md#b", "atlas.org/pumps"] {
            assert_eq!(address(target), Some(format!("https://{target}")));
        }
        for target in ["www.design.md", "www.design.md#a", "www.design.MD?a=b", "main.rs", "www.x"]
        {
            assert_eq!(address(target), None, "{target}");
        }
    }
}
