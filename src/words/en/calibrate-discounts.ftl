# Calibrating with a column of discounts.

calibrate-file-discounts = the response to discounts, for programs that read it

calibrate-discounts = The response to discounts
calibrate-discounts-depth = Discounts on receipts came to between { $low } and { $high } of the price in a month. Compared are the purchases of { $months ->
    [one] { $months } month
   *[other] { $months } months
}.
calibrate-discounts-found = With 10 % of the price more off than customers took for granted, their purchases changed by { $change } ({ $range } with a probability of 90 %). The design has this response as measured.
calibrate-discounts-table = What the design has, with 90 % intervals
calibrate-discounts-number = Number
calibrate-discounts-value = Value
calibrate-discounts-range = Interval
calibrate-discounts-price = Price response
calibrate-discounts-memory = Memory of the usual discount, per month with a purchase
calibrate-discounts-cut = The design takes no response below 0: there the interval is cut.
calibrate-discounts-no-trial = This is no randomised trial. Shops discount when they expect demand or fear the lack of it, and advertise at the same time: whatever else moved with the discounts is in this number. A trial with a group of customers left out tells it apart.
calibrate-discounts-how = Purchases of each month are held against what the model expects of it; the same months of other years take out the season, a straight line the trend. What each customer takes for granted follows his own purchases as in the simulation, and what a passing sale only brings forward is missing in the months after it. The error allows for months that differ by more than luck and go on as they were.
calibrate-discounts-points = Receipts on which points were spent are left out: points are another reward. A discount counts for everybody who buys in the month, whoever of them used it.
calibrate-discounts-no-memory = How slowly customers get used to a discount is not told, and stays assumed: it would take discounts that last for months, end, and come again.

calibrate-discounts-untold = { $reason } The response stays as assumed (behaviour.price_response).
calibrate-discounts-few = How customers respond to discounts is not told: { $receipts ->
    [0] no receipt has
    [one] only { $receipts } receipt has
   *[other] only { $receipts } receipts have
} a discount. Export what was taken off each receipt, as money.
calibrate-discounts-percentages = How customers respond to discounts is not told: it is not clear whether { $value } in line { $line } is money or a percentage, as the column has a few round numbers only. Write percentages with their sign (10 %), money with its decimals or currency (10.00).
calibrate-discounts-above = How customers respond to discounts is not told: many discounts are far above what was paid ({ $value } beside { $paid } in line { $line }). The amount has to be what was paid after the discount, and the discount what was taken off, both in the same money.
calibrate-discounts-short = How customers respond to discounts is not told: with { $months } of the 20 months that it takes, a season would pass for a response. A month counts if at least 20 repeat purchases are expected in it; two years of receipts teach it.
calibrate-discounts-even = How customers respond to discounts is not told: the discount is nearly the same in all months (standard deviation: { $spread } of the price). Months with discounts of different depth teach it, best of all drawn by lot.
calibrate-discounts-seasonal = How customers respond to discounts is not told: discounts come with the same months of every year, or with the trend, so that nothing tells them from these. Of the differences between months { $own } is left. Discounts in other months than last year teach it.
calibrate-discounts-few-changes = How customers respond to discounts is not told: discounts changed a few times only, and whatever else happened then would pass for a response. Months with and without a discount by turns teach it.
calibrate-discounts-blurred = How customers respond to discounts is not told: there are too few receipts in a month to tell how deep its discounts were. More receipts teach it.
calibrate-discounts-vague = How customers respond to discounts is told too roughly to be used: with 10 % of the price more off, purchases changed by { $change } ({ $range } with a probability of 90 %). More months with discounts of different depth teach it, best of all drawn by lot.
calibrate-discounts-contrary = Customers bought less in months with deeper discounts: with 10 % of the price more off, purchases changed by { $change } ({ $range } with a probability of 90 %). No discount does that; more likely it was given where demand was low. A trial with a group of customers left out teaches what a discount does.

design-discounts-head = The response to discounts, from months of the log. It is no trial: whatever else moved with the discounts is in it.
design-discounts-price = repeat purchases of { $months } months against their discounts, season and trend taken out; no trial
design-discounts-memory = how the response faded where discounts lasted, in { $months } months of the log; no trial
