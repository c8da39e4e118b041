// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/cost/forecastview.h"

#include "gui/base/noticebar.h"
#include "gui/base/theme.h"
#include "gui/cost/forecastform.h"
#include "gui/cost/forecasttree.h"
#include "wording/forecastsheet.h"

#include <QBoxLayout>
#include <QEvent>
#include <QLabel>
#include <QScrollArea>
#include <QScrollBar>

namespace coldframe {

namespace {

constexpr int ForecastFormWidth = 330; // pixels
constexpr int NarrowestBesideForm = 760;

QLabel *makeText(const char *name)
{
    auto *label = new QLabel;
    label->setObjectName(QLatin1String(name));
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setMinimumWidth(160);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    return label;
}

QScrollArea *makeArea(QWidget *content, const char *name)
{
    auto *area = new QScrollArea;
    area->setObjectName(QLatin1String(name));
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setFocusPolicy(Qt::NoFocus);
    area->setWidget(content);
    return area;
}

QStringList explained(const ForecastRow &row)
{
    QStringList lines;
    for (const auto &[architecture, cell] :
         {std::pair(Architecture::X86_64, &row.x86), std::pair(Architecture::Arm64, &row.arm)}) {
        for (const QString &line : cell->formulas)
            lines.append(QStringLiteral("%1 \u00b7 %2").arg(architectureName(architecture), line));
    }
    return lines;
}

void fill(ForecastTree &tree, const std::vector<ForecastRow> &rows)
{
    tree.begin();
    for (const ForecastRow &row : rows)
        tree.addRow(row.key, {row.title, row.x86.text, row.arm.text},
                    {row.title, row.x86.exact, row.arm.exact}, explained(row),
                    row.key == QStringLiteral("total"));
    tree.end();
}

} // namespace

ForecastView::ForecastView(QWidget *parent)
    : QWidget(parent)
    , m_form(new ForecastForm)
    , m_formArea(makeArea(m_form, "forecastFormArea"))
    , m_body(new QBoxLayout(QBoxLayout::LeftToRight))
    , m_notice(new NoticeBar(NoticeBar::Tone::Warning, {}))
{
    setObjectName(QStringLiteral("forecastView"));
    m_notice->setObjectName(QStringLiteral("forecastOldPrices"));
    m_notice->hide();
    m_resultArea = makeArea(makeResults(), "forecastResultArea");
    m_body->setContentsMargins(0, 0, 0, 0);
    m_body->setSpacing(0);
    m_body->addWidget(m_formArea);
    m_body->addWidget(m_resultArea, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_notice);
    layout->addLayout(m_body, 1);
    connect(m_form, &ForecastForm::edited, this, [this] {
        recompute();
        Q_EMIT inputsEdited(m_form->inputs());
    });
    for (ForecastTree *tree : {m_tree, m_thresholds, m_instances})
        connect(tree, &ForecastTree::rowShown, this,
                [this, tree](const QRect &row) { followRow(tree, row); });
    applyColours();
    recompute();
}

QWidget *ForecastView::makeResults()
{
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(10, 8, 10, 8);
    column->setSpacing(6);
    m_traffic = makeText("forecastTraffic");
    QFont bold = m_traffic->font();
    bold.setBold(true);
    m_traffic->setFont(bold);
    const QString x86 = architectureName(Architecture::X86_64);
    const QString arm = architectureName(Architecture::Arm64);
    m_tree = new ForecastTree({tr("A month"), x86, arm});
    m_tree->setObjectName(QStringLiteral("forecastTree"));
    m_tree->setAccessibleName(tr("Costs of a month; Right opens a row to its formulas"));
    m_thresholds = new ForecastTree({tr("Break-even"), x86, arm});
    m_thresholds->setObjectName(QStringLiteral("forecastThresholds"));
    m_thresholds->setAccessibleName(tr("Break-evens; Right opens a row to its formula"));
    m_instancesIntroduction = makeText("forecastInstancesIntroduction");
    m_instances = new ForecastTree({tr("Instance"), tr("A month"), tr("Break-even"),
                                    tr("At this traffic"), tr("Serves the peak")});
    m_instances->setObjectName(QStringLiteral("forecastInstances"));
    m_instances->setAccessibleName(tr("Instances that are always on; Right opens a row"));
    m_remarks = makeText("forecastRemarks");
    m_source = makeText("forecastSource");
    column->addWidget(m_traffic);
    column->addWidget(m_tree);
    column->addWidget(m_thresholds);
    column->addSpacing(4);
    column->addWidget(m_instancesIntroduction);
    column->addWidget(m_instances);
    column->addSpacing(4);
    column->addWidget(m_remarks);
    column->addWidget(m_source);
    column->addStretch(1);
    return content;
}

void ForecastView::setPrices(const ActivePriceBook &book, const QDate &today)
{
    m_book = book;
    m_today = today;
    recompute();
}

void ForecastView::setFunction(const QString &name, const ForecastFunction &function)
{
    m_name = name;
    m_form->setFunction(function);
    recompute();
}

void ForecastView::setRuns(const std::optional<RunFigures> &runs)
{
    if (runs == m_runs)
        return;
    m_runs = runs;
    m_form->setRuns(runs);
    recompute();
}

ForecastInputs ForecastView::inputs() const
{
    return m_form->inputs();
}

void ForecastView::setInputs(const ForecastInputs &inputs)
{
    m_form->setInputs(inputs);
    recompute();
}

void ForecastView::recompute()
{
    if (!m_book) {
        m_traffic->setText(tr("The prices are being read."));
        return;
    }
    const ForecastInputs inputs = m_form->inputs();
    const ForecastPlan plan = planOf(inputs, m_form->function(), m_runs, m_book->book.freeTier());
    const ForecastOrigin origin{m_runs ? m_runs->runs : 0, usesMeasuredDuration(inputs, m_runs),
                                usesMeasuredColdShare(inputs, m_runs)};
    showSheet(forecastSheetOf(compareForecasts(*m_book, plan), *m_book, origin, m_today));
}

void ForecastView::showSheet(const ForecastSheet &sheet)
{
    m_traffic->setText(m_name.isEmpty()
                           ? sheet.traffic
                           : tr("%1: %2", "a function and its traffic").arg(m_name, sheet.traffic));
    fill(*m_tree, sheet.rows);
    fill(*m_thresholds, sheet.thresholds);
    m_thresholds->setVisible(!sheet.thresholds.empty());
    m_instancesIntroduction->setText(sheet.instancesIntroduction);
    m_instances->begin();
    for (const InstanceRow &row : sheet.instances)
        m_instances->addRow(row.name, {row.name, row.month, row.breakEven, row.traffic, row.peak},
                            {row.name}, row.formulas);
    m_instances->end();
    m_instances->setVisible(!sheet.instances.empty());
    QStringList remarks;
    for (const QString &remark : sheet.remarks)
        remarks.append(QStringLiteral("• ") + remark);
    m_remarks->setText(remarks.join(u'\n'));
    m_source->setText(sheet.prices);
    m_notice->setSentence(sheet.old);
    m_notice->setVisible(!sheet.old.isEmpty());
}

void ForecastView::followRow(ForecastTree *tree, const QRect &row)
{
    const QPoint at = tree->mapTo(m_resultArea->widget(), row.center());
    m_resultArea->ensureVisible(m_resultArea->horizontalScrollBar()->value(), at.y(), 0,
                                row.height());
}

void ForecastView::applyColours()
{
    QPalette muted;
    muted.setColor(QPalette::WindowText, ThemeColours::of(palette()).muted);
    for (QLabel *label : {m_instancesIntroduction, m_remarks, m_source})
        label->setPalette(muted);
}

void ForecastView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        applyColours();
}

void ForecastView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const bool isWide = width() >= NarrowestBesideForm;
    m_body->setDirection(isWide ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    m_formArea->setMinimumWidth(isWide ? ForecastFormWidth : 0);
    m_formArea->setMaximumWidth(isWide ? ForecastFormWidth : QWIDGETSIZE_MAX);
    m_formArea->setMaximumHeight(isWide ? QWIDGETSIZE_MAX : height() / 3);
}

} // namespace coldframe

#include "moc_forecastview.cpp"
