//! A Rust file as the architecture test sees it: its paths, its macros, its functions. Comments and strings don't count.

use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};

/// A parsed file.
pub struct Source {
    /// Path from the root of the package, with `/`.
    pub path: String,
    /// The text as it is.
    pub text: String,
    /// Every path in the code, groups written out: `use a::{b, c}` is `a::b` and `a::c`.
    pub paths: Vec<String>,
    /// The same, test modules left out.
    pub code_paths: Vec<String>,
    /// Names that the file defines, test modules left out.
    pub items: Vec<String>,
    /// Names of the macros called.
    pub macros: Vec<String>,
    /// Functions outside test modules.
    pub functions: Vec<Function>,
}

/// A function with a body.
pub struct Function {
    pub name: String,
    /// Line of the keyword `fn`.
    pub line: usize,
    /// Lines from the keyword to the closing brace.
    pub lines: usize,
}

impl Source {
    pub fn parse(path: &str, text: &str) -> Self {
        let tokens: TokenStream = text.parse().unwrap_or_else(|fault| panic!("{path}: {fault}"));
        let mut source = Self {
            path: path.to_owned(),
            text: text.to_owned(),
            paths: Vec::new(),
            code_paths: Vec::new(),
            items: Vec::new(),
            macros: Vec::new(),
            functions: Vec::new(),
        };
        let in_tests = source.is_test_module();
        source.read(tokens, in_tests);
        source
    }

    /// Whether the file is a module of unit tests, as its name says: `tests.rs`, `…_tests.rs` or inside `tests/`.
    pub fn is_test_module(&self) -> bool {
        self.path.ends_with("tests.rs") || self.path.split('/').rev().skip(1).any(|folder| folder == "tests")
    }

    /// The first folder or file below `src`; `None` for the roots and outside `src`.
    pub fn layer(&self) -> Option<&str> {
        let below = self.path.strip_prefix("src/")?;
        let name = below.split('/').next()?.trim_end_matches(".rs");
        (!["lib", "main"].contains(&name)).then_some(name)
    }

    /// The crate's module that `path` leads to, if it starts at the crate's root or climbs up to it.
    pub fn leads_to<'p>(&self, path: &'p str) -> Option<&'p str> {
        let names: Vec<&str> = path.split("::").collect();
        if names[0] == "crate" {
            return names.get(1).copied();
        }
        let climbs = names.iter().take_while(|name| **name == "super").count();
        (climbs > 0 && climbs >= self.depth()).then(|| names.get(climbs).copied()).flatten()
    }

    /// The path of the file's module from the root.
    pub fn module(&self) -> Vec<String> {
        let below = self.path.trim_start_matches("src/").trim_end_matches(".rs").trim_end_matches("/mod");
        below.split('/').filter(|name| !["lib", "main"].contains(name)).map(str::to_owned).collect()
    }

    /// Modules between this file and the crate's root, itself included.
    fn depth(&self) -> usize {
        let below = self.path.trim_start_matches("src/").trim_end_matches(".rs").trim_end_matches("/mod");
        below.split('/').count()
    }

    fn read(&mut self, tokens: TokenStream, in_tests: bool) {
        let tokens: Vec<TokenTree> = tokens.into_iter().collect();
        let mut test_next = in_tests;
        for at in 0..tokens.len() {
            match &tokens[at] {
                TokenTree::Ident(word) if word == "fn" && !in_tests => self.read_function(&tokens[at..]),
                TokenTree::Ident(word) if !follows_colons(&tokens[..at]) => {
                    let (is_code, first) = (!in_tests && !test_next, self.paths.len());
                    if is_punct(tokens.get(at + 1), '!') {
                        self.macros.push(word.to_string());
                    }
                    write_out("", &tokens[at..], &mut self.paths);
                    if is_code {
                        self.code_paths.extend_from_slice(&self.paths[first..]);
                        self.items.extend(defined(word, &tokens[at + 1..]));
                    }
                }
                TokenTree::Group(group) => {
                    test_next |= is_cfg_test(group);
                    let inside_use = follows_colons(&tokens[..at]);
                    let is_body = group.delimiter() == Delimiter::Brace;
                    if !inside_use {
                        self.read(group.stream(), in_tests || test_next && is_body);
                    }
                    test_next &= !is_body;
                }
                TokenTree::Punct(sign) if sign.as_char() == ';' => test_next = in_tests,
                TokenTree::Ident(_) | TokenTree::Punct(_) | TokenTree::Literal(_) => {}
            }
        }
    }

    /// `tokens` begin with the keyword `fn`.
    fn read_function(&mut self, tokens: &[TokenTree]) {
        let Some(TokenTree::Ident(name)) = tokens.get(1) else { return };
        self.items.push(name.to_string());
        let ends = tokens.iter().find(|token| is_punct(Some(token), ';') || body(token).is_some());
        let Some(body) = ends.and_then(body) else { return };
        let line = tokens[0].span().start().line;
        let lines = body.span_close().end().line + 1 - line;
        self.functions.push(Function { name: name.to_string(), line, lines });
    }
}

/// The name defined by the keyword before these tokens.
fn defined(keyword: &proc_macro2::Ident, after: &[TokenTree]) -> Option<String> {
    let defines = ["struct", "enum", "trait", "type", "const", "static"];
    let name = after.first().filter(|_| defines.iter().any(|word| keyword == word))?;
    matches!(name, TokenTree::Ident(_)).then(|| name.to_string())
}

/// Writes the path at the start of `tokens` out, once for every leaf of its groups.
fn write_out(before: &str, tokens: &[TokenTree], paths: &mut Vec<String>) {
    match tokens.first() {
        Some(TokenTree::Ident(name)) => {
            let path = if before.is_empty() { name.to_string() } else { format!("{before}::{name}") };
            if is_punct(tokens.get(1), ':') && is_punct(tokens.get(2), ':') {
                write_out(&path, &tokens[3..], paths);
            } else {
                paths.push(path);
            }
        }
        Some(TokenTree::Group(group)) if group.delimiter() == Delimiter::Brace && !before.is_empty() => {
            let inner: Vec<TokenTree> = group.stream().into_iter().collect();
            for branch in inner.split(|token| is_punct(Some(token), ',')).filter(|branch| !branch.is_empty())
            {
                write_out(before, branch, paths);
            }
        }
        _ => paths.push(before.to_owned()),
    }
}

fn follows_colons(before: &[TokenTree]) -> bool {
    is_punct(before.last(), ':') && before.len() > 1 && is_punct(before.get(before.len() - 2), ':')
}

fn is_punct(token: Option<&TokenTree>, sign: char) -> bool {
    matches!(token, Some(TokenTree::Punct(punct)) if punct.as_char() == sign)
}

fn body(token: &TokenTree) -> Option<&Group> {
    match token {
        TokenTree::Group(group) if group.delimiter() == Delimiter::Brace => Some(group),
        _ => None,
    }
}

/// Whether the group is the `[cfg(test)]` of an attribute.
fn is_cfg_test(group: &Group) -> bool {
    group.delimiter() == Delimiter::Bracket && group.stream().to_string().replace(' ', "") == "cfg(test)"
}
