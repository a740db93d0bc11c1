# Calibrating with a randomised experiment.

data-no-arm = no column says to which arm each customer was assigned; columns: { $columns }
data-no-arm-help = name it: --map arm=COLUMN (a name, or a number from 1)
data-arm-empty = row { $line }: no arm is named
data-arm-empty-help = name the arm to which the lot assigned this customer, even if no message reached him; whoever was in no draw does not belong in the table
data-arms-alike = row { $line }: “{ $text }” may be the arm that is written “{ $before }” above
data-arms-alike-help = write one arm in one way, and different arms differently
data-one-arm = all customers are in one arm, “{ $arm }”
data-one-arm-help = give those who were left out by lot, too: without them nothing tells what would have happened anyway
data-many-arms = row { $line }: more than { $most } arms
data-many-arms-help = if this is not the column of the arms, name it: --map arm=COLUMN
data-no-control = it is not clear which arm was left alone: { $arms }
data-no-control-help = say which: --experiment-control ARM
data-controls = several arms may be the one that was left alone: { $arms }
data-controls-help = say which: --experiment-control ARM
data-no-such-arm = there is no arm { $arm }; the arms are { $arms }
data-no-such-arm-help = use one of these names
data-few-in-arm = arm “{ $arm }” has { $count ->
    [one] one customer
   *[other] { $count } customers
}, too few to learn from
data-few-in-arm-help = give at least { $least } in each arm
data-no-outcome = no column tells who bought, how often or for how much; columns: { $columns }
data-no-outcome-help = name one: --map bought=COLUMN (1 or 0, yes or no), --map purchases=COLUMN or --map amount=COLUMN
data-yes-or-no = row { $line }: “{ $text }” does not say whether this customer bought
data-yes-or-no-help = write 1 or 0, yes or no, for each customer; whoever bought nothing has a 0
data-not-purchases = row { $line }: “{ $text }” is not a number of purchases
data-not-purchases-help = write a whole number for each customer; whoever bought nothing has a 0
data-not-spend = row { $line }: “{ $text }” is not an amount
data-not-spend-help = write an amount for each customer; whoever bought nothing has a 0
data-negative-spend = row { $line }: the spend { $text } is below 0
data-negative-spend-help = leave out refunds of what was bought before the experiment; what was bought and given back within it comes to 0
data-contradicts = row { $line }: one column says that this customer bought, another that he did not
data-contradicts-help = count purchases, buyers and spend over the same days; or give only one of these columns
data-twice = row { $line }: this customer has a row already, row { $before }
data-twice-help = give one row for each customer, with all that he bought; lots that were drawn for visits or orders are another kind of experiment
data-arms-chosen = the arms were not made by lot: they differ in “{ $column }” more than lots would make them in one of { $odds } draws
data-arms-chosen-help = find out how the arms were made; if customers were chosen, or some were dropped afterwards, the difference between the arms is not the effect. If the column was measured after the lots were drawn, take it out of --experiment-before
data-not-before = “{ $column }” tells the arm, the customer or what came after the lots were drawn
data-not-before-help = give columns that were known before to --experiment-before
data-many-values = “{ $column }” has more than { $most } different words
data-many-values-help = give columns of numbers or of few groups to --experiment-before

calibrate-file-experiment = what the experiment shows, for programs that read it

calibrate-experiment = An experiment with customers left out by lot
calibrate-experiment-about = { $file }: { $customers } customers, assigned by lot to { $arms } arms, of which “{ $control }” was left alone. Counted is what they bought within { $days ->
    [one] one day
   *[other] { $days } days
}.
calibrate-experiment-arms = What each arm bought
calibrate-experiment-arm = Arm
calibrate-experiment-all = all arms together
calibrate-experiment-bought = share who bought
calibrate-experiment-purchases = purchases per customer
calibrate-experiment-spend = spend per customer
calibrate-experiment-effects = Effects against “{ $control }”, with standard errors
calibrate-experiment-what = What
calibrate-experiment-difference = Difference
calibrate-experiment-adjusted = Adjusted
calibrate-experiment-change = Change (90 % interval)
calibrate-experiment-chance = By chance
calibrate-experiment-least = Least that is found
calibrate-experiment-assigned = Everybody counts in the arm to which the lot assigned him, whether or not anything reached him (intention to treat): this is the effect of sending, not of reading.
calibrate-experiment-several = { $arms } arms are compared with the same customers. “By chance” is the chance of finding as large a difference in any of them if there were none (Holm 1979). The arm that did best did so by luck, too: unless you had settled on it before, believe all arms together.
calibrate-experiment-alike = The differences are also adjusted for what was known before ({ $columns }), by a regression in each arm (Lin 2013); changes, chances and the design follow these. Lots make arms that differ as much in these columns { $unusual ->
    [yes] only with a chance of { $chance }: ask how they were drawn, and whether customers were dropped afterwards.
   *[no] with a chance of { $chance }: they are as alike as they should be.
}
calibrate-experiment-unknown = Nothing is given that was known before, so that it cannot be checked whether the arms were made by lot. Columns such as last year’s purchases (--experiment-before) do that, and make errors smaller.
calibrate-experiment-unequal = The arms have different numbers of customers, more so than equal lots make them once in a thousand times. If they were meant to be equal, find out who is missing before you believe anything here.
calibrate-experiment-few = Fewer than ten bought in some arm: errors and chances are rough there.
calibrate-experiment-small = An experiment of this size finds a change of less than { $least } fewer than four times in five, and messages seldom do as much. What is found with so few customers is too large on average: repeat it with more before you count on it.
calibrate-experiment-least-about = “Least that is found” is the smallest effect that an experiment of this size finds four times in five. Where none was found, a smaller one may be there.
calibrate-experiment-time = What comes after { $days ->
    [one] this day
   *[other] these { $days } days
} was not counted: whether the effect wears off, whether purchases were only made sooner, and whether the tenth message does as much as the first.
calibrate-experiment-before = Known before
calibrate-experiment-apart = Largest difference, sd
calibrate-experiment-alike-table = How alike the arms were before
calibrate-experiment-design = Into the design goes { $arm }: { $change } more purchases by those who got messages, at a pace of { $messages } a month. In a design { $share } of the customers respond to messages, and so many do { $response } of what the best number does; the lift at the best number is { $lift } of what these customers buy without messages, for that reason.{ $nothing ->
    [yes] {" "}One time in ten or more there is no effect at all, and the design plays that, too.
   *[no] { "" }
} Play as many messages as were tried: what fewer bring follows a published curve, and more are played as if they brought no more (behaviour.message_tried).
calibrate-experiment-untold = { $why ->
    [messages] Nothing of this goes into the design. If the experiment was about messages, say how many each customer got in its time, with --experiment-messages. What an offer with a discount brings contains the effect of the price, which a design has apart.
    [few] Nothing of this goes into the design: fewer than ten bought in an arm.
    [buyers] Nothing of this goes into the design: so many bought that their share grows more slowly than their purchases. Give the number of purchases by customer.
   *[large] Nothing of this goes into the design: so large a lift from so few messages is beyond what it takes (behaviour.message_lift).
}

design-measured-messages = Messages: an experiment with customers left out by lot has measured what { $messages } a month bring within { $days ->
    [one] one day
   *[other] { $days } days
}. What fewer bring follows a published curve, more are played as if they brought no more, and how long it lasts nobody has measured. It is set against no messages: if customers get some today, their purchases are in the log already. To play what was tried:
design-measured-message-cost = put in yours
design-measured-tried = messages a month in the experiment; more are played as if they brought no more
design-measured-lift = Randomised experiment { $file } (SHA-256 { $hash }): { $arm }, { $treated } customers, against { $control }, { $left }, within { $days ->
    [one] one day
   *[other] { $days } days
}: purchases up by { $change }{ $adjusted ->
    [yes] , adjusted for what was known before
   *[no] { "" }
}; divided by the share who respond ({ $share }) and by what so many messages do of what the best number does ({ $response })
