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
}

impl Role {
    /// All of them.
    pub const ALL: [Self; 10] = [
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
        }
    }
}

const CUSTOMERS: [&str; 3] = [
    "customer, customer id, customerid, customer no, customer number, cust id, custid, client, client id, clientid, \
     buyer, buyer id, user id, userid, household id, клиент, id клиента, код клиента, клиент id, ид клиента, \
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
