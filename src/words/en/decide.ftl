# Answers of `loyalsim compare`, `sweep`, `optimise`, `stress` and `exit`: text for a terminal, in columns.

decide-size = { $trials ->
    [one] { $trials } trial
   *[other] { $trials } trials
} with { $customers } simulated customers each, the same luck for all; seed { $seed }
decide-no-program = no program
decide-warning = warning: { $text }

compare-against = versus
compare-each = RESULTS OF EACH DESIGN
compare-less = { $name } LESS { $first }
compare-difference = Difference
compare-interval = 95 % interval
compare-greater = Higher in
compare-in-trials = { $share } of trials
compare-alike = the same in all trials
compare-which = WHICH IS BETTER (net effect)
compare-clear = { $better } is better than { $other } on average (statistically clear), and in { $share } of trials.
compare-unclear = { $better } and { $other } do not differ on average beyond the Monte Carlo error; more --trials would help.
compare-same = { $better } and { $other } have the same net effect in every trial.
compare-first-order = First-order dominance: { $verdict ->
    [dominates] yes. Anybody who prefers more money to less prefers { $better }.
    [likely] probably, by { $better }; the evidence against it is within the Monte Carlo error.
    [undecided] undecided with this number of trials.
   *[no] no. The choice depends on how much risk you accept.
}
compare-second-order = Second-order dominance: { $verdict ->
    [dominates] yes. Anybody who also avoids risk prefers { $better }.
    [likely] probably, by { $better }; the evidence against it is within the Monte Carlo error.
    [undecided] undecided with this number of trials.
   *[no] no. The choice depends on how much risk you accept.
}
compare-regret = REGRET (how much more the best of these designs would have brought, in hindsight)
compare-regret-mean = Mean
compare-regret-tail = 95 % quantile
compare-regret-worst = Maximum
compare-regret-best = Best in
compare-caution = { $first } and { $name } differ in more than the program ({ $what }): the difference also reflects two different businesses

sweep-down-across = Rows: { $down }. Columns: { $across }. * marks the best setting.
sweep-behind = Difference from best
sweep-best-cell = best
sweep-best = Best: { $settings }; result: { $value }.
sweep-setting = { $name } = { $value }
sweep-alone = No other setting tried is as good, beyond the Monte Carlo error.
sweep-as-good = { $count } of { $all } settings are equally good within the Monte Carlo error.
sweep-edge = The best setting is at the edge of the range tried ({ $levers }): extend the range.
sweep-lucky = The lead of the best of { $cells } settings is partly luck of these trials; another --seed shows how much.
sweep-loses = Even the best of these settings loses: it is better to have no program.
sweep-loses-goes-on = Even the best of these settings loses: it is better to leave the program as it is today.

optimise-tried = Search: { $points } settings with { $search } trials each. Results below: fresh trials not used in the search.
optimise-partial = PARTIAL: stopped before the search was complete; --resume continues from its log.
optimise-improved = BETTER SETTINGS FOUND: { $measure } { $gain } compared with the present design.
optimise-as-good = THE PRESENT DESIGN IS AS GOOD AS THE BEST FOUND, within the Monte Carlo error ({ $measure } { $gain }): leave the levers unchanged.
optimise-nothing = NO SETTING FOUND IS CLEARLY BETTER THAN NO PROGRAM: the best brings { $gain } compared with no program.
optimise-nothing-on-any = NO SETTING FOUND IS CLEARLY BETTER THAN NO PROGRAM on any of these measures: { $measures }.
optimise-front = { $count ->
    [one] { $count } TRADE-OFF
   *[other] { $count } TRADE-OFFS
}: none is better than another on all of these: { $measures }.
optimise-infeasible = NO SETTING TRIED MEETS ALL CONSTRAINTS; the closest are below. Relax a limit or add a lever.
optimise-no-program = No program
optimise-design = Design
optimise-at-least = { $measure } (at least { $value })
optimise-at-most = { $measure } (at most { $value })
optimise-of-best = { $measure } with the best settings
optimise-against-design = Compared with the present design: { $mean }, 95 % interval { $range }.
optimise-against-nothing = Compared with no program: { $mean }, 95 % interval { $range }.
optimise-lost-since = On the search trials the result was { $value }: the difference was luck of those trials.
optimise-idle = On none of these measures clearly better than no program: { $files }.
optimise-at-bounds = At the limit of its range: { $levers }. Check that the limit is real.
optimise-no-longer-feasible = Some settings that met the constraints in the search do not meet them on fresh trials.
optimise-near-limit = { $limit }: too close to the limit to be certain.

# What counts as failure, after "the program".
stress-what = { $failure ->
    [loss] loses money
   *[goal] misses goal { $goal }
}
stress-how-often = HOW OFTEN DOES THE PROGRAM FAIL?
stress-fails = The program { stress-what } in { $share } of trials.
stress-least = WHAT IS THE LEAST THAT HAS TO GO WRONG?
stress-stopped = The search was stopped.
stress-none = Within the ranges of the design there is no combination of assumptions (down to a probability of 1 in 30,000) under which the program { stress-what } on average. Shocks from outside, below, come on top.
stress-middle = Nothing: even at central assumptions the program { stress-what }.
stress-together = The program { stress-what } if these assumptions shift together by { $distance } standard deviations (a shift at least as bad: about 1 in { $odds }):
stress-central = Central
stress-then = At failure
stress-part = Share
stress-luck = Unfavourable assumptions explain fewer than half of the failures above; the rest is luck. The fewer customers
stress-luck-remedy = are simulated, the more luck there is: more --customers show how much of it is real.
stress-where = WHERE DO THE FAILURES LIE?
stress-everywhere = Everywhere: it fails in every trial, whatever the assumptions within their ranges.
stress-no-box = Too few failures, or too evenly spread, to say.
stress-box = If { $conditions } (probability { $probability }), the program { stress-what } in { $density } of cases; these are { $coverage } of all failures.
stress-between = { $low } < “{ $number }” < { $high }
stress-above = “{ $number }” > { $low }
stress-below = “{ $number }” < { $high }
stress-shocks = SINGLE SHOCKS (the same customers and luck)
stress-net = Net effect
stress-change = Change
stress-loss = Chance of a loss
stress-business = Whole business

# Shocks, in the middle of a sentence.
stress-as-designed = as designed
stress-turnover-doubles = staff turnover doubles
stress-margin-fall = gross margin falls by a fifth (goods cost more)
stress-lower-retention = retention is a tenth lower
stress-fewer-join = half as many customers are willing to join
stress-fewer-purchases = customers buy a fifth less often
stress-service-slips = service deteriorates from month 3: twice as many failures

exit-what = WHAT IT COSTS TO END THE PROGRAM
exit-ends = Ends
exit-cost = Contribution lost
exit-points = of which points
exit-against = Versus continuing
exit-customers = Customers versus continuing
exit-goes-on = If the program continues, its net effect is { $effect }.
exit-best = The best of these months to end it is { MONTH($month) }: { $gain } more than continuing.
exit-none = In none of the months tried is ending the program clearly better than continuing.
exit-never = Whenever it ends, the program loses: not launching it is better than any of these ends.
exit-never-goes-on = Whenever it ends, the change loses: leaving the program as it is today is better than any of these ends.
exit-note = Contribution lost: how much less the business earns from that month to the horizon than if there had never been a program, payment of points included. “Versus continuing” is the difference from a program that continues.

# Files of results, by their names.
file-compare-json = all results, for other programs
file-compare-csv = every measure of every design
file-trials-csv = one row per trial and design
file-sweep-json = all results, for other programs
file-sweep-csv = every setting
file-optimise-json = all results, for other programs
file-optimise-csv = every setting tried
file-best-toml = the design with the best settings
file-front-toml = a design for each trade-off
file-stress-json = all results, for other programs
file-stress-csv = single shocks
file-reverse-csv = every assumption at the nearest failure
file-exit-json = all results, for other programs
file-exit-csv = every month tried
decide-no-program-goes-on = today goes on
optimise-nothing-goes-on = NO SETTING FOUND IS CLEARLY BETTER THAN GOING ON AS TODAY: the best brings { $gain } compared with it.
optimise-against-nothing-goes-on = Compared with going on as today: { $mean }, 95 % interval { $range }.

# What differs between two results.

moved-result = { $folder }: { $title }; { $trials ->
    [one] { $trials } trial
   *[other] { $trials } trials
}, { $customers } customers, seed { $seed }, loyalsim { $version }
moved-numbers = NUMBERS OF THE DESIGN
moved-no-numbers = none differ
moved-measures = HEADLINE NUMBERS THAT MOVED
moved-no-measures = none beyond chance
moved-old = Old
moved-new = New
moved-change = Change
moved-absent = not there
moved-same-luck = Compared trial by trial, on the same customers and luck.
moved-other-luck = Seeds, trials, customers or versions differ, so the luck does, too: small changes cannot be told.
moved-unclear = { $count ->
    [one] { $count } more headline number differs, but not clearly (95 %).
   *[other] { $count } more headline numbers differ, but not clearly (95 %).
}
moved-no-run = { $folder } holds no results of `loyalsim run`, or they are damaged
moved-no-run-help = name folders that `loyalsim run` or `loyalsim merge` has written
stress-fails-goes-on = The change { stress-what } in { $share } of trials.
stress-middle-goes-on = Nothing: even at central assumptions the change { stress-what }.
stress-none-goes-on = Within the ranges of the design there is no combination of assumptions (down to a probability of 1 in 30,000) under which the change { stress-what } on average. Shocks from outside, below, come on top.
exit-note-goes-on = Contribution lost: how much less the business earns from that month to the horizon than if today’s program had gone on unchanged, payment of points included. “Versus continuing” is the difference from the change continuing to the end.
optimise-idle-goes-on = On none of these measures clearly better than going on as today: { $files }.
