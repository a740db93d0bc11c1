# The expert review: headings, sentences, columns.

# Headings of the parts.
part-verdict = Verdict
part-goals = Goals: can they be reached?
part-evidence = Evidence: what the verdict rests on
part-economics = Economics: where the money goes
part-reach = Causes of leaving: what the program can touch
part-fatigue = Fatigue and exit
part-threats = Threats
part-weak-points = Weak points, and what to do about them
part-completeness = Completeness
part-comparison = Comparison with rivals' programs
part-annex = Annex: how to get the same numbers

# Verdict.
review-verdict = Recommendation: { $verdict }.
review-rule-go = The chance to meet the money goal is { $proposal }, at least the { $limit } that a board should ask for, and no rule found a critical point.
review-rule-critical = The money is there (chance { $proposal }, asked for { $limit }), but the design has critical points. Mend them first.
review-rule-counter = As proposed, the chance to meet the money goal is { $proposal }. With the changes of the counter-design it is { $counter }, at least the { $limit } that a board should ask for.
review-rule-pilot = The chance to meet the money goal is { $proposal }: more than { $limit }, but not enough to launch everywhere. Make the changes below and try it in a pilot.
review-rule-counter-pilot = As proposed, the chance to meet the money goal is { $proposal }. The counter-design raises it to { $counter }: more than { $limit }, enough for a pilot, not for a launch everywhere.
review-rule-stop = The chance to meet the money goal is { $proposal }, and no change that we tried lifts it safely above { $limit }.
review-for-what = For what?
review-at-what-price = At what price?
review-what-would-change-it = What would change the verdict?
review-no-goals = The design names no goal.
review-goal-chance = Chance that the goal for { $metric } is reached: { $chance }.
review-retention-change = Annual retention at the end: { $value } (90 % of trials: { $range }).
review-nps-change = NPS at the end: { $value } (90 % of trials: { $range }).
review-net-saved = Customers kept by the program, less those it drives away: { $value } (90 % of trials: { $range }).
review-npv = Present value of the program: { $value } (90 % of trials: { $range }).
review-loss = Chance of a loss: { $chance }; in the worst twentieth of the trials the result averages { $worst }.
review-margin-loss = Margin given away on purchases that would have been made anyway: { $value } (90 % of trials: { $range }).
review-paid-to-stayers = Share of the benefits paid to customers who stay anyway: { $value } (90 % of trials: { $range }).
review-counter-design = The counter-design: its changes together are worth { $gain } (90 % of trials: { $range }); its chance to meet the money goal is { $chance }.
review-nothing-helps = No change that we tried makes the program better beyond doubt.
review-driver = The number that matters: { $number }. Where it is low (a fifth of the trials) the program comes to { $low }, where it is high to { $high }; it explains { $share } of the spread. Measure it.
review-critical-point = Critical, to be mended in any case: { $title }

# Goals.
review-goals-none = The design names no goal, so nothing can be reached.
review-goals-half = About half of the companies that run a program do not know what for, practitioners say; it is an opinion, but the question is fair. Write down at least one goal about customers and one about money.
review-goals-lead = Goals more likely to be reached than missed: { $likely } of { $all }.
review-goals-table = Goals, chances and what they are missed by
review-goal-at-least = { $metric } of at least { $threshold } by { $month }
review-goal-at-most = { $metric } of at most { $threshold } by { $month }
review-goals-no-price = No goal is about money: nobody has said what it may cost.
review-goals-too-early = A goal is judged before the program can have worked.
review-goals-met-anyway = A goal would be reached without the program as well: it does not measure the program.
review-goals-can-be-judged = The goals can be judged: each has a number and a month, and one of them is about money.

# Evidence.
review-evidence-lead = Of the { $stated } numbers stated in the design, { $measured } are measured and { $judged } are guesses or folk wisdom; with defaults { $all } numbers are in force.
review-evidence-table = Share of the spread of the present value, by what the uncertain numbers rest on
review-evidence-rest = luck of the simulated customers, interplay, and what is not linear
review-evidence-note = From a regression on the trials of the main run: numbers whose effect cannot be told from chance are left out. A number stated as certain has no spread, however weak its source: see V03.
review-evidence-certain = Every number is stated as certain, or there are too few trials: the spread cannot be split.
review-drivers-table = The numbers that decide
review-claims = Popular claims this design leans on
review-claims-none = The design leans on none of the popular claims that we know to be weak.
review-claim-sixty-eight = "68 % leave because of indifferent staff": the design puts treatment by staff at { $share } of the leavers. No sample, date or method has been found behind the 68 %. Interviews about 838 switches put all treatment causes together at { $measured } (Keaveney 1995).
review-claim-five-percent = "5 % more retention brings 25 to 100 % more profit": the original is about five percentage points and the value of a customer, from consultants' calculations (Reichheld 1996). At your retention of { $retention } five points raise the value of a customer by { $rise }, before any cost.
review-claim-five-times = "Winning a customer costs five times what keeping one does": folklore from the late 1980s; its own authors gave a range of 2 to 20. Here the cost of winning a customer is a guess: take it from your accounts.
review-claim-three-and-ten = "A satisfied customer tells three, an offended one ten": measured word of mouth is positive three times as often as negative (East, Hammond & Wright 2007). The design gives detractors more weight than that supports.
review-claim-eighty-twenty = "20 % of the customers bring 80 % of the income": with the purchase rates and receipts of this design the top fifth brings { $share }. Published figures are 50 to 73 %.
review-claim-nps = NPS as a goal: it is no better a predictor of growth than satisfaction (Keiningham et al. 2007). Use it as a compass, not as a target.
review-claim-folk = Numbers of the design marked as folk wisdom: { $count }. Each is quoted often and measured nowhere.

# Economics.
review-economics-lead = After all costs the program brings { $effect } (90 % of trials: { $range }).
review-economics-table = The money in figures
review-row-program-cost = program cost
review-row-margin-loss = margin loss: given away on purchases made anyway
review-row-paid-to-stayers = share of the benefits paid to those who stay anyway
review-row-break-even = rise of sales needed to pay for discounts and points
review-row-volume = rise of sales simulated
review-row-liability = points owed at the end, at face value
review-row-deferred = deferred revenue (IFRS 15)
review-row-breakage = share of points that expired unused
review-row-subsidised = share of the discounts on purchases made anyway
review-row-reward-rate = discounts and rewards per sale at list price
review-row-margin-given = discounts and rewards as a share of the margin
review-row-bad-profit = bad profit: face value of points that customers lost
review-price-per-saved = A customer saved costs { $price }; winning a new one costs { $acquisition }.
review-price-none = On average the program saves no more customers than it drives away, so there is no price of a saved customer.
review-payback = It has paid for itself by { $month } in half of the trials; it does so at all in { $chance }.
review-payback-unlikely = It pays for itself within the time with a chance of { $chance }.
review-payback-none = There is no program, so nothing is paid back.
review-breakage = If nobody forgot points and none expired, its present value would be { $without } (90 % of trials: { $range }); that is { $change } against the proposal.
review-nps-no-program = There is no program that could change NPS.
review-nps-not-bought = Whether NPS changes at all is open ({ $range }): this program is no way to buy it.
review-nps-for-nothing = The { $points } points of NPS cost nothing: the program pays for itself.
review-nps-price = NPS moves by { $points }. At that rate ten points would cost { $cost }; half of the change shows by { $month }.

# Reach.
review-reach-lead = The program can touch { $share } of the reasons why customers leave. If it removed all of them, retention would rise from { $today } to { $ceiling }: no program of this kind can do more.
review-reach-table = Leavers by cause, over the whole time
review-reach-note = "Touched" is said of what some element can change at all, by the model's channels. Loss is a year's margin of those who leave without the program. Spending is split by the shares of the causes that it can touch.
review-yes = yes
review-no = no
review-alternatives = The same money spent otherwise
review-alternatives-table = Alternatives of the same cost on the same customers
review-alternatives-note = Staff training assumes that the money lifts the share of contacts served properly by 5 to 35 points, most likely 20. No study gives that size: a pilot would.

# Fatigue and exit.
review-halved = The discount has lost half of its pull by { $month } (in { $share } of the trials); its cost stays.
review-not-halved = Within the time the discount keeps more than half of its pull in most trials (it loses half in { $share }).
review-unprofitable = From { $month } on it no longer pays for itself (in { $share } of the trials).
review-not-unprofitable = In most trials it pays for itself to the end (it stops doing so in { $share }).
review-no-discount = There is no discount, so there is none to get used to.
review-exit = What stopping costs
review-exit-planned = The design itself ends the program; all figures of this review contain that end.
review-exit-table = The program stopped early: all points honoured, customers lost by the withdrawal included
review-exit-note = "Against going on" compares with the program kept to the end, which still owes its points then.
review-exit-not-simulated = Early endings were not simulated: the program is too short, or has an end of its own.

# Threats.
review-threats-no-program = There is no program, so nothing threatens it.
review-box = { $what } is most frequent where { $bounds }. That combination has a chance of { $probability }; in it, { $failing } of the trials go wrong, and { $coverage } of all bad courses lie in it.
review-bound-above = { $number } is above { $bound }
review-bound-below = { $number } is below { $bound }
review-threats-no-box = No single assumption makes the difference between a good and a bad course: the result is much the same throughout the ranges stated.
review-threats-table = What if… : change of the present value
review-threats-note = Each threat is simulated by itself with the same customers and luck. A plus means that the program loses less because there is less business to give away. How likely a threat is you know better than we do.
review-tripwires = What to watch
review-tripwires-table = Early-warning signals for: { $what }
review-tripwires-none = No indicator of the first year tells good courses from bad ones well enough to alarm.
review-alarm-above = above { $threshold }
review-alarm-below = below { $threshold }
review-threat-gaming = Gaming: points for returned goods, cards lent to strangers, staff collecting on customers' receipts. The model has no fraud in it; have one in a thousand receipts checked from the first month.
review-threat-signs = Before they leave, customers fall silent, complain, buy a smaller share. Watch members without a purchase for twice their usual interval.

# Weak points.
review-weak-lead = Rules applied: { $rules }; weak points found: { $found }; actions simulated: { $tested }.
review-cannot-tell = What the rules cannot tell
review-undecided = { $code }: { $title } The threshold lies within the interval: on these numbers it cannot be told.
review-package = The counter-design
review-package-none = No action helps beyond doubt, so there is no counter-design.
review-package-gain = Together the actions below are worth { $gain } of present value (90 % of trials: { $range }); they beat the proposal with a chance of { $better }.
review-package-table = The proposal and the counter-design
review-package-note = Chosen on other trials than those of this table, so the gain is not the luck of the choice. Look at what it gives up: the package is chosen for money.

# Completeness.
review-complete-lead = Of { $all } things that belong to a program, { $missing } are missing.
review-complete-table = Checklist
review-complete-note = Write what exists into the table [plan] of the design: a sentence for each line.
review-simulated = yes: in the simulated part
review-missing = missing
review-algorithms = Do the rules of the program work?
review-first-reward-table = Months to the first reward of an average customer
review-tiers-table = Who reaches which tier
review-active-share = Customers with at least one purchase in half a year: { $share }. Vendors call more than 50 % healthy and less than 30 % alarming; that is opinion.
review-no-contradiction = No contradiction was found among the rules of the program ({ $count } warnings).
review-contradictions = Warnings of `loyalsim check` about rules that contradict or hardly work: { $count }.

# Comparison.
review-no-rivals = No rival's design was given. Write one down, as far as their terms are public, and run:
review-ours = ours
review-comparison-table = Programs before the same customers
review-dominated = { $rival } keeps more customers, has the higher NPS and costs less: our program is dominated.
review-dominates = Our program is better than { $rival } in retention, NPS and money alike.
review-trade-off = Against { $rival } each program is better in something.
review-rival-misfit = The design { $name } could not be put before our customers.
review-comparison-note = Each program alone before our customers, launched in our month; rivals' reactions to each other are not in it.

# Annex.
review-annex-run = loyalsim { $version }; SHA-256 of the design { $hash }. Same design, seed and version: same review to the last byte.
review-annex-figures = The { $count } figures of this review stand in review.json with their intervals and sources.
review-annex-table = Runs of this review
review-annex-note = Every run uses the same seed, so all meet the same customers and the same luck. To repeat one, make its edits in the design and run it.
review-annex-counter = The counter-design is written beside this report and runs:

# Columns.
review-column-goal = Goal
review-column-chance = Chance
review-column-expected = Expected
review-column-range = 90 % of trials
review-column-shortfall = Missed by, if missed
review-column-counter = Counter-design
review-column-basis = Basis
review-column-variance = Share of spread
review-column-number = Number
review-column-when-low = Where it is low
review-column-when-high = Where it is high
review-column-figure = Figure
review-column-cause = Cause
review-column-share = Share
review-column-touched = Touched
review-column-left-without = Left without
review-column-left-with = Left with it
review-column-loss = Loss a year
review-column-spend = Spent on it
review-column-alternative = Alternative
review-column-npv = Present value
review-column-retention = Retention
review-column-nps = NPS
review-column-against = Against the program
review-column-ending = Stopped in
review-column-effect = Net effect
review-column-against-going-on = Against going on
review-column-owed = Points owed then
review-column-customers = Customers at the end
review-column-threat = Threat
review-column-damage = Damage
review-column-loss-then = Chance of a loss then
review-column-indicator = Indicator
review-column-alarm = Alarm
review-column-hits = Bad courses caught
review-column-false-alarms = False alarms
review-column-proposal = Proposal
review-column-change = Change
review-column-item = Part of a program
review-column-state = In the design
review-column-add = To add
review-column-segment = Segment
review-column-first-reward = First reward, months
review-column-tier = Tier
review-column-reach = Reached by
review-column-program = Program
review-column-benefits = Benefits
review-column-rules = Elements
review-column-reward-rate = Reward rate
review-column-run = Run
review-column-edits = Edits against the proposal
review-column-trials = Trials
