# The answers and pictures of `loyalsim sensitivity`.

sense-size = { $rows } rows, { $played } trials with { $customers } simulated customers each; seed { $seed }
sense-partial = PARTIAL: stopped after { $done } of { $asked } rows, or before the inputs were varied one at a time.

sense-what = WHAT DRIVES THE RESULT?
sense-spread = { CAPITAL($measure) }: { $mean } on average; 90 % of trials: { $range }.
sense-split = Sources of the variance: { $ignorance } not knowing the numbers, { $luck } luck with individual customers.
sense-split-events = Sources of the variance: { $ignorance } not knowing the numbers, { $events } events in the market (whether and when rivals open, price wars), { $luck } luck with individual customers.
sense-top = { $count ->
    [one] Most influential input: { $names }.
   *[other] Most influential inputs: { $names }.
}
sense-share-of = { $name } ({ $share })

sense-shares = SHARE OF THE VARIANCE EXPLAINED BY EACH INPUT
sense-in-all = Total
sense-alone = Alone
sense-interval = 95 %
sense-luck = luck with individual customers
sense-events = events in the market
sense-rest = the other { $count ->
    [one] input
   *[other] { $count } inputs together
}
sense-sum = { $names } (sum to 1)
sense-joined = { $names } (correlated)
sense-note-alone = Alone: the variance would fall by this much, on average, if you knew this input and no other (first-order Sobol’ index).
sense-note-all = Total: the variance that would remain if you knew every other input (total Sobol’ index). Interactions count for each input involved, so the sum may exceed 100 %.

sense-one = ONE INPUT AT A TIME
sense-one-note = Each input at its 10 % and its 90 % quantile, all others at their medians ({ $middle }), on the same luck.
sense-low = 10 %
sense-high = 90 %
sense-then = Result
sense-change = Difference

sense-how-sure = HOW SURE?
sense-settled = Converged: half of the rows gives shares that differ by at most { $points }.
sense-unsettled = Not converged: with half of the rows the shares differ by up to { $points }. Use more rows: -t { $more }
sense-few = Too few rows to judge convergence.
sense-screened = { $numbers } inputs are uncertain. A screening picked the { $kept } most influential; the others are shown together.
sense-grouped = Inputs that are correlated or sum to 1 count as one here, because they do not vary independently. One at a time, each is varied by itself.
sense-undefined = Left out: { $count } of { $rows } rows, where the measure is undefined.

sense-source = { $title } · design { $hash } · seed { $seed } · { $rows } rows of trials with { $customers } customers each · loyalsim { $version }{ $partial }
sense-source-partial = { " " }· PARTIAL
sense-pictured-tornado = Varied one at a time, { $number } changes the result most: { $low } when low, { $high } when high
sense-tornado-shown = { CAPITAL($measure) } with each input at its 10 % (light) and 90 % quantile (dark), all others at their medians; mean over the same luck. The numbers beside the bars are these quantiles.
sense-middle = all at their medians
sense-pictured-shares-events = Luck and events in the market explain { $luck } of the variance; the most influential input is { $number } ({ $share })
sense-pictured-shares = Luck explains { $luck } of the variance; the most influential input is { $number } ({ $share })
sense-shares-shown = Share of the variance of the { $measure } explained by each, interactions included, with its 95 % interval. Right: the share alone.
sense-shares-axis = Share of the variance
sense-by-itself = alone { $share }
sense-pictured-scatter = { CAPITAL($number) } explains { $share } of the variance
sense-scatter-shown = Each dot is a trial: the value of the input and the result ({ $measure }). All other inputs vary too.
sense-trial = a trial
sense-pictured-settled = The shares have converged: with half of the rows they differ by at most { $points }
sense-pictured-unsettled = The shares have not converged: with half of the rows they differ by up to { $points }
sense-rows-shown = Share of the variance of the { $measure }, interactions included, estimated from the first rows alone.
sense-rows = Rows

file-sensitivity-json = all results, for other programs
file-sensitivity-csv = shares of the variance
file-tornado-csv = one input at a time
