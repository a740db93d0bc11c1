# Pictures of decision analysis: the message of each, what it shows, its labels.

chart-decide-source = seed { $seed } · { $trials } trials of { $customers } customers · loyalsim { $version }{ $partial }
chart-decide-net = Net effect
chart-decide-no-gain = neither gain nor loss
chart-decide-loses = loses in { $share } of trials
chart-decide-no-program = No program
chart-decide-design = The design as it stands

chart-compare-best = { $name } gains most: { $gain } on average
chart-compare-none = On average none of these designs gains anything
chart-compare-best-in = best in { $share } of trials
chart-compare-effects-shown = Mean net effect of each design on the same customers and luck, with the 95 % interval of the mean.
chart-compare-most-often = { $name } comes out best in { $share } of the trials
chart-compare-range = 90 %: { $range }
chart-compare-chance = Chance of no more than this
chart-compare-distributions-shown = For each amount, the chance that the net effect is no more than that: the further right a curve, the better.

chart-sweep-best = Best of the settings tried: { $settings }
chart-sweep-shown = { $measure } over the trials. Whiskers: 95 % interval of the difference from the best setting on the same luck.
chart-sweep-shown-grid = { $measure } over the trials. The best setting is framed.
chart-sweep-present = in the design

chart-optimise-improved = Other settings of the same program improve its { $measure } by { $gain }
chart-optimise-as-good = The design is as good as the best settings found
chart-optimise-nothing = None of the settings tried is better than doing nothing
chart-optimise-infeasible = No settings tried meet all constraints
chart-optimise-best = The best settings found
chart-optimise-shown = { $measure } on fresh trials that nothing was chosen on, with the 95 % interval of the mean.
chart-optimise-moved = { $name }: { $from } → { $to }
chart-optimise-front = { $count ->
    [one] { $count } design
   *[other] { $count } designs
} to choose from: { $across } or { $up }
chart-optimise-trade-offs = Trade-offs found
chart-optimise-front-shown = Each number is a design in the results folder (front-01.toml and so on), on fresh trials.

chart-stress-loses-anyway = The program loses money on average, with or without a blow
chart-stress-survives = { $count ->
    [one] The program survives the single blow tried: { $worst }
   *[other] The program survives each of { $count } single blows; worst: { $worst }
}
chart-stress-falls = { $losing } of { $count } single blows turn the program’s gain into a loss; worst: { $worst }
chart-stress-as-designed = The program as designed
chart-stress-blows-shown = Mean net effect of the program in each world on the same customers and luck, with the 95 % interval of the mean.
chart-stress-reverse = The program { stress-what } if this much goes wrong at once: about 1 in { $odds }
chart-stress-reverse-shown = The nearest combination of assumptions at which it fails in the mean over luck; the largest shifts of all uncertain numbers.
chart-stress-reverse-axis = Lower (left) or higher (right) than expected, in standard deviations
chart-stress-shift = { $from } → { $to }

chart-exit-dearest = Ending the program costs up to { $cost }, in { MONTH($month) }
chart-exit-free = Ending the program costs nothing in any month tried
chart-exit-shown = Means over the trials up to the horizon. Whiskers: nine trials in ten.
chart-exit-across = Month of the end, counted from the start
chart-exit-up = Money up to the horizon
chart-exit-against = Ending against going on
chart-exit-cost = Exit cost
