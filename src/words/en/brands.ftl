# `loyalsim brands`: a product category and its brands, as text and pictures.

brands-size = { $panels } simulated panels of { $shoppers } shoppers each, seed { $seed }
brands-what = BRANDS OF THE CATEGORY: { $category }
brands-parameters = In a { $period } { $penetration } of people buy in the category, { $rate } times each. Purchase rates: K = { $spread } ({ $spread_from ->
    [solved] follows from the penetration
   *[stated] as stated
}). Choice of brand: S = { $choice } ({ $choice_from ->
    [solved] follows from the penetrations of the brands
   *[stated] as stated
}).
brands-expected = EXPECTED IN A { $period ->
    [month] MONTH
    [quarter] QUARTER
   *[year] YEAR
} (NBD-Dirichlet)
brands-simulated = SIMULATED, THE SAME { $period ->
    [month] MONTH
    [quarter] QUARTER
   *[year] YEAR
} (all panels together, ± Monte Carlo error)
brands-year = SIMULATED, A YEAR (the same shoppers)
brands-brand = Brand
brands-own = { $name } (own)
brands-share = Share
brands-penetration = Penetration
brands-rate = Purchases
brands-category-rate = in category
brands-requirements = Requirements
brands-sole = Sole buyers
brands-sole-rate = Purchases
brands-jeopardy = Purchases: of the brand and in the category by one of its buyers, at the end by a sole buyer, who buys nothing else in the period. Requirements: the part of its buyers’ purchases in the category that a brand gets (share of category requirements). Small brands have fewer buyers, who also buy slightly less often (double jeopardy): that is no weakness of their loyalty.
brands-duplication = WHO ALSO BUYS WHAT (expected in a { $period ->
    [month] month
    [quarter] quarter
   *[year] year
}: the part of a row’s buyers who also buy the column’s brand)
brands-buyers-of = Buyers of
brands-duplication-law = Duplication of purchase: the buyers of any brand also buy another one in proportion to its penetration, D = { $expected } times it (simulated: { $simulated }). A pair far above the law competes more closely than others.
brands-rates-agree = Buyers of { $name } buy it { $category } times in a { $period ->
    [month] month
    [quarter] quarter
   *[year] year
} by this table, { $segments } times by the segments of the design: they agree.
brands-rates-differ = Warning: buyers of { $name } buy it { $category } times in a { $period ->
    [month] month
    [quarter] quarter
   *[year] year
} by this table, { $segments } times by the segments of the design. One of the two does not describe this business; results of the program below rest on the segments.
brands-program = WHAT THE PROGRAM DOES TO { $name } (last year simulated, with the program compared with without)
brands-program-each = Purchases per customer
brands-program-customers = Customers
brands-program-purchases = All purchases
brands-program-share = Share, if all of it comes from other brands
brands-program-usual = Purchases per buyer, usual at that share
brands-program-rate = Purchases per buyer, with the program
brands-program-excess = Loyalty in excess of the usual
brands-program-note = Brands usually grow by more buyers, with hardly more purchases by each. A program that only makes present buyers buy more shows here as excess loyalty. The simulation does not say whether additional purchases are taken from other brands or made in addition; the share above is the most they can come to.
brands-program-goes-on = WHAT THE CHANGE DOES TO { $name } (last year simulated, compared with today’s program going on)
brands-program-rate-goes-on = Purchases per buyer, with the change
brands-promotion = A PROMOTION OF { $name } ({ $discount } off, { $weeks ->
    [one] { $weeks } week
   *[other] { $weeks } weeks
}): sales × { $lift } while it lasts
brands-units = Where the added units come from:
brands-from-brands = other brands, in the same weeks
brands-brought-forward = later purchases (stocking up)
brands-additional = additional purchases (larger category)
brands-elasticity = What the elasticity consists of:
brands-choice = choice of brand
brands-incidence = buying at all
brands-quantity = units per purchase
brands-both-published = Both are the same sales. The large part of the elasticity that is choice of brand does not mean that as large a part of the units is taken from other brands: whoever buys only because of the promotion would have bought nothing in that week.
brands-dip = In the { $weeks ->
    [one] week
   *[other] { $weeks } weeks
} after it the category sells less, by { $dip } of the added units; the own brand by { $own } of them.
brands-anyway = { $share } of the units sold at a discount would have been sold at the full price.

chart-brands-jeopardy = Small brands have fewer buyers, who also buy slightly less often
chart-brands-jeopardy-shown = Each brand in a { $period ->
    [month] month
    [quarter] quarter
   *[year] year
}. Whiskers: 90 % of panels of { $shoppers } shoppers. Line: expected (NBD-Dirichlet).
chart-brands-panels = Simulated panels
chart-brands-expected = Expected
chart-brands-penetration = Penetration of the brand
chart-brands-rate = Purchases per buyer
chart-brands-duplication = Buyers of any brand also buy another in proportion to its penetration: D = { $coefficient }
chart-brands-duplication-shown = Part of the buyers of other brands who also buy the brand in a { $period ->
    [month] month
    [quarter] quarter
   *[year] year
}, mean of the other brands. Line: duplication law.
chart-brands-buyers = Simulated panels
chart-brands-law = { $coefficient } × penetration
chart-brands-also = Buyers of other brands who also buy it
chart-brands-bump = { $share } of what a promotion adds is taken from other brands
chart-brands-bump-shown = Units added to the own brand’s sales while it is { $discount } off for { $weeks ->
    [one] { $weeks } week
   *[other] { $weeks } weeks
}. Bars: 95 % interval of the simulation.
chart-brands-added = Part of the added units
chart-brands-from-brands = Other brands
chart-brands-brought-forward = Later purchases
chart-brands-additional = Additional purchases
chart-brands-weeks = In the { $weeks ->
    [one] week
   *[other] { $weeks } weeks
} after the promotion, { $dip } of what it added is missing
chart-brands-weeks-shown = Sales week by week, a usual week = 100 %.
chart-brands-week = Week
chart-brands-usual = Sales, of a usual week
chart-brands-own = Own brand
chart-brands-others = Other brands
chart-brands-end = end

file-brands-json = all results, for other programs
file-brands-csv = every figure of every brand
file-duplication-csv = who also buys what
file-promotion-csv = sales week by week
