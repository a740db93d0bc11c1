# Ценность информации: `loyalsim voi`.

voi-advice-now = РЕШАЙТЕ СЕЙЧАС: { $choice }. { $why ->
    [nothing] Что бы ни выяснилось в пределах заданных в проекте диапазонов, решение останется тем же; верны ли сами диапазоны — отдельный вопрос.
    [dear] Ни одно из рассмотренных исследований не стоит своих затрат.
   *[none] Нет исследования, которое могло бы изменить это решение.
}
voi-advice-study = СНАЧАЛА ИССЛЕДОВАНИЕ, ПОТОМ РЕШЕНИЕ: проведите исследование { $study } ({ $sample }); его ценность за вычетом затрат — { $net }. Если ждать нельзя: { $choice }.
voi-advice-perhaps = НА ГРАНИ: ценность исследования { $study } ({ $sample }) за вычетом затрат, вероятно, { $net }, но при таком числе прогонов это не доказано. Увеличьте --trials или решайте сейчас: { $choice }.

voi-choice-dont-launch = не запускать
voi-choice-launch = запускать
voi-choice-counter-design = запускать доработанный вариант
voi-choice-alternative = запускать «{ $name }»

voi-today = ЛУЧШЕЕ РЕШЕНИЕ СЕГОДНЯ
voi-today-npv = NPV
voi-today-best-in = Доля прогонов, где лучше всего
voi-today-of-trials = { $share }
voi-today-best = Лучшее в среднем решение сегодня: { $choice }.

voi-more = ЦЕННОСТЬ ДОПОЛНИТЕЛЬНОЙ ИНФОРМАЦИИ
voi-perfect = Ценность полной информации обо всех неточных числах (их { $numbers }): { $worth }. Доля случаев, в которых лучше оказалось бы другое решение: { $changes }.
voi-perfect-bound = Дороже этого не стоит ни одно исследование.
voi-perfect-nothing = Даже если бы все неточные числа (их { $numbers }) были известны, решение осталось бы прежним: при таком числе прогонов выигрыша не видно (не более { $most }).
voi-luck = Остальное — случайность, предвидеть которую нельзя; ценность такого предвидения составила бы { $all }.
voi-number = Число
voi-worth = Ценность знания
voi-flips = Решение меняется при
voi-flip = { $at } (ниже: { $below }; выше: { $above })
voi-flip-none = от одного этого числа не меняется
voi-others = { $count ->
    [one] Ещё { $count } число: неотличимо от нуля, не более { $most }.
    [few] Ещё { $count } числа: каждое неотличимо от нуля, не более { $most }.
   *[other] Ещё { $count } чисел: каждое неотличимо от нуля, не более { $most }.
}
voi-none-alone = Ценность каждого числа в отдельности неотличима от нуля: решение осталось бы прежним (не более { $most }).
voi-together = Известны вместе
voi-bond-shares = доли { $table }
voi-bond-correlated = { $numbers } (коррелируют)
voi-bond-table = все числа таблицы { $table }
voi-bond-basis = все числа с основанием «{ $basis }»

voi-studies = ИССЛЕДОВАНИЯ
voi-studies-proposed = В проекте нет ни одного [[study]]. Ниже — предложения по правилам; замените предположительные объёмы и затраты своими.
voi-studies-none = Ни одно число не стоит исследования: предлагать нечего.
voi-study = Исследование
voi-study-sample = Объём
voi-study-cost = Затраты
voi-study-worth = Ценность
voi-study-net = Чистая ценность
voi-study-verdict = Вывод
voi-study-named = «{ $name }»
voi-kind-survey = Опрос: { $number }
voi-kind-records = Собственные данные: { $number }
voi-kind-pilot = Пилот: { $number }
voi-kind-ab-test = A/B-тест: { $number }
voi-sample-survey = { $count ->
    [one] { $count } ответ
    [few] { $count } ответа
   *[other] { $count } ответов
}
voi-sample-records = { $count ->
    [one] { $count } случай
    [few] { $count } случая
   *[other] { $count } случаев
}
voi-sample-pilot = { $count ->
    [one] { $count } магазин
    [few] { $count } магазина
   *[other] { $count } магазинов
} на { format-months }
voi-sample-ab-test = { $count ->
    [one] { $count } клиент
    [few] { $count } клиента
   *[other] { $count } клиентов
} на { format-months }
voi-verdict-worthwhile = провести
voi-verdict-perhaps = вероятно, окупится
voi-verdict-too-dear = затраты больше ценности
voi-verdict-changes-nothing = не изменит решения
voi-planned = По плану: { $sample }, чистая ценность { $net }; выше указан объём с наибольшей чистой ценностью.
voi-stop = Остановитесь, как только 90-процентный интервал числа «{ $number }» окажется целиком выше или ниже { $at } (в конце ожидается ± { $width }). Ниже: { $below }; выше: { $above }.
voi-stop-none = Ни одно из его чисел в отдельности не меняет решения: внесите результаты в проект и запустите voi снова.
voi-overlap = Ценности не складываются: исследования для одного решения пересекаются. Проведите первое, внесите результат в проект и запустите voi снова.

chart-voi-numbers = Важнее всего для решения — «{ $number }»: ценность точного знания — { $worth }
chart-voi-numbers-none = Ни одно число в отдельности не стоит исследования
chart-voi-numbers-shown = Ценность точного знания числа до решения, с 95-процентным интервалом. Ни одно исследование этого числа не стоит больше.
chart-voi-numbers-axis = Ожидаемая ценность полной информации
chart-voi-all = Все числа сразу
chart-voi-unclear = неотличимо от нуля
chart-voi-study-gain = { $study }: лучший объём — { $sample }, чистая ценность { $net }
chart-voi-study-loss = { $study }: при любом объёме затраты больше ценности
chart-voi-study-shown = Ценность исследования для решения до и после вычета затрат, в зависимости от объёма.
chart-voi-study-across = { $kind ->
    [survey] Ответов
    [records] Случаев
    [pilot] Магазинов
   *[ab_test] Клиентов
}
chart-voi-study-up = NPV
chart-voi-study-worth = Ценность
chart-voi-study-left = За вычетом затрат
chart-voi-study-planned = по плану
chart-voi-study-best = наибольшая чистая ценность
chart-voi-flip = { CAPITAL($number) }: ниже { $at } лучше { $below }, выше — { $above }
chart-voi-flip-none = { CAPITAL($number) }: одно это число решения не меняет
chart-voi-flip-shown = Ожидаемая NPV каждого решения в зависимости от самого важного числа; остальные числа остаются неточными.
chart-voi-flip-up = Ожидаемая NPV
chart-voi-flip-mark = решение меняется
chart-voi-source = { $title } · проект { $hash } · seed { $seed } · прогонов: { $trials }, клиентов в каждом: { $customers } · loyalsim { $version }{ $partial }

file-voi-json = все результаты для других программ
file-voi-csv = ценность знания каждого числа
file-studies-csv = исследования по чистой ценности
file-counterdesign-toml = доработанный вариант, с которым сравнивали
