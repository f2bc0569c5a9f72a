use super::*;

fn derived(text: &str) -> String {
    write::markdown(&of_text("atlas", text))
}

#[test]
fn headings_labels_and_columns_stay_and_text_goes() {
    let text = "---\nauthor: Ann\n---\n# Atlas\n\n<<#archdoc template=\"formal\">>\n\n## Goals\n\nFast.\n\nGood.\n\n### Owner\n\n\
                **Team:** Blue\n\n## Parts\n\n### One\n\n| Name | Use |\n|--|--|\n| a | b |\n";
    let expected = "---\nname: atlas\nversion: 1.0.0\n---\n# Atlas {#atlas .container}\n\n\
        ## Goals {#goals .required}\n\n[...]\n\n### Owner {#goals.owner .required}\n\n\
        - **Team:** [...]\n\n## Parts {#parts .container}\n\n\
        ### One {#parts.one .required columns=required}\n\n\
        | Name | Use |\n| --- | --- |\n| [...] | [...] |\n";
    assert_eq!(derived(text), expected);
}

#[test]
fn guidance_choices_and_field_rows_stay() {
    let text = "# Atlas\n\n## Head\n\n<!-- Say who answers for this document. -->\n<!-- toc -->\n\n\
        | Field | Value |\n|--|--|\n| **Owner** | Blue |\n| **Public** | yes / no |\n| **State** | draft \\| final |\n\n## Parts\n\n\
        The matcher joins scans.\n\n1. **Matcher:** joins\n   - **Purpose:** to join\n   - **State:** Draft/Final\n\n\
        - [x] reviewed\n\n* **Risk:** High | Medium | Low\n* **Review:** Accepted | Rejected\n\
        * **Contact:** Ann Lee | Bob Ray\n";
    let template = derived(text);
    for kept in [
        "<!-- guide: Say who answers for this document. -->\n",
        "| **Owner** | [...] |\n| **Public** | yes / no |\n| **State** | draft \\| final |\n",
        "1. **Matcher:** [...]\n   - **Purpose:** [...]\n   - **State:** Draft/Final\n",
        "- [ ] [...]\n",
        "- **Risk:** High | Medium | Low\n- **Review:** Accepted | Rejected\n- **Contact:** [...]\n",
    ] {
        assert!(template.contains(kept), "{kept}\n{template}");
    }
    assert!(!template.contains("toc") && !template.contains("Blue") && !template.contains("joins"));
}

#[test]
fn a_template_of_another_tool_keeps_its_samples() {
    let text = "# [Service] {{owner}}\n\n## Purpose\n\nDescribe what the service is for.\n\n## Data\n\n\
        ```mermaid\ngraph TD\n    A --> B\n```\n\n[the entities]\n\n## Risks\n\n- [risk]\n";
    let template = derived(text);
    for kept in [
        "<!-- guide: Describe what the service is for. -->\n",
        "    A --> B\n",
        "[the entities]\n",
        "params:\n  owner: { default: \"[owner]\" }\n",
    ] {
        assert!(template.contains(kept), "{kept}\n{template}");
    }
}

#[test]
fn contents_and_headings_without_words_are_no_sections() {
    let template =
        derived("# Atlas\n\n## Table of Contents\n\n- [A](#a)\n\n## ---\n\n## \\<Name>\n\nText.\n");
    let headings: Vec<&str> = template.lines().filter(|line| line.starts_with('#')).collect();
    assert_eq!(headings, ["# Atlas {#atlas .container}", "## \\<Name> {#name .required}"]);
}

#[test]
fn no_name_of_a_person_stays() {
    let text = "# Atlas\n\n**Owner:** Jane Miller\n**Deciders:** Ann Lee / Bob Ray\n\n## Facts\n\n\
        | Owner | Jane Miller |\n|--|--|\n| Sponsor | Bob Ray |\n| State | draft / final |\n\n\
        | | |\n|--|--|\n| Cost centre | 4711 |\n| Contact at night | Ann Lee |\n\n\
        ## Numbers\n\n| Item | Value |\n|--|--|\n| Cost centre | 4711 |\n| On call | Jane |\n\n\
        ## Parts\n\n| Part | Made by |\n|--|--|\n| Matcher | Jane |\n";
    let template = derived(text);
    for name in ["Jane", "Ann", "Bob", "4711", "Matcher"] {
        assert!(!template.contains(name), "{name}\n{template}");
    }
    for kept in [
        "- **Owner:** [...]\n- **Deciders:** [...]\n",
        "| Owner | [...] |\n| --- | --- |\n| Sponsor | [...] |\n| State | draft / final |\n",
        "| Cost centre | [...] |\n| Contact at night | [...] |\n",
        "## Numbers {#numbers .required columns=required}\n\n| Item | Value |\n",
        "| Cost centre | [...] |\n| On call | [...] |\n",
        "| Part | Made by |\n| --- | --- |\n| [...] | [...] |\n",
    ] {
        assert!(template.contains(kept), "{kept}\n{template}");
    }
    // Nor in what is a template but for its owner.
    let text = "# [Service]\n\n- **Owner:** Jane Miller\n- **Tier:** [one of three]\n\n| Reviewer | Ann |\n|--|--|\n\
        | Date | YYYY-MM-DD |\n\n## Purpose\n\nDescribe what the service is for.\n\n## Risks\n\n- [risk]\n";
    let template = derived(text);
    assert!(!template.contains("Jane") && !template.contains("Ann"), "{template}");
    assert!(template.contains("- **Owner:** [...]\n- **Tier:** [one of three]\n"), "{template}");
    assert!(template.contains("| Reviewer | [...] |\n"), "{template}");
}
