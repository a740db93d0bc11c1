# The seminar: `loyalsim seminar`.

# What the terminal says.
seminar-teacher-at = Your page (the wall screen): { $address }
seminar-students-at = Students join at { $address } with the code { $code }
seminar-only-here = Only this machine can join. To let phones in, start again with --network.
seminar-kept-in = Everything is kept in { $file }. Ctrl-C ends the class; the same command continues it.
seminar-goes-on = The class in { $file } continues.
seminar-file-there = { $file } already holds a class.
seminar-file-there-help = leave out --lever and --budget to continue it, choose another file with --class, or delete it with --delete
seminar-other-scenario = This class was opened with another version of the scenario.
seminar-other-scenario-help = use the scenario it was opened with, choose another file with --class, or delete the class with --delete
seminar-no-class = The file holds no class.
seminar-no-class-help = choose another file with --class
seminar-log-broken = Line { $line } of the class file cannot be read: { $why }
seminar-log-broken-help = restore the file from a copy, or begin a new class with --class
seminar-in-use = { $file } is in use: this class is running already.
seminar-in-use-help = end the other loyalsim first, or choose another file with --class
seminar-port-taken = Port { $port } is taken by another program.
seminar-port-taken-help = end the other program, or choose a port with --port; students then join at the new address
seminar-no-program = The scenario has no program, so teams would have nothing to design.
seminar-no-program-help = add a [program] with at least one element
seminar-no-levers = The program has no numbers that teams could set.
seminar-no-levers-help = name levers with --lever, for instance --lever program.points.earn
seminar-bad-lever = { $lever } is no lever.
seminar-bad-lever-help = write the path of a number of the design, with a range if you like: --lever program.points.earn=0..0.1

# What is refused.
seminar-late = The class has moved on meanwhile.
seminar-nobody = Nobody of that name is here.
seminar-bad-request = This does not fit the round.
seminar-empty = Nobody has joined yet.
seminar-no-name = Please enter a nickname.
seminar-name-taken = This nickname is taken. Please choose another one.
seminar-full = The class is full.
seminar-wrong-code = This is not the code on the wall screen.
seminar-unknown = You are no longer in this class. Please join again.
seminar-bad-chance = A chance is a number from 0 to 100 %.
seminar-bad-range = The lower end of the range must not be above the upper end.
seminar-outside = { $lever } is outside its range.
seminar-busy = Your last design is still being checked. Please try again in a moment.
seminar-too-often = You have sent this often enough for one round. A teammate can still send.
seminar-over-budget = This program would cost { $cost }, more than the budget of { $budget }. Lower a lever.
seminar-cost = Expected cost: { $cost } of { $budget }
seminar-unkept = This could not be saved, so it does not count: { $why }

# Joining.
seminar-join = Join
seminar-join-at = Join at
seminar-join-means = Enter the code from the wall screen, a nickname, and your team. Use no real names.
seminar-code = Code
seminar-name = Nickname
seminar-team = Team
seminar-team-means = Those who enter the same team name play together. Leave it empty to play alone.
seminar-alone = Only this machine can join. Start with --network to let phones in.
seminar-own = Your team
seminar-you = you
seminar-lost = No connection to the teacher’s computer. Trying again …
seminar-none-yet = Nobody yet
seminar-teams = Teams
seminar-remove = Remove from the class

# The round.
seminar-round = Round
seminar-phase-brief = Brief
seminar-phase-design = Design
seminar-phase-bet = Bet
seminar-phase-play = Simulation
seminar-phase-reveal = Results
seminar-phase-debrief = Debrief
seminar-step-brief = Next round
seminar-step-design = Start designing
seminar-step-bet = Start betting
seminar-step-play = Simulate
seminar-step-reveal = Show the results
seminar-step-debrief = Debrief
seminar-wait-brief = Read the brief. The teacher opens the levers.
seminar-wait-play = Bets are closed. The simulation is running.
seminar-simulating = Simulating …
seminar-simulated = Simulated. The teacher shows the results.

# The brief.
seminar-business = The business
seminar-program = The program
seminar-goals = Goals
seminar-budget = Budget for the program
seminar-revenue = Revenue a year, about
seminar-months = { $months ->
    [one] { $months } month, { MONTH($from) } to { MONTH($to) }
   *[other] { $months } months, { MONTH($from) } to { MONTH($to) }
}
seminar-shocks = What has changed
seminar-shock = Something goes wrong
seminar-shock-do = Let it happen
seminar-shock-undo = Undo the round’s shocks
seminar-rivals-short = In this round the other teams are rivals
seminar-rivals = In this round the other teams are your rivals. When your program starts, a business like yours opens nearby, with your prices. What its program gives its members, and how well its staff treat customers, is the average of what the other teams design.
seminar-quote-false = The 68 % turn out to be false: customers leave for the reasons that studies find

# Designing and betting.
seminar-design-means = Set the levers together. The last design sent by the team counts.
seminar-design-send = Send the design
seminar-design-saved = Design saved
seminar-design-by = Last sent by
seminar-bet-means = Before you see anything: what do you expect of your design? Those who say what they believe score best.
seminar-bet-of = Your bet
seminar-bet-send = Place the bet
seminar-bet-sent = Bet saved
seminar-bet-by = Last placed by
seminar-chance-of = Chance, %
seminar-range-of = Net effect of the program: in nine of ten cases it lies between these two values
seminar-range-low = From
seminar-range-high = To
seminar-unit-one = { $currency }
seminar-unit-thousand = thousand { $currency }
seminar-unit-million = million { $currency }
seminar-unit-billion = billion { $currency }
seminar-bets = Bets in

# What came out.
seminar-about-results = { $trials ->
    [one] { $trials } trial: all teams met the same customers and the same luck.
   *[other] { $trials } trials: all teams met the same customers and the same luck.
}
seminar-about = Scores are skill, not luck
seminar-board = Leader board
seminar-points-mean = Points per round, out of 100: half for the design (100 for the best one found, 0 for no better than the original program or none, whichever is worse), half for the bets. Chances are scored by the Brier score, ranges by the interval score, each over all trials: only honest bets do best.
seminar-column-team = Team
seminar-column-design = Design
seminar-column-chances = Chances
seminar-column-range = Range
seminar-column-points = Round
seminar-column-sum = Total
seminar-column-bet = bet
seminar-column-simulated = simulated
seminar-ranges = Net effect: bet and simulated
seminar-ranges-mean = Upper bar: the range that was bet. Lower bar: where nine in ten trials lie, with the mean.
seminar-expected = Expected net effect
seminar-inside = trials within the range bet
seminar-no-bet = no bet
seminar-best = The best design found
seminar-best-team = { $team } has the best design found: expected net effect { $net }.
seminar-best-search = A search found a design with an expected net effect of { $net }.
seminar-best-answers = The best answer found to each team’s rivals, with its expected net effect:
seminar-answer = { $team }: { $net } with { $design }
seminar-answer-original = { $team }: { $net } with the original program
seminar-answer-own = { $team }: { $net } with its own design
seminar-luck = What luck would have said
seminar-path-always = A single trial, number { $trial }, would have ranked the teams like this. The team with the best design comes first in every trial: luck decides nothing here.
seminar-path = A single trial, number { $trial }, would have ranked the teams like this. The team with the best design comes first in { $share } of the trials; otherwise luck decides.
seminar-changes = The design, against the original
seminar-changes-none = Nothing was changed.
seminar-waterfall = Where the money goes
seminar-why = Why
seminar-pair-title = The most instructive pair
seminar-pair = { $better } earns { $gap } more than { $worse }. From the one to the other:

# Why bets were wrong.
seminar-why-too-high = { $team } bet on { $bet }; nine in ten trials lie in { $range }. Too optimistic: { $inside } of the trials are in the range that was bet.
seminar-why-too-low = { $team } bet on { $bet }; nine in ten trials lie in { $range }. Too pessimistic: { $inside } of the trials are in the range that was bet.
seminar-why-too-narrow = { $team } bet on { $bet }; nine in ten trials lie in { $range }. Too sure: only { $inside } of the trials are in the range that was bet.
seminar-why-too-wide = { $team } bet on { $bet }; nine in ten trials lie in { $range }. Right, but the range is so wide that it says little ({ $inside } of the trials).
seminar-why-right = { $team } bet on { $bet }; nine in ten trials lie in { $range }. A good bet: { $inside } of the trials are in it.
seminar-why-over-budget = The program costs { $cost }, more than the budget of { $budget }, and no other design was sent: no points for the design.
seminar-why-rivals = The program gives a new member { $own } of spend; the rival’s, { $met }.
seminar-why-rivals-service = The program gives a new member { $own } of spend; the rival’s, { $met }. Contacts handled to standard: { $contacts } here, { $theirs } at the rival’s.
seminar-why-beside = Beside the rival the program’s expected net effect is { $beside }; without one it would be { $alone }. In all, the rival costs the business { $business }, the program’s help included.
seminar-why-sales = Sales had to rise by { $needed } to pay for what is given away; they rose by { $rose }.
seminar-why-stayers = { $share } of what customers were given went to those who would have stayed anyway.
seminar-why-fatigue = Customers got used to it: by { MONTH($month) } half of the rise was gone.
seminar-why-selection = Members buy { $naive } more than others, but the program caused only { $caused }: those who buy a lot join first.
seminar-why-breakage = { $share } of the points expired unused: a saving now, and a disappointment for those who lost them.
seminar-why-exit = Closing the program at the end would cost { $cost } for the points still held.

# Deleting.
seminar-no-file = There is no class in { $file }.
seminar-no-file-help = name its file with --class
seminar-deleted = Deleted: { $file }

# After the class.
seminar-handouts = Handouts
seminar-table = Table (CSV)
seminar-nothing-yet = No round has been revealed yet.
seminar-range-nine = Net effect, nine in ten cases
seminar-exported = Written: { $file }
seminar-handed-out = { $count ->
    [one] { $count } handout in { $folder }
   *[other] { $count } handouts in { $folder }
}
seminar-unprinted = No PDF: { $why }. The HTML files can be printed from any browser.
seminar-play-failed = The simulation failed. Go back, change the designs, and simulate again.
