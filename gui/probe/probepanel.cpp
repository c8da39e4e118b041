// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/probe/probepanel.h"

#include "gui/base/elidedlabel.h"
#include "gui/base/emptystate.h"
#include "gui/probe/probereportview.h"
#include "wording/errortext.h"

#include <QClipboard>
#include <QComboBox>
#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QScrollArea>
#include <QSpinBox>
#include <QStackedWidget>
#include <QToolButton>

namespace coldframe {

namespace {

constexpr int FewestRuns = 2;
constexpr int MostRuns = 20; ///< more belong on the command line, which has no limit of patience
constexpr int DefaultRuns = 3;
constexpr int DeliveriesOfADuplicate = 2;
constexpr int NarrowestWithPlan = 720; // pixels

QToolButton *makeProbeButton(const char *name, const QString &text)
{
    auto *button = new QToolButton;
    button->setObjectName(QLatin1String(name));
    button->setText(text);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::StrongFocus); // a tool button does not take the Tab key by itself
    return button;
}

} // namespace

ProbePanel::ProbePanel(QWidget *parent)
    : QWidget(parent)
    , m_kind(new QComboBox)
    , m_timesLabel(new QLabel(tr("Runs eac&h:")))
    , m_times(new QSpinBox)
    , m_start(makeProbeButton("startProbe", tr("Start")))
    , m_stop(makeProbeButton("stopProbe", tr("Stop")))
    , m_plan(new ElidedLabel(Qt::ElideRight))
    , m_copy(makeProbeButton("copyProbeReport", tr("Copy Report")))
    , m_pages(new QStackedWidget)
    , m_empty(new EmptyState(Symbol::Compare, {}, {}))
    , m_emptyPage(new QScrollArea)
    , m_progressPage(makeProgress())
    , m_report(new ProbeReportView)
{
    setObjectName(QStringLiteral("probePanel"));
    m_emptyPage->setWidget(m_empty);
    m_emptyPage->setWidgetResizable(true);
    m_emptyPage->setFrameShape(QFrame::NoFrame);
    m_emptyPage->setFocusPolicy(Qt::NoFocus); // what can be pressed in it has the Tab key
    m_pages->addWidget(m_emptyPage);
    m_pages->addWidget(m_progressPage);
    m_pages->addWidget(m_report);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeTools());
    column->addWidget(m_pages, 1);

    connect(m_kind, &QComboBox::currentIndexChanged, this, &ProbePanel::showPlan);
    connect(m_times, &QSpinBox::valueChanged, this, &ProbePanel::showPlan);
    connect(m_start, &QToolButton::clicked, this, &ProbePanel::startRequested);
    connect(m_stop, &QToolButton::clicked, this, &ProbePanel::stopRequested);
    connect(m_empty, &EmptyState::actionRequested, this, &ProbePanel::startRequested);
    connect(m_copy, &QToolButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(m_reportText); });
    connect(m_report, &ProbeReportView::fileRequested, this, [this](const QString &file) {
        Q_EMIT fileRequested(m_subject.codeDirectory + u'/' + file);
    });
    showIntroduction();
    showPlan();
    updateTools();
    applyColours();
}

QWidget *ProbePanel::makeTools()
{
    m_kind->setObjectName(QStringLiteral("probeKind"));
    m_kind->setAccessibleName(tr("Probe"));
    m_kind->addItem(tr("Statelessness"), static_cast<int>(ProbeKind::Statelessness));
    m_kind->addItem(tr("Duplicate delivery"), static_cast<int>(ProbeKind::Duplicate));
    m_kind->setItemData(0,
                        tr("Whether results depend on earlier invocations in the same "
                           "environment"),
                        Qt::ToolTipRole);
    m_kind->setItemData(1,
                        tr("What happens when Lambda delivers an event twice, as it may do with "
                           "any"),
                        Qt::ToolTipRole);
    m_times->setObjectName(QStringLiteral("probeTimes"));
    m_times->setRange(FewestRuns, MostRuns);
    m_times->setCorrectionMode(QSpinBox::CorrectToNearestValue);
    m_times->setValue(DefaultRuns);
    m_times->setToolTip(tr("Warm runs, and as many cold ones"));
    m_timesLabel->setBuddy(m_times);
    m_start->setToolTip(tr("Probe the function with the event (F9)"));
    m_stop->setToolTip(tr("Stop the probe (Shift+F9)"));
    m_copy->setToolTip(tr("Copy the report as text"));
    m_plan->setObjectName(QStringLiteral("probePlan"));
    m_plan->setForegroundRole(QPalette::PlaceholderText);

    auto *tools = new QWidget;
    auto *row = new QHBoxLayout(tools);
    row->setContentsMargins(8, 4, 6, 4);
    row->setSpacing(6);
    row->addWidget(m_kind);
    row->addWidget(m_timesLabel);
    row->addWidget(m_times);
    row->addWidget(m_start);
    row->addWidget(m_stop);
    row->addSpacing(6);
    row->addWidget(m_plan, 100);
    row->addStretch(1); // instead of the plan where there is no room for it
    row->addWidget(m_copy);
    return tools;
}

QWidget *ProbePanel::makeProgress()
{
    m_progressTitle = new QLabel;
    m_progressTitle->setObjectName(QStringLiteral("probeProgressTitle"));
    m_progressTitle->setAlignment(Qt::AlignCenter);
    m_progressTitle->setWordWrap(true);
    QFont strong = font();
    strong.setWeight(QFont::DemiBold);
    m_progressTitle->setFont(strong);
    m_progress = new QProgressBar;
    m_progress->setObjectName(QStringLiteral("probeProgress"));
    m_progress->setTextVisible(false);
    m_progress->setFixedSize(220, 6);
    m_progress->setAccessibleName(tr("Runs that are done"));
    m_progressText = new QLabel;
    m_progressText->setObjectName(QStringLiteral("probeProgressText"));
    m_progressText->setAlignment(Qt::AlignCenter);
    m_progressText->setForegroundRole(QPalette::PlaceholderText);

    auto *page = new QWidget;
    auto *column = new QVBoxLayout(page);
    column->addStretch(2);
    column->addWidget(m_progressTitle);
    column->addSpacing(4);
    column->addWidget(m_progress, 0, Qt::AlignHCenter);
    column->addWidget(m_progressText);
    column->addStretch(3);
    return page;
}

ProbeKind ProbePanel::kind() const
{
    return static_cast<ProbeKind>(m_kind->currentData().toInt());
}

int ProbePanel::times() const
{
    return m_times->value();
}

void ProbePanel::setReady(bool ready)
{
    m_ready = ready;
    updateTools();
}

void ProbePanel::begin(const ProbeSubject &subject)
{
    m_subject = subject;
    const bool isDuplicate = kind() == ProbeKind::Duplicate;
    m_running = {kind(), isDuplicate ? DeliveriesOfADuplicate : times()};
    m_reportText.clear();
    m_isRunning = true;
    m_progressTitle->setText(subject.event.isEmpty()
                                 ? tr("Probing %1").arg(subject.function)
                                 : tr("Probing %1 with %2").arg(subject.function, subject.event));
    m_pages->setCurrentWidget(m_progressPage);
    showProgress(0, isDuplicate ? DeliveriesOfADuplicate + 1 : 2 * times());
    updateTools();
}

void ProbePanel::showProgress(int done, int total)
{
    m_progress->setRange(0, total);
    m_progress->setValue(done);
    const int warm = m_running.warmRuns;
    if (done >= total)
        m_progressText->setText(tr("Comparing"));
    else if (done < warm)
        m_progressText->setText(tr("Warm run %1 of %2").arg(done + 1).arg(warm));
    else
        m_progressText->setText(tr("Cold run %1 of %2").arg(done - warm + 1).arg(total - warm));
}

void ProbePanel::showReport(const ProbeReport &report)
{
    m_reportText = probeReportText(report, m_running.kind);
    m_report->setReport(report, m_running.kind);
    m_pages->setCurrentWidget(m_report);
    end();
}

void ProbePanel::showError(const Error &error)
{
    if (error.code == Error::Code::Cancelled)
        showEmpty(Symbol::Stop, tr("The probe was stopped"),
                  tr("There is nothing to tell without all of its runs."));
    else
        showEmpty(Symbol::Error, tr("The probe could not run"), errorText(error));
    end();
}

void ProbePanel::end()
{
    m_isRunning = false;
    updateTools();
}

void ProbePanel::showIntroduction()
{
    showEmpty(
        Symbol::Compare, tr("What does one event leave to the next?"),
        tr("A probe runs the event several times in one environment and as often in new ones, then "
           "compares responses, variables and /tmp. Lambda reuses environments as it likes, so no "
           "result should depend on what earlier events left behind."));
}

void ProbePanel::showEmpty(Symbol symbol, const QString &title, const QString &sentence)
{
    m_empty->setSymbol(symbol);
    m_empty->setTitle(title);
    m_empty->setSentence(sentence);
    m_pages->setCurrentWidget(m_emptyPage);
}

void ProbePanel::showPlan()
{
    const bool isDuplicate = kind() == ProbeKind::Duplicate;
    m_timesLabel->setEnabled(!isDuplicate);
    m_times->setEnabled(!isDuplicate);
    m_plan->setFullText(isDuplicate
                            ? tr("One event twice with the same request ID, then once in a new "
                                 "environment")
                            : tr("%1 in one environment, then %1 in new ones").arg(times()));
    updateTools();
}

void ProbePanel::updateTools()
{
    m_start->setEnabled(m_ready && !m_isRunning);
    m_stop->setEnabled(m_isRunning);
    m_copy->setEnabled(!m_reportText.isEmpty());
    m_empty->setActionText(m_ready ? tr("Start Probe") : QString());
}

void ProbePanel::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        applyColours();
}

void ProbePanel::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_plan->setVisible(width() >= NarrowestWithPlan);
}

void ProbePanel::applyColours()
{
    m_start->setIcon(themedIcon(Symbol::Run, palette()));
    m_stop->setIcon(themedIcon(Symbol::Stop, palette()));
    m_copy->setIcon(themedIcon(Symbol::Copy, palette()));
}

} // namespace coldframe

#include "moc_probepanel.cpp"
