// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/events/eventinspection.h"

#include "core/base/async.h"

#include <nlohmann/json.hpp>

#include <QPromise>
#include <QThreadPool>

namespace coldframe {

namespace {

Result<std::vector<EventProblem>> problemsOf(const QByteArray &text,
                                             const TemplateCatalogue &catalogue)
{
    const auto event = parseJson(text);
    if (!event)
        return tl::make_unexpected(event.error());
    return lintEvent(*event, text, catalogue);
}

/// The answer of a function that runs in a thread of the pool.
template <typename Work>
QFuture<std::invoke_result_t<Work>> inPool(Work work)
{
    auto promise = std::make_shared<QPromise<std::invoke_result_t<Work>>>();
    promise->start();
    QThreadPool::globalInstance()->start([promise, work = std::move(work)] {
        promise->addResult(work());
        promise->finish();
    });
    return promise->future();
}

} // namespace

void EventInspection::setCatalogue(const TemplateCatalogue *catalogue)
{
    cancel();
    m_catalogue = catalogue ? std::make_shared<const TemplateCatalogue>(*catalogue) : nullptr;
}

void EventInspection::inspect(const QByteArray &text)
{
    cancel();
    if (!m_catalogue)
        return;
    const auto tell = [this, text](const Result<std::vector<EventProblem>> &problems) {
        if (problems)
            Q_EMIT inspected(text, *problems);
    };
    if (text.size() <= LargestImmediateText)
        return tell(problemsOf(text, *m_catalogue));
    const auto catalogue = m_catalogue;
    whenDone(inPool([text, catalogue] { return problemsOf(text, *catalogue); }), this,
             [this, tell, turn = m_turn](const auto &problems) {
                 if (turn == m_turn)
                     tell(problems);
             });
}

void EventInspection::mendAll(const QByteArray &text)
{
    cancel();
    if (!m_catalogue)
        return;
    const auto tell = [this, text](const Result<FixedEventText> &fixed) {
        if (fixed)
            Q_EMIT mended(text, fixed->text);
    };
    if (text.size() <= LargestImmediateText)
        return tell(fixEventText(text, *m_catalogue));
    const auto catalogue = m_catalogue;
    whenDone(inPool([text, catalogue] { return fixEventText(text, *catalogue); }), this,
             [this, tell, turn = m_turn](const auto &fixed) {
                 if (turn == m_turn)
                     tell(fixed);
             });
}

void EventInspection::cancel()
{
    ++m_turn;
}

} // namespace coldframe

#include "moc_eventinspection.cpp"
