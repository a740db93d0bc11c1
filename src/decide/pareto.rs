//! Several objectives at once: the non-dominated sorting genetic algorithm NSGA-II (Deb, Pratap, Agarwal & Meyarivan 2002)
//! on the unit cube, with constraint domination.

use crate::random::{Purpose, StreamKey, latin};
use rand::RngExt;
use rand::rngs::ChaCha8Rng;

/// Spread of offspring around their parents (simulated binary crossover).
const CROSSOVER_INDEX: f64 = 15.0;
/// Spread of mutations (polynomial).
const MUTATION_INDEX: f64 = 20.0;
/// How often parents are mixed.
const CROSSOVER_CHANCE: f64 = 0.9;

/// What a point comes to: objectives to be made small, and by how much constraints are broken (0 where none is).
#[derive(Debug, Clone, PartialEq)]
pub struct Costs {
    /// The objectives, smaller is better.
    pub objectives: Vec<f64>,
    /// Sum of what the constraints are broken by.
    pub broken: f64,
}

/// A point of the unit cube with its costs.
#[derive(Debug, Clone, PartialEq)]
pub struct Member {
    /// Coordinates, 0..1.
    pub point: Vec<f64>,
    /// What it comes to.
    pub costs: Costs,
}

/// Size and length of a search.
#[derive(Debug, Clone, Copy)]
pub struct Effort {
    /// Members of a generation; even.
    pub population: usize,
    /// Generations after the first.
    pub generations: usize,
    /// Seed.
    pub seed: u64,
}

/// Whether `a` dominates `b`: breaks less, or breaks nothing and is nowhere worse and somewhere better.
pub fn dominates(a: &Costs, b: &Costs) -> bool {
    if a.broken > 0.0 || b.broken > 0.0 {
        return a.broken < b.broken;
    }
    let pairs = || a.objectives.iter().zip(&b.objectives);
    pairs().all(|(a, b)| a <= b) && pairs().any(|(a, b)| a < b)
}

/// The members that no other dominates, in the order given; of equals the first only.
pub fn front(members: &[Member]) -> Vec<&Member> {
    let beaten = |i: usize| {
        let other = |j: usize| {
            dominates(&members[j].costs, &members[i].costs) || (j < i && members[j].costs == members[i].costs)
        };
        (0..members.len()).any(|j| j != i && other(j))
    };
    (0..members.len()).filter(|i| !beaten(*i)).map(|i| &members[i]).collect()
}

/// Searches the unit cube of `dimensions` from the points of `start` on; `costs` is asked for a generation at a time and may give fewer (a
/// stop), and then what there is is returned. Returns the last generation.
pub fn search(
    dimensions: usize,
    effort: Effort,
    start: &[Vec<f64>],
    mut costs: impl FnMut(&[Vec<f64>]) -> Vec<Costs>,
) -> Vec<Member> {
    let mut rng = StreamKey { seed: effort.seed, trial: 0, a: 0, b: 0, purpose: Purpose::Search }.rng();
    let mut points: Vec<Vec<f64>> = start.iter().take(effort.population).cloned().collect();
    points.extend(latin::points(effort.population - points.len(), dimensions, &mut rng));
    let mut members: Vec<Member> = Vec::new();
    for generation in 0..=effort.generations {
        let asked = std::mem::take(&mut points);
        let wanted = members.len() + asked.len();
        members.extend(costs(&asked).into_iter().zip(asked).map(|(costs, point)| Member { point, costs }));
        let stopped = members.len() < wanted;
        members = survivors(members, effort.population);
        if stopped {
            return members;
        }
        if generation < effort.generations {
            points = offspring(&members, effort.population, &mut rng);
        }
    }
    members
}

/// The best `count`: front by front, and within the last one those with most room around them.
fn survivors(members: Vec<Member>, count: usize) -> Vec<Member> {
    let (ranks, crowding) = ranked(&members);
    let mut order: Vec<usize> = (0..members.len()).collect();
    order.sort_by(|a, b| ranks[*a].cmp(&ranks[*b]).then(crowding[*b].total_cmp(&crowding[*a])));
    order.truncate(count);
    order.into_iter().map(|i| members[i].clone()).collect()
}

/// The number of each member's front, and its crowding distance there.
fn ranked(members: &[Member]) -> (Vec<usize>, Vec<f64>) {
    let n = members.len();
    let mut beaten_by: Vec<usize> = vec![0; n];
    let mut beats: Vec<Vec<usize>> = vec![Vec::new(); n];
    for i in 0..n {
        for j in (0..n).filter(|j| dominates(&members[i].costs, &members[*j].costs)) {
            beats[i].push(j);
            beaten_by[j] += 1;
        }
    }
    let (mut ranks, mut crowding) = (vec![0; n], vec![0.0; n]);
    let mut front: Vec<usize> = (0..n).filter(|i| beaten_by[*i] == 0).collect();
    let mut rank = 0;
    while !front.is_empty() {
        crowd(members, &front, &mut crowding);
        let mut next = Vec::new();
        for &i in &front {
            ranks[i] = rank;
            for &j in &beats[i] {
                beaten_by[j] -= 1;
                if beaten_by[j] == 0 {
                    next.push(j);
                }
            }
        }
        front = next;
        rank += 1;
    }
    (ranks, crowding)
}

/// Crowding distances within a front: the room between each member's neighbours on every objective.
fn crowd(members: &[Member], front: &[usize], crowding: &mut [f64]) {
    let objectives = members[front[0]].costs.objectives.len();
    for objective in 0..objectives {
        let at = |i: usize| members[i].costs.objectives[objective];
        let mut order = front.to_vec();
        order.sort_by(|a, b| at(*a).total_cmp(&at(*b)));
        let (first, last) = (order[0], order[order.len() - 1]);
        let range = at(last) - at(first);
        crowding[first] = f64::INFINITY;
        crowding[last] = f64::INFINITY;
        for three in order.windows(3).filter(|_| range > 0.0) {
            crowding[three[1]] += (at(three[2]) - at(three[0])) / range;
        }
    }
}

fn offspring(members: &[Member], count: usize, rng: &mut ChaCha8Rng) -> Vec<Vec<f64>> {
    let (ranks, crowding) = ranked(members);
    let better = |a: usize, b: usize| (ranks[a], -crowding[a]) < (ranks[b], -crowding[b]);
    let pick = |rng: &mut ChaCha8Rng| {
        let one = (rng.random::<f64>() * members.len() as f64) as usize;
        let other = (rng.random::<f64>() * members.len() as f64) as usize;
        &members[if better(one, other) { one } else { other }].point
    };
    let mut children = Vec::with_capacity(count);
    while children.len() < count {
        let (mut a, mut b) = (pick(rng).clone(), pick(rng).clone());
        cross(&mut a, &mut b, rng);
        for mut child in [a, b] {
            mutate(&mut child, rng);
            children.push(child);
        }
    }
    children.truncate(count);
    children
}

/// Simulated binary crossover (Deb & Agrawal 1995), ends of the cube as they are.
fn cross(a: &mut [f64], b: &mut [f64], rng: &mut ChaCha8Rng) {
    if rng.random::<f64>() > CROSSOVER_CHANCE {
        return;
    }
    for (x, y) in a.iter_mut().zip(b) {
        let u = rng.random::<f64>();
        let power = 1.0 / (CROSSOVER_INDEX + 1.0);
        let spread =
            if u <= 0.5 { libm::pow(2.0 * u, power) } else { libm::pow(1.0 / (2.0 * (1.0 - u)), power) };
        // Which child is which is drawn anew for each coordinate: that is what recombines the parents.
        let (p, q) = if rng.random::<f64>() < 0.5 { (*x, *y) } else { (*y, *x) };
        *x = (0.5 * ((1.0 + spread) * p + (1.0 - spread) * q)).clamp(0.0, 1.0);
        *y = (0.5 * ((1.0 - spread) * p + (1.0 + spread) * q)).clamp(0.0, 1.0);
    }
}

/// Polynomial mutation (Deb & Goyal 1996) of one coordinate in the mean.
fn mutate(point: &mut [f64], rng: &mut ChaCha8Rng) {
    let chance = 1.0 / point.len() as f64;
    let power = 1.0 / (MUTATION_INDEX + 1.0);
    for x in point {
        if rng.random::<f64>() >= chance {
            continue;
        }
        let u = rng.random::<f64>();
        let step = if u < 0.5 {
            let base = 2.0 * u + (1.0 - 2.0 * u) * libm::pow(1.0 - *x, MUTATION_INDEX + 1.0);
            libm::pow(base, power) - 1.0
        } else {
            let base = 2.0 * (1.0 - u) + 2.0 * (u - 0.5) * libm::pow(*x, MUTATION_INDEX + 1.0);
            1.0 - libm::pow(base, power)
        };
        *x = (*x + step).clamp(0.0, 1.0);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const EFFORT: Effort = Effort { population: 100, generations: 250, seed: 1 };

    /// Points one by one, until one is refused.
    fn each(mut cost: impl FnMut(&[f64]) -> Option<Costs>) -> impl FnMut(&[Vec<f64>]) -> Vec<Costs> {
        move |points| points.iter().map_while(|point| cost(point)).collect()
    }

    /// The published test problems (Zitzler, Deb & Thiele 2000) with 30 variables.
    fn zdt(number: u8, x: &[f64]) -> Costs {
        let g = 1.0 + 9.0 * x[1..].iter().sum::<f64>() / (x.len() - 1) as f64;
        let ratio = x[0] / g;
        let h = match number {
            1 => 1.0 - ratio.sqrt(),
            2 => 1.0 - ratio * ratio,
            _ => 1.0 - ratio.sqrt() - ratio * (10.0 * std::f64::consts::PI * x[0]).sin(),
        };
        Costs { objectives: vec![x[0], g * h], broken: 0.0 }
    }

    /// The true front of each: g = 1, without the dominated parts.
    fn truth(number: u8) -> Vec<Vec<f64>> {
        let member = |i: i32| {
            let mut point = vec![0.0; 30];
            point[0] = f64::from(i) / 1000.0;
            let costs = zdt(number, &point);
            Member { point, costs }
        };
        let all: Vec<Member> = (0..=1000).map(member).collect();
        front(&all).into_iter().map(|m| m.costs.objectives.clone()).collect()
    }

    /// Mean distance from each point of `to` to the nearest of `from`.
    fn distance(from: &[Vec<f64>], to: &[Vec<f64>]) -> f64 {
        let apart = |a: &[f64], b: &[f64]| (a[0] - b[0]).hypot(a[1] - b[1]);
        let nearest = |p: &Vec<f64>| from.iter().map(|q| apart(p, q)).fold(f64::INFINITY, f64::min);
        to.iter().map(nearest).sum::<f64>() / to.len() as f64
    }

    /// Deb et al. (2002, table II) report mean distances to the true front of 0.033 (ZDT1), 0.072 (ZDT2) and 0.114 (ZDT3) for the real
    /// coded algorithm with 100 members and 250 generations: we ask for no worse than the best of these on each, both ways
    /// (every found point near the truth, every part of the truth found).
    #[test]
    fn published_fronts_are_found() {
        for number in 1..=3 {
            let found = search(30, EFFORT, &[], each(|x| Some(zdt(number, x))));
            let found: Vec<Vec<f64>> =
                front(&found).into_iter().map(|m| m.costs.objectives.clone()).collect();
            let (near, whole) = (distance(&truth(number), &found), distance(&found, &truth(number)));
            assert!(near < 0.033 && whole < 0.033, "ZDT{number}: {near} {whole}");
        }
    }

    #[test]
    fn constraints_come_first() {
        // minimise (x, 1 − x) where x must be at least 0.4
        let cost = |x: &[f64]| Costs { objectives: vec![x[0], 1.0 - x[0]], broken: (0.4 - x[0]).max(0.0) };
        let found = search(
            1,
            Effort { population: 20, generations: 30, seed: 2 },
            &[vec![0.1]],
            each(|x| Some(cost(x))),
        );
        assert!(found.iter().all(|m| m.point[0] >= 0.4));
        assert!(found.iter().any(|m| m.point[0] < 0.45) && found.iter().any(|m| m.point[0] > 0.95));
    }

    #[test]
    fn a_stop_keeps_what_there_is() {
        let mut left = 30;
        let few = Effort { population: 20, generations: 30, seed: 2 };
        let cost = |x: &[f64]| {
            left -= 1;
            (left >= 0).then(|| Costs { objectives: vec![x[0], x[1]], broken: 0.0 })
        };
        let found = search(2, few, &[], each(cost));
        assert_eq!(found.len(), 20);
    }

    #[test]
    fn domination_by_hand() {
        let costs = |a: f64, b: f64, broken| Costs { objectives: vec![a, b], broken };
        assert!(dominates(&costs(1.0, 2.0, 0.0), &costs(1.0, 3.0, 0.0)));
        assert!(!dominates(&costs(1.0, 2.0, 0.0), &costs(0.5, 3.0, 0.0)));
        assert!(dominates(&costs(9.0, 9.0, 0.0), &costs(1.0, 1.0, 0.1)));
        assert!(!dominates(&costs(1.0, 1.0, 0.2), &costs(9.0, 9.0, 0.1)));
    }
}
