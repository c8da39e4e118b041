// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/probe/probereportview.h"

#include "gui/base/elidedlabel.h"
#include "gui/base/icons.h"
#include "gui/base/noticebar.h"
#include "gui/base/theme.h"
#include "gui/probe/findingsview.h"
#include "gui/probe/runtable.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QSplitter>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace coldframe {

namespace {

/// Below this width and above this height, the values are better off under the findings.
constexpr int NarrowestBeside = 480; // pixels
constexpr int LowestBelow = 320; // pixels

NoticeBar::Tone toneOf(const ProbeReport &report)
{
    if (isUnseen(report))
        return NoticeBar::Tone::Warning;
    switch (report.judgement()) {
    case Judgement::NotTested:
        return NoticeBar::Tone::Warning;
    case Judgement::ResultDepended:
        return NoticeBar::Tone::Error;
    case Judgement::SurvivedWithoutEffect:
        return NoticeBar::Tone::Information;
    case Judgement::NothingSurvived:
        return NoticeBar::Tone::Success;
    }
    return NoticeBar::Tone::Information;
}

} // namespace

ProbeReportView::ProbeReportView(QWidget *parent)
    : QWidget(parent)
    , m_column(new QVBoxLayout(this))
    , m_parts(new QSplitter(Qt::Horizontal))
    , m_findings(new FindingsView)
    , m_detail(makeDetail())
{
    setObjectName(QStringLiteral("probeReport"));
    m_parts->setObjectName(QStringLiteral("probeParts"));
    m_parts->setChildrenCollapsible(false);
    m_parts->setHandleWidth(1);
    m_parts->addWidget(m_findings);
    m_parts->addWidget(m_detail);
    m_parts->setStretchFactor(0, 1);
    m_parts->setStretchFactor(1, 1);
    m_findings->setMinimumWidth(180);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(0);
    m_column->addWidget(m_parts, 1);
    connect(m_findings, &FindingsView::currentEntryChanged, this, &ProbeReportView::showCurrent);
    connect(m_findings, &FindingsView::entryActivated, this, [this](const ProbeEntry &entry) {
        if (!entry.file.isEmpty())
            Q_EMIT fileRequested(entry.file);
    });
    connect(m_openFile, &QToolButton::clicked, this, [this] {
        if (const ProbeEntry *entry = m_findings->currentEntry())
            Q_EMIT fileRequested(entry->file);
    });
    applyColours();
}

QWidget *ProbeReportView::makeDetail()
{
    auto *detail = new QWidget;
    detail->setMinimumWidth(180);
    m_title = new ElidedLabel(Qt::ElideMiddle);
    m_title->setObjectName(QStringLiteral("probeDetailTitle"));
    QFont strong = font();
    strong.setWeight(QFont::DemiBold);
    m_title->setFont(strong);
    m_openFile = new QToolButton;
    m_openFile->setObjectName(QStringLiteral("probeOpenFile"));
    m_openFile->setAutoRaise(true);
    m_openFile->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_note = new QLabel;
    m_note->setObjectName(QStringLiteral("probeDetailNote"));
    m_note->setTextFormat(Qt::PlainText);
    m_note->setWordWrap(true);
    m_note->setContentsMargins(8, 0, 8, 4);
    m_table = new RunTable;

    auto *head = new QHBoxLayout;
    head->setContentsMargins(8, 2, 4, 2);
    head->addWidget(m_title, 1);
    head->addWidget(m_openFile);
    auto *column = new QVBoxLayout(detail);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(head);
    column->addWidget(m_note);
    column->addWidget(m_table, 1);
    return detail;
}

void ProbeReportView::setReport(const ProbeReport &report, ProbeKind kind)
{
    const ProbeSheet sheet = probeSheetOf(report, kind);
    showVerdict(report, sheet);
    m_findings->setSheet(sheet);
    m_detail->setVisible(!sheet.findings.empty() || !sheet.varying.empty());
    arrange();
    showCurrent();
}

void ProbeReportView::showVerdict(const ProbeReport &report, const ProbeSheet &sheet)
{
    delete m_verdict;
    m_verdict = new NoticeBar(toneOf(report), sheet.summary);
    m_verdict->setObjectName(QStringLiteral("probeVerdict"));
    m_verdict->setHeadline(sheet.verdict);
    m_column->insertWidget(0, m_verdict);
}

void ProbeReportView::showCurrent()
{
    const ProbeEntry *entry = m_findings->currentEntry();
    const bool hasTable = entry && !entry->table.rows.empty();
    m_title->setFullText(hasTable ? entry->title : tr("Select a finding to see its values"));
    m_note->setText(hasTable ? entry->note : QString());
    m_note->setVisible(!m_note->text().isEmpty());
    m_openFile->setVisible(hasTable && !entry->file.isEmpty());
    if (m_openFile->isVisibleTo(m_detail)) {
        m_openFile->setText(tr("Open %1").arg(entry->file.section(u'/', -1)));
        m_openFile->setToolTip(tr("Open %1 in the editor").arg(entry->file));
    }
    m_table->setTable(hasTable ? entry->table : ProbeTable());
}

void ProbeReportView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        applyColours();
}

void ProbeReportView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void ProbeReportView::arrange()
{
    const bool isBelow = width() < NarrowestBeside && height() > LowestBelow;
    const Qt::Orientation orientation = isBelow ? Qt::Vertical : Qt::Horizontal;
    if (m_parts->orientation() != orientation)
        m_parts->setOrientation(orientation);
}

void ProbeReportView::applyColours()
{
    QPalette muted;
    muted.setColor(QPalette::WindowText, ThemeColours::of(palette()).muted);
    m_note->setPalette(muted);
    m_openFile->setIcon(themedIcon(Symbol::External, palette()));
}

} // namespace coldframe

#include "moc_probereportview.cpp"
