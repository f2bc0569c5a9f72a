//! Somebody types in a book of 2,000 chapters and 17 MB: `cargo bench --bench editor`.
//!
//! A recorded session is typed at the speed of a fast writer, and after each key the editor asks what it asks
//! while somebody types. What counts is how long a key waits for its answer while the book is looked at again
//! in the background: 95 of 100 keys at most [`LONGEST_WAIT`].

mod support {
    pub(crate) mod budget;
    pub(crate) mod generate;
}

use std::error::Error;
use std::fs;
use std::io::{self, BufRead, BufReader, Read, Write};
use std::path::Path;
use std::process::{Child, ChildStdin, ChildStdout, Command, ExitCode, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use support::budget::{budget, ratio};
use support::generate::{self, Shape};

const BOOK: Shape = Shape { chapters: 2_000, bytes: 8_000, bound: true };
const LONGEST_WAIT: Duration = Duration::from_millis(50);
/// Memory at its highest, in sizes of the book's sources.
const MOST_MEMORY: f64 = 4.0;
/// Between two keys: 12 a second.
const PAUSE: Duration = Duration::from_millis(80);

/// What is typed, at the end of a chapter that is bound to a template.
const TYPED: &str = "\n## Risk Assessment\n\nParcels are lost where two depots scan at once, see [the \
                     decision](chapter-1.md).\n\n<<#archdoc adr-index columns=\"id,title\">>\n\n\
                     <!-- archdoc: allow placeholder-text reason=\"later\" -->\nTODO\n";
const CHAPTER: &str = "src/part-0/chapter-0.md";

fn main() -> Result<ExitCode, Box<dyn Error>> {
    let folder = tempfile::TempDir::new()?;
    let size = write(folder.path())?;
    let mut editor = Editor::start(folder.path())?;
    let clock = Instant::now();
    editor.ask("archdoc/settled", &Value::Null)?;
    println!("first look {:>10.0} ms", clock.elapsed().as_secs_f64() * 1000.0);
    if let Some(memory) = editor.memory() {
        println!("memory     {:>10.2} sizes of the sources", memory / size);
    }
    let waits = editor.session(folder.path())?;
    let clock = Instant::now();
    editor.ask("archdoc/settled", &Value::Null)?;
    println!("last look  {:>10.0} ms", clock.elapsed().as_secs_f64() * 1000.0);
    let of_hundred = |share: usize| waits[(waits.len() * share / 100).min(waits.len() - 1)];
    for share in [50, 95, 99] {
        println!("{share} of 100 keys {:>6.1} ms", of_hundred(share).as_secs_f64() * 1000.0);
    }
    let mut good =
        budget("wait of 95 keys of 100, in the longest", ratio(of_hundred(95), LONGEST_WAIT), 1.0);
    if let Some(memory) = editor.memory() {
        good &= budget("memory, in sizes of the sources", memory / size, MOST_MEMORY);
    }
    editor.end()?;
    Ok(if good { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// Lays the book out; gives its size.
#[expect(clippy::cast_precision_loss, reason = "a ratio of millions needs no last digit")]
fn write(root: &Path) -> Result<f64, Box<dyn Error>> {
    let message: Value = serde_json::from_slice(&generate::message(root, BOOK))?;
    let mut summary = String::from("# Summary\n\n");
    let mut size = 0;
    let mut open: Vec<(usize, &Value)> = Vec::new();
    open.extend(message[1]["items"].as_array().into_iter().flatten().rev().map(|item| (0, item)));
    while let Some((depth, item)) = open.pop() {
        let chapter = &item["Chapter"];
        let words = |key: &str| chapter[key].as_str().unwrap_or_default();
        let indent = "  ".repeat(depth);
        summary += &[&*indent, "- [", words("name"), "](", words("path"), ")\n"].concat();
        let file = root.join("src").join(words("path"));
        fs::create_dir_all(file.parent().unwrap_or(root))?;
        fs::write(file, words("content"))?;
        size += words("content").len();
        let below = chapter["sub_items"].as_array().into_iter().flatten().rev();
        open.extend(below.map(|item| (depth + 1, item)));
    }
    fs::write(root.join("src/SUMMARY.md"), summary)?;
    fs::write(root.join("book.toml"), "[preprocessor.archdoc]\n")?;
    Ok(size as f64)
}

/// The client at the other end of the server's streams.
struct Editor {
    server: Child,
    input: ChildStdin,
    output: BufReader<ChildStdout>,
    asked: u64,
}

impl Editor {
    fn start(root: &Path) -> Result<Self, Box<dyn Error>> {
        let mut server = Command::new(env!("CARGO_BIN_EXE_mdbook-archdoc"))
            .arg("lsp")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()?;
        let input = server.stdin.take().ok_or("no stdin")?;
        let output = BufReader::new(server.stdout.take().ok_or("no stdout")?);
        let mut editor = Self { server, input, output, asked: 0 };
        let folder = json!([{"uri": address(root), "name": "book"}]);
        let capabilities = json!({"general": {"positionEncodings": ["utf-8"]}});
        editor.ask(
            "initialize",
            &json!({"capabilities": capabilities, "workspaceFolders": folder}),
        )?;
        editor.tell("initialized", &json!({}))?;
        Ok(editor)
    }

    /// Types the session; gives how long each key waited, the shortest first.
    fn session(&mut self, root: &Path) -> Result<Vec<Duration>, Box<dyn Error>> {
        let mut text = fs::read_to_string(root.join(CHAPTER))?;
        let uri = address(&root.join(CHAPTER));
        let document = json!({"uri": uri, "languageId": "markdown", "version": 0, "text": text});
        self.tell("textDocument/didOpen", &json!({"textDocument": document}))?;
        let mut waits = Vec::new();
        for (number, key) in TYPED.chars().enumerate() {
            let at = end(&text);
            text.push(key);
            let document = json!({"uri": uri, "version": number + 1});
            let change = json!([{"range": {"start": at, "end": at}, "text": key}]);
            let position = end(&text);
            let clock = Instant::now();
            self.tell(
                "textDocument/didChange",
                &json!({"textDocument": document, "contentChanges": change}),
            )?;
            let method = match number % 4 {
                0 => "textDocument/documentSymbol",
                1 => "textDocument/codeAction",
                2 => "textDocument/hover",
                _ => "textDocument/completion",
            };
            let params = json!({
                "textDocument": {"uri": uri}, "position": position,
                "range": {"start": position, "end": position},
                "context": {"triggerKind": 1, "diagnostics": []},
            });
            self.ask(method, &params)?;
            waits.push(clock.elapsed());
            thread::sleep(PAUSE);
        }
        waits.sort();
        Ok(waits)
    }

    fn tell(&mut self, method: &str, params: &Value) -> io::Result<()> {
        self.send(&json!({"jsonrpc": "2.0", "method": method, "params": params}))
    }

    /// Asks, and waits for the answer; what the server tells meanwhile is read and left.
    fn ask(&mut self, method: &str, params: &Value) -> Result<(), Box<dyn Error>> {
        self.asked += 1;
        self.send(
            &json!({"jsonrpc": "2.0", "id": self.asked, "method": method, "params": params}),
        )?;
        loop {
            let message = self.read()?;
            if message["id"] == self.asked {
                let refused = message.get("error").map(|error| format!("{method}: {error}").into());
                return refused.map_or(Ok(()), Err);
            }
        }
    }

    fn send(&mut self, message: &Value) -> io::Result<()> {
        let content = message.to_string();
        write!(self.input, "Content-Length: {}\r\n\r\n{content}", content.len())?;
        self.input.flush()
    }

    fn read(&mut self) -> Result<Value, Box<dyn Error>> {
        let mut length = 0;
        loop {
            let mut line = String::new();
            if self.output.read_line(&mut line)? == 0 {
                return Err("the server is gone".into());
            }
            match line.trim().strip_prefix("Content-Length: ") {
                Some(number) => length = number.parse()?,
                None if line.trim().is_empty() => break,
                None => {}
            }
        }
        let mut content = vec![0; length];
        self.output.read_exact(&mut content)?;
        Ok(serde_json::from_slice(&content)?)
    }

    /// The server's memory at its highest, in bytes, where the system tells.
    fn memory(&self) -> Option<f64> {
        let status = fs::read_to_string(format!("/proc/{}/status", self.server.id())).ok()?;
        let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
        let kilobytes: f64 = peak.trim().strip_suffix("kB")?.trim().parse().ok()?;
        Some(kilobytes * 1024.0)
    }

    fn end(mut self) -> Result<(), Box<dyn Error>> {
        self.ask("shutdown", &Value::Null)?;
        self.tell("exit", &Value::Null)?;
        let ended = self.server.wait()?;
        if ended.success() { Ok(()) } else { Err(format!("the server ended with {ended}").into()) }
    }
}

/// The position behind a text, in bytes.
fn end(text: &str) -> Value {
    let line = text.matches('\n').count();
    let column = text.len() - text.rfind('\n').map_or(0, |at| at + 1);
    json!({"line": line, "character": column})
}

fn address(path: &Path) -> String {
    format!("file://{}", path.display())
}
