# Калибровка по журналу покупок: что не так с данными и что они говорят.

data-no-table = в файле нет таблицы
data-no-table-help = выгрузите строки покупок с клиентом и датой в каждой, в CSV или тексте
data-no-customer = ни в одном столбце нет клиента; столбцы: { $columns }
data-no-customer-help = укажите его: --map customer=СТОЛБЕЦ (имя или номер, считая с 1)
data-no-date = ни в одном столбце нет даты покупки; столбцы: { $columns }
data-no-date-help = укажите его: --map date=СТОЛБЕЦ (имя или номер, считая с 1)
data-ambiguous = на роль { $role } подходит несколько столбцов: { $columns }
data-ambiguous-help = укажите нужный: --map { $role }={ $first } (в кавычках, если в имени есть пробелы) или номер, считая с 1
data-no-such-column = столбца { $column } нет; столбцы: { $columns }
data-no-such-column-help = используйте одно из этих имён или номер, считая с 1
data-date-order = в дате { $example } первым может стоять и день, и месяц; другие даты этого не проясняют
data-date-order-help = укажите порядок: --dates dmy или --dates mdy
data-date-orders = в одних датах первым стоит день, в других — месяц
data-date-orders-help = выгрузите даты в одном виде или укажите порядок: --dates dmy или --dates mdy; даты, которые так не читаются, будут отложены
data-decimal = сумма { $example } может быть и целой, и дробной; другие суммы этого не проясняют
data-decimal-help = укажите, что отделяет дробную часть: --decimal point (точка) или --decimal comma (запятая)
data-decimals = в одних суммах дробная часть отделена точкой, в других — запятой
data-decimals-help = выгрузите суммы в одном виде или укажите знак: --decimal point или --decimal comma; прочие суммы будут отложены
data-currencies = в данных больше одной валюты: { $seen }
data-currencies-help = пересчитайте суммы в одну валюту или заведите для каждой валюты отдельный журнал
data-no-score = ни в одном столбце нет оценки от 0 до 10; столбцы: { $columns }
data-no-score-help = укажите его: --map score=СТОЛБЕЦ (имя или номер, считая с 1)
data-no-reason = ни в одном столбце нет причины ухода; столбцы: { $columns }
data-no-reason-help = укажите его: --map reason=СТОЛБЕЦ (имя или номер, считая с 1)
data-no-cause = ни в одном столбце не сказано, какой фактор имеется в виду; столбцы: { $columns }
data-no-cause-help = дайте два столбца, `reason` и `cause`, или укажите второй: --map cause=СТОЛБЕЦ
data-few-answers = ответов слишком мало: { $count }
data-few-answers-help = нужно не меньше { $least }
data-scale = самая высокая оценка — { $highest }: это не шкала от 0 до 10
data-scale-help = для NPS нужны ответы от 0 до 10; другие шкалы не пересчитываются
data-unknown-reasons = непонятно, к какому фактору относятся причины: { $reasons }{ $rest ->
    [no] { "" }
   *[yes] {" "}и ещё { $more }
}
data-unknown-reasons-help = составьте таблицу со столбцами `reason` и `cause` и укажите её: --causes ФАЙЛ; факторы: staff_attitude, quality, price, competition, access, drift, involuntary, ethics, unexplained или ваш собственный, например parking
data-not-a-count = строка { $line }: «{ $text }» — не целое число ушедших
data-not-a-count-help = укажите, сколько клиентов ушло по этой причине, или уберите столбец и дайте каждому ушедшему свою строку
data-not-a-cause = строка { $line }: фактора «{ $text }» нет
data-not-a-cause-help = напишите staff_attitude, quality, price, competition, access, drift, involuntary, ethics, unexplained или своё имя строчными латинскими буквами, например parking
data-workbook = книга Excel не читается: { $why }
data-workbook-help = сохраните её в формате .xlsx без пароля или в CSV
data-parquet = файл Parquet не читается: { $why }
data-parquet-help = запишите его ещё раз, со сжатием Snappy, LZ4, Gzip или без сжатия, или выгрузите CSV
data-no-parquet = эта сборка loyalsim не читает файлы Parquet
data-no-parquet-help = выгрузите CSV или установите loyalsim с --features parquet
data-sheets = покупки есть на нескольких листах, но столбцы у них разные: { $sheets }
data-sheets-help = укажите лист: --sheet { $first } (в кавычках, если в имени есть пробелы) или его номер, считая с 1
data-no-such-sheet = листа { $sheet } нет; листы: { $sheets }
data-no-such-sheet-help = используйте одно из этих имён или номер, считая с 1
data-too-many-bad = не читаются строки: { $bad } из { $rows }, это больше { $limit } %; ничего не записано
data-too-many-bad-help = исправьте выгрузку (первые из этих строк приведены выше) или примите большую долю: --tolerate
data-source = файл не читается до конца: { $why }
data-stopped = работа остановлена до конца файла

failure-log-missing = файла { $file } нет
failure-log-missing-help = проверьте имя и папку; журнал — это выгрузка покупок с клиентом и датой в каждой строке, в CSV (можно .gz)
failure-log-folder = { $file } — папка, а не файл с покупками
failure-log-folder-help = укажите файл в ней, где записаны покупки
failure-data = { $file }: { $fault }
failure-too-little-data = данных слишком мало: клиентов { $customers }, повторных покупок { $repeats }
failure-too-little-data-help = нужен более длинный журнал: не менее 30 клиентов, 30 повторных покупок и 8 недель; покупки одного дня считаются за одну
failure-cut = день { $day } лежит вне журнала: он охватывает период с { $first } по { $last }
failure-cut-help = выберите день, до которого есть хотя бы четыре недели покупок и после которого покупки тоже есть

aside-short = не хватает столбцов
aside-date = дата не читается
aside-amount = сумма не читается
aside-garbled = клиент не читается в этой кодировке
aside-total = это итог, а не покупка

calibrate-quoted = { $file }, строка { $line }: { $reason }{ $cell ->
    [none] .
   *[other] : { $cell }
}
calibrate-written = Записано:
calibrate-file-design = проект, готовый к расчёту; чего журнал не говорит, отмечено
calibrate-file-page = данные, модель и проверка прогноза, с рисунками
calibrate-file-forecast = прогноз на два года: сохраните его, `loyalsim refit` сравнит его с фактом
calibrate-file-aside = отложенные строки
calibrate-file-customers = прогноз по каждому клиенту
calibrate-next = Дальше:

calibrate-kicker = Калибровка по журналу покупок
calibrate-lead = Клиентов: { $people }, покупок: { $purchases }, с { $first } по { $last }; активных клиентов сейчас, по оценке: { $active }.
calibrate-lead-test = Прогноз проверен на последних месяцах, которых модель не видела (месяцев: { $months }): покупок было { $actual }, по прогнозу { $forecast } ({ $error }). Интервал 90 % ({ $range }) { $covers ->
    [yes] содержит
   *[no] не содержит
} то, что произошло.
calibrate-lead-untested = Журнал слишком короткий, чтобы проверить прогноз на его части.

calibrate-data = Данные
calibrate-data-columns = Клиент: { $customer }; дата: { $date }; сумма: { $amount }. Кодировка: { $encoding }.
calibrate-none = нет
calibrate-data-what = Что
calibrate-data-count = Количество
calibrate-data-rows = строки под заголовком
calibrate-data-bad = отложено: { $reason }
calibrate-data-anonymous = без клиента: покупки неизвестных людей, не учтены
calibrate-data-free = с нулевой суммой; считаются покупками
calibrate-data-refunds = возвраты, вычтены из прежних покупок
calibrate-data-undone = покупки, возвращённые целиком, не учтены
calibrate-data-unmatched = деньги, возвращённые за покупки до начала журнала, не учтены
calibrate-data-repeated = совпадают с предыдущей строкой того же клиента; оставлены
calibrate-data-together = объединены с другой строкой того же клиента и дня
calibrate-data-purchases = покупки
calibrate-data-given = { $what ->
    [survey] Опрос
    [reasons] Причины ухода
    [customers] Участники
    [experiment] Эксперимент
   *[causes] Какие факторы они означают
}: { $file } (SHA-256 { $hash })

calibrate-model = Модель
calibrate-model-why = Каждая модель оценена по первым 50, 60 и 70 % времени; судили о ней по тому, насколько вероятным она считала дальнейшее. Лучшая из тех, что умеет разыгрывать симулятор, — { $model }: клиенты уходят после покупки, незаметно для компании.
calibrate-model-name = Модель
calibrate-model-behind = Отставание от лучшей
calibrate-model-behind-note = Отставание — разность логарифмов правдоподобия покупок, которых модель не видела: 3 — это в 20 раз. Число ещё «активных» клиентов зависит от модели, даже если продажи прогнозируются одинаково: об уходе никто не сообщает. Модели с одинаковыми строками и 100 % активных не нашли ни одного ушедшего: тогда это одна и та же модель.
calibrate-model-forecast = Прогноз
calibrate-model-error = Ошибка
calibrate-model-active = Активны на дату отсечения
calibrate-parameter = Параметр
calibrate-parameter-value = Значение
calibrate-parameter-error = Стандартная ошибка
calibrate-parameters = { $model } по всему журналу, время в неделях
calibrate-vague = по данным не определяется
calibrate-regular = Покупки регулярнее случайных: между двумя покупками фаз { $phases }. В симуляторе они случайны, но с той же частотой.

calibrate-test = Проверка прогноза
calibrate-test-about = Модель оценена по покупкам до { $cut }; прогноз до { $until } для клиентов, известных к этому дню ({ $customers }). { $came ->
    [no] Позже не пришёл никто
   *[yes] Клиентов, пришедших позже: { $newcomers }
}; о новых клиентах прогноз ничего не говорит.
calibrate-test-measure = Месяцев: { $months }
calibrate-test-forecast = Прогноз
calibrate-test-range = Интервал 90 %
calibrate-test-actual = Факт
calibrate-test-error = Ошибка
calibrate-test-purchases = покупки
calibrate-test-buyers = купившие клиенты
calibrate-test-spend = сумма покупок
calibrate-test-coverage = В собственные интервалы 90 % попало месяцев: { $covered } из { $months }; у отдельного месяца интервал относительно шире, чем у суммы. Интервал учитывает случайность покупок, ошибки параметров и то, насколько та же модель ошибалась, когда её оценивали по части этих же месяцев.
calibrate-test-seasonal = покупки с учётом сезонности
calibrate-test-season = { $nearer ->
    [yes] С сезонностью { $years ->
        [one] { $years } полного года
       *[other] { $years } полных лет
    }, на которых построена модель, месяцы предсказаны точнее: в среднем ошибка { $with } от месяца вместо { $without };
   *[no] С сезонностью { $years ->
        [one] { $years } полного года
       *[other] { $years } полных лет
    }, на которых построена модель, месяцы предсказаны не точнее: в среднем ошибка { $with } от месяца, без неё { $without };
} в её 90-процентные интервалы { $covered ->
    [one] попал { $covered }
   *[other] попало { $covered }
} из { $months }. Прогноз, сохранённый для `loyalsim refit`, учитывает сезонность по всему журналу.
calibrate-test-unseasonal = Прогноз, сохранённый для `loyalsim refit`, учитывает сезонность. Эта проверка — нет: в той части, на которой построена модель, нет двух полных лет. Если журнал достаточно длинный, это проверит более поздний `--cut`.
calibrate-naive = Простые прогнозы тех же покупок
calibrate-naive-window = столько же, сколько за столько же дней до этого
calibrate-naive-quarter = в темпе последнего квартала
calibrate-naive-year = как в те же дни год назад, с поправкой на последний квартал
calibrate-classes = Покупки на клиента в зависимости от прежних повторных покупок
calibrate-class = Повторных до этого
calibrate-class-customers = Клиенты
calibrate-class-more = { $count } и более
calibrate-histogram = Клиенты по числу покупок в месяцы, которых модель не видела
calibrate-histogram-count = Покупок

calibrate-shop = Магазин сегодня
calibrate-shop-group = Группа
calibrate-shop-active = Активны
calibrate-shop-rate = Покупок в год
calibrate-shop-basket = Средний чек
calibrate-shop-joining = Первую покупку делали столько клиентов в месяц: { $count } (за последние месяцы: { $months }), без тех, кто, вероятно, был клиентом и раньше. За год новый клиент покупает как { $like } нынешнего: так он и считается в проекте.
calibrate-shop-known-before = Около { $before } клиентов журнала, вероятно, были клиентами и до его начала: их первая покупка в журнале лишь выглядит первой, и таких покупок становится меньше по мере того, как появляются все. Новыми они не считаются. Погрешность числа новых клиентов включает случайность, различия между месяцами и то, насколько такой же подсчёт, сделанный раньше, разошёлся с фактом.
calibrate-shop-closed = Новых клиентов в последнее время нет: это когорта, и в проекте их тоже нет.
calibrate-shop-retention = Из активных клиентов через год активны { $share }.

calibrate-shop-year = Прогноз, который сохраняется для `loyalsim refit`, учитывает сезонность. Покупки по месяцам с января по отношению к среднему за год: { $factors }. Использовано полных лет: { $years }; чем сильнее один и тот же месяц различался по годам, тем ближе коэффициенты к 1 и тем шире интервалы.

calibrate-voice = Что говорят клиенты
calibrate-voice-score = Ответов: { $answers }; NPS — { $score }, стандартная ошибка { $error }. Те, кто не ответил, могут думать иначе.
calibrate-voice-whole = По группам NPS не посчитан: слишком мало ответов можно связать с клиентами из журнала или в какой-то группе их меньше 30.
calibrate-voice-groups = NPS по группам; в общем NPS вес группы — число её активных клиентов
calibrate-voice-answers = Ответы
calibrate-voice-nps = NPS
calibrate-voice-why = Почему уходят клиенты, по их словам
calibrate-voice-cause = Фактор
calibrate-voice-said = { $cause } ({ $said })
calibrate-voice-leavers = Ушедшие
calibrate-voice-share = Доля
calibrate-voice-causes = Ушедшие называют то, что свежо в памяти и о чём удобно говорить: яркие причины в таких подсчётах завышены, а тех, кто постепенно охладел, в них почти нет.

calibrate-gaps = Чего журнал не говорит
calibrate-gap-margin = Валовая маржа и стоимость привлечения клиента: возьмите из учёта.
calibrate-gap-causes = Почему клиенты уходят: спросите замолчавших или сосчитайте причины, названные службе поддержки.
calibrate-gap-nps = NPS: опрос клиентов по шкале от 0 до 10.
calibrate-gap-response = Что меняют скидка или награда: эксперимент с контрольной группой. Прошлые акции показывают, кто ими воспользовался, а не что они изменили; кое-что скажут чеки за два года со скидкой в каждом.
calibrate-gap-reward = Что меняет награда: эксперимент с контрольной группой. Реакция на скидки, о которой сказано выше, — тоже не эксперимент.
calibrate-gap-season = Сезонность: журнал за два года и более.
calibrate-gap-money = Деньги: ни один столбец не похож на сумму чека; единица денег в проекте — один чек. Если суммы есть, назовите их столбец: --map amount=СТОЛБЕЦ.

chart-backtest-months = { $covers ->
    [yes] Месяцы, которых модель не видела, уложились в прогноз
   *[no] Месяцы, которых модель не видела, оказались { $side ->
        [above] выше
       *[below] ниже
    } прогноза
}
chart-backtest-shown = Покупки в месяц клиентов, известных на дату отсечения, с интервалами 50 и 90 %; первый и последний месяц могут быть неполными
chart-backtest-axis = Покупки
chart-backtest-forecast = прогноз
chart-backtest-actual = факт
chart-backtest-classes = Для покупавших часто прогноз { $off ->
    [near] примерно верен
    [high] завышен
   *[low] занижен
}
chart-backtest-classes-shown = Покупки на клиента в месяцы, которых модель не видела, в зависимости от прежних повторных покупок; последняя точка — 7 и более
chart-backtest-across = Повторных покупок до этого
chart-backtest-up = Покупок на клиента
chart-backtest-footer = клиентов: { $customers } · оценено до { $cut } · { $model } · loyalsim { $version }

design-measured-title = Магазин, измеренный по журналу покупок
design-measured-head = Оценено программой loyalsim по файлу { $file } (с { $first } по { $last }, клиентов: { $people }, покупок: { $purchases }; SHA-256 { $hash }).
design-measured-known = ИЗМЕРЕНО моделью { $model }: клиенты, новые клиенты, покупки, уход, чеки. Диапазоны — стандартные ошибки оценок; числа, оценённые вместе, связаны корреляциями ниже.
design-measured-unknown = ДОПУЩЕНИЯ отмечены. Журнал об этом не говорит: замените их своими числами или оставьте широкие диапазоны.
design-measured-no-money = Ни один столбец не похож на сумму чека: единица денег — один чек. Если суммы есть, повторите калибровку с --map amount=СТОЛБЕЦ.
design-measured-program = Программы пока нет. Опишите предлагаемую в таблице [program]; образец составит `loyalsim new`.
design-measured-customers = клиентов в журнале: { $people }, каждый с вероятностью того, что он ещё активен; разброс учитывает, насколько ошибались прогнозы по этой модели
design-measured-newcomers = первых покупок в месяц: { $count } (за месяцы: { $months }), без тех, кто был клиентом до начала журнала; за год новый клиент покупает как { $like } нынешнего
design-measured-no-newcomers = новых клиентов не было (за последние месяцы: { $months })
design-measured-acquisition = в журнале нет: половина чека
design-measured-margin = в журнале нет: возьмите из учёта
design-measured-retention = в расчёте не используется, уход следует churn_shape и churn_beta; итог за год
design-measured-segment = до { $rate } покупок в год
design-measured-segment-between = от { $low } до { $rate } покупок в год
design-measured-segment-all = все покупатели
design-measured-segment-over = более { $low } покупок в год
design-measured-share = доля активных клиентов
design-measured-fit = { $model }, клиентов в группе: { $people }
design-measured-change = в модели потребности не меняются
design-measured-basket = ожидаемые чеки группы, взвешенные по покупкам
design-measured-basket-gross = ожидаемые чеки группы, взвешенные по покупкам, до скидок действующей программы
design-measured-no-basket = единица денег
design-measured-spread = модель Gamma-Gamma, клиентов с повторными покупками: { $people }
design-measured-noise = разброс чеков одного клиента
design-measured-season = Покупки по месяцам года, ИЗМЕРЕНО за целые годы.
design-measured-churn = Почему клиенты уходят, в журнале нет. Спросите замолчавших и замените набор причин своим.
design-measured-nps = В журнале нет: спросите клиентов, насколько охотно они рекомендуют компанию, от 0 до 10.
design-measured-score = опрос, ответов: { $answers }{ $file }; не ответившие могут думать иначе
design-measured-causes = причины, названные ушедшими: { $leavers }{ $file }
design-measured-file = , { $file } (SHA-256 { $hash })
design-measured-dramatic = ИЗМЕРЕНО по словам ушедших: яркие причины завышены, постепенное охлаждение занижено.
design-measured-money = чеков
design-measured-currency = денежных единиц
progress-megabytes = МБ
