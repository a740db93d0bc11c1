# Calibrating from a table of cohorts under contract.

cohort-nothing = the file is empty
cohort-nothing-help = export a table with a row for each cohort, as CSV or Excel
cohort-no-table = the file holds no table of cohorts; the first row is: { $columns }
cohort-no-table-help = give a row to each cohort and a column to each period, headed 0, 1, 2, … (or month 1, month 2, …); or the columns cohort, period, left; or a row to each period, with a column `period`
cohort-not-a-number = row { $line }: “{ $text }” cannot be read as a number of customers, a share or a period
cohort-not-a-number-help = write a number that is not negative; leave cells empty that are not known yet
cohort-rises = row { $line }, cohort { $cohort }: { $left } customers are left after period { $period }, and { $before } before it
cohort-rises-help = who has left a contract does not come back: count those who have never left, not those who were active or paid in the period
cohort-falls = row { $line }, cohort { $cohort }: all { $before } customers leave in period { $period }
cohort-falls-help = leave the cell empty if that period is not over yet; if the product was withdrawn then, end the cohort one period before
cohort-gap = row { $line }, cohort { $cohort }: period { $period } is missing
cohort-gap-help = fill in the cell, or leave all later ones of the row empty
cohort-head-gap = no column is about period { $period }
cohort-head-gap-help = give every period from the first to the last one a column; where only some are known (month 1, 3, 12), there is too little to fit
cohort-twice = row { $line }: cohort { $cohort } has two values for one period, or its name stands for two cohorts
cohort-twice-help = keep one row for each cohort, or give the cohorts different names
cohort-empty = row { $line }: cohort { $cohort } has no customers at its start
cohort-empty-help = take the row out
cohort-more-than-all = row { $line }, cohort { $cohort }: { $left } customers are left of { $size }
cohort-more-than-all-help = check the size of the cohort; if the cells are percentages or shares, say so with --values percent or --values share
cohort-no-sizes = the table has shares, and nothing says of how many customers
cohort-no-sizes-help = add a column `size` with the customers of each cohort at its start, or say --cohort-size 1000 if all began with so many: how exact the result is depends on it
cohort-values = { $example } may be customers or a percentage or a share of those at the start
cohort-values-help = say which: --values customers, --values percent or --values share
cohort-no-start = the first column is period 1, and nothing says how many customers there were before
cohort-no-start-help = head the column of the start with 0, or add a column `size`
cohort-no-period = nothing says how long a period is
cohort-no-period-help = say --period month, --period quarter or --period year, or head the columns with month 1, month 2, …
cohort-weeks = the periods are days or weeks; a design counts in months
cohort-weeks-help = sum the table up to months
cohort-few = { $periods ->
    [one] one period
   *[other] { $periods } periods
} and { $lost ->
    [one] one customer
   *[other] { $lost } customers
} who left are too few to learn from
cohort-few-help = give at least one cohort with three periods, and 30 customers who left
cohort-no-month = the cohorts have no dates, so the first month of the design is not known
cohort-no-month-help = say it: --start 2026-01, the month after the last period of the table

cohort-file-design = a design that runs; what the table does not tell is marked
cohort-file-page = data, models and test of the forecast, with pictures
cohort-file-data = all of it for programs

cohort-kicker = Calibration from a table of cohorts
cohort-lead = { $cohorts ->
    [one] One cohort
   *[other] { $cohorts } cohorts
} began with { $customers } customers; { $today } of them are left.
cohort-lead-test = Tested on the last { $periods ->
    [one] { $step ->
        [month] month
        [quarter] quarter
        [year] year
       *[other] period
    }
   *[other] { $periods } { $step ->
        [month] months
        [quarter] quarters
        [year] years
       *[other] periods
    }
}, which the model did not see: of { $customers } customers { $actual } were left, { $forecast } were forecast. The 90 % interval, { $range }, { $covers ->
    [yes] holds
   *[no] misses
} what happened. If the last churn rate went on, { $rate } would be left.

cohort-data-read = Cells are { $counted ->
    [customers] customers
    [percent] percentages of the customers at the start
   *[share] shares of the customers at the start
}; a period is a { $step ->
    [month] month
    [quarter] quarter
    [year] year
   *[other] number of months
}.
cohort-data-cohorts = cohorts
cohort-data-customers = customers at the start
cohort-data-today = customers left
cohort-data-periods = periods of the longest cohort
cohort-data-totals = rows of totals and averages, left out
cohort-apart = { $clear ->
    [yes] The cohorts differ: after { $periods } { $step ->
        [month] months
        [quarter] quarters
        [year] years
       *[other] periods
    } the models leave { $one } of one and { $other } of another; cohorts that are alike would differ so much with a probability of { $chance }. Each is a segment of its own.
   *[no] The cohorts do not differ by more than chance (probability { $chance }): they are taken together.
}

cohort-model-even = shifted beta-geometric
cohort-model-run = beta-discrete-Weibull
cohort-model-change = shifted beta-geometric with changing needs
cohort-model-terms = shifted beta-geometric with terms
cohort-term-seen = Most customers leave at intervals of { $term } months, as if contracts ran for so long. If they do, calibrate again with --term { $term }: then the design knows when customers decide.
cohort-model-why = { $same ->
    [yes] The design follows the { $taken } model: it made the periods kept apart likeliest, or a simpler model did about as well.
   *[no] The { $likeliest } model made the periods kept apart likeliest. The simulator cannot play it where contracts run for several months, so the design follows the best that it can play, the { $taken } model.
}
cohort-model-note = All customers leave with a probability of their own, so the churn of a cohort falls as those leave who leave easily. In the second model each customer's hazard runs with time, by c; in the third a share ν of the customers becomes every month as ready to leave as newcomers are. Where contracts have a term, the third model lets a month within it count e of a month without one, and the month in which it ends makes up for it. “Behind the best” is a difference of logarithms of likelihoods of the periods kept apart: 3 is a factor of 20, and below 1 the simpler model is taken. α and β are by the period; those of a third model by the month.
cohort-dispersion = Losses vary { $times } times as much as chance alone lets them, because months and cohorts differ or the model is not exact. All errors and intervals are wider by the square root of that.
cohort-parameters = Parameters
cohort-likelihood = Log-likelihood
cohort-error = Mean error
cohort-test-about = Each model was fitted without the last { $periods ->
    [one] { $step ->
        [month] month
        [quarter] quarter
        [year] year
       *[other] period
    }
   *[other] { $periods } { $step ->
        [month] months
        [quarter] quarters
        [year] years
       *[other] periods
    }
} of each cohort, and forecast how many of the { $customers } customers of the older cohorts would be left.
cohort-test-after = After { $step ->
    [month] months
    [quarter] quarters
    [year] years
   *[other] periods
}
cohort-test-left = Customers left
cohort-test-coverage = { $covered } of { $periods } { $step ->
    [month] months
    [quarter] quarters
    [year] years
   *[other] periods
} lie within their 90 % intervals. An interval holds the luck of the customers and the errors of the parameters; where the same model missed by more than these at earlier cuts, it is wider in proportion.
cohort-naive = Simple forecasts of the same customers
cohort-naive-last = Left at the end
cohort-naive-rate = the last churn rate goes on
cohort-naive-line = a straight line through the logarithms
cohort-naive-age = as older cohorts at the same age

cohort-newcomers = How newcomers stay
cohort-newcomers-left = Share of newcomers who are left
cohort-after-months = After months
cohort-observed = Observed
cohort-fitted = Fitted
cohort-trend = { $clear ->
    [yes] The cohorts differ over time: after { $periods } { $step ->
        [month] months
        [quarter] quarters
        [year] years
       *[other] periods
    } { $one } of the oldest and { $other } of the youngest are left by a trend; cohorts that are alike would differ so much with a probability of { $chance }. The curve above is that of all cohorts together; the design follows the cohorts of the last year.
   *[no] Younger cohorts stay neither longer nor less long than older ones, beyond chance (probability { $chance }).
}
cohort-played = In the design, by the month
cohort-played-off = A design cannot hold such parameters: its newcomers differ from the fit by up to { $off } percentage points. Read its churn of the first months with care.

cohort-today-head = The base today
cohort-today = { $customers } customers of the table are left.
cohort-today-stay = { $share } of them are forecast to be there a year later. A base that has grown at an even pace for { $age } months keeps as many, so the design has customers of all ages up to that.
cohort-today-undated = The cohorts have no dates, so the table does not tell how long today’s customers have been there: the design has customers of all ages up to { $age } months, as if they had joined at an even pace.
cohort-today-new = { $count } new customers a month, by the cohorts of the last { $months } months.

cohort-gaps = What the table does not tell
cohort-gap-older = Customers who joined before the first cohort: if there are any, add them to the number of customers; they leave less often than those of the table.
cohort-gap-new = How many new customers come: the design has as many as make up for those who leave.
cohort-gap-bill = The bill: it is the unit of money in the design. Put in the mean bill and the currency.
cohort-gap-term = When contracts can be ended: say the months between two renewals with --term.
cohort-gap-causes = Why customers leave: ask those who cancel, and count what they say.

cohort-design-title = A business under contract, measured on its cohorts
cohort-design-head = Fitted by loyalsim to { $file } ({ $cohorts ->
    [one] 1 cohort
   *[other] { $cohorts } cohorts
}, { $customers } customers at the start; SHA-256 { $hash }).
cohort-design-known = MEASURED: customers, newcomers where cohorts have dates, and how they leave by their time as customers. Ranges are standard errors of the estimates; those of one segment are correlated below.
cohort-design-unknown = ASSUMED: whatever says so. The table does not tell it; replace it by your own numbers, or leave the ranges wide. The unit of money is one monthly bill.
cohort-design-currency = bills
cohort-design-customers = customers of the table who are left; older ones, if there are any, are to be added
cohort-design-newcomers = cohorts of the last { $months ->
    [one] month
   *[other] { $months } months
}
cohort-design-level = not in the table: as many as make up for those who leave
cohort-design-acquisition = not in the table: three monthly bills
cohort-design-margin = not in the table: take it from the accounts
cohort-design-nps = Not in the table: ask customers how readily they recommend, from 0 to 10.
cohort-design-age = a base that has grown evenly for so long keeps as many customers in a year as today's
cohort-design-age-unknown = not in the table: as long as the longest cohort
cohort-design-churn = Why customers leave is not in the table. Ask those who cancel, then replace the preset by causes of your own.
cohort-design-segment = subscribers
cohort-design-share = share of the customers who are left
cohort-design-term = stated
cohort-design-term-unknown = not in the table: a period of it
cohort-design-fit = { $model }, { $customers } customers at the start, times in months
cohort-design-early = fitted together with churn_shape and churn_beta, by when customers leave
cohort-design-change = fitted together with churn_shape and churn_beta
cohort-design-no-change = the model has no changes of needs
cohort-design-bill = the unit of money: the mean monthly bill

chart-cohort-test = { $covers ->
    [yes] As many customers stayed as forecast
   *[no] { $side ->
        [above] More
       *[below] Fewer
    } customers stayed than forecast
}
chart-cohort-test-shown = Customers of the older cohorts left after the cut, with 90 % intervals; the model had not seen these { $step ->
    [month] months
    [quarter] quarters
    [year] years
   *[other] periods
}
chart-cohort-since-cut = { $step ->
    [month] Months
    [quarter] Quarters
    [year] Years
   *[other] Periods
} since the cut
chart-cohort-left = Customers left
chart-cohort-rate = last churn rate
chart-cohort-curve = { $share } of newcomers stay for a year
chart-cohort-curve-shown = Share of a cohort left by { $step ->
    [month] month
    [quarter] quarter
    [year] year
   *[other] period
} since the start, all cohorts together; intervals of 90 % hold the errors of the parameters
chart-cohort-since-start = { $step ->
    [month] Months
    [quarter] Quarters
    [year] Years
   *[other] Periods
} since the start
chart-cohort-share = Left
chart-cohort-observed = observed
chart-cohort-fitted = fitted
chart-cohort-last = last observed
chart-cohort-footer = { $customers ->
    [one] 1 customer
   *[other] { $customers } customers
} at the start · loyalsim { $version }
