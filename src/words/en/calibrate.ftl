# Calibrating from a transaction log: what is wrong with data, and what they say.

data-no-table = the file holds no table
data-no-table-help = export rows of purchases with a customer and a date in each, as CSV or text
data-no-customer = no column says who bought; the columns are { $columns }
data-no-customer-help = name it: --map customer=COLUMN (a name, or a number from 1)
data-no-date = no column says when; the columns are { $columns }
data-no-date-help = name it: --map date=COLUMN (a name, or a number from 1)
data-ambiguous = several columns may be the { $role }: { $columns }
data-ambiguous-help = say which: --map { $role }="{ $first }", or by its number from 1
data-no-such-column = there is no column { $column }; the columns are { $columns }
data-no-such-column-help = use one of these names, or a number from 1
data-date-order = { $example } may have the day or the month first, and no other date tells
data-date-order-help = say which: --dates dmy or --dates mdy
data-date-orders = some dates have the day first, others the month
data-date-orders-help = export the date in one form, or say which is meant with --dates dmy or --dates mdy: dates that cannot be read that way are then set aside
data-decimal = { $example } may be whole or have decimals, and no other amount tells
data-decimal-help = say what stands before decimals: --decimal point or --decimal comma
data-decimals = some amounts have a decimal point, others a decimal comma
data-decimals-help = export amounts in one form, or say which is meant with --decimal point or --decimal comma: others are then set aside
data-currencies = there is more than one currency: { $seen }
data-currencies-help = convert the amounts to one currency, or give each currency a log of its own
data-no-score = no column holds a score from 0 to 10; columns: { $columns }
data-no-score-help = name it: --map score=COLUMN (a name, or a number from 1)
data-no-reason = no column holds a reason for leaving; columns: { $columns }
data-no-reason-help = name it: --map reason=COLUMN (a name, or a number from 1)
data-no-cause = no column says which cause is meant; columns: { $columns }
data-no-cause-help = give two columns, `reason` and `cause`, or name the second: --map cause=COLUMN
data-few-answers = { $count ->
    [one] there is one answer
   *[other] there are { $count } answers
}, too few to learn from
data-few-answers-help = give at least { $least }
data-scale = the highest score is { $highest }: these are not scores from 0 to 10
data-scale-help = the net promoter score needs answers from 0 to 10; other scales cannot be converted
data-unknown-reasons = it is not clear which causes these reasons stand for: { $reasons }{ $rest ->
    [no] { "" }
   *[yes] ; and { $more } more
}
data-unknown-reasons-help = say what is meant in a table with the columns `reason` and `cause`, and give it with --causes FILE; the causes are staff_attitude, quality, price, competition, access, drift, involuntary, ethics, unexplained, or names of your own such as parking
data-not-a-count = row { $line }: “{ $text }” is not a whole number of leavers
data-not-a-count-help = write how many left for this reason, or leave the column out and give a row to each leaver
data-not-a-cause = row { $line }: “{ $text }” is not a cause
data-not-a-cause-help = write staff_attitude, quality, price, competition, access, drift, involuntary, ethics, unexplained, or a name of your own in small letters such as parking
data-workbook = the workbook cannot be read: { $why }
data-workbook-help = save it as .xlsx without a password, or as CSV
data-parquet = the Parquet file cannot be read: { $why }
data-parquet-help = write it again, with Snappy, LZ4, Gzip or no compression, or export CSV
data-no-parquet = this loyalsim reads no Parquet files
data-no-parquet-help = export CSV, or install loyalsim with --features parquet
data-sheets = several sheets hold purchases under different heads: { $sheets }
data-sheets-help = say which: --sheet "{ $first }", or by its number from 1
data-no-such-sheet = there is no sheet { $sheet }; sheets: { $sheets }
data-no-such-sheet-help = use one of these names, or a number from 1
data-too-many-bad = { $bad } of { $rows } rows cannot be read, more than { $limit } %; nothing was written
data-too-many-bad-help = mend the export (the first of these rows are quoted above), or accept a larger share with --tolerate
data-source = the file cannot be read to its end: { $why }
data-stopped = stopped before the end of the file

failure-log-missing = there is no file { $file }
failure-log-missing-help = check the spelling and the folder; a log is an export of purchases, each with customer and date, as CSV (also .gz)
failure-log-folder = { $file } is a folder, not a file with purchases
failure-log-folder-help = name the file in it that holds the purchases
failure-data = { $file }: { $fault }
failure-too-little-data = { $customers ->
    [one] one customer
   *[other] { $customers } customers
} with { $repeats ->
    [one] one repeat purchase is
   *[other] { $repeats } repeat purchases are
} too few to learn from
failure-too-little-data-help = give a longer log: at least 30 customers, 30 repeat purchases and 8 weeks; purchases of one day count as one
failure-cut = { $day } is not within the log, which runs from { $first } to { $last }
failure-cut-help = choose a day with at least four weeks of purchases before it and some after it

aside-short = too few columns
aside-date = date cannot be read
aside-amount = amount cannot be read
aside-garbled = customer cannot be decoded
aside-total = a total, not a purchase

calibrate-quoted = { $file }, line { $line }: { $reason }{ $cell ->
    [none] .
   *[other] : { $cell }
}
calibrate-written = Written:
calibrate-file-design = a design that runs; what the log does not tell is marked
calibrate-file-page = data, model and test of the forecast, with pictures
calibrate-file-forecast = what is forecast of the next two years: keep it, `loyalsim refit` compares it with what happens
calibrate-file-aside = rows that were set aside
calibrate-file-customers = a forecast for each customer
calibrate-next = Next:

calibrate-kicker = Calibration from a transaction log
calibrate-lead = { $people } customers made { $purchases } purchases from { $first } to { $last }; { $active } of them are estimated to be still active.
calibrate-lead-test = Tested on { $months ->
    [one] the last month
   *[other] the last { $months } months
}, which the model did not see: { $actual } purchases were made, { $forecast } were forecast ({ $error }). The 90 % interval, { $range }, { $covers ->
    [yes] holds
   *[no] misses
} what happened.
calibrate-lead-untested = The log is too short to test the forecast on a part of it.

calibrate-data = Data
calibrate-data-columns = Customer: { $customer }; date: { $date }; amount: { $amount }. Text in { $encoding }.
calibrate-none = none
calibrate-data-what = What
calibrate-data-count = Number
calibrate-data-rows = rows below the heading
calibrate-data-bad = set aside: { $reason }
calibrate-data-anonymous = without a customer: purchases of people unknown, left out
calibrate-data-free = with an amount of 0; they count as purchases
calibrate-data-refunds = refunds, taken off earlier purchases
calibrate-data-undone = purchases refunded as a whole, left out
calibrate-data-unmatched = money refunded for purchases before the log, left out
calibrate-data-repeated = equal to the row before of the same customer; kept
calibrate-data-together = brought together with another of the same customer and day
calibrate-data-purchases = purchases
calibrate-data-given = { $what ->
    [survey] Survey
    [reasons] Reasons for leaving
    [customers] Members
    [experiment] Experiment
   *[causes] Causes that they mean
}: { $file } (SHA-256 { $hash })

calibrate-model = Model
calibrate-model-why = Each model was fitted on the first 50, 60 and 70 % of the time and judged by how likely it made what came next. { $model } did best of those that the simulator can play: customers leave after purchases, unnoticed.
calibrate-model-name = Model
calibrate-model-behind = Behind the best
calibrate-model-behind-note = “Behind the best” is a difference of logarithms of likelihoods of purchases not seen: 3 is a factor of 20. How many customers are still “active” depends on the model even where sales are forecast alike: nobody has told the shop that he left. Models with the same row and 100 % active found nobody who has left: they are one and the same then.
calibrate-model-forecast = Forecast
calibrate-model-error = Error
calibrate-model-active = Active at the cut
calibrate-parameter = Parameter
calibrate-parameter-value = Value
calibrate-parameter-error = Standard error
calibrate-parameters = { $model } on the whole log, time in weeks
calibrate-vague = not told by the data
calibrate-regular = Purchases are more regular than chance: { $phases } phases between two. The simulator lets them come at random, at the same pace.

calibrate-test = Test of the forecast
calibrate-test-about = Fitted on purchases up to { $cut }; forecast until { $until } for the { $customers } customers known by then. { $came ->
    [no] Nobody
   *[yes] { $newcomers } customers
} came later: nothing is forecast about them.
calibrate-test-measure = { $months } months
calibrate-test-forecast = Forecast
calibrate-test-range = 90 % interval
calibrate-test-actual = Actual
calibrate-test-error = Error
calibrate-test-purchases = purchases
calibrate-test-buyers = customers who bought
calibrate-test-spend = spend
calibrate-test-coverage = { $covered } of { $months } months lie within their own 90 % intervals, which are wider for one month than for the total. An interval holds the luck of the customers, the errors of the parameters, and how far the same model missed when it was fitted on a part of the fitted months.
calibrate-test-seasonal = purchases, with the season
calibrate-test-season = { $nearer ->
    [yes] With the season of the { $years } whole years fitted the months are forecast better: off by { $with } of a month on average instead of { $without };
   *[no] With the season of the { $years } whole years fitted the months are forecast no better: off by { $with } of a month on average, without it by { $without };
} { $covered } of { $months } lie within its 90 % intervals. The forecast that is kept for `loyalsim refit` follows the season of the whole log.
calibrate-test-unseasonal = The forecast that is kept for `loyalsim refit` follows the season. This test does not: the part that it is fitted on has no two whole years. A later `--cut` tests it, if the log is long enough.
calibrate-naive = Simple forecasts of the same purchases
calibrate-naive-window = as many as in the same number of days before
calibrate-naive-quarter = at the pace of the last quarter
calibrate-naive-year = as in the same days a year before, with the trend of the last quarter
calibrate-classes = Purchases per customer, by repeat purchases before
calibrate-class = Repeats before
calibrate-class-customers = Customers
calibrate-class-more = { $count } and more
calibrate-histogram = Customers by number of purchases in the months not seen
calibrate-histogram-count = Purchases

calibrate-shop = The shop today
calibrate-shop-group = Group
calibrate-shop-active = Active
calibrate-shop-rate = Purchases a year
calibrate-shop-basket = Mean receipt
calibrate-shop-joining = { $count } customers a month made a first purchase in the last { $months ->
    [one] month
   *[other] { $months } months
}, beside those who are likely to have been customers before. In a year each buys as much as { $like } of today’s customers: the design counts them so.
calibrate-shop-known-before = About { $before } customers of the log are likely to have been customers before it begins: they look new at their first purchase in it, and first purchases fall off as they all have appeared. They are not counted as new. The error of the number of new customers holds luck, how months differ, and how far the same count, made earlier, has missed what came.
calibrate-shop-closed = Nobody has joined lately: this is a cohort, and the design has no newcomers.
calibrate-shop-retention = Of the active customers { $share } are still active a year later.

calibrate-shop-year = The forecast that is kept for `loyalsim refit` follows the season. Purchases by month from January, relative to the mean of a year: { $factors }. They rest on { $years } whole years; the less the same month came out alike in them, the nearer to 1 the factors are drawn and the wider are the intervals.

calibrate-voice = What customers say
calibrate-voice-score = { $answers } answers give a net promoter score of { $score } points, with a standard error of { $error }. Those who did not answer may think otherwise.
calibrate-voice-whole = The answers are taken as one: too few of them name a customer of the log, or a group has fewer than 30.
calibrate-voice-groups = Net promoter score by group; in the whole each group counts as much as it has active customers
calibrate-voice-answers = Answers
calibrate-voice-nps = Score
calibrate-voice-why = Why customers leave, by what they say
calibrate-voice-cause = Cause
calibrate-voice-said = { $cause } ({ $said })
calibrate-voice-leavers = Leavers
calibrate-voice-share = Share
calibrate-voice-causes = Leavers tell what is fresh and what can be said aloud: such counts overstate dramatic reasons, and leave out those who drifted away without one.

calibrate-gaps = What the log does not tell
calibrate-gap-margin = Gross margin and the cost of winning a customer: from the accounts.
calibrate-gap-causes = Why customers leave: ask those who have fallen silent, or count reasons given to the service.
calibrate-gap-nps = Net promoter score: a survey of customers, from 0 to 10.
calibrate-gap-response = What a discount or a reward changes: a trial with a group left out. Past promotions show who used them, not what they changed; two years of receipts with the discount on each tell some of it.
calibrate-gap-reward = What a reward changes: a trial with a group left out. The response to discounts above is no trial, either.
calibrate-gap-season = The season: a log of two years or more.
calibrate-gap-money = Money: no column was recognised as the amount; one receipt is the unit of money in the design. If there are amounts, name their column: --map amount=COLUMN.

chart-backtest-months = { $covers ->
    [yes] The months not seen came out within the forecast
   *[no] The months not seen came out { $side ->
        [above] above
       *[below] below
    } the forecast
}
chart-backtest-shown = Purchases a month of customers known at the cut, with 50 and 90 % intervals; the first and the last month may be parts
chart-backtest-axis = Purchases
chart-backtest-forecast = forecast
chart-backtest-actual = actual
chart-backtest-classes = Who bought often before is forecast { $off ->
    [near] about right
    [high] too high
   *[low] too low
}
chart-backtest-classes-shown = Purchases per customer in the months not seen, by repeat purchases before; the last point stands for 7 and more
chart-backtest-across = Repeat purchases before
chart-backtest-up = Purchases per customer
chart-backtest-footer = { $customers } customers · fitted to { $cut } · { $model } · loyalsim { $version }

design-measured-title = A shop measured on its log
design-measured-head = Fitted by loyalsim to { $file } ({ $first } to { $last }, { $people } customers, { $purchases } purchases; SHA-256 { $hash }).
design-measured-known = MEASURED with the model { $model }: customers, newcomers, purchases, leaving, receipts. Ranges are standard errors of the estimates; numbers that were estimated together are correlated below.
design-measured-unknown = ASSUMED: whatever says so. The log does not tell it; replace it by your own numbers, or leave the ranges wide.
design-measured-no-money = No column was recognised as the amount: one receipt is the unit of money. If there are amounts, calibrate again with --map amount=COLUMN.
design-measured-program = There is no program yet. Describe the one that is proposed in a table [program]; `loyalsim new` writes one to copy from.
design-measured-customers = { $people } customers in the log, each with the chance that he is still active; the range holds how far forecasts by this model have missed
design-measured-newcomers = { $count } first purchases a month over { $months ->
    [one] 1 month
   *[other] { $months } months
}, those of customers from before the log taken off; in a year each buys as much as { $like } of today’s customers
design-measured-no-newcomers = nobody has joined in the last { $months ->
    [one] month
   *[other] { $months } months
}
design-measured-acquisition = not in the log: half a receipt
design-measured-margin = not in the log: take it from the accounts
design-measured-retention = not used in the simulation, which follows churn_shape and churn_beta; what they come to in a year
design-measured-segment = up to { $rate } purchases a year
design-measured-segment-between = { $low } to { $rate } purchases a year
design-measured-segment-all = all customers
design-measured-segment-over = over { $low } purchases a year
design-measured-share = share of the active customers
design-measured-fit = { $model }, { $people } customers of the group
design-measured-change = the model has no changes of needs
design-measured-basket = receipts expected of the group, weighted by purchases
design-measured-basket-gross = receipts expected of the group, weighted by purchases, before the discounts of today’s program
design-measured-no-basket = the unit of money
design-measured-spread = Gamma-Gamma model, { $people } customers with repeat purchases
design-measured-noise = variation of the receipts of one customer
design-measured-season = Purchases by month of the year, MEASURED over whole years.
design-measured-churn = Why customers leave is not in the log. Ask those who fell silent, then replace the preset by causes of your own.
design-measured-nps = Not in the log: ask customers how readily they recommend, from 0 to 10.
design-measured-score = survey of { $answers } customers{ $file }; who did not answer may think otherwise
design-measured-causes = what { $leavers } leavers said{ $file }
design-measured-file = , { $file } (SHA-256 { $hash })
design-measured-dramatic = MEASURED on what leavers say: dramatic reasons are overstated, drifting away is understated.
design-measured-money = receipts
design-measured-currency = units of the log
progress-megabytes = MB
