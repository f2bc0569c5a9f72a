//! The session in Neovim that the guide shows is what Neovim gets, where it is installed.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

#[test]
fn neovim_gets_what_the_guide_shows() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut neovim = Command::new("nvim");
    neovim.args(["--headless", "--clean", "-c", "luafile editors/neovim/try.lua"]);
    neovim.current_dir(root).env("MDBOOK_ARCHDOC", env!("CARGO_BIN_EXE_mdbook-archdoc"));
    let Ok(output) = neovim.stdin(Stdio::null()).output() else {
        eprintln!("SKIPPED: nvim is not installed");
        return;
    };
    let got = String::from_utf8(output.stdout).unwrap();
    let shown = fs::read_to_string(root.join("editors/neovim/session.txt")).unwrap();
    assert!(output.status.success(), "{got}");
    assert_eq!(got, shown.replace("\r\n", "\n"), "editors/neovim/session.txt is kept by hand");
}
