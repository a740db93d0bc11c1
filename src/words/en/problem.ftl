# What is wrong with a design, and what to do about it. Faults are sentences without a full stop: file and line stand before them, the
# code after them. KEY-help is the remedy of a fault that always has the same one.

-uncertain = {"{"} low = 0.72, mode = 0.78, high = 0.84 {"}"}
-unknown = {"{"} low = .., mode = .., high = .. {"}"}

problem-line = { $file }:{ $line }: { $what } [{ $code }]
problem-help = help: { $help }
problem-here = here
problem-more = and { $count } more
problem-count = { $count ->
    [one] the design has { $count } problem
   *[other] the design has { $count } problems
}
problem-unnamed = design

allowed-both = { $min } to { $max }
allowed-least = { $min } or more
allowed-most = { $max } or less
allowed-any = any number
allowed-or = { $first } or { $last }
allowed-touchpoint = the name of a touchpoint

fault-syntax = this line is not valid TOML: { $what }
fault-empty = the design is empty
fault-empty-help = `loyalsim new NAME` writes a starter design to fill in
fault-size = the design is { $size } bytes long; at most { $limit } bytes are read
fault-size-help = a design is a short text: check that this is the right file
fault-control-character = `{ $path }` contains the invisible control character { $code }
fault-control-character-help = delete it and type the text again: such characters can garble the terminal or disguise the text
fault-unknown-key = `{ $key }` is not a key of { $table }
fault-missing = `{ $path }` is missing
fault-kind = `{ $path }` is { $found }, but must be { $expected }
fault-not-finite = `{ $path }` is { $found }, which is not a finite number
fault-not-finite-help = write an ordinary number; allowed: { $range }
fault-range = `{ $path }` is { $found }; allowed: { $range }
fault-number-form = `{ $path }` is incomplete: { $reason }
fault-number-form-help = write 0.78, {"{"} value = 0.78, source = ".." {"}"}, { -uncertain }, {"{"} normal = [0.78, 0.03] {"}"} (mean, standard deviation) or {"{"} p10 = 0.74, p50 = 0.78, p90 = 0.81 {"}"}
fault-order = `{ $path }` contradicts itself: { $reason }
fault-choice = `{ $path }` is "{ $found }"; allowed: { $allowed }
fault-month = `{ $path }` is "{ $found }", which is not a month
fault-month-help = write year and month in quotes: "2026-03" is March 2026
fault-horizon = `{ $path }` is { $found }, outside the simulated months { $first } to { $last }
fix-launched-before = a program that runs already is described in [today] with `launched`; [program] is what changes it, and `launch` a month from { $first } to { $last }
fault-horizon-help = choose a month from { $first } to { $last }, or change `start` or `horizon_months` (12 to 120)
fault-not-before = `{ $path }` is { $found }, but the simulation starts in { $start }: nothing runs before that
fault-not-before-help = write the month before `start` in which it was launched, or describe the program in [program] with `launch`
fault-points-nowhere = `{ $path }` keeps the points of today's program, but the proposed program has no points in which they could be spent
fault-points-nowhere-help = write points = "paid_out" or points = "void" under [program.transition], or add [[program.points]]
fault-tiers-unmatched = `{ $path }` keeps the tiers of today's program, but there are { $before } of them and only { $after } in the proposed one
fault-tiers-unmatched-help = say which tier each becomes, in order: tiers_as = ["..", "none"] under [program.transition]
fault-reversed = `{ $path }` is { $found }, but `{ $earlier }` is { $start }: it would end before it begins
fault-reversed-help = move one of the two months, or leave out `{ $path }`
fault-shares = { $what } add up to { $sum } instead of 1
fault-duplicate = the { $thing } "{ $name }" appears twice; the first is in line { $first }
fault-duplicate-help = give each its own name
fault-count = `{ $path }` has { $found ->
    [one] { $found } entry
   *[other] { $found } entries
}; allowed: { $min } to { $max }
fault-bonus-falls = `{ $path }` is { $found }, which is not more than the step before gives ({ $before })
fault-bonus-falls-help = give each step a higher bonus than the one before, and leave out steps that add nothing
fault-not-rising = `{ $path }` is { $found }, which is not above the previous step ({ $before })
fault-not-rising-help = list the steps from the lowest threshold to the highest, each threshold once
fault-unknown-group = `{ $path }` names the product group "{ $found }", which the design does not describe
fault-unknown-segment = `{ $path }` names the segment "{ $found }", which the design does not describe
fault-no-elements = the program has no elements, so it does nothing
fault-no-elements-help = add at least one element, for instance [[program.points]] with `earn = 0.03`, or remove [program]
fault-overlap = `{ $first }` and `{ $second }` cannot run at the same time: both run in { $month } for "{ $segment }"
fault-overlap-help = give them different `segments`, let one end (`until`) before the other begins (`from`), or keep only one
fault-not-here = `{ $path }` cannot be used here: { $reason }
fault-unknown-tier = `{ $path }` names the tier "{ $found }", which no [[program.tiers]] describes
fault-needs = `{ $path }` needs { $needs } for the same customers in the same months
fault-either-or = { $table } gives both `{ $one }` and `{ $other }`
fault-either-or-help = keep one of the two
fault-unknown-number = `{ $path }` names `{ $found }`, which is not a number of this design
fault-goal-twice = this goal appears twice: { $goal }; the first is in line { $first }
fault-goal-twice-help = remove one of the two, or set it for another month
fault-correlation = the correlation "{ $pair }" cannot be used: { $reason }
fault-correlations = the correlations contradict each other: given the others, those of `{ $path }` are impossible
fault-correlations-help = move the strongest ones closer to 0, or remove the pair you are least sure of

table-top = the design
table-single = [{ $path }]
table-entry = [[{ $list }]] number { $number }
table-shares = `{ $path }`

found-text = a text ("{ $text }")
found-empty-text = an empty text
found-number = a number ({ $number })
found-flag = { $flag }
found-date = a date ({ $date })
found-list = a list of { $count ->
    [one] { $count } entry
   *[other] { $count } entries
}
found-table = a table
found-uncertain = an uncertain number

expected-text = a text
expected-some-text = a text that is not empty
expected-number = a number
expected-plain-number = a plain number
expected-whole-number = a whole number
expected-whole-numbers = a list of whole numbers
expected-two-numbers = a list of two numbers
expected-months-of-the-year = a list with one number for each month of the year
expected-shares = a table of shares
expected-table = a table
expected-single-table = a single table
expected-tables = a list of tables
expected-word = one of the words allowed
expected-month = a month
expected-name = a name
expected-names = a list of names

thing-segment = segment
thing-rival = rival
thing-product-group = product group
thing-branch = branch
thing-touchpoint = touchpoint
thing-tier = tier
thing-element = element
thing-study = study
thing-brand = brand

shares-points-by-age = the shares of the points outstanding
shares-causes = the shares of the causes of leaving
shares-segments = the shares of the segments
shares-product-groups = the shares of the product groups
shares-brands = the shares of the brands
shares-branches = the shares of the branches
shares-categories = the categories of the segment "{ $segment }"

goal-bound = { $metric }, `{ $bound }`, by { $by }

needs-points = a points scheme
needs-tier = the tier it names

# What is wrong inside a value.

reason-no-value = it has no value
reason-part-missing = `{ $key }` is missing
reason-mixed-forms = it mixes `{ $one }` with `{ $other }`
reason-deviation = its standard deviation is { $deviation }
reason-pert = low { $low }, mode { $mode } and high { $high } are not in rising order
reason-pert-flat = low and high are both { $value }
reason-quantiles = p10 { $low }, p50 { $middle } and p90 { $high } are not in rising order
reason-no-season = all twelve months are 0
reason-duration = it changes hazards with tenure, and the tenure of the present customers is not stated, or something else than time starts it anew
reason-nobody-of-age = new_cohort = {"\"yes\""} says of every segment that its customers have just joined
reason-billing = { $billing ->
    [contract] with billing = {"\"contract\""} everybody who is there gets one bill a month and leaves by the calendar
   *[purchase] it is about contracts, and the customers of this segment pay when they buy
  }
reason-contract-horizon = a term of { $months } months does not end within the { $horizon } simulated
reason-plans = { $percent } % of the customers would change plans at a renewal, once in { $months } months
reason-ended = what it would change, `{ $known }`, has ended by the launch
reason-newcomers = it is { $after }, while { $before } are left after month { $month }: nobody comes back
reason-recovered = recovered_fast and recovered_slowly add up to { $sum } of all failures
reason-sample = largest_sample is { $largest }, sample is { $sample }
reason-lift = it multiplies sales by { $lift }, more than a choice of brand and the purchases it adds can bring
reason-no-choice = low is { $low } and high is { $high }, which leaves nothing to choose
reason-account = an account cannot be restricted to some members
reason-broad = this element reaches everybody alike
reason-one-staff = all segments are served by the same staff
reason-never-active = points become active after { $days } days and expire after { $months } months
reason-event-expiry = promotional points can expire sooner only than points that expire by their age, after more months
reason-reward-price = a reward costs `minimum_to_redeem` points, and that is less than 1 point
reason-no-goods = this element takes nothing off prices and gives no points for goods
reason-name = this name cannot be told from a place in a list
reason-no-rest = this element cannot pause and resume as if nothing had happened
reason-declared-today = it would change what is declared as it is today
reason-no-today = the design describes no program that runs already
reason-nothing-changed = it says what of today's program ends, and this program does not change today's
reason-points-of-nothing = today’s program has no points
reason-points-not-issued = that is more than the program can ever have issued, even if sales had been three times as high and everybody a member: { $most } points
reason-points-of-nobody = `members = 0` says that nobody holds any
reason-points-by-activity = they expire by their holder’s inactivity
reason-points-never-expire = they never expire
reason-points-too-old = points expire after { $months ->
    [one] one month
   *[other] { $months } months
}
reason-no-turns = the element takes no turns
reason-no-pair = it does not name two numbers
reason-same-number = it names the same number twice
reason-pair-twice = the same pair appears twice
reason-unknown-number = `{ $path }` is not a number of this design
reason-certain = `{ $path }` is certain
reason-rank-range = it is { $found }; allowed: { $range }
reason-rank-kind = it is { $found }

# What the TOML reader says.

syntax-twice = this key or table appears twice
syntax-no-value = there is no value after the equals sign
syntax-no-equals-sign = there is no equals sign with a value after the key
syntax-no-quotes = the value is neither a number nor a text in quotes
syntax-too-much = something follows that does not belong there
syntax-unclosed-header = a closing bracket is missing after the name of the table
syntax-unclosed-list = the closing bracket ] of a list is missing
syntax-unclosed-inline = the closing brace of an inline table is missing
syntax-no-comma = a comma is missing between two entries
syntax-unclosed-text = the text does not end: a quotation mark is missing or wrong
syntax-key = a key is missing or contains characters that need quotes
syntax-date = a date that is not complete, or not a date
syntax-leading-zero = the number has a superfluous zero in front
syntax-number = the number is not written correctly
syntax-extra-comma = there is a comma too many
syntax-escape = the text contains a backslash that begins no valid escape sequence
syntax-other = { $message }

# What to do.

fix-meant = did you mean `{ $word }`?
fix-meant-text = did you mean "{ $word }"?
fix-per-year = did you mean `{ $word }`? It is counted by the year: twelve times what it is in a month
fix-per-month = did you mean `{ $word }`? It is counted by the month: a twelfth of what it is in a year
fix-below-program = it belongs to the program: write { $header }
fix-keys = its keys are { $keys }
fix-missing = write `{ $line }` in { $table }: { $meaning }
fix-missing-table = begin a table with the line [{ $path }]: { $meaning }
fix-no-segment = add one [[segment]] for each group of customers, with `name`, `share`, `purchases_per_year` and `basket`
fix-meaning = { $meaning }
fix-remedy = { $text }
fix-negative = it cannot be negative
fix-per-cent = write { $share } for { $percent } %
fix-number = write a number such as 0.78, or an uncertain one such as { -uncertain }
fix-quoted-number = write the number without quotes, with a point for decimals: 0.25, 4_000_000
fix-source = write who says so, in quotes: source = "CRM 2025"
fix-normal = write the mean and the standard deviation in brackets: normal = [0.78, 0.03]
fix-deviation = give a standard deviation above 0, or the plain number if it is certain
fix-pert = low is the smallest possible value, mode the most likely one, high the largest possible one
fix-pert-flat = write the plain number if it is certain
fix-quantiles = the value is below p10 one time in ten, below p50 every other time, and above p90 one time in ten
fix-one-of = write one of these words in quotes: { $words }
fix-choose = write one of the allowed words, in quotes
fix-text = put it in quotes: { $key } = ".."
fix-month = write year and month in quotes: "2026-03"
fix-whole-number = write a whole number; allowed: { $range }
fix-whole-numbers = write them in brackets: { $key } = [1, 7]
fix-names = write names in quotes and brackets: { $key } = [".."]
fix-months-of-the-year = write { $count } numbers in brackets: { $key } = [1.0, 1.0, ..]
fix-shares-table = write { $key } = {"{"} one = 0.6, other = 0.4 {"}"}
fix-single-table = there is only one: write [{ $path }] with single brackets, once
fix-table = begin a table with the line [{ $path }]
fix-tables = there may be several: write [[{ $path }]] with double brackets
fix-inline-table = write {"{"} key = value, .. {"}"}
fix-too-many-tables = merge those that hardly differ
fix-shares-low = raise them by { $gap } in total, or add what is missing
fix-shares-high = lower them by { $gap } in total
fix-first-step = add the first step, for instance {"{"} from = 1, discount = 0.03 {"}"} or {"{"} name = "silver", .. {"}"}
fix-no-season = give at least one month a number above 0; 1 is an average month
fix-duration = add `churn_beta`, and new_cohort = {"\"yes\""} or, for customers of different ages, `age_months` and needs_change = 0; not with churn_clock = {"\"purchase\""}, `ageing_months`, `rate_staying_correlation` or contracts of several months
fix-nobody-of-age = leave out `age_months`, or write new_cohort = {"\"no\""} in the segments that it is about
fix-billing = { $billing ->
    [contract] leave out `{ $key }`
   *[purchase] leave out `{ $key }`, or write billing = {"\"contract\""}
  }
fix-contract-horizon = write horizon_months = { $months } or more, so that every contract comes up for renewal once
fix-plans = { $kind ->
    [none] a renewal is one occasion: leave out `{ $key }`, or write plans_change = {"\"any_month\""}
   *[fewer] a renewal is one occasion: write `{ $key }` = { $most } or less; or plans_change = {"\"any_month\""}
}
fix-ended = under [today], write the elements that run at the launch above those of the same kind that have ended: tables are matched in order
fix-newcomers = the months are { $months }
fix-newcomers-falling = give the share of all newcomers of a month who are still customers: it falls from month to month
fix-recovered = both are shares of the same failures: together at most 1
fix-no-causes = give at least one cause with its share, for instance causes = {"{"} unexplained = 1.0 {"}"}; or leave `causes` out
fix-too-many-causes = merge small causes into one, for instance `unexplained`
fix-misspelt-cause = did you mean `{ $close }`? The known causes are { $known }; a cause of your own needs a name that differs more
fix-categories = the categories are { $categories }
fix-too-many-correlations = keep the pairs that matter most
fix-no-pair = write it as "business.annual_retention ~ business.nps" = 0.3
fix-same-number = name two different numbers
fix-pair-twice = keep one of the two lines
fix-certain = make `{ $path }` uncertain, for instance { -unknown }
fix-rank = write Spearman’s rank correlation: 1 together, 0 unrelated, -1 opposite
fix-explain = `loyalsim explain FILE` lists all numbers of a design with their paths
fix-numbers-there = the numbers there are { $numbers }
fix-which = it matches { $count } places; say which one: { $places }
fix-goal-without-threshold = write `at_least = ..` or `at_most = ..`: the value at which the goal is met
fix-goal-nps = NPS is measured in points from -100 to 100
fix-goal-share = write 0.74 for 74 %
fix-retention-of-contracts = { $period ->
    [month] in segment { $segment } the terms of { $share } % of the customers hold them for the month: lower the churn, write a shorter `contract_months` or raise `leaves_early`
   *[year] in segment { $segment } the terms of { $share } % of the customers hold them for the year: raise the retention, write a shorter `contract_months` or raise `leaves_early`
  }
fix-retention-of-buyers = { $period ->
    [month] in segment { $segment } { $share } % of the customers buy nothing within a month, and who does not buy cannot leave at a purchase: lower the churn or raise `purchases_per_year`, or write churn_clock = {"\"month\""}
   *[year] in segment { $segment } { $share } % of the customers buy nothing within a year, and who does not buy cannot leave at a purchase: raise the retention or `purchases_per_year`, or write churn_clock = {"\"month\""}
}
fix-retention-of-stayers = { $period ->
    [month] with churn_shape = { $shape } some customers never leave, more of them than that: lower the churn or raise `churn_shape`
   *[year] with churn_shape = { $shape } some customers never leave, more of them than that: raise the retention or `churn_shape`
}
fix-goal-unreachable = no such value can be reached
fix-no-lever = begin a table with the line [[optimise.lever]] and give its `path`, `low` and `high`
fix-no-choice = set high above low
fix-limit-without-bound = write `at_least = ..` or `at_most = ..`
fix-choice-uncertain = bounds and limits are decisions, not estimates: write one number
fix-study-uncertain = give costs and precision of the study as plain numbers
fix-sample = largest_sample must be at least as large as sample
fix-brands-uncertain = give what is known of the category as plain numbers
fix-brands-few = add the other brands; small ones can stand together as one
fix-brands-own = write the name as in [[brands.brand]]
fix-brands-penetration = of people who all buy equally often, and { $rate } times if at all, no larger share buys; check that purchases are counted per buyer, and both for the same period
fix-brand-penetration = with the share of "{ $brand }" in purchases, fewer buyers would buy nothing else, and more would be too many even if all chose by lot; check share and period
fix-brands-choice = state `choice_shape`, or the penetration of at least one brand
fix-lift = lower the elasticity or the discount, or raise `incidence` or `quantity`
fix-no-segments = name at least one segment, or leave the key out so that every segment can use it
fix-segments = the segments are { $segments }
fix-account = every member has the account: use `entry_purchases` and `entry_tenure_months` under [program], or `segments`
fix-broad = leave the key out, or use `segments`
fix-one-staff = leave the key out: the staff serves every customer
fix-empty-calendar = write months of the year, 1 for January: calendar = [6, 7, 8]; or leave it out
fix-empty-months = write the months of the sale, 1 for January: months = [1, 7]
fix-declared-today = describe service as it is today in [service], [staff] and [special_terms]; a change of it belongs in [program]
fix-no-today = describe the program that runs in [today], or leave out `changes` and describe the whole program
fix-nothing-changed = add changes = "today", or leave it out
fix-no-today-to-leave = describe the program that runs in [today], or leave out [program.transition]
fix-tiers-as = name a tier of this program, or "none", for each of the { $count } tiers of today's
fix-points-of-nothing = add [[today.points]], or leave it out
fix-points-not-issued = count points, not money; check `earn` and `point_value` of today’s points and the month in which the program was launched, or leave the number out
fix-points-of-nobody = say how many members there are, or leave out `members` or `points_outstanding`
fix-points-by-age = leave `points_by_age` out: only points that expire by their age have one that matters
fix-points-too-old = write ages up to month_{ $months }; older points have expired
fix-points-months = the ages are month_1, month_2 and so on, up to month_{ $most }
fix-no-turns = name the rotation in which it takes turns: rotation = ".."
fix-never-active = let points live longer, or become active sooner
fix-event-expiry = let the points expire by age after more months (120 are as good as never), or leave out `expiry_months`
fix-reward-price = set `minimum_to_redeem` to the price of a reward in points
fix-no-goods = leave the key out
fix-no-groups = name a product group, or leave the key out: then it is for all
fix-groups = the product groups are { $groups }
fix-no-product-groups = describe it as [[product_group]], or leave the key out
fix-name = choose a name that is no number and has no square brackets
fix-no-rest = leave the key out; `from` and `until` set the months in which it runs
fix-tiers = the tiers are { $tiers }
fix-no-tiers = describe tiers under [[program.tiers]], or leave the key out
fix-needs-points = add [[program.points]] for its months and segments, or restrict this element with `segments`, `from` and `until`
fix-needs-tier = name in `segments` only those that have the tier, or give the others the same tiers
fix-no-touchpoint = describe it in a [[touchpoint]]
fix-no-value = write a value after the equals sign
fix-per-cent-sign = write shares without the per cent sign: 0.25 for 25 %
fix-month-without-quotes = put months in quotes: "2026-03"
fix-grouped-number = write numbers with a point for decimals and without separators: 0.25, 4000000 or 4_000_000
fix-text-without-quotes = put texts in quotes: "like this"
fix-unclosed-text = add the missing quotation mark
fix-no-break-space = the line contains a non-breaking space, as copied from a report: replace it with an ordinary space, and write large numbers as 4_000_000
fix-true-minus = the line contains a typographic minus sign or dash (−, –): write the hyphen of the keyboard, as in -5
fix-curly-quotes = the line contains typographic quotation marks: write straight ones, "like this"
fix-line = a line reads `key = value`, [table] or [[table]]; `loyalsim new NAME` writes an example
fix-twice = keep one of the two; where there may be several, write each header with double brackets: [[segment]]
fix-bracket = add the missing bracket
fix-extra-comma = remove it
fix-escape = write each backslash twice, or put the text in single quotes
fix-latin-key = write keys and table names in Latin letters; `loyalsim schema --format md` lists them

# Changing a design, and paths.

path-nowhere = `{ $path }` is not in this design ({ $remedy })
path-several = `{ $path }` is ambiguous: { $remedy }
edit-no-number = `{ $path }` is not a number that can be changed
edit-not-toml = what is to be added as `{ $path }` is not valid TOML: { $message }
edit-invalid = with this change the design is not valid: { $problems }
