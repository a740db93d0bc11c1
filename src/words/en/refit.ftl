# Fitting again to a longer log: how a forecast came out, and new numbers.

refit-too-late = the log begins on { $first }, after { $fitted }, the last day that the design was fitted to
refit-too-late-help = give all purchases until now, the old ones too: loyalsim refit shop.toml OLD.csv NEW.csv
refit-another = up to { $fitted } the log has { $customers } customers, { $purchases } purchases and { $spend } in money; the design was fitted to { $old_customers }, { $old_purchases } and { $old_spend }
refit-another-help = give the log of the same shop, whole and each purchase once: files may overlap, or a part may be missing. If the past itself was corrected, calibrate again
refit-silent = the log is said to be whole until { $until }, but its last purchase is of { $last }
refit-silent-help = give --until a day at most 31 days after the last purchase, or a longer log
refit-too-soon = the log ends on { $last }: the first month that was forecast after { $fitted } ends on { $end }
refit-too-soon-help = give the purchases of whole months; if the log is whole until a later day without purchases, say so with --until DAY
refit-no-forecast = there is no file { $file } with what was forecast
refit-no-forecast-help = name it with --forecast FILE; `loyalsim calibrate` writes it beside the design, also from the old log
refit-no-record = this is not what `loyalsim calibrate` keeps of a forecast: { $why }
refit-no-record-help = name the file that was written beside the design, shop-forecast.json for shop.toml
refit-later-record = this forecast was kept by a later loyalsim
refit-later-record-help = use that version
refit-changed-record = this forecast has been changed since it was written
refit-changed-record-help = give the file as it was written: a forecast that was changed afterwards proves nothing
refit-of-cohorts = this forecast is of a table of cohorts
refit-of-cohorts-help = give the newer table in the place of purchases: loyalsim refit gym.toml --cohorts cohorts-now.xlsx
refit-of-purchases = this forecast is of purchases
refit-of-purchases-help = give the log in the place of a table of cohorts: loyalsim refit shop.toml sales-until-now.csv
refit-cohort-periods = a period of this table is { $now } months long, one of the table that was fitted { $before }
refit-cohort-periods-help = give the table by the same periods; if it is, say so with --period month, --period quarter or --period year
refit-cohort-gone = cohort { $cohort }, to which the design was fitted, is not in the table
refit-cohort-gone-help = give the whole table, the old cohorts too, by the same names
refit-cohort-another = cohort { $cohort } began with { $size } customers, of whom { $left } were left where the last table ended; that one had { $old_size } and { $old_left }
refit-cohort-another-help = give the table of the same business, counted in the same way; if the past itself was corrected, calibrate again
refit-cohort-too-soon = cohort { $cohort } goes no further than when the design was fitted ({ $periods } periods)
refit-cohort-too-soon-help = give a table in which every cohort is a period older at least
refit-currency = the log is in { $now }, the design in { $before }
refit-currency-help = convert the amounts, or calibrate again in the other currency
refit-no-browser = No PDF: there is no Chromium, Chrome or Edge to print it with. The page can be printed from any browser.

refit-file-design = the design with new numbers
refit-file-page = how the forecast came out, and what is new in the design
refit-file-pdf = the same for printing

refit-kicker = Forecast and actual
refit-run = Fitted to { $fitted } and held against a longer log.
refit-lead = From { $from } to { $until } the { $customers } customers known before made { $actual } purchases. { $forecast } were forecast, with a 90 % interval of { $range }: { $place ->
    [inside] what happened is within it
    [above] what happened is above it
   *[below] what happened is below it
}.
refit-lead-months = { $inside } of { $all } monthly figures are within their 90 % intervals{ $first ->
    [yes] {"."}
   *[no] , { $ever-inside } of { $ever } in all refits so far.
}

refit-actual = Forecast and actual
refit-days = { $from } to { $until }
refit-by-month = { $figure } by month
refit-place = Within interval
refit-inside = yes
refit-above = above
refit-below = below
refit-whole = The whole time
refit-all = All refits so far
refit-purchases = purchases
refit-buyers = customers who bought
refit-spend = spend
refit-receipt = mean receipt
refit-newcomers = new customers
refit-as-it-was = The forecast is of the shop as it was: purchases, buyers and spend are those of the customers known before; prices, rivals and the program stay as they are. If a program began since, a figure outside its interval may be its effect or that of anything else that has changed: only a group left out can tell them apart.
refit-no-further = The log goes on beyond what was forecast, which ends on { $until }.

refit-so-far = How good the intervals have been
refit-figure = Figure
refit-months-inside = Months within
refit-whole-inside = Whole times within
refit-of = { $inside } of { $all }
refit-narrow = Too narrow so far: the intervals of { $figures }. Intervals that do hold 90 % would seldom do so badly by chance; trust the next ones less.
refit-wide = Wider than necessary so far: the intervals of { $figures }.
refit-open = Nothing speaks against the intervals so far.
refit-not-independent = Months of one forecast err together, and so do its figures: count refits rather than months.

refit-design = New numbers in the design
refit-design-lead = { $replaced ->
    [one] One entry was
   *[other] { $replaced } entries were
} fitted again; { $edited ->
    [no] none of them had been changed by hand
   *[yes] { $kept ->
        [one] one that had been changed by hand was kept
       *[other] { $kept } that had been changed by hand were kept
    }
}. { $today ->
    [yes] Today’s program is among what was fitted again. What is not in the data, such as the margin, and a planned program are untouched.
   *[no] What is not in the data, such as the margin, and the program are untouched.
}
refit-given = { $what ->
    [survey] Survey
    [reasons] Reasons for leaving
    [customers] Members
    [experiment] Experiment
   *[causes] Causes that they mean
}: { $file } { $since ->
    [changed] has changed since the last fit.
    [same] is the same file as at the last fit.
    [new] is new: there was none at the last fit.
   *[kept] of the last fit: no new one is given, so { $what ->
        [customers] members and balances are told from the points of the log; without them, what it said stays.
       *[other] what it said stays.
    }
}
refit-cohort-known = The forecast was made of { $customers } customers.
refit-cohort-lead = After { $periods ->
    [one] one { $step ->
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
} { $actual } of them were left. { $forecast } were forecast, with a 90 % interval of { $range }: { $place ->
    [inside] what happened is within it
    [above] what happened is above it
   *[below] what happened is below it
}.
refit-cohort-inside = { $inside } of { $all } figures are within their 90 % intervals{ $first ->
    [yes] {"."}
   *[no] , { $ever-inside } of { $ever } in all refits so far.
}
refit-cohort-newcomers = new customers a month
refit-cohort-as-it-was = The forecast is of the business as it was: prices, rivals and the program stay as they are. If something began since, a figure outside its interval may be its effect or that of anything else that has changed: only a group left out can tell them apart.
refit-cohort-so-far = In all refits so far { $inside } of { $all } figures are within their 90 % intervals.
refit-cohort-narrow = Too narrow so far: intervals that do hold 90 % would seldom do so badly by chance; trust the next ones less.
refit-cohort-wide = Wider than necessary so far.
refit-replaced = Before and now; shapes of distributions are in the design
refit-number = Number
refit-before = Before
refit-now = Now
refit-kept = These numbers have been changed by hand since they were fitted, and stay as they are:
refit-kept-one = { $number }: { $value }
refit-regrouped = The segments of the design are no longer the groups of the fit: they stay as they are. A new calibration gives the groups of today.
refit-start-stays = The start of the design stays where it was, since its program begins before the end of the log. To simulate on from today, describe the program that runs now in a table [today], and a later start.
refit-past-changed = Up to { $fitted } the log now has { $customers } customers and { $purchases } purchases; { $old_customers } and { $old_purchases } were fitted. Late entries or refunds explain small differences.

chart-kept = { $held ->
    [all] All months came out within the forecast
   *[some] { $outside } of { $all } months came out outside the forecast
}
chart-kept-shown = Purchases a month of customers known when it was made, with 50 and 90 % intervals; the first month may be longer or shorter
