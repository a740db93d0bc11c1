//! A shop whose customers are told apart by a column.

use super::apart::{Apart, Division};
use super::customers::{Past, Pasts};
use super::gamma_gamma::expected_receipt;
use super::groups::{Group, Groups, Member, group, kinds as of_kinds, newcomer, retention};
use super::hill::root;
use super::known::Known;
use super::learn::{LearnFault, Learned};
use super::model::Model;
use super::parted::{Parted, Ratio};
use super::receipts::{Receipts, repeats};
use super::shop::KnownGroup;
use crate::data::{Customer, Kinds, Log};

/// Numbers of a group that a design has.
const NUMBERS: usize = 4;

impl Learned {
    /// Tells customers apart by a column, where `least` of them at least have the same value: groups of the shop are then those.
    ///
    /// # Errors
    /// If there are no two groups.
    pub fn tell_apart(&mut self, log: &Log, kinds: &Kinds, least: u64) -> Result<(), LearnFault> {
        let Division { names, of, joined } = Division::new(log, kinds, least);
        let (Model::BetaGeometric(model), true) = (self.model, names.len() > 1) else {
            return Err(LearnFault::OneGroup { column: kinds.column.clone(), least });
        };
        let scene = Scene::new(log, &of, names.len(), self);
        let parted = Parted::new(self.model, &scene.pasts, &self.estimate);
        let parameters = parted.parameters();
        let bounds = of_kinds(&scene.all, model, &parameters);
        let numbers = |point: &[f64]| told(&group(&scene.all, &bounds, model, &parted.at(point)));
        let (errors, correlations) = spread(&parted, numbers);
        let best = group(&scene.all, &bounds, model, &parameters);
        self.shop.active = Known { value: best.active, error: errors[0] };
        self.shop.newcomer = newcomer(&scene.all, model, &parameters);
        self.shop.retention = retention(&scene.all, model, &parameters);
        self.shop.groups = known(best.groups, &errors[1..], &correlations);
        self.shop.members = bounds.members();
        let (receipts, receipts_differ) = (scene.receipts, scene.receipts_differ);
        let (column, several) = (kinds.column.clone(), kinds.several);
        let apart =
            Apart { column, names, least, joined, several, parted, receipts, receipts_differ, correlations };
        self.shop.apart = Some(Box::new(apart));
        Ok(())
    }
}

impl Learned {
    /// The parameters of a customer of the log, by his place in it.
    pub fn parameters_of(&self, customer: usize) -> [f64; 4] {
        match &self.shop.apart {
            Some(apart) => apart.parted.parameters()[self.shop.members[customer]],
            None => self.estimate.parameters,
        }
    }

    /// The receipts that tell what he will spend, where the log has amounts.
    pub fn receipts_of(&self, customer: usize) -> Option<&Receipts> {
        let own =
            self.shop.apart.as_ref().and_then(|apart| apart.receipts[self.shop.members[customer]].as_ref());
        own.or(self.shop.receipts.as_ref())
    }
}

/// Customers by group.
struct Scene {
    pasts: Vec<Pasts>,
    all: Vec<Member>,
    receipts: Vec<Option<Receipts>>,
    receipts_differ: Option<Ratio>,
}

impl Scene {
    fn new(log: &Log, of: &[usize], groups: usize, learned: &Learned) -> Self {
        let until = learned.shop.span.1;
        let mut people: Vec<Vec<&Customer>> = vec![Vec::new(); groups];
        log.customers.iter().zip(of).for_each(|(customer, group)| people[*group].push(customer));
        let receipts: Vec<Option<Receipts>> = people
            .iter()
            .map(|people| log.has_money.then(|| Receipts::of_some(people, until)).flatten())
            .collect();
        let whole = learned.shop.receipts.as_ref();
        let basket = |customer: &Customer, group: usize| {
            let receipts = receipts[group].as_ref().or(whole);
            receipts.map_or(0.0, |r| expected_receipt(repeats(customer, until), r.model.parameters))
        };
        let member = |(customer, group): (&Customer, &usize)| {
            let past = Past::of(customer, until)?;
            Some(Member { past, basket: basket(customer, *group), kind: *group })
        };
        let all: Vec<Member> = log.customers.iter().zip(of).filter_map(member).collect();
        let pasts = (0..groups).map(|group| {
            Pasts::new(all.iter().filter(|one| one.kind == group).map(|one| one.past).collect())
        });
        Self { pasts: pasts.collect(), receipts_differ: differ(&receipts, whole), all, receipts }
    }
}

/// Whether the parameters of receipts differ between groups.
fn differ(receipts: &[Option<Receipts>], whole: Option<&Receipts>) -> Option<Ratio> {
    let free: Option<f64> = receipts.iter().map(|r| Some(r.as_ref()?.model.ln_likelihood)).sum();
    Some(Ratio::new(free?, whole?.model.ln_likelihood, 3 * (receipts.len() as u32 - 1)))
}

/// Active customers in all, and the numbers of each group.
fn told(groups: &Groups) -> Vec<f64> {
    let numbers = groups.groups.iter().flat_map(Group::numbers);
    std::iter::once(groups.active).chain(numbers).collect()
}

/// Standard errors of what follows from the parameters, and correlations of all but the first. Each direction in which the data leave the parameters
/// open is walked by one standard error to either side: what lies between is what the numbers owe to it.
fn spread(parted: &Parted, numbers: impl Fn(&[f64]) -> Vec<f64>) -> (Vec<f64>, Vec<Vec<f64>>) {
    let (point, root) = (&parted.fit.point, root(&parted.fit.covariance));
    let walked = |k: usize, by: f64| -> Vec<f64> {
        let to: Vec<f64> = point.iter().zip(&root).map(|(at, row)| at + by * row[k]).collect();
        numbers(&to)
    };
    let halves: Vec<Vec<f64>> = (0..point.len())
        .map(|k| walked(k, 1.0).iter().zip(walked(k, -1.0)).map(|(up, down)| 0.5 * (up - down)).collect())
        .collect();
    let both = |i: usize, j: usize| halves.iter().map(|half| half[i] * half[j]).sum::<f64>();
    let errors: Vec<f64> = (0..halves[0].len()).map(|i| libm::sqrt(both(i, i))).collect();
    let correlation = |i: usize, j: usize| match errors[i] * errors[j] {
        scale if scale > 0.0 => both(i, j) / scale,
        _ => 0.0,
    };
    let rows = (1..errors.len()).map(|i| (1..errors.len()).map(|j| correlation(i, j)).collect());
    let rows: Vec<Vec<f64>> = rows.collect();
    (errors, rows)
}

/// The groups with the errors of their numbers.
fn known(groups: Vec<Group>, errors: &[f64], correlations: &[Vec<f64>]) -> Vec<KnownGroup> {
    let one = |(at, group): (usize, Group)| {
        let first = NUMBERS * at;
        KnownGroup {
            group,
            errors: std::array::from_fn(|k| errors[first + k]),
            correlations: std::array::from_fn(|j| {
                std::array::from_fn(|k| correlations[first + j][first + k])
            }),
        }
    };
    groups.into_iter().enumerate().map(one).collect()
}
