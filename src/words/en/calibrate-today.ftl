# What calibration tells of a program that runs already.

data-no-membership = no column says who is a member, since when, in which tier or with how many points; columns: { $columns }
data-no-membership-help = name one: --map since=COLUMN, member=COLUMN, tier=COLUMN or balance=COLUMN
data-not-a-joining = line { $line }: “{ $text }” is no day on which a member joined
data-not-a-joining-help = correct it, or leave it empty; for days such as 05/31/2024, where the month comes first, add --dates mdy
data-not-a-balance = line { $line }: “{ $text }” is no number of points from 0 on
data-not-a-balance-help = a balance is what a member may still spend; mend this row of the table of customers

today-overdrawn = line { $line }: by then this customer has spent more points than he ever earned (balance { $balance }), in a program that was launched in { $launched }
today-overdrawn-help = if the program is older than the log, say since when: --program-since YYYY-MM; otherwise add what is missing of the points earned, or name the right columns with --map points_earned=COLUMN and points_spent=COLUMN
today-launched-later = the program is said to begin in { $launched }, after the log ends ({ $last })
today-launched-later-help = --program-since is the month in which the program that runs already was launched, as YYYY-MM; describe one that is planned in the design, under [program]
today-strangers = no customer of the table given by --customers is in the log
today-strangers-help = both must name customers in the same way; say which column does: --map customer=COLUMN
today-no-members = it is said when the program was launched, but nothing tells who is a member
today-no-members-help = give a table of customers with the day of joining (--customers FILE), or a log with columns of points earned and spent

calibrate-today = Today’s program
calibrate-today-about = Launched in { $launched }; { $share } of today’s customers are members. The design describes the business with this program, so that a change of it, or its end, can be simulated. Rates are those of the last year of the log.
calibrate-today-people = members in the log
calibrate-today-share = share of active customers
calibrate-today-sales = share of sales
calibrate-today-opening = points from before the log, at least
calibrate-today-issued = points issued
calibrate-today-spent = points redeemed
calibrate-today-expired = points expired
calibrate-today-outstanding = points outstanding
calibrate-today-of-active = of these, held by customers who are still active
calibrate-today-oldest = months since the oldest were earned, but for one in a hundred
calibrate-today-lives = points expire so many months after they were earned
calibrate-today-silent = points expire so many months after the last purchase
calibrate-today-redeemed = redeemed, as a share of those issued
calibrate-today-rate = points for one unit of money
calibrate-today-value = what one point buys
calibrate-today-least = smallest redemption, in points
calibrate-today-chance = purchases with enough points that redeem some
calibrate-today-discounts = discounts, as a share of sales before them
calibrate-today-tiers = Tiers above basic membership
calibrate-today-tier = Tier
calibrate-today-tier-people = Members
calibrate-today-tier-reached = In it or above
calibrate-today-tier-spend = Spend a year
calibrate-today-tier-multiple = Points, times
calibrate-today-tiers-how = The spend is what as many members reach as are in the tier or above it; replace it by the terms of the program.
calibrate-today-gap-launch = When the program was launched: say --program-since YYYY-MM. The log begins with it, so that it may be older.
calibrate-today-gap-points = Points: a log with columns of points earned and spent would tell how many are earned, redeemed and outstanding.
calibrate-today-gap-balances = What members hold: the program is older than the log. A column of balances in the table of customers (--customers FILE) would tell it; the number above is the least that it can be.
calibrate-today-gap-value = What a point buys: a column of discounts beside the points spent would tell it.
calibrate-today-gap-expiry = When points expire: the terms of the program say it (expiry_months).
calibrate-today-gap-tiers = Tiers: a column with the tier of each member in the table of customers would tell how many there are; a year of spend is needed.
calibrate-today-gap-costs = What the program costs to run: take it from the accounts (cost_per_month, cost_per_member_per_year).

design-today-head = The program that runs already. Retention, purchases and receipts above are those of the business with it. A change of it goes under [program], with changes = "today" and what differs.
design-today-name = Today’s program
design-today-seen = the month in which the first points were earned
design-today-joined = the month in which the first member joined
design-today-before = ASSUMED: the log begins with points, and the program may be older. Replace it by the month of the launch.
design-today-members = members in the log: { $people }; each counts with the chance that he is still active
design-today-costs = What the program costs to run is not in the log: state cost_per_month and cost_per_member_per_year.
design-today-unknown = What members get is not in the log. Until you put down the terms here, they get nothing.
design-today-no-terms = not in the log: take it from the terms of the program
design-today-no-costs = not in the log: take it from the accounts
design-today-outstanding = held by customers by their chance to be active; { $all } are held by all
design-today-outstanding-least = at least so many are held by customers by their chance to be active ({ $all } by all): the program is older than the log; a column of balances would tell
design-today-no-value = ASSUMED: nothing tells what a point buys. So much is given back as if it were 3 % of spend; replace both numbers by the terms of the program. In the log: { $rate } points for one unit of money.
design-today-earn = { $rate } points for one unit of money, times what one buys
design-today-value = what one point buys; redemptions in the last year: { $count }
design-today-least = the smallest of { $count } redemptions
design-today-chance = purchases with enough points that redeem some; redemptions in the last year: { $count }
design-today-expiry = When points expire is not in the log: state expiry_months as in the terms; left out, it is 12.
design-today-expiry-seen = { $how ->
    [inactivity] so long after the last purchase nearly all of { $count } expiries came
   *[age] so long after they were earned nearly all points of { $count } expiries expired
}
design-today-expiry-old = points { $months } months old are held, and none is seen to expire: they live no less long. Replace it by the terms of the program.
design-today-ages = by the log, as if what was earned first was used first; of customers by their chance to be active
design-today-expired = Points have expired, but not how long after they were earned: state expiry_months as in the terms; left out, it is 12.
design-today-part = so much of what was paid was paid with points, by all of { $count } redemptions: their holders kept the rest of what they had
design-today-prices = discounts on members’ purchases of the last year, as a share of the price
design-today-tiers = Thresholds are what as many members spend in a year as are in the tier or above it; replace them by the terms. What else a tier gives (discount, recognition) is not in the log.
design-today-tier-spend = what as many members reach as are in the tier or above it; in it: { $people }
design-today-tier-multiple = points for money against basic membership; members: { $people }
