//! A class that is held, and phones that know no more of HTTP than they need.

use serde_json::{Value, json};
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Command, Stdio};

/// A class, and the process behind it.
pub struct Class {
    process: Child,
    /// `127.0.0.1:port`.
    pub host: String,
    /// `/token/`.
    pub path: String,
    /// What students type.
    pub code: String,
}

/// A student who has come in.
#[derive(Debug)]
pub struct Phone(pub String);

/// An answer.
pub struct Reply {
    pub status: u16,
    pub head: String,
    pub body: String,
}

impl Class {
    /// Opens, or continues, the class of `shop.toml` in a folder.
    pub fn open(home: &Path, more: &[&str]) -> Self {
        let mut command = Command::new(assert_cmd::cargo::cargo_bin!("loyalsim"));
        command
            .args(["seminar", "shop.toml", "--no-browser"])
            .args(more)
            .current_dir(home)
            .env("LC_ALL", "C");
        let mut process = command.stdout(Stdio::piped()).stderr(Stdio::inherit()).spawn().unwrap();
        let mut lines = BufReader::new(process.stdout.take().unwrap()).lines().map_while(Result::ok);
        let (teacher, students) = (lines.next().unwrap(), lines.next().unwrap());
        let (_, address) = teacher.split_once("http://").unwrap_or_else(|| panic!("no address: {teacher}"));
        let (host, path) = address.split_once('/').unwrap();
        let code = students.rsplit(' ').next().unwrap().to_owned();
        Self { process, host: host.to_owned(), path: format!("/{path}"), code }
    }

    /// Ends the class as a power cut would.
    pub fn kill(mut self) {
        self.process.kill().unwrap();
        self.process.wait().unwrap();
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
        Reply { status, head: head.to_owned(), body: body.to_owned() }
    }

    /// Gets a file.
    pub fn get(&self, path: &str) -> Reply {
        let host = &self.host;
        self.send(format!("GET {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n").as_bytes())
    }

    /// Posts as a page does, to a whole path.
    pub fn post(&self, path: &str, body: &str) -> Reply {
        let (host, length) = (&self.host, body.len());
        let head = format!(
            "POST {path} HTTP/1.1\r\nHost: {host}\r\nOrigin: http://{host}\r\nContent-Type: application/json\r\n\
             Content-Length: {length}\r\nConnection: close\r\n\r\n"
        );
        self.send(&[head.as_bytes(), body.as_bytes()].concat())
    }

    fn ask(&self, path: &str, body: &Value) -> Result<Value, String> {
        let reply = self.post(path, &body.to_string());
        let told = || serde_json::from_str::<Value>(&reply.body);
        let told = told().unwrap_or_else(|_| panic!("{path}: {} {}", reply.status, reply.body));
        if reply.status == 200 { Ok(told) } else { Err(told["why"].as_str().unwrap_or_default().to_owned()) }
    }

    /// The teacher asks.
    pub fn teacher(&self, path: &str, body: &Value) -> Result<Value, String> {
        self.ask(&format!("{}{path}", self.path), body)
    }

    /// What the wall screen shows.
    pub fn wall(&self) -> Value {
        self.teacher("look", &json!({ "since": "", "language": "en" })).unwrap()
    }

    /// Waits until the wall screen shows something, as its page waits.
    pub fn wait(&self, until: impl Fn(&Value) -> bool) -> Value {
        let mut since = String::new();
        loop {
            let shown = self.teacher("look", &json!({ "since": since, "language": "en" })).unwrap();
            assert!(shown["failed"].is_null(), "{}", shown["failed"]);
            if until(&shown) {
                return shown;
            }
            since = shown["mark"].as_str().unwrap().to_owned();
        }
    }

    /// The teacher moves the class on.
    pub fn step(&self, round: u64, to: &str) -> Result<Value, String> {
        self.teacher("step", &json!({ "round": round, "to": to, "language": "en" }))
    }

    /// A student comes in.
    pub fn join(&self, name: &str, team: &str) -> Result<Phone, String> {
        let body = json!({ "code": self.code, "name": name, "team": team, "language": "en" });
        self.ask("/join", &body).map(|secret| Phone(secret.as_str().unwrap().to_owned()))
    }

    /// What a phone shows.
    pub fn look(&self, phone: &Phone) -> Result<Value, String> {
        self.ask("/look", &json!({ "student": phone.0, "since": "", "language": "en" }))
    }

    /// A phone sends its team's design.
    pub fn design(&self, phone: &Phone, round: u64, values: &[f64]) -> Result<Value, String> {
        self.ask(
            "/design",
            &json!({ "student": phone.0, "round": round, "values": values, "language": "en" }),
        )
    }

    /// A phone sends its team's bet.
    pub fn bet(&self, phone: &Phone, round: u64, bet: &Value) -> Result<Value, String> {
        self.ask("/bet", &json!({ "student": phone.0, "round": round, "bet": bet, "language": "en" }))
    }
}

impl Drop for Class {
    fn drop(&mut self) {
        self.process.kill().ok();
        self.process.wait().ok();
    }
}
