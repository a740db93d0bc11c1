//! What is kept of what customers are worth in one trial: by segment, category, and what they would answer when asked.

use crate::design::Category;
use crate::simulate::{CATEGORIES, CLASSES, Item, Outlook, Tally};
use crate::summary::frame::Frame;
use crate::summary::ledger::ratio;
use crate::summary::prospect::{Prospect, Scope};
use crate::summary::segment_worlds::SegmentWorlds;
use crate::summary::terms::Terms;

/// Numbers kept of each group: the lifetime value of one of today's customers, and what one at the end will still bring.
pub const OF_GROUP: usize = 2;
/// Keys of the classes.
pub const ANSWERING: [&str; CLASSES] = ["promoters", "passives", "detractors"];

/// Numbers kept for each world.
pub fn per_world(frame: &Frame) -> usize {
    OF_GROUP * (frame.segments.len() + CATEGORIES + CLASSES)
}

/// Numbers kept for each trial.
pub fn numbers(frame: &Frame) -> usize {
    frame.worlds() * per_world(frame)
}

/// Their names.
pub fn names(frame: &Frame) -> Vec<String> {
    let segments = frame.segments.iter().map(|name| format!("segment.{name}"));
    let categories = Category::ALL.iter().map(|category| format!("category.{}", category.key()));
    let classes = ANSWERING.iter().map(|class| format!("answering.{class}"));
    let groups: Vec<String> = segments.chain(categories).chain(classes).collect();
    let worlds = ["baseline", "program"].into_iter().take(frame.worlds());
    worlds
        .flat_map(|world| {
            groups.iter().flat_map(move |group| {
                ["lifetime_value", "residual_value"].map(|what| format!("{group}.{what}_{world}"))
            })
        })
        .collect()
}

/// Money and heads of a group: of today's customers over their lifetime, of those at the end from then on.
#[derive(Debug, Clone, Copy, Default)]
struct Group {
    lifetime: f64,
    began: f64,
    residual: f64,
    heads: f64,
}

impl Group {
    /// Adds today's customers of a kind: what they have brought, and what they will; then points that they hold.
    fn add_today(&mut self, of: &Outlook, prospect: &Prospect, (weight, at_start, cost): (f64, f64, f64)) {
        let ahead = prospect.value(of, Scope::Own) - cost * of[Item::Honoured];
        self.lifetime += weight * (of[Item::Earned] + at_start * ahead);
        self.began += weight * of[Item::Began];
    }

    fn add_end(&mut self, of: &Outlook, prospect: &Prospect, weight: f64) {
        self.residual += weight * prospect.value(of, Scope::Own);
        self.heads += weight * of[Item::Heads];
    }

    fn values(&self) -> [f64; OF_GROUP] {
        [ratio(self.lifetime, self.began), ratio(self.residual, self.heads)]
    }
}

/// The numbers of one trial, in the order of the names; NaN where the tally does not tell.
pub fn values(worlds: usize, tally: &Tally, segments: &[SegmentWorlds], terms: &Terms) -> Vec<f64> {
    (0..worlds).flat_map(|world| of_world(world, tally, segments, terms)).collect()
}

fn of_world(world: usize, tally: &Tally, all: &[SegmentWorlds], terms: &Terms) -> Vec<f64> {
    let segments = all.len();
    let mut groups = vec![Group::default(); segments + CATEGORIES + CLASSES];
    let at_start = libm::pow(terms.monthly_factor, tally.months() as f64);
    for segment in 0..segments {
        let told = (tally.outlooks(world, segment), all[segment].prospect(world));
        let (Some(outlooks), Some(prospect)) = told else { continue };
        let weight = tally.weights[segment];
        for category in 0..CATEGORIES {
            for class in 0..CLASSES {
                for place in [segment, segments + category, segments + CATEGORIES + class] {
                    let group = &mut groups[place];
                    let money = (weight, at_start, terms.cost_of_points(world));
                    group.add_today(&outlooks.today[category][class], prospect, money);
                    group.add_end(&outlooks.end[category][class], prospect, weight);
                }
            }
        }
    }
    groups.iter().flat_map(Group::values).collect()
}
