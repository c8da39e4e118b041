// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/tuning/tuningtable.h"

#include "core/billing/costestimate.h"
#include "gui/base/listtable.h"
#include "gui/base/theme.h"
#include "wording/figures.h"
#include "wording/tuningtext.h"

#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>

namespace coldframe {

namespace {

enum CellTone { PlainCell, MutedCell, BadCell, BestCell };
constexpr int ToneRole = Qt::UserRole;

QTableWidgetItem *makeCell(const QString &text, const QString &toolTip, CellTone tone,
                           bool isFigure)
{
    auto *item = new QTableWidgetItem(text);
    item->setToolTip(toolTip);
    item->setData(ToneRole, tone);
    item->setTextAlignment(isFigure ? Qt::AlignRight | Qt::AlignVCenter
                                    : Qt::AlignLeft | Qt::AlignVCenter);
    return item;
}

} // namespace

TuningTable::TuningTable(QWidget *parent)
    : QTableWidget(parent)
{
    setObjectName(QStringLiteral("tuningTable"));
    setAccessibleName(tr("Memory sizes"));
    setColumnCount(Remark + 1);
    setHorizontalHeaderLabels({tr("Size"), tr("Predicted"), tr("Measured"), tr("Off by"),
                               tr("On Lambda"), tr("Per million"), QString()});
    const QStringList toolTips{
        tr("Memory size"),
        tr("Computed from the runs without a limit, for this computer's processor"),
        tr("Under Lambda's CPU quota on this computer: mean, and its 95 % interval"),
        tr("How far the measured mean is from the prediction"),
        tr("The prediction with the assumed speed of Lambda's processors; this is what is priced"),
        tr("Cost of a million invocations, requests included"),
        QString()};
    for (int column = 0; column < columnCount(); ++column) {
        horizontalHeaderItem(column)->setToolTip(toolTips[column]);
        horizontalHeaderItem(column)->setTextAlignment(column == Remark
                                                           ? Qt::AlignLeft | Qt::AlignVCenter
                                                           : Qt::AlignRight | Qt::AlignVCenter);
    }
    setEditTriggers(NoEditTriggers);
    styleAsList(*this, 8);
    setHorizontalScrollMode(ScrollPerPixel);
    for (int column = 0; column < columnCount(); ++column)
        horizontalHeader()->setSectionResizeMode(
            column, column == Remark ? QHeaderView::Stretch : QHeaderView::ResizeToContents);
    horizontalHeader()->setMinimumSectionSize(40);
    connect(this, &QTableWidget::itemSelectionChanged, this, &TuningTable::selectedSizeChanged);
    connect(this, &QTableWidget::cellActivated, this,
            [this](int row) { Q_EMIT sizeActivated(row); });
}

void TuningTable::setResult(const TuningPlan &plan, const TuningResult &result)
{
    const int selected = selectedSize();
    const bool isSame = rowCount() == static_cast<int>(result.sizes.size());
    setRowCount(static_cast<int>(result.sizes.size()));
    for (int row = 0; row < rowCount(); ++row)
        fill(row, plan, result);
    setColumnHidden(PerMillion, !plan.prices.has_value());
    applyColours();
    if (isSame && selected >= 0)
        selectSize(selected);
}

void TuningTable::fill(int row, const TuningPlan &plan, const TuningResult &result)
{
    const auto index = static_cast<std::size_t>(row);
    const TunedSize &size = result.sizes[index];
    const bool isBad = size.obstacle != SizeObstacle::None;
    const bool isBest = result.bestFor(plan.strategy) == index;
    const CellTone tone = isBad ? MutedCell : isBest ? BestCell : PlainCell;
    const QString none = QStringLiteral("–");
    const auto put
        = [this, row](Column column, QTableWidgetItem *item) { setItem(row, column, item); };
    put(Size, makeCell(formatMebiBytes(size.memory), {}, isBad ? BadCell : tone, true));
    put(Predicted,
        makeCell(formatDuration(size.predicted),
                 size.isExtrapolated
                     ? tr("More than one vCPU: extrapolated from how many processors the function "
                          "kept busy")
                     : QString(),
                 tone, true));
    if (size.measured) {
        const ConfidenceInterval interval = size.measured->interval.value_or(
            ConfidenceInterval{size.measured->shortest, size.measured->longest});
        put(Measured,
            makeCell(measuredText(*size.measured),
                     tr("%n run(s), the shortest %1, the longest %2; 95 % interval of the mean: %3 "
                        "to %4",
                        nullptr, size.measured->runs)
                         .arg(formatDuration(size.measured->shortest),
                              formatDuration(size.measured->longest), formatDuration(interval.low),
                              formatDuration(interval.high)),
                     tone, true));
        put(OffBy, makeCell(errorPercentText(size.measured->error), {}, tone, true));
    } else {
        put(Measured, makeCell(none, notMeasuredText(size), MutedCell, true));
        put(OffBy, makeCell(none, notMeasuredText(size), MutedCell, true));
    }
    put(OnLambda,
        makeCell(formatDuration(size.onLambda), calibrationText(result.calibration), tone, true));
    put(PerMillion,
        makeCell(formatMoney(size.cost * OneMillion),
                 tr("%1 an invocation, billed %2")
                     .arg(formatExactMoney(size.cost), formatDuration(size.billed)),
                 tone, true));
    put(Remark,
        isBad ? makeCell(sizeObstacleText(plan, result, size), sizeObstacleText(plan, result, size),
                         BadCell, false)
              : makeCell(bestInText(result, index), {}, isBest ? BestCell : PlainCell, false));
}

int TuningTable::selectedSize() const
{
    const QModelIndexList rows = selectionModel()->selectedRows();
    return rows.isEmpty() ? -1 : rows.front().row();
}

void TuningTable::selectSize(int index)
{
    setCurrentCell(index, Size);
    selectRow(index);
}

void TuningTable::applyColours()
{
    const ThemeColours colours = ThemeColours::of(palette());
    for (int row = 0; row < rowCount(); ++row) {
        for (int column = 0; column < columnCount(); ++column) {
            QTableWidgetItem *const cell = item(row, column);
            if (!cell)
                continue;
            const auto tone = static_cast<CellTone>(cell->data(ToneRole).toInt());
            QFont own = font();
            own.setBold(tone == BestCell);
            cell->setFont(own);
            cell->setForeground(tone == MutedCell     ? colours.muted
                                    : tone == BadCell ? colours.error
                                                      : palette().color(QPalette::Text));
        }
    }
}

void TuningTable::copySelection() const
{
    const int row = selectedSize();
    if (row < 0)
        return;
    QStringList texts;
    for (int column = 0; column < columnCount(); ++column) {
        if (!isColumnHidden(column))
            texts.append(item(row, column)->text());
    }
    QGuiApplication::clipboard()->setText(texts.join(u'\t'));
}

void TuningTable::changeEvent(QEvent *event)
{
    QTableWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        applyColours();
}

void TuningTable::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy))
        return copySelection();
    QTableWidget::keyPressEvent(event);
}

} // namespace coldframe

#include "moc_tuningtable.cpp"
