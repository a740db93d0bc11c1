//! Arithmetic of the net promoter score (Reichheld 2003).

/// Score from the shares of promoters (9–10) and detractors (0–6): 0.35 and 0.15 give 20.
pub fn score(promoters: f64, detractors: f64) -> f64 {
    (promoters - detractors) * 100.0
}

/// Standard deviation of one answer counted as +100, 0 or −100.
pub fn answer_sd(promoters: f64, detractors: f64) -> f64 {
    let mean = promoters - detractors;
    100.0 * (promoters + detractors - mean * mean).max(0.0).sqrt()
}

/// Half of the width of the 95 % interval of a survey with `answers` answers (normal approximation, factor 1.96).
pub fn half_width(promoters: f64, detractors: f64, answers: f64) -> f64 {
    super::interval::Z95 * answer_sd(promoters, detractors) / answers.sqrt()
}

/// Shares of promoters and detractors when satisfaction, standard normal, rises by `shift` standard deviations and
/// answers follow an ordered probit with cuts at −1.036 and 0.385 (which give 35 % and 15 % at shift 0).
pub fn shares(shift: f64) -> (f64, f64) {
    (normal_cdf(shift - 0.385), normal_cdf(-1.036 - shift))
}

fn normal_cdf(x: f64) -> f64 {
    0.5 * libm::erfc(-x / std::f64::consts::SQRT_2)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_textbook_score() {
        assert!((score(0.35, 0.15) - 20.0).abs() < 1e-12);
        // Where a fifth of the customers moves from 20 to 40, the whole moves by 4.
        assert!((0.8 * score(0.35, 0.15) + 0.2 * score(0.50, 0.10) - 24.0).abs() < 1e-12);
    }

    #[test]
    fn spread_of_one_answer_and_of_a_survey() {
        for (promoters, detractors, sd) in
            [(0.35, 0.15, "67.8"), (0.50, 0.10, "66.3"), (0.40, 0.20, "74.8"), (0.30, 0.30, "77.5")]
        {
            assert_eq!(format!("{:.1}", answer_sd(promoters, detractors)), sd);
        }
        let widths = [100.0, 400.0, 1000.0, 2500.0].map(|n| format!("{:.1}", half_width(0.35, 0.15, n)));
        assert_eq!(widths.join(" "), "13.3 6.6 4.2 2.7");
    }

    #[test]
    fn cuts_of_the_ordered_probit() {
        let (promoters, detractors) = shares(0.0);
        assert_eq!(format!("{promoters:.2} {detractors:.2}"), "0.35 0.15");
        let (promoters, detractors) = shares(0.344);
        assert_eq!(format!("{promoters:.3} {detractors:.3}"), "0.484 0.084");
        assert_eq!(format!("{:.0}", score(promoters, detractors)), "40");
    }
}
