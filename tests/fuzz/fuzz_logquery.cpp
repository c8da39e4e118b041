// SPDX-License-Identifier: GPL-3.0-or-later
// Queries of any shape, asked of lines of any shape: what stands before the first newline is the
// query, each line behind it a line of a log.
#include "core/logs/logquery.h"
#include "core/logs/logtable.h"
#include "tests/fuzz/fuzzinput.h"

#include <algorithm>

using namespace coldframe;
using coldframe::test::require;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    constexpr std::size_t longest = 8192;
    QByteArrayView text = test::viewOf(data, std::min(size, longest));
    const qsizetype end = text.indexOf('\n');
    const QString query = QString::fromUtf8(end < 0 ? text : text.first(end));
    text = end < 0 ? QByteArrayView() : text.sliced(end + 1);
    const auto parsed = LogQuery::parse(query);
    if (!parsed) {
        require(parsed.error().position >= 0, "a mistake has a position");
        require(parsed.error().position <= query.size(), "inside of the query");
    }
    // As a member's value, a query is found again whatever it is made of.
    require(LogQuery::parse(logQueryTerm(QStringLiteral("x"), query.left(1000))).has_value(),
            "a term that was made is a query");
    LogStore store;
    while (!text.isEmpty()) {
        const qsizetype lineEnd = text.indexOf('\n');
        store.append({{},
                      LogSource::Function,
                      LogLevel::None,
                      lineEnd < 0 ? text : text.first(lineEnd),
                      {}});
        text = lineEnd < 0 ? QByteArrayView() : text.sliced(lineEnd + 1);
    }
    std::vector<LogColumn> columns = defaultLogColumns();
    columns.push_back({{LogField::Kind::Member, query}, 0});
    columns.push_back({{LogField::Kind::RequestId, {}}, 0});
    for (qint64 number = 0; number < store.endNumber(); ++number) {
        if (parsed)
            parsed->matches(store.at(number));
        require(tableRow(store.at(number), columns).cells.size() == columns.size(),
                "a row has a cell for each column");
    }
    return 0;
}
