//! Edits keep comments and layout, and what they make is valid.

use super::forget::moved_up;
use super::*;
use crate::design::Truth;

const TEXT: &str = include_str!("../../scenarios/electronics.toml");

fn draft() -> Draft {
    Draft::new(TEXT).unwrap()
}

/// Lines of the new text that the old one does not have, and the reverse.
fn changes(text: &str) -> (Vec<&str>, Vec<&'static str>) {
    let new = text.lines().filter(|line| !TEXT.lines().any(|old| old == *line)).collect();
    let gone = TEXT.lines().filter(|line| !text.lines().any(|new| new == *line)).collect();
    (new, gone)
}

#[test]
fn a_draft_without_changes_is_the_text_itself() {
    assert_eq!(draft().finish().unwrap().0, TEXT);
}

#[test]
fn a_value_is_replaced_in_its_line() {
    let mut draft = draft();
    draft.set("program.points.earn", 0.025).unwrap();
    draft.set("program.points.minimum_to_redeem", 150.0).unwrap();
    let (text, design) = draft.finish().unwrap();
    let (new, gone) = changes(&text);
    assert_eq!(new[0], "earn              = 0.025");
    assert!(new[1].starts_with("minimum_to_redeem = 150    # an occasional buyer"), "{}", new[1]);
    assert_eq!((new.len(), gone.len()), (2, 2));
    assert_eq!(Truth::central(&design)[design.number_at("program.points.earn").unwrap()], 0.025);
}

#[test]
fn defaults_are_written_where_they_belong() {
    let mut draft = draft();
    draft.set("behaviour.loss_aversion", 2.5).unwrap();
    draft.set("segment.families.gross_margin", 0.3).unwrap();
    draft.set("program.staff_training.setup_cost", 5e6).unwrap();
    let (text, design) = draft.finish().unwrap();
    assert!(text.contains("[behaviour]\nloss_aversion = 2.5"), "{text}");
    assert_ne!(design.segments[0].gross_margin, design.business.gross_margin);
    assert_eq!(design.segments[1].gross_margin, design.business.gross_margin);
}

#[test]
fn distributions_are_scaled_and_stop_at_the_range() {
    let mut draft = draft();
    draft.scale("program.setup_cost", 1.5).unwrap();
    draft.scale("business.nps", 2.0).unwrap();
    draft.scale("program.points.cost_share", 1.2).unwrap();
    draft.scale("service.delights_per_purchase", 0.5).unwrap();
    let (_, design) = draft.finish().unwrap();
    let distribution = |path| design.numbers[design.number_at(path).unwrap()].distribution.clone();
    assert_eq!(
        distribution("program.setup_cost"),
        Distribution::Pert { low: 120e6, mode: 180e6, high: 360e6 }
    );
    assert_eq!(distribution("business.nps"), Distribution::Normal { mean: 40.0, sd: 4.0 });
    let Distribution::Pert { high, .. } = distribution("program.points.cost_share") else {
        panic!("a PERT stays one")
    };
    assert_eq!(high, 1.2);
}

#[test]
fn a_certain_number_has_no_correlations_any_more() {
    let mut draft = draft();
    draft.set("business.nps", 20.0).unwrap();
    let (text, design) = draft.finish().unwrap();
    assert_eq!(design.correlations.len(), 1);
    assert!(!text.contains("~ business.nps"));
}

#[test]
fn shares_stay_a_whole() {
    let mut draft = draft();
    draft.set("segment[2].share", 0.5).unwrap();
    draft.set("churn.causes.staff_attitude", 0.4).unwrap();
    draft.set("business.season[0]", 0.5).unwrap();
    let (text, design) = draft.finish().unwrap();
    let truth = Truth::central(&design);
    let shares: Vec<f64> = design.segments.iter().map(|s| truth[s.share]).collect();
    assert!((shares[2] - 0.5).abs() < 1e-12 && (shares[0] / shares[1] - 2.25).abs() < 1e-9, "{shares:?}");
    assert!((truth[design.number_at("churn.causes.staff_attitude").unwrap()] - 0.4).abs() < 1e-12);
    assert!(!text.contains("preset = \"services-survey\""));
}

#[test]
fn elements_come_and_go() {
    let mut draft = draft();
    draft.remove("program.cumulative_discount").unwrap();
    draft.remove("program.seasonal_sale[0]").unwrap();
    draft
        .append(
            "program.complaint_recovery",
            "recovered_fast = 0.5\nrecovered_slowly = 0.3\ncost_per_case = 900\n",
        )
        .unwrap();
    let (text, design) = draft.finish().unwrap();
    assert_eq!(design.program.as_ref().unwrap().elements.len(), 10);
    assert!(
        !text.contains("\n[[program.cumulative_discount]]")
            && text.contains("\n[[program.complaint_recovery]]\nrecovered_fast")
    );
    let (element, goal) =
        (text.find("[[program.complaint_recovery").unwrap(), text.find("[[goal]]").unwrap());
    assert!(element < goal, "beside the other elements");
}

#[test]
fn what_cannot_be_done_says_why() {
    let mut draft = draft();
    assert!(
        draft.set("program.points.earnings", 1.0).unwrap_err().to_string().contains("program.points[0].earn")
    );
    assert!(draft.scale("program.launch", 2.0).unwrap_err().to_string().contains("edit-no-number"));
    assert!(draft.append("program.points", "earn = = 3").unwrap_err().to_string().contains("edit-not-toml"));
    assert!(draft.append("program.wishes", "earn = 3").is_err());
    draft.set("business.gross_margin", 7.0).unwrap();
    let said = draft.finish().unwrap_err().to_string();
    assert!(said.contains("business.gross_margin") && said.contains("fault-range"), "{said}");
    assert!(Draft::new("nonsense").is_err());
}

#[test]
fn every_scenario_takes_every_number() {
    for text in
        [TEXT, include_str!("../../scenarios/coffee.toml"), include_str!("../../scenarios/airline.toml")]
    {
        let design = Design::parse(text).unwrap();
        for (id, number) in design.numbers.iter() {
            let mut draft = Draft::new(text).unwrap();
            let central = Truth::central(&design)[id];
            draft.set(&number.path, central).unwrap_or_else(|e| panic!("{}: {e}", number.path));
            let changed = draft.finish().unwrap_or_else(|e| panic!("{}: {e}", number.path)).1;
            let now = Truth::central(&changed)[changed.number_at(&number.path).unwrap()];
            assert!((now - central).abs() <= 1e-9 * central.abs(), "{}: {now}", number.path);
        }
    }
}

#[test]
fn correlations_move_up_with_their_elements() {
    assert_eq!(
        moved_up("program.points[2].earn", "program.points[1]").as_deref(),
        Some("program.points[1].earn")
    );
    assert_eq!(moved_up("program.points[0].earn", "program.points[1]"), None);
    assert_eq!(moved_up("business.nps", "program.points[1]"), None);
}

#[test]
fn studies_forget_what_is_taken_out() {
    let study = |name: &str, informs: &str| {
        format!("\n[[study]]\nname = \"{name}\"\nkind = \"survey\"\ninforms = [{informs}]\nsample = 100\n")
    };
    let both = study("both", "\"business.nps\", \"program.trade_in[0].take_up\"");
    let text = format!("{TEXT}{both}{}", study("gone", "\"program.trade_in.take_up\""));
    let mut draft = Draft::new(&text).unwrap();
    draft.remove("program.trade_in").unwrap();
    let (text, design) = draft.finish().unwrap();
    assert_eq!(design.studies.len(), 1, "{text}");
    assert_eq!(design.studies[0].informs, [design.business.nps]);
}
