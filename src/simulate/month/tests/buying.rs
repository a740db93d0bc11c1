//! How many purchases: their mean, their number, and where customers leave at a purchase.

use super::*;

/// A pace of 1.5 times 2; nobody buys more than 100 000 times.
#[test]
fn the_pace_is_everybodys() {
    let mut block = Block::new();
    put(&mut block.people.rate, &[2.0, 1e6]);
    let terms = Terms::of(Levers::NONE, Response::default());
    let now = Circumstances { pace: 1.5, ..terms.now() };
    purchases::mean(&now, &block.people, &block.state, &mut block.scratch);
    holds(&block.scratch.mean, &[3.0, 1e5]);
}

/// The chances of at most 0, 1, 2 and 3 purchases are 0.3679, 0.7358, 0.9197 and 0.9810 where one is usual, and 0.1353, 0.4060, 0.6767 and 0.8571
/// where two are, also among 32 of whom nobody makes three.
#[test]
fn few_purchases() {
    let mut block = Block::new();
    block.scratch.mean.fill(1.0);
    put(&mut block.scratch.mean[5..], &[2.0; 6]);
    put(&mut block.luck.purchases, &[0.36, 0.37, 0.73, 0.74, 0.91, 0.13, 0.14, 0.40, 0.41, 0.67, 0.13]);
    purchases::count(&block.luck, &mut block.scratch);
    let expected = [0.0f32, 1.0, 1.0, 2.0, 2.0, 0.0, 1.0, 1.0, 2.0, 2.0, 0.0];
    holds(&block.scratch.count, &expected);
    holds(&block.scratch.inverse_root, &expected.map(|n| 1.0 / n.max(1.0).sqrt()));
    put(&mut block.luck.purchases[5..], &[0.67, 0.68, 0.85, 0.86]);
    purchases::count(&block.luck, &mut block.scratch);
    assert_eq!(block.scratch.count[5..9], [2.0, 3.0, 3.0, 4.0]);
    holds(&block.scratch.inverse_root, &[1.0, 1.0, 1.0, 0.5f32.sqrt()]);
    assert_eq!(block.scratch.inverse_root[8], 0.5);
}

/// Who is not there buys nothing, whatever the luck.
#[test]
fn no_purchases_are_expected_of_nobody() {
    let mut block = Block::new();
    block.luck.purchases.fill(1.0);
    purchases::count(&block.luck, &mut block.scratch);
    holds(&block.scratch.count, &[0.0; 32]);
    holds(&block.scratch.inverse_root, &[1.0; 32]);
}

/// A clock of 1 runs out with the fourth purchase where each takes 0.3, with the second where each takes 0.6: that of newcomers, who have no
/// month behind them and whose reasons count twice; at the start of all.
#[test]
fn the_last_purchase() {
    let counted = |leaves_at_purchase: bool, month: usize| {
        let mut block = Block::new();
        put(&mut block.people.joined, &[-5.0, 3.0, -5.0, -5.0]);
        block.people.hazard.fill(0.3);
        put(&mut block.luck.leave, &[1.0 - (-1.0f32).exp(); 4]);
        put(&mut block.scratch.count, &[5.0, 5.0, 1.0, 4.0]);
        block.state.treatment.fill(0.5);
        block.state.fault.fill(0.25);
        let terms = Terms {
            month,
            ..Terms::of(Levers::NONE, Response { leaves_at_purchase, ..Response::default() })
        };
        let share = [0.0, 0.0, 0.0, 0.0, 0.0, 2.0];
        let Block { people, luck, state, scratch, .. } = &mut block;
        purchases::until_dropout(&terms.now(), &share, people, luck, state, scratch);
        block
    };
    let block = counted(true, 3);
    holds(&block.scratch.count, &[4.0, 2.0, 1.0, 4.0]);
    holds(&block.scratch.inverse_root, &[0.5, 0.5f32.sqrt(), 1.0, 0.5]);
    holds(&block.state.multiple, &[1.0, 2.0, 1.0, 1.0]);
    holds(&block.scratch.past_treatment, &[0.5; 4]);
    holds(&block.scratch.past_fault, &[0.25; 4]);
    let start = counted(true, 0);
    holds(&start.scratch.count, &[2.0, 2.0, 1.0, 2.0]);
    holds(&start.state.multiple, &[2.0; 4]);
    holds(&counted(false, 0).scratch.count, &[5.0, 5.0, 1.0, 4.0]);
}
