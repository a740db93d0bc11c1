# What the design calls by keys, in the middle of a sentence. Without a message a key is shown as written.

# Main causes of leaving.
cause-price = price
cause-quality = quality
cause-staff-attitude = staff attitude
cause-competition = competition
cause-access = access
cause-drift = gradual drift
cause-unexplained = no stated reason
cause-involuntary = involuntary reasons
cause-ethics = ethics

# Categories of customers.
category-committed = committed
category-faithful = faithful
category-split = split-loyal
category-blackmailer = blackmailers
category-pragmatist = pragmatists
category-hostage = hostages
