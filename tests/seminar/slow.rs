//! Whoever is slow, guesses or opens too much keeps nobody else out.

use super::class::Class;
use super::{DISCOUNT, home};
use serde_json::json;
use std::io::{Read, Write};
use std::net::TcpStream;
use std::time::{Duration, Instant};

/// Connections that say nothing, that never end their first line, and that promise a body: all of them are closed, and meanwhile there is
/// room for others.
#[test]
fn nobody_is_waited_for_without_end() {
    let home = home();
    let class = Class::open(home.path(), &["--lever", DISCOUNT]);
    let host = &class.host;
    let promise = format!(
        "POST /join HTTP/1.1\r\nHost: {host}\r\nOrigin: http://{host}\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{{"
    );
    let begun = Instant::now();
    let opened = |said: &str| {
        let mut stream = TcpStream::connect(host).unwrap();
        stream.write_all(said.as_bytes()).unwrap();
        stream
    };
    let slow: Vec<TcpStream> = ["", "POST /jo", &promise].iter().map(|said| opened(said)).collect();
    let crowd: Vec<TcpStream> = (0..400).map(|_| opened("GET / HTTP/1.1\r\n")).collect();
    assert_eq!(class.get("/").status, 200);
    assert!(begun.elapsed() < Duration::from_secs(10));
    for mut stream in slow {
        stream.set_read_timeout(Some(Duration::from_secs(40))).unwrap();
        let mut said = String::new();
        drop(stream.read_to_string(&mut said));
        assert!(said.is_empty() || said.contains(" 408 "), "{said}");
    }
    assert!(begun.elapsed() < Duration::from_secs(38), "{:?}", begun.elapsed());
    drop(crowd);
    assert_eq!(class.get("/").status, 200);
}

/// More connections than there is room for are closed, not served later; once some have gone, there is room again.
#[test]
fn connections_are_counted() {
    let home = home();
    let class = Class::open(home.path(), &["--lever", DISCOUNT]);
    let mut all: Vec<TcpStream> = (0..820).map(|_| TcpStream::connect(&class.host).unwrap()).collect();
    let mut last = all.pop().unwrap();
    last.set_read_timeout(Some(Duration::from_secs(10))).unwrap();
    assert!(matches!(last.read(&mut [0; 1]), Ok(0) | Err(_)), "the last ones are closed");
    drop(all);
    std::thread::sleep(Duration::from_millis(500));
    assert_eq!(class.get("/").status, 200);
}

/// Wrong codes wait, beside others, and the right one does not: nobody is locked out by what others at the same address do.
#[test]
fn guessing_takes_time_and_locks_nobody_out() {
    let home = home();
    let class = Class::open(home.path(), &["--lever", DISCOUNT]);
    let begun = Instant::now();
    std::thread::scope(|all| {
        let guess = |n: usize| {
            let wrong = json!({ "code": format!("AAAA{n:02}"), "name": "Eve", "team": "", "language": "en" });
            class.post("/join", &wrong.to_string())
        };
        let guesses: Vec<_> = (0..40).map(|n| all.spawn(move || guess(n))).collect();
        std::thread::sleep(Duration::from_millis(200));
        let asked = Instant::now();
        class.join("Anna", "Red").unwrap();
        assert!(asked.elapsed() < Duration::from_millis(700), "{:?}", asked.elapsed());
        for guess in guesses {
            assert_eq!(guess.join().unwrap().status, 422);
        }
    });
    assert!(begun.elapsed() >= Duration::from_secs(1));
}

/// A student who sends without end is heard for a while, and the log of the class stays short.
#[test]
fn floods_are_not_kept() {
    let home = home();
    let class = Class::open(home.path(), &["--lever", DISCOUNT]);
    let anna = class.join("Anna", "Red").unwrap();
    let ivan = class.join("Ivan", "Red").unwrap();
    class.step(1, "design").unwrap();
    let heard = (0..130).filter(|n| class.design(&anna, 1, &[f64::from(n % 20)]).is_ok()).count();
    assert_eq!(heard, 100);
    class.design(&ivan, 1, &[7.0]).unwrap();
    assert_eq!(class.look(&anna).unwrap()["values"], json!([7.0]), "teammates are heard");
}
