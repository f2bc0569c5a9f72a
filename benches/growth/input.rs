//! A book on disk, and mdBook's message about it.

use std::fs;
use std::io;
use std::path::Path;
use std::process::Command;

use serde_json::json;

/// mdBook's message, beside `book.toml`.
pub(crate) const MESSAGE: &str = "message.json";

/// The files of a book.
#[derive(Default)]
pub(crate) struct Input {
    /// `book.toml`.
    config: String,
    /// Paths below `src` and texts of what SUMMARY.md lists.
    chapters: Vec<(String, String)>,
    /// The same of what it does not list; paths may lead up.
    others: Vec<(String, String)>,
    /// What a repository has of it, where it is one; itself where nothing is said.
    earlier: Option<Box<Input>>,
}

impl Input {
    /// A book of one chapter.
    pub(crate) fn chapter(text: impl Into<String>) -> Self {
        Self::default().with("a.md", text)
    }

    #[must_use]
    pub(crate) fn with(mut self, path: impl Into<String>, text: impl Into<String>) -> Self {
        self.chapters.push((path.into(), text.into()));
        self
    }

    #[must_use]
    pub(crate) fn unlisted(mut self, path: impl Into<String>, text: impl Into<String>) -> Self {
        self.others.push((path.into(), text.into()));
        self
    }

    #[must_use]
    pub(crate) fn configured(mut self, config: impl Into<String>) -> Self {
        self.config = config.into();
        self
    }

    #[must_use]
    pub(crate) fn earlier(mut self, earlier: Self) -> Self {
        self.earlier = Some(Box::new(earlier));
        self
    }

    /// The same with one more chapter for each number.
    #[must_use]
    pub(crate) fn chapters(
        mut self,
        count: usize,
        chapter: impl Fn(usize) -> (String, String),
    ) -> Self {
        self.chapters.extend((1..=count).map(chapter));
        self
    }

    /// Writes it into a repository in which it was what it was earlier.
    pub(crate) fn commit(&self, root: &Path) -> io::Result<()> {
        self.earlier.as_deref().unwrap_or(self).write(root)?;
        git(root, &["init", "-q", "-b", "main"])?;
        git(root, &["add", "-A"])?;
        let ann = ["-c", "user.name=Ann", "-c", "user.email=ann@example.org"];
        git(root, &[&ann[..], &["commit", "-q", "-m", "Begin"]].concat())?;
        self.write(root)
    }

    pub(crate) fn write(&self, root: &Path) -> io::Result<()> {
        let src = root.join("src");
        for (path, text) in self.chapters.iter().chain(&self.others) {
            let path = src.join(path);
            fs::create_dir_all(path.parent().unwrap_or(&src))?;
            fs::write(path, text)?;
        }
        fs::create_dir_all(&src)?;
        let lines = self.chapters.iter().map(|(path, _)| format!("- [{path}]({path})\n"));
        fs::write(src.join("SUMMARY.md"), lines.collect::<String>())?;
        fs::write(root.join("book.toml"), &self.config)?;
        fs::write(root.join(MESSAGE), self.message(root))
    }

    /// As mdBook 0.5 sends it, with the default configuration.
    fn message(&self, root: &Path) -> String {
        let chapter = |(index, (path, text)): (usize, &(String, String))| {
            json!({"Chapter": {
                "name": path, "content": text, "number": [index + 1], "sub_items": [],
                "path": path, "source_path": path, "parent_names": [],
            }})
        };
        let items: Vec<_> = self.chapters.iter().enumerate().map(chapter).collect();
        let context = json!({
            "root": root, "renderer": "html", "mdbook_version": "0.5.4",
            "config": {"book": {"title": "Growth"}, "output": {"html": {}},
                "preprocessor": {"archdoc": {"before": ["links"]}}},
        });
        json!([context, {"items": items}]).to_string()
    }
}

fn git(root: &Path, arguments: &[&str]) -> io::Result<()> {
    let status = Command::new("git").args(arguments).current_dir(root).status()?;
    if status.success() { Ok(()) } else { Err(io::Error::other(format!("git {arguments:?}"))) }
}
