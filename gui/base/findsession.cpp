// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/base/findsession.h"

#include "gui/base/findbar.h"
#include "gui/base/scintillaview.h"
#include "gui/base/textpositions.h"

#include <QLocale>

#include <algorithm>
#include <chrono>

namespace coldframe {

namespace {
/// Typing is not held up by counting matches again after each key.
constexpr std::chrono::milliseconds QuietTime{120};
constexpr std::size_t MostMarked = 5000;
} // namespace

FindSession::FindSession(FindBar &bar, ScintillaView &view, QObject *parent)
    : QObject(parent)
    , m_bar(bar)
    , m_view(view)
{
    m_refresh.setSingleShot(true);
    m_refresh.setInterval(QuietTime);
    connect(&m_refresh, &QTimer::timeout, this, [this] {
        refresh();
        showCount();
    });
    connect(&view, &ScintillaView::textChanged, this, [this] {
        if (m_active)
            m_refresh.start();
    });
    connect(&bar, &FindBar::queryChanged, this, &FindSession::onQueryChanged);
    connect(&bar, &FindBar::nextRequested, this, &FindSession::findNext);
    connect(&bar, &FindBar::previousRequested, this, &FindSession::findPrevious);
    connect(&bar, &FindBar::replaceRequested, this, &FindSession::replaceCurrent);
    connect(&bar, &FindBar::replaceAllRequested, this, &FindSession::replaceEverything);
}

void FindSession::begin()
{
    m_active = true;
    m_origin = m_view.selectionBegin();
    refresh();
    showCount();
}

void FindSession::end()
{
    m_active = false;
    m_refresh.stop();
    m_view.markMatches({});
}

void FindSession::onQueryChanged()
{
    if (!m_active)
        return;
    refresh();
    if (m_places.empty())
        m_view.reveal(m_origin, m_origin);
    else
        go(firstFrom(m_origin));
    showCount();
}

void FindSession::refresh()
{
    m_places.clear();
    m_complaint.clear();
    m_text = QString::fromUtf8(m_view.utf8View());
    const SearchQuery query = m_bar.query();
    if (!query.pattern.isEmpty()) {
        if (const auto expression = expressionFor(query)) {
            Place place;
            qsizetype units = 0;
            qsizetype bytes = 0;
            const auto bytesUntil = [&](qsizetype target) {
                bytes += utf8Length(QStringView(m_text).sliced(units, target - units));
                units = target;
                return bytes;
            };
            for (const TextMatch &match : findAll(m_text, *expression)) {
                place.match = match;
                place.begin = bytesUntil(match.begin);
                place.end = bytesUntil(match.begin + match.length);
                m_places.push_back(place);
            }
        } else {
            m_complaint = expression.error().detail;
        }
    }
    mark(m_places.size());
}

void FindSession::mark(std::size_t current)
{
    std::vector<ScintillaView::ByteRange> ranges;
    const std::size_t marked = m_active ? std::min(m_places.size(), MostMarked) : 0;
    for (std::size_t i = 0; i < marked; ++i) {
        // The current one is selected, and stands out by that.
        if (i != current)
            ranges.push_back({m_places[i].begin, m_places[i].end});
    }
    m_view.markMatches(ranges);
}

std::size_t FindSession::firstFrom(qsizetype byteOffset) const
{
    const auto found = std::lower_bound(
        m_places.begin(), m_places.end(), byteOffset,
        [](const Place &place, qsizetype offset) { return place.begin < offset; });
    return found == m_places.end() ? 0 : static_cast<std::size_t>(found - m_places.begin());
}

int FindSession::selectedIndex() const
{
    if (m_places.empty())
        return -1;
    const std::size_t index = firstFrom(m_view.selectionBegin());
    const Place &place = m_places[index];
    const bool selected
        = place.begin == m_view.selectionBegin() && place.end == m_view.selectionEnd();
    return selected ? static_cast<int>(index) : -1;
}

void FindSession::go(std::size_t index)
{
    m_view.reveal(m_places[index].begin, m_places[index].end);
    mark(index);
}

void FindSession::findNext()
{
    refresh();
    if (!m_places.empty()) {
        const bool onMatch = selectedIndex() >= 0;
        go(firstFrom(onMatch ? m_view.selectionEnd() : m_view.selectionBegin()));
        m_origin = m_view.selectionBegin();
    }
    showCount();
}

void FindSession::findPrevious()
{
    refresh();
    if (!m_places.empty()) {
        // The one before the first that begins at the selection or after it; before all: the last.
        const auto at = std::lower_bound(
            m_places.begin(), m_places.end(), m_view.selectionBegin(),
            [](const Place &place, qsizetype offset) { return place.begin < offset; });
        const auto index = static_cast<std::size_t>(at - m_places.begin());
        go(index == 0 ? m_places.size() - 1 : index - 1);
        m_origin = m_view.selectionBegin();
    }
    showCount();
}

void FindSession::replaceCurrent()
{
    refresh();
    const int index = selectedIndex();
    if (m_view.isReadOnly() || index < 0) {
        findNext();
        return;
    }
    const SearchQuery query = m_bar.query();
    const auto expression = expressionFor(query);
    if (!expression)
        return;
    const Place place = m_places[static_cast<std::size_t>(index)];
    const QByteArray replacement
        = replacementAt(m_text, place.match, query, *expression, m_bar.replacement()).toUtf8();
    m_view.replaceRange(place.begin, place.end, replacement);
    const qsizetype after = place.begin + replacement.size();
    m_view.reveal(after, after);
    findNext();
}

void FindSession::replaceEverything()
{
    refresh();
    const SearchQuery query = m_bar.query();
    const auto expression = expressionFor(query);
    if (m_view.isReadOnly() || !expression || m_places.empty())
        return;
    const ReplacedText replaced = replaceAll(m_text, query, *expression, m_bar.replacement());
    // One edit instead of one for each match: quicker, and one step to undo.
    m_view.replaceDifference(replaced.text.toUtf8());
    refresh();
    m_refresh.stop();
    m_bar.showResult(tr("%n replaced", nullptr, replaced.count), false);
}

void FindSession::showCount()
{
    if (!m_active)
        return;
    if (m_bar.query().pattern.isEmpty()) {
        m_bar.showResult({}, false);
    } else if (!m_complaint.isEmpty()) {
        m_bar.showResult(tr("Invalid expression: %1").arg(m_complaint), true);
    } else if (m_places.empty()) {
        m_bar.showResult(tr("No results"), true);
    } else {
        const QLocale locale;
        const QString all = locale.toString(static_cast<qulonglong>(m_places.size()));
        const int index = selectedIndex();
        m_bar.showResult(index < 0 ? tr("%n found", nullptr, static_cast<int>(m_places.size()))
                                   : tr("%1 of %2").arg(locale.toString(index + 1), all),
                         false);
    }
}

} // namespace coldframe

#include "moc_findsession.cpp"
