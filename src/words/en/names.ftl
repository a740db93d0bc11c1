# What the design calls by keys, in the middle of a sentence. Without a message a key is shown as written.

# Main causes of leaving.
cause-price = price
cause-quality = quality
cause-staff-attitude = staff attitude
cause-competition = competition
cause-access = access
cause-drift = drift
cause-unexplained = unexplained
cause-involuntary = involuntary
cause-ethics = ethics

# Categories of customers.
category-committed = committed
category-faithful = faithful
category-split = split
category-blackmailer = blackmailers
category-pragmatist = pragmatists
category-hostage = hostages
