// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/cost/runcostview.h"

#include "gui/base/emptystate.h"
#include "gui/base/noticebar.h"
#include "gui/base/theme.h"
#include "gui/cost/costsheet.h"

#include <QEvent>
#include <QFrame>
#include <QGridLayout>
#include <QLabel>
#include <QScrollArea>
#include <QStackedLayout>
#include <QVBoxLayout>

namespace coldframe {

namespace {

enum CostColumn { TitleColumn, CallColumn, MillionColumn, FormulaColumn, CostColumnCount };

constexpr const char *MutedProperty = "coldframeMuted";

QLabel *makeCell(const QString &text, Qt::Alignment alignment, bool bold)
{
    auto *label = new QLabel(text);
    label->setTextFormat(Qt::PlainText);
    label->setAlignment(alignment | Qt::AlignTop);
    if (bold) {
        QFont font = label->font();
        font.setBold(true);
        label->setFont(font);
    }
    return label;
}

QLabel *makeSelectable(const QString &text, const QString &name)
{
    QLabel *label = makeCell(text, Qt::AlignLeft, false);
    label->setObjectName(name);
    label->setWordWrap(true);
    label->setMinimumWidth(160);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    return label;
}

QLabel *makeMuted(QLabel *label)
{
    label->setProperty(MutedProperty, true);
    return label;
}

QFrame *makeLine()
{
    auto *line = new QFrame;
    line->setFrameShape(QFrame::HLine);
    line->setFrameShadow(QFrame::Plain);
    line->setForegroundRole(QPalette::Mid);
    return line;
}

/// A sheet's rows in one grid, so that the columns of all of them agree.
class CostGrid
{
public:
    explicit CostGrid(QGridLayout *layout)
        : m_layout(layout)
    {
        layout->setContentsMargins(0, 0, 0, 0);
        layout->setHorizontalSpacing(20);
        layout->setVerticalSpacing(5);
        layout->setColumnStretch(FormulaColumn, 1);
    }

    void addHeader(const QString &title, const QString &call, const QString &million,
                   const QString &formula)
    {
        put(TitleColumn, makeMuted(makeCell(title, Qt::AlignLeft, false)));
        put(CallColumn, makeMuted(makeCell(call, Qt::AlignRight, false)));
        put(MillionColumn, makeMuted(makeCell(million, Qt::AlignRight, false)));
        put(FormulaColumn, makeMuted(makeCell(formula, Qt::AlignLeft, false)));
        ++m_row;
    }

    void addLine() { m_layout->addWidget(makeLine(), m_row++, 0, 1, CostColumnCount); }

    void addGap(int height) { m_layout->setRowMinimumHeight(m_row++, height); }

    void addRow(const CostRow &row, bool bold)
    {
        const QString name = QStringLiteral("cost.%1.").arg(row.key);
        put(TitleColumn, makeCell(row.title, Qt::AlignLeft, bold));
        putAmount(CallColumn, row.call, row.callExact, bold, name + QStringLiteral("call"));
        putAmount(MillionColumn, row.million, row.millionExact, bold,
                  name + QStringLiteral("million"));
        put(FormulaColumn, makeSelectable(row.formula, name + QStringLiteral("formula")));
        ++m_row;
    }

private:
    void put(int column, QWidget *widget) { m_layout->addWidget(widget, m_row, column); }

    void putAmount(int column, const QString &text, const QString &exact, bool bold,
                   const QString &name)
    {
        QLabel *label = makeCell(text, Qt::AlignRight, bold);
        label->setObjectName(name);
        label->setToolTip(exact);
        label->setAccessibleDescription(exact);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
        put(column, label);
    }

    QGridLayout *m_layout;
    int m_row = 0;
};

} // namespace

RunCostView::RunCostView(QWidget *parent)
    : QWidget(parent)
    , m_old(new NoticeBar(NoticeBar::Tone::Warning, {}))
    , m_pages(new QStackedLayout)
    , m_empty(new EmptyState(Symbol::Cost, {}, {}))
    , m_scroll(new QScrollArea)
{
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_pages->addWidget(m_empty);
    m_pages->addWidget(m_scroll);
    m_old->setObjectName(QStringLiteral("oldPrices"));
    m_old->hide();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_old);
    layout->addLayout(m_pages, 1);
    clear();
}

void RunCostView::clear()
{
    showMissing(tr("No run yet"), tr("Run the function to see what it would cost (Ctrl+Enter)"));
}

void RunCostView::setOldPrices(const QString &sentence)
{
    m_old->setSentence(sentence);
    m_old->setVisible(!sentence.isEmpty());
}

void RunCostView::showMissing(const QString &title, const QString &sentence)
{
    m_empty->setTitle(title);
    m_empty->setSentence(sentence);
    m_pages->setCurrentWidget(m_empty);
}

void RunCostView::showRecord(const InvocationRecord &record, const PriceBook &book)
{
    const FunctionConfig &function = record.function;
    const Result<Prices> prices = book.prices(function.region, function.architecture);
    if (!prices)
        return showMissing(
            tr("No price for %1 on %2")
                .arg(function.region, architectureName(function.architecture)),
            tr("The price book of %1 has prices for these regions:\n%2")
                .arg(book.date().toString(Qt::ISODate), book.regions().join(QStringLiteral(", "))));
    m_scroll->setWidget(makeSheet(costSheetOf(record, *prices, book.date())));
    applyColours();
    m_pages->setCurrentWidget(m_scroll);
}

QWidget *RunCostView::makeSheet(const CostSheet &sheet) const
{
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(12, 8, 12, 8);
    column->setSpacing(8);

    QLabel *summary = makeCell(sheet.summary, Qt::AlignLeft, true);
    summary->setObjectName(QStringLiteral("costSummary"));
    column->addWidget(summary);

    auto *layout = new QGridLayout;
    CostGrid grid(layout);
    grid.addHeader(tr("Item"), tr("This call"), tr("1 million like it"), tr("Formula"));
    grid.addLine();
    for (const CostRow &row : sheet.rows) {
        const bool isTotal = &row == &sheet.rows.back();
        if (isTotal)
            grid.addLine();
        grid.addRow(row, isTotal);
    }
    grid.addGap(6);
    for (const CostRow &row : sheet.scenarios)
        grid.addRow(row, false);
    column->addLayout(layout);
    column->addSpacing(4);

    if (!sheet.remarks.isEmpty())
        column->addWidget(makeSelectable(sheet.remarks, QStringLiteral("costRemarks")));
    column->addWidget(makeMuted(makeSelectable(sheet.priceBook, QStringLiteral("costPriceBook"))));
    column->addStretch(1);
    return content;
}

void RunCostView::applyColours()
{
    QPalette muted;
    muted.setColor(QPalette::WindowText, ThemeColours::of(palette()).muted);
    const QList<QLabel *> labels = findChildren<QLabel *>();
    for (QLabel *label : labels) {
        if (label->property(MutedProperty).toBool())
            label->setPalette(muted);
    }
}

void RunCostView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        applyColours();
}

} // namespace coldframe

#include "moc_runcostview.cpp"
