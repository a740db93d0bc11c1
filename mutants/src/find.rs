//! Faults that can be planted in a file: an operator taken for another, a sign lost, a bound for its opposite, a function that always says the same.
//! Constants, macros, patterns and types are left alone: what stands there is no expression that could be switched.

use crate::fault::{Change, Edit, Fault};
use proc_macro2::Span;
use std::error::Error;
use std::fs;
use std::path::Path;
use syn::spanned::Spanned;
use syn::visit::{self, Visit};
use syn::{
    Attribute, BinOp, Block, Expr, ExprBinary, ExprCall, ExprMethodCall, ExprRepeat, ExprUnary,
    GenericArgument, ImplItemFn, ItemFn, ItemMod, Pat, ReturnType, Signature, TraitItemFn, Type, UnOp,
};

pub fn faults(package: &Path, file: &str, area: usize) -> Result<Vec<Fault>, Box<dyn Error>> {
    let text = fs::read_to_string(package.join(file))?;
    Ok(in_text(&text, file, area)?)
}

/// The same in the text of a file.
pub fn in_text(text: &str, file: &str, area: usize) -> syn::Result<Vec<Fault>> {
    let mut finder = Finder { area, file, inside: false, found: Vec::new() };
    finder.visit_file(&syn::parse_file(text)?);
    Ok(finder.found)
}

struct Finder<'a> {
    area: usize,
    file: &'a str,
    /// In the body of a function that runs when the program does.
    inside: bool,
    found: Vec<Fault>,
}

impl Finder<'_> {
    fn add(&mut self, expression: Span, what: &str, edits: Vec<Edit>) {
        let place = expression.byte_range();
        self.push(expression, place, what, Change::Instead(edits));
    }

    fn push(&mut self, at: Span, place: std::ops::Range<usize>, what: &str, change: Change) {
        let start = at.start();
        let name = format!("{}:{}:{}: {what}", self.file, start.line, start.column + 1);
        let (area, file) = (self.area, self.file.to_owned());
        self.found.push(Fault { number: 0, area, file, name, place, change });
    }

    /// A function's body, unless it is evaluated by the compiler.
    fn function(&mut self, attributes: &[Attribute], signature: &Signature, body: &Block) {
        if signature.constness.is_some() || is_test(attributes) {
            return;
        }
        let start = body.brace_token.span.open().byte_range().end;
        for value in values(&signature.output) {
            let what = format!("{} returns {value}", signature.ident);
            self.push(signature.ident.span(), start..start, &what, Change::Returns(value));
        }
        let outer = std::mem::replace(&mut self.inside, true);
        self.visit_block(body);
        self.inside = outer;
    }
}

impl<'ast> Visit<'ast> for Finder<'_> {
    fn visit_item_mod(&mut self, module: &'ast ItemMod) {
        if !is_test(&module.attrs) {
            visit::visit_item_mod(self, module);
        }
    }

    fn visit_item_fn(&mut self, function: &'ast ItemFn) {
        self.function(&function.attrs, &function.sig, &function.block);
    }

    fn visit_impl_item_fn(&mut self, function: &'ast ImplItemFn) {
        self.function(&function.attrs, &function.sig, &function.block);
    }

    fn visit_trait_item_fn(&mut self, function: &'ast TraitItemFn) {
        if let Some(body) = &function.default {
            self.function(&function.attrs, &function.sig, body);
        }
    }

    fn visit_item_const(&mut self, _: &'ast syn::ItemConst) {}
    fn visit_item_static(&mut self, _: &'ast syn::ItemStatic) {}
    fn visit_expr_const(&mut self, _: &'ast syn::ExprConst) {}
    fn visit_type(&mut self, _: &'ast Type) {}
    fn visit_pat(&mut self, _: &'ast Pat) {}
    fn visit_generic_argument(&mut self, _: &'ast GenericArgument) {}

    /// The length of an array is for the compiler.
    fn visit_expr_repeat(&mut self, repeat: &'ast ExprRepeat) {
        self.visit_expr(&repeat.expr);
    }

    fn visit_expr_binary(&mut self, binary: &'ast ExprBinary) {
        if self.inside && !binds(&binary.left) && !binds(&binary.right) {
            for other in others(&binary.op) {
                let edit = Edit { at: binary.op.span().byte_range(), text: (*other).to_owned() };
                self.add(binary.span(), &format!("{} for {}", other, written(&binary.op)), vec![edit]);
            }
        }
        visit::visit_expr_binary(self, binary);
    }

    fn visit_expr_unary(&mut self, unary: &'ast ExprUnary) {
        if self.inside && !matches!(unary.op, UnOp::Deref(_)) {
            let sign = if matches!(unary.op, UnOp::Neg(_)) { "-" } else { "!" };
            let edit = Edit { at: unary.op.span().byte_range(), text: String::new() };
            self.add(unary.span(), &format!("without {sign}"), vec![edit]);
        }
        visit::visit_expr_unary(self, unary);
    }

    fn visit_expr_method_call(&mut self, call: &'ast ExprMethodCall) {
        let name = call.method.to_string();
        if self.inside {
            if let Some(other) = opposite(&name) {
                let edit = Edit { at: call.method.span().byte_range(), text: other.to_owned() };
                self.add(call.span(), &format!("{other} for {name}"), vec![edit]);
            }
            if name == "mul_add" && call.args.len() == 2 {
                let addend = call.args[1].span().byte_range();
                let edits = [(addend.start, "-("), (addend.end, ")")]
                    .map(|(at, text)| Edit { at: at..at, text: text.to_owned() });
                self.add(call.span(), "mul_sub for mul_add", edits.into());
            }
        }
        visit::visit_expr_method_call(self, call);
    }

    fn visit_expr_call(&mut self, call: &'ast ExprCall) {
        if self.inside
            && let Expr::Path(function) = &*call.func
            && let Some(last) = function.path.segments.last()
            && let Some(other) = opposite(&last.ident.to_string())
        {
            // a path to it is always there: the mathematics of loyalsim, or of the standard library
            let path = if ["smaller", "larger"].contains(&other) { "crate::random::math::" } else { "" };
            let replaced = if path.is_empty() { last.ident.span() } else { function.span() };
            let edit = Edit { at: replaced.byte_range(), text: format!("{path}{other}") };
            self.add(call.span(), &format!("{other} for {}", last.ident), vec![edit]);
        }
        visit::visit_expr_call(self, call);
    }
}

fn is_test(attributes: &[Attribute]) -> bool {
    attributes.iter().any(|attribute| {
        let cfg_test = attribute.path().is_ident("cfg")
            && attribute.parse_args::<syn::Ident>().is_ok_and(|name| name == "test");
        cfg_test || attribute.path().is_ident("test")
    })
}

/// Whether a condition binds names, `let … = …`: it can stand in conditions only.
fn binds(expression: &Expr) -> bool {
    match expression {
        Expr::Let(_) => true,
        Expr::Binary(binary) => binds(&binary.left) || binds(&binary.right),
        _ => false,
    }
}

/// What a function of this type may always say.
fn values(output: &ReturnType) -> &'static [&'static str] {
    let ReturnType::Type(_, of) = output else { return &[] };
    let Type::Path(path) = &**of else { return &[] };
    match path.path.get_ident().map(ToString::to_string).as_deref() {
        Some("bool") => &["true", "false"],
        Some("f32" | "f64") => &["0.0", "1.0"],
        _ => &[],
    }
}

fn opposite(function: &str) -> Option<&'static str> {
    let pairs = [("min", "max"), ("max", "min"), ("smaller", "larger"), ("larger", "smaller")];
    pairs.into_iter().find(|(name, _)| *name == function).map(|(_, other)| other)
}

/// Operators that an operator may be taken for.
fn others(op: &BinOp) -> &'static [&'static str] {
    match op {
        BinOp::Add(_) => &["-"],
        BinOp::Sub(_) => &["+"],
        BinOp::Mul(_) => &["/"],
        BinOp::Div(_) => &["*"],
        BinOp::Lt(_) => &["<=", ">"],
        BinOp::Le(_) => &["<"],
        BinOp::Gt(_) => &[">=", "<"],
        BinOp::Ge(_) => &[">"],
        BinOp::Eq(_) => &["!="],
        BinOp::Ne(_) => &["=="],
        BinOp::And(_) => &["||"],
        BinOp::Or(_) => &["&&"],
        BinOp::BitAnd(_) => &["|"],
        BinOp::BitOr(_) => &["&"],
        BinOp::AddAssign(_) => &["-="],
        BinOp::SubAssign(_) => &["+="],
        BinOp::MulAssign(_) => &["/="],
        BinOp::DivAssign(_) => &["*="],
        _ => &[],
    }
}

fn written(op: &BinOp) -> &'static str {
    match op {
        BinOp::Add(_) => "+",
        BinOp::Sub(_) => "-",
        BinOp::Mul(_) => "*",
        BinOp::Div(_) => "/",
        BinOp::Lt(_) => "<",
        BinOp::Le(_) => "<=",
        BinOp::Gt(_) => ">",
        BinOp::Ge(_) => ">=",
        BinOp::Eq(_) => "==",
        BinOp::Ne(_) => "!=",
        BinOp::And(_) => "&&",
        BinOp::Or(_) => "||",
        BinOp::BitAnd(_) => "&",
        BinOp::BitOr(_) => "|",
        BinOp::AddAssign(_) => "+=",
        BinOp::SubAssign(_) => "-=",
        BinOp::MulAssign(_) => "*=",
        BinOp::DivAssign(_) => "/=",
        _ => "?",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(text: &str) -> Vec<String> {
        in_text(text, "x.rs", 0).unwrap().into_iter().map(|fault| fault.name).collect()
    }

    #[test]
    fn operators_signs_bounds_and_what_functions_say() {
        let text = "fn f(a: f64) -> bool {\n    -a.min(2.0) * a < 1.0\n}\n";
        let expected = [
            "x.rs:1:4: f returns true",
            "x.rs:1:4: f returns false",
            "x.rs:2:5: <= for <",
            "x.rs:2:5: > for <",
            "x.rs:2:5: / for *",
            "x.rs:2:5: without -",
            "x.rs:2:6: max for min",
        ];
        assert_eq!(names(text), expected);
        assert_eq!(names("fn f() { a += b.mul_add(c, d); }").len(), 2);
    }

    /// What the compiler works out, tests, conditions that bind names, patterns, macros and types.
    #[test]
    fn what_is_left_alone() {
        for text in [
            "const A: usize = 1 + 1;",
            "const fn f() -> bool { 1 < 2 }",
            "#[cfg(test)] mod tests { fn f() -> bool { 1 < 2 } }",
            "#[test] fn f() { assert!(1 < 2); g(1 + 1); }",
            "fn f() { if let Some(a) = b && let Some(c) = d {} }",
            "fn f() { match a { -1 => g(), _ => {} } }",
            "fn f() { println!(\"{}\", 1 + 1); let a: [u8; 1 + 1] = [0; 1 + 1]; }",
        ] {
            assert!(names(text).is_empty(), "{text}: {:?}", names(text));
        }
    }
}
