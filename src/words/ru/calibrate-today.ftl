# Что калибровка говорит о действующей программе.

data-no-membership = ни один столбец не говорит, кто участник, с какого дня, с каким уровнем или с каким числом баллов; столбцы: { $columns }
data-no-membership-help = укажите его: --map since=СТОЛБЕЦ, member=СТОЛБЕЦ, tier=СТОЛБЕЦ или balance=СТОЛБЕЦ
data-not-a-joining = строка { $line }: «{ $text }» — не день вступления
data-not-a-joining-help = исправьте его или оставьте пустым; если в датах первым стоит месяц (05/31/2024), добавьте --dates mdy
data-not-a-balance = строка { $line }: «{ $text }» — не число баллов от 0
data-not-a-balance-help = остаток — то, что участник ещё может потратить; исправьте эту строку таблицы клиентов

today-overdrawn = строка { $line }: к этому дню клиент потратил больше баллов, чем получил за всё время (остаток { $balance }), хотя программа действует с { $launched }
today-overdrawn-help = если программа старше журнала, укажите её начало: --program-since ГГГГ-ММ; иначе добавьте недостающие начисления или назовите нужные столбцы: --map points_earned=СТОЛБЕЦ и points_spent=СТОЛБЕЦ
today-launched-later = начало программы ({ $launched }) позже конца журнала ({ $last })
today-launched-later-help = --program-since — месяц, с которого действует нынешняя программа (ГГГГ-ММ); планируемую опишите в проекте, в таблице [program]
today-strangers = ни одного клиента из таблицы --customers нет в журнале
today-strangers-help = клиенты должны называться одинаково там и там; укажите столбец: --map customer=СТОЛБЕЦ
today-no-members = начало программы указано, но кто в ней участвует, неизвестно
today-no-members-help = дайте таблицу клиентов с днём вступления (--customers ФАЙЛ) или журнал со столбцами начисленных и списанных баллов

calibrate-today = Действующая программа
calibrate-today-about = Действует с { $launched }; участвуют { $share } нынешних клиентов. Проект описывает бизнес с этой программой, поэтому можно считать и её изменение, и её отмену. Доли и ставки — за последний год журнала.
calibrate-today-people = участников в журнале
calibrate-today-share = доля активных клиентов
calibrate-today-sales = доля продаж
calibrate-today-opening = баллов до начала журнала, не меньше
calibrate-today-issued = начислено баллов
calibrate-today-spent = списано баллов
calibrate-today-expired = сгорело баллов
calibrate-today-outstanding = непогашенных баллов
calibrate-today-of-active = из них у клиентов, которые ещё активны
calibrate-today-redeemed = списано от начисленного
calibrate-today-rate = баллов за единицу денег
calibrate-today-value = сколько стоит один балл
calibrate-today-least = наименьшее списание, баллов
calibrate-today-chance = покупок с достаточным числом баллов, где их списывают
calibrate-today-discounts = скидки от продаж до скидок
calibrate-today-tiers = Уровни выше начального
calibrate-today-tier = Уровень
calibrate-today-tier-people = Участников
calibrate-today-tier-reached = На нём и выше
calibrate-today-tier-spend = Траты за год
calibrate-today-tier-multiple = Баллы, раз
calibrate-today-tiers-how = Траты — столько, сколько набирает та же доля участников, что находится на этом уровне и выше; замените их условиями программы.
calibrate-today-gap-launch = Когда началась программа: укажите --program-since ГГГГ-ММ. Баллы есть с самого начала журнала, и программа может быть старше.
calibrate-today-gap-points = Баллы: столбцы начисленных и списанных баллов покажут, сколько их начисляют, списывают и сколько не погашено.
calibrate-today-gap-balances = Сколько баллов на руках: программа старше журнала. Это покажет столбец остатков в таблице клиентов (--customers ФАЙЛ); число выше — наименьшее возможное.
calibrate-today-gap-value = Сколько стоит балл: это покажет столбец скидок рядом со списанными баллами.
calibrate-today-gap-expiry = Когда сгорают баллы: это сказано в условиях программы (expiry_months).
calibrate-today-gap-tiers = Уровни: столбец с уровнем участника в таблице клиентов покажет, сколько их; нужен год продаж.
calibrate-today-gap-costs = Во что обходится программа: возьмите из учёта (cost_per_month, cost_per_member_per_year).

design-today-head = Программа, которая уже действует. Удержание, покупки и чеки выше — у бизнеса с ней. Её изменение опишите в [program]: { "changes = \"today\"" } и то, что меняется.
design-today-name = Действующая программа
design-today-seen = месяц первых начислений
design-today-joined = месяц, когда вступил первый участник
design-today-before = ДОПУЩЕНИЕ: баллы есть с самого начала журнала, программа может быть старше. Впишите месяц её начала.
design-today-members = участников в журнале: { $people }; каждый учтён с вероятностью, что он ещё активен
design-today-costs = Во что обходится программа, в журнале нет: задайте cost_per_month и cost_per_member_per_year.
design-today-no-costs = в журнале нет: возьмите из учёта
design-today-outstanding = у клиентов с учётом вероятности, что они активны; у всех: { $all }
design-today-outstanding-least = не меньше; у клиентов с учётом вероятности, что они активны (у всех: { $all }): программа старше журнала, точное число покажет столбец остатков
design-today-no-value = ДОПУЩЕНИЕ: сколько стоит балл, неизвестно. Принято, что возвращается 3 % от трат; замените оба числа условиями программы. В журнале за единицу денег начисляют баллов: { $rate }.
design-today-earn = баллов за единицу денег: { $rate }, умножено на цену балла
design-today-value = сколько стоит один балл; списаний: { $count }
design-today-least = наименьшее из списаний ({ $count })
design-today-chance = покупки с достаточным числом баллов, где их списывают; списаний: { $count }
design-today-expiry = Когда сгорают баллы, в журнале нет: задайте expiry_months по условиям; без него — 12.
design-today-expired = Баллы сгорают, но через сколько месяцев, неизвестно: задайте expiry_months по условиям; без него — 12.
design-today-tiers = Пороги — траты за год, которые набирает та же доля участников, что находится на уровне и выше; замените их условиями. Что ещё даёт уровень (скидку, признание), в журнале нет.
design-today-tier-spend = столько набирает та же доля участников, что находится на уровне и выше; на нём участников: { $people }
design-today-tier-multiple = баллы за деньги против начального уровня; участников: { $people }
