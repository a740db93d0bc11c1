//! What belongs to a program but cannot be simulated: the lines of `[plan]`.

macro_rules! items {
    ($($(#[$doc:meta])* $name:ident = $key:literal),* $(,)?) => {
        /// A line of `[plan]`.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum PlanItem { $($(#[$doc])* $name),* }

        impl PlanItem {
            /// All lines in the order of the format.
            pub const ALL: &'static [Self] = &[$(Self::$name),*];

            /// The key in a design file.
            pub fn key(self) -> &'static str {
                match self { $(Self::$name => $key),* }
            }
        }
    };
}

items! {
    /// What the program is for, in one sentence that a cashier would understand.
    Aim = "aim",
    /// Who answers for the program: a person with a name and a budget.
    Responsible = "responsible",
    /// For whom it is and for whom not, and what each segment gets of its own.
    Segments = "segments",
    /// The year's plan of events, and which elements rest when others work.
    Calendar = "calendar",
    /// Names of program, levels and money that nobody else uses.
    Names = "names",
    /// How customers learn of it: till, mail, site, statement of points.
    Information = "information",
    /// What staff do for it, how they are trained and asked to offer it, and what they gain.
    Staff = "staff",
    /// How complaints of members are received and resolved, and within which time.
    Complaints = "complaints",
    /// Who shares cost and customers, on which terms, and how one parts.
    Partners = "partners",
    /// Which systems carry it, who owns the data, and what happens when they fail.
    ItAndData = "it_and_data",
    /// How members agree to the use of their data, and with whom it is shared.
    Consent = "consent",
    /// Who pays for set-up, rewards and running, and up to which sum.
    Budget = "budget",
    /// What is measured every month, by whom, and which value alarms.
    Indicators = "indicators",
    /// Which customers are kept without the program at random, so that its effect can be measured.
    ControlGroup = "control_group",
    /// Where it is tried first, for how long, and which result stops it.
    Pilot = "pilot",
    /// The rules members sign: expiry, changes, exclusions, and how they are told of them.
    Terms = "terms",
    /// How points are booked (IFRS 15), and who approves the estimate of those never redeemed.
    Accounting = "accounting",
    /// Until when the promises hold, and when they are reviewed.
    TimeLimit = "time_limit",
    /// How it would be ended: notice, points, status, and what that may cost.
    Exit = "exit",
    /// What a rival cannot offer a month later.
    HardToCopy = "hard_to_copy",
    /// What a new member gets in the first months.
    Welcome = "welcome",
    /// What moves occasional members to buy more.
    Growth = "growth",
    /// How silence is noticed, and what is done then.
    Lapse = "lapse",
    /// What brings back those who have left.
    WinBack = "win_back",
    /// What members have said that they value, and how they were asked.
    RewardsWanted = "rewards_wanted",
    /// How wrong, double and dead accounts are found and put right.
    DataQuality = "data_quality",
    /// How accounts and points are protected from strangers.
    Security = "security",
    /// How gain by staff is prevented: limits, checks of receipts, who may book points by hand.
    Fraud = "fraud",
    /// How members are asked, how many, and who reads the answers.
    MemberVoice = "member_voice",
    /// How staff are asked, and who reads the answers.
    StaffVoice = "staff_voice",
}

impl PlanItem {
    /// Whether it stands in the checklist of a complete program; the others are what an audit asks for beside it.
    pub fn in_checklist(self) -> bool {
        self <= Self::HardToCopy
    }
}

/// What joining asks of a customer, where the design says it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Joining {
    /// Steps from the offer to a card or account that works.
    pub steps: Option<u64>,
    /// Data asked for: name, telephone, birthday are three.
    pub fields: Option<u64>,
}
