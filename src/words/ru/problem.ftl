# Что не так в проекте и что с этим делать. Ошибка — предложение без точки: перед ней стоят файл и строка, после неё код.
# КЛЮЧ-help — совет при ошибке, у которой он всегда один.

-uncertain = {"{"} low = 0.72, mode = 0.78, high = 0.84 {"}"}
-unknown = {"{"} low = .., mode = .., high = .. {"}"}

problem-line = { $file }:{ $line }: { $what } [{ $code }]
problem-help = что сделать: { $help }
problem-here = здесь
problem-more = и ещё { $count }
problem-count = { $count ->
    [one] в проекте { $count } ошибка
    [few] в проекте { $count } ошибки
   *[other] в проекте { $count } ошибок
}
problem-unnamed = проект

allowed-both = от { $min } до { $max }
allowed-least = не меньше { $min }
allowed-most = не больше { $max }
allowed-any = любое число
allowed-or = { $first } или { $last }
allowed-touchpoint = название точки контакта

fault-syntax = эта строка не соответствует формату TOML: { $what }
fault-empty = проект пуст
fault-empty-help = `loyalsim new ИМЯ` создаст образец проекта, который остаётся заполнить
fault-size = размер проекта — { $size } Б; читается не больше { $limit } Б
fault-size-help = проект — короткий текст: проверьте, тот ли это файл
fault-control-character = в `{ $path }` есть невидимый управляющий символ { $code }
fault-control-character-help = удалите его и наберите текст заново: такие символы портят вывод в терминале или маскируют текст
fault-unknown-key = неизвестный ключ `{ $key }` ({ $table })
fault-missing = не задано `{ $path }`
fault-kind = `{ $path }`: здесь { $found }, а должно быть: { $expected }
fault-not-finite = `{ $path }`: указано { $found }, это не конечное число
fault-not-finite-help = укажите обычное число; допустимо: { $range }
fault-range = `{ $path }`: указано { $found }; допустимо: { $range }
fault-number-form = число `{ $path }` задано не полностью: { $reason }
fault-number-form-help = запишите 0.78, {"{"} value = 0.78, source = ".." {"}"}, { -uncertain }, {"{"} normal = [0.78, 0.03] {"}"} (среднее, стандартное отклонение) или {"{"} p10 = 0.74, p50 = 0.78, p90 = 0.81 {"}"}
fault-order = противоречие в `{ $path }`: { $reason }
fault-choice = `{ $path }`: указано «{ $found }»; допустимо: { $allowed }
fault-month = `{ $path }`: указано «{ $found }», это не месяц
fault-month-help = запишите год и месяц в кавычках: {"\"2026-03\""} — март 2026 года
fault-horizon = `{ $path }`: указан месяц { $found }, а моделируются месяцы с { $first } по { $last }
fix-launched-before = программу, которая уже работает, описывают в [today] с месяцем запуска `launched`; [program] — это её изменение, а `launch` — месяц с { $first } по { $last }
fault-horizon-help = выберите месяц с { $first } по { $last } либо измените `start` или `horizon_months` (от 12 до 120)
fault-not-before = `{ $path }` — { $found }, а расчёт начинается в { $start }: раньше ничего не действует
fault-not-before-help = укажите месяц запуска раньше `start` или опишите программу в [program] с ключом `launch`
fault-points-nowhere = `{ $path }` сохраняет баллы действующей программы, но в предложенной баллов нет: тратить их негде
fault-points-nowhere-help = запишите в [program.transition] points = {"\"paid_out\""} или points = {"\"void\""} либо добавьте [[program.points]]
fault-tiers-unmatched = `{ $path }` сохраняет уровни действующей программы, но их { $before }, а в предложенной только { $after }
fault-tiers-unmatched-help = укажите по порядку, каким становится каждый: tiers_as = {"[\"..\", \"none\"]"} в [program.transition]
fault-reversed = `{ $path }` — { $found }, а `{ $earlier }` — { $start }: конец раньше начала
fault-reversed-help = измените один из двух месяцев или уберите `{ $path }`
fault-shares = { $what } дают в сумме { $sum }, а не 1
fault-duplicate = название «{ $name }» использовано дважды ({ $thing }); первое — в строке { $first }
fault-duplicate-help = дайте каждому своё название
fault-count = `{ $path }`: число записей — { $found }; допустимо: от { $min } до { $max }
fault-bonus-falls = `{ $path }`: указано { $found }, а на предыдущей ступени — { $before }; бонус должен расти от ступени к ступени
fault-bonus-falls-help = задайте каждой ступени больший бонус, чем предыдущей; ступени, которые ничего не добавляют, уберите
fault-not-rising = `{ $path }`: указано { $found }, а на предыдущей ступени — { $before }; пороги должны расти
fault-not-rising-help = перечислите ступени от самого низкого порога к самому высокому, каждый порог один раз
fault-unknown-group = в `{ $path }` названа группа товаров «{ $found }», которой в проекте нет
fault-unknown-segment = в `{ $path }` назван сегмент «{ $found }», которого в проекте нет
fault-no-elements = в программе нет элементов, поэтому она ничего не делает
fault-no-elements-help = добавьте хотя бы один элемент, например [[program.points]] с `earn = 0.03`, или уберите [program]
fault-overlap = `{ $first }` и `{ $second }` не могут действовать одновременно: в { $month } оба действуют для сегмента «{ $segment }»
fault-overlap-help = задайте им разные `segments`, завершите один (`until`) до начала другого (`from`) или оставьте только один
fault-not-here = здесь `{ $path }` задать нельзя: { $reason }
fault-unknown-tier = в `{ $path }` назван уровень «{ $found }», которого нет в [[program.tiers]]
fault-needs = для `{ $path }` нужно, чтобы для тех же клиентов в те же месяцы действовало следующее: { $needs }
fault-either-or = { $table }: заданы и `{ $one }`, и `{ $other }`
fault-either-or-help = оставьте одно из двух
fault-unknown-number = в `{ $path }` названо `{ $found }`, такого числа в проекте нет
fault-goal-twice = цель задана дважды: { $goal }; первая — в строке { $first }
fault-goal-twice-help = уберите одну из двух или отнесите её к другому месяцу
fault-correlation = корреляция «{ $pair }» недопустима: { $reason }
fault-correlations = корреляции противоречат друг другу: при остальных заданных корреляции числа `{ $path }` невозможны
fault-correlations-help = приблизьте самые сильные к 0 или уберите пару, в которой вы уверены меньше всего

table-top = файл проекта
table-single = [{ $path }]
table-entry = [[{ $list }]] № { $number }
table-shares = `{ $path }`

found-text = текст («{ $text }»)
found-empty-text = пустой текст
found-number = число ({ $number })
found-flag = логическое значение { $flag }
found-date = дата ({ $date })
found-list = список (записей: { $count })
found-table = таблица
found-uncertain = неопределённое число

expected-text = текст
expected-some-text = непустой текст
expected-number = число
expected-plain-number = одно точное число
expected-whole-number = целое число
expected-whole-numbers = список целых чисел
expected-two-numbers = список из двух чисел
expected-months-of-the-year = список с числом для каждого месяца года
expected-shares = таблица долей
expected-table = таблица
expected-single-table = одна таблица
expected-tables = список таблиц
expected-word = одно из допустимых слов
expected-month = месяц
expected-name = название
expected-names = список названий

thing-segment = сегмент
thing-rival = конкурент
thing-product-group = группа товаров
thing-branch = филиал
thing-touchpoint = точка контакта
thing-tier = уровень
thing-element = элемент
thing-study = исследование
thing-brand = бренд

shares-points-by-age = доли баллов на счетах
shares-causes = доли причин ухода
shares-segments = доли сегментов
shares-product-groups = доли групп товаров
shares-brands = доли брендов
shares-branches = доли филиалов
shares-categories = категории сегмента «{ $segment }»

goal-bound = { $metric }, `{ $bound }`, к { $by }

needs-points = накопление баллов ([[program.points]])
needs-tier = названный в нём уровень

# Что не так внутри значения.

reason-no-value = нет значения
reason-part-missing = не хватает `{ $key }`
reason-mixed-forms = смешаны `{ $one }` и `{ $other }`
reason-deviation = стандартное отклонение — { $deviation }
reason-pert = low { $low }, mode { $mode }, high { $high } не идут по возрастанию
reason-pert-flat = и low, и high равны { $value }
reason-quantiles = p10 { $low }, p50 { $middle }, p90 { $high } не идут по возрастанию
reason-no-season = все двенадцать месяцев равны 0
reason-duration = от него риск ухода меняется со стажем, а стаж нынешних клиентов не задан или он начинается заново не только при приходе
reason-nobody-of-age = new_cohort = {"\"yes\""} означает, что клиенты всех сегментов только что пришли
reason-billing = { $billing ->
    [contract] при billing = {"\"contract\""} каждый клиент получает один счёт в месяц и уходит по календарю договора
   *[purchase] он относится к договорам, а клиенты этого сегмента платят, когда покупают
  }
reason-contract-horizon = срок договора — { $months } мес. — не истекает за { $horizon } мес. расчёта
reason-plans = при продлении, раз в { $months } мес., тариф меняли бы { $percent } % клиентов
reason-ended = то, что здесь меняется, — `{ $known }` — к запуску уже закончилось
reason-newcomers = указано { $after }, а после месяца { $month } остаётся { $before }: назад никто не возвращается
reason-recovered = recovered_fast и recovered_slowly вместе составляют { $sum } всех сбоев
reason-sample = largest_sample — { $largest }, а sample — { $sample }
reason-lift = продажи растут в { $lift } раза — больше, чем могут дать выбор бренда и добавленные покупки
reason-no-choice = low — { $low }, high — { $high }: выбирать не из чего
reason-account = счёт нельзя открыть только части участников
reason-broad = этот элемент действует на всех одинаково
reason-one-staff = все сегменты обслуживает один и тот же персонал
reason-never-active = баллы активируются через { $days } дн., а сгорают через { $months } мес.
reason-event-expiry = акционные баллы могут сгорать раньше лишь тех баллов, которые сгорают по возрасту и позже
reason-reward-price = вознаграждение стоит `minimum_to_redeem` баллов, а это меньше одного балла
reason-no-goods = этот элемент не снижает цен и не начисляет баллов за товары
reason-name = это название не отличить от номера в списке
reason-no-rest = этот элемент нельзя прервать и продолжить как ни в чём не бывало
reason-declared-today = это изменило бы то, что уже указано как нынешнее положение
reason-no-today = в проекте не описана действующая программа
reason-nothing-changed = так записывают, что прекращается в действующей программе, а эта программа её не меняет
reason-points-of-nothing = в действующей программе баллов нет
reason-points-not-issued = столько программа не могла начислить за всё время, даже если бы продажи были втрое больше, а участвовали все: самое большее { $most } баллов
reason-points-of-nobody = при `members = 0` держать их некому
reason-points-by-activity = они сгорают, если участник перестаёт покупать
reason-points-never-expire = они не сгорают
reason-points-too-old = баллы сгорают через { $months } мес.
reason-no-turns = элемент ни с чем не чередуется
reason-no-pair = названы не два числа
reason-same-number = дважды названо одно и то же число
reason-pair-twice = одна и та же пара указана дважды
reason-unknown-number = числа `{ $path }` в проекте нет
reason-certain = число `{ $path }` задано точно
reason-rank-range = указано { $found }; допустимо: { $range }
reason-rank-kind = указано { $found }

# Что сообщает разбор TOML.

syntax-twice = этот ключ или эта таблица уже есть выше
syntax-no-value = после знака равенства нет значения
syntax-no-equals-sign = после ключа нет знака равенства и значения
syntax-no-quotes = значение — не число и не текст в кавычках
syntax-too-much = дальше идёт то, чего здесь быть не должно
syntax-unclosed-header = после названия таблицы нет закрывающей скобки
syntax-unclosed-list = у списка нет закрывающей скобки ]
syntax-unclosed-inline = у вложенной таблицы нет закрывающей фигурной скобки
syntax-no-comma = между двумя записями нет запятой
syntax-unclosed-text = текст не закрыт: нет закрывающей кавычки или она другого вида
syntax-key = ключа нет, или в нём символы, которые нужно взять в кавычки
syntax-date = неполная или неверная дата
syntax-leading-zero = у числа лишний ноль в начале
syntax-number = число записано неправильно
syntax-extra-comma = лишняя запятая
syntax-escape = в тексте есть обратная косая черта, после которой нет допустимого символа
syntax-other = разбор TOML сообщает: { $message }

# Что сделать.

fix-meant = возможно, имелось в виду `{ $word }`
fix-meant-text = возможно, имелось в виду «{ $word }»
fix-per-year = возможно, имелось в виду `{ $word }`; там считают за год: в двенадцать раз больше, чем за месяц
fix-per-month = возможно, имелось в виду `{ $word }`; там считают за месяц: в двенадцать раз меньше, чем за год
fix-below-program = это часть программы, запишите так: { $header }
fix-keys = допустимые ключи: { $keys }
fix-missing = добавьте `{ $line }` ({ $table }): { $meaning }
fix-missing-table = начните таблицу со строки [{ $path }]: { $meaning }
fix-no-segment = добавьте [[segment]] для каждой группы клиентов, с `name`, `share`, `purchases_per_year` и `basket`
fix-meaning = { $meaning }
fix-remedy = { $text }
fix-negative = отрицательным это число быть не может
fix-per-cent = { $percent } % записывают так: { $share }
fix-number = запишите число, например 0.78, или неопределённое число, например { -uncertain }
fix-quoted-number = запишите число без кавычек, дробную часть — через точку: 0.25, 4_000_000
fix-source = укажите источник в кавычках: source = {"\"CRM 2025\""}
fix-normal = запишите среднее и стандартное отклонение в скобках: normal = [0.78, 0.03]
fix-deviation = укажите стандартное отклонение больше 0 или просто число, если оно известно точно
fix-pert = low — наименьшее возможное значение, mode — самое вероятное, high — наибольшее возможное
fix-pert-flat = если число известно точно, запишите просто число
fix-quantiles = значение ниже p10 в одном случае из десяти, ниже p50 — в половине случаев, выше p90 — в одном случае из десяти
fix-one-of = запишите одно из этих слов в кавычках: { $words }
fix-choose = запишите одно из допустимых слов в кавычках
fix-text = возьмите текст в кавычки: { $key } = {"\"..\""}
fix-month = запишите год и месяц в кавычках: {"\"2026-03\""}
fix-whole-number = запишите целое число; допустимо: { $range }
fix-whole-numbers = запишите их в скобках: { $key } = [1, 7]
fix-names = запишите названия в кавычках и скобках: { $key } = {"[\"..\"]"}
fix-months-of-the-year = запишите { $count } чисел в скобках: { $key } = [1.0, 1.0, ..]
fix-shares-table = запишите { $key } = {"{"} one = 0.6, other = 0.4 {"}"}
fix-single-table = такая таблица одна: запишите [{ $path }] в одинарных скобках, один раз
fix-table = начните таблицу со строки [{ $path }]
fix-tables = таких таблиц может быть несколько: запишите [[{ $path }]] в двойных скобках
fix-inline-table = запишите {"{"} ключ = значение, .. {"}"}
fix-too-many-tables = объедините те, что почти не различаются
fix-shares-low = увеличьте их в сумме на { $gap } или добавьте недостающее
fix-shares-high = уменьшите их в сумме на { $gap }
fix-first-step = добавьте первую ступень, например {"{ from = 1, discount = 0.03 }"} или {"{ name = \"silver\", .. }"}
fix-no-season = задайте хотя бы одному месяцу число больше 0; 1 — средний месяц
fix-duration = добавьте `churn_beta` и new_cohort = {"\"yes\""} либо, если клиенты пришли в разное время, `age_months` и needs_change = 0; вместе с churn_clock = {"\"purchase\""}, `ageing_months`, `rate_staying_correlation` или договорами на несколько месяцев это невозможно
fix-nobody-of-age = уберите `age_months` или напишите new_cohort = {"\"no\""} в сегментах, к которым он относится
fix-billing = { $billing ->
    [contract] уберите `{ $key }`
   *[purchase] уберите `{ $key }` или напишите billing = {"\"contract\""}
  }
fix-contract-horizon = запишите horizon_months = { $months } или больше, чтобы срок каждого договора истёк хотя бы раз
fix-plans = { $kind ->
    [none] при продлении тариф меняют один раз: уберите `{ $key }` или напишите plans_change = {"\"any_month\""}
   *[fewer] при продлении тариф меняют один раз: запишите `{ $key }` = { $most } или меньше; или plans_change = {"\"any_month\""}
}
fix-ended = в [today] поставьте элементы, которые действуют в момент запуска, выше уже закончившихся элементов того же вида: таблицы сопоставляются по порядку
fix-newcomers = месяцы записывают так: { $months }
fix-newcomers-falling = задайте долю всех пришедших за месяц, которые ещё остаются клиентами: она убывает от месяца к месяцу
fix-recovered = это доли одних и тех же сбоев: вместе не больше 1
fix-no-causes = задайте хотя бы одну причину с долей, например causes = {"{"} unexplained = 1.0 {"}"}; или уберите `causes`
fix-too-many-causes = объедините мелкие причины в одну, например `unexplained`
fix-misspelt-cause = возможно, имелось в виду `{ $close }`; известные причины: { $known }; название вашей собственной причины должно отличаться сильнее
fix-categories = возможные категории: { $categories }
fix-too-many-correlations = оставьте самые важные пары
fix-no-pair = запишите так: {"\"business.annual_retention ~ business.nps\" = 0.3"}
fix-same-number = назовите два разных числа
fix-pair-twice = оставьте одну из двух строк
fix-certain = задайте `{ $path }` неопределённым числом, например { -unknown }
fix-rank = укажите ранговую корреляцию Спирмена: 1 — растут вместе, 0 — не связаны, -1 — меняются в противоположные стороны
fix-explain = все числа проекта с их путями покажет `loyalsim explain ФАЙЛ`
fix-numbers-there = там есть такие числа: { $numbers }
fix-which = подходит мест: { $count }; уточните, какое: { $places }
fix-goal-without-threshold = задайте `at_least = ..` или `at_most = ..` — значение, при котором цель достигнута
fix-goal-nps = NPS измеряется в пунктах от -100 до 100
fix-goal-share = 74 % записывают так: 0.74
fix-retention-of-contracts = { $period ->
    [month] в сегменте { $segment } срок договора держит { $share } % клиентов весь месяц: уменьшите отток, сократите `contract_months` или увеличьте `leaves_early`
   *[year] в сегменте { $segment } срок договора держит { $share } % клиентов весь год: увеличьте удержание, сократите `contract_months` или увеличьте `leaves_early`
  }
fix-retention-of-buyers = { $period ->
    [month] в сегменте { $segment } { $share } % клиентов за месяц ничего не покупают, а кто не покупает, тот не может уйти при покупке: уменьшите отток или увеличьте `purchases_per_year` либо напишите churn_clock = {"\"month\""}
   *[year] в сегменте { $segment } { $share } % клиентов за год ничего не покупают, а кто не покупает, тот не может уйти при покупке: увеличьте удержание или `purchases_per_year` либо напишите churn_clock = {"\"month\""}
}
fix-retention-of-stayers = { $period ->
    [month] при churn_shape = { $shape } часть клиентов не уходит никогда, и таких больше: уменьшите отток или увеличьте `churn_shape`
   *[year] при churn_shape = { $shape } часть клиентов не уходит никогда, и таких больше: увеличьте удержание или `churn_shape`
}
fix-goal-unreachable = такое значение недостижимо
fix-no-lever = начните таблицу со строки [[optimise.lever]] и задайте `path`, `low` и `high`
fix-no-choice = значение high должно быть больше low
fix-limit-without-bound = задайте `at_least = ..` или `at_most = ..`
fix-choice-uncertain = границы и ограничения — решения, а не оценки: запишите одно число
fix-study-uncertain = задайте затраты и точность исследования обычными числами
fix-sample = largest_sample не может быть меньше sample
fix-brands-uncertain = задайте известное о категории обычными числами
fix-brands-few = добавьте другие бренды; мелкие можно объединить в один
fix-brands-own = напишите название так же, как в [[brands.brand]]
fix-brands-penetration = даже если все покупают одинаково часто, а кто покупает, тот { $rate } раза, больше покупателей не бывает; проверьте, что покупки считаются на покупателя и за тот же период
fix-brand-penetration = при такой доле «{ $brand }» в покупках меньше покупателей не бывает, даже если они не покупают ничего другого, а больше — даже если все выбирают наугад; проверьте долю и период
fix-brands-choice = задайте `choice_shape` или проникновение хотя бы одного бренда
fix-lift = уменьшите эластичность или скидку либо увеличьте `incidence` или `quantity`
fix-no-segments = назовите хотя бы один сегмент или уберите ключ: тогда элемент доступен всем сегментам
fix-segments = сегменты проекта: { $segments }
fix-account = счёт есть у каждого участника: используйте `entry_purchases` и `entry_tenure_months` в [program] или `segments`
fix-broad = уберите ключ или используйте `segments`
fix-one-staff = уберите ключ: персонал обслуживает всех клиентов
fix-empty-calendar = укажите месяцы года, январь — 1: calendar = [6, 7, 8]; или уберите ключ
fix-empty-months = укажите месяцы распродажи, январь — 1: months = [1, 7]
fix-declared-today = нынешний сервис описывают в [service], [staff] и [special_terms], а его изменение — в [program]
fix-no-today = опишите действующую программу в [today] или уберите `changes` и опишите программу целиком
fix-nothing-changed = добавьте changes = {"\"today\""} или уберите этот ключ
fix-no-today-to-leave = опишите действующую программу в [today] или уберите [program.transition]
fix-tiers-as = назовите уровень новой программы или {"\"none\""} для каждого нынешнего уровня (их { $count })
fix-points-of-nothing = добавьте [[today.points]] или уберите этот ключ
fix-points-not-issued = указывайте баллы, а не деньги; проверьте `earn` и `point_value` нынешних баллов и месяц запуска программы или уберите это число
fix-points-of-nobody = укажите, сколько участников, или уберите `members` либо `points_outstanding`
fix-points-by-age = уберите `points_by_age`: возраст важен только для баллов, которые сгорают по возрасту
fix-points-too-old = указывайте возраст не больше month_{ $months }: более старые баллы сгорели
fix-points-months = возраст записывают так: month_1, month_2 и далее, до month_{ $most }
fix-no-turns = назовите, в каком чередовании он участвует: rotation = {"\"..\""}
fix-never-active = увеличьте срок жизни баллов или сократите срок активации
fix-event-expiry = задайте баллам срок по возрасту и длиннее (120 месяцев — почти бессрочно) или уберите `expiry_months`
fix-reward-price = запишите в `minimum_to_redeem` цену вознаграждения в баллах
fix-no-goods = уберите ключ
fix-no-groups = назовите группу товаров или уберите ключ: тогда элемент действует на все
fix-groups = группы товаров: { $groups }
fix-no-product-groups = опишите её в [[product_group]] или уберите ключ
fix-name = выберите название, которое не число и не содержит квадратных скобок
fix-no-rest = уберите ключ; месяцы действия задают `from` и `until`
fix-tiers = уровни программы: { $tiers }
fix-no-tiers = опишите уровни в [[program.tiers]] или уберите ключ
fix-needs-points = добавьте [[program.points]] на его месяцы и сегменты или ограничьте этот элемент через `segments`, `from` и `until`
fix-needs-tier = назовите в `segments` только те сегменты, где есть этот уровень, или задайте остальным такие же уровни
fix-no-touchpoint = опишите её в [[touchpoint]]
fix-no-value = запишите значение после знака равенства
fix-per-cent-sign = доли записывают без знака процента: 25 % — это 0.25
fix-month-without-quotes = возьмите месяц в кавычки: {"\"2026-03\""}
fix-grouped-number = записывайте числа с точкой и без разделителей разрядов: 0.25, 4000000 или 4_000_000
fix-text-without-quotes = возьмите текст в кавычки: {"\"вот так\""}
fix-unclosed-text = добавьте недостающую кавычку
fix-no-break-space = в строке есть неразрывный пробел, скопированный из отчёта или документа: замените его обычным, а большие числа записывайте так: 4_000_000
fix-true-minus = в строке типографский минус или тире (−, –): используйте дефис с клавиатуры, например -5
fix-curly-quotes = в строке типографские кавычки: нужны прямые, {"\"вот так\""}
fix-line = строка имеет вид `ключ = значение`, [таблица] или [[таблица]]; образец создаст `loyalsim new ИМЯ`
fix-twice = оставьте одно из двух; если таких таблиц может быть несколько, возьмите заголовок каждой в двойные скобки: [[segment]]
fix-bracket = добавьте недостающую скобку
fix-extra-comma = уберите её
fix-escape = удвойте каждую обратную косую черту или возьмите текст в одинарные кавычки
fix-latin-key = ключи и названия таблиц пишут латиницей; их перечень выводит `loyalsim schema --format md`

# Изменение проекта и пути.

path-nowhere = в проекте нет `{ $path }` ({ $remedy })
path-several = путь `{ $path }` неоднозначен: { $remedy }
edit-no-number = `{ $path }` — не число, которое можно изменить
edit-not-toml = то, что добавляется как `{ $path }`, не соответствует формату TOML: { $message }
edit-invalid = с этим изменением проект недопустим: { $problems }
