# Ответы `loyalsim run`: текст для терминала, в колонках.

run-program = Программа: { $name }
run-period = с { $first } по { $last }, { format-months }
run-size = { $trials ->
    [one] { $trials } прогон
    [few] { $trials } прогона
   *[other] { $trials } прогонов
} по { $customers } модельных клиентов; начальное число { $seed }
run-partial = НЕПОЛНЫЙ РАСЧЁТ: остановлен после { $done } из { $asked } прогонов.

run-for-what = РАДИ ЧЕГО?
run-at-what-price = КАКОЙ ЦЕНОЙ?
run-how-sure = НАСКОЛЬКО ЭТО НАДЁЖНО?
run-by-segment = ПО СЕГМЕНТАМ

run-no-program = Программы в проекте нет: вот что будет без неё, бесплатно.
run-no-goals = В проекте нет целей, так что и достигать нечего. Добавьте [[goal]].
run-goal = Цель
run-chance = Вероятность
run-expected = Ожидается
run-spread = 90 % прогонов
run-goal-at-least = { $metric } не менее { $threshold } к { $by }
run-goal-at-most = { $metric } не более { $threshold } к { $by }

# Цели и главные показатели, внутри предложения, именительный падеж.
metric-net-effect = чистый эффект
metric-npv = приведённый чистый эффект
metric-retention-baseline = удержание за год без программы
metric-retention-program = удержание за год с программой
metric-annual-retention = удержание за год
metric-nps = NPS
metric-active-customers = активные клиенты
metric-revenue-growth = рост выручки против сценария без программы
metric-member-share = доля участников среди активных клиентов

run-at-the-end = К концу срока
run-without = Без программы
run-with = С программой
run-change = Изменение
run-annual-retention = Удержание за год
run-nps = Индекс NPS
run-active = Активные клиенты

run-saved = Удержано
run-saved-means = клиенты, которые остались только благодаря программе
run-lost = Потеряно из-за программы
run-lost-means = ушли из-за неё, а без неё остались бы
run-won = Привлечено
run-won-means = новые клиенты, которые без неё не пришли бы
run-kept-anyway = Остались бы и так
run-kept-anyway-means = остаются и с программой, и без неё
run-lost-anyway = Ушли бы в любом случае
run-lost-anyway-means = уходят и с программой, и без неё, за весь срок

run-net = Чистый эффект
run-net-means = остаётся после всех затрат; 90 % прогонов: { $range }
run-npv = Приведённая стоимость
run-npv-means = то же в сегодняшних деньгах; 90 % прогонов: { $range }
run-loss = Вероятность убытка
run-loss-means = худшие 5 % прогонов дают в среднем { $shortfall }
run-margin-loss = Потери маржи
run-margin-loss-means = маржа, отданная на покупках, которые были бы сделаны и так
run-cost = Стоимость программы
run-cost-means = скидки, погашенные баллы, запуск, текущие расходы, рекомендации, сервис
run-paid-to-stayers = Платим оставшимся
run-paid-to-stayers-means = доля скидок и баллов, доставшаяся тем, кто и так остался бы
run-price = Цена удержанного клиента
run-price-none = нет
run-price-none-means = в среднем удержано не больше, чем потеряно: цены нет
run-price-means = стоимость программы на удержанного клиента, за вычетом потерянных из-за неё
run-price-some-means = стоимость программы на удержанного клиента; в { $none } прогонов не удержан никто
run-exit = Цена закрытия
run-exit-means = погасить все баллы, если закрыть программу в конце срока
run-liability = Долг по баллам
run-liability-means = непогашенные баллы в конце срока по номиналу
run-deferred = Отложенная выручка
run-deferred-means = обязательство за баллы в отчётности (МСФО 15)
run-breakage = Сгоревшие баллы
run-breakage-means = доля выданных баллов, сгоревших без пользы
run-payback = Окупаемость
run-payback-none = нет
run-payback-means = месяц, к которому затраты вернулись в половине прогонов; вообще возвращаются в { $chance }
run-payback-none-means = за весь срок затраты возвращаются в { $chance } прогонов
run-break-even = Безубыточный прирост
run-break-even-means = на сколько должны вырасти продажи, чтобы оплатить скидки и баллы
run-volume = Прирост в модели
run-volume-means = на сколько они вырастают
run-naive = Участники покупают больше на
run-naive-means = чем остальные: первыми вступают те, кто много покупает, так что это завышено
run-causal = Из них благодаря программе
run-causal-means = прирост покупок участников против тех же людей без программы
run-wears-off = Скидка приедается
run-wears-off-means = к этому месяцу сила скидки падает вдвое; так в { $halved } из { $trials } прогонов

run-segment = Сегмент
run-segment-without = Удержание без программы
run-segment-with = с программой

run-enough = Прогонов достаточно: новые сдвинут показатель «{ $headline }» примерно на { $share } его разброса.
run-too-few-to-tell = ВНИМАНИЕ: прогонов слишком мало, чтобы оценить погрешность. Начните с сотни.
run-too-few = ВНИМАНИЕ: прогонов мало. Их погрешность — { $share } разброса показателя «{ $headline }»;
run-too-few-remedy = хорошо, когда не больше { $target }. Хватит примерно { $needed } прогонов: --trials { $option }
run-basis = Чисел в проекте: { $all }; измерено { $measured }, опубликовано { $published }, расхожих { $folk }, принято на веру { $assumed }.
run-explain = Список с источниками: `loyalsim explain`.
run-glossary-error = ± — погрешность ожидаемого значения: чем больше прогонов, тем она меньше.
run-glossary-spread = «90 % прогонов» — диапазон, который оставляют случай и неточные числа: новые прогоны его не сузят,
run-glossary-better = сузят более точные числа. Деньги не дисконтированы, кроме приведённой стоимости.

run-month = Месяц
run-monthly-customers = ПО МЕСЯЦАМ: КЛИЕНТЫ (ожидаемые значения)
run-monthly-money = ПО МЕСЯЦАМ: ДЕНЬГИ (ожидаемые значения)
run-monthly-leavers-without = ПО МЕСЯЦАМ: УШЕДШИЕ КЛИЕНТЫ ПО ПРИЧИНАМ, без программы (ожидаемые значения)
run-monthly-leavers-with = ПО МЕСЯЦАМ: УШЕДШИЕ КЛИЕНТЫ ПО ПРИЧИНАМ, с программой (ожидаемые значения)
run-monthly-note = Чистый эффект месяца не учитывает ещё не погашенных баллов; чистый эффект за весь срок учитывает.
run-column-retention = Удержание
run-column-active = Активные
run-column-nps = NPS
run-column-revenue = Выручка
run-column-margin-loss = Потери маржи
run-column-cost = Стоимость
run-column-net = Чистый эффект
run-column-since-start = с начала
run-column-liability = Долг по баллам
run-column-without = без прогр.
run-column-with = с прогр.

run-files = ФАЙЛЫ
run-file-summary = всё, что выше, и больше — для других программ
run-file-monthly = все ряды по месяцам, с программой и без неё
run-file-trials = по строке на прогон
run-file-parquet = то же для инструментов анализа данных
run-file-design = проект
run-file-charts = { $count ->
    [one] { $count } график в SVG и PNG
    [few] { $count } графика, каждый в SVG и PNG
   *[other] { $count } графиков, каждый в SVG и PNG
}
run-file-old-charts = ВНИМАНИЕ: графики от прежнего расчёта, не от этого
run-file-no-charts = без графиков, как вы просили
run-files-where = Всё лежит в { $folder }

run-luck = Разброс ({ $headline }): { $luck } — случай (для { $customers } клиентов в расчёте; у крупной компании его меньше), { $ignorance } — незнание чисел.

run-by-branch = ПО ФИЛИАЛАМ
run-branch = Филиал
run-nps-without = NPS без программы
run-average-hides = Среднее скрывает: лучший филиал — { $best }, худший — { $worst }.
run-by-touchpoint = ПО ТОЧКАМ КОНТАКТА
run-touchpoint = Точка контакта
run-touchpoints-all = Все вместе, с весами
run-vector = На конец последнего месяца. Индекс показывает направление перемен, он не цель.

run-file-review-html = экспертиза как страница, графики внутри
run-file-review-pdf = она же для печати
run-file-review-md = она же в Markdown, графики в charts/
run-file-review-txt = текст, что выше
run-file-review-json = все предложения и числа для других программ
run-file-counter-design = проект с лучшим набором изменений; его можно запустить
run-no-browser = примечание: PDF нет, потому что не найден ни Chromium, ни Chrome, ни Edge. Установите один из них, укажите его через --browser или распечатайте review.html из своего браузера.
run-no-pdf = примечание: PDF нет, браузер его не напечатал ({ $why }). Распечатайте review.html из своего браузера или укажите другой через --browser.
run-file-categories = клиенты и прибыль по категориям
run-categories-without = КЛИЕНТЫ ПО КАТЕГОРИЯМ, без программы (ожидаемые значения)
run-categories-with = КЛИЕНТЫ ПО КАТЕГОРИЯМ, с программой (ожидаемые значения)
run-category = Категория
run-category-start = В начале
run-category-came = Пришли
run-category-in = Перешли сюда
run-category-out = отсюда
run-category-left = Ушли
run-category-end = В конце
run-category-earned = Заработано
run-category-good = хорошее
run-category-bad = плохое
run-category-all = Все
run-categories-customers = В начале + пришли + перешли сюда − перешли отсюда − ушли = в конце.
run-categories-profit = Заработано: маржа за вычетом скидок и баллов плюс сборы. Хорошее: с тех, кто в этом месяце посоветовал бы вас. Плохое: с тех, кто отговорил бы других, и сборы без покупок.
run-demands = Требований особых условий: { $demands }. Удовлетворено: { $granted }. Ушли из-за отказа: { $left }. Условия обошлись в { $cost }.
