//! The copy with its faults, compiled.

use crate::area::{self, AREAS};
use crate::fault::Fault;
use crate::log::{Log, Verdict};
use crate::plant;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// Plants the faults and compiles the unit tests, to this program. Faults that the compiler objects to are left out, until it objects to none.
pub fn tests(
    from: &Path,
    tree: &Path,
    faults: &mut Vec<Fault>,
    log: &mut Log,
) -> Result<PathBuf, Box<dyn Error>> {
    loop {
        let planted = plant_all(from, tree, faults)?;
        let messages = cargo(tree, &["test", "--lib", "--no-run"])?;
        if let Some(program) = messages.iter().rev().find_map(|message| message["executable"].as_str()) {
            return Ok(program.into());
        }
        let bad: BTreeSet<usize> = messages.iter().flat_map(|message| blamed(message, &planted)).collect();
        if bad.is_empty() {
            let errors = messages.iter().filter(|m| m["message"]["level"] == "error");
            let told = errors.filter_map(|m| m["message"]["rendered"].as_str());
            return Err(format!("errors that no fault explains:\n{}", told.collect::<String>()).into());
        }
        eprintln!("{} faults do not compile", bad.len());
        for fault in faults.iter().filter(|fault| bad.contains(&fault.number)) {
            log.add(&fault.name, Verdict::DoesNotCompile)?;
        }
        faults.retain(|fault| !bad.contains(&fault.number));
    }
}

/// Files of the copy, by path, as they now stand there. What has not changed is not written: it would be compiled anew.
fn plant_all(from: &Path, tree: &Path, faults: &[Fault]) -> Result<BTreeMap<String, String>, Box<dyn Error>> {
    let mut files = BTreeMap::new();
    for area in &AREAS {
        for file in area::files(from, area)? {
            let text = fs::read_to_string(from.join(&file))?;
            let text = plant::planted(&text, faults.iter().filter(|fault| fault.file == file));
            files.insert(file, text);
        }
    }
    files.insert("src/lib.rs".to_owned(), fs::read_to_string(from.join("src/lib.rs"))? + plant::SWITCH);
    for (file, text) in &files {
        let path = tree.join(file);
        if fs::read_to_string(&path).ok().as_ref() != Some(text) {
            fs::write(path, text)?;
        }
    }
    Ok(files)
}

/// Faults in which an error of the compiler lies.
fn blamed(message: &Value, planted: &BTreeMap<String, String>) -> Vec<usize> {
    let error = &message["message"];
    if error["level"] != "error" {
        return Vec::new();
    }
    let spans = error["spans"].as_array().into_iter().flatten().filter(|span| span["is_primary"] == true);
    spans
        .filter_map(|span| {
            let text = planted.get(span["file_name"].as_str()?)?;
            Some(plant::at(text, usize::try_from(span["byte_start"].as_u64()?).ok()?))
        })
        .flatten()
        .collect()
}

/// What cargo says. The package itself is not optimised: it is built once and runs small tests.
fn cargo(tree: &Path, arguments: &[&str]) -> Result<Vec<Value>, Box<dyn Error>> {
    let out = Command::new("cargo")
        .current_dir(tree)
        .args(arguments)
        .args(["--locked", "--quiet", "--message-format=json"])
        .args(["--config", "profile.dev.package.loyalsim.opt-level=0"])
        .stderr(Stdio::inherit())
        .output()?;
    let lines = String::from_utf8(out.stdout)?;
    Ok(lines.lines().filter_map(|line| serde_json::from_str(line).ok()).collect())
}
