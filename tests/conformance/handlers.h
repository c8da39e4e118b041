// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/conformance/scenario.h"

#include <map>
#include <memory>

namespace coldframe::test {

/// A function in Python or Node.js, and what its caller should get.
struct HandlerRow
{
    QByteArray runtime; ///< "python" or "nodejs"
    std::map<QByteArray, QByteArray> files = {}; ///< by path inside the function's folder
    QByteArray handler = "app.handler";
    QByteArrayList events = {"{}"};
    std::vector<Outcome> outcomes = {};
    QByteArray log = {}; ///< patterns in order, perhaps with other lines between
    RequestChange change = {};
};

/// A row of one file, app.py or app.js.
HandlerRow pythonRow(const QByteArray &text, std::vector<Outcome> outcomes);
HandlerRow nodeRow(const QByteArray &text, std::vector<Outcome> outcomes);

/// Runs handler rows on an invoker of its own.
class HandlerTest
{
public:
    /// Empty when everything was as the row says, else what was not.
    QString difference(const HandlerRow &row);

    /// The records of the last difference().
    const std::vector<InvocationRecord> &records() const { return m_records; }

private:
    InvokerTest m_test;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::vector<InvocationRecord> m_records;
};

/// Which version of a language's interpreter the rows run with, for example {3, 11}.
struct LanguageVersion
{
    int major = 0;
    int minor = 0;
};
LanguageVersion versionOf(const QByteArray &runtime);

} // namespace coldframe::test

Q_DECLARE_METATYPE(coldframe::test::HandlerRow)

#define CHECK_HANDLER(runner)                                                                      \
    QFETCH(const coldframe::test::HandlerRow, row);                                                \
    if (const QString text = (runner).difference(row); !text.isEmpty())                            \
    QFAIL(qPrintable(text))
