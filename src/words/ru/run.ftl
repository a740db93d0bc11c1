# Ответы `loyalsim run`: текст для терминала, в колонках.

run-program = Программа: { $name }
run-period = с { $first } по { $last }, { format-months }
run-size = { $trials ->
    [one] { $trials } прогон
    [few] { $trials } прогона
   *[other] { $trials } прогонов
}, модельных клиентов в каждом: { $customers }; seed { $seed }
run-partial = НЕПОЛНЫЙ РАСЧЁТ: остановлен после { $done } из { $asked } прогонов.

run-for-what = РАДИ ЧЕГО?
run-at-what-price = КАКОЙ ЦЕНОЙ?
run-how-sure = НАСКОЛЬКО ЭТО НАДЁЖНО?
run-by-segment = ПО СЕГМЕНТАМ

run-no-program = В проекте нет программы: показаны результаты без неё.
run-no-goals = В проекте не заданы цели. Добавьте [[goal]].
run-goal = Цель
run-chance = Вероятность
run-expected = Ожидается
run-spread = 90 % прогонов
run-goal-at-least = { $metric } не менее { $threshold } к { $by }
run-goal-at-most = { $metric } не более { $threshold } к { $by }

# Цели и главные показатели, внутри предложения, именительный падеж.
metric-net-effect = чистый эффект
metric-npv = чистая приведённая стоимость (NPV)
metric-retention-baseline = удержание за год без программы
metric-retention-program = удержание за год с программой
metric-annual-retention = удержание за год
metric-nps = NPS
metric-active-customers = активные клиенты
metric-revenue-growth = рост выручки относительно сценария без программы
metric-member-share = доля участников среди активных клиентов

run-at-the-end = К концу срока
run-without = Без программы
run-with = С программой
run-change = Изменение
run-annual-retention = Удержание за год
run-nps = Индекс NPS
run-active = Активные клиенты

run-saved = Удержаны программой
run-saved-means = клиенты, которые остались только благодаря программе
run-lost = Потеряны из-за программы
run-lost-means = клиенты, которые без программы остались бы
run-won = Привлечены программой
run-won-means = новые клиенты, которые без программы не пришли бы
run-kept-anyway = Остались бы и так
run-kept-anyway-means = клиенты, которые остаются и с программой, и без неё
run-lost-anyway = Ушли бы в любом случае
run-lost-anyway-means = клиенты, которые уходят и с программой, и без неё (за весь срок)

run-net = Чистый эффект
run-net-means = до конца срока, после всех затрат, без дисконтирования; 90 % прогонов: { $range }
run-npv = Чистая приведённая стоимость (NPV)
run-npv-means = чистый эффект, дисконтированный к началу; 90 % прогонов: { $range }
run-after-tax = NPV после налога
run-after-tax-means = чистая приведённая стоимость за вычетом налога на прибыль; 90 % прогонов: { $range }
run-base = Изменение ценности базы
run-base-means = что принесут потом клиенты, оставшиеся к концу срока: { $with } с программой, { $without } без неё; из этого изменения { $stays } даёт число клиентов и срок их жизни, { $each } — доход с каждого
run-net-base = Чистый эффект с учётом базы
run-net-base-means = чистый эффект плюс это изменение; 90 % прогонов: { $range }
run-loss = Вероятность убытка
run-loss-means = средний чистый эффект худших 5 % прогонов: { $shortfall }
run-margin-loss = Потери маржи
run-margin-loss-means = маржа, отданная с продаж, которые были бы и так
run-margin-loss-means-goes-on = маржа, которую вся изменённая программа отдаёт с продаж, которые были бы и так
run-cost = Затраты на программу
run-cost-means = выгоды клиентов, запуск, текущие расходы, рекомендации, сервис
run-paid-to-stayers = Выплаты тем, кто остался бы и так
run-paid-to-stayers-means = их доля во всех выгодах клиентов
run-paid-to-stayers-means-goes-on = их доля во всех выгодах, которые даёт изменённая программа
run-price = Цена удержанного клиента
run-price-none = нет
run-price-none-means = не определена: в среднем программа удерживает не больше клиентов, чем теряет, или ничего не стоит
run-price-means = затраты на программу на одного удержанного клиента (удержанные минус потерянные)
run-price-some-means = затраты на одного удержанного клиента (удержанные минус потерянные); прогонов, где не удержан никто: { $none }
run-exit = Стоимость закрытия
run-exit-means = выплатить все несписанные баллы и закрыть программу в конце срока
run-liability = Обязательство по баллам
run-liability-means = номинал баллов, не списанных к концу срока
run-redemption = Ещё спишут баллов
run-redemption-means = из несписанных; в чистый эффект входят только они. Если бы списали все, он составил бы { $full }
run-deferred = Обязательство по договору
run-deferred-means = в отчётности, по МСФО (IFRS) 15
run-breakage = Сгоревшие баллы
run-breakage-means = доля начисленных баллов, которые сгорают (breakage)
run-payback = Окупаемость
run-payback-none = нет
run-payback-means = месяц, к которому окупилась половина прогонов; всего окупаются { $chance }
run-payback-none-means = доля прогонов, окупающихся за весь срок: { $chance }
run-break-even = Безубыточный прирост продаж
run-break-even-means = прирост, при котором окупаются выгоды клиентов
run-volume = Прирост продаж в модели
run-volume-means = прирост, который даёт программа по расчёту
run-naive = Участники и остальные
run-naive-means = разница в покупках; искажена тем, кто решает вступить
run-causal = Эффект программы
run-causal-means = насколько больше покупают те, кого она касается, чем те же люди без неё
run-wears-off = Привыкание к скидке
run-wears-off-means = месяц, к которому действие скидки слабеет вдвое; так в { $halved } из { $trials } прогонов

run-segment = Сегмент
run-segment-without = Удержание без программы
run-segment-with = с программой

run-enough = Прогонов достаточно: погрешность Монте-Карло для показателя «{ $headline }» — { $share } его разброса.
run-too-few-to-tell = ВНИМАНИЕ: прогонов слишком мало, чтобы оценить погрешность Монте-Карло. Начните со 100.
run-too-few = ВНИМАНИЕ: прогонов мало. Погрешность Монте-Карло — { $share } разброса показателя «{ $headline }»;
run-too-few-remedy = нужно не более { $target }. Хватит примерно { $needed } прогонов: --trials { $option }
run-basis = Исходных чисел: { $all }. Измерено: { $measured }; опубликовано: { $published }; расхожих цифр: { $folk }; допущений: { $assumed }.
run-explain = Список с источниками: `loyalsim explain`.
run-glossary-error = ± — погрешность Монте-Карло ожидаемого значения: чем больше прогонов, тем она меньше.
run-glossary-spread = «90 % прогонов» — диапазон, который оставляют случайность и неточные исходные числа: его сузят не новые прогоны,
run-glossary-better = а более точные числа. Деньги не дисконтированы, кроме чистой приведённой стоимости и ценности клиентов.

run-worth = ЦЕННОСТЬ КЛИЕНТА (ожидаемые значения, { $currency } на клиента)
run-worth-group = Клиенты
run-worth-lifetime = CLV без программы
run-worth-residual = В конце срока без программы
run-worth-with = с программой
run-worth-base = ЦЕННОСТЬ КЛИЕНТСКОЙ БАЗЫ
run-worth-base-start = Все, в начале
run-worth-base-without = В конце без программы
run-worth-base-with = В конце с программой
run-worth-base-all = Все, в конце
run-worth-lifetime-means = CLV (пожизненная ценность клиента): сколько принесёт один сегодняшний клиент начиная с первого месяца — за срок по модели, после срока по ожиданию, — дисконтировано к началу.
run-worth-residual-means = В конце срока: сколько ещё принесёт клиент, который есть в конце срока, дисконтировано к этому дню.
run-worth-own-means = И то и другое — маржа за вычетом скидок и баллов плюс платежи клиента. Из ценности базы вычтены ещё и расходы, которых не вызывает ни один клиент в отдельности (текущие расходы, сервис, персонал).
run-worth-answering-means = Сегодняшние промоутеры, нейтральные и критики — по ответам первого месяца; в конце срока — по ответам последнего.
run-month = Месяц
run-monthly-customers = ПО МЕСЯЦАМ: КЛИЕНТЫ (ожидаемые значения)
run-monthly-money = ПО МЕСЯЦАМ: ДЕНЬГИ (ожидаемые значения)
run-monthly-leavers-without = ПО МЕСЯЦАМ: УШЕДШИЕ КЛИЕНТЫ ПО ПРИЧИНАМ, без программы (ожидаемые значения)
run-monthly-leavers-with = ПО МЕСЯЦАМ: УШЕДШИЕ КЛИЕНТЫ ПО ПРИЧИНАМ, с программой (ожидаемые значения)
run-monthly-note = Чистый эффект месяца не учитывает несписанные баллы; чистый эффект за весь срок учитывает и те из них, что ещё спишут.
run-column-retention = Удержание
run-column-active = Активные
run-column-nps = NPS
run-column-revenue = Выручка
run-column-margin-loss = Потери маржи
run-column-cost = Затраты
run-column-net = Чистый эффект
run-column-since-start = С начала
run-column-liability = Обязательство
run-column-without = без прогр.
run-column-with = с прогр.

run-files = ФАЙЛЫ
run-file-summary = все результаты для других программ
run-file-monthly = все ряды по месяцам, с программой и без неё
run-file-trials = по строке на прогон
run-file-parquet = то же для инструментов анализа данных
run-file-deck = презентация с диаграммами, которые можно изменить
run-file-workbook = книга Excel: таблицы, формулы и графики
run-file-design = проект
run-file-charts = { $count ->
    [one] { $count } рисунок в SVG и PNG
    [few] { $count } рисунка, каждый в SVG и PNG
   *[other] { $count } рисунков, каждый в SVG и PNG
}
run-file-no-charts = без рисунков (--no-charts)
run-file-manifest = как получен результат и контрольные суммы файлов
run-files-where = Папка результатов: { $folder }
run-files-replaced = Прежний результат в этой папке заменён ({ $command }, проект { $design }).
run-files-kept = примечание: { $file } в папке результатов записан не loyalsim или изменён позже; файл сохранён под именем { $kept }

run-luck = Источники дисперсии показателя «{ $headline }»: { $ignorance } — незнание чисел, { $luck } — случайность в поведении отдельных клиентов.
run-luck-events = Источники дисперсии показателя «{ $headline }»: { $ignorance } — незнание чисел, { $events } — события на рынке (откроется ли конкурент и когда, ценовые войны), { $luck } — случайность в поведении отдельных клиентов.

run-by-branch = ПО ФИЛИАЛАМ
run-branch = Филиал
run-nps-without = NPS без программы
run-average-hides = Самое высокое удержание: { $best }. Самое низкое: { $worst }.
run-by-touchpoint = ПО ТОЧКАМ КОНТАКТА
run-touchpoint = Точка контакта
run-touchpoints-all = Все, с учётом весов
run-vector = На конец последнего месяца. Индекс показывает направление изменений; ставить его целью не стоит.

run-file-review-html = экспертиза страницей, с рисунками
run-file-review-pdf = она же для печати
run-file-review-md = она же в Markdown, рисунки в charts/
run-file-review-txt = текст, приведённый выше
run-file-review-json = все предложения и числа для других программ
run-file-counter-design = доработанный вариант: проект с лучшим набором изменений; готов к расчёту
run-memory = примечание: может понадобиться около { $needed } ГБ памяти, свободно { $free } ГБ; уменьшите --trials
run-font-lacks = примечание: в шрифте рисунков нет символов этого проекта ({ $count }: { $characters }): в PNG вместо них «?», в SVG, HTML и PDF — то, что есть в шрифтах вашего компьютера. Чтобы названия были видны везде, пишите их латиницей, кириллицей или греческими буквами.
run-no-browser = примечание: PDF нет, потому что не найден ни Chromium, ни Chrome, ни Edge. Установите один из них, укажите его через --browser или распечатайте review.html из своего браузера.
run-no-pdf = примечание: PDF нет, браузер его не напечатал ({ $why }). Распечатайте review.html из своего браузера или укажите другой через --browser.
run-file-categories = клиенты и прибыль по категориям
run-categories-without = КЛИЕНТЫ ПО КАТЕГОРИЯМ, без программы (ожидаемые значения)
run-categories-with = КЛИЕНТЫ ПО КАТЕГОРИЯМ, с программой (ожидаемые значения)
run-category = Категория
run-category-start = В начале
run-category-came = Новые
run-category-in = Перешли сюда
run-category-out = Перешли отсюда
run-category-left = Ушли
run-category-end = В конце
run-category-earned = Прибыль
run-category-good = хорошая
run-category-bad = плохая
run-category-all = Все
run-categories-customers = В начале + новые + перешли сюда − перешли отсюда − ушли = в конце.
run-categories-profit = Прибыль: маржа за вычетом скидок и баллов плюс сборы. Хорошая: от клиентов, которые в этом месяце рекомендовали бы вас. Плохая: от клиентов, которые отговорили бы других, и сборы без покупок.
run-demands = Требований особых условий: { $demands }. Удовлетворено: { $granted }. Ушли после отказа: { $left }. Затраты на особые условия: { $cost }.

# Действующая программа. Сообщение KEY-goes-on говорится вместо KEY, если она есть.
run-today = Действует: { $name }; предложено: { $program }
run-today-alone = Действует: { $name }
run-today-worth = ЧТО ДАЁТ ДЕЙСТВУЮЩАЯ ПРОГРАММА (если всё как сейчас, по сравнению с её закрытием в начале)
run-today-revenue = Выручка первого года
run-today-revenue-means = за вычетом скидок, которая была бы потеряна: { $share } от неё; 90 % прогонов: { $range }
run-today-profit = Прибыль первого года
run-today-profit-means = после всех затрат и с учётом обязательств по баллам; 90 % прогонов: { $range }
run-today-customers = Клиенты за первый год
run-today-customers-means = на столько их было бы меньше через год без неё
run-today-net = Чистый эффект
run-today-net-means = того, что она продолжается, до конца срока; 90 % прогонов: { $range }
run-today-opening = Обязательства по баллам
run-today-opening-means = номинальная стоимость баллов на счетах в начале
run-no-program-goes-on = Изменение не предложено: показаны результаты, если действующая программа продолжится.
metric-retention-baseline-goes-on = удержание за год, если действующая программа продолжится
metric-revenue-growth-goes-on = рост выручки относительно сценария, где действующая программа продолжается
run-without-goes-on = Всё как сейчас
run-with-goes-on = С изменением
run-saved-means-goes-on = клиенты, которые остались только благодаря изменению
run-lost-goes-on = Потеряны из-за изменения
run-lost-means-goes-on = клиенты, которые при действующей программе остались бы
run-won-means-goes-on = новые клиенты, которые при действующей программе не пришли бы
run-kept-anyway-means-goes-on = клиенты, которые остаются и с изменением, и без него
run-lost-anyway-means-goes-on = клиенты, которые уходят и с изменением, и без него (за весь срок)
run-base-means-goes-on = что принесут потом клиенты, оставшиеся к концу срока: { $with } с изменением, { $without } при действующей программе; в том числе { $stays } — число клиентов и срок их жизни, { $each } — доход с каждого
run-cost-goes-on = Дополнительные затраты
run-cost-means-goes-on = что добавляет изменение: выгоды клиентов, запуск, текущие расходы, рекомендации, сервис
run-price-none-means-goes-on = не определена: в среднем изменение удерживает не больше клиентов, чем теряет, или ничего не добавляет к затратам
run-price-means-goes-on = дополнительные затраты на одного удержанного клиента (удержанные минус потерянные)
run-price-some-means-goes-on = дополнительные затраты на одного удержанного клиента (удержанные минус потерянные); в { $none } прогонов не удержан никто
run-causal-goes-on = Эффект изменения
run-causal-means-goes-on = насколько больше покупают те, кого он касается, чем те же люди при действующей программе
run-segment-without-goes-on = Удержание, всё как сейчас
run-segment-with-goes-on = с изменением
run-worth-lifetime-goes-on = CLV, всё как сейчас
run-worth-residual-goes-on = В конце срока, всё как сейчас
run-worth-with-goes-on = с изменением
run-worth-base-without-goes-on = В конце, всё как сейчас
run-worth-base-with-goes-on = В конце с изменением
run-monthly-leavers-without-goes-on = ПО МЕСЯЦАМ: УШЕДШИЕ КЛИЕНТЫ ПО ПРИЧИНАМ, действующая программа продолжается (ожидаемые значения)
run-monthly-leavers-with-goes-on = ПО МЕСЯЦАМ: УШЕДШИЕ КЛИЕНТЫ ПО ПРИЧИНАМ, с изменением (ожидаемые значения)
run-column-without-goes-on = сейчас
run-column-with-goes-on = с измен.
run-nps-without-goes-on = NPS, всё как сейчас
run-categories-without-goes-on = КЛИЕНТЫ ПО КАТЕГОРИЯМ, действующая программа продолжается (ожидаемые значения)
run-categories-with-goes-on = КЛИЕНТЫ ПО КАТЕГОРИЯМ, с изменением (ожидаемые значения)
run-exit-means-goes-on = чтобы выплатить все баллы и закрыть изменённую программу в конце срока
run-price-open-means = удержано слишком мало клиентов, чтобы назвать цену: погрешность Монте-Карло больше её половины
run-breakage-means-goes-on = доля баллов, бывших на начало или начисленных позже, которые сгорают
