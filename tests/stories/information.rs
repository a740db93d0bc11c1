//! Pilot first: what is worth finding out before the training is bought.

use loyalsim::decide::Unwatched;
use loyalsim::decide::voi::{Verdict, VoiSize, voi};
use loyalsim::simulate::Settings;

const TEXT: &str = include_str!("../../scenarios/pilot-first.toml");

/// One number decides, and of the three studies only the one that tells it is worth its money. The worth of knowing the number is eight
/// standard errors above nothing and the pilot's worth three above its cost, so a run of other luck tells another story in one case
/// of some hundreds.
#[test]
fn only_the_pilot_tells_what_decides() {
    let size = VoiSize { settings: Settings { seed: 11, customers: 1_000 }, trials: 400 };
    let found = voi(TEXT, &[], size, &Unwatched).unwrap().unwrap();
    let decisive: Vec<&str> =
        found.numbers.iter().filter(|n| n.amount.clear).map(|n| n.paths[0].as_str()).collect();
    assert_eq!(decisive.first(), Some(&"program.staff_training.lifts_proper_contacts_to"), "{decisive:?}");
    let first = &found.numbers[0];
    assert!(first.amount.value > found.perfect.value * 0.7 && first.flips.len() == 1, "{first:?}");
    let [pilot, others @ ..] = &found.studies[..] else { panic!("no studies") };
    assert_eq!((pilot.name.as_str(), pilot.verdict), ("Pilot in eight stores", Verdict::Worthwhile));
    assert!(others.iter().all(|s| s.verdict > Verdict::Perhaps), "{others:?}");
    let stop = pilot.stop.as_ref().unwrap();
    assert!((0.2..0.4).contains(&stop.flip.at) && stop.half_width < 0.15, "{stop:?}");
}
