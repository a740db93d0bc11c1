# Pictures: the message of each (its title), what it shows, its labels.

chart-source = { $title } · design { $hash } · seed { $seed } · { $trials } trials of { $customers } customers · loyalsim { $version }{ $partial }
chart-partial = { " " }· PARTIAL: stopped after { $trials } of { $asked } trials
chart-months = months from start
chart-trials = Trials
chart-without = Without the program
chart-with = With the program
chart-today = As today
chart-launch = launch
chart-stop = end of the program
chart-bands = Lines: means. Bands: 50 % and 90 % of trials.
chart-spread = 90 % of trials: { $range }
chart-spread-head = 90 % of trials:
chart-unit-points = points

chart-retention-alone = Without a program { $share } of the customers stay another year
chart-retention-up = { $saved ->
    [one] The program keeps { $saved } more customer
   *[other] The program keeps { $saved } more customers
}
chart-retention-up-paid = { chart-retention-up }, and pays { $share } of its benefits to people who would have stayed
chart-retention-down = { $lost ->
    [one] The program costs { $lost } more customer than it keeps
   *[other] The program costs { $lost } more customers than it keeps
}
chart-retention-none = The program keeps nobody who would have left
chart-retention-open = It is open whether the program keeps anybody: { $low } to { $high } customers in nine of ten trials
chart-retention-shown = Annual retention: who was a customer twelve months before and still is. { chart-bands }
chart-retention-shown-annualised = Annual retention: who was a customer twelve months before and still is. In the first year annualised. { chart-bands }
chart-retention-axis = Customers of twelve months before who are still there

chart-churn-nobody = Nobody leaves
chart-churn-alone = { CAPITAL($cause) } is the largest cause of leaving: { $share } of exits
chart-churn-lowered = { CAPITAL($cause) }, { $share } of exits, is the largest cause of leaving: the program lowers it by { $change }
chart-churn-raised = { CAPITAL($cause) }, { $share } of exits, is the largest cause of leaving, and grows by { $change } with the program
chart-churn-same = The program hardly changes the largest cause of leaving: { $cause } ({ $share } of exits)
chart-churn-most = { $main }; it acts most on { $cause } ({ $change })
chart-churn-shown = Customers who leave in a month, by main cause, as a share of all customers. Expected values.
chart-churn-axis = Share of customers leaving in a month
chart-churn-rate = { $rate } % a month
chart-churn-rates = { $without } → { $with } % a month

chart-waterfall-gain = { $sure ->
    [yes] All in all the program brings { $amount } more than it costs in { format-months }
   *[no] On average the program brings { $amount } more than it costs in { format-months }
}
chart-waterfall-loss = { $sure ->
    [yes] All in all the program costs { $amount } more than it brings in { format-months }
   *[no] On average the program costs { $amount } more than it brings in { format-months }
}
chart-waterfall-nothing = The program neither costs nor brings anything in { format-months }
chart-waterfall-shown = From the change of sales to the net effect, against { $baseline } of contribution without the program. Means, not discounted.
chart-waterfall-more-sales = Margin on additional sales, at list prices
chart-waterfall-lost-sales = Margin on lost sales, at list prices
chart-waterfall-outstanding = Points still to be honoured at the end
chart-waterfall-net = Net effect
chart-net-axis = Net effect over { format-months }

# Steps of the waterfall, by the keys of summary.json.
step-discount = Discounts
step-special-terms = Special terms
step-reward-cost = Points redeemed
step-setup-cost = Set-up
step-running-cost = Running cost
step-service-cost = Service: training and recovery
step-staff-pay = Staff pay
step-hiring-cost = Replacing staff
step-gift-cost = Gifts and prizes
step-finance-cost = Credit and bad debt, interest on cards
step-returns-cost = Goods taken back
step-fee-income = Fees from customers
step-partner-income = Paid by partners
step-card-breakage = Gift cards that lapsed
step-acquisition-cost = Winning new customers
step-referral-cost = Referral rewards

chart-net-loses = The program loses money in { $losing } of all trials over { format-months }
chart-net-pays = The program pays for itself in { $winning } of all trials over { format-months }
chart-net-both = The program pays for itself in { $winning } of all trials over { format-months }, and loses money in { $losing }
chart-net-shown = How often each net effect occurred in { $trials } trials: contribution with the program less without it, points outstanding honoured
chart-net-below = Loss: { $losing } of trials
chart-net-below-mean = Loss: { $losing } of trials, { $mean } on average
chart-net-above = No loss: { $winning } of trials
chart-net-mean = mean { $mean }
chart-net-worst = mean of the worst 5 %: { $mean }

chart-margin-message = The program gives away { $loss } of margin on purchases that would have been made anyway
chart-margin-message-share = { chart-margin-message }, { $share } of its cost
chart-margin-shown = Margin loss: discounts and redeemed points on purchases also made without the program. Lines: means. Band: 50 % and 90 % of trials.
chart-margin-axis = Since the start
chart-margin-given = Margin given away
chart-margin-cost = All the program costs

chart-nps-alone = Without a program NPS stands at { $without } after { format-months }
chart-nps-same = The program leaves NPS where it is: at { $with } after { format-months }
chart-nps-up = The program lifts NPS by { $points } points: { $with } instead of { $without } after { format-months }
chart-nps-down = The program lowers NPS by { $points } points: { $with } instead of { $without } after { format-months }
chart-nps-open = It is open whether the program lifts NPS: { $low } to { $high } points in nine of ten trials
chart-nps-shown = Net promoter score: % promoters less % detractors among all customers. { chart-bands }
chart-nps-axis = Net promoter score

chart-liability-message = After { format-months } customers hold points worth { $owed }; IFRS 15 defers { $deferred } of revenue for them
chart-liability-shown = Points outstanding at face value, and the contract liability for them under IFRS 15. { chart-bands }
chart-liability-axis = Owed to customers
chart-liability-face = Points at face value
chart-liability-deferred = Deferred revenue, IFRS 15

chart-uplift-nothing = The discounts sell nothing more, and cost { $cost } of sales
chart-uplift-halved-dear = The pull of the discounts has halved by month { $month }, yet they still cost { $cost } of sales
chart-uplift-halved = The pull of the discounts has halved by month { $month }
chart-uplift-never = The discounts never sell enough to pay for themselves; they cost { $cost } of sales
chart-uplift-fresh = The discounts have not lost half of their pull; they cost { $cost } of sales
chart-uplift-shown = Rise of purchases by the price felt against the price expected, and discounts as a share of sales at list prices. Lines: means. Band: 50 % and 90 % of trials.
chart-uplift-axis = Rise of purchases; share of sales
chart-uplift-gained = Purchases gained by price
chart-uplift-discounts = Discounts given
chart-uplift-mark-halved = pull has halved
chart-uplift-mark-never = never pays for itself
chart-uplift-mark-unprofitable = no longer pays for itself

chart-answers = { $promoters } of the customers answer 9 or 10, { $detractors } answer 0 to 6
chart-answers-shown = How likely are you to recommend us? Share of each answer in the last month; 0 to 2: something basic is missing. Whiskers: 90 % of trials.
chart-answers-axis = Share of those asked
chart-answers-answer = { $answer }
chart-answers-without = without: { $share }

chart-categories = { $bad } of the profit is bad with the program, { $without } without it: it comes from customers who would warn others
chart-categories-alone = { $good } of the profit is good: it comes from customers who recommend you; { $bad } is bad: from those who would warn others
chart-categories-shown = Margin less discounts and points, and fees, by category of customers over all months. Whiskers: 90 % of trials.
chart-categories-axis = Earned
chart-categories-customers = customers: { $start } → { $end }
chart-categories-bad = bad profit: { $share }
