//! Whoever is not the page gets nothing.

use super::{DESIGN, open};
use serde_json::json;
use std::io::{Read, Write};
use std::net::TcpStream;

#[test]
fn strangers_are_refused() {
    let home = tempfile::tempdir().unwrap();
    let page = open(home.path(), DESIGN);
    let (host, own) = (&page.host, &page.path);
    assert_eq!(page.get(own).status, 200);
    for path in ["/", "/page.html", "/start", &own[..own.len() - 2], "/0123456789abcdef0123456789abcdef/"] {
        assert_eq!(page.get(path).status, 404, "{path}");
    }
    let ask = |host: &str, more: &str| {
        let request = format!(
            "POST {own}start HTTP/1.1\r\nHost: {host}\r\n{more}Content-Type: application/json\r\nContent-Length: 17\r\nConnection: close\r\n\r\n{{\"language\":\"en\"}}"
        );
        page.send(request.as_bytes()).status
    };
    let origin = format!("Origin: http://{host}\r\n");
    assert_eq!(ask(host, &origin), 200);
    assert_eq!(ask("evil.example", "Origin: http://evil.example\r\n"), 421);
    assert_eq!(ask(host, "Origin: http://evil.example\r\n"), 403);
    assert_eq!(ask(host, "Origin: null\r\n"), 403);
    assert_eq!(ask(host, ""), 403);
    assert_eq!(ask(host, &format!("{origin}Sec-Fetch-Site: cross-site\r\n")), 403);
}

#[test]
fn paths_lead_nowhere_else() {
    let home = tempfile::tempdir().unwrap();
    let page = open(home.path(), DESIGN);
    let own = &page.path;
    for path in [
        "page/../../etc/passwd",
        "page/%2e%2e%2f%2e%2e%2fetc%2fpasswd",
        "page/..%2fmod.rs",
        "review/0",
        "review/-1",
    ] {
        let reply = page.get(&format!("{own}{path}"));
        assert!([400, 404].contains(&reply.status), "{path}: {}", reply.status);
    }
    for name in ["../out", "/tmp/out", "a/b", "..", ".hidden", "a\\b", ""] {
        let saving = json!({ "name": name, "text": DESIGN, "replace": true, "language": "en" });
        assert!(page.ask("save", &saving).unwrap_err().contains("plain file name"), "{name}");
    }
    let files: Vec<_> =
        std::fs::read_dir(home.path()).unwrap().map(|file| file.unwrap().file_name()).collect();
    assert_eq!(files, ["mine.toml"]);
}

/// What a design calls itself is text, in pictures as well.
#[test]
fn names_are_text() {
    let home = tempfile::tempdir().unwrap();
    let named = DESIGN.replacen("A coffee chain", "<script>alert(1)</script>", 1);
    assert_ne!(named, DESIGN);
    let page = open(home.path(), &named);
    let told = super::settled(&page, &[&named]);
    let pictures = told["answers"][0]["pictures"].as_array().unwrap();
    assert!(pictures.len() > 8);
    let svg: String = pictures.iter().map(|picture| picture["svg"].as_str().unwrap()).collect();
    assert!(svg.contains("&lt;script&gt;") && !svg.contains("<script"));
}

#[test]
fn what_is_malformed_or_huge_is_refused() {
    let home = tempfile::tempdir().unwrap();
    let page = open(home.path(), DESIGN);
    for (body, status) in [("", 400), ("{", 400), ("[]", 422), ("{\"language\":7}", 422)] {
        assert_eq!(page.post("start", body).status, status, "{body}");
    }
    let huge = format!("{{\"language\":\"{}\"}}", "x".repeat(6_000_000));
    assert_eq!(page.post("start", &huge).status, 413);
    assert_eq!(page.send(b"\0\0\0\0\r\n\r\n").status, 400);
    let unsaid = json!({ "name": "x", "text": "title = 1", "replace": true, "language": "en" });
    assert!(!page.ask("save", &unsaid).unwrap_err().is_empty());
    // somebody who begins to speak and never ends keeps nobody waiting
    let mut slow = TcpStream::connect(&page.host).unwrap();
    slow.write_all(b"POST ").unwrap();
    assert_eq!(page.get(&page.path).status, 200);
}

#[test]
fn browsers_are_told_to_load_nothing_from_elsewhere() {
    let home = tempfile::tempdir().unwrap();
    let page = open(home.path(), DESIGN);
    let head = page.get(&page.path).head.to_lowercase();
    for said in [
        "content-security-policy: default-src 'none'; script-src 'self'",
        "referrer-policy: no-referrer",
        "x-content-type-options: nosniff",
        "cache-control: no-store",
    ] {
        assert!(head.contains(said), "{said} is not in {head}");
    }
    assert!(!head.contains("set-cookie") && !head.contains("access-control-allow"), "{head}");
    let modules = page.get(&format!("{}page/main.js", page.path));
    assert!(modules.status == 200 && modules.head.contains("text/javascript"));
    for file in ["page.html", "page.css", "main.js", "server.js", "dom.js"] {
        let text = page.get(&format!("{}page/{file}", page.path)).body;
        assert!(
            !text.contains("https://") && !text.contains("innerHTML") && !text.contains("eval("),
            "{file}"
        );
    }
}

/// A reader who goes away ends the work: the next one is answered at once.
#[test]
fn whoever_leaves_stops_the_work() {
    let home = tempfile::tempdir().unwrap();
    let page = open(home.path(), DESIGN);
    let body = json!({ "texts": [DESIGN], "names": ["a"], "shown": 0, "language": "en" }).to_string();
    let (own, host) = (&page.path, &page.host);
    for _ in 0..20 {
        let mut stream = TcpStream::connect(host).unwrap();
        let head = format!(
            "POST {own}play HTTP/1.1\r\nHost: {host}\r\nOrigin: http://{host}\r\nContent-Type: application/json\r\nContent-Length: {}\r\n\r\n{body}",
            body.len()
        );
        stream.write_all(head.as_bytes()).unwrap();
        let mut first = [0; 64];
        stream.read_exact(&mut first).unwrap();
    }
    let told = super::settled(&page, &[DESIGN]);
    assert_eq!(told["answers"][0]["stage"], "settled");
}
