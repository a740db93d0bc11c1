# What can be simulated but is probably not meant, or not wise: check-… says what was noticed, check-…-help what to do.

check-line = warning: { $file }: { $warning }
check-at = line { $line }: { $what } ({ $help })
check-anywhere = { $what } ({ $help })

# Weak points that rules find before anything is simulated: code and place, the weakness, what was found, what could be done.
check-weak-point = { $severity }: { $file }: { $place }: { $title } { $found }
check-weak-point-remedy = { $severity }: { $file }: { $place }: { $title } { $found } Remedy: { $remedy }
check-critical = critical weak point
check-serious = serious weak point
check-moderate = moderate weak point
check-place = { $code }
check-place-in = { $code }, { $path }
check-place-at = { $code }, line { $line }
check-more = { $count ->
    [one] { $file }: { $count } more weak point (`loyalsim check { $typed }` shows it)
   *[other] { $file }: { $count } more weak points (`loyalsim check { $typed }` shows them)
}

check-brands-rate = the customers of this design buy { $segments } times per { $period } if they buy at all, buyers of the own brand in [brands] { $category } times
check-brands-rate-help = check that `purchases_per_year` counts purchases of the own brand in this category, or correct the rates of [brands]; `loyalsim brands` uses [brands], everything else the segments
check-lever-cost = the lever `{ $path }` changes nothing but what the program costs, so the least is always best
check-lever-cost-help = take as the lever what the money is spent on, or leave it out
check-study-of-the-certain = the study "{ $study }" informs `{ $path }`, which is certain
check-study-of-the-certain-help = write the number as { -unknown }, or leave it out of the study
check-branches = the branches average { $mean } of contacts handled to standard, while `service.proper_contacts` is { $declared }
check-branches-help = only the differences between branches are used; make the two agree
check-retention = { $kind ->
    [month] the segments average a monthly churn of { $mean }, while `{ $path }` is { $declared }
   *[year] the segments average a retention of { $mean }, while `{ $path }` is { $declared }
}
check-retention-help = the segments’ numbers are used; make the two agree
check-interest = `{ $path }` is { $cost }, but prices grow by { $inflation } a year: what customers are worth after the horizon is reckoned with { $least } of interest after inflation
check-interest-help = state a cost of capital that contains inflation, or leave out `price_inflation` and state both at today’s prices
check-unchanging = `{ $path }` is 0: without changes of needs no base stays level, so the customers of today are taken to have come at an even pace over { $months } months
check-unchanging-help = state `business.age_months`, or write new_cohort = {"\"yes\""} for customers who have just joined
check-adjusted = { $kind ->
    [age] `{ $path }` is { $declared }, but if the customers of "{ $segment }" had come over so many months, newcomers would have to leave within weeks to explain its losses: { $found } months are simulated
   *[needs] `{ $path }` is { $declared } % a year, but with changes as rare as that newcomers to "{ $segment }" would have to leave within weeks to explain its losses: { $found } % a year are simulated
}
check-adjusted-help = { $kind ->
    [age] check retention, `churn_shape` and `age_months` against each other; write the number simulated if it is right
   *[needs] check retention, `churn_shape` and `needs_change` against each other; write the number simulated if it is right
}
check-newcomers-misfit = `{ $path }` is { $declared }, but with the declared losses of "{ $segment }" and the other months { $found } of its newcomers are left by then
check-newcomers-misfit-help = the nearest that is possible is simulated: check the shares of newcomers against the retention of the whole; without `churn_shape` and `needs_change` there is more freedom
check-correlation = `{ $path }` is { $declared }, but with churn_shape = { $shape } customers differ so much for other reasons that the nearest possible correlation is { $found }
check-correlation-help = raise `churn_shape`, or write the number simulated
check-short = { $months ->
    [one] the program runs for only { $months } month
   *[other] the program runs for only { $months } months
}
check-short-help = effects take about a year to settle: launch earlier, or extend `horizon_months`
check-announced = { $announced ->
    [one] `{ $path }` is { $announced } month
   *[other] `{ $path }` is { $announced } months
}, but the simulation begins { $months ->
    [0] with the launch: nobody is told before it
    [one] 1 month before the launch: it is announced then
   *[other] { $months } months before the launch: it is announced then
}
check-announced-help = launch the change later, or let `start` be earlier, so that members can respond to the announcement
check-counts-for-nothing = `{ $path }` has no effect: { $because ->
    [points] points are not converted
    [members] members are moved and need not join again
   *[discounts] today’s program has promised no discounts
}
check-counts-for-nothing-help = { $because ->
    [points] write points = {"\"converted\""} under [program.transition], or delete the line
    [members] write members = {"\"join_anew\""} under [program.transition], or delete the line
   *[discounts] delete the line; only cumulative discounts and discounts of tiers are promises that can be kept
}
check-conversion = `{ $path }` makes a point that is worth { $before } today worth { $after }
check-conversion-help = check the rate against both values of a point: members compare what they had with what they get
check-nobody-rejoins = `{ $path }` is 0: nobody joins the changed program, so this is an end, not a change
check-nobody-rejoins-help = write the share of members who will join again; what ending today’s program would cost is shown beside every change anyway
check-bare-tiers = `{ $element }` has tiers that are only names: no discount, no additional points, no element for them, no cost
check-bare-tiers-help = what is simulated is the recognition alone: say what staff do for members of each tier, and what it costs (`cost_per_member_per_year`), or set `recognition = 0`
check-nobody-buys-more = `{ $element }` works by bringing purchases, and customers under contract pay one bill a month whatever is offered: it costs money and brings none
check-nobody-buys-more-help = delete it, or offer something that counts when the contract ends: preferential terms, a retention offer
check-far-receipt = `{ $element }`: hardly any receipt is as large as its threshold; a usual one is { $usual }
check-far-receipt-help = set `from_receipt` a little above usual receipts, or delete it
check-empty-win-back = `{ $element }` offers nothing to those who have left: nobody comes back for it
check-empty-win-back-help = give a discount or a gift, or delete the element
check-no-discount = `{ $element }` gives no discount: every discount in it is 0
check-no-discount-help = write the discount meant, or delete the element: it costs effort and pleases nobody
check-out-of-reach = `{ $path }` = { $months }: at today’s retention fewer than one customer in 200 stays so long
check-out-of-reach-help = ask for fewer months, or leave the key out
check-no-tiers = `program.transition.tiers_until` has no effect: the changed program has no tiers
check-no-tiers-help = delete the line, or give the program [[program.tiers]]
check-no-gain = { $element ->
    [failures] `{ $path }` is { $after }, above today’s `{ $today }` ({ $before })
   *[other] `{ $path }` is { $after }, no higher than today’s `{ $today }` ({ $before })
}
check-no-gain-help = { $element ->
    [training] the training changes nothing: check both numbers
    [recovery] complaints are resolved no faster than today: check both numbers
   *[failures] a quality program cannot cause more failures, so today’s number applies: check both numbers
}
check-free-pay = `{ $path }` costs nothing, because staff numbers or pay are not given
check-free-pay-help = give `staff.employees` and `staff.pay_per_month`
check-pay-alone = pay is { $pay } of the fair level today: above that level, more pay retains staff but does not motivate them
check-pay-alone-help = consider experience and meaning at work: [[program.staff_culture]]
check-breakage = `{ $path }` is { $chance }: most points will never be redeemed
check-breakage-help = points that are never redeemed motivate nobody: a program must not depend on breakage
check-unfair = partners settle points at only { $settlement } of face value
check-unfair-help = you pay for customers who collect more elsewhere than they redeem there; partners stay only if the terms are fair
check-irrelevant = the offers suit only { $relevance } of those who get them
check-irrelevant-help = the same offer for all misses most customers and annoys some: target better, or send fewer
check-habituation = `{ $element }` runs for { $months } months without a break
check-habituation-help = what is always there stops being noticed: limit it with `calendar`, or let it take turns (`rotation`)
check-unfit = a gift that suits only { $fit } of those who get it does more harm than good
check-unfit-help = an unsuitable gift shows that you do not know the customer: ask what would please, or give none
check-no-target = a typical customer spends { $usual } in a period of `{ $element }` anyway, and gets the gift for it
check-no-target-help = raise `from_spend` a little above what customers spend: only who is near it buys more
check-messages-untried = `{ $element }` sends more messages than the { $tried } a month that an experiment has tried: more are played as if they brought no more
check-messages-untried-help = send as many as were tried, or try more on a part of the customers drawn by lot
check-message-lift = `{ $element }`: in the simulation messages raise the purchases of those who get them by { $rise } %; more than { $most } % is implausible
check-message-lift-help = a small experiment finds effects that are too large: lower behaviour.message_lift, or measure it again on more customers and over a longer time
check-far-target = `{ $element }`: hardly anybody spends so much within its period; a customer usually spends no more than { $usual }
check-far-target-help = lower `from_spend` to a little above what customers spend, or give them more months (`within_months`)
check-dear-gift = `{ $element }`: the gift costs { $cost } and is given for a spend of { $spent }: it gives back more than half of it
check-dear-gift-help = make the gift cheaper or raise `from_spend`: those who spend as much anyway get it too
check-gift-above-spend = `{ $element }`: the gift costs { $cost } and is given for a spend of { $spent }: each one costs as much as the sale brings, or more
check-gift-above-spend-help = check `cost_per_gift` and `from_spend`; make the gift far cheaper than what is spent for it
check-below-cost = `{ $path }` is { $discount }, and the goods that it is on have a margin of { $margin }
check-below-cost-help = lower the discount, or check the margins of the product groups
check-group-margins = the product groups have a mean margin of { $groups }, and the business has { $business }
check-group-margins-help = check shares and margins of the groups: only what they differ by among each other counts
check-unused = a typical customer of "{ $segment }" saves { $saved } a year with the subscription and pays { $fee }
check-unused-help = only heavy buyers gain; the others pay for what they do not use, until they notice
check-too-early = { $failures } of purchases fail today, and the guarantee pays for many of these failures
check-too-early-help = reduce failures first: a guarantee is cheap only where it is rarely needed
check-rotation = `{ $element }` is alone in the rotation "{ $rotation }"
check-rotation-help = it runs without a break: give another element the same `rotation`, or use `calendar`
check-hidden = `{ $path }` is { $depth }, while `{ $other }` always gives { $always }: nobody will notice it
check-hidden-help = only the best discount counts (`stacking`): make it deeper, or leave it out
check-no-points = the tier "{ $tier }" multiplies points, but there are none
check-no-points-help = add [[program.points]] for the same customers, or leave out `earn_multiple`
check-twice = `{ $one }` and `{ $other }` run in the same months for the same customers
check-twice-help = effects and costs of both count in full: end one (`until`) where the other begins, or keep only one
check-revalued = `{ $path }` is { $new }, but in `{ $earlier }` it is { $old }
check-revalued-help = points already collected take the new value: keep it the same, or use `devalued_in`, which models how members react
check-never = `{ $element }` never runs
check-never-help = no month satisfies `from`, `until`, `months`, `calendar` and `rotation` together: check them
check-not-shared = { $rest ->
    [discounts] partners pay their share of the monthly costs of `{ $element }`, but not of its discounts
    [messages] partners pay their share of the monthly costs of `{ $element }`, but not of its messages
    [rewards] partners pay their share of the monthly costs of `{ $element }`, but not of its rewards
   *[cases] partners pay their share of the monthly costs of `{ $element }`, but not of the cases resolved
}
check-not-shared-help = deduct what they pay of the rest from `cost_per_month`
check-no-promoters = the referral program relies on promoters, but NPS is { $nps }
check-no-promoters-help = more customers warn against you than recommend you, and a reward does not make promoters: fix the causes first

# Numbers that are probably in another unit, or out of all proportion.

check-unusual = { $kind ->
    [nps] `{ $path }` is { $value }, but NPS is measured in points from -100 to 100
    [churn] `{ $path }` is { $value }: only { $percent } % of customers are still there a year later
    [forever] `{ $path }` is { $value }: hardly any customer ever leaves
    [losses] `{ $path }` is { $value }: { $percent } % of the customers leave every month
    [lasting] `{ $path }` is { $value }: hardly any customer ever leaves
    [margin] `{ $path }` is { $value }: the goods cost almost nothing
    [purchases] `{ $path }` is { $value }: more than two purchases a day
    [capital] `{ $path }` is { $value }: capital costs { $percent } % a year
    [gap] `{ $path }` is { $value }: the rival sells at less than half the price
    [multiple] `{ $path }` is { $value }: with it, points return more than half of what is spent
    [spread] `{ $path }` has a standard deviation of { $value }, more than half of the range allowed
   *[earn] `{ $path }` is { $value }: points return more than half of what customers spend
}
check-unusual-help = { $kind ->
    [nps] write { $percent } if that is what was meant
    [churn] retention is the share that stays; if { $percent } % leave, write { $rest }
    [forever] was the retention of a month meant? The number is for a year
    [losses] the number is for a month; if so many leave in a year, write `annual_retention` = { $rest }
    [lasting] write 0.03 for 3 % a month
    [margin] the margin is what is left of the sale after paying for the goods: 0.25 for 25 %
    [purchases] the number is per customer and year
    [capital] write 0.1 for 10 % a year
    [gap] write 0.05 for a rival who is 5 % cheaper
    [multiple] a multiple of 2 gives twice as many points as usual
    [spread] that says almost nothing about the number: check it, or give low, mode and high
   *[earn] write 0.03 for 3 %
}
check-newcomers = { $newcomers } new customers a month on a base of { $customers }: { $percent } % every month
check-newcomers-help = the number is for one month, not a year: check it, or `business.customers`
check-basket = `{ $path }` is { $value }, while another segment spends { $largest } per purchase
check-basket-help = check the unit: all money must be in the same one, for instance whole currency units, not thousands
check-plans = { $kind ->
    [grow] `{ $path }`: the bills of those who stay grow by { $percent } % a year, to { $whole } % in the { $months } months simulated
   *[shrink] `{ $path }`: the bills of those who stay shrink by { $percent } % a year, to { $whole } % in the { $months } months simulated
}
check-plans-help = plans end somewhere: check the share that moves in a year and `plan_step`. Rises of prices are no moves
check-no-moves = `{ $path }` has no effect: nobody moves between plans
check-no-moves-help = write `upgrades` or `downgrades`, the shares of customers who move in a year, or leave it out
check-beyond = { $yardstick ->
    [month] `{ $path }` comes to { $value } a month, more than the whole business takes in ({ $limit })
    [year] `{ $path }` is { $value }, more than the whole business takes in a year ({ $limit })
    [spend] `{ $path }` comes to { $value }, more than any typical customer spends in a year ({ $limit })
    [decade] `{ $path }` is { $value }, more than any typical customer spends in ten years ({ $limit })
   *[transaction] `{ $path }` is { $value }, more than the largest typical purchase ({ $limit })
}
check-beyond-help = check the unit, whether currency units or thousands, per month or per year, and the spend of the segments
check-standing = `{ $path }` is { $declared }, but { $kind ->
    [members] playing the program until the start makes { $found } of the customers members, even where all are willing
    [no_points] playing the program until the start leaves no points outstanding: the declared number is left out
    [points] playing the program until the start leaves { $found } points outstanding: every balance is scaled to the declared number
   *[discount] playing the program until the start gets customers used to { $found }: what they are used to is scaled to the declared discount
}
check-standing-help = check it against the terms in [today], or leave it out
