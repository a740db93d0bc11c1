//! Refunds: money given back is taken off what was bought before, from the latest purchase backwards; what is given back whole was no purchase.

use super::purchase::Purchase;

/// Of an amount, what may be left of a purchase that was given back: rounding.
const ROUNDING: f64 = 1e-6;

/// What has become of a customer's refunds.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Taken {
    /// Money given back for purchases that are not there.
    pub unmatched: f64,
    /// Purchases given back whole.
    pub undone: u64,
}

/// Takes `refunds` off `purchases`, which are in the order of their days. A purchase of just the refunded amount is preferred to the latest.
pub fn take_off(purchases: &mut Vec<Purchase>, refunds: &mut [Purchase]) -> Taken {
    let (before, mut unmatched, mut undone) = (purchases.len(), 0.0, vec![false; purchases.len()]);
    refunds.sort_by_key(|refund| refund.day);
    for refund in refunds.iter() {
        let until = purchases.partition_point(|purchase| purchase.day <= refund.day);
        let mut owed = refund.amount;
        let same = |purchase: &Purchase| (purchase.amount - owed).abs() <= ROUNDING * owed;
        if let Some(whole) = purchases[..until].iter().rposition(same) {
            undone[whole] = true;
            purchases[whole].amount = 0.0;
            continue;
        }
        for (purchase, undone) in purchases[..until].iter_mut().zip(&mut undone).rev() {
            let off = owed.min(purchase.amount);
            purchase.amount -= off;
            owed -= off;
            if off > 0.0 && purchase.amount <= ROUNDING * off {
                (purchase.amount, *undone) = (0.0, true);
            }
            if owed <= ROUNDING * refund.amount {
                owed = 0.0;
                break;
            }
        }
        unmatched += owed;
    }
    let mut gone = undone.into_iter();
    purchases.retain(|_| !gone.next().unwrap_or(false));
    Taken { unmatched, undone: (before - purchases.len()) as u64 }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::units::Day;

    fn list(items: &[(i32, f64)]) -> Vec<Purchase> {
        items.iter().map(|(day, amount)| Purchase { day: Day::since_1970(*day), amount: *amount }).collect()
    }

    #[test]
    fn refunds_find_their_purchases() {
        for (bought, back, left, unmatched) in [
            (&[(1, 10.0), (5, 20.0)][..], &[(6, 20.0)][..], &[(1, 10.0)][..], 0.0),
            (&[(1, 10.0), (5, 20.0)], &[(6, 10.0)], &[(5, 20.0)], 0.0),
            (&[(1, 10.0), (5, 20.0)], &[(6, 25.0)], &[(1, 5.0)], 0.0),
            (&[(1, 10.0), (5, 20.0)], &[(3, 15.0)], &[(5, 20.0)], 5.0),
            (&[(1, 10.0)], &[(1, 3.0), (2, 7.0)], &[], 0.0),
        ] {
            let mut purchases = list(bought);
            let taken = take_off(&mut purchases, &mut list(back));
            assert_eq!(purchases, list(left), "{bought:?} {back:?}");
            assert!((taken.unmatched - unmatched).abs() < 1e-9, "{taken:?}");
        }
    }

    /// A log without amounts has no refunds: nothing is taken off.
    #[test]
    fn without_refunds_nothing_changes() {
        let mut purchases = list(&[(1, 5.0), (2, 5.0)]);
        assert_eq!(take_off(&mut purchases, &mut []), Taken { unmatched: 0.0, undone: 0 });
        assert_eq!(purchases.len(), 2);
    }
}
