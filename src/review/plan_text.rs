//! What lines of `[plan]` say, as far as a program can read them: nothing after all, or that something is allowed which invites abuse.

use crate::design::{Design, PlanItem};

/// What the terms of a program must not allow.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hole {
    /// Gift cards earn points, or are bought with them: money goes round and leaves points behind.
    Cards,
    /// Points stay when the goods go back.
    Returns,
    /// One person may have several accounts.
    Accounts,
}

impl Hole {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Cards, Self::Returns, Self::Accounts];

    /// The key of its name.
    pub fn key(self) -> &'static str {
        match self {
            Self::Cards => "cards",
            Self::Returns => "returns",
            Self::Accounts => "accounts",
        }
    }

    /// Whether a clause allows it.
    fn allowed_by(self, clause: &Clause) -> bool {
        let denied = clause.any(&NO);
        match self {
            Self::Cards => {
                clause.says(&["gift card", "gift voucher", "подарочн"]) && clause.any(&POINTS) && !denied
            }
            Self::Returns => {
                let back = clause.any(&["return", "refund", "возврат", "возвращ", "вернул"]);
                let undone = clause.any(&UNDONE);
                let kept = clause.any(&KEPT) && !undone && !denied;
                back && clause.any(&POINTS) && (kept || undone && denied)
            }
            Self::Accounts => clause.says(&SEVERAL) && !denied,
        }
    }
}

const POINTS: [&str; 7] = ["point", "bonus", "earn", "collect", "балл", "бонус", "начисл"];
const NO: [&str; 19] = [
    "no",
    "not",
    "nothing",
    "never",
    "none",
    "neither",
    "nor",
    "without",
    "exclud",
    "except",
    "cannot",
    "не",
    "нет",
    "ничего",
    "никогда",
    "кроме",
    "исключ",
    "nobody",
    "никто",
];
const KEPT: [&str; 11] =
    ["stay", "keep", "kept", "remain", "retain", "valid", "earn", "оста", "сохран", "действ", "начисл"];
const UNDONE: [&str; 13] = [
    "take",
    "revers",
    "deduct",
    "cancel",
    "withdraw",
    "annul",
    "remov",
    "списыв",
    "аннулир",
    "снима",
    "отмен",
    "отнима",
    "вычит",
];
const SEVERAL: [&str; 8] = [
    "several cards",
    "several accounts",
    "more than one card",
    "more than one account",
    "any number of cards",
    "any number of accounts",
    "несколько карт",
    "несколько счет",
];
/// Words that mean no more than a whole word: "no" begins "notice", "not" "note".
const WHOLE: [&str; 7] = ["no", "not", "none", "nor", "не", "нет", "take"];
/// What stands in a line that has been left open.
const REFUSALS: [&str; 20] = [
    "",
    "none",
    "no",
    "nothing",
    "nobody",
    "everybody",
    "everyone",
    "все",
    "никто",
    "not planned",
    "not yet",
    "not needed",
    "later",
    "tbd",
    "to be decided",
    "n a",
    "нет",
    "не планируется",
    "не нужно",
    "позже",
];

/// How lines begin that refuse at length. A line may well say what is never done ("we do not share data"): such beginnings are none.
const EXCUSES: [&str; 8] = [
    "no need",
    "not needed",
    "not necessary",
    "not required",
    "skipped",
    "не нужн",
    "не требуется",
    "пропуск",
];
/// What a line says that promises nothing.
const EMPTY: [&str; 8] = [
    "off the books",
    "whenever we like",
    "whenever we want",
    "as we like",
    "must not know",
    "we never end",
    "когда захотим",
    "как захотим",
];

/// A part of a line that says one thing.
struct Clause {
    words: Vec<String>,
}

impl Clause {
    fn of(text: &str) -> Self {
        let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
        Self { words: words.map(|word| word.to_lowercase().replace('ё', "е")).collect() }
    }

    /// Whether a word begins like one of these, or is one of those that count as a whole only.
    fn any(&self, stems: &[&str]) -> bool {
        let like = |word: &String, stem: &&str| match WHOLE.contains(stem) {
            true => word == stem || (*stem == "take" && ["taken", "takes"].contains(&word.as_str())),
            false => word.starts_with(*stem) && !word.starts_with("returning"),
        };
        self.words.iter().any(|word| stems.iter().any(|stem| like(word, stem)))
    }

    /// Whether it holds one of these phrases, up to the ending of the last word.
    fn says(&self, phrases: &[&str]) -> bool {
        let text = format!(" {}", self.words.join(" "));
        phrases.iter().any(|phrase| text.contains(&format!(" {phrase}")))
    }
}

/// What a design's plan allows that it should not, each once, with the line that does.
pub fn holes(design: &Design) -> Vec<(PlanItem, Hole)> {
    let of_line = |(item, text): &(PlanItem, String)| -> Vec<(PlanItem, Hole)> {
        let clauses: Vec<Clause> = text.split([',', ';', '.', ':', '\n']).map(Clause::of).collect();
        let allowed = |hole: &Hole| clauses.iter().any(|clause| hole.allowed_by(clause));
        Hole::ALL.into_iter().filter(allowed).map(|hole| (*item, hole)).collect()
    };
    let mut found: Vec<(PlanItem, Hole)> = design.plan.iter().flat_map(of_line).collect();
    let mut seen = Vec::new();
    found.retain(|(_, hole)| {
        !seen.contains(hole) && {
            seen.push(*hole);
            true
        }
    });
    found
}

/// Whether a line says no more than that nothing is there.
pub fn is_refusal(text: &str) -> bool {
    let clause = Clause::of(text);
    let said = clause.words.join(" ");
    let excuse = EXCUSES.iter().any(|start| said.starts_with(start));
    REFUSALS.contains(&said.as_str()) || excuse || clause.says(&EMPTY)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<Hole> {
        let clauses: Vec<Clause> = text.split([',', ';', '.', ':']).map(Clause::of).collect();
        Hole::ALL.into_iter().filter(|hole| clauses.iter().any(|clause| hole.allowed_by(clause))).collect()
    }

    #[test]
    fn terms_that_allow_abuse_are_told_from_those_that_forbid_it() {
        let open = [
            ("points may buy gift cards", Hole::Cards),
            ("Gift cards earn points again", Hole::Cards),
            ("подарочные карты можно купить за баллы", Hole::Cards),
            ("points on returned goods stay", Hole::Returns),
            ("after a refund the bonus is not taken back", Hole::Returns),
            ("при возврате баллы остаются", Hole::Returns),
            ("a person may have any number of cards", Hole::Accounts),
        ];
        for (text, hole) in open {
            assert_eq!(found(text), [hole], "{text}");
        }
        let closed = [
            "expiry 18 months, changes announced three months before, gift cards and returned goods earn nothing",
            "points on returned goods are taken back; note that gift cards are sold at every till",
            "gift cards never earn points",
            "returned goods keep no points",
            "при возврате баллы списываются, подарочные карты баллов не приносят",
            "points stay valid for 18 months; returning customers are greeted by name",
            "nobody may have several cards",
        ];
        for text in closed {
            assert_eq!(found(text), [], "{text}");
        }
    }

    #[test]
    fn a_line_that_only_refuses_says_nothing() {
        assert!(["none", " No.", "—", "Нет", "to be decided", "n/a"].into_iter().all(is_refusal));
        let excuses = [
            "no need, the vendor has one",
            "skipped: the board is in a hurry",
            "we never end it",
            "staff must not know",
            "we change them whenever we like",
            "off the books",
            "everybody",
            "не нужна: поставщик уже проверял",
        ];
        assert!(excuses.into_iter().all(is_refusal));
        let answers = [
            "no element needs the till",
            "we end it in June 2028",
            "the head of sales",
            "a tenth of customers",
            "we do not share data with anybody",
            "never sold to third parties",
            "никогда не передаём данные",
            "everybody who serves customers is trained",
        ];
        assert!(!answers.into_iter().any(is_refusal));
        assert!(!is_refusal("none: no neighbour shares our customers") && !is_refusal("until June"));
    }
}
