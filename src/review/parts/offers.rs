//! The propositions line by line: what a customer gets from us and from each rival, element by element.

use super::{said, table};
use crate::design::{Catalogue, Design, ElementKind};
use crate::review::case::{Case, MAIN};
use crate::review::content::{Block, TableColumn};
use crate::review::figure::{Figures, Form, Source};
use crate::review::sentence::{Arg, name, say};

/// Numbers of an element that are told.
const TOLD: usize = 3;

/// A row for each kind of element that anybody offers.
pub fn blocks(case: &Case, figures: &mut Figures) -> Option<Block> {
    let rivals = case.side.rivals.iter().map(|rival| (rival.name.as_str(), &rival.design));
    let all: Vec<(&str, &Design)> = std::iter::once((MAIN, case.design)).chain(rivals).collect();
    let heads = all.iter().skip(1).map(|(name, _)| say("offers-rival").text("name", *name));
    let heads = [say("offers-column-element"), say("offers-column-ours")].into_iter().chain(heads);
    let columns = heads.map(|head| TableColumn { head, numeric: false }).collect();
    let mut rows = Vec::new();
    for kind in ElementKind::ALL {
        let cells: Vec<Option<Arg>> =
            all.iter().map(|(id, design)| offered(id, design, kind.key, figures)).collect();
        if cells.iter().any(Option::is_some) {
            let cells = cells.into_iter().map(|cell| cell.unwrap_or_else(|| said(say("offers-none"))));
            rows.push(std::iter::once(name("element", kind.key)).chain(cells).collect());
        }
    }
    (all.len() > 1 && !rows.is_empty()).then(|| table(say("offers-table"), columns, rows))
}

/// The numbers of all elements of a kind that their design states, costs apart; `None` where there is no such element.
fn offered(id: &str, design: &Design, kind: &str, figures: &mut Figures) -> Option<Arg> {
    let elements = design.program.as_ref()?.elements.iter().filter(|element| element.facts().key == kind);
    let mut any = false;
    let mut parts = Vec::new();
    for element in elements {
        any = true;
        let of = format!("{}.", element.path);
        let stated = design.numbers.iter().filter(|(_, number)| {
            number.path.starts_with(&of) && number.span.is_some() && number.cost.is_none()
        });
        for (number, known) in stated.take(TOLD) {
            let unit = Catalogue::get().find_or_parent(&known.path).and_then(|key| key.unit.kind);
            let form = unit.map_or(Form::Times, Form::from);
            let value = design.central(number);
            let figure = figures.bare(format!("offer.{id}.{}", known.path), form, value, Source::Design);
            let part = say("changes-part").name("what", "number", known.path.clone());
            parts.push(said(part.value("value", figure)));
        }
    }
    let listed = if parts.is_empty() { said(say("offers-yes")) } else { Arg::List(parts) };
    any.then_some(listed)
}
