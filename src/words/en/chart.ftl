# Pictures: the message of each (its title), what it shows, its labels.

chart-source = { $title } · design { $hash } · seed { $seed } · { $trials } trials with { $customers } customers each · loyalsim { $version }{ $partial }
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

chart-retention-alone = Without a program { $share } of customers stay another year
chart-retention-up = { $saved ->
    [one] The program retains { $saved } more customer
   *[other] The program retains { $saved } more customers
}
chart-retention-up-paid = { chart-retention-up }; { $share } of its benefits go to people who would have stayed anyway
chart-retention-down = { $lost ->
    [one] The program loses { $lost } more customer than it retains
   *[other] The program loses { $lost } more customers than it retains
}
chart-retention-none = The program retains nobody who would have left
chart-retention-open = No retention effect can be distinguished from zero: { $low } to { $high } customers in 90 % of trials
chart-retention-shown = Annual retention: share of the customers of twelve months before who are still customers. { chart-bands }
chart-retention-shown-annualised = Annual retention: share of the customers of twelve months before who are still customers; annualised in the first year. { chart-bands }
chart-retention-axis = Share of customers retained over twelve months

chart-churn-nobody = No customers leave
chart-churn-alone = { CAPITAL($cause) } is the main cause of leaving: { $share } of leavers
chart-churn-lowered = { CAPITAL($cause) } is the main cause of leaving ({ $share } of leavers); the program reduces it by { $change }
chart-churn-raised = { CAPITAL($cause) } is the main cause of leaving ({ $share } of leavers); it rises by { $change } with the program
chart-churn-same = The program hardly changes the main cause of leaving: { $cause } ({ $share } of leavers)
chart-churn-most = { $main }; the largest effect is on { $cause } ({ $change })
chart-churn-shown = Customers leaving each month by main cause, as a share of all customers. Expected values.
chart-churn-axis = Share of customers leaving in a month
chart-churn-rate = { $rate } % a month
chart-churn-rates = without { $without } %, with { $with } %

chart-waterfall-gain = { $sure ->
    [yes] The program brings in { $amount } more than it costs over { format-months }
   *[no] On average the program brings in { $amount } more than it costs over { format-months }
}
chart-waterfall-loss = { $sure ->
    [yes] The program costs { $amount } more than it brings in over { format-months }
   *[no] On average the program costs { $amount } more than it brings in over { format-months }
}
chart-waterfall-nothing = The program neither costs nor brings in anything over { format-months }
chart-waterfall-shown = From the change in sales to the net effect. Contribution without the program: { $baseline }. Means, undiscounted.
chart-waterfall-more-sales = Margin on additional sales, at list prices
chart-waterfall-lost-sales = Margin on lost sales, at list prices
chart-waterfall-outstanding = Points still to be redeemed
chart-waterfall-net = Net effect
chart-base = { $net } over { format-months }; { $all } with the value of the customers who are there at the end
chart-base-shown = What customers at the end will bring later, discounted to then: { $with } with the program, { $without } without. Means.
chart-base-axis = Net effect with the value of the base
chart-base-net = Net effect over the period
chart-base-stays = More customers, longer stays
chart-base-each = What each of them brings
chart-base-all = Net effect with the base
chart-worth = Today’s customers are worth { $value }; those at the end { $without } without the program, { $with } with it
chart-worth-alone = Today’s customers are worth { $value }
chart-worth-shown = Lifetime value of one of today’s customers with the program: margin less discounts and points, plus fees, discounted. Whiskers: 90 % of trials.
chart-worth-answers = By today’s answer; what a changed answer is worth, the review estimates.
chart-worth-alike = One answer tells little here: what promoters and detractors are worth differs by no more than chance, so both are left out.
chart-worth-axis = Lifetime value
chart-worth-without = without: { $value }
chart-net-axis = Net effect over { format-months }

# Steps of the waterfall, by the keys of summary.json.
step-discount = Discounts
step-special-terms = Special terms
step-volume-bonus = Volume bonuses
step-reward-cost = Points redeemed
step-setup-cost = Set-up
step-running-cost = Running cost
step-service-cost = Service: training and recovery
step-staff-pay = Staff pay
step-hiring-cost = Replacing staff
step-gift-cost = Gifts and prizes
step-finance-cost = Credit, bad debt, interest
step-returns-cost = Trade-in allowances and returns
step-fee-income = Fees from customers
step-partner-income = Payments from partners
step-card-breakage = Gift card breakage
step-acquisition-cost = Acquiring new customers
step-referral-cost = Referral rewards

chart-net-loses = The program loses money in { $losing } of trials over { format-months }
chart-net-pays = The program pays for itself in { $winning } of trials over { format-months }
chart-net-both = The program pays for itself in { $winning } of trials over { format-months } and loses money in { $losing }
chart-net-shown = Distribution of the net effect in { $trials } trials: contribution with the program less without it, after points outstanding that will be redeemed
chart-net-below = Loss: { $losing } of trials
chart-net-below-mean = Loss: { $losing } of trials, { $mean } on average
chart-net-above = No loss: { $winning } of trials
chart-net-mean = mean { $mean }
chart-net-worst = mean of the worst 5 %: { $mean }

chart-margin-message = The program gives away { $loss } of margin on purchases that would have been made anyway
chart-margin-message-share = { chart-margin-message }: { $share } of its cost
chart-margin-shown = Margin loss: discounts, redeemed points and gifts for a spend on purchases that would also be made without the program. Lines: means. Band: 50 % and 90 % of trials.
chart-margin-axis = Cumulative, from the start
chart-margin-given = Margin loss
chart-margin-cost = Program cost

chart-nps-alone = Without a program NPS is { $without } after { format-months }
chart-nps-same = The program does not change NPS: { $with } after { format-months }
chart-nps-up = The program raises NPS by { $points } points: { $with } instead of { $without } after { format-months }
chart-nps-down = The program lowers NPS by { $points } points: { $with } instead of { $without } after { format-months }
chart-nps-open = No effect on NPS can be distinguished from zero: { $low } to { $high } points in 90 % of trials
chart-nps-shown = Net promoter score: % promoters less % detractors among all customers. { chart-bands }
chart-nps-axis = Net promoter score

chart-effect-of = { $measure ->
    [retention] annual retention
   *[nps] NPS
}
chart-effect-up = The program raises { chart-effect-of } by { $points } points after { format-months }
chart-effect-down = The program lowers { chart-effect-of } by { $points } points after { format-months }
chart-effect-open = An effect of the program on { chart-effect-of } cannot be distinguished from zero after { format-months }
chart-effect-fades = The effect of the program on { chart-effect-of } fades: { $peak } points in month { $at }, { $points } after { format-months }
chart-effect-hardly = The program changes { chart-effect-of } by less than 0.1 points
chart-effect-none = The program does not change { chart-effect-of }
chart-effect-shown = With the program less without it, in the same trial: same customers, same luck. Line: mean. Bands: 50 % and 90 % of trials as simulated; ranges in the text are for the real number of customers and narrower.
chart-effect-axis = Change of { chart-effect-of }, points
chart-effect-line = Effect of the program

chart-liability-message = After { format-months } customers hold points worth { $owed }; the contract liability under IFRS 15 is { $deferred }
chart-liability-shown = Points outstanding at face value, and the contract liability for them under IFRS 15. { chart-bands }
chart-liability-axis = Owed to customers
chart-liability-face = Points at face value
chart-liability-deferred = Deferred revenue (IFRS 15)

chart-uplift-nothing = The discounts add no sales and cost { $cost } of sales
chart-uplift-halved-dear = By month { $month } the discounts have lost half of their effect; they still cost { $cost } of sales
chart-uplift-halved = By month { $month } the discounts have lost half of their effect
chart-uplift-never = The discounts never add enough sales to pay for themselves; they cost { $cost } of sales
chart-uplift-cut = The discounts are cut from { $before } to { $cost } of sales
chart-uplift-fresh = The discounts keep more than half of their effect; they cost { $cost } of sales
chart-uplift-shown = Increase in purchases due to price, and discounts as a share of sales at list prices. Lines: means. Band: 50 % and 90 % of trials.
chart-uplift-axis = Increase in purchases; share of sales
chart-uplift-gained = Purchases gained by price
chart-uplift-discounts = Discounts given
chart-uplift-mark-halved = effect halved
chart-uplift-mark-never = never pays for itself
chart-uplift-mark-unprofitable = no longer pays for itself

chart-answers = { $promoters } of customers answer 9 or 10, { $detractors } answer 0 to 6
chart-answers-shown = “How likely are you to recommend us?” Share of each answer in the last month; 0 to 2: something basic is missing. Whiskers: 90 % of trials.
chart-answers-axis = Share of respondents
chart-answers-answer = { $answer }
chart-answers-without = without: { $share }

chart-categories = { $bad } of profit is bad profit with the program, { $without } without it: it comes from customers who would warn others
chart-categories-alone = { $good } of profit is good: it comes from customers who recommend you; { $bad } is bad: it comes from those who would warn others
chart-categories-shown = Margin less discounts and points, plus fees, by category of customer over all months. Whiskers: 90 % of trials.
chart-categories-axis = Profit
chart-categories-customers = customers: { $start } at the start, { $end } at the end
chart-categories-bad = bad profit: { $share }
chart-without-goes-on = Today goes on
chart-retention-alone-goes-on = If today’s program goes on { $share } of customers stay another year
chart-waterfall-shown-goes-on = From the change in sales to the net effect. Contribution if today’s program goes on: { $baseline }. Means, undiscounted.
chart-base-shown-goes-on = What customers at the end will bring later, discounted to then: { $with } with the change, { $without } if today’s program goes on. Means.
chart-worth-goes-on = Today’s customers are worth { $value }; those at the end { $without } if today’s program goes on, { $with } with the change
chart-worth-without-goes-on = today: { $value }
chart-answers-without-goes-on = today: { $share }
chart-net-shown-goes-on = Distribution of the net effect in { $trials } trials: contribution with the change less that of today’s program going on, after points outstanding that will be redeemed
chart-margin-shown-goes-on = Margin loss: discounts, redeemed points and gifts for a spend on purchases that would also be made if today’s program went on. Lines: means. Band: 50 % and 90 % of trials.
chart-nps-alone-goes-on = If today’s program goes on NPS is { $without } after { format-months }
chart-effect-shown-goes-on = With the change less today’s program going on, in the same trial: same customers, same luck. Line: mean. Bands: 50 % and 90 % of trials.
chart-categories-goes-on = { $bad } of profit is bad profit with the change, { $without } if today’s program goes on: it comes from customers who would warn others
chart-retention-up-goes-on = { $saved ->
    [one] The change retains { $saved } more customer
   *[other] The change retains { $saved } more customers
}
chart-retention-down-goes-on = { $lost ->
    [one] The change loses { $lost } more customer than it retains
   *[other] The change loses { $lost } more customers than it retains
}
chart-retention-none-goes-on = The change retains nobody who would have left
chart-churn-lowered-goes-on = { CAPITAL($cause) } is the main cause of leaving ({ $share } of leavers); the change reduces it by { $change }
chart-churn-raised-goes-on = { CAPITAL($cause) } is the main cause of leaving ({ $share } of leavers); it rises by { $change } with the change
chart-churn-same-goes-on = The change hardly affects the main cause of leaving: { $cause } ({ $share } of leavers)
chart-waterfall-gain-goes-on = { $sure ->
    [yes] The change brings in { $amount } more than it costs over { format-months }
   *[no] On average the change brings in { $amount } more than it costs over { format-months }
}
chart-waterfall-loss-goes-on = { $sure ->
    [yes] The change costs { $amount } more than it brings in over { format-months }
   *[no] On average the change costs { $amount } more than it brings in over { format-months }
}
chart-waterfall-nothing-goes-on = The change neither costs nor brings in anything over { format-months }
chart-net-loses-goes-on = The change loses money in { $losing } of trials over { format-months }
chart-net-pays-goes-on = The change pays for itself in { $winning } of trials over { format-months }
chart-net-both-goes-on = The change pays for itself in { $winning } of trials over { format-months } and loses money in { $losing }
chart-nps-same-goes-on = The change does not move NPS: { $with } after { format-months }
chart-nps-up-goes-on = The change raises NPS by { $points } points: { $with } instead of { $without } after { format-months }
chart-nps-down-goes-on = The change lowers NPS by { $points } points: { $with } instead of { $without } after { format-months }
chart-effect-up-goes-on = The change raises { chart-effect-of } by { $points } points after { format-months }
chart-effect-down-goes-on = The change lowers { chart-effect-of } by { $points } points after { format-months }
chart-effect-open-goes-on = An effect of the change on { chart-effect-of } cannot be distinguished from zero after { format-months }
chart-effect-fades-goes-on = The effect of the change on { chart-effect-of } fades: { $peak } points in month { $at }, { $points } after { format-months }
chart-effect-hardly-goes-on = The change moves { chart-effect-of } by less than 0.1 points
chart-effect-none-goes-on = The change does not move { chart-effect-of }
chart-effect-line-goes-on = Effect of the change
chart-margin-message-goes-on = The program as changed gives away { $loss } of margin on purchases that would have been made anyway
chart-margin-cost-goes-on = Added program cost
chart-ended = Today’s program ended
chart-with-goes-on = With the change
chart-churn-most-goes-on = { $main }; the largest effect of the change is on { $cause } ({ $change })
chart-churn-rates-goes-on = today { $without } %, changed { $with } %
