//! Who may come in: the teacher from this machine by a secret address, students from the network by this machine's own.

use crate::serve::gate::{is_plain, same};
use axum::http::{HeaderMap, Method, StatusCode, Uri, header};
use std::net::IpAddr;

/// Knows this machine's addresses and the teacher's secret.
#[derive(Debug, Clone)]
pub struct Gate {
    token: String,
    hosts: Vec<String>,
}

/// Whose requests these are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// Moves the class on, and sees who is there.
    Teacher,
    /// Comes in with the code.
    Student,
}

impl Gate {
    /// A gate at a port of these addresses, besides this machine's own.
    pub fn new(token: &str, port: u16, addresses: &[IpAddr]) -> Self {
        let names = addresses.iter().map(ToString::to_string);
        let names = ["127.0.0.1".to_owned(), "localhost".to_owned()].into_iter().chain(names);
        // browsers leave the usual port out
        let at = |name: String| if port == 80 { name } else { format!("{name}:{port}") };
        Self { token: token.to_owned(), hosts: names.map(at).collect() }
    }

    /// Refuses what comes from elsewhere, by another name or from another site's page, and tells who it is otherwise.
    ///
    /// # Errors
    /// With what is answered.
    pub fn admit(
        &self,
        peer: IpAddr,
        method: &Method,
        uri: &Uri,
        headers: &HeaderMap,
    ) -> Result<Role, StatusCode> {
        let header = |name| headers.get(name).and_then(|value| value.to_str().ok());
        let host = header(header::HOST).unwrap_or_default();
        if !self.hosts.iter().any(|own| own == host) || !is_plain(uri, headers) {
            return Err(StatusCode::MISDIRECTED_REQUEST);
        }
        let reads = matches!(*method, Method::GET | Method::HEAD);
        let origin = headers.get(header::ORIGIN).map(|value| value.to_str().unwrap_or_default());
        let own = |origin: &str| origin.strip_prefix("http://").is_some_and(|name| name == host);
        let site = header(header::HeaderName::from_static("sec-fetch-site"));
        let from_here = site.is_none_or(|site| ["same-origin", "none"].contains(&site));
        // a link to a page may be followed from anywhere
        let page = reads && uri.path().ends_with('/');
        if !origin.map_or(reads, own) || !(from_here || page) {
            return Err(StatusCode::FORBIDDEN);
        }
        let first = uri.path().trim_start_matches('/').split('/').next().unwrap_or_default();
        if !same(first.as_bytes(), self.token.as_bytes()) {
            return Ok(Role::Student);
        }
        // even whoever has read the secret off the teacher's screen cannot use it from a phone
        if peer.is_loopback() { Ok(Role::Teacher) } else { Err(StatusCode::NOT_FOUND) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TOKEN: &str = "0123456789abcdef0123456789abcdef";

    fn admitted(
        peer: [u8; 4],
        method: &Method,
        path: &str,
        headers: &[(&'static str, &str)],
    ) -> Result<Role, u16> {
        let gate = Gate::new(TOKEN, 8000, &["192.168.1.5".parse().unwrap()]);
        let headers: HeaderMap =
            headers.iter().map(|(name, value)| (name.parse().unwrap(), value.parse().unwrap())).collect();
        gate.admit(peer.into(), method, &path.parse().unwrap(), &headers).map_err(|status| status.as_u16())
    }

    #[test]
    fn everybody_has_one_role() {
        let (get, post) = (&Method::GET, &Method::POST);
        let teacher = format!("/{TOKEN}/next");
        let (phone, here) = ([192, 168, 1, 77], [127, 0, 0, 1]);
        let wide = [("host", "192.168.1.5:8000"), ("origin", "http://192.168.1.5:8000")];
        let own = [("host", "127.0.0.1:8000"), ("origin", "http://127.0.0.1:8000")];
        assert_eq!(admitted(phone, get, "/", &wide[..1]), Ok(Role::Student));
        assert_eq!(admitted(phone, post, "/join", &wide), Ok(Role::Student));
        assert_eq!(admitted(here, post, &teacher, &own), Ok(Role::Teacher));
        assert_eq!(admitted(here, get, "/", &own[..1]), Ok(Role::Student));
        for (peer, method, path, headers, refused) in [
            (phone, post, teacher.as_str(), &wide[..], 404),
            (phone, post, "/join", &wide[..1], 403),
            (phone, post, "/join", &[wide[0], ("origin", "http://evil.example")], 403),
            (phone, post, "/join", &[wide[0], ("origin", "null")], 403),
            (phone, post, "/join", &[wide[0], wide[1], ("sec-fetch-site", "cross-site")], 403),
            (phone, get, "/page/student.js", &[wide[0], ("sec-fetch-site", "cross-site")], 403),
            (phone, get, "/", &[("host", "evil.example:8000")], 421),
            (phone, get, "/", &[("host", "192.168.1.6:8000")], 421),
            (phone, get, "/", &[], 421),
            (phone, get, "http://evil.example/", &wide[..1], 421),
        ] {
            assert_eq!(admitted(peer, method, path, headers), Err(refused), "{path} {headers:?}");
        }
        assert_eq!(admitted(here, post, "/0123/next", &own), Ok(Role::Student), "a wrong secret is none");
    }
}
