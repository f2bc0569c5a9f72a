//! The steps of `action.yml` do their work: their scripts are run as GitHub runs them, with a `gh` that only writes down what it
//! is asked for.
#![cfg(unix)]

use std::fs;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use tempfile::TempDir;

use crate::harness::files::RECORD;
use crate::harness::git;
use crate::harness::program::Ran;

/// Releases are the archives in `release`, which only the version `v1` has; comments of ours have the ids in `comments`.
const GH: &str = r#"#!/bin/sh
echo "gh $*" >> "$DESK/asked"
case "$1 $2 $3" in
  "release download v1") cp "$DESK"/release/* . ;;
  "release download "*) exit 1 ;;
  "api --paginate "*) cat "$DESK/comments" ;;
  *) for word; do case "$word" in body=@*) cat "${word#body=@}" >> "$DESK/asked" ;; esac; done ;;
esac
"#;

/// The script of a step, by the step's name.
fn script(name: &str) -> String {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("action.yml");
    let action = fs::read_to_string(file).unwrap();
    let (_, step) = action.split_once(&format!("    - name: {name}\n")).unwrap();
    let (_, script) = step.split_once("      run: |\n").unwrap();
    let lines = script.lines().take_while(|line| line.is_empty() || line.starts_with("        "));
    lines.map(|line| line.trim_start_matches("        ").to_owned() + "\n").collect()
}

/// A machine of a build server: a directory of its own, and a repository whose branch brings a record with a misspelt status.
struct Runner {
    desk: TempDir,
}

impl Runner {
    fn new() -> Self {
        let runner = Self { desk: tempfile::tempdir().unwrap() };
        for directory in ["tools", "release", "temp", "repository/docs/adr"] {
            fs::create_dir_all(runner.path(directory)).unwrap();
        }
        runner.tool("gh", GH);
        runner.tool("cargo", "#!/bin/sh\necho \"cargo $*\" >> \"$DESK/asked\"\n");
        fs::write(runner.path("comments"), "").unwrap();
        let repository = runner.path("repository");
        fs::write(repository.join("docs/adr/0001-one-log.md"), RECORD).unwrap();
        git::commit_all(&repository, "2026-03-02", "one");
        git::run(&repository, "2026-03-02", &["update-ref", "refs/remotes/origin/main", "HEAD"]);
        let second = RECORD.replace("1. One log", "2. Two logs").replace("Accepted", "Acepted");
        fs::write(repository.join("docs/adr/0002-two-logs.md"), second).unwrap();
        git::commit_all(&repository, "2026-03-03", "two");
        runner
    }

    fn path(&self, name: &str) -> PathBuf {
        self.desk.path().join(name)
    }

    fn tool(&self, name: &str, script: &str) {
        let file = self.path("tools").join(name);
        fs::write(&file, script).unwrap();
        fs::set_permissions(file, fs::Permissions::from_mode(0o755)).unwrap();
    }

    /// As after a step that installed the program.
    fn installed(self) -> Self {
        symlink(env!("CARGO_BIN_EXE_mdbook-archdoc"), self.path("tools/mdbook-archdoc")).unwrap();
        self
    }

    /// As GitHub does for `shell: bash`.
    fn run(&self, step: &str, environment: &[(&str, &str)]) -> Ran {
        fs::write(self.path("step.sh"), script(step)).unwrap();
        let path = std::env::var("PATH").unwrap();
        let mut bash = Command::new("bash");
        bash.args(["--noprofile", "--norc", "-eo", "pipefail"]).arg(self.path("step.sh"));
        bash.current_dir(self.path("repository")).stdin(Stdio::null());
        bash.env("PATH", format!("{}:{path}", self.path("tools").display()));
        bash.env("DESK", self.desk.path()).env("RUNNER_TEMP", self.path("temp"));
        bash.env("GITHUB_PATH", self.path("paths")).env_remove("CLICOLOR_FORCE");
        bash.envs(environment.iter().copied()).output().unwrap().into()
    }

    /// What `gh` and `cargo` were asked for since the last look.
    fn asked(&self) -> String {
        let asked = fs::read_to_string(self.path("asked")).unwrap_or_default();
        fs::write(self.path("asked"), "").unwrap();
        asked
    }
}

/// Whether the machine has what the scripts take for granted.
fn can_run() -> bool {
    let has = |tool| Command::new(tool).arg("--version").output().is_ok();
    git::is_here() && has("bash") && has("shasum") && has("tar")
}

#[test]
fn a_released_binary_is_taken_only_with_its_checksum_and_else_it_is_built() {
    if !can_run() {
        return;
    }
    let runner = Runner::new();
    let release = "cd \"$DESK/release\" && printf '#!/bin/sh\\necho 1\\n' > mdbook-archdoc && \
                   tar -czf $A mdbook-archdoc && shasum -a 256 $A > $A.sha256 && rm mdbook-archdoc";
    let archive = "mdbook-archdoc-x86_64-unknown-linux-musl.tar.gz";
    let mut made = Command::new("sh");
    made.args(["-c", release]).env("DESK", runner.desk.path()).env("A", archive);
    assert!(made.status().unwrap().success());
    let install = |version, arch| {
        let repository = ("REPOSITORY", "owner/mdbook-archdoc");
        let here =
            [("RUNNER_OS", "Linux"), ("RUNNER_ARCH", arch), ("GITHUB_ACTION_PATH", "/action")];
        runner.run(
            "Install mdbook-archdoc",
            &[&here[..], &[repository, ("VERSION", version)]].concat(),
        )
    };
    assert_eq!(install("v1", "X64").code, Some(0));
    let place = runner.path("temp/mdbook-archdoc");
    assert!(place.join("bin/mdbook-archdoc").is_file());
    let path = fs::read_to_string(runner.path("paths")).unwrap();
    assert_eq!(path, format!("{}/bin\n", place.display()));
    assert!(runner.asked().contains(&format!("--pattern {archive} --pattern {archive}.sha256\n")));

    fs::write(runner.path("release").join(archive), "something else").unwrap();
    assert_ne!(install("v1", "X64").code, Some(0), "a wrong checksum ends it");
    assert!(!runner.asked().contains("cargo"));
    let ran = install("main", "X64");
    let built = format!("cargo install --path /action --locked --root {}\n", place.display());
    assert_eq!(ran.code, Some(0), "{}", ran.stderr);
    assert!(ran.stdout.contains("it is built from source") && runner.asked().ends_with(&built));
}

#[test]
fn the_check_denies_what_it_is_told_to_and_leaves_its_findings_for_code_scanning() {
    if !can_run() {
        return;
    }
    let runner = Runner::new().installed();
    let check = |paths, since, deny, sarif| {
        let given = [("PATHS", paths), ("SINCE", since), ("DENY", deny), ("SARIF", sarif)];
        runner.run("Check", &given)
    };
    let ran = check("docs\ndocs/adr", "origin/main", "warnings", "true");
    assert_eq!(ran.code, Some(1), "{}", ran.stderr);
    assert!(
        ran.stdout.starts_with("::error file=docs/adr/0002-two-logs.md,line=7,"),
        "{}",
        ran.stdout
    );
    let sarif = fs::read_to_string(runner.path("temp/archdoc.sarif")).unwrap();
    let sarif: serde_json::Value = serde_json::from_str(&sarif).unwrap();
    assert_eq!(sarif["runs"][0]["results"].as_array().map(Vec::len), Some(1));
    let ran = check("", "", "", "false");
    assert_eq!((ran.code, ran.stdout.starts_with("::warning ")), (Some(0), true), "{}", ran.stdout);
    assert_eq!(check("", "", "config sections", "false").code, Some(0));
    assert_ne!(check("nowhere*", "", "warnings", "true").code, Some(0), "it is a name, no pattern");
}

#[test]
fn there_is_one_comment_that_is_kept_up_to_date() {
    if !can_run() {
        return;
    }
    let runner = Runner::new().installed();
    let comment = |since| {
        let given = [("SINCE", since), ("REPOSITORY", "owner/book"), ("NUMBER", "7")];
        let ran = runner.run("Tell the pull request what changed", &given);
        assert_eq!(ran.code, Some(0), "{}", ran.stderr);
        let asked = runner.asked();
        let (looked, told) = asked.split_once('\n').unwrap();
        assert!(looked.starts_with("gh api --paginate repos/owner/book/issues/7/comments --jq"));
        told.to_owned()
    };
    let told = comment("origin/main");
    assert!(told.starts_with("gh api repos/owner/book/issues/7/comments --field body=@"), "{told}");
    assert!(told.contains("<!-- mdbook-archdoc changes -->\n## Decisions\n"), "{told}");
    assert!(told.contains("[ADR 2, Two logs](docs/adr/0002-two-logs.md)"), "{told}");
    assert_eq!(comment("HEAD"), "", "nothing changed, and nothing was said before");
    fs::write(runner.path("comments"), "41\n42\n").unwrap();
    let told = comment("HEAD");
    let address = "gh api --method PATCH repos/owner/book/issues/comments/41 ";
    assert!(told.starts_with(address) && told.contains("differs any more"), "{told}");
}
