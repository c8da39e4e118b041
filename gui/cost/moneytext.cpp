// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/cost/moneytext.h"

#include <QCoreApplication>

namespace coldframe {

namespace {

struct MoneyText
{
    Q_DECLARE_TR_FUNCTIONS(MoneyText)
};

/// "52400.1" with the locale's separators and the dollar sign; no digit is changed.
QString dollars(const QString &plain, const QLocale &locale)
{
    if (plain.isEmpty())
        return MoneyText::tr("too much to show");
    const qsizetype point = plain.indexOf(u'.');
    QString text = locale.toString(plain.left(point).toLongLong());
    if (point >= 0)
        text += locale.decimalPoint() + plain.mid(point + 1);
    return MoneyText::tr("$%1").arg(text);
}

Money oneCent()
{
    const Result<UnitPrice> cent = UnitPrice::fromText(u"0.01");
    return cent ? cent->forCount(1) : Money();
}

} // namespace

QString moneyText(Money amount, const QLocale &locale)
{
    if (amount > Money() && amount < oneCent())
        return MoneyText::tr("< %1").arg(dollars(QStringLiteral("0.01"), locale));
    return dollars(amount.roundedText(2), locale);
}

QString exactMoneyText(Money amount, const QLocale &locale)
{
    return dollars(amount.exactText(), locale);
}

QString priceText(UnitPrice price, const QLocale &locale)
{
    return dollars(price.exactText(), locale);
}

} // namespace coldframe
