# `loyalsim brands`: товарная категория и её бренды, текст и рисунки.

brands-size = { $panels ->
    [one] { $panels } панель
    [few] { $panels } панели
   *[other] { $panels } панелей
} по { $shoppers } покупателей, моделирование, seed { $seed }
brands-what = БРЕНДЫ КАТЕГОРИИ: { $category }
brands-parameters = За { $period ->
    [month] месяц
    [quarter] квартал
   *[year] год
} в категории покупают { $penetration } людей, в среднем по { $rate } раза. Частота покупок: K = { $spread } ({ $spread_from ->
    [solved] следует из проникновения
   *[stated] задано
}). Выбор бренда: S = { $choice } ({ $choice_from ->
    [solved] следует из проникновения брендов
   *[stated] задано
}).
brands-expected = ОЖИДАЕТСЯ ЗА { $period ->
    [month] МЕСЯЦ
    [quarter] КВАРТАЛ
   *[year] ГОД
} (NBD-Дирихле)
brands-simulated = МОДЕЛИРОВАНИЕ, ТОТ ЖЕ { $period ->
    [month] МЕСЯЦ
    [quarter] КВАРТАЛ
   *[year] ГОД
} (все панели вместе, ± ошибка Монте-Карло)
brands-year = МОДЕЛИРОВАНИЕ, ГОД (те же покупатели)
brands-brand = Бренд
brands-own = { $name } (свой)
brands-share = Доля
brands-penetration = Проникновение
brands-rate = Покупок
brands-category-rate = в категории
brands-requirements = Доля в покупках
brands-sole = Только его
brands-sole-rate = Покупок
brands-jeopardy = Покупок — в среднем у одного покупателя бренда: этого бренда и всех в категории; в конце — у того, кто покупает только его, то есть за период ничего другого. Доля в покупках (share of requirements) — какая часть покупок категории, сделанных покупателями бренда, достаётся ему. У небольших брендов меньше покупателей, и те покупают чуть реже (double jeopardy): это не слабая лояльность.
brands-duplication = КТО ЧТО ЕЩЁ ПОКУПАЕТ (ожидается за { $period ->
    [month] месяц
    [quarter] квартал
   *[year] год
}: какая часть покупателей из строки покупает и бренд из столбца)
brands-buyers-of = Покупатели
brands-duplication-law = Закон пересечения покупок: покупатели любого бренда покупают и другой пропорционально его проникновению, D = { $expected } (моделирование: { $simulated }). Пара, которая намного выше закона, конкурирует теснее других.
brands-rates-agree = Покупатели бренда { $name } покупают его за { $period ->
    [month] месяц
    [quarter] квартал
   *[year] год
} { $category } раза по этой таблице и { $segments } раза по сегментам проекта: одно согласуется с другим.
brands-rates-differ = Внимание: покупатели бренда { $name } покупают его за { $period ->
    [month] месяц
    [quarter] квартал
   *[year] год
} { $category } раза по этой таблице и { $segments } раза по сегментам проекта. Одно из двух описывает не этот бизнес; результаты программы ниже основаны на сегментах.
brands-program = ЧТО ПРОГРАММА МЕНЯЕТ ДЛЯ { $name } (последний год, с программой относительно мира без неё)
brands-program-each = Покупок на клиента
brands-program-customers = Клиентов
brands-program-purchases = Всех покупок
brands-program-share = Доля, если всё это отнято у других брендов
brands-program-usual = Покупок на покупателя, обычно при такой доле
brands-program-rate = Покупок на покупателя, с программой
brands-program-excess = Лояльность сверх обычной
brands-program-note = Обычно бренды растут за счёт числа покупателей, а каждый из них покупает почти столько же. Программа, которая лишь заставляет нынешних покупателей покупать больше, видна здесь как лояльность сверх обычной. Отняты добавленные покупки у других брендов или сделаны дополнительно, модель не говорит; доля выше — самое большее, что может получиться.
brands-program-goes-on = ЧТО ИЗМЕНЕНИЕ ДАЁТ ДЛЯ { $name } (последний год, относительно продолжения действующей программы)
brands-program-rate-goes-on = Покупок на покупателя, с изменением
brands-promotion = АКЦИЯ БРЕНДА { $name } (скидка { $discount }, { $weeks ->
    [one] { $weeks } неделя
    [few] { $weeks } недели
   *[other] { $weeks } недель
}): продажи × { $lift }, пока она идёт
brands-units = Откуда берутся добавленные единицы товара:
brands-from-brands = от других брендов в те же недели
brands-brought-forward = из будущих покупок (запасы)
brands-additional = дополнительные покупки (рост категории)
brands-elasticity = Из чего складывается эластичность:
brands-choice = выбор бренда
brands-incidence = решение купить вообще
brands-quantity = единиц за покупку
brands-both-published = Это одни и те же продажи. Большая доля выбора бренда в эластичности не значит, что столько же единиц отнято у других брендов: кто покупает только из-за акции, на этой неделе не купил бы ничего.
brands-dip = { $weeks ->
    [one] В следующую неделю
    [few] В следующие { $weeks } недели
   *[other] В следующие { $weeks } недель
} категория продаёт меньше: недостаёт { $dip } добавленного, в том числе у своего бренда { $own }.
brands-anyway = { $share } единиц, проданных со скидкой, купили бы и за полную цену.

chart-brands-jeopardy = У небольших брендов меньше покупателей, и те покупают чуть реже
chart-brands-jeopardy-shown = Каждый бренд за { $period ->
    [month] месяц
    [quarter] квартал
   *[year] год
}. Отрезки: 90 % панелей по { $shoppers } покупателей. Линия: ожидается (NBD-Дирихле).
chart-brands-panels = Моделирование
chart-brands-expected = Ожидается
chart-brands-penetration = Проникновение бренда
chart-brands-rate = Покупок на покупателя
chart-brands-duplication = Покупатели любого бренда покупают и другой пропорционально его проникновению: D = { $coefficient }
chart-brands-duplication-shown = Какая часть покупателей других брендов покупает и этот за { $period ->
    [month] месяц
    [quarter] квартал
   *[year] год
}, в среднем по другим брендам. Линия: закон пересечения покупок.
chart-brands-buyers = Моделирование
chart-brands-law = { $coefficient } × проникновение
chart-brands-also = Покупатели других брендов, которые покупают и его
chart-brands-bump = { $share } того, что добавляет акция, отнято у других брендов
chart-brands-bump-shown = Единицы товара, добавленные к продажам своего бренда за { $weeks ->
    [one] { $weeks } неделю
    [few] { $weeks } недели
   *[other] { $weeks } недель
} со скидкой { $discount }. Отрезки: 95 %-й интервал моделирования.
chart-brands-added = Доля добавленных единиц
chart-brands-from-brands = От других брендов
chart-brands-brought-forward = Из будущих покупок
chart-brands-additional = Дополнительные покупки
chart-brands-weeks = { $weeks ->
    [one] В неделю после акции
    [few] За { $weeks } недели после акции
   *[other] За { $weeks } недель после акции
} недостаёт { $dip } того, что она добавила
chart-brands-weeks-shown = Продажи по неделям, обычная неделя = 100 %.
chart-brands-week = Неделя
chart-brands-usual = Продажи, к обычной неделе
chart-brands-own = Свой бренд
chart-brands-others = Другие бренды
chart-brands-end = конец

file-brands-json = все результаты для других программ
file-brands-csv = все показатели всех брендов
file-duplication-csv = кто что ещё покупает
file-promotion-csv = продажи по неделям
