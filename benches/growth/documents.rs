//! Inputs of bound chapters and directives.

use std::fmt::Write as _;

use super::input::Input;

const BOUND: &str = "<<#archdoc template=\"formal\">>\n\n# Atlas\n\n";

/// Chapters twenty numbers deep: `1.`, `1.1.`, `1.1.1.` and so on.
pub(crate) fn nested_headings(size: usize) -> Input {
    let mut text = BOUND.to_owned();
    for chain in 1..=size / 20 {
        let mut number = format!("{chain}.");
        for depth in 1..=20 {
            let _infallible = writeln!(text, "## {number} Component {depth}: Name {chain}\n");
            number.push_str("1.");
        }
    }
    Input::chapter(text)
}

pub(crate) fn flat_headings(size: usize) -> Input {
    let headings = (0..size).map(|at| format!("## Heading {at}\n\nText {at}.\n\n"));
    Input::chapter(BOUND.to_owned() + &headings.collect::<String>())
}

/// Long headings of known words that nothing parts, over each other.
pub(crate) fn headings_without_spaces(size: usize) -> Input {
    let (services, yard) = ("称重服务".repeat(size), "排班管理".repeat(size));
    Input::chapter(format!("{BOUND}## 系统架构\n\n### {services}\n\n#### {yard}\n\nText.\n"))
}

pub(crate) fn links_in_a_paragraph(size: usize) -> Input {
    Input::chapter(format!("{BOUND}## Purpose\n\n{}", "[a](b.md)\n".repeat(size)))
}

pub(crate) fn braces_on_a_line(size: usize) -> Input {
    Input::chapter("{{#archdoc ".repeat(size))
}

pub(crate) fn open_braces(size: usize) -> Input {
    Input::chapter(format!("{BOUND}{}\n", "{{".repeat(size)))
}

/// Words behind braces that nothing closes, in text that is judged.
pub(crate) fn open_variables(size: usize) -> Input {
    Input::chapter(format!("{BOUND}## Purpose\n\n{}\n", "{{A ".repeat(size)))
}

pub(crate) fn findings_on_a_line(size: usize) -> Input {
    Input::chapter("Text <<#archdoc adr-index>> and ".repeat(size))
}

pub(crate) fn template_of_equal_headings(size: usize) -> Input {
    Input::chapter("<<#archdoc template=\"own\">>\n\n# Own\n")
        .configured("[preprocessor.archdoc]\ntemplate-dir = \"own\"\n")
        .unlisted("../own/own.md", format!("# Own\n\n{}", "## Same\n\n".repeat(size)))
}

pub(crate) fn coverage_in_all_chapters(size: usize) -> Input {
    let text = "<<#archdoc template=\"formal\">>\n\n# Atlas\n\nText.\n\n<<#archdoc coverage>>\n";
    Input::default().chapters(size, |at| (format!("c{at}.md"), text.to_owned()))
}

pub(crate) fn suppressions(size: usize) -> Input {
    let text = format!(
        "{BOUND}<!-- archdoc: allow missing-section(introduction) reason=\"elsewhere\" -->\n\n\
         <!-- archdoc: allow placeholder-text reason=\"later\" -->\n\nTODO: write\n"
    );
    Input::default().chapters(size, |at| (format!("c{at}.md"), text.clone()))
}

pub(crate) fn directives_in_html(size: usize) -> Input {
    let directives = "<<#archdoc adr-index>>\n".repeat(size);
    Input::chapter(format!("<div>\n{directives}</div>\n\n<!--\n{directives}-->\n"))
}

pub(crate) fn directives_in_a_list(size: usize) -> Input {
    Input::chapter("- <<#archdoc adr-index>>\n".repeat(size))
}

pub(crate) fn directives_in_a_table(size: usize) -> Input {
    let rows = "| <<#archdoc adr-index>> |\n".repeat(size);
    Input::chapter(format!("| A |\n|---|\n{rows}"))
}

pub(crate) fn directives_in_code(size: usize) -> Input {
    Input::chapter("Write `<<#archdoc adr-index>>` here\n".repeat(size))
}

pub(crate) fn brace_groups(size: usize) -> Input {
    let group = "{0,1,2,3,4,5,6,7,8,9}".repeat(6);
    let config = format!(
        "[[preprocessor.archdoc.documents]]\npaths = [\"{group}.md\"]\ntemplate = \"formal\"\n"
    );
    Input::default()
        .configured(config)
        .chapters(size, |at| (format!("c{at}.md"), "# Text\n".to_owned()))
}
