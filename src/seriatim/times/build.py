"""The builders that rules name."""

from __future__ import annotations

from collections.abc import Mapping

from seriatim.times import making_dates, making_lengths, making_relations, parts
from seriatim.times.grammar import Builder

BUILDERS: Mapping[str, Builder] = {
    "plain": parts.plain, "fixed": making_dates.fixed, "number": making_dates.number_words, "half": making_dates.half, "fraction": making_dates.fraction, "vague": making_dates.vague, "ordinal": making_dates.ordinal, "yearwords": making_dates.year_words, "twothousand": making_dates.two_thousand, "bareyear": making_dates.bare_year,
    "theyear": making_dates.the_year, "shortyear": making_dates.short_year, "abbreviated": making_dates.abbreviated, "abbreviatedday": making_dates.abbreviated_day, "weekday": making_dates.weekday, "season": making_dates.season, "seasonyears": making_dates.season_years, "numeric": making_dates.numeric, "dayordinal": making_dates.day_ordinal,
    "iso": parts.plain, "today": parts.plain, "dayspan": making_dates.day_span, "daylist": making_dates.day_list, "yearspan": making_dates.year_span, "weekdaydate": making_dates.weekday_date, "dateyear": making_dates.date_year, "ofwhich": making_dates.of_which, "noon": making_dates.noon, "military": making_dates.military,
    "minutespast": making_dates.minutes_past, "zoned": making_dates.zoned, "timeonly": making_dates.time_only, "timedate": making_dates.time_date, "barepart": making_dates.bare_part, "partof": making_dates.part_of, "duration": making_lengths.duration, "durationrange": making_lengths.duration_range, "unitortwo": making_lengths.unit_or_two,
    "bareunits": making_lengths.bare_units, "sum": making_lengths.sums, "shift": making_relations.shift, "earlier": making_relations.earlier, "daybefore": making_relations.day_before, "which": making_relations.which, "whichdate": making_relations.which_date, "thispast": making_relations.this_past, "whichpart": making_relations.which_part, "window": making_lengths.window,
    "windowfirst": making_lengths.window_first, "every": making_lengths.every, "frequency": making_lengths.frequency, "besidetoday": making_relations.beside_today, "earlyhours": making_dates.early_hours, "oneunit": making_lengths.one_unit, "thesedays": making_relations.these_days, "durationof": making_lengths.duration_of, "oldyear": making_dates.old_year, "yearsbc": making_dates.years_bc, "monthspan": making_dates.month_span, "theduration": making_lengths.the_duration, "quarterago": making_relations.quarter_ago, "thequarter": making_relations.the_quarter, "theunit": making_relations.the_unit, "fiscalyear": making_relations.fiscal_year, "aunit": making_lengths.a_unit, "modified": making_relations.modified, "modifiedunit": making_relations.modified_unit, "about": making_relations.about, "fixedmod": making_relations.fixed_mod, "span": making_relations.span, "reference": making_relations.reference,
}  # fmt: skip
