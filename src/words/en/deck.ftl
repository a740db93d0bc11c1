# The deck: titles of its slides that no chart and no review has, names of columns in the sheets of its charts, faults of a template.

deck-month = Month
deck-band = 90 % of trials
deck-band-above = 90 % of trials, above
deck-half = 50 % of trials
deck-p25 = Lower quartile
deck-p75 = Upper quartile
deck-severity-critical = critical
deck-severity-serious = serious
deck-severity-moderate = moderate
deck-measure = Key figure
deck-label = Label
deck-whisker = Length of the whisker
deck-from = From
deck-to = To
deck-sheet = Data
deck-rows-left-out = { $count ->
    [one] One row of the table has no room on the slide; it is in the files of the result.
   *[other] { $count } rows of the table have no room on the slide; they are in the files of the result.
}
deck-kicker = What a loyalty program brings, and what it costs
deck-kicker-none = The business without a loyalty program
deck-answer-loss = The program most likely loses money: { $net } over { format-months }, probability of a loss { $chance }
deck-answer-gain = The program most likely pays: { $net } over { format-months }, probability of a loss { $chance }
deck-answer-open = Whether the program pays is open: { $net } on average over { format-months }, probability of a loss { $chance }
deck-answer-none = Without a program { $share } of customers stay another year
deck-tile-net = net effect, after all costs
deck-basis-title = { $judged } of { $all } inputs are assumptions or commonly quoted figures; { $measured ->
    [0] none is measured
    [one] { $measured } is measured
   *[other] { $measured } are measured
}
deck-basis-shown = Inputs of the design, defaults included, by what they rest on
deck-basis-axis = Number of inputs
deck-basis-why = The probabilities on these slides are no better than the inputs they rest on. The commands sensitivity and voi tell what to measure first.
deck-caution = Ranges hold 90 % of the trials. They tell what luck and uncertain inputs leave open, not what the model leaves out.
deck-no-goals = The design states no goals.
deck-made = Every chart can be edited: its data are in a workbook of its own.
deck-price = The decision in numbers
deck-weak-title = { $found ->
    [one] One weak point was found
   *[other] { $found } weak points were found
}, { $critical ->
    [0] none of them critical
    [one] one of them critical
   *[other] { $critical } of them critical
}; the first: “{ $first }”
deck-weak-none = No weak point was found
deck-weak-severity = Severity
deck-weak-weakness = Weak point
deck-weak-remedy = What helps
deck-weak-gain = Gain in NPV
deck-threats-title = The threat with the largest expected loss: { $threat }
deck-unremedied = no tested change helps

deck-answer-loss-goes-on = The change most likely loses money: { $net } over { format-months }, probability of a loss { $chance }
deck-answer-gain-goes-on = The change most likely pays: { $net } over { format-months }, probability of a loss { $chance }
deck-answer-open-goes-on = Whether the change pays is open: { $net } on average over { format-months }, probability of a loss { $chance }
deck-answer-none-goes-on = If today’s program goes on, { $share } of customers stay another year
deck-kicker-goes-on = What a change of the loyalty program brings, and what it costs
deck-kicker-none-goes-on = The business if today’s loyalty program goes on

template-no-archive = it is not a PowerPoint file (.pptx or .potx)
template-no-archive-help = Save it in PowerPoint as “PowerPoint Presentation” or “PowerPoint Template”.
template-protected = it is protected by a password, or in the old format of PowerPoint (.ppt, .pot)
template-protected-help = Take the password off, or save it as “PowerPoint Presentation” (.pptx).
template-strict = it is saved as “Strict Open XML Presentation”
template-strict-help = Save it as “PowerPoint Presentation” (.pptx).
template-no-presentation = it contains no presentation
template-no-presentation-help = Give a file of PowerPoint (.pptx or .potx), not one of Word or Excel.
template-too-large = unpacked it is larger than 400 MB, or has more than 20,000 parts
template-too-large-help = Take out videos and large pictures: only masters and layouts are used.
template-broken = its part { $part } cannot be read
template-broken-help = Open it in PowerPoint, let it be repaired if asked, and save it again.
template-missing-part = its part { $part } is missing, though another one refers to it
template-missing-part-help = Open it in PowerPoint, let it be repaired if asked, and save it again.
template-no-title-layout = none of its layouts is a title slide
template-no-title-layout-help = In the slide master, add the layout “Title Slide”: a title and a subtitle.
template-no-content-layout = none of its layouts has a title and a place for content
template-no-content-layout-help = In the slide master, add the layout “Title and Content”.
template-no-room = the place for content in the layout { $part } is smaller than 40 % of the slide’s width or 30 % of its height
template-no-room-help = In the slide master, enlarge it in the layout “Title and Content”.
template-links-to-slide = the master or layout { $part } links to a slide
template-links-to-slide-help = Remove the link in the slide master: slides of a template are not kept.
