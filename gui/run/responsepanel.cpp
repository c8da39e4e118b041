// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/run/responsepanel.h"

#include "gui/base/emptystate.h"
#include "gui/run/recordview.h"
#include "gui/run/runningview.h"
#include "wording/errortext.h"

#include <QStackedWidget>
#include <QVBoxLayout>

namespace coldframe {

ResponsePanel::ResponsePanel(const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_empty(new EmptyState(Symbol::Response, tr("No response yet"),
                             tr("Press Run (Ctrl+Enter) to send the event to the function.")))
    , m_running(new RunningView(clock))
    , m_error(new EmptyState(Symbol::Warning, tr("The function was not run"), {}))
    , m_record(new RecordView)
    , m_pages(new QStackedWidget)
{
    setObjectName(QStringLiteral("responsePanel"));
    m_empty->setObjectName(QStringLiteral("responseEmpty"));
    m_empty->setActionText(tr("Run"));
    m_error->setObjectName(QStringLiteral("responseError"));
    m_error->setActionText(tr("Run Again"));
    m_pages->addWidget(m_empty);
    m_pages->addWidget(m_running);
    m_pages->addWidget(m_error);
    m_pages->addWidget(m_record);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_pages);

    connect(m_empty, &EmptyState::actionRequested, this, &ResponsePanel::runRequested);
    connect(m_error, &EmptyState::actionRequested, this, &ResponsePanel::runRequested);
    connect(m_running, &RunningView::stopRequested, this, &ResponsePanel::stopRequested);
    connect(m_record, &RecordView::fileRequested, this, &ResponsePanel::fileRequested);
}

void ResponsePanel::showEmpty()
{
    endRunning();
    m_pages->setCurrentWidget(m_empty);
}

void ResponsePanel::begin(const InvocationRequest &request)
{
    m_runningId = request.requestId;
    m_running->begin(request.function.name, request.function.timeout);
    m_pages->setCurrentWidget(m_running);
}

void ResponsePanel::appendResponse(const QString &requestId, const QByteArray &piece)
{
    if (requestId == m_runningId)
        m_running->appendResponse(piece);
}

void ResponsePanel::showRunning()
{
    if (!m_runningId.isEmpty())
        m_pages->setCurrentWidget(m_running);
}

void ResponsePanel::setRecord(const InvocationRecord &record, const std::optional<Money> &cost)
{
    if (record.requestId == m_runningId)
        endRunning();
    m_record->setRecord(record, cost);
    m_pages->setCurrentWidget(m_record);
}

void ResponsePanel::showError(const Error &error)
{
    endRunning();
    m_error->setSentence(errorText(error));
    m_pages->setCurrentWidget(m_error);
}

void ResponsePanel::endRunning()
{
    m_runningId.clear();
    m_running->end();
}

} // namespace coldframe

#include "moc_responsepanel.cpp"
