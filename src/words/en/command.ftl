# What the commands say about their own work: failures with their remedies, the verdict of `check`, progress.

failure-line = error: { $what }
failure-design = { $file }: { $fault }
failure-at-line = line { $line }: { $fault }
failure-bug = This is a bug in loyalsim { $version }, not in your design. Please report it with the design file and this line:

input-standard = standard input

failure-folder = { $file } is a folder, not a design file
failure-folder-help = name a file in it, for instance design.toml
failure-large = { $file } is larger than { $limit } kB and was not read: no design is that large
failure-large-help = check that this is the right file; customer data do not belong in a design
failure-no-file = there is no file { $file }
failure-no-file-help = check the spelling and the folder; `loyalsim new my-design` writes a design to start from
failure-may-not-read = { $file } cannot be read: permission denied
failure-may-not-read-help = ask its owner for the right to read it, or copy it to a folder of your own
failure-cannot-read = { $file } cannot be read: { $why }
failure-one-design = one design alone has nothing to be compared with
failure-one-design-help = name two designs or more; `loyalsim run` compares a design with no program
failure-currencies = { $first } counts in { $own }, { $file } in { $other }: amounts in different currencies cannot be compared
failure-currencies-help = convert the amounts of one design, and state the same `currency` in both
failure-empty = { $file } is empty
failure-empty-help = a design is a plain text file in TOML; `loyalsim new my-design` writes one to start from
failure-binary = { $file } is not a text file
failure-binary-help = a design is a plain text file in TOML; `loyalsim new my-design` writes one to start from
failure-utf16 = { $file } is encoded in UTF-16, but must be in UTF-8
failure-utf16-help = open it in a text editor and save it with the encoding UTF-8 (Notepad: Save as, Encoding: UTF-8; PowerShell: Out-File -Encoding utf8)
failure-windows-1251 = { $file } seems to be encoded in windows-1251 (line { $line }), but must be in UTF-8
failure-windows-1251-help = open it in a text editor as windows-1251 (“ANSI” in Notepad) and save it with the encoding UTF-8
failure-encoding = { $file } is not text in UTF-8 (line { $line })
failure-encoding-help = save it from your editor with the encoding UTF-8

failure-no-folder = there is no folder { $folder }
failure-no-folder-help = create it first, or choose another name
failure-folder-there = { $folder } is a folder and cannot be replaced
failure-folder-there-help = choose another name
failure-no-name = '{ $name }' is not a name for a file
failure-no-name-help = for instance: loyalsim new my-shop
failure-file-there = { $file } already exists and was left unchanged
failure-file-there-help = choose another name, or replace it with --force
failure-file = { $file } cannot be written: { $why }
failure-file-help = choose another folder; nothing was changed
failure-out = results cannot be written to { $file }: { $why }
failure-out-help = nothing was simulated; choose another folder with --out
failure-result = { $file } cannot be written: { $why }
failure-result-help = the earlier result in the folder is complete and unchanged; free some space or choose another folder with --out
failure-busy = another run is writing its results to { $folder }
failure-busy-help = wait until it has ended, or choose another folder with --out
failure-waits = { $file } cannot be written: { $why }. The new result is complete, but not yet in its place
failure-waits-help = remove the obstacle, then run `loyalsim verify` on { $folder }: it puts the result in its place
failure-standard-output = cannot write to the standard output: { $why }
failure-json = the results cannot be written as JSON: { $why }
failure-parquet = the trials cannot be written as Parquet: { $why }
failure-deck = the deck cannot be written: { $why }
failure-deck-template = { $file } cannot be used as a template: { $fault }
failure-deck-template-read = the template { $file } cannot be read: { $why }
failure-workbook = the workbook cannot be written: { $why }
failure-picture = the picture { $name } cannot be drawn: { $why }
failure-picture-help = try --no-charts
failure-misfit = the results cannot be combined: { $why }
failure-review = the review cannot be completed: { $why }
failure-counter-design = the search for a better design failed: { $why }
failure-counter-design-help = try --no-counter
failure-no-signals = cannot listen for Ctrl-C: { $why }
failure-threads = the threads cannot be started: { $why }
failure-threads-help = try fewer with --threads
failure-no-brands = the design describes no brands
failure-no-brands-help = add [brands] with a [[brands.brand]] for each brand; `loyalsim brands --help` shows how
failure-nothing-to-end = the design has no program to end
failure-nothing-to-end-help = add a [program] with its elements
failure-no-end = { $months ->
    [one] an end { $months } month after the launch lies beyond the horizon
   *[other] an end { $months } months after the launch lies beyond the horizon
}
failure-no-end-help = choose a smaller --every, or a longer `horizon_months` in the design
failure-few-trials = { $trials } trials are too few to value information
failure-few-trials-help = use --trials { $fewest } or more; { $usual } is usual
failure-no-log = there is no log to continue from: { $file }: { $why }
failure-no-log-help = run once without --resume, or give the folder with --out
failure-other-log = { $file } is the log of another design, version, seed, or number of trials or customers
failure-other-log-help = use the same options as then, or run without --resume
failure-log = { $file } cannot be written: { $why }
failure-log-help = choose another folder with --out

failure-part = { $file }: { $fault }
failure-no-part = there is no file { $file }
failure-no-part-help = name files that were written with --part
failure-no-part-there = { $file } is there and is no part of a run: it was left unchanged
failure-no-part-there-help = choose another file with --out
part-none = this is no part of a run
part-none-help = name files that were written with --part
part-format = this part was written by a newer version of loyalsim
part-format-help = merge with the version that wrote it
part-damaged = this part is damaged: it was cut off or changed after it was written
part-damaged-help = remove it and play it again with the same --part
part-build = this part was written by loyalsim { $theirs }, and this is { $own }: their results may differ in the last digits
part-build-help = play and merge all parts with one version
part-other = { $file } is not of the same run as { $first }: { $what }
part-other-help = merge parts of one run only
part-other-design = another design
part-other-options = another command, or other options
part-other-seed = seed { $theirs } instead of { $first }
part-other-customers = { $theirs } instead of { $first } customers
part-other-trials = a run of { $theirs } instead of { $first } trials
part-other-sampling = another sampling plan
part-twice = { $file } and { $first } have the trials { $trials } in common
part-twice-help = leave one of them out; they need not be of the same length, but each trial must be there once
part-missing = { $count ->
    [one] part { $names } is missing
   *[other] { $count } parts are missing: { $names }
}
part-missing-help = play what is missing with --part and the same options, then merge again
part-missing-trials = trials are missing: { $names }
part-missing-trials-help = find the files that hold them, or run once more with --parts and the folder of the parts: it plays what is missing
part-many = a run of { $trials } trials cannot be split into { $of } parts
part-many-help = use fewer parts or more --trials
part-written = Part { $part } is written: { $file }
part-there = Part { $part } is there already: { $file }

failure-no-manifest = { $folder } holds no results with a manifest.json
failure-no-manifest-help = name the folder of results that a command has written, for instance loyalsim-out/shop
failure-bad-manifest = the manifest.json in { $folder } cannot be read: it is damaged, or from a newer version of loyalsim
failure-partial-again = this result was stopped before its end and cannot be simulated again
failure-partial-again-help = leave out --again: the files are compared with their hashes
failure-not-again = loyalsim { $version } wrote this result with options that this version does not know
failure-not-again-help = use version { $version } for --again
failure-design-changed = { $file } is missing or has been changed: the result cannot be simulated again without its design

verify-head = { $folder }: { $command } of { $designs }, loyalsim { $version }.
verify-partial = Stopped before its end.
verify-whole = { $count ->
    [one] { $count } file is as it was written.
   *[other] { $count } files are as they were written.
}
verify-others = Not part of this result: { $names }
verify-changed = changed since it was written: { $names }
verify-missing = missing: { $names }
verify-again-same = { $count ->
    [one] Simulated again: { $count } file is the same, byte for byte.
   *[other] Simulated again: { $count } files are the same, byte for byte.
}
verify-again-changed = comes out differently: { $names }
verify-again-missing = does not come out again: { $names }
verify-again-new = comes out in addition: { $names }
verify-versions = The result is from loyalsim { $then }, this is { $now }. Results are the same to the last byte only for the same build; otherwise the folder has been changed.

failure-pdf = { $browser } did not print the PDF: { $why }
failure-pdf-help = everything else is written; name another browser with --browser, or print review.html from yours

failure-few-rows = { $trials } trials are too few for a sensitivity analysis
failure-few-rows-help = use --trials { $fewest } or more; { $usual } is usual
failure-endless = this calculation would take more than { $days } days on this machine and was not begun
failure-endless-help = use fewer --trials or --customers: fewer customers give the same results, less precisely

why-permission-denied = permission denied
why-read-only = the disk is read-only
why-disk-full = the disk is full
why-file-there = there is a file of that name
why-folder-there = there is a folder of that name
why-file-size = it would become larger than the limit for files (ulimit -f) allows
why-not-found = the folder does not exist
why-too-slow = it did not finish within { $seconds } seconds
why-ended = it ended with { $status }
why-silent = it printed nothing
why-other = { $message }

checked-can-be-run = { $file }: can be run ({ $segments }, { $program }, { $goals }, { $months })
checked-program = program "{ $name }" with { $elements }
checked-no-program = no program
checked-today = the program of today, which goes on, with { $elements }
checked-segments = { $count ->
    [one] { $count } segment
   *[other] { $count } segments
}
checked-elements = { $count ->
    [one] { $count } element
   *[other] { $count } elements
}
checked-goals = { $count ->
    [one] { $count } goal
   *[other] { $count } goals
}
checked-months = { $count ->
    [one] { $count } month
   *[other] { $count } months
}

new-written = Written: { $file }, and beside it { $schema }, by which editors check the design as you type
new-next = Edit it (every line says what it means), then:

expense-told = { $seconds } seconds on { $threads } threads, loyalsim { $version }.
expense-memory = At most { $megabytes } MB of memory.

progress-template = {"{pos} of {len} {msg}, {eta} left"}
progress-panels = panels
progress-trials = trials
progress-points = settings
progress-review = steps
progress-stopping = Stopping: results so far will be written. Press Ctrl-C again to end at once.
progress-long = note: about { $minutes } minutes to go. Ctrl-C stops and keeps what is done; fewer --trials or --customers take less time.
progress-very-long = note: about { $hours } hours to go. Ctrl-C stops and keeps what is done; fewer --trials or --customers take less time.
progress-giving-up = Stopping: nothing will be written. Press Ctrl-C again to end at once.
progress-long-reading = note: about { $minutes } minutes to go. Ctrl-C stops, and nothing is written then.
progress-very-long-reading = note: about { $hours } hours to go. Ctrl-C stops, and nothing is written then.
progress-nothing-done = Stopped before the first trial was complete: no results were written.

# Arguments of the decision commands.

measure-unknown = there is no measure `{ $word }`: { $remedy }
fix-no-goals = the design has no goal
fix-goals = { $goals ->
    [one] the design has { $goals } goal: goal_1
   *[other] the design has { $goals } goals, numbered from goal_1
}
fix-measures = write net_effect, npv, retention, nps, active, budget, goals, goal_1, loss or shortfall, or another headline number by its key in summary.json

grid-unreadable = `{ $text }` cannot be read as a lever with its values: { $reason }
grid-setting = { $setting }: { $fault }
grid-twice = `{ $path }` is swept twice: give each lever once
grid-too-many = this grid has { $cells } settings; at most { $most } are allowed: use fewer values or fewer levers
grid-no-equals-sign = write path=from..to:count, or path=value,value,..
grid-empty = one of the values is empty
grid-no-number = `{ $value }` is not a number
grid-no-count = say how many values after a colon, for instance 0.5%..3%:6
grid-count = use 2 to 200 values
grid-ends = both ends must be numbers
grid-per-cent = write both ends with % or both without
grid-same-ends = both ends are the same

task-none = the design does not say what may be changed: add [optimise] with `objectives = ["npv"]`, and a [[optimise.lever]] with `path`, `low` and `high` for each number that may be changed
task-no-program = the design has no program, so there is nothing to improve: add [program] with at least one element
task-at = { $place }: { $fault }
task-not-a-lever = { $place }: `{ $path }` { $what }; a lever is a number of the program
task-not-of-the-program = is not part of the program, so the company cannot choose it
task-no-number = is not a number
task-bounds = has bounds outside the range that the design format allows (`loyalsim schema --format md` lists it)
task-twice = the lever `{ $path }` appears twice: remove one of the two
task-contradiction = the constraints contradict each other: `{ $lower }` must be at least { $least }, but `{ $upper }` at most { $most }
task-impossible = { $place }: the values of `{ $measure }` are { $possible }, so the limit { $limit } can never be met

sensitivity-certain = no number of the design is uncertain, so there is no spread to explain: write what you do not know as { -unknown }
sensitivity-of-many-trials = `{ $measure }` has no value in a single trial, so its spread cannot be divided: use net_effect, or loss for the probability of a loss
sensitivity-constant = `{ $measure }` is the same in every trial, so there is nothing to explain: choose another --measure, or more --customers
sensitivity-undefined = `{ $measure }` is undefined in { $undefined } of { $rows } rows: choose another --measure

stress-no-program = the design has no program that could fail: add [program]
stress-no-goal = { $goals ->
    [one] the design has { $goals } goal; write --goal 1
   *[other] the design has { $goals } goals; write --goal 1 for the first
}
stress-certain = no number of the design is uncertain, so no assumption can turn out differently: write what you do not know as { -unknown }

voi-no-program = the design has no program, so there is nothing to decide: add [program]
voi-other-no-program = { $name }: there is no program, so there is nothing to decide: add [program]
voi-certain = no number of the design is uncertain, so there is nothing to find out: write what you do not know as { -unknown }
voi-currency = { $name }: amounts are in { $other }, those of the design in { $currency }, so they cannot be compared
edit-not-valid = the design is not valid: { $problems }
