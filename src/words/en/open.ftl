# The page of `loyalsim open`.

# Above everything.
open-menu = Actions
open-undo = Undo
open-redo = Redo
open-save = Save
open-share = Share
open-print = Print
open-review = Review this
open-language = Language
open-skip = Skip to the results
open-address = The page is at { $address }
open-end = It is there until you press Ctrl-C here.
open-lost = loyalsim does not answer. It has probably been ended: start it again with `loyalsim open`; what you have changed is kept in this window.

# Variants.
open-variants = Variants
open-variant = Variant { $number }
open-add = Copy as a variant
open-rename = Rename
open-name = Name
open-drop = Remove this variant
open-full = Four variants are the most that fit side by side. Remove one first.

# What is shown.
open-for-what = For what?
open-at-what-price = At what price?
open-at-the-end = At the end
open-levers = Levers
open-pictures = Pictures
open-picture-scroll = Picture; scroll sideways to see all of it
open-compare = Side by side
open-decides = What decides
open-verdict-loss = On these numbers the program loses money.
open-verdict-gain = On these numbers the program pays.
open-verdict-undecided = On these numbers it is undecided whether the program pays.
open-verdict-why = The margin on additional sales: { $sold }; the largest cost ({ $largest }): { $cost }.
open-verdict-stayers = { $share } of what customers are given goes to those who would stay anyway.
open-verdict-assumed = None of the inputs has been measured, so this is a starting point and no verdict on your business: enter your own numbers, move the levers, and find out what decides.
open-levers-decide = Inputs that decide most
open-decides-ask = Find out what decides
open-decides-means = Which uncertain inputs drive the net effect, one at a time, and how much is luck. It takes some seconds.
open-changes = Changed since it was opened
open-changes-none = Nothing has been changed.
open-changed = { $what }: { $from } → { $to }
open-added = Added: { $what }
open-removed = Removed: { $what }
open-more = More figures
open-more-numbers = More numbers, at their defaults

# How sure.
open-starting = Simulating …
open-rough = Rough answer after { $trials } trials; more are under way
open-settled = Settled: { $trials } trials. ± is the Monte Carlo error
open-refining = Nearly settled: { $trials } trials; a few more make it precise
open-spread = 90 % of trials: { $range }
open-inputs = { $measured ->
    [0] None of the { $all } inputs is measured; { $assumed } are assumptions. The answers are no better than they are.
   *[other] { $measured } of { $all } inputs are measured; { $assumed } are assumptions. The answers are no better than they are.
}
open-no-goals = The design states no goals.
open-no-program = This design has no program: add an element to give it one.

# Levers.
open-group-chosen = The levers that matter
open-group-goals = Goals
open-group-program = The program as a whole
open-group-business = The business today
open-group-segments = Customers
open-group-churn = Why customers leave
open-group-service = Service, staff and branches
open-group-behaviour = How customers respond
open-group-market = Competitors
open-group-plan = The plan around the program
open-allowed = Allowed: { $range }
open-source = { $basis }: { $source }
open-source-none = { $basis }, no source given
open-basis-measured = Measured
open-basis-published = Published
open-basis-folk = Commonly quoted
open-basis-assumed = Assumed
open-uncertain = Uncertain: { $range }. The slider moves the whole range.
open-off = Switched off
open-remove-element = Remove
open-add-element = Add an element
open-add-element-means = Each is added with plain starting values, which you then set.
open-close = Close

# Side by side.
open-measure = Measure
open-better = better
open-worse = worse
open-open = no clear difference
open-compare-means = All variants meet the same customers and the same luck, so that differences are the programs’ alone. A difference is called clear where its 95 % interval leaves out zero.
open-compare-one = Copy the variant to compare two programs side by side.

# Saving, sharing, reviewing.
open-save-means = Writes the design as a TOML file beside the one you opened. Comments and layout are kept.
open-file-name = File name
open-replace = Replace the file of that name
open-saved = Saved: { $file }
open-bad-name = Write a plain file name without a folder, for instance my-program.toml.
open-share-means = One file with all variants. Anybody can read it in a browser; `loyalsim open FILE` continues from it.
open-download = Download
open-shared-by = Made with loyalsim { $version }. To change it: loyalsim open FILE
open-not-shared = { $file } holds no designs that loyalsim { $version } can open: { $why }
open-reviewing = The review is under way: about a minute …
open-reviewed = The review is ready.
open-read-review = Read the review
open-stop = Stop

# The first start.
open-start = Start with a program of your own
open-start-means = Choose the industry that is nearest to yours. Its numbers are a starting point, each with its source or marked as an assumption; eight questions make the most important ones yours.
open-questions = Eight questions
open-questions-means = Leave a field as it is if you do not know.
open-begin = Build my design
open-back = Back
open-business-name = Name of your business
open-question-customers = How many customers bought from you in the last twelve months?
open-question-base = How many customers do you have today?
open-question-purchases = How often does a customer buy in a year?
open-question-basket = What does a purchase come to on average?
open-question-term = For how many months does a contract run?
open-question-bill = What does a customer pay in a month on average?
open-question-margin = What share of the price is left after the cost of goods?
open-question-retention = What share of this year’s customers will still buy next year?
open-question-churn = What share of your customers leaves in an average month?
open-question-nps = What is your net promoter score?
open-question-reward = What share of the spend would you give back?
open-question-service = What would better service cost in a month?
open-question-cost = What would running the program cost in a month?
industry-shop = Shop
industry-grocery = Grocery
industry-pharmacy = Pharmacy
industry-electronics = Electronics
industry-coffee = Coffee shops
industry-airline = Airline
industry-hotel = Hotels
industry-telecom = Telecom
industry-saas = Software by subscription
industry-bank = Bank
industry-distributor = Distributor

# Figures.
open-goal-at-least = { $metric } of at least { $threshold } by { MONTH($by) }
open-goal-at-most = { $metric } of at most { $threshold } by { MONTH($by) }
open-net-means = to the end of the period, after all costs, undiscounted
open-npv-means = net effect discounted to the start
open-net-base-means = net effect plus the change in the value of the base
open-theme = Dark or light
open-warnings = Notes on this design
open-assumptions = Business and assumptions
open-with = with
open-without = without

failure-page = the page cannot be served: { $why }
