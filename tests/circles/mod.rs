//! Files that import each other in a circle: an import leads to the file that defines what is imported, whoever hands it on.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use crate::source::Source;

/// The files of a package and what they import from each other.
pub struct House<'a> {
    files: Vec<&'a Source>,
    /// Files by the path of their module, the root being the empty one.
    modules: BTreeMap<Vec<String>, usize>,
}

impl<'a> House<'a> {
    /// The files below one root module, test modules left out.
    pub fn new(files: impl Iterator<Item = &'a Source>) -> Self {
        let files: Vec<_> = files.filter(|file| !file.is_test_module()).collect();
        let modules = files.iter().enumerate().map(|(at, file)| (file.module(), at)).collect();
        Self { files, modules }
    }

    /// The circles: of every file that takes part in some, the shortest way back to itself.
    pub fn circles(&self) -> Vec<String> {
        let imports: Vec<BTreeSet<usize>> = (0..self.files.len()).map(|file| self.imports(file)).collect();
        let mut told = BTreeSet::new();
        let mut circles = Vec::new();
        for file in 0..self.files.len() {
            let Some(way) = way_back(file, &imports) else { continue };
            if told.insert(way.iter().copied().collect::<BTreeSet<_>>()) {
                let names: Vec<&str> = way.iter().map(|file| self.files[*file].path.as_str()).collect();
                circles.push(names.join(" -> "));
            }
        }
        circles
    }

    /// The other files that a file imports from. What the `mod.rs` of its own folder lays down for all in it is no import.
    fn imports(&self, file: usize) -> BTreeSet<usize> {
        let own = self.files[file].module();
        let other = |to: &usize| {
            let to = self.files[*to];
            !(to.path.ends_with("mod.rs") && own.starts_with(&to.module()) || to.module() == own)
        };
        let paths = self.files[file].code_paths.iter();
        paths.filter_map(|path| self.leads_to(file, path, 0)).filter(other).collect()
    }

    /// The file that defines what a path in a file names; `None` outside the package.
    fn leads_to(&self, file: usize, path: &str, hops: usize) -> Option<usize> {
        let path = self.absolute(file, path)?;
        let known = (0..=path.len()).rev().find(|n| self.modules.contains_key(&path[..*n]))?;
        let module = self.modules[&path[..known]];
        let Some(name) = path.get(known) else { return Some(module) };
        // nobody hands on what has come through more hands than there are floors
        if hops > 9 || self.files[module].items.contains(name) {
            return Some(module);
        }
        let handed_on = |from: &&String| from.rsplit_once("::").is_some_and(|(_, last)| last == name);
        if let Some(from) = self.files[module].code_paths.iter().find(handed_on) {
            return self.leads_to(module, from, hops + 1);
        }
        let all_of = self.files[module].code_paths.iter().filter_map(|from| self.child(module, from));
        all_of.into_iter().find(|child| self.files[*child].items.contains(name)).or(Some(module))
    }

    /// A path from the root; `None` unless it begins there, climbs, or goes down into a module of the file. A lone `super` is no import
    /// but how far something is seen.
    fn absolute(&self, file: usize, path: &str) -> Option<Vec<String>> {
        let names: Vec<String> = path.split("::").map(str::to_owned).collect();
        if names.len() == 1 {
            return None;
        }
        let own = self.files[file].module();
        match names[0].as_str() {
            "crate" => Some(names[1..].to_vec()),
            "self" => Some([&own[..], &names[1..]].concat()),
            "super" => {
                let climbs = names.iter().take_while(|name| *name == "super").count();
                Some([own.get(..own.len().checked_sub(climbs)?)?, &names[climbs..]].concat())
            }
            _ => {
                let below = [&own[..], &names[..]].concat();
                self.modules.contains_key(&below[..own.len() + 1]).then_some(below)
            }
        }
    }

    /// The module of this name within a file.
    fn child(&self, file: usize, name: &str) -> Option<usize> {
        let mut path = self.files[file].module();
        path.push(name.to_owned());
        self.modules.get(&path).copied()
    }
}

/// The files on the shortest way from a file back to itself, beginning with it.
fn way_back(file: usize, imports: &[BTreeSet<usize>]) -> Option<Vec<usize>> {
    let (mut ways, mut seen) = (VecDeque::from([vec![file]]), BTreeSet::new());
    while let Some(way) = ways.pop_front() {
        for next in &imports[way[way.len() - 1]] {
            if *next == file {
                return Some(way);
            }
            if seen.insert(*next) {
                ways.push_back([&way[..], &[*next]].concat());
            }
        }
    }
    None
}

#[cfg(test)]
mod planted {
    use super::*;

    fn circles(files: &[(&str, &str)]) -> Vec<String> {
        let files: Vec<Source> = files.iter().map(|(path, text)| Source::parse(path, text)).collect();
        House::new(files.iter()).circles()
    }

    #[test]
    fn a_circle_is_found_whoever_hands_the_names_on() {
        let face = ("src/a/mod.rs", "mod x; mod y; pub use x::X; pub use y::Y;");
        let x = ("src/a/x.rs", "use super::Y; pub struct X;");
        assert_eq!(
            circles(&[face, x, ("src/a/y.rs", "use crate::a::X; pub struct Y;")]),
            ["src/a/x.rs -> src/a/y.rs"]
        );
        assert!(circles(&[face, x, ("src/a/y.rs", "pub struct Y;")]).is_empty());
    }

    #[test]
    fn a_circle_with_the_parent_is_found() {
        let parent = ("src/a.rs", "mod x; pub struct A; fn f() { x::g() }");
        assert_eq!(
            circles(&[parent, ("src/a/x.rs", "use super::A; pub fn g() {}")]),
            ["src/a.rs -> src/a/x.rs"]
        );
        assert!(circles(&[parent, ("src/a/x.rs", "pub fn g() {}")]).is_empty());
    }

    #[test]
    fn tests_may_import_what_they_like() {
        let y = "pub struct Y; #[cfg(test)] mod tests { use crate::x::X; } #[cfg(test)] use crate::x::X;";
        assert!(circles(&[("src/x.rs", "use crate::y::Y; pub struct X;"), ("src/y.rs", y)]).is_empty());
    }
}
