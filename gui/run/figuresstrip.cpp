// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/run/figuresstrip.h"

#include "gui/run/runmodel.h"
#include "wording/coldstarttext.h"
#include "wording/figures.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>

namespace coldframe {

FiguresStrip::FiguresStrip(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(QStringLiteral("figuresStrip"));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(24);
    m_duration = add(QStringLiteral("figureDuration"), tr("Duration"));
    m_billed = add(QStringLiteral("figureBilled"), tr("Billed"));
    m_init = add(QStringLiteral("figureInit"), tr("Init"));
    m_memory = add(QStringLiteral("figureMemory"), tr("Max memory used"));
    m_cost = add(QStringLiteral("figureCost"), tr("Cost"));
    layout->addStretch(1);
    m_duration.value->setToolTip(
        tr("Measured: from the event being written to the runtime until its response is read"));
    m_billed.value->setToolTip(
        tr("Whole milliseconds, a started one counting in full; a cold start adds its init"));
    m_memory.value->setToolTip(
        tr("Measured: the peak of all processes of the execution environment"));
}

void FiguresStrip::setRecord(const InvocationRecord &record, const std::optional<Money> &cost)
{
    const Report &report = record.report;
    m_duration.value->setText(formatDuration(report.duration));
    m_billed.value->setText(
        tr("%1 ms").arg(QLocale().toString(qlonglong(report.billedDuration.count()))));
    m_init.value->setText(report.initDuration ? formatDuration(*report.initDuration)
                                              : tr("None, warm"));
    m_init.value->setToolTip(coldStartText(record));
    m_memory.value->setText(tr("%1 of %2")
                                .arg(QLocale().toString(qlonglong(report.maxMemoryUsed.value)),
                                     formatMebiBytes(report.memorySize)));
    m_cost.name->setVisible(cost.has_value());
    m_cost.value->setVisible(cost.has_value());
    if (cost)
        m_cost.value->setText(moneyText(*cost));
}

FiguresStrip::Figure FiguresStrip::add(const QString &objectName, const QString &name)
{
    Figure figure{new QLabel(name), new QLabel};
    figure.name->setForegroundRole(QPalette::PlaceholderText);
    figure.value->setObjectName(objectName);
    figure.value->setAccessibleName(name);
    QFont small = figure.name->font();
    small.setPointSizeF(small.pointSizeF() * 0.88);
    figure.name->setFont(small);
    figure.value->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto *column = new QVBoxLayout;
    column->setSpacing(0);
    column->addWidget(figure.name);
    column->addWidget(figure.value);
    static_cast<QHBoxLayout *>(layout())->addLayout(column);
    return figure;
}

} // namespace coldframe
