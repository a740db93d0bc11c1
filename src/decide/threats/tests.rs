//! Every threat has a name of its own, and happens where the design has something for it.

use super::*;
use crate::design::{edited, starter};
use std::collections::BTreeSet;

fn threats(text: &str) -> Vec<Threat> {
    shocks(&Design::parse(text).unwrap()).map(|shock| shock.threat).collect()
}

#[test]
fn names_are_the_same_in_files_and_messages() {
    let keys: BTreeSet<&str> = Threat::ALL.iter().map(|threat| threat.key()).collect();
    assert_eq!(keys.len(), Threat::ALL.len());
    for threat in Threat::ALL {
        assert_eq!(serde_json::to_value(threat).unwrap(), threat.key().replace('-', "_"));
    }
}

/// The starter has points, money that is easily copied, and no partners; all that can go wrong with it can be played.
#[test]
fn what_can_go_wrong_can_be_played() {
    let text = starter("shop");
    let design = Design::parse(&text).unwrap();
    assert_eq!(threats(&text), Threat::ALL);
    for shock in shocks(&design) {
        let (changed, _) = edited(&text, &shock.edits).unwrap();
        assert_ne!((changed == text, shock.service.is_some()), (true, false), "{:?}", shock.threat);
    }
}

#[test]
fn without_points_nobody_remembers_them() {
    let text = starter("shop");
    let gone = [Edit::Remove("program.points".to_owned())];
    let left = threats(&edited(&text, &gone).unwrap().0);
    let of_points =
        [Threat::DearerRewards, Threat::PointsRemembered, Threat::PointsGamed, Threat::Devaluation];
    assert_eq!(left, Threat::ALL.into_iter().filter(|t| !of_points.contains(t)).collect::<Vec<_>>());
    let none = [Edit::Remove("program".to_owned())];
    assert!(threats(&edited(&text, &none).unwrap().0).is_empty());
}
