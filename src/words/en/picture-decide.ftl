# Pictures of decision analysis: the message of each, what it shows, its labels.

chart-decide-source = seed { $seed } · { $trials } trials with { $customers } customers each · loyalsim { $version }{ $partial }
chart-decide-net = Net effect
chart-decide-no-gain = break-even
chart-decide-loses = loses in { $share } of trials
chart-decide-no-program = No program
chart-decide-design = The present design

chart-compare-best = { $name } has the highest net effect: { $gain } on average
chart-compare-none = On average none of these designs has a positive net effect
chart-compare-best-in = best in { $share } of trials
chart-compare-effects-shown = Mean net effect of each design with the same customers and luck; bars: 95 % interval of the mean.
chart-compare-most-often = { $name } is the best design in { $share } of trials
chart-compare-range = 90 %: { $range }
chart-compare-chance = Probability of at most this
chart-compare-distributions-shown = Probability that the net effect is at most the amount shown: the further right a curve, the better.

chart-sweep-best = Best setting tried: { $settings }
chart-sweep-shown = { $measure }. Whiskers: 95 % interval of the difference from the best setting, on the same luck.
chart-sweep-shown-grid = { $measure }. The best setting is framed.
chart-sweep-present = in the design

chart-optimise-improved = Other settings of the same program improve its { $measure } by { $gain }
chart-optimise-as-good = The present design is as good as the best settings found
chart-optimise-nothing = None of the settings tried is clearly better than no program
chart-optimise-infeasible = None of the settings tried meets all constraints
chart-optimise-best = The best settings found
chart-optimise-shown = { $measure } on fresh trials not used in the search, with the 95 % interval of the mean.
chart-optimise-moved = { $name }: { $from } → { $to }
chart-optimise-front = { $count ->
    [one] { $count } design
   *[other] { $count } designs
} to choose from: { $across } or { $up }
chart-optimise-trade-offs = Trade-offs found
chart-optimise-idle = No better than no program
chart-optimise-front-shown = Each number is a design in the results folder (front-01.toml and so on), on fresh trials.

chart-stress-loses-anyway = The program loses money on average even without a shock
chart-stress-survives = { $count ->
    [one] The program stays profitable under the single shock tried: { $worst }
   *[other] The program stays profitable under each of { $count } single shocks; worst: { $worst }
}
chart-stress-falls = { $losing } of { $count } single shocks turn the program’s gain into a loss; worst: { $worst }
chart-stress-as-designed = The program as designed
chart-stress-shocks-shown = Mean net effect of the program under each shock, with the same customers and luck; bars: 95 % interval of the mean.
chart-stress-reverse = The program { stress-what } if these assumptions shift together: about 1 in { $odds }
chart-stress-reverse-shown = Nearest combination of assumptions at which the program fails on average over luck; largest shifts of all uncertain inputs.
chart-stress-reverse-axis = Below (left) or above (right) the expected value, in standard deviations
chart-stress-shift = { $from } → { $to }

chart-exit-dearest = Ending the program costs up to { $cost } of contribution, in { MONTH($month) }
chart-exit-free = Ending the program costs no contribution in any month tried
chart-exit-shown = Means, up to the horizon. Whiskers: 90 % of trials.
chart-exit-across = Month of the end, counted from the start
chart-exit-up = Money up to the horizon
chart-exit-against = Ending versus continuing
chart-exit-cost = Contribution lost

# A program that runs already: said in the place of the message without -goes-on.
chart-stress-loses-anyway-goes-on = The change loses money on average even without a shock
chart-stress-survives-goes-on = { $count ->
    [one] The change stays profitable under the single shock tried: { $worst }
   *[other] The change stays profitable under each of { $count } single shocks; worst: { $worst }
}
chart-stress-falls-goes-on = { $losing } of { $count } single shocks turn the change’s gain into a loss; worst: { $worst }
chart-stress-as-designed-goes-on = The change as designed
chart-optimise-nothing-goes-on = None of the settings tried is clearly better than going on as today
chart-optimise-idle-goes-on = No better than going on as today
