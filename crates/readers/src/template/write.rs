//! A template as Markdown: what [`super::read`] reads.

use std::fmt::Write as _;

use super::read::concepts_of;
use super::{Need, Template, TemplateSection};

/// The whole template, what it got from its parents included.
pub fn markdown(template: &Template) -> String {
    let mut out = String::from("---\n");
    let mut field = |key: &str, value: &str| {
        if !value.is_empty() {
            let _infallible = writeln!(out, "{key}: {}", quoted(value));
        }
    };
    field("name", &template.name);
    field("version", &template.version.to_string());
    field("title", &template.title);
    field("description", &template.description);
    if !template.params.is_empty() {
        out.push_str("params:\n");
    }
    for param in &template.params {
        let mut fields = Vec::new();
        if param.required {
            fields.push("required: true".to_owned());
        }
        fields.extend(param.default.as_ref().map(|text| format!("default: {}", quoted(text))));
        let _infallible = writeln!(out, "  {}: {{ {} }}", param.name, fields.join(", "));
    }
    out.push_str("---\n");
    let sections: Vec<String> = template.sections.iter().map(section).collect();
    out + &sections.join("\n")
}

/// YAML text in double quotes: JSON's strings are YAML's.
fn quoted(text: &str) -> String {
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '.');
    if text.chars().all(plain) { text.to_owned() } else { serde_json::json!(text).to_string() }
}

fn section(section: &TemplateSection) -> String {
    let hashes = "#".repeat(usize::from(section.level));
    let mut out = format!("{hashes} {} {{#{}{}}}\n", section.heading, section.id, words(section));
    if let Some(guide) = &section.guide {
        let _infallible = writeln!(out, "<!-- guide: {guide} -->");
    }
    if !section.aliases.is_empty() {
        let _infallible = writeln!(out, "<!-- aliases: {} -->", section.aliases.join("; "));
    }
    if !section.sample.is_empty() {
        let _infallible = write!(out, "\n{}\n", section.sample);
    }
    out
}

fn words(section: &TemplateSection) -> String {
    let mut words = format!(" .{}", section.need.name());
    for (is, class) in [(section.copy, " .copy"), (section.keep, " .keep")] {
        if is {
            words.push_str(class);
        }
    }
    if let Some(thing) = &section.repeat {
        let _infallible = write!(words, " repeat={thing}");
    }
    if section.min > 0 {
        let _infallible = write!(words, " min={}", section.min);
    }
    for demand in &section.demands {
        let _infallible = write!(words, " {}=required", demand.name());
    }
    if !section.describes.is_empty() {
        let _infallible = write!(words, " describes={}", section.describes.patterns().join(","));
    }
    if !section.defines.is_empty() {
        let homes: Vec<String> = section.defines.iter().map(ToString::to_string).collect();
        let _infallible = write!(words, " defines={}", homes.join(","));
    }
    if section.concepts != concepts_of(&section.heading) {
        let names: Vec<&str> = section.concepts.iter().map(|concept| concept.name()).collect();
        let names = if names.is_empty() { "none".to_owned() } else { names.join(",") };
        let _infallible = write!(words, " concept={names}");
    }
    debug_assert!(Need::of(section.need.name()).is_some());
    words
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::template::{builtin, read};
    use text::source::Source;

    #[test]
    fn what_is_written_reads_the_same() {
        for name in builtin::names() {
            let template = builtin::find(name).unwrap();
            let text = markdown(&template);
            let (again, problems) = read(name, &Source::new("t.md", text.as_str()));
            assert!(problems.is_empty(), "{name}: {problems:?}");
            assert_eq!(again.params, template.params, "{name}");
            assert_eq!(again.description, template.description, "{name}");
            let facts = |t: &Template| -> Vec<_> {
                let sections = t.sections.iter();
                let fact = |s: &TemplateSection| {
                    let texts = (s.heading.clone(), s.guide.clone(), s.sample.clone());
                    (
                        s.id.clone(),
                        s.level,
                        s.need,
                        s.min,
                        s.repeat.clone(),
                        s.keep,
                        texts,
                        (
                            s.aliases.clone(),
                            s.concepts.clone(),
                            s.demands.clone(),
                            s.defines.clone(),
                        ),
                    )
                };
                sections.map(fact).collect()
            };
            assert_eq!(facts(&again), facts(&template), "{name}");
        }
    }
}
