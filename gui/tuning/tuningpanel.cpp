// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/tuning/tuningpanel.h"

#include "gui/base/emptystate.h"
#include "gui/tuning/reportlinesdialog.h"
#include "gui/tuning/tuningform.h"
#include "gui/tuning/tuningresultview.h"
#include "wording/errortext.h"
#include "wording/figures.h"
#include "wording/tuningtext.h"

#include <QBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QScrollArea>
#include <QStackedWidget>

namespace coldframe {

namespace {

constexpr int TuningMargin = 10; // pixels
constexpr int TuningFormWidth = 290;
constexpr int NarrowestBesideForm = 720;

} // namespace

TuningPanel::TuningPanel(QWidget *parent)
    : QWidget(parent)
    , m_form(new TuningForm)
    , m_empty(new EmptyState(Symbol::Memory, {}, {}))
    , m_progressPage(makeProgress())
    , m_result(new TuningResultView)
    , m_pages(new QStackedWidget)
    , m_body(nullptr)
{
    setObjectName(QStringLiteral("tuningPanel"));
    m_empty->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Minimum);
    m_pages->setObjectName(QStringLiteral("tuningPages"));
    m_pages->addWidget(m_empty);
    m_pages->addWidget(m_progressPage);
    m_pages->addWidget(m_result);
    auto *content = new QWidget;
    m_body = new QBoxLayout(QBoxLayout::LeftToRight, content);
    m_body->setContentsMargins(TuningMargin, 6, TuningMargin, 6);
    m_body->setSpacing(16);
    m_body->addWidget(m_form);
    m_body->addWidget(m_pages, 1);
    auto *scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(content);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(scroll);

    connect(m_form, &TuningForm::startRequested, this, &TuningPanel::startRequested);
    connect(m_form, &TuningForm::stopRequested, this, &TuningPanel::stopRequested);
    connect(m_form, &TuningForm::importRequested, this, &TuningPanel::askForReports);
    connect(m_empty, &EmptyState::actionRequested, this, &TuningPanel::startRequested);
    connect(m_result, &TuningResultView::applyRequested, this, &TuningPanel::applyRequested);
    connect(m_result, &TuningResultView::saveRequested, this, &TuningPanel::saveRequested);
    showEmpty(Symbol::Memory, tr("Which memory size is the best?"),
              tr("Lambda gives CPU time in proportion to memory, so more memory can be faster and "
                 "even cheaper. A tuning runs the event here, predicts duration and cost at each "
                 "size, and measures some of them under Lambda's CPU quota. Nothing is sent."));
    setFunction({}, {});
}

QWidget *TuningPanel::makeProgress()
{
    m_progressTitle = new QLabel;
    m_progressTitle->setObjectName(QStringLiteral("tuningProgressTitle"));
    m_progressTitle->setAlignment(Qt::AlignCenter);
    m_progressTitle->setWordWrap(true);
    QFont strong = font();
    strong.setWeight(QFont::DemiBold);
    m_progressTitle->setFont(strong);
    m_progress = new QProgressBar;
    m_progress->setObjectName(QStringLiteral("tuningProgress"));
    m_progress->setTextVisible(false);
    m_progress->setFixedSize(220, 6);
    m_progress->setAccessibleName(tr("Runs that are done"));
    m_progressText = new QLabel;
    m_progressText->setObjectName(QStringLiteral("tuningProgressText"));
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

void TuningPanel::setFunction(const QString &name, const QString &eventName)
{
    m_function = name;
    m_form->setFunctionText(name.isEmpty()            ? tr("No function is chosen.")
                                : eventName.isEmpty() ? name
                                                      : tr("%1 with %2").arg(name, eventName));
    m_form->setState(!name.isEmpty(), m_isRunning);
    m_empty->setActionText(name.isEmpty() || m_isRunning ? QString() : tr("Start Tuning"));
}

void TuningPanel::begin(const QString &function)
{
    m_isRunning = true;
    m_progressTitle->setText(tr("Tuning %1").arg(function));
    m_progressText->clear();
    m_progress->setRange(0, 0);
    m_pages->setCurrentWidget(m_progressPage);
    m_form->setState(!m_function.isEmpty(), true);
}

void TuningPanel::showProgress(const TuningProgress &progress)
{
    m_progress->setRange(0, progress.total);
    m_progress->setValue(progress.done);
    const QString run = tr("Run %1 of %2").arg(progress.done + 1).arg(progress.total);
    m_progressText->setText(
        progress.stage == TuningProgress::Stage::Baseline
            ? tr("%1, without a limit").arg(run)
            : tr("%1, under the quota of %2").arg(run, formatMebiBytes(progress.memory)));
}

void TuningPanel::showComputing()
{
    m_progress->setRange(0, 0);
    m_progressText->setText(tr("Computing"));
}

void TuningPanel::showResult(const TuningPlan &plan, const TuningMeasurements &measurements,
                             const TuningResult &result)
{
    m_result->setResult(plan, measurements, result);
    m_pages->setCurrentWidget(m_result);
    end();
}

void TuningPanel::showFailure(const TuningMeasurements &measurements)
{
    showEmpty(Symbol::Error, tr("The function failed"), tuningFailure(measurements));
    end();
}

void TuningPanel::showError(const Error &error)
{
    if (error.code == Error::Code::Cancelled)
        showEmpty(Symbol::Stop, tr("The tuning was stopped"),
                  tr("There is nothing to tell without all of its runs."));
    else
        showEmpty(Symbol::Error, tr("The tuning could not run"), errorText(error));
    end();
}

void TuningPanel::end()
{
    m_isRunning = false;
    m_form->setState(!m_function.isEmpty(), false);
    m_empty->setActionText(m_function.isEmpty() ? QString() : tr("Start Tuning"));
}

void TuningPanel::showEmpty(Symbol symbol, const QString &title, const QString &sentence)
{
    m_empty->setSymbol(symbol);
    m_empty->setTitle(title);
    m_empty->setSentence(sentence);
    m_pages->setCurrentWidget(m_empty);
}

void TuningPanel::askForReports()
{
    if (m_reports)
        return m_reports->raise();
    m_reports = new ReportLinesDialog(this);
    m_reports->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_reports, &ReportLinesDialog::linesGiven, this, &TuningPanel::reportsGiven);
    connect(m_reports, &ReportLinesDialog::fileChosen, this, &TuningPanel::reportsFileChosen);
    m_reports->open();
}

void TuningPanel::endReports()
{
    if (m_reports)
        m_reports->accept();
}

void TuningPanel::showReportsError(const Error &error)
{
    if (!m_reports)
        return;
    m_reports->showError(reportLinesErrorText(error));
}

void TuningPanel::setReportsText(const QByteArray &text)
{
    if (m_reports)
        m_reports->setText(text);
}

void TuningPanel::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const bool isWide = width() >= NarrowestBesideForm;
    m_body->setDirection(isWide ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    m_form->setMinimumWidth(isWide ? TuningFormWidth : 0);
    m_form->setMaximumWidth(isWide ? TuningFormWidth : QWIDGETSIZE_MAX);
}

} // namespace coldframe

#include "moc_tuningpanel.cpp"
