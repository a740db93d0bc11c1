//! What ending a program costs, as text and as a table.

use super::compare::provenance;
use super::csv;
use super::quantity::Show;
use super::table::{Align, layout};
use crate::decide::exit::Exit;
use crate::summary::{Estimate, ExitMonth};

/// The curve for people.
pub fn exit_text(found: &Exit) -> String {
    let show = Show::english(&found.currency);
    let head = ["Ends", "Exit cost", "Of it points", "Against going on", "Customers against going on"];
    let mut rows = vec![head.map(str::to_owned).to_vec()];
    rows.extend(found.curve.ends.iter().map(|end| {
        vec![
            end.month.clone(),
            show.mean(&end.exit_cost),
            show.mean(&end.points_paid),
            show.change(&end.against_going_on),
            show.change(&end.customers),
        ]
    }));
    let aligns = [Align::Left, Align::Right, Align::Right, Align::Right, Align::Right];
    format!(
        "{}\n{}\nWHAT IT COSTS TO END THE PROGRAM\n{}\n{}\n{}",
        found.title,
        provenance(&found.origin),
        layout(&rows, &aligns),
        verdict(found, show),
        "Exit cost: what the business earns less from then on, up to the horizon, than if there had never been a program.\n"
    )
}

fn verdict(found: &Exit, show: Show) -> String {
    let goes_on = format!("If it goes on, its net effect is {}.", show.mean(&found.curve.going_on));
    let advice = match found.curve.best() {
        Some(end) => {
            format!(
                "The best of these ends is {}: it brings {} more than going on.",
                end.month,
                show.mean(&end.against_going_on)
            )
        }
        None => "No end tried brings more than going on, beyond the Monte Carlo error.".to_owned(),
    };
    format!("{goes_on}\n{advice}\n")
}

/// Every month tried as CSV.
pub fn exit_csv(found: &Exit) -> String {
    type Column = (&'static str, fn(&ExitMonth) -> &Estimate);
    let columns: [Column; 5] = [
        ("exit_cost", |end| &end.exit_cost),
        ("points_paid", |end| &end.points_paid),
        ("net_effect", |end| &end.net_effect),
        ("against_going_on", |end| &end.against_going_on),
        ("customers", |end| &end.customers),
    ];
    let mut head = vec!["month".to_owned()];
    for (name, _) in columns {
        head.extend(["", "_error", "_p5", "_p95"].map(|part| format!("{name}{part}")));
    }
    let mut text = csv::row(&head);
    for end in &found.curve.ends {
        let mut row = vec![end.month.clone()];
        for (_, of) in columns {
            let Estimate { mean, mc_error, p5, p95, .. } = *of(end);
            row.extend([mean, mc_error, p5, p95].map(csv::number));
        }
        text += &csv::row(&row);
    }
    text
}
