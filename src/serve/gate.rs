//! Who may come in: whoever knows the address, from a page of this server, by this server's name.

use axum::http::{HeaderMap, Method, StatusCode, Uri, header};

/// Bytes of the secret in the address.
const SECRET: usize = 16;

/// Knows the address of the page and tells it from others.
#[derive(Debug, Clone)]
pub struct Gate {
    token: String,
    hosts: [String; 2],
}

impl Gate {
    /// A gate with a new secret at a port of this machine.
    ///
    /// # Errors
    /// If the system has no randomness to give.
    pub fn new(port: u16) -> std::io::Result<Self> {
        Ok(Self { token: secret()?, hosts: [format!("127.0.0.1:{port}"), format!("localhost:{port}")] })
    }

    /// Where the page is.
    pub fn address(&self) -> String {
        format!("http://{}{}/", self.hosts[0], self.path())
    }

    /// How the paths of all requests begin.
    pub fn path(&self) -> String {
        format!("/{}", self.token)
    }

    /// Refuses what does not come from the page itself. Another site that a browser shows knows neither the address nor, when its name is
    /// made to lead here (DNS rebinding), the name of this machine.
    pub fn admit(&self, method: &Method, uri: &Uri, headers: &HeaderMap) -> Result<(), StatusCode> {
        let header = |name| headers.get(name).and_then(|value| value.to_str().ok());
        let host = header(header::HOST).unwrap_or_default();
        if !self.hosts.iter().any(|own| own == host) || !is_plain(uri, headers) {
            return Err(StatusCode::MISDIRECTED_REQUEST);
        }
        let origin = headers.get(header::ORIGIN).map(|value| value.to_str().unwrap_or_default());
        let own = |origin: &str| origin.strip_prefix("http://").is_some_and(|name| name == host);
        let site = header(header::HeaderName::from_static("sec-fetch-site"));
        let from_here = site.is_none_or(|site| ["same-origin", "none"].contains(&site));
        let reads = matches!(*method, Method::GET | Method::HEAD);
        if !origin.map_or(reads, own) || !(from_here || reads && uri.path() == format!("{}/", self.path())) {
            return Err(StatusCode::FORBIDDEN);
        }
        let token = uri.path().trim_start_matches('/').split('/').next().unwrap_or_default();
        if same(token.as_bytes(), self.token.as_bytes()) { Ok(()) } else { Err(StatusCode::NOT_FOUND) }
    }
}

/// Whether a request says once, and only in its head, to whom it speaks.
pub fn is_plain(uri: &Uri, headers: &HeaderMap) -> bool {
    uri.authority().is_none() && headers.get_all(header::HOST).iter().count() == 1
}

/// A new secret, as it stands in an address.
///
/// # Errors
/// If the system has no randomness to give.
pub fn secret() -> std::io::Result<String> {
    let mut secret = [0; SECRET];
    getrandom::fill(&mut secret).map_err(|_| std::io::Error::other("no randomness"))?;
    Ok(secret.iter().map(|byte| format!("{byte:02x}")).collect())
}

/// Whether two texts are the same, in a time that does not tell where they differ.
pub fn same(a: &[u8], b: &[u8]) -> bool {
    a.len() == b.len() && a.iter().zip(b).fold(0, |apart, (a, b)| apart | (a ^ b)) == 0
}

#[cfg(test)]
mod tests {
    use super::*;

    fn admitted(gate: &Gate, method: &Method, path: &str, headers: &[(&'static str, &str)]) -> u16 {
        let mut all = HeaderMap::new();
        for (name, value) in headers {
            all.append(*name, value.parse().unwrap());
        }
        let headers = all;
        let found = gate.admit(method, &path.parse().unwrap(), &headers);
        found.map_or_else(|refused| refused.as_u16(), |()| 200)
    }

    #[test]
    fn only_the_page_itself_comes_in() {
        let gate = Gate::new(4000).unwrap();
        let page = format!("{}/", gate.path());
        let (get, post) = (&Method::GET, &Method::POST);
        let here = [("host", "127.0.0.1:4000"), ("origin", "http://127.0.0.1:4000")];
        assert_eq!(admitted(&gate, get, &page, &here[..1]), 200);
        assert_eq!(admitted(&gate, post, &page, &here), 200);
        let named = [("host", "localhost:4000"), ("origin", "http://localhost:4000")];
        assert_eq!(admitted(&gate, post, &page, &named), 200);
        for (path, headers, refused) in [
            ("/", &here[..], 404),
            ("/0123456789abcdef0123456789abcdef/", &here, 404),
            (&page[..page.len() - 2], &here, 404),
            (&page, &here[..1], 403),
            (&page, &[here[0], ("origin", "http://evil.example")], 403),
            (&page, &[here[0], ("origin", "null")], 403),
            (&page, &[here[0], here[1], ("sec-fetch-site", "cross-site")], 403),
            (&page, &[("host", "evil.example:4000"), ("origin", "http://evil.example:4000")], 421),
            (&page, &[("host", "127.0.0.1"), here[1]], 421),
            (&page, &[], 421),
            (&page, &[here[0], here[1], ("host", "evil.example")], 421),
            (&format!("http://evil.example{page}"), &here, 421),
        ] {
            assert_eq!(admitted(&gate, post, path, headers), refused, "{path} {headers:?}");
        }
    }

    #[test]
    fn every_start_has_its_own_address() {
        assert_ne!(Gate::new(1).unwrap().address(), Gate::new(1).unwrap().address());
    }
}
