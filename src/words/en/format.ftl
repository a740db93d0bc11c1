# How numbers are put together. Digits and units of money stand in src/words/format.rs.

format-undefined = n/a
format-range = { $low } to { $high }
format-points = { $number } points
format-under = under { $share }
format-rough = (Monte Carlo error of these shares: up to { $error }.)
format-over = over { $share }
format-list = { $first } and { $last }
format-and-more = { $what } and { $count } more
format-months = { $months ->
    [one] { $months } month
   *[other] { $months } months
}
