# The answers of `loyalsim run`: text for a terminal, in columns.

run-program = Program: { $name }
run-period = { $first } to { $last }, { format-months }
run-size = { $trials ->
    [one] { $trials } trial
   *[other] { $trials } trials
} of { $customers } simulated customers; seed { $seed }
run-partial = PARTIAL: the run was stopped after { $done } of { $asked } trials.

run-for-what = FOR WHAT?
run-at-what-price = AT WHAT PRICE?
run-how-sure = HOW SURE?
run-by-segment = BY SEGMENT

run-no-program = There is no program in this design: this is what happens without one, at no price.
run-no-goals = The design names no goal, so nothing can be reached. Add a [[goal]].
run-goal = Goal
run-chance = Chance
run-expected = Expected
run-spread = 90 % of trials
run-goal-at-least = { $metric } of at least { $threshold } by { $by }
run-goal-at-most = { $metric } of at most { $threshold } by { $by }

# Goals and headline numbers, in the middle of a sentence.
metric-net-effect = net effect
metric-npv = present value of the net effect
metric-retention-baseline = annual retention without a program
metric-retention-program = annual retention with the program
metric-annual-retention = annual retention
metric-nps = NPS
metric-active-customers = active customers
metric-revenue-growth = revenue growth against no program
metric-member-share = members among active customers

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
run-lost-means = gone because of it, there without it
run-won = Won
run-won-means = newcomers who would never have come without it
run-kept-anyway = Would have stayed anyway
run-kept-anyway-means = there with and without the program
run-lost-anyway = Would have left anyway
run-lost-anyway-means = gone with and without the program, since the start

run-net = Net effect
run-net-means = gained after all costs; 90 % of trials: { $range }
run-npv = Present value
run-npv-means = the same in today's money; 90 % of trials: { $range }
run-loss = Chance of a loss
run-loss-means = the worst twentieth of the trials come to { $shortfall } on average
run-margin-loss = Margin loss
run-margin-loss-means = margin given away on purchases that would have been made anyway
run-cost = Program cost
run-cost-means = discounts, redeemed points, set-up, running, referral and service
run-paid-to-stayers = Paid to stayers
run-paid-to-stayers-means = share of discounts and points paid to customers who stay anyway
run-price = Price per saved customer
run-price-none = none
run-price-none-means = on average no more customers are saved than lost: there is no price
run-price-means = program cost per customer saved, less those lost by the program
run-price-some-means = program cost per customer saved; { $none } of trials save none
run-exit = Exit cost
run-exit-means = to honour every point outstanding if the program closed at the end
run-liability = Points liability
run-liability-means = face value of the points outstanding at the end
run-deferred = Deferred revenue
run-deferred-means = what the accounts owe for points (IFRS 15)
run-breakage = Breakage
run-breakage-means = share of the points issued that expired unused
run-payback = Payback
run-payback-none = none
run-payback-means = when it has earned back its cost in half of the trials; it does at all in { $chance }
run-payback-none-means = earns back its cost within the time in { $chance } of trials
run-break-even = Break-even volume
run-break-even-means = by how much sales must rise to pay for discounts and points
run-volume = Simulated volume
run-volume-means = by how much they do rise
run-naive = Members buy more by
run-naive-means = than others: heavy buyers join first, so this overstates
run-causal = Caused by the program
run-causal-means = of members' purchases, against the same people without it
run-wears-off = Discount wears off
run-wears-off-means = month by which its pull has halved, as it does in { $halved } of { $trials } trials

run-segment = Segment
run-segment-without = Retention without
run-segment-with = with program

run-enough = Trials: enough. More would change the { $headline } by about { $share } of its spread.
run-too-few-to-tell = WARNING: too few trials to tell a Monte Carlo error. A hundred would be a start.
run-too-few = WARNING: too few trials. Their Monte Carlo error is { $share } of the spread of the { $headline };
run-too-few-remedy = { $target } or less is good. About { $needed } trials would do: --trials { $option }
run-basis = Numbers in force: { $all }, of which { $measured } measured, { $published } published, { $folk } folk wisdom, { $assumed } assumed.
run-explain = `loyalsim explain` lists them with their sources.
run-glossary-error = ± is the Monte Carlo error of an expected value: more trials make it smaller.
run-glossary-spread = "90 % of trials" is the range that luck and uncertain numbers leave open: more trials do not narrow it,
run-glossary-better = better numbers do. Money is not discounted except for the present value.

run-month = Month
run-monthly-customers = MONTH BY MONTH: CUSTOMERS (expected values)
run-monthly-money = MONTH BY MONTH: MONEY (expected values)
run-monthly-leavers-without = MONTH BY MONTH: CUSTOMERS WHO LEFT, BY CAUSE, without the program (expected values)
run-monthly-leavers-with = MONTH BY MONTH: CUSTOMERS WHO LEFT, BY CAUSE, with the program (expected values)
run-monthly-note = The net effect of a month leaves out points still outstanding; the net effect over the whole time honours them.
run-column-retention = Retention
run-column-active = Active
run-column-nps = NPS
run-column-revenue = Revenue
run-column-margin-loss = Margin loss
run-column-cost = Program cost
run-column-net = Net effect
run-column-since-start = since start
run-column-liability = Liability
run-column-without = without
run-column-with = with

run-files = FILES
run-file-summary = everything above and more, for other programs
run-file-monthly = every series month by month, with and without the program
run-file-trials = one row per trial
run-file-parquet = the same for data tools
run-file-design = the design
run-file-charts = { $count ->
    [one] { $count } picture, as SVG and PNG
   *[other] { $count } pictures, each as SVG and PNG
}
run-file-old-charts = WARNING: pictures of an earlier run, not of this one
run-file-no-charts = no pictures, as asked
run-files-where = All of it is in { $folder }

run-luck = Of the spread of the { $headline }, { $luck } is luck (of { $customers } simulated customers; a larger business has less), { $ignorance } not knowing the numbers.

run-by-branch = BY BRANCH
run-branch = Branch
run-nps-without = NPS without
run-average-hides = The average hides: best is { $best }, worst { $worst }.
run-by-touchpoint = BY TOUCHPOINT
run-touchpoint = Touchpoint
run-touchpoints-all = All, by their weights
run-vector = At the end of the last month. The score is a vector for change, not a target.

run-file-review-html = the review as a page, pictures inside
run-file-review-pdf = the same for printing
run-file-review-md = the same as Markdown, pictures in charts/
run-file-review-txt = the text above
run-file-review-json = every sentence and every number, for other programs
run-file-counter-design = the design with the best package of changes; it runs
run-no-browser = note: no PDF, because no Chromium, Chrome or Edge was found. Install one, name it with --browser, or print review.html from your browser.
run-no-pdf = note: no PDF, because the browser did not print it ({ $why }). Print review.html from your browser, or name another with --browser.
run-file-categories = customers and profit by category
run-categories-without = CUSTOMERS BY CATEGORY, without the program (expected values)
run-categories-with = CUSTOMERS BY CATEGORY, with the program (expected values)
run-category = Category
run-category-start = Start
run-category-came = Came
run-category-in = Moved in
run-category-out = Moved out
run-category-left = Left
run-category-end = End
run-category-earned = Earned
run-category-good = good
run-category-bad = bad
run-category-all = All
run-categories-customers = Start + came + moved in − moved out − left = end.
run-categories-profit = Earned: margin less discounts and points, and fees. Good: from those who would recommend you that month. Bad: from those who would warn others, and fees without a purchase.
run-demands = Demands for special terms: { $demands }. Granted: { $granted }. Left because they were refused: { $left }. The terms cost { $cost }.
