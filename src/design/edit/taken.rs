//! Taking out what stands at the end of a path, and making it fit elsewhere.

use crate::design::address::Step;
use toml_edit::{Item, TableLike, Value};

/// Takes out a key, or an entry of the list at it; with its last entry the list goes.
pub(super) fn take_out(table: &mut dyn TableLike, last: &Step) {
    let left = match (last.index, table.get_mut(&last.key)) {
        (Some(index), Some(Item::ArrayOfTables(list))) if index < list.len() => {
            list.remove(index);
            list.len()
        }
        (Some(index), Some(Item::Value(Value::Array(list)))) if index < list.len() => {
            list.remove(index);
            list.len()
        }
        _ => 0,
    };
    if left == 0 {
        table.remove(&last.key);
    }
}

/// What stands at a key, its place in the file forgotten: it goes where its table goes.
pub(super) fn unplaced(item: &Item) -> Item {
    let mut item = item.clone();
    match &mut item {
        Item::Table(table) => table.set_position(None),
        Item::ArrayOfTables(list) => list.iter_mut().for_each(|table| table.set_position(None)),
        Item::None | Item::Value(_) => {}
    }
    item
}
