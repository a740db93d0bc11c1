# The answers and pictures of `loyalsim sensitivity`.

sense-size = { $rows } rows, { $played } trials of { $customers } simulated customers; seed { $seed }
sense-partial = PARTIAL: stopped after { $done } of { $asked } rows, or before the numbers were looked at one at a time.

sense-what = WHAT DECIDES?
sense-spread = { CAPITAL($measure) }: { $mean } on average; in nine cases of ten { $range }.
sense-split = Of this spread, { $luck } is luck, and { $ignorance } is not knowing the numbers. Luck is that of { $customers } simulated customers; a larger business has less.
sense-top = { $count ->
    [one] The number that matters most: { $names }.
   *[other] The numbers that matter most: { $names }.
}
sense-share-of = { $name } ({ $share })

sense-shares = HOW MUCH OF THE SPREAD EACH EXPLAINS
sense-in-all = In all
sense-alone = By itself
sense-interval = 95 %
sense-luck = luck
sense-rest = the other { $count ->
    [one] number
   *[other] { $count } numbers together
}
sense-sum = { $names } (they sum to 1)
sense-joined = { $names } (they go together)
sense-note-alone = By itself: the spread would shrink by so much, on average, if you knew this and nothing else.
sense-note-all = In all: what would be left if you knew everything else. Interplay counts for each that takes part, so it may sum to over 100 %.

sense-one = ONE NUMBER AT A TIME
sense-one-note = Each number at its 10 % and 90 % value, all others in the middle ({ $middle }); the same luck throughout.
sense-low = Low
sense-high = High
sense-then = Then
sense-change = Difference

sense-how-sure = HOW SURE?
sense-settled = Settled: half of the rows gives shares that differ by at most { $points }.
sense-unsettled = Not settled: with half of the rows shares differ by up to { $points }. Take more rows: -t { $more }
sense-few = Too few rows to see whether the shares have settled.
sense-screened = { $numbers } numbers are uncertain. A first look picked the { $kept } that do most; the others stay together in one line.
sense-grouped = Numbers that go together or sum to 1 count as one, since they do not vary alone. One at a time, each moves by itself.
sense-undefined = Left out: { $count } of { $rows } rows, in which the measure is undefined.

sense-source = { $title } · design { $hash } · seed { $seed } · { $rows } rows of trials with { $customers } customers · loyalsim { $version }{ $partial }
sense-source-partial = { " " }· PARTIAL
sense-pictured-tornado = One at a time, { $number } moves the result most: { $low } if it is low, { $high } if it is high
sense-tornado-shown = { CAPITAL($measure) } with each number at its 10 % value (light) and at its 90 % value (dark), all others in the middle; mean over the same luck. The numbers beside the bars are these values.
sense-middle = all in the middle
sense-pictured-shares = { $luck } of the spread is luck; of the numbers, this matters most: { $number } ({ $share })
sense-shares-shown = Share of the variance of the { $measure } that each explains, interplay included, with its 95 % interval. Right: the share by itself.
sense-shares-axis = Share of the variance
sense-by-itself = by itself { $share }
sense-pictured-scatter = { CAPITAL($number) } explains { $share } of the spread
sense-scatter-shown = Each dot is a trial: the number’s value, and what it came to ({ $measure }). Everything else varies too.
sense-trial = a trial
sense-pictured-settled = The shares have settled: with half of the rows they differ by at most { $points }
sense-pictured-unsettled = The shares have not settled: with half of the rows they differ by up to { $points }
sense-rows-shown = Share of the variance of the { $measure }, interplay included, as told by the first rows alone.
sense-rows = Rows

file-sensitivity-json = everything above and more, for other programs
file-sensitivity-csv = shares of the spread
file-tornado-csv = one number at a time
