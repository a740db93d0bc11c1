# Графики: вывод каждого (заголовок), что показано, подписи.

chart-source = { $title } · проект { $hash } · начальное число { $seed } · прогонов: { $trials }, клиентов в каждом: { $customers } · loyalsim { $version }{ $partial }
chart-partial = { " " }· НЕПОЛНЫЙ РАСЧЁТ: остановлен после { $trials } из { $asked } прогонов
chart-months = месяцев с начала
chart-trials = Прогонов
chart-without = Без программы
chart-with = С программой
chart-today = Как сейчас
chart-launch = запуск
chart-stop = конец программы
chart-bands = Линии — средние, полосы — 50 и 90 % прогонов.
chart-spread = 90 % прогонов: { $range }
chart-spread-head = 90 % прогонов:
chart-unit-points = п. п.

chart-retention-alone = Без программы ещё на год остаются { $share } клиентов
chart-retention-up = { $saved ->
    [one] Программа удерживает ещё { $saved } клиента
   *[other] Программа удерживает ещё { $saved } клиентов
}
chart-retention-up-paid = { chart-retention-up }, но { $share } выгод платит тем, кто и так бы остался
chart-retention-down = { $lost ->
    [one] Программа теряет на { $lost } клиента больше, чем удерживает
   *[other] Программа теряет на { $lost } клиентов больше, чем удерживает
}
chart-retention-none = Программа не удерживает никого из тех, кто собирался уйти
chart-retention-open = Неясно, удерживает ли программа хоть кого-то: от { $low } до { $high } клиентов в девяти прогонах из десяти
chart-retention-shown = Удержание за год: доля тех, кто был клиентом двенадцать месяцев назад и остаётся им. { chart-bands }
chart-retention-shown-annualised = Удержание за год: доля тех, кто был клиентом двенадцать месяцев назад и остаётся им. В первый год — в пересчёте на год. { chart-bands }
chart-retention-axis = Остались из тех, кто был клиентом год назад

chart-churn-nobody = Никто не уходит
chart-churn-alone = Главная причина ухода: { $cause } ({ $share } уходов)
chart-churn-lowered = Главная причина ухода: { $cause } ({ $share } уходов); с программой таких уходов на { $change } меньше
chart-churn-raised = Главная причина ухода: { $cause } ({ $share } уходов); с программой таких уходов на { $change } больше
chart-churn-same = На главную причину ухода программа почти не влияет: { $cause } ({ $share } уходов)
chart-churn-most = { $main }; сильнее всего меняется «{ $cause }» ({ $change })
chart-churn-shown = Клиенты, уходящие за месяц, по главной причине, в доле от всех клиентов. Ожидаемые значения.
chart-churn-axis = Доля клиентов, уходящих за месяц
chart-churn-rate = { $rate } % в месяц
chart-churn-rates = { $without } → { $with } % в месяц

chart-waterfall-gain = { $sure ->
    [yes] За { format-months } программа приносит на { $amount } больше, чем стоит
   *[no] В среднем за { format-months } программа приносит на { $amount } больше, чем стоит
}
chart-waterfall-loss = { $sure ->
    [yes] За { format-months } программа стоит на { $amount } больше, чем приносит
   *[no] В среднем за { format-months } программа стоит на { $amount } больше, чем приносит
}
chart-waterfall-nothing = За { format-months } программа ничего не стоит и ничего не приносит
chart-waterfall-shown = От изменения продаж к чистому эффекту; без программы маржинальный доход — { $baseline }. Средние, без дисконтирования.
chart-waterfall-more-sales = Маржа дополнительных продаж (в ценах без скидок)
chart-waterfall-lost-sales = Маржа потерянных продаж (в ценах без скидок)
chart-waterfall-outstanding = Ещё не погашенные баллы
chart-waterfall-net = Чистый эффект
chart-net-axis = Чистый эффект за { format-months }

# Ступени каскада — по ключам summary.json.
step-discount = Скидки
step-special-terms = Особые условия
step-reward-cost = Погашенные баллы
step-setup-cost = Запуск
step-running-cost = Текущие расходы
step-service-cost = Сервис: обучение и разбор жалоб
step-staff-pay = Оплата персонала
step-hiring-cost = Замена ушедших сотрудников
step-gift-cost = Подарки и призы
step-finance-cost = Рассрочка и долги, проценты с карт
step-returns-cost = Возвращённые товары
step-fee-income = Платежи клиентов
step-partner-income = Платежи партнёров
step-card-breakage = Сгоревшие подарочные карты
step-acquisition-cost = Привлечение новых клиентов
step-referral-cost = Награды за рекомендации

chart-net-loses = В { $losing } прогонов программа убыточна за { format-months }
chart-net-pays = В { $winning } прогонов программа окупается за { format-months }
chart-net-both = В { $winning } прогонов программа окупается за { format-months }, в { $losing } — приносит убыток
chart-net-shown = Как часто встречается каждый чистый эффект (прогонов: { $trials }): доход с программой минус доход без неё, непогашенные баллы оплачены
chart-net-below = Убыток: { $losing } прогонов
chart-net-below-mean = Убыток: { $losing } прогонов, в среднем { $mean }
chart-net-above = Без убытка: { $winning } прогонов
chart-net-mean = среднее { $mean }
chart-net-worst = среднее худших 5 %: { $mean }

chart-margin-message = Программа отдаёт { $loss } маржи на покупках, которые были бы сделаны и без неё
chart-margin-message-share = { chart-margin-message }, — { $share } своей стоимости
chart-margin-shown = Потери маржи: скидки и погашенные баллы на покупках, которые были бы сделаны и без программы. Линии — средние, полоса — 50 и 90 % прогонов.
chart-margin-axis = С начала программы
chart-margin-given = Отданная маржа
chart-margin-cost = Всё, чего стоит программа

chart-nps-alone = Без программы NPS через { format-months } — { $without }
chart-nps-same = Программа не меняет NPS: { $with } через { format-months }
chart-nps-up = Программа поднимает NPS на { $points } п.: { $with } вместо { $without } через { format-months }
chart-nps-down = Программа снижает NPS на { $points } п.: { $with } вместо { $without } через { format-months }
chart-nps-open = Неясно, поднимает ли программа NPS: от { $low } до { $high } п. в девяти прогонах из десяти
chart-nps-shown = NPS, индекс готовности рекомендовать: % промоутеров минус % критиков среди всех клиентов. { chart-bands }
chart-nps-axis = NPS

chart-liability-message = Через { format-months } у клиентов баллов на { $owed }; по МСФО 15 из-за них отложено { $deferred } выручки
chart-liability-shown = Непогашенные баллы по номиналу и обязательство по договору за них по МСФО 15. { chart-bands }
chart-liability-axis = Долг перед клиентами
chart-liability-face = Баллы по номиналу
chart-liability-deferred = Отложенная выручка, МСФО 15

chart-uplift-nothing = Скидки не прибавляют продаж, а стоят { $cost } продаж
chart-uplift-halved-dear = К { $month }-му месяцу скидки привлекают вдвое слабее, а стоят по-прежнему { $cost } продаж
chart-uplift-halved = К { $month }-му месяцу скидки привлекают вдвое слабее
chart-uplift-never = Скидки ни разу не окупают себя; они стоят { $cost } продаж
chart-uplift-fresh = Скидки ещё не потеряли половины своей силы; они стоят { $cost } продаж
chart-uplift-shown = Прирост покупок от ощутимой скидки к ожидаемой цене и скидки в доле от продаж в ценах без скидок. Линии — средние, полоса — 50 и 90 % прогонов.
chart-uplift-axis = Прирост покупок; доля продаж
chart-uplift-gained = Покупки, прибавленные ценой
chart-uplift-discounts = Выданные скидки
chart-uplift-mark-halved = сила скидок упала вдвое
chart-uplift-mark-never = не окупаются ни разу
chart-uplift-mark-unprofitable = больше не окупаются

chart-answers = { $promoters } клиентов отвечают 9 или 10, { $detractors } — от 0 до 6
chart-answers-shown = «Насколько вероятно, что вы порекомендуете нас?» Доля каждого ответа в последнем месяце; 0–2: нет чего-то основного. Усы: 90 % прогонов.
chart-answers-axis = Доля опрошенных
chart-answers-answer = { $answer }
chart-answers-without = без программы: { $share }

chart-categories = С программой плохая прибыль — { $bad } от всей, без неё — { $without }: её приносят те, кто отговорил бы других
chart-categories-alone = Хорошая прибыль — { $good }: её приносят те, кто вас советует; плохая — { $bad }: её приносят те, кто отговорил бы других
chart-categories-shown = Маржа за вычетом скидок и баллов плюс сборы, по категориям клиентов за все месяцы. Усы: 90 % прогонов.
chart-categories-axis = Заработано
chart-categories-customers = клиентов: { $start } → { $end }
chart-categories-bad = плохой прибыли: { $share }
