//! Which goods an element is for.

use super::element::Element;
use super::model::Design;
use super::numbers::NumberId;
use super::product_group::ProductGroup;

impl Design {
    /// The product groups that an element is for: none named means all.
    pub fn groups_of<'d>(&'d self, element: &'d Element) -> impl Iterator<Item = &'d ProductGroup> {
        let all = self.product_groups.iter().enumerate();
        all.filter(|(at, _)| element.groups.is_empty() || element.groups.contains(at)).map(|(_, group)| group)
    }

    /// Share of the sales that an element is for, given what each number is.
    pub fn covered(&self, element: &Element, at: impl Fn(NumberId) -> f64) -> f64 {
        if element.groups.is_empty() {
            1.0
        } else {
            self.groups_of(element).map(|group| at(group.share)).sum()
        }
    }

    /// Mean margin of some groups of these shares of the sales; none where they are nothing of them.
    pub fn margin_of<'d>(
        &self,
        groups: impl Iterator<Item = &'d ProductGroup>,
        at: impl Fn(NumberId) -> f64,
    ) -> Option<f64> {
        let (mut share, mut margin) = (0.0, 0.0);
        for group in groups {
            share += at(group.share);
            margin += at(group.share) * at(group.gross_margin);
        }
        (share > 0.0).then(|| margin / share)
    }
}
