// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/tuning/tuningresultview.h"

#include "core/tuning/tuningexport.h"
#include "gui/base/icons.h"
#include "gui/base/theme.h"
#include "gui/tuning/tuningchart.h"
#include "gui/tuning/tuningtable.h"
#include "wording/figures.h"
#include "wording/tuningtext.h"

#include <QClipboard>
#include <QEvent>
#include <QFileDialog>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>

namespace coldframe {

namespace {

constexpr int NarrowestSideBySide = 760; // pixels
constexpr int TableRowsShown = 8;

} // namespace

TuningResultView::TuningResultView(QWidget *parent)
    : QWidget(parent)
    , m_verdict(new QLabel)
    , m_summary(new QLabel)
    , m_apply(new QPushButton)
    , m_export(new QToolButton)
    , m_chart(new TuningChart)
    , m_table(new TuningTable)
    , m_caption(new QLabel)
    , m_body(new QBoxLayout(QBoxLayout::LeftToRight))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    column->addWidget(makeHead());
    m_caption->setObjectName(QStringLiteral("tuningCaption"));
    m_caption->setTextFormat(Qt::PlainText);
    m_caption->setWordWrap(true);
    m_caption->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_caption->setForegroundRole(QPalette::PlaceholderText);
    m_body->setSpacing(12);
    m_body->addWidget(m_chart, 5);
    m_body->addWidget(m_table, 6, Qt::AlignTop);
    column->addLayout(m_body, 1);
    column->addWidget(m_caption);

    connect(m_table, &TuningTable::selectedSizeChanged, this, &TuningResultView::updateApply);
    connect(m_table, &TuningTable::sizeActivated, this,
            [this] { Q_EMIT applyRequested(sizeToApply()); });
    connect(m_apply, &QPushButton::clicked, this, [this] { Q_EMIT applyRequested(sizeToApply()); });
    applyColours();
}

QWidget *TuningResultView::makeHead()
{
    m_verdict->setObjectName(QStringLiteral("tuningVerdict"));
    m_verdict->setTextFormat(Qt::PlainText);
    m_verdict->setWordWrap(true);
    QFont strong = font();
    strong.setWeight(QFont::DemiBold);
    m_verdict->setFont(strong);
    m_summary->setObjectName(QStringLiteral("tuningSummary"));
    m_summary->setTextFormat(Qt::PlainText);
    m_summary->setWordWrap(true);
    m_apply->setObjectName(QStringLiteral("applyMemory"));
    m_export->setObjectName(QStringLiteral("exportTuning"));
    m_export->setText(tr("Export"));
    m_export->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_export->setPopupMode(QToolButton::InstantPopup);
    m_export->setFocusPolicy(Qt::StrongFocus);
    auto *menu = new QMenu(m_export);
    menu->setToolTipsVisible(true);
    const auto add
        = [this, menu](const char *name, const QString &text, const QString &toolTip, auto slot) {
              QAction *action = menu->addAction(text);
              action->setObjectName(QLatin1String(name));
              action->setToolTip(toolTip);
              connect(action, &QAction::triggered, this, slot);
          };
    const auto copy = [](const QString &text) { QGuiApplication::clipboard()->setText(text); };
    add("copyTuningReport", tr("Copy Report"), tr("The table and how it came about, as text"),
        [this, copy] { copy(m_report); });
    add("copyTuningLink", tr("Copy Link to the Viewer of AWS Lambda Power Tuning"),
        tr("All figures are behind the # of the link, which browsers keep to themselves. Opening "
           "it loads a page from the internet."),
        [this, copy] { copy(visualiserUrl(m_result)); });
    add("saveTuning", tr("Save JSON…"), tr("In the form of AWS Lambda Power Tuning's output"),
        [this] { chooseFile(); });
    m_export->setMenu(menu);

    auto *head = new QWidget;
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    auto *texts = new QVBoxLayout;
    texts->setSpacing(2);
    texts->addWidget(m_verdict);
    texts->addWidget(m_summary);
    row->addLayout(texts, 1);
    row->addWidget(m_apply, 0, Qt::AlignTop);
    row->addWidget(m_export, 0, Qt::AlignTop);
    return head;
}

void TuningResultView::setResult(const TuningPlan &plan, const TuningMeasurements &measurements,
                                 const TuningResult &result)
{
    m_plan = plan;
    m_result = result;
    m_report = tuningReportText(plan, measurements, result);
    m_verdict->setText(tuningVerdict(plan, result));
    m_summary->setText(tuningSummary(result));
    m_caption->setText(tuningCaption(plan, measurements, result).join(u'\n'));
    m_chart->setResult(plan, result);
    m_table->setResult(plan, result);
    const int rows = std::min(m_table->rowCount(), TableRowsShown);
    m_table->setFixedHeight(m_table->horizontalHeader()->sizeHint().height()
                            + rows * m_table->verticalHeader()->defaultSectionSize() + 4);
    if (const auto best = result.bestFor(plan.strategy))
        m_table->selectSize(static_cast<int>(*best));
    updateApply();
}

MebiBytes TuningResultView::sizeToApply() const
{
    const int index = m_table->selectedSize();
    return index < 0 ? MebiBytes{} : m_result.sizes[static_cast<std::size_t>(index)].memory;
}

void TuningResultView::updateApply()
{
    const MebiBytes size = sizeToApply();
    m_apply->setEnabled(size > MebiBytes{});
    m_apply->setText(size > MebiBytes{} ? tr("Apply %1").arg(formatMebiBytes(size)) : tr("Apply"));
    m_apply->setToolTip(tr("Give the function this memory size, as in the field above the editor; "
                           "template.yaml stays as it is"));
}

void TuningResultView::chooseFile()
{
    auto *dialog = new QFileDialog(this, tr("Save Tuning"), QString(),
                                   tr("JSON of AWS Lambda Power Tuning (*.json);;"
                                      "Web pages (*.html)"));
    connect(dialog, &QFileDialog::filterSelected, dialog, [dialog](const QString &filter) {
        const bool isPage = filter.contains(QLatin1String("*.html"));
        dialog->setDefaultSuffix(isPage ? QStringLiteral("html") : QStringLiteral("json"));
    });
    dialog->setObjectName(QStringLiteral("saveTuningDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("json"));
    dialog->selectFile(m_plan.request.function.name + QStringLiteral("-tuning.json"));
    connect(dialog, &QFileDialog::fileSelected, this, &TuningResultView::saveRequested);
    dialog->open();
}

void TuningResultView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        applyColours();
}

void TuningResultView::applyColours()
{
    m_export->setIcon(themedIcon(Symbol::Export, palette()));
    m_apply->setIcon(themedIcon(Symbol::Check, palette()));
}

void TuningResultView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_body->setDirection(width() >= NarrowestSideBySide ? QBoxLayout::LeftToRight
                                                        : QBoxLayout::TopToBottom);
}

} // namespace coldframe

#include "moc_tuningresultview.cpp"
