# The value of information: `loyalsim voi`.

voi-advice-now = DECIDE NOW: { $choice }. { $why ->
    [nothing] Within the ranges that the design states, nothing that could be found out would change this decision; whether the ranges are right is another question.
    [dear] None of the studies considered is worth its cost.
   *[none] No study is available that could change this decision.
}
voi-advice-study = STUDY FIRST, THEN DECIDE: carry out the study { $study } ({ $sample }); its net value after cost is { $net }. If you cannot wait: { $choice }.
voi-advice-perhaps = BORDERLINE: the study { $study } ({ $sample }) probably has a net value of { $net } after cost, but this number of trials does not prove it. Use more --trials, or decide now: { $choice }.

voi-choice-dont-launch = do not launch
voi-choice-launch = launch
voi-choice-counter-design = launch the recommended design
voi-choice-alternative = launch { $name }

voi-today = BEST DECISION TODAY
voi-today-npv = NPV
voi-today-best-in = Best in
voi-today-of-trials = { $share } of trials
voi-today-best = Best on average today: { $choice }.

voi-more = VALUE OF KNOWING MORE
voi-perfect = Value of knowing all { $numbers } uncertain inputs: { $worth }. In { $changes } of cases another decision would then be better.
voi-perfect-bound = No research is worth more than that.
voi-perfect-nothing = Even if all { $numbers } uncertain inputs were known, the decision would stay the same: no gain is visible with this number of trials (at most { $most }).
voi-luck = The rest is luck that nobody can foresee; foreseeing that as well would be worth { $all }.
voi-number = Input
voi-worth = Value of knowing it
voi-flips = Decision changes at
voi-flip = { $at } (below: { $below }; above: { $above })
voi-flip-none = does not change with this input alone
voi-others = { $count ->
    [one] { $count } other input: not distinguishable from zero, at most { $most }.
   *[other] { $count } other inputs: none distinguishable from zero, at most { $most } each.
}
voi-none-alone = The value of knowing any single input is not distinguishable from zero: the decision would stay the same (at most { $most }).
voi-together = Known together
voi-bond-shares = the shares of { $table }
voi-bond-correlated = { $numbers } (correlated)
voi-bond-table = all inputs in { $table }
voi-bond-basis = all inputs of basis “{ $basis }”

voi-studies = STUDIES
voi-studies-proposed = The design describes no [[study]]. These are rule-based proposals; replace the assumed sample sizes and costs with your own.
voi-studies-none = No input is worth a study: there is nothing to propose.
voi-study = Study
voi-study-sample = Sample
voi-study-cost = Cost
voi-study-worth = Value
voi-study-net = Net value
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
voi-verdict-worthwhile = carry out
voi-verdict-perhaps = probably worth it
voi-verdict-too-dear = costs more than it is worth
voi-verdict-changes-nothing = would not change the decision
voi-planned = Planned: { $sample }, net value { $net }; the size above has the highest net value.
voi-stop = Stop as soon as the 90 % interval of { $number } lies entirely above or below { $at } (expected in the end: ± { $width }). Below: { $below }; above: { $above }.
voi-stop-none = None of its inputs changes the decision alone: put the results into the design and run voi again.
voi-overlap = The values do not add up: studies for the same decision overlap. Carry out the first, put its result into the design, and run voi again.

chart-voi-numbers = { CAPITAL($number) } matters most for the decision: knowing it is worth { $worth }
chart-voi-numbers-none = No single input is worth a study
chart-voi-numbers-shown = Value of knowing an input exactly before deciding, with its 95 % interval. No study of an input is worth more than its bar.
chart-voi-numbers-axis = Expected value of perfect information
chart-voi-all = All inputs at once
chart-voi-unclear = not distinguishable from zero
chart-voi-study-gain = { $study }: the best size is { $sample }, with a net value of { $net }
chart-voi-study-loss = { $study }: costs more than it is worth at every size
chart-voi-study-shown = Value of the study for the decision, before and after its cost, by size.
chart-voi-study-across = { $kind ->
    [survey] Answers
    [records] Cases
    [pilot] Stores
   *[ab_test] Customers
}
chart-voi-study-up = NPV
chart-voi-study-worth = Value
chart-voi-study-left = Value less cost
chart-voi-study-planned = planned
chart-voi-study-best = highest net value
chart-voi-flip = { CAPITAL($number) }: below { $at } { $below }, above it { $above }
chart-voi-flip-none = { CAPITAL($number) } alone does not change the decision
chart-voi-flip-shown = Expected NPV of each decision by the value of the input that matters most; all other inputs remain uncertain.
chart-voi-flip-up = Expected NPV
chart-voi-flip-mark = the decision changes
chart-voi-source = { $title } · design { $hash } · seed { $seed } · { $trials ->
    [one] { $trials } trial
   *[other] { $trials } trials
} with { $customers } customers each · loyalsim { $version }{ $partial }

file-voi-json = all results, for other programs
file-voi-csv = the value of knowing each input
file-studies-csv = the studies, by net value
file-counterdesign-toml = the recommended design that was compared
