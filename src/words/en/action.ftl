# Preventive actions.

# Actions, as advice.
action-at = { $what } ({ $path })
action-scale-discounts = Cut all discounts to { $factor } of their depth.
action-scale-discount = Cut the discount to { $to }.
action-cheaper-gift = Give a gift that costs { $to }.
action-raise-target = Give the gift for a spend of { $to } or more.
action-raise-discount = Raise the discount to a noticeable { $to }, or drop it.
action-ladder-to-offers = Replace the cumulative discount with an offer of { $depth } once a quarter that members have to claim.
action-drop-element = Drop { $element } ({ $path }).
action-leave-as-today = Keep today’s { $element } ({ $path }).
action-end-element = End { $element } in { MONTH($month) } and observe the effect.
action-lower-step = Lower the threshold of the step to { $factor } of the present one.
action-best-discount = Apply the best discount only, not the sum.
action-rarer-offers = Run the offer once every { $months ->
    [one] month
   *[other] { $months } months
}.
action-members-only = Open the element to members only.
action-cut-fixed = Simplify: reduce set-up and running cost to { $factor } of what is planned.
action-stop-after-a-year = Plan an end: stop the program in { MONTH($month) } unless it earns more by then.
action-end-it = End the program in { MONTH($month) } and announce it in advance.
action-halve-charge = Halve the charge.
action-without-segment = Leave the segment “{ $segment }” out of the program.
action-recover-complaints = Recover { $fast } of failures at once, at { $case } a case.
action-train-staff = Train staff for { $monthly } a month to have { $to } of contacts handled to standard (effect size is a judgement: test it in a pilot).
action-train-staff-called = training of staff for { $monthly } a month, so that { $to } of contacts are handled to standard (effect size is a judgement: test it in a pilot)
action-recover-complaints-called = recovery of { $fast } of failures at once, at { $case } a case
action-recognise-called = recognition of customers who spend { $spend } a year, without money
action-repair-first = Postpone the launch: fix service failures first ({ $fast } recovered at once, at { $case } a case), at half of the fixed cost and without the other elements.
action-cut-points = Cut the earn rate to { $factor } of that proposed.
action-raise-points = Raise the earn rate to { $factor } of that proposed.
action-lower-minimum = Lower the redemption threshold to { $to ->
    [one] { $to } point
   *[other] { $to } points
}.
action-longer-expiry = Extend the expiry period of points to { $months ->
    [one] { $months } month
   *[other] { $months } months
}.
action-shorter-expiry = Let points expire after { $months ->
    [one] { $months } month
   *[other] { $months } months
}, announced in advance.
action-welcome-points = Give { $points ->
    [one] { $points } point
   *[other] { $points } points
} for joining.
action-smaller-welcome = Give { $points ->
    [one] { $points } point
   *[other] { $points } points
} for joining, below the redemption threshold.
action-smaller-referral = Cut both referral rewards to { $factor } of what is planned.
action-count-money = Count money spent, not purchases.
action-level-step = Raise the step to { $to }, the level of the one below.
action-open-entry = Let everybody join at the first purchase.
action-longer-notice = Announce the devaluation { $months ->
    [one] { $months } month
   *[other] { $months } months
} in advance.
action-pay-out-points = Pay out the points that are left when the program ends.
action-announce-the-end = Announce the end { $months ->
    [one] { $months } month
   *[other] { $months } months
} in advance, so that members can spend their points.
action-tell-the-idle = Notify members who have not bought for three months, and offer them a way to cancel.
action-book-points = Agree with the auditors on the accounting of points and on the estimate of breakage.
action-score-as-compass = Make retention or contribution the goal, and use NPS for orientation.
action-split-the-average = Measure by segment, branch and employee; describe at least two segments.
action-name-somebody = Appoint an owner with a budget.
action-write-partner-terms = Agree in writing with each partner who pays for which points and how the partnership ends.
action-set-messages = Send { $to ->
    [one] { $to } message
   *[other] { $to } messages
} a month.
action-recognise = Recognise customers who spend { $spend } a year or more: by name and personal service, without money.
action-recognise-tiers = Add recognition to every tier: personal address, a dedicated line.
action-lower-tier = Lower the threshold of tier “{ $tier }” to { $to } a year.
action-raise-tier = Raise the threshold of tier “{ $tier }” to { $factor } times the present one.
action-grace = Give a grace period of { $months ->
    [one] { $months } month
   *[other] { $months } months
} before a tier is lost.
action-keep-training = Train continuously, for { $monthly } more a month.
action-offer-it = Ask staff to offer the program: one willing customer in four joins at a visit.
action-state-goals = State one goal about customers and one about money, each with a number and a month.
action-state-price = Add a goal for net_effect: the largest acceptable cost, and by when.
action-later-goal = Judge the goal a year after the launch or later.
action-honest-goal = Set a goal that can be reached, or choose another program.
action-harder-goal = State the goal as a change versus a control group.
action-plan-exit = Write down when and how the program would be ended: notice, points, status, cost.
action-control-group = Keep a random tenth of customers without the program for a year.
action-two-waves = Let customers join in two waves, drawn by lot and half a year apart: of so few, a tenth kept without the program would tell nothing.
action-pilot = Start with a few branches or a part of the customers for six months; agree beforehand on the result that would stop the program.
action-control-group-goes-on = Keep a random tenth of customers on today’s terms for a year.
action-two-waves-goes-on = Let customers have the change in two waves, drawn by lot and half a year apart: of so few, a tenth kept on today’s terms would tell nothing.
action-pilot-goes-on = Start with a part of the customers, drawn by lot, for six months; agree beforehand on the result that would stop the change.
action-write-terms = Write the terms (expiry, changes with notice, exclusions) and show them to customers who join.
action-close-term = Close it in the terms and in the systems, and check the accounts with the most points for their purchases.
action-close-hole = Write into the terms: gift cards neither earn points nor are sold for them, points on returned goods are taken back, one account a person.
action-shorter-credit = Shorten the credit to { $months ->
    [one] { $months } month
   *[other] { $months } months
}, or ask for interest.
action-cautious-resale = Count on a resale value of { $to } of the allowance, and agree with a buyer before you count on more.
action-longer-period = Set horizon_months to { $months } or launch earlier, and review the design again.
action-what-rivals-lack = Offer members what the rival cannot: recognition, service, access. Do not only outbid it.
action-ask-consent = Write down how members give consent, to what, and how they withdraw it.
action-involve-staff = Define the role of staff, consult them first, and let them benefit.
action-ask-leavers = Ask fifty of your own leavers by telephone and use their causes.
action-measure = Take retention, purchases and receipts from sales records and mark them as measured.
action-give-ranges = Give each assumption a range: low, most likely, high.
action-count-costs = Include all costs: software, cards, staff, mailings, accounting.
action-name-rivals = Describe the nearest rival: when it may open and how much cheaper it is.
action-look-after-the-top = Give each of the best customers a personal contact: a program for everybody does not hold them.
