# Имена того, что в проекте названо ключами, — внутри предложения. Ключ без перевода показывается как есть.

# Главные причины ухода.
cause-price = цена
cause-quality = качество
cause-staff-attitude = отношение персонала
cause-competition = конкуренты
cause-access = доступность
cause-drift = постепенное охлаждение
cause-unexplained = причина не названа
cause-involuntary = не по своей воле
cause-ethics = этика

# Категории клиентов.
category-committed = приверженные
category-faithful = верные
category-split = «и наши, и ваши»
category-blackmailer = шантажисты
category-pragmatist = прагматики
category-hostage = заложники
