// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/app/queuecontroller.h"

#include "core/invoker/invoker.h"
#include "core/project/owndirectory.h"
#include "gui/queue/queuepanel.h"

#include <QFileInfo>

namespace coldframe {

using namespace std::chrono_literals;

QueueController::QueueController(Invoker &invoker, EventQueue::FunctionSource functions,
                                 const Clock &clock, QueuePanel &panel, QObject *parent)
    : QObject(parent)
    , m_invoker(invoker)
    , m_functions(std::move(functions))
    , m_clock(clock)
    , m_panel(panel)
{
    m_collect.setSingleShot(true);
    m_collect.setInterval(30ms);
    connect(&m_collect, &QTimer::timeout, this, &QueueController::tell);
    m_second.setInterval(1s);
    connect(&m_second, &QTimer::timeout, this,
            [this] { m_panel.setTime(m_queue->clock().wallNow(), m_queue->skipped()); });
    connect(&m_panel, &QueuePanel::skipRequested, this, [this] { m_queue->skipToNextAttempt(); });
    connect(&m_panel, &QueuePanel::fastForwardToggled, this, [this](bool on) {
        m_fastForward = on;
        m_queue->setFastForward(on);
    });
    connect(&m_panel, &QueuePanel::deliverAgainRequested, this, [this](const QString &requestId) {
        if (const Result<void> again = m_queue->deliverAgain(requestId); !again)
            Q_EMIT failed(again.error());
    });
    connect(&m_panel, &QueuePanel::configEdited, this,
            [this](const QString &name, const EventInvokeConfig &config) {
                m_queue->setConfig(name, config);
                showFunction();
                Q_EMIT configEdited(name, config);
            });
    makeQueue();
}

QueueController::~QueueController() = default;

QString QueueController::file() const
{
    return ownDirectoryOf(m_directory) + QStringLiteral("/events.sqlite");
}

void QueueController::setWorkspace(const QString &directory)
{
    if (directory == m_directory)
        return;
    m_directory = directory;
    makeQueue();
    if (QFileInfo::exists(file()))
        openFile();
    showFunction();
}

void QueueController::makeQueue()
{
    m_collect.stop();
    if (!m_runs.empty())
        Q_EMIT ran(std::exchange(m_runs, {}));
    m_eventNames.clear();
    m_wasOpened = false;
    m_queue.reset(); // first: its file may be the one that is opened next
    m_queue = std::make_unique<EventQueue>(m_invoker, m_functions, m_clock);
    m_queue->setConcurrency(m_concurrency);
    m_queue->setFastForward(m_fastForward);
    connect(m_queue.get(), &EventQueue::changed, this, &QueueController::refresh);
    connect(m_queue.get(), &EventQueue::attempted, this, &QueueController::onAttempted);
    connect(m_queue.get(), &EventQueue::dealtWith, this,
            [this](const QueuedEvent &event) { m_eventNames.remove(event.requestId); });
    connect(m_queue.get(), &EventQueue::skippedBy, &m_invoker, &Invoker::skip);
    connect(m_queue.get(), &EventQueue::skippedBy, this, &QueueController::refresh);
    connect(m_queue.get(), &EventQueue::notWritten, this, &QueueController::notKept);
    m_panel.begin(m_directory.isEmpty() ? QString() : file());
    tell();
}

void QueueController::openFile()
{
    m_wasOpened = true;
    const Result<QString> folder = provideOwnDirectory(m_directory);
    const Result<void> opened
        = folder ? m_queue->open(file()) : Result<void>(tl::make_unexpected(folder.error()));
    if (opened)
        return;
    m_panel.begin({});
    Q_EMIT notKept(opened.error());
}

void QueueController::setFunction(const QString &name, const QStringList &all)
{
    m_functionName = name;
    m_panel.setFunctionNames(all);
    showFunction();
}

Result<QString> QueueController::accept(const InvocationRequest &request, const QString &eventName)
{
    if (!m_wasOpened && !m_directory.isEmpty())
        openFile();
    Result<QString> requestId = m_queue->accept(request);
    if (requestId && !eventName.isEmpty())
        m_eventNames.insert(*requestId, eventName);
    return requestId;
}

void QueueController::select(const QString &requestId)
{
    tell(); // it may have been accepted just now
    m_panel.select(requestId);
}

void QueueController::setDestinations(const QString &functionName, const EventInvokeConfig &config)
{
    EventInvokeConfig whole = config;
    whole.deadLetterQueue = m_queue->config(functionName).deadLetterQueue;
    m_queue->setConfig(functionName, whole);
    showFunction();
}

EventInvokeConfig QueueController::config(const QString &functionName) const
{
    return m_queue->config(functionName);
}

void QueueController::setConcurrency(const ConcurrencySettings &settings)
{
    m_concurrency = settings;
    m_queue->setConcurrency(settings);
}

void QueueController::onAttempted(const QueuedEvent &event, const EventAttempt &attempt)
{
    m_panel.addAttempt(event.requestId, queueAttempt(attempt, m_queue->clock().wallNow()));
    if (attempt.record)
        m_runs.push_back({*attempt.record, attempt.number, attempt.isDuplicate,
                          m_eventNames.value(event.requestId)});
    refresh();
}

void QueueController::refresh()
{
    if (!m_collect.isActive())
        m_collect.start();
}

void QueueController::tell()
{
    m_panel.setEvents(m_queue->events());
    m_panel.setTime(m_queue->clock().wallNow(), m_queue->skipped());
    if (m_queue->isIdle())
        m_second.stop();
    else
        m_second.start();
    if (!m_runs.empty())
        Q_EMIT ran(std::exchange(m_runs, {}));
}

void QueueController::showFunction()
{
    m_panel.setFunction(m_functionName, m_queue->config(m_functionName));
}

} // namespace coldframe

#include "moc_queuecontroller.cpp"
