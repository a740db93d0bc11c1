# Презентация: заголовки слайдов, которых нет ни у рисунков, ни в экспертизе, названия столбцов в таблицах диаграмм, ошибки шаблона.

deck-month = Месяц
deck-band = 90 % прогонов
deck-band-above = 90 % прогонов, верхняя часть
deck-half = 50 % прогонов
deck-p25 = Нижний квартиль
deck-p75 = Верхний квартиль
deck-severity-critical = критическое
deck-severity-serious = серьёзное
deck-severity-moderate = умеренное
deck-measure = Показатель
deck-label = Подпись
deck-whisker = Длина отрезка
deck-from = От
deck-to = До
deck-sheet = Данные
deck-rows-left-out = { $count ->
    [one] На слайде не поместилась { $count } строка таблицы; она есть в файлах результата.
    [few] На слайде не поместились { $count } строки таблицы; они есть в файлах результата.
   *[other] На слайде не поместилось { $count } строк таблицы; они есть в файлах результата.
}
deck-kicker = Что даёт программа лояльности и чего она стоит
deck-kicker-none = Бизнес без программы лояльности
deck-answer-loss = Программа, скорее всего, убыточна: { $net } за { format-months }, вероятность убытка { $chance }
deck-answer-gain = Программа, скорее всего, окупается: { $net } за { format-months }, вероятность убытка { $chance }
deck-answer-open = Окупится ли программа, неясно: в среднем { $net } за { format-months }, вероятность убытка { $chance }
deck-answer-none = Без программы за год остаются { $share } клиентов
deck-tile-net = чистый эффект после всех расходов
deck-basis-title = Допущения и расхожие цифры: { $judged } из { $all } исходных чисел; измерено: { $measured }
deck-basis-shown = Исходные числа проекта вместе со значениями по умолчанию: на чём они основаны
deck-basis-axis = Количество чисел
deck-basis-why = Вероятности на этих слайдах надёжны ровно настолько же, насколько исходные числа. Что измерить в первую очередь, покажут команды sensitivity и voi.
deck-caution = Диапазоны охватывают 90 % прогонов. Они показывают влияние случайности и неточных исходных чисел, но не того, что модель не учитывает.
deck-no-goals = Цели в проекте не заданы.
deck-made = Каждую диаграмму можно изменить: её данные лежат в собственной таблице Excel.
deck-price = Решение в цифрах
deck-weak-title = Найдено слабых мест: { $found }, из них критических: { $critical }. Первое: «{ $first }»
deck-weak-none = Слабых мест не найдено
deck-weak-severity = Серьёзность
deck-weak-weakness = Слабое место
deck-weak-remedy = Что помогает
deck-weak-gain = Прирост NPV
deck-threats-title = Угроза с наибольшим ожидаемым ущербом: { $threat }
deck-unremedied = ни одна проверенная мера не помогает

deck-answer-loss-goes-on = Изменение, скорее всего, убыточно: { $net } за { format-months }, вероятность убытка { $chance }
deck-answer-gain-goes-on = Изменение, скорее всего, окупается: { $net } за { format-months }, вероятность убытка { $chance }
deck-answer-open-goes-on = Окупится ли изменение, неясно: в среднем { $net } за { format-months }, вероятность убытка { $chance }
deck-answer-none-goes-on = Если действующая программа продолжится, за год остаются { $share } клиентов
deck-kicker-goes-on = Что даёт изменение программы лояльности и чего оно стоит
deck-kicker-none-goes-on = Бизнес при продолжении действующей программы лояльности

template-no-archive = это не файл PowerPoint (.pptx или .potx)
template-no-archive-help = Сохраните его в PowerPoint как «Презентация PowerPoint» или «Шаблон PowerPoint».
template-protected = файл защищён паролем или сохранён в старом формате PowerPoint (.ppt, .pot)
template-protected-help = Снимите пароль или сохраните файл как «Презентация PowerPoint» (.pptx).
template-strict = файл сохранён как «Строгая презентация Open XML»
template-strict-help = Сохраните его как «Презентация PowerPoint» (.pptx).
template-no-presentation = в файле нет презентации
template-no-presentation-help = Укажите файл PowerPoint (.pptx или .potx), а не Word или Excel.
template-too-large = в распакованном виде файл больше 400 МБ или состоит более чем из 20 000 частей
template-too-large-help = Удалите видео и большие изображения: нужны только образцы и макеты слайдов.
template-broken = не удалось прочитать часть { $part }
template-broken-help = Откройте файл в PowerPoint, при необходимости согласитесь на восстановление и сохраните заново.
template-missing-part = нет части { $part }, на которую есть ссылка
template-missing-part-help = Откройте файл в PowerPoint, при необходимости согласитесь на восстановление и сохраните заново.
template-no-title-layout = среди макетов нет титульного слайда
template-no-title-layout-help = Добавьте в образец слайдов макет «Титульный слайд»: заголовок и подзаголовок.
template-no-content-layout = нет макета с заголовком и местом для объекта
template-no-content-layout-help = Добавьте в образец слайдов макет «Заголовок и объект».
template-no-room = место для объекта в макете { $part } меньше 40 % ширины или 30 % высоты слайда
template-no-room-help = Увеличьте его в макете «Заголовок и объект» образца слайдов.
template-links-to-slide = образец или макет { $part } ссылается на слайд
template-links-to-slide-help = Удалите эту ссылку в образце слайдов: слайды шаблона не сохраняются.
