//! Reading numbers into the register: given ones, defaults, and groups of shares.

use super::context::Context;
use super::form::{self, Stated};
use super::table::{Reader, Value};
use crate::design::catalogue::Key;
use crate::design::fault::Fault;
use crate::design::numbers::{Basis, Distribution, Number, NumberId};
use crate::design::saying::{Arg, Saying};
use toml::de::DeValue;

/// The source of a number that a design gives without one.
pub const THIS_DESIGN: &str = "this design";

impl<'a> Reader<'a> {
    /// The number `key`: as given, or its default; a fault is noted if there is neither.
    pub fn number(&mut self, ctx: &mut Context, key: &'static str) -> NumberId {
        self.optional_number(ctx, key).unwrap_or_else(|| self.fallback(ctx, &self.path_of(key)))
    }

    /// The same where the table beneath counts for nothing.
    pub fn own_number(&mut self, ctx: &mut Context, key: &'static str) -> NumberId {
        let path = self.path_of(key);
        match self.own_value(key) {
            Some(value) => given(ctx, &path, value, None),
            None => self.fallback(ctx, &path),
        }
    }

    /// The number `key` if it is given, else `other`.
    pub fn number_or(&mut self, ctx: &mut Context, key: &'static str, other: NumberId) -> NumberId {
        self.optional_number(ctx, key).unwrap_or(other)
    }

    /// The number `key` if it is given.
    pub fn optional_number(&mut self, ctx: &mut Context, key: &'static str) -> Option<NumberId> {
        let path = self.path_of(key);
        match self.own_value(key) {
            Some(value) => Some(given(ctx, &path, value, None)),
            None => ctx.numbers.find(&self.path_beneath(key)?),
        }
    }

    /// The `N` numbers of the list `key`, or the default for each of them.
    pub fn number_list<const N: usize>(&mut self, ctx: &mut Context, key: &'static str) -> [NumberId; N] {
        let path = self.path_of(key);
        let value = self.value(key);
        let items = value.and_then(|value| value.get_ref().as_array());
        if let Some(value) = value.filter(|_| items.is_none_or(|items| items.len() != N)) {
            let remedy = Saying::new("fix-months-of-the-year").with("key", key).with("count", N);
            self.wrong_kind(ctx, &path, value, "expected-months-of-the-year", remedy);
        }
        let items = items.filter(|items| items.len() == N);
        std::array::from_fn(|i| {
            let path = format!("{path}[{i}]");
            match items.and_then(|items| items.get(i)) {
                Some(item) => given(ctx, &path, item, None),
                None => self.fallback(ctx, &path),
            }
        })
    }

    /// The shares of the table `key` by name, if it is given; a `basis` or `source` of the table holds for all.
    pub fn shares(&mut self, ctx: &mut Context, key: &'static str) -> Option<Vec<(String, NumberId)>> {
        let value = self.value(key)?;
        let path = self.path_of(key);
        let DeValue::Table(table) = value.get_ref() else {
            let remedy = Saying::new("fix-shares-table").with("key", key);
            self.wrong_kind(ctx, &path, value, "expected-shares", remedy);
            return None;
        };
        let mut reader = Reader::new(path.clone(), value.span(), table);
        let common = (form::basis(ctx, &mut reader), form::source(ctx, &mut reader));
        let shares = reader
            .entries()
            .into_iter()
            .filter(|(name, ..)| !["basis", "source"].contains(name))
            .take(super::limits::SHARES)
            .map(|(name, span, value)| {
                ctx.one_line(&path, name, &span);
                (name.to_owned(), given(ctx, &format!("{path}.{name}"), value, Some(&common)))
            })
            .collect();
        Some(shares)
    }

    fn fallback(&self, ctx: &mut Context, path: &str) -> NumberId {
        let key = ctx.key(path);
        let distribution = key.default_distribution();
        let is_missing = distribution.is_none();
        if is_missing {
            self.missing(ctx, key, path, "= ..");
        }
        let basis = key.basis.unwrap_or(Basis::Assumed);
        let id = add(
            ctx,
            path,
            key,
            distribution.unwrap_or(Distribution::Fixed(0.0)),
            (basis, key.source.clone()),
            None,
        );
        if is_missing {
            ctx.refuse(id);
        }
        id
    }

    /// Notes that `key` is missing, unless the whole table is.
    pub fn missing(&self, ctx: &mut Context, key: &Key, path: &str, example: &str) {
        if self.is_absent() {
            return;
        }
        let line = format!("{} {example}", key.name());
        let remedy = Saying::new("fix-missing").with("line", line).with("table", self.called());
        let remedy = remedy.with("meaning", Arg::Meaning(key.path.clone()));
        ctx.fault(Fault::missing(path, remedy), &self.span);
    }
}

type Support = (Option<Basis>, Option<String>);

/// Registers the number given by `value`; what it does not say about its support is taken from `common`.
fn given(ctx: &mut Context, path: &str, value: Value, common: Option<&Support>) -> NumberId {
    let key = ctx.key(path);
    // After a fault the design is refused: any value in the range keeps the reading going.
    let faulty =
        || Stated { distribution: Distribution::Fixed(key.range().clamp(0.0)), basis: None, source: None };
    let stated = form::stated(ctx, path, value, key);
    let is_refused = stated.is_none();
    let stated = stated.unwrap_or_else(faulty);
    let (common_basis, common_source) = common.cloned().unwrap_or_default();
    let basis = stated.basis.or(common_basis).unwrap_or(Basis::Assumed);
    let source = stated.source.or(common_source).unwrap_or_else(|| THIS_DESIGN.to_owned());
    let id = add(ctx, path, key, stated.distribution, (basis, source), Some(value.span()));
    if is_refused {
        ctx.refuse(id);
    }
    id
}

/// Registers a number.
pub fn add(
    ctx: &mut Context,
    path: &str,
    key: &'static Key,
    distribution: Distribution,
    (basis, source): (Basis, String),
    span: Option<std::ops::Range<usize>>,
) -> NumberId {
    let (path, range, unit, cost) = (path.to_owned(), key.range(), &key.unit, key.cost);
    ctx.register(Number { path, distribution, basis, source, range, unit, cost, span })
}
