//! Vectors: the same code, compiled for the widest vectors the machine has.
//!
//! The bits do not depend on the width: operations are fused where the code says so and nowhere else, and sums
//! are taken in fixed lanes.

/// Compiles a function for the widest vectors the machine has. All it calls must be `#[inline(always)]` to profit.
///
/// What the loops read and write comes as arguments, by reference: the compiler relies on arguments that do not overlap. From what a
/// closure has captured it cannot tell, and loops over columns of several structures stay scalar.
macro_rules! widest {
    ($(#[$about:meta])* $vis:vis fn $name:ident($($arg:ident: $type:ty),* $(,)?) $body:block) => {
        $(#[$about])*
        $vis fn $name($($arg: $type),*) {
            #[inline(always)]
            fn plain($($arg: $type),*) $body

            #[cfg(target_arch = "x86_64")]
            {
                #[target_feature(enable = "avx512f,avx512vl,avx512bw,avx512dq,fma")]
                fn avx512($($arg: $type),*) {
                    plain($($arg),*);
                }
                #[target_feature(enable = "avx2,fma")]
                fn avx2($($arg: $type),*) {
                    plain($($arg),*);
                }
                if $crate::random::wide(0) {
                    // SAFETY: the features have just been detected.
                    #[allow(unsafe_code, reason = "wider vectors can be called no other way")]
                    return unsafe { avx512($($arg),*) };
                }
                if $crate::random::wide(1) {
                    // SAFETY: the feature has just been detected.
                    #[allow(unsafe_code, reason = "wider vectors can be called no other way")]
                    return unsafe { avx2($($arg),*) };
                }
            }
            plain($($arg),*);
        }
    };
}

pub(crate) use widest;
#[cfg(target_arch = "x86_64")]
pub(crate) use x86::wide;

#[cfg(target_arch = "x86_64")]
mod x86 {
    use std::sync::atomic::{AtomicU8, Ordering};

    /// 0: the widest there are; 1: at most AVX2; 2: what every x86-64 has.
    static AT_MOST: AtomicU8 = AtomicU8::new(0);

    /// Whether the machine has the vectors of this level and they are not ruled out.
    pub fn wide(level: u8) -> bool {
        let has = match level {
            0 => {
                is_x86_feature_detected!("avx512f")
                    && is_x86_feature_detected!("avx512vl")
                    && is_x86_feature_detected!("avx512bw")
                    && is_x86_feature_detected!("avx512dq")
                    && is_x86_feature_detected!("fma")
            }
            _ => is_x86_feature_detected!("avx2") && is_x86_feature_detected!("fma"),
        };
        has && AT_MOST.load(Ordering::Relaxed) <= level
    }

    /// Rules wider vectors out for the whole process, so that a test can compare the bits.
    #[cfg(test)]
    pub fn restrict(level: u8) {
        AT_MOST.store(level, Ordering::Relaxed);
    }
}

#[cfg(all(test, target_arch = "x86_64"))]
pub(crate) use x86::restrict;
