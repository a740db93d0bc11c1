# Calibrating with customers told apart by a column.

data-too-many-kinds = the column { $column } has more than { $most } values: it does not divide customers into groups
data-too-many-kinds-help = name a column with few values, such as a segment, a channel or a branch
failure-one-group = the column { $column } divides the customers into fewer than two groups of at least { $least }
failure-one-group-help = name another column with --segment-by, or let smaller groups stand with --segment-least

calibrate-apart = Groups by { $column }
calibrate-apart-other = other
calibrate-apart-unknown = not stated
calibrate-apart-test = { $clear ->
    [yes] The groups differ in how often they buy or how readily they leave: if they were alike, differences as large would come by chance in { $chance } of cases.
   *[no] It is not clear that the groups differ in how often they buy or how readily they leave: if they were alike, differences as large would come by chance in { $chance } of cases. What the table shows may be luck.
} (Likelihood-ratio test: χ² = { $square }, { $degrees } degrees of freedom.)
calibrate-apart-receipts = { $clear ->
    [yes] Receipts differ, too: if they were alike, differences as large would come by chance in { $chance } of cases.
   *[no] It is not clear that receipts differ: if they were alike, differences as large would come by chance in { $chance } of cases.
}
calibrate-apart-table = Compared with “{ $first }”, with 90 % intervals
calibrate-apart-buys = Buys as often, times
calibrate-apart-leaves = Odds of leaving, times
calibrate-apart-model = All groups are fitted as one model: a factor for how often each buys and one for how readily it leaves, while the differences within a group are alike (Fader & Hardie 2007, covariates that do not change with time). Receipts are fitted to each group by itself.
calibrate-apart-joined = Values that were joined as “other”, because fewer than { $least } customers or 10 repeat purchases have them or there are more than eight groups: { $joined }.
calibrate-apart-several = Customers with more than one value: { $several }. Each is in the group that most of his rows name.
calibrate-apart-forecast = The test of the forecast and the forecast that is kept are those of all customers as one.
calibrate-apart-cause = A group shows who its customers are, not what has made them so. Groups that are made by what customers bought (tiers, classes by sales) differ for that reason alone.
