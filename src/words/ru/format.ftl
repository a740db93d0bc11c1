# Как складываются числа. Разряды и единицы денег — в src/words/format.rs.

format-undefined = н/д
format-range = от { $low } до { $high }
format-points = { $number } п. п.
format-under = менее { $share }
format-rough = (Погрешность этих долей из-за конечного числа прогонов: до { $error }.)
format-over = более { $share }
format-list = { $first } и { $last }
format-and-more = { $what } и ещё { $count }
# Винительный падеж: за, через.
format-months = { $months ->
    [one] { $months } месяц
    [few] { $months } месяца
   *[other] { $months } месяцев
}
