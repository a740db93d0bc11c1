# The answers of `loyalsim run`: text for a terminal, in columns.

run-program = Program: { $name }
run-period = { $first } to { $last }, { format-months }
run-size = { $trials ->
    [one] { $trials } trial
   *[other] { $trials } trials
} with { $customers } simulated customers each; seed { $seed }
run-partial = PARTIAL: the run was stopped after { $done } of { $asked } trials.

run-for-what = FOR WHAT?
run-at-what-price = AT WHAT PRICE?
run-how-sure = HOW SURE?
run-by-segment = BY SEGMENT

run-no-program = This design has no program: these are the results without one.
run-no-goals = The design states no goals. Add a [[goal]].
run-goal = Goal
run-chance = Chance
run-expected = Expected
run-spread = 90 % of trials
run-goal-at-least = { $metric } of at least { $threshold } by { $by }
run-goal-at-most = { $metric } of at most { $threshold } by { $by }

# Goals and headline numbers, in the middle of a sentence.
metric-net-effect = net effect
metric-npv = net present value (NPV)
metric-retention-baseline = annual retention without a program
metric-retention-program = annual retention with the program
metric-annual-retention = annual retention
metric-nps = NPS
metric-active-customers = active customers
metric-revenue-growth = revenue growth versus no program
metric-member-share = share of members among active customers

run-at-the-end = At the end
run-without = Without
run-with = With program
run-change = Change
run-annual-retention = Annual retention
run-nps = Net promoter score (NPS)
run-active = Active customers

run-saved = Saved
run-saved-means = customers who are there only because of the program
run-lost = Lost by the program
run-lost-means = customers who left because of the program
run-won = Won
run-won-means = new customers who would not have come without the program
run-kept-anyway = Kept anyway
run-kept-anyway-means = customers who are there with and without the program
run-lost-anyway = Lost anyway
run-lost-anyway-means = customers who left with and without the program, over the whole period

run-net = Net effect
run-net-means = to the end of the period, after all costs, undiscounted; 90 % of trials: { $range }
run-npv = Net present value (NPV)
run-npv-means = net effect discounted to the start; 90 % of trials: { $range }
run-after-tax = NPV after tax
run-after-tax-means = net present value less tax on profits; 90 % of trials: { $range }
run-base = Change in the value of the base
run-base-means = what customers at the end bring later: { $with } with the program, { $without } without; of the change, { $stays } from more customers and longer stays, { $each } from what each brings
run-net-base = Net effect with the base
run-net-base-means = net effect plus that change; 90 % of trials: { $range }
run-loss = Chance of a loss
run-loss-means = mean net effect of the worst 5 % of trials: { $shortfall }
run-margin-loss = Margin loss
run-margin-loss-means = margin given away on sales that would have been made anyway
run-margin-loss-means-goes-on = margin that the whole program as changed gives away on sales that would have been made anyway
run-cost = Program cost
run-cost-means = what customers are given, set-up, running cost, referral, service
run-paid-to-stayers = Paid to stayers
run-paid-to-stayers-means = share of what customers are given that goes to those who would have stayed anyway
run-paid-to-stayers-means-goes-on = share of all that customers are given by the program as changed that goes to those who would have stayed anyway
run-price = Price per saved customer
run-price-none = none
run-price-none-means = undefined: on average the program saves no more customers than it loses, or costs nothing
run-price-means = program cost per customer saved, net of customers lost by the program
run-price-some-means = program cost per customer saved, net of customers lost; { $none } of trials save none
run-exit = Closing cost
run-exit-means = to honour all points outstanding and close the program at the end
run-liability = Points liability
run-liability-means = face value of the points outstanding at the end
run-redemption = Expected redemption
run-redemption-means = of the points outstanding; the net effect charges only these. If all were redeemed, it would be { $full }
run-deferred = Deferred revenue
run-deferred-means = contract liability for points (IFRS 15)
run-breakage = Breakage
run-breakage-means = share of the points issued that expire unused
run-payback = Payback
run-payback-none = none
run-payback-means = month by which half of the trials have paid back; in all, { $chance } do
run-payback-none-means = share of trials that pay back within the period: { $chance }
run-break-even = Break-even volume
run-break-even-means = sales growth needed to pay for what customers are given
run-volume = Simulated volume
run-volume-means = sales growth in the simulation
run-naive = Members versus others
run-naive-means = difference in purchases; distorted by who chooses to join
run-causal = Caused by the program
run-causal-means = change in purchases by those it reaches, versus the same people without it
run-wears-off = Discount fatigue
run-wears-off-means = month by which the effect of the discount has halved; it does in { $halved } of { $trials } trials

run-segment = Segment
run-segment-without = Retention without
run-segment-with = with program

run-enough = Enough trials: the Monte Carlo error of the { $headline } is { $share } of its spread.
run-too-few-to-tell = WARNING: too few trials to estimate the Monte Carlo error. Start with 100.
run-too-few = WARNING: too few trials. The Monte Carlo error is { $share } of the spread of the { $headline };
run-too-few-remedy = aim for { $target } or less. About { $needed } trials would do: --trials { $option }
run-basis = Inputs: { $all }. Measured: { $measured }; published: { $published }; commonly quoted: { $folk }; assumed: { $assumed }.
run-explain = `loyalsim explain` lists them with their sources.
run-glossary-error = ± is the Monte Carlo error of an expected value: more trials reduce it.
run-glossary-spread = "90 % of trials" is the range left open by luck and uncertain inputs: more trials do not narrow it,
run-glossary-better = better inputs do. Money is undiscounted, except for the net present value and what customers are worth.

run-worth = WHAT A CUSTOMER IS WORTH (expected values, { $currency } per customer)
run-worth-group = Customers
run-worth-lifetime = Lifetime value without
run-worth-residual = At the end without
run-worth-with = with program
run-worth-base = VALUE OF THE BASE
run-worth-base-start = All, at the start
run-worth-base-without = At the end, without the program
run-worth-base-with = At the end, with the program
run-worth-base-all = All, at the end
run-worth-lifetime-means = Lifetime value: what one of today’s customers brings from the start on, over the period as simulated and beyond it as expected, discounted to the start.
run-worth-residual-means = At the end: what a customer who is there at the end of the period will still bring, discounted to that day.
run-worth-own-means = Both: margin less discounts and points, plus fees. The value of the base is also after costs that no single customer causes (running cost, service, staff).
run-worth-answering-means = Today’s promoters, passives and detractors are those of the first month; at the end, those of the last.
run-month = Month
run-monthly-customers = MONTH BY MONTH: CUSTOMERS (expected values)
run-monthly-money = MONTH BY MONTH: MONEY (expected values)
run-monthly-leavers-without = MONTH BY MONTH: LEAVERS BY CAUSE, without the program (expected values)
run-monthly-leavers-with = MONTH BY MONTH: LEAVERS BY CAUSE, with the program (expected values)
run-monthly-note = A month's net effect leaves out points still outstanding; the net effect of the whole period includes the cost of those that will be redeemed.
run-column-retention = Retention
run-column-active = Active
run-column-nps = NPS
run-column-revenue = Revenue
run-column-margin-loss = Margin loss
run-column-cost = Program cost
run-column-net = Net effect
run-column-since-start = Cumulative
run-column-liability = Liability
run-column-without = without
run-column-with = with

run-files = FILES
run-file-summary = all results, for other programs
run-file-monthly = all series month by month, with and without the program
run-file-trials = one row per trial
run-file-parquet = the same, for data tools
run-file-deck = a deck of slides with charts that can be edited
run-file-workbook = a workbook with tables, formulas and charts
run-file-design = the design
run-file-charts = { $count ->
    [one] { $count } picture, as SVG and PNG
   *[other] { $count } pictures, each as SVG and PNG
}
run-file-no-charts = no pictures (--no-charts)
run-file-manifest = how this result was made, and the hash of every file
run-files-where = Results folder: { $folder }
run-files-replaced = Replaced: the earlier result in this folder ({ $command } of { $design }).
run-files-kept = note: { $file } in the results folder was not written by loyalsim, or has been changed since; it is kept as { $kept }

run-luck = Sources of the variance of the { $headline }: { $ignorance } not knowing the numbers, { $luck } luck with individual customers.
run-luck-events = Sources of the variance of the { $headline }: { $ignorance } not knowing the numbers, { $events } events in the market (whether and when rivals open, price wars), { $luck } luck with individual customers.

run-by-branch = BY BRANCH
run-branch = Branch
run-nps-without = NPS without
run-average-hides = Highest retention: { $best }. Lowest: { $worst }.
run-by-touchpoint = BY TOUCHPOINT
run-touchpoint = Touchpoint
run-touchpoints-all = All, weighted
run-vector = At the end of the last month. Read the score as a direction of change, not as a target.

run-file-review-html = the review as a page, pictures included
run-file-review-pdf = the same, for printing
run-file-review-md = the same as Markdown, pictures in charts/
run-file-review-txt = the text above
run-file-review-json = all sentences and figures, for other programs
run-file-counter-design = the proposal with the best package of changes; it runs
run-memory = note: this may need about { $needed } GB of memory, and { $free } GB are free; use fewer --trials
run-font-lacks = note: the font of the pictures lacks { $count ->
    [one] { $count } character
   *[other] { $count } characters
} of this design ({ $characters }): PNG pictures show “?” instead, SVG, HTML and PDF what the fonts of your machine have. Write names in Latin, Greek or Cyrillic letters to have them everywhere.
run-no-browser = note: no PDF, because no Chromium, Chrome or Edge was found. Install one, name it with --browser, or print review.html from your browser.
run-no-pdf = note: no PDF, because the browser did not print it ({ $why }). Print review.html from your browser, or name another with --browser.
run-file-categories = customers and profit by category
run-categories-without = CUSTOMERS BY CATEGORY, without the program (expected values)
run-categories-with = CUSTOMERS BY CATEGORY, with the program (expected values)
run-category = Category
run-category-start = Start
run-category-came = New
run-category-in = Moved in
run-category-out = Moved out
run-category-left = Left
run-category-end = End
run-category-earned = Profit
run-category-good = good
run-category-bad = bad
run-category-all = All
run-categories-customers = Start + new + moved in − moved out − left = end.
run-categories-profit = Profit: margin less discounts and points, plus fees. Good: from customers who would recommend you that month. Bad: from customers who would warn others, and fees without a purchase.
run-demands = Demands for special terms: { $demands }. Granted: { $granted }. Customers who left after a refusal: { $left }. Cost of the terms: { $cost }.

# A program that runs already. A message KEY-goes-on is said in the place of KEY where there is one.
run-today = Runs today: { $name }; proposed: { $program }
run-today-alone = Runs today: { $name }
run-today-worth = WHAT TODAY’S PROGRAM IS WORTH (today goes on, against ending it at the start)
run-today-revenue = Revenue, first year
run-today-revenue-means = after discounts, that would be lost: { $share } of it; 90 % of trials: { $range }
run-today-profit = Profit, first year
run-today-profit-means = after all costs, points owed included; 90 % of trials: { $range }
run-today-customers = Customers, first year
run-today-customers-means = fewer after a year without it
run-today-net = Net effect
run-today-net-means = of its going on, to the end of the period; 90 % of trials: { $range }
run-today-opening = Points liability
run-today-opening-means = face value of the points outstanding at the start
run-no-program-goes-on = The design proposes no change: these are the results if today’s program goes on.
metric-retention-baseline-goes-on = annual retention if today’s program goes on
metric-revenue-growth-goes-on = revenue growth versus today’s program going on
run-without-goes-on = Today goes on
run-with-goes-on = With the change
run-saved-means-goes-on = customers who are there only because of the change
run-lost-goes-on = Lost by the change
run-lost-means-goes-on = customers who left because of the change
run-won-means-goes-on = new customers who would not have come if today’s program went on
run-kept-anyway-means-goes-on = customers who are there with and without the change
run-lost-anyway-means-goes-on = customers who left with and without the change, over the whole period
run-base-means-goes-on = what customers at the end bring later: { $with } with the change, { $without } if today’s program goes on; of it { $stays } by more customers and longer stays, { $each } by what each brings
run-cost-goes-on = Added program cost
run-cost-means-goes-on = what the change adds: what customers are given, set-up, running cost, referral, service
run-price-none-means-goes-on = undefined: on average the change saves no more customers than it loses, or costs nothing more
run-price-means-goes-on = added cost per customer saved, net of customers lost by the change
run-price-some-means-goes-on = added cost per customer saved, net of customers lost; { $none } of trials save none
run-causal-goes-on = Caused by the change
run-causal-means-goes-on = change in purchases by those it reaches, versus the same people under today’s program
run-segment-without-goes-on = Retention, today goes on
run-segment-with-goes-on = with the change
run-worth-lifetime-goes-on = Lifetime value, today goes on
run-worth-residual-goes-on = At the end, today goes on
run-worth-with-goes-on = with the change
run-worth-base-without-goes-on = At the end, today goes on
run-worth-base-with-goes-on = At the end, with the change
run-monthly-leavers-without-goes-on = MONTH BY MONTH: LEAVERS BY CAUSE, today’s program goes on (expected values)
run-monthly-leavers-with-goes-on = MONTH BY MONTH: LEAVERS BY CAUSE, with the change (expected values)
run-column-without-goes-on = today
run-column-with-goes-on = change
run-nps-without-goes-on = NPS, today goes on
run-categories-without-goes-on = CUSTOMERS BY CATEGORY, today’s program goes on (expected values)
run-categories-with-goes-on = CUSTOMERS BY CATEGORY, with the change (expected values)
run-exit-means-goes-on = to honour all points outstanding and close the changed program at the end
run-price-open-means = too few customers are saved, on balance, to name a price: the Monte Carlo error is more than half of it
run-breakage-means-goes-on = share of the points held at the start or issued since that expire unused
