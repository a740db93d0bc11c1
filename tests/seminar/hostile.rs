//! Whoever is not of the class gets nothing, and whoever is gets no more than their own.

use super::class::{Class, Phone};
use super::{DISCOUNT, bet, home};
use serde_json::json;
use std::io::Write;
use std::net::TcpStream;

#[test]
fn strangers_are_refused() {
    let home = home();
    let class = Class::open(home.path(), &["--lever", DISCOUNT]);
    let (host, own) = (&class.host, &class.path);
    assert_eq!((class.get("/").status, class.get(own).status), (200, 200));
    for path in ["/look", "/0123456789abcdef0123456789abcdef/", &own[..own.len() - 2], "/shop.class.jsonl"] {
        assert!([404, 405].contains(&class.get(path).status), "{path}");
    }
    let body = json!({ "code": class.code, "name": "Eve", "team": "", "language": "en" }).to_string();
    let ask = |host: &str, more: &str| {
        let length = body.len();
        let request = format!(
            "POST /join HTTP/1.1\r\nHost: {host}\r\n{more}Content-Type: application/json\r\nContent-Length: {length}\r\nConnection: close\r\n\r\n{body}"
        );
        class.send(request.as_bytes()).status
    };
    let origin = format!("Origin: http://{host}\r\n");
    assert_eq!(ask("evil.example", "Origin: http://evil.example\r\n"), 421);
    assert_eq!(ask(host, "Origin: http://evil.example\r\n"), 403);
    assert_eq!(ask(host, "Origin: null\r\n"), 403);
    assert_eq!(ask(host, ""), 403);
    assert_eq!(ask(host, &format!("{origin}Sec-Fetch-Site: cross-site\r\n")), 403);
    assert_eq!(ask(host, &origin), 200);
    // a form of another site cannot ask in JSON
    let form = format!(
        "POST /join HTTP/1.1\r\nHost: {host}\r\n{origin}Content-Type: text/plain\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{{}}"
    );
    assert_eq!(class.send(form.as_bytes()).status, 415);
}

#[test]
fn secrets_are_not_guessed() {
    let home = home();
    let class = Class::open(home.path(), &["--lever", DISCOUNT]);
    let anna = class.join("Anna", "Red").unwrap();
    let wrong = json!({ "code": "AAAAAA", "name": "Eve", "team": "Red", "language": "en" });
    assert_eq!(class.post("/join", &wrong.to_string()).status, 422);
    for secret in ["", "0", &anna.0[..31], &anna.0.to_uppercase()] {
        if secret != anna.0 {
            assert!(class.look(&Phone(secret.to_owned())).is_err(), "{secret}");
        }
    }
    // a student is no teacher, whatever path they try
    for path in ["/step", "/shock", "/remove", &format!("/{}/step", anna.0)] {
        let body = json!({ "round": 1, "to": "design", "language": "en" }).to_string();
        assert!([404, 405].contains(&class.post(path, &body).status), "{path}");
    }
    let seen = class.look(&anna).unwrap().to_string();
    assert!(!seen.contains(&class.path[1..33]) && !seen.contains(&anna.0), "no secret is shown");
    // whoever is sent out is out
    class.teacher("remove", &json!({ "name": "Anna", "language": "en" })).unwrap();
    assert!(class.look(&anna).unwrap_err().contains("join again"));
}

#[test]
fn what_is_malformed_or_huge_is_refused() {
    let home = home();
    let class = Class::open(home.path(), &["--lever", DISCOUNT]);
    let anna = class.join("Anna", "Red").unwrap();
    for (body, status) in [("", 400), ("{", 400), ("[]", 422), ("{\"code\":7}", 422)] {
        assert_eq!(class.post("/join", body).status, status, "{body}");
    }
    let huge = format!("{{\"code\":\"{}\"}}", "x".repeat(100_000));
    assert_eq!(class.post("/join", &huge).status, 413);
    assert_eq!(class.send(b"\0\0\0\0\r\n\r\n").status, 400);
    class.step(1, "design").unwrap();
    for values in [&[][..], &[1.0, 2.0], &[-1.0], &[21.0], &[1e300]] {
        assert!(class.design(&anna, 1, values).is_err(), "{values:?}");
    }
    assert!(class.design(&anna, 0, &[1.0]).is_err() && class.design(&anna, 2, &[1.0]).is_err());
    class.step(1, "bet").unwrap();
    for bet in [
        bet(1.5, 0.0, 1.0),
        bet(0.5, 1.0, 0.0),
        bet(0.5, -1e300, 0.0),
        json!({ "chances": [], "low": 0, "high": 1 }),
    ] {
        assert!(class.bet(&anna, 1, &bet).is_err(), "{bet}");
    }
    // somebody who begins to speak and never ends keeps nobody waiting
    let mut slow = TcpStream::connect(&class.host).unwrap();
    slow.write_all(b"POST ").unwrap();
    assert_eq!(class.get("/").status, 200);
}

#[test]
fn paths_lead_nowhere_else() {
    let home = home();
    let class = Class::open(home.path(), &["--lever", DISCOUNT]);
    for path in [
        "/page/../../etc/passwd",
        "/page/%2e%2e%2f%2e%2e%2fetc%2fpasswd",
        "/page/..%2fmod.rs",
        "/page/shop.class.jsonl",
    ] {
        assert!([400, 404].contains(&class.get(path).status), "{path}");
    }
}

/// Names are text: they are kept and sent as such, and pages put text into elements alone.
#[test]
fn nicknames_are_text() {
    let home = home();
    let class = Class::open(home.path(), &["--lever", DISCOUNT]);
    let name = "<img src=x onerror=1>";
    let phone = class.join(name, "\u{202e}<b>Red</b>\r\n").unwrap();
    let seen = class.look(&phone).unwrap();
    assert_eq!((seen["name"].as_str(), seen["team"].as_str()), (Some(name), Some("<b>Red</b>")));
    assert!(class.join(&name.to_uppercase(), "Blue").is_err());
    assert!(class.join("\u{200b}", "Blue").unwrap_err().contains("nickname"));
    for file in
        ["student.html", "student.js", "teacher.html", "teacher.js", "class.js", "class.css", "levers.js"]
    {
        let text = class.get(&format!("/page/{file}")).body;
        assert!(!text.is_empty(), "{file}");
        for never in ["https://", "innerHTML", "insertAdjacentHTML", "eval("] {
            assert!(!text.contains(never), "{file}: {never}");
        }
    }
    let head = class.get("/").head.to_lowercase();
    for said in [
        "content-security-policy: default-src 'none'; script-src 'self'",
        "referrer-policy: no-referrer",
        "cache-control: no-store",
    ] {
        assert!(head.contains(said), "{said} is not in {head}");
    }
    assert!(!head.contains("set-cookie") && !head.contains("access-control-allow"), "{head}");
}
