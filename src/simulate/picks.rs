//! Rows picked from columns: what concerns few is looked for in all, and worked out for those few.

/// Rows looked at together.
const GROUP: usize = 16;
/// A bit for each row of a group.
const BITS: [u32; GROUP] = {
    let mut bits = [0; GROUP];
    let mut k = 0;
    while k < GROUP {
        bits[k] = 1 << k;
        k += 1;
    }
    bits
};

/// Writes down the rows in which `x` lies below `bound`, in order; columns come in whole groups.
#[inline(always)]
pub fn below(x: &[f32], bound: &[f32], rows: &mut Vec<usize>) {
    rows.clear();
    let groups = x.as_chunks::<GROUP>().0.iter().zip(bound.as_chunks::<GROUP>().0);
    for (group, (x, bound)) in groups.enumerate() {
        let mut any = 0u32;
        for k in 0..GROUP {
            any |= u32::from(x[k] < bound[k]);
        }
        // most groups have none
        if any != 0 {
            let mut picked = 0u32;
            for k in 0..GROUP {
                picked += if x[k] < bound[k] { BITS[k] } else { 0 };
            }
            while picked != 0 {
                rows.push(group * GROUP + picked.trailing_zeros() as usize);
                picked &= picked - 1;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_below_are_picked_in_order() {
        let x: Vec<f32> = (0..64).map(|i| ((i * 37) % 64) as f32).collect();
        for limit in [0.0, 1.0, 7.5, 64.0] {
            let mut rows = vec![99];
            below(&x, &[limit; 64], &mut rows);
            assert_eq!(rows, (0..64).filter(|i| x[*i] < limit).collect::<Vec<_>>());
        }
    }
}
