// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/comparison/comparisonpanel.h"

#include "core/comparison/responsejson.h"
#include "gui/base/differenceview.h"
#include "gui/base/elidedlabel.h"
#include "gui/base/emptystate.h"
#include "gui/comparison/comparisontables.h"
#include "gui/comparison/comparisonwaterfall.h"
#include "wording/comparisontext.h"
#include "wording/errortext.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QScrollArea>
#include <QStackedLayout>
#include <QTabWidget>
#include <QTableView>
#include <QToolButton>

namespace coldframe {

namespace {

QToolButton *makeComparisonButton(const char *name, const QString &text, const QString &toolTip)
{
    auto *button = new QToolButton;
    button->setObjectName(QLatin1String(name));
    button->setText(text);
    button->setToolTip(toolTip);
    button->setAccessibleName(text);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::StrongFocus);
    return button;
}

QString textOfLine(const std::vector<LogLine> &log, int index)
{
    QString text = QString::fromUtf8(log[static_cast<std::size_t>(index)].text);
    return text.replace(u'\n', QChar::LineSeparator);
}

SideBySideRow::Kind kindOfRow(AlignedLines::Kind kind)
{
    switch (kind) {
    case AlignedLines::Kind::Same:
        return SideBySideRow::Kind::Same;
    case AlignedLines::Kind::Changed:
        return SideBySideRow::Kind::Changed;
    case AlignedLines::Kind::LeftOnly:
        return SideBySideRow::Kind::Removed;
    case AlignedLines::Kind::RightOnly:
        break;
    }
    return SideBySideRow::Kind::Added;
}

} // namespace

ComparisonPanel::ComparisonPanel(QWidget *parent)
    : QWidget(parent)
    , m_pages(new QStackedLayout(this))
    , m_empty(new EmptyState(Symbol::Compare, QString(), QString()))
    , m_title(new ElidedLabel(Qt::ElideRight))
    , m_swap(makeComparisonButton("swapComparison", tr("Swap"), tr("Exchange the two sides")))
    , m_save(makeComparisonButton("saveComparisonReport", tr("Save Report…"),
                                  tr("Save what is shown as one HTML file")))
    , m_tabs(new QTabWidget)
    , m_sides(new QLabel)
    , m_figures(makeComparisonTable(QStringLiteral("comparedFigures"), tr("Figures")))
    , m_waterfall(new ComparisonWaterfall)
    , m_phases(makeComparisonTable(QStringLiteral("comparedPhases"), tr("Phases")))
    , m_imports(makeComparisonTable(QStringLiteral("comparedImports"), tr("Imports")))
    , m_responseSummary(new QLabel)
    , m_responses(new DifferenceView(DifferenceView::Meaning::BeforeAndAfter))
    , m_logSummary(new QLabel)
    , m_logs(new DifferenceView(DifferenceView::Meaning::BeforeAndAfter))
{
    setObjectName(QStringLiteral("comparisonPanel"));
    m_responses->setObjectName(QStringLiteral("responseDifference"));
    m_logs->setObjectName(QStringLiteral("logDifference"));
    m_sides->setForegroundRole(QPalette::PlaceholderText);
    m_sides->setWordWrap(true);
    m_sides->setContentsMargins(6, 6, 6, 0);
    m_tabs->setObjectName(QStringLiteral("comparisonTabs"));
    m_tabs->setDocumentMode(true);
    m_tabs->addTab(makePage({m_sides, m_figures}), tr("Figures"));
    m_tabs->addTab(makePage({m_waterfall, m_phases, m_imports}), tr("Phases"));
    m_tabs->addTab(makeDifferencePage(m_responseSummary, m_responses,
                                      QStringLiteral("nextResponseDifference")),
                   tr("Response"));
    m_tabs->addTab(makeDifferencePage(m_logSummary, m_logs, QStringLiteral("nextLogDifference")),
                   tr("Log"));

    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeTools());
    column->addWidget(m_tabs, 1);
    m_pages->addWidget(m_empty);
    m_pages->addWidget(content);
    connect(m_swap, &QToolButton::clicked, this, &ComparisonPanel::swapRequested);
    connect(m_save, &QToolButton::clicked, this, &ComparisonPanel::reportRequested);
    clear();
}

QWidget *ComparisonPanel::makeTools()
{
    auto *tools = new QWidget;
    auto *row = new QHBoxLayout(tools);
    row->setContentsMargins(6, 2, 6, 2);
    row->addWidget(m_title, 1);
    row->addWidget(m_swap);
    row->addWidget(m_save);
    return tools;
}

QWidget *ComparisonPanel::makePage(const std::vector<QWidget *> &parts)
{
    auto *page = new QWidget;
    page->setBackgroundRole(QPalette::Base);
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(6, 6, 6, 6);
    column->setSpacing(8);
    for (QWidget *part : parts)
        column->addWidget(part);
    column->addStretch(1);
    auto *scroll = new QScrollArea;
    scroll->setWidget(page);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    return scroll;
}

QWidget *ComparisonPanel::makeDifferencePage(QLabel *summary, DifferenceView *view,
                                             const QString &name)
{
    auto *page = new QWidget;
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *next
        = makeComparisonButton("", tr("Next Difference"), tr("Go to the next place that differs"));
    next->setObjectName(name);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(6, 2, 6, 2);
    row->addWidget(summary, 1);
    row->addWidget(next);
    column->addLayout(row);
    column->addWidget(view, 1);
    connect(next, &QToolButton::clicked, view, &DifferenceView::showNextDifference);
    return page;
}

void ComparisonPanel::showComparison(std::shared_ptr<const Comparison> comparison)
{
    m_comparison = std::move(comparison);
    const NamedRuns &left = m_comparison->left;
    const NamedRuns &right = m_comparison->right;
    m_title->setFullText(tr("%1 compared with %2").arg(right.name, left.name));
    m_sides->setText(comparedRunsText(left.name, left.runs) + u'\n'
                     + comparedRunsText(right.name, right.runs));
    fillFigures(*m_figures, left, right, m_comparison->found, locale());
    fillPhases(*m_phases, left, right, m_comparison->found, locale());
    fillImports(*m_imports, left, right, m_comparison->found, locale());
    m_waterfall->setRuns(left, right);
    showResponses();
    showLogs();
    m_pages->setCurrentIndex(1);
}

void ComparisonPanel::showResponses()
{
    const auto textOf = [](const NamedRuns &side) {
        return QString::fromUtf8(
            writeJson(responseJson(side.runs.representative()), JsonLayout::Indented));
    };
    m_responseSummary->setText(responseDifferenceSummary(m_comparison->found));
    m_responses->setTitles(m_comparison->left.name, m_comparison->right.name);
    m_responses->setTexts(textOf(m_comparison->left), textOf(m_comparison->right));
}

void ComparisonPanel::showLogs()
{
    const std::vector<LogLine> &left = m_comparison->left.runs.representative().log;
    const std::vector<LogLine> &right = m_comparison->right.runs.representative().log;
    std::vector<SideBySideRow> rows;
    for (const AlignedLines &lines : m_comparison->found.log) {
        SideBySideRow row{kindOfRow(lines.kind), std::nullopt, std::nullopt};
        if (lines.left)
            row.left = textOfLine(left, *lines.left);
        if (lines.right)
            row.right = textOfLine(right, *lines.right);
        rows.push_back(std::move(row));
    }
    m_logSummary->setText(logDifferenceSummary(m_comparison->found.log));
    m_logs->setTitles(m_comparison->left.name, m_comparison->right.name);
    m_logs->setRows(std::move(rows));
}

void ComparisonPanel::showWaiting()
{
    m_comparison.reset();
    m_empty->setTitle(tr("Comparing"));
    m_empty->setSentence(tr("The runs are read from the history."));
    m_pages->setCurrentIndex(0);
}

void ComparisonPanel::showError(const Error &error)
{
    m_comparison.reset();
    m_empty->setTitle(tr("Nothing could be compared"));
    m_empty->setSentence(errorText(error));
    m_pages->setCurrentIndex(0);
}

void ComparisonPanel::clear()
{
    m_comparison.reset();
    m_empty->setTitle(tr("Nothing to compare yet"));
    m_empty->setSentence(tr("Choose two runs, or two groups of runs, in the history and then "
                            "Compare: responses, logs, phases and figures stand side by side."));
    m_pages->setCurrentIndex(0);
}

} // namespace coldframe

#include "moc_comparisonpanel.cpp"
