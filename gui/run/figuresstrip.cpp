// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/run/figuresstrip.h"

#include <QHBoxLayout>
#include <QLabel>

#include <algorithm>

namespace coldframe {

FiguresStrip::FiguresStrip(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(QStringLiteral("figuresStrip"));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(24);
    add(RunFigureKind::Duration, QStringLiteral("figureDuration"));
    add(RunFigureKind::BilledDuration, QStringLiteral("figureBilled"));
    add(RunFigureKind::Init, QStringLiteral("figureInit"));
    add(RunFigureKind::MaxMemoryUsed, QStringLiteral("figureMemory"));
    add(RunFigureKind::Cost, QStringLiteral("figureCost"));
    layout->addStretch(1);
}

void FiguresStrip::setRecord(const InvocationRecord &record, const std::optional<Money> &cost)
{
    const std::vector<RunFigure> figures = runFigures(record, cost);
    for (auto &[kind, labels] : m_labels) {
        const auto figure
            = std::find_if(figures.begin(), figures.end(),
                           [kind = kind](const RunFigure &each) { return each.kind == kind; });
        labels.name->setVisible(figure != figures.end());
        labels.value->setVisible(figure != figures.end());
        if (figure == figures.end())
            continue;
        labels.name->setText(figure->name);
        labels.value->setText(figure->value);
        labels.value->setToolTip(figure->explanation);
    }
}

void FiguresStrip::add(RunFigureKind kind, const QString &objectName)
{
    const QString title = runFigureName(kind);
    const Labels labels{new QLabel(title), new QLabel};
    labels.name->setForegroundRole(QPalette::PlaceholderText);
    labels.value->setObjectName(objectName);
    labels.value->setAccessibleName(title);
    QFont small = labels.name->font();
    small.setPointSizeF(small.pointSizeF() * 0.88);
    labels.name->setFont(small);
    labels.value->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto *column = new QVBoxLayout;
    column->setSpacing(0);
    column->addWidget(labels.name);
    column->addWidget(labels.value);
    static_cast<QHBoxLayout *>(layout())->addLayout(column);
    m_labels.emplace(kind, labels);
}

} // namespace coldframe

#include "moc_figuresstrip.cpp"
