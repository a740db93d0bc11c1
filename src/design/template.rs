//! Starting designs by industry. Their words stand as `@word@`, for `words` to fill in.

/// Name and text of each.
const ALL: [(&str, &str); 11] = [
    ("shop", include_str!("templates/shop.toml")),
    ("grocery", include_str!("templates/grocery.toml")),
    ("pharmacy", include_str!("templates/pharmacy.toml")),
    ("electronics", include_str!("templates/electronics.toml")),
    ("coffee", include_str!("templates/coffee.toml")),
    ("airline", include_str!("templates/airline.toml")),
    ("hotel", include_str!("templates/hotel.toml")),
    ("telecom", include_str!("templates/telecom.toml")),
    ("saas", include_str!("templates/saas.toml")),
    ("bank", include_str!("templates/bank.toml")),
    ("distributor", include_str!("templates/distributor.toml")),
];

/// The names of all starting designs.
pub fn templates() -> impl Iterator<Item = &'static str> {
    ALL.iter().map(|(name, _)| *name)
}

/// The starting design of an industry, its words left open.
pub(crate) fn template(name: &str) -> Option<&'static str> {
    ALL.iter().find(|(known, _)| *known == name).map(|(_, text)| *text)
}
