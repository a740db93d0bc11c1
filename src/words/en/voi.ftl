# The value of information: `loyalsim voi`.

voi-advice-now = DECIDE NOW: { $choice }. { $why ->
    [nothing] Nothing that could be found out changes this decision.
    [dear] No study looked at is worth what it costs.
   *[none] No study is at hand that could change this decision.
}
voi-advice-study = FIRST FIND OUT, THEN DECIDE: do the study { $study } ({ $sample }); it gains { $net } after its cost. If you cannot wait: { $choice }.
voi-advice-perhaps = CLOSE: the study { $study } ({ $sample }) probably gains { $net } after its cost, but so many trials do not prove it; take more --trials, or decide now: { $choice }.

voi-choice-dont-launch = don't launch
voi-choice-launch = launch
voi-choice-counter-design = launch the counter-design
voi-choice-alternative = launch { $name }

voi-today = WHAT TO DECIDE TODAY?
voi-today-npv = Present value
voi-today-best-in = Best in
voi-today-of-trials = { $share } of trials
voi-today-best = Best today, on average: { $choice }.

voi-more = WHAT IS IT WORTH TO KNOW MORE?
voi-perfect = If all { $numbers } uncertain numbers were known: { $worth }. Another decision would then be better in { $changes } of all cases.
voi-perfect-bound = No research is worth more than that.
voi-perfect-nothing = Even if all { $numbers } uncertain numbers were known, the decision would stay: so many trials see no gain (at most { $most }).
voi-luck = The rest is luck that nobody can foresee; with it, foresight would be worth { $all }.
voi-number = Number
voi-worth = Worth of knowing
voi-flips = Where the decision flips
voi-flip = { $at } (below: { $below }; above: { $above })
voi-flip-none = not by this number alone
voi-others = { $count ->
    [one] { $count } other number: cannot be told from nothing, at most { $most }.
   *[other] { $count } other numbers: each cannot be told from nothing, at most { $most }.
}
voi-none-alone = No number alone can be told from nothing: the decision would stay whatever it turned out to be (at most { $most }).
voi-together = Known together
voi-bond-shares = the shares of { $table }
voi-bond-correlated = { $numbers }, which are correlated
voi-bond-table = all of { $table }
voi-bond-basis = everything { $basis }

voi-studies = WHICH STUDIES?
voi-studies-proposed = The design describes no [[study]]. These are proposals by rule: sizes and costs are guesses, put your own in their place.
voi-studies-none = No number is worth a study: there is nothing to propose.
voi-study = Study
voi-study-sample = Sample
voi-study-cost = Cost
voi-study-worth = Worth
voi-study-net = Gain
voi-study-verdict = Verdict
voi-study-named = “{ $name }”
voi-kind-survey = Survey: { $number }
voi-kind-records = Own records: { $number }
voi-kind-pilot = Pilot: { $number }
voi-kind-ab-test = A/B test: { $number }
voi-sample-survey = { $count ->
    [one] { $count } answer
   *[other] { $count } answers
}
voi-sample-records = { $count ->
    [one] { $count } case
   *[other] { $count } cases
}
voi-sample-pilot = { $count ->
    [one] { $count } store
   *[other] { $count } stores
} for { format-months }
voi-sample-ab-test = { $count ->
    [one] { $count } customer
   *[other] { $count } customers
} for { format-months }
voi-verdict-worthwhile = do it
voi-verdict-perhaps = probably worth it
voi-verdict-too-dear = costs more than it is worth
voi-verdict-changes-nothing = would not change the decision
voi-planned = Planned: { $sample }, which would gain { $net }; the size above gains most.
voi-stop = Stop asking as soon as the 90 % interval of { $number } lies wholly above or below { $at } (expected in the end: ± { $width }). Below: { $below }; above: { $above }.
voi-stop-none = No number of it flips the decision alone: put its results into the design and run voi again.
voi-overlap = Worths do not add up: studies of the same decision overlap. Do the first, put its result into the design, and run voi again.

chart-voi-numbers = { $number } decides most: knowing it is worth { $worth }
chart-voi-numbers-none = No single number is worth finding out
chart-voi-numbers-shown = Worth of knowing a number exactly before deciding, with its 95 % interval. No study of a number is worth more than its bar.
chart-voi-numbers-axis = Expected value of perfect information
chart-voi-all = All numbers at once
chart-voi-unclear = cannot be told from nothing
chart-voi-study-gain = { $study }: { $sample } gains most, { $net } after its cost
chart-voi-study-loss = { $study }: costs more than it is worth at every size
chart-voi-study-shown = What the study is worth for the decision, and what is left of it after its cost, over its size.
chart-voi-study-across = { $kind ->
    [survey] Answers
    [records] Cases
    [pilot] Stores
   *[ab_test] Customers
}
chart-voi-study-up = Present value
chart-voi-study-worth = Worth
chart-voi-study-left = Worth less cost
chart-voi-study-planned = planned
chart-voi-study-best = gains most
chart-voi-flip = { $number }: below { $at } { $below }, above it { $above }
chart-voi-flip-none = { $number } alone does not flip the decision
chart-voi-flip-shown = Expected present value of each decision over the number that decides most, all other numbers as uncertain as they are.
chart-voi-flip-up = Expected present value
chart-voi-flip-mark = the decision flips
chart-voi-source = { $title } · design { $hash } · seed { $seed } · { $trials ->
    [one] { $trials } trial
   *[other] { $trials } trials
} of { $customers } customers · loyalsim { $version }{ $partial }

file-voi-json = everything above and more, for other programs
file-voi-csv = what it is worth to know each number
file-studies-csv = the studies, by gain
file-counterdesign-toml = the better design that was compared
