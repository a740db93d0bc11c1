# Answers of `loyalsim compare`, `sweep`, `optimise`, `stress` and `exit`: text for a terminal, in columns.

decide-size = { $trials ->
    [one] { $trials } trial
   *[other] { $trials } trials
} of { $customers } simulated customers, the same luck for all; seed { $seed }
decide-no-program = no program
decide-warning = warning: { $text }

compare-against = against
compare-each = WHAT EACH COMES TO
compare-less = { $name } LESS { $first }
compare-difference = Difference
compare-interval = 95 % interval
compare-greater = It is greater in
compare-in-trials = { $share } of trials
compare-which = WHICH IS BETTER (net effect)
compare-clear = { $better } is better than { $other } on average, beyond the Monte Carlo error, and in { $share } of trials.
compare-unclear = { $better } and { $other } cannot be told apart on average by so many trials; more --trials would help.
compare-first-order = First order: { $verdict ->
    [dominates] { $better } dominates: whoever likes more money better than less prefers it.
    [likely] { $better } probably dominates; what speaks against it is within the Monte Carlo error.
    [undecided] undecided with so many trials.
   *[no] no dominance; the choice depends on how much risk one can bear.
}
compare-second-order = Second order: { $verdict ->
    [dominates] { $better } dominates: whoever also dislikes risk prefers it.
    [likely] { $better } probably dominates; what speaks against it is within the Monte Carlo error.
    [undecided] undecided with so many trials.
   *[no] no dominance; the choice depends on how much risk one can bear.
}
compare-regret = REGRET (how much more the best of these designs would have gained, in hindsight)
compare-regret-mean = Mean
compare-regret-tail = 1 in 20 over
compare-regret-worst = At worst
compare-regret-best = Best in
compare-caution = { $first } and { $name } differ in more than the program ({ $what }): their difference is that of two businesses as well
compare-and-more = { $what } and { $count } more

sweep-down-across = Down: { $down }. Across: { $across }. The best is marked *.
sweep-behind = From the best
sweep-best-cell = best
sweep-best = Best: { $settings }, which gives { $value }.
sweep-setting = { $name } = { $value }
sweep-alone = No other setting tried is as good, beyond the Monte Carlo error.
sweep-as-good = { $count } of the { $all } settings are as good within the Monte Carlo error.
sweep-edge = It lies at the end of the range tried of { $levers }: look further.
sweep-lucky = The best of { $cells } settings owes a little of its lead to these trials; another --seed shows how much.

optimise-tried = { $points } settings tried on { $search } trials each; what follows is on fresh trials that nothing was chosen on:
optimise-partial = PARTIAL: stopped before the search was done; --resume goes on from its log.
optimise-improved = BETTER SETTINGS FOUND: { $measure } { $gain } against the design as it stands.
optimise-as-good = THE DESIGN IS AS GOOD AS THE BEST FOUND, within the Monte Carlo error ({ $measure } { $gain }): leave the levers where they are.
optimise-nothing = NOTHING FOUND IS BETTER THAN DOING NOTHING: the best settings come to { $gain } against no program at all, which is no clear gain.
optimise-nothing-on-any = NOTHING FOUND IS BETTER THAN DOING NOTHING, clearly and on any of these: { $measures }.
optimise-front = { $count ->
    [one] { $count } TRADE-OFF
   *[other] { $count } TRADE-OFFS
}: none is better than another on all of these: { $measures }.
optimise-infeasible = NO SETTINGS MEET ALL CONSTRAINTS among those tried; the nearest follow. Loosen a limit, or add a lever.
optimise-no-program = No program
optimise-design = Design
optimise-at-least = { $measure } (at least { $value })
optimise-at-most = { $measure } (at most { $value })
optimise-of-best = { $measure } of the best settings
optimise-against-design = Against the design as it stands: { $mean }, 95 % interval { $range }.
optimise-against-nothing = Against no program: { $mean }, 95 % interval { $range }.
optimise-lost-since = On the trials of the search it came to { $value }: what it has lost since, it owed to those trials.
optimise-at-bounds = At the end of its bounds: { $levers }. Are the bounds real?
optimise-no-longer-feasible = Some settings that met the constraints in the search do not on fresh trials.
optimise-near-limit = { $limit }: too near to the limit to be sure.

# What counts as failure, after "it".
stress-what = { $failure ->
    [loss] loses money
   *[goal] misses goal { $goal }
}
stress-how-often = HOW OFTEN DOES IT FAIL?
stress-fails = It { stress-what } in { $share } of the trials.
stress-least = WHAT IS THE LEAST THAT MUST GO WRONG?
stress-stopped = The search was stopped.
stress-none = No plausible combination of assumptions (up to one in thirty thousand) makes it fail in the mean over luck.
stress-middle = Nothing: it { stress-what } already at the central assumptions.
stress-together = It { stress-what } once these move together, { $distance } standard deviations in all (something as bad: about 1 in { $odds }):
stress-central = Central
stress-then = Then
stress-part = Its part
stress-luck = Fewer than half of the failures above come from assumptions that turn out worse: the others are luck, and the fewer
stress-luck-remedy = customers are simulated, the more luck there is. More --customers tell how much of it is real.
stress-where = WHERE DO THE FAILURES LIE?
stress-no-box = Too few failures, or too evenly spread, to say.
stress-box = With { $conditions }: { $probability } of all cases. Then it { stress-what } in { $density }, which explains { $coverage } of all failures.
stress-between = { $number } from { $low } to { $high }
stress-above = { $number } above { $low }
stress-below = { $number } below { $high }
stress-blows = WHAT DO SINGLE BLOWS DO? (the same customers and luck)
stress-net = Net effect
stress-change = Change
stress-loss = Chance of a loss
stress-business = Business as a whole

# Blows, in the middle of a sentence.
blow-as-designed = as designed
blow-rival-opens = a rival opens in month 3, 5 % cheaper
blow-turnover-doubles = staff turnover doubles
blow-dearer-rewards = rewards cost 50 % more
blow-dearer-running = running and set-up cost 50 % more
blow-devaluation = gross margin falls by a fifth (goods become dearer)
blow-lower-retention = retention is a tenth lower
blow-fewer-join = half as many are willing to join
blow-fewer-purchases = customers buy a fifth less often
blow-service-slips = service slips from month 3: failures double

exit-what = WHAT IT COSTS TO END THE PROGRAM
exit-ends = Ends
exit-cost = Exit cost
exit-points = Of it points
exit-against = Against going on
exit-customers = Customers against going on
exit-goes-on = If it goes on, its net effect is { $effect }.
exit-best = The best of these ends is { MONTH($month) }: it brings { $gain } more than going on.
exit-none = No end tried brings more than going on, beyond the Monte Carlo error.
exit-note = Exit cost: what the business earns less from then on, up to the horizon, than if there had never been a program.

# Files of results, by their names.
file-compare-json = everything above and more, for other programs
file-compare-csv = every measure of every design
file-trials-csv = one row per trial and design
file-sweep-json = everything above and more, for other programs
file-sweep-csv = every setting
file-optimise-json = everything above and more, for other programs
file-optimise-csv = every setting tried
file-best-toml = the design with the best settings
file-front-toml = a design for each trade-off
file-stress-json = everything above and more, for other programs
file-stress-csv = single blows
file-reverse-csv = every assumption at the nearest failure
file-exit-json = everything above and more, for other programs
file-exit-csv = every end tried
