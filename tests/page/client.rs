//! A client that knows no more of HTTP than it needs, and can be as rude as a test wants.

use serde_json::Value;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};

/// A page that is open, and the process behind it.
pub struct Page {
    process: Child,
    /// `127.0.0.1:port`.
    pub host: String,
    /// `/token/`.
    pub path: String,
}

/// An answer.
pub struct Reply {
    pub status: u16,
    pub head: String,
    pub body: String,
}

impl Page {
    /// Opens the page of some files.
    pub fn open(files: &[PathBuf]) -> Self {
        let mut command = Command::new(assert_cmd::cargo::cargo_bin!("loyalsim"));
        command.args(["open", "--no-browser"]).args(files).env("LC_ALL", "C");
        let mut process = command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
        let mut said = String::new();
        BufReader::new(process.stdout.take().unwrap()).read_line(&mut said).unwrap();
        let (_, address) = said.trim().split_once("http://").unwrap_or_else(|| panic!("no address: {said}"));
        let (host, path) = address.split_once('/').unwrap();
        Self { process, host: host.to_owned(), path: format!("/{path}") }
    }

    /// Sends what is written and reads the whole reply.
    pub fn send(&self, request: &[u8]) -> Reply {
        let mut stream = TcpStream::connect(&self.host).unwrap();
        // a server that has heard enough may close before everything is written
        drop(stream.write_all(request));
        let mut bytes = Vec::new();
        drop(stream.read_to_end(&mut bytes));
        let text = String::from_utf8_lossy(&bytes).into_owned();
        let (head, body) = text.split_once("\r\n\r\n").unwrap_or((&text, ""));
        let status = head.split(' ').nth(1).and_then(|code| code.parse().ok()).unwrap_or(0);
        let chunked = head.to_lowercase().contains("transfer-encoding: chunked");
        Reply { status, head: head.to_owned(), body: if chunked { unchunked(body) } else { body.to_owned() } }
    }

    /// Gets a file.
    pub fn get(&self, path: &str) -> Reply {
        self.send(
            format!("GET {path} HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n\r\n", self.host).as_bytes(),
        )
    }

    /// Posts as the page does.
    pub fn post(&self, path: &str, body: &str) -> Reply {
        let (own, host) = (&self.path, &self.host);
        let head = format!(
            "POST {own}{path} HTTP/1.1\r\nHost: {host}\r\nOrigin: http://{host}\r\nContent-Type: application/json\r\n\
             Content-Length: {}\r\nConnection: close\r\n\r\n",
            body.len()
        );
        self.send(&[head.as_bytes(), body.as_bytes()].concat())
    }

    /// Asks a question; the error is what the page tells its user.
    pub fn ask(&self, path: &str, body: &Value) -> Result<Value, String> {
        let reply = self.post(path, &body.to_string());
        let told: Value = serde_json::from_str(&reply.body)
            .unwrap_or_else(|_| panic!("{path}: {} {}", reply.status, reply.body));
        if reply.status == 200 { Ok(told) } else { Err(told["why"].as_str().unwrap_or_default().to_owned()) }
    }

    /// Asks what is answered bit by bit: the kinds and contents of all events.
    pub fn listen(&self, path: &str, body: &Value) -> Vec<(String, Value)> {
        let reply = self.post(path, &body.to_string());
        assert_eq!(reply.status, 200, "{}", reply.body);
        let event = |text: &str| {
            let field = |name: &str| text.lines().find_map(|line| line.strip_prefix(name)).unwrap_or("null");
            (field("event: ").to_owned(), serde_json::from_str(field("data: ")).unwrap())
        };
        reply.body.split("\n\n").filter(|text| text.contains("data: ")).map(event).collect()
    }
}

impl Drop for Page {
    fn drop(&mut self) {
        self.process.kill().ok();
        self.process.wait().ok();
    }
}

/// A body sent in chunks.
fn unchunked(body: &str) -> String {
    let (mut rest, mut whole) = (body.as_bytes(), Vec::new());
    while let Some(end) = rest.windows(2).position(|pair| pair == b"\r\n") {
        let size =
            std::str::from_utf8(&rest[..end]).ok().and_then(|size| usize::from_str_radix(size, 16).ok());
        let Some(size) = size.filter(|size| *size > 0 && end + 2 + size <= rest.len()) else { break };
        whole.extend_from_slice(&rest[end + 2..end + 2 + size]);
        rest = &rest[(end + 4 + size).min(rest.len())..];
    }
    String::from_utf8(whole).unwrap()
}
