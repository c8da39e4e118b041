// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/isotime.h"

#include <array>
#include <cstdio>

namespace coldframe {

namespace {

bool isDigit(char byte)
{
    return byte >= '0' && byte <= '9';
}

int twoDigits(QByteArrayView text, qsizetype at)
{
    return (text[at] - '0') * 10 + (text[at + 1] - '0');
}

/// 9 stands for a digit, T for a letter in either case, the rest for itself.
bool hasForm(QByteArrayView text, QByteArrayView form)
{
    if (text.size() < form.size())
        return false;
    for (qsizetype i = 0; i < form.size(); ++i) {
        const bool matches = form[i] == '9' ? isDigit(text[i])
            : form[i] == 'T'                ? text[i] == 'T' || text[i] == 't' || text[i] == ' '
                                            : text[i] == form[i];
        if (!matches)
            return false;
    }
    return true;
}

} // namespace

QByteArray isoTime(WallTime time)
{
    using namespace std::chrono;
    const auto instant = floor<milliseconds>(time);
    const auto day = floor<days>(instant);
    const year_month_day date(day);
    const hh_mm_ss clock(instant - day);
    std::array<char, 64> text{};
    const int size = std::snprintf(text.data(), text.size(), "%04d-%02u-%02uT%02d:%02d:%02d.%03dZ",
                                   int(date.year()), unsigned(date.month()), unsigned(date.day()),
                                   int(clock.hours().count()), int(clock.minutes().count()),
                                   int(clock.seconds().count()), int(clock.subseconds().count()));
    return {text.data(), size};
}

bool isRfc3339Time(QByteArrayView text)
{
    static constexpr QByteArrayView form = "9999-99-99T99:99:99";
    if (!hasForm(text, form))
        return false;
    const int month = twoDigits(text, 5);
    const int day = twoDigits(text, 8);
    if (month < 1 || month > 12 || day < 1 || day > 31 || twoDigits(text, 11) > 23
        || twoDigits(text, 14) > 59 || twoDigits(text, 17) > 60) // 60: a leap second
        return false;
    QByteArrayView rest = text.sliced(form.size());
    if (rest.startsWith('.')) {
        qsizetype digits = 1;
        while (digits < rest.size() && isDigit(rest[digits]))
            ++digits;
        if (digits == 1)
            return false;
        rest = rest.sliced(digits);
    }
    if (rest == "Z" || rest == "z")
        return true;
    return rest.size() == 6 && (hasForm(rest, "+99:99") || hasForm(rest, "-99:99"))
        && twoDigits(rest, 1) <= 23 && twoDigits(rest, 4) <= 59;
}

} // namespace coldframe
