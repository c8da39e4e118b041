// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/timeline/lazybar.h"

#include "gui/base/icons.h"
#include "gui/base/theme.h"
#include "wording/figures.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QToolButton>

namespace coldframe {

QString savingText(std::size_t imports, std::chrono::nanoseconds init,
                   std::chrono::nanoseconds saved, const std::optional<ColdStartSaving> &saving,
                   const QLocale &locale)
{
    const QString head = imports == 1
        ? LazyBar::tr("If this import were lazy:")
        : LazyBar::tr("If these %1 imports were lazy:").arg(locale.toString(qulonglong(imports)));
    QStringList parts{LazyBar::tr("%1 less init (%2 becomes %3)")
                          .arg(formatDuration(saved, locale), formatDuration(init, locale),
                               formatDuration(init - saved, locale))};
    if (saving) {
        parts.append(LazyBar::tr("%1 ms less billed")
                         .arg(locale.toString(qlonglong(saving->billed.count()))));
        parts.append(LazyBar::tr("%1 less for a million cold starts")
                         .arg(formatMoney(saving->perMillion, locale)));
    }
    return head + QLatin1Char(' ') + parts.join(QStringLiteral(", ")) + QStringLiteral(". ")
        + LazyBar::tr("Modelled from one measured run, an upper bound.");
}

LazyBar::LazyBar(QWidget *parent)
    : QWidget(parent)
    , m_label(new QLabel)
    , m_clear(new QToolButton)
{
    setObjectName(QStringLiteral("lazyBar"));
    m_label->setObjectName(QStringLiteral("lazySaving"));
    m_label->setTextFormat(Qt::PlainText);
    m_label->setWordWrap(true);
    m_label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_label->setToolTip(tr("Another module may import it too, and what the handler needs is "
                           "imported later all the same."));
    m_clear->setObjectName(QStringLiteral("lazyClear"));
    m_clear->setAutoRaise(true);
    m_clear->setToolTip(tr("No import is lazy"));
    m_clear->setAccessibleName(tr("No import is lazy"));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(8, 4, 4, 4);
    layout->addWidget(m_label, 1);
    layout->addWidget(m_clear, 0, Qt::AlignTop);
    connect(m_clear, &QToolButton::clicked, this, &LazyBar::clearRequested);
    applyColours();
}

void LazyBar::setText(const QString &text)
{
    m_label->setText(text);
    setAccessibleName(text);
}

void LazyBar::applyColours()
{
    m_clear->setIcon(themedIcon(Symbol::Close, palette()));
}

void LazyBar::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        applyColours();
}

void LazyBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), ThemeColours::of(palette()).accentBackground);
}

} // namespace coldframe

#include "moc_lazybar.cpp"
