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
fn what_is_counted_or_of_a_kind_may_be_no_part() {
    let cases: [[&str; 4]; 5] = [
        [
            "## Architecture principles",
            "### Owner principle",
            "### Hall principle",
            "### Rail principle",
        ],
        [
            "## Alternative architectures",
            "### Rail architecture",
            "### Road architecture",
            "### Air architecture",
        ],
        ["## Microservice migration steps", "### 1. Cut out", "### 2. Move", "### 3. Switch"],
        ["## Service Level Architecture", "### 1. Gold", "### 2. Silver", "### 3. Bronze"],
        ["## Service Discovery", "### 1. Register", "### 2. Look up", "### 3. Evict"],
    ];
    for headings in cases {
        let binding = bound("standard", &headings);
        assert!(binding.served(binding.tree.nodes.len() - 1).is_empty(), "{headings:?}");
    }
    let rules = [
        "## Backend architecture",
        "### Component rules",
        "#### Naming component",
        "#### Folder per component",
        "#### Test per component",
    ];
    assert!(served(&bound("handbook", &rules), "Naming component").is_empty());
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
    let words =
        ["## Micro-services in words", "### Service mesh", "### Service outage", "### Service bus"];
    assert!(served(&bound("standard", &words), "Micro-services in words").is_empty());
}

#[test]
fn names_of_code_below_what_code_comes_apart_into_are_components() {
    for chapter in ["Crate structure", "Layers and limits", "Repositories", "モジュール仕様"]
    {
        let chapter = format!("## {chapter}");
        let headings = [chapter.as_str(), "### yard-core", "### yard-cli (facade)", "## Yard"];
        let binding = bound("standard", &headings);
        assert_eq!(served(&binding, "yard-core"), ["components.component"], "{chapter}");
    }
    let glossed = ["## Layer details", "### Domain (Yard.Domain)", "### Host (Yard.Host)"];
    assert_eq!(served(&bound("handbook", &glossed), "Host (Yard.Host)"), ["components.component"]);
    let paths = ["## Crates", "### `halls/`", "### `gates/` — keys"];
    assert_eq!(served(&bound("standard", &paths), "halls/"), ["components.component"]);
}

#[test]
fn what_is_no_name_of_code_or_of_something_else_is_no_component() {
    let chapters =
        ["Endpoints by module", "Package configuration", "Data layer", "Cache layers", "Plugins"];
    for chapter in chapters {
        let chapter = format!("## {chapter}");
        let headings = [chapter.as_str(), "### yard-core", "### yard-cli", "## Yard"];
        assert!(served(&bound("standard", &headings), "yard-core").is_empty(), "{chapter}");
    }
    for (one, other) in [("in-memory", "on-disk"), ("who", "when"), ("serde", "tokio")] {
        let (one, other) = (format!("### {one}"), format!("### {other}"));
        let headings = ["## Layers", one.as_str(), other.as_str(), "## Yard"];
        assert!(served(&bound("standard", &headings), &one[4..]).is_empty(), "{one}");
    }
}

#[test]
fn parts_that_are_called_as_their_chapter_is_are_components() {
    let headings = [
        "## Proposed layers",
        "### 1. View layer",
        "### 2. Data model layer",
        "### 3. Scale layer",
        "## Yard",
    ];
    let binding = bound("standard", &headings);
    assert_eq!(served(&binding, "Proposed layers"), ["components"]);
    assert_eq!(served(&binding, "2. Data model layer"), ["components.component"]);
    let modules =
        ["## Yard", "## Modules", "### View module", "### Application module", "### Scale module"];
    let binding = bound("standard", &modules);
    assert_eq!(served(&binding, "Modules"), ["components"]);
    let rules = ["## Rules", "### View rule", "### Data rule", "### Scale rule"];
    assert!(served(&bound("standard", &rules), "View rule").is_empty());
    let mixed = ["## Yard", "### View layer", "### Security layer", "### Data model layer"];
    assert_eq!(served(&bound("standard", &mixed), "Security layer"), ["security"]);
    let two = ["## Yard", "### View layer", "### Data model layer"];
    assert_eq!(served(&bound("standard", &two), "Data model layer"), ["data.model"]);
}
