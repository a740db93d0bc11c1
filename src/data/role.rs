//! What a column may hold, and what such columns are usually called.

/// What a column may hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Role {
    /// Who bought.
    Customer,
    /// When.
    Date,
    /// For how much.
    Amount,
    /// How many pieces, where the amount is that times the price.
    Quantity,
    /// Price of a piece.
    Price,
    /// The currency of the amount.
    Currency,
    /// How readily one would recommend, from 0 to 10.
    Score,
    /// Why somebody has left, in words.
    Reason,
    /// How many have left for that reason.
    Count,
    /// Which cause of a design is meant by the reason.
    Cause,
    /// Which cohort of customers a row is about.
    Cohort,
    /// After how many periods.
    Period,
    /// How many of a cohort are left, or which share.
    Left,
    /// How many a cohort had at the start.
    Size,
    /// Points earned with a purchase.
    PointsEarned,
    /// Points spent.
    PointsSpent,
    /// Points that expired.
    PointsExpired,
    /// Discount on a purchase, as money.
    Discount,
    /// Since when a customer is a member of a program.
    Since,
    /// Whether he is one.
    Member,
    /// In which tier he is.
    Tier,
    /// How many points he has.
    Balance,
    /// To which arm of an experiment somebody was assigned by lot.
    Arm,
    /// Whether he bought in its time.
    Bought,
    /// How often.
    Purchases,
    /// What a promotion is called.
    Name,
    /// Its first day.
    From,
    /// Its last day.
    Until,
    /// Whether it is a promotion or a program.
    Kind,
}

impl Role {
    /// All of them.
    pub const ALL: [Self; 29] = [
        Self::Customer,
        Self::Date,
        Self::Amount,
        Self::Quantity,
        Self::Price,
        Self::Currency,
        Self::Score,
        Self::Reason,
        Self::Count,
        Self::Cause,
        Self::Cohort,
        Self::Period,
        Self::Left,
        Self::Size,
        Self::PointsEarned,
        Self::PointsSpent,
        Self::PointsExpired,
        Self::Discount,
        Self::Since,
        Self::Member,
        Self::Tier,
        Self::Balance,
        Self::Arm,
        Self::Bought,
        Self::Purchases,
        Self::Name,
        Self::From,
        Self::Until,
        Self::Kind,
    ];

    /// As it is written after `--map`.
    pub fn word(self) -> &'static str {
        match self {
            Self::Customer => "customer",
            Self::Date => "date",
            Self::Amount => "amount",
            Self::Quantity => "quantity",
            Self::Price => "price",
            Self::Currency => "currency",
            Self::Score => "score",
            Self::Reason => "reason",
            Self::Count => "count",
            Self::Cause => "cause",
            Self::Cohort => "cohort",
            Self::Period => "period",
            Self::Left => "left",
            Self::Size => "size",
            Self::PointsEarned => "points_earned",
            Self::PointsSpent => "points_spent",
            Self::PointsExpired => "points_expired",
            Self::Discount => "discount",
            Self::Since => "since",
            Self::Member => "member",
            Self::Tier => "tier",
            Self::Balance => "balance",
            Self::Arm => "arm",
            Self::Bought => "bought",
            Self::Purchases => "purchases",
            Self::Name => "name",
            Self::From => "from",
            Self::Until => "until",
            Self::Kind => "kind",
        }
    }

    /// Usual names of such columns, the surest first; those of a line are equally sure.
    pub(super) fn names(self) -> &'static [&'static str] {
        match self {
            Self::Customer => &CUSTOMERS,
            Self::Date => &DATES,
            Self::Amount => &AMOUNTS,
            Self::Quantity => &["quantity, qty, количество, кол во"],
            Self::Price => &["unit price, unitprice, price, цена, цена за единицу"],
            Self::Currency => &["currency, currency code, валюта"],
            Self::Score => &["score, nps, nps score, rating, answer, оценка, балл, ответ"],
            Self::Reason => &["reason, reason for leaving, churn reason, причина, причина ухода"],
            Self::Count => &["count, number, n, customers, количество, число, клиентов"],
            Self::Cause => &["cause, фактор, причина в проекте"],
            Self::Cohort => &COHORTS,
            Self::Period => &PERIODS,
            Self::Left => &LEFT,
            Self::Size => &SIZES,
            Self::PointsEarned => &POINTS[0],
            Self::PointsSpent => &POINTS[1],
            Self::PointsExpired => &POINTS[2],
            Self::Discount => &POINTS[3],
            Self::Since => &MEMBERS[0],
            Self::Member => &MEMBERS[1],
            Self::Tier => &MEMBERS[2],
            Self::Balance => &MEMBERS[3],
            Self::Arm => &ARMS,
            Self::Bought => &EXPERIMENT[0],
            Self::Purchases => &EXPERIMENT[1],
            Self::Name => &PERIOD[0],
            Self::From => &PERIOD[1],
            Self::Until => &PERIOD[2],
            Self::Kind => &PERIOD[3],
        }
    }
}

const CUSTOMERS: [&str; 3] = [
    "customer, customer id, customerid, customer no, customer number, cust id, custid, client, client id, clientid, \
     buyer, buyer id, user id, userid, household, household id, клиент, id клиента, код клиента, клиент id, ид клиента, \
     номер клиента, покупатель, код покупателя, id покупателя",
    "user, member, member id, account, account id, contact id, контрагент, пользователь, id пользователя, участник",
    "card, card id, card no, card number, loyalty card, карта, номер карты, карта клиента, дисконтная карта, № карты, \
     email, e mail, phone, телефон, номер телефона",
];

const DATES: [&str; 2] = [
    "date, datetime, date time, purchase date, order date, invoice date, invoicedate, transaction date, sale date, \
     orderdate, дата, дата и время, дата покупки, дата продажи, дата заказа, дата чека, дата операции",
    "day, timestamp, time, created at, created, день, период, время",
];

const AMOUNTS: [&str; 2] = [
    "amount, total, total amount, amount paid, sales value, order total, order value, total price, сумма, сумма чека, \
     сумма покупки, сумма продажи, сумма заказа, сумма со скидкой, оплачено",
    "sales, revenue, spend, value, sum, paid, net amount, итого, выручка, стоимость, продажи",
];

const COHORTS: [&str; 2] = [
    "cohort, cohort month, cohort year, когорта, месяц когорты",
    "joined, acquired, signed, start month, месяц подключения, месяц прихода, месяц продажи, месяц договора, подключены, \
     пришли",
];

const PERIODS: [&str; 2] = [
    "period, tenure, tenure month, tenure months, age, month number, months since start, период, срок, стаж, номер месяца, \
     месяц жизни, месяцев, срок жизни",
    "month, months, quarter, year, years, month no, месяц, квартал, год, лет",
];

const LEFT: [&str; 2] = [
    "left, remaining, retained, survivors, still active, customers left, active, active customers, осталось, \
     осталось клиентов, остались, активных, активные, активных клиентов",
    "retention, retention rate, share, share left, survival, customers, subscribers, members, count, удержание, доля, \
     доля оставшихся, клиентов, абонентов, количество",
];

const SIZES: [&str; 2] = [
    "size, cohort size, размер, размер когорты, численность",
    "new customers, new subscribers, customers joined, total joined, at start, новые клиенты, новых клиентов, \
     новых абонентов, подключено, пришло, на старте",
];

/// Of points earned, spent and expired, and of discounts.
const POINTS: [[&str; 1]; 4] = [
    [
        "points earned, earned points, points accumulated, points issued, bonus earned, bonuses earned, начислено баллов, \
      начислено бонусов, начислено, баллы начислено, бонусы начислено, начисленные баллы, начисленные бонусы",
    ],
    [
        "points spent, spent points, points redeemed, points used, bonus spent, bonuses spent, списано баллов, списано бонусов, \
      списано, баллы списано, бонусы списано, списанные баллы, списанные бонусы, оплачено баллами, оплачено бонусами",
    ],
    [
        "points expired, expired points, bonuses expired, сгорело баллов, сгорело бонусов, сгорело, сгоревшие баллы",
    ],
    ["discount, discount amount, discount value, скидка, сумма скидки, скидка сумма"],
];

/// Of the day of joining, membership, tier and balance.
const MEMBERS: [[&str; 1]; 4] = [
    [
        "member since, since, joined, joined on, became member on, enrolled, enrolment date, enrollment date, участник с, \
      дата вступления, дата регистрации, вступил, зарегистрирован",
    ],
    ["member, is member, участник, участник программы"],
    ["tier, level, loyalty card, member tier, уровень, уровень карты, уровень участника"],
    [
        "balance, points balance, points, баланс, остаток, остаток баллов, баланс баллов, баланс бонусов, баллы, бонусы",
    ],
];

const ARMS: [&str; 2] = [
    "arm, experiment arm, treatment arm, test arm, experiment group, test group, treatment group, variant, treatment, \
     группа эксперимента, группа теста, вариант",
    "group, segment, treated, assignment, группа, сегмент",
];

/// Of who bought, and how often.
const EXPERIMENT: [[&str; 1]; 2] = [
    [
        "bought, purchased, converted, conversion, made a purchase, купил, купила, конверсия, была покупка, совершил покупку",
    ],
    [
        "purchases, number of purchases, orders, number of orders, покупки, покупок, число покупок, количество покупок, заказы, \
      заказов, число заказов, количество заказов",
    ],
];

/// Of the name, the days and the kind of a promotion.
const PERIOD: [[&str; 1]; 4] = [
    ["name, promotion, campaign, title, название, наименование, акция, имя"],
    ["from, start, begin, start date, begins, с, начало, дата начала"],
    ["until, to, end, end date, ends, по, конец, окончание, дата окончания"],
    ["kind, type, вид, тип"],
];
