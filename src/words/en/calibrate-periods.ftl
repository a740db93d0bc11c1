# Calibrating with a table of promotions and of times in which a program ran.

data-no-from = no column says when a promotion or a program begins; columns: { $columns }
data-no-from-help = name it: --map from=COLUMN (a name, or a number from 1)
data-no-until = no column says when a promotion or a program ends; columns: { $columns }
data-no-until-help = name it: --map until=COLUMN (a name, or a number from 1); leave its cell empty where something goes on
data-no-kind = no column says what ran; columns: { $columns }
data-no-kind-help = name it: --map kind=COLUMN (a name, or a number from 1); it holds “promotion” or “program”
data-period-day = row { $line }: “{ $text }” is not a day
data-period-day-help = write a day as 2024-03-31, or say with --dates dmy or --dates mdy which number is the day
data-period-backwards = row { $line }: the last day is before the first
data-period-backwards-help = give the first day in `from` and the last in `until`
data-period-kind = row { $line }: “{ $text }” is neither a promotion nor a program
data-period-kind-help = write “promotion” or “program”
data-period-discount = row { $line }: “{ $text }” is not a discount
data-period-discount-help = write a share of the price, such as 20 % or 0.2, or leave the cell empty
data-period-empty = the table holds no promotion and no program
data-period-empty-help = give a row to each, with `from`, `until` and `kind`

calibrate-file-periods = what promotions and programs may have changed, for programs that read it

calibrate-periods = Promotions and programs of the past
calibrate-periods-about = Purchases during each, against those of the weeks before, as a ratio to the same a year before, or to that of customers who are no members. This is no randomised trial: whatever else changed in these weeks is in it, and who takes part chooses to.
calibrate-periods-table = What may have changed, with 90 % intervals
calibrate-periods-period = Period
calibrate-periods-against = Compared with
calibrate-periods-year = the year before
calibrate-periods-others = customers who are no members
calibrate-periods-purchases = Purchases
calibrate-periods-after = Purchases in as many days after
calibrate-periods-name = { $name } ({ $kind ->
    [promotion] promotion
   *[program] program
}, { $open ->
    [yes] from { $from } on
   *[no] { $from } to { $until }
}{ $told ->
    [yes] , { $discount } off
   *[no] { "" }
})
calibrate-periods-how = An interval is at least as wide as the same comparison misses in weeks in which nothing ran. Of what runs for long, the first half year counts. The comparison with customers who are no members says something of what only members were offered.
calibrate-periods-untold = { $period }: the log does not tell. A comparison needs eight weeks of purchases before, and the same a year before or a table that says who is a member.
calibrate-periods-within = In the time of this forecast fall: { $periods }. The forecast knows nothing of them.
