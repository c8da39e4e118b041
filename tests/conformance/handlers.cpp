// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/conformance/handlers.h"

#include "tests/conformance/textpattern.h"

#include "core/runtime/interpreter.h"

#include <QDir>
#include <QTemporaryDir>

namespace coldframe::test {

HandlerRow pythonRow(const QByteArray &text, std::vector<Outcome> outcomes)
{
    HandlerRow row{"python", {{"app.py", text}}};
    row.outcomes = std::move(outcomes);
    return row;
}

HandlerRow nodeRow(const QByteArray &text, std::vector<Outcome> outcomes)
{
    HandlerRow row{"nodejs", {{"app.js", text}}};
    row.outcomes = std::move(outcomes);
    return row;
}

QString HandlerTest::difference(const HandlerRow &row)
{
    m_records.clear();
    m_folder = std::make_unique<QTemporaryDir>();
    for (const auto &[name, text] : row.files) {
        const QString path = m_folder->filePath(QString::fromUtf8(name));
        QDir().mkpath(path.section(u'/', 0, -2));
        writeFile(path, text);
    }
    InvocationRequest request;
    request.function.name = QStringLiteral("conformance");
    request.function.runtime = QString::fromLatin1(row.runtime);
    request.function.handler = QString::fromUtf8(row.handler);
    request.function.codeDirectory = m_folder->path();
    request.function.memory = MebiBytes{1024};
    request.function.timeout = std::chrono::seconds(60);
    if (row.change)
        row.change(request);

    QStringList differences;
    QByteArrayList requestIds;
    QByteArrayList log;
    for (const QByteArray &event : row.events) {
        request.requestId = newRequestId();
        request.event = event;
        requestIds << request.requestId.toLatin1();
        const Result<InvocationRecord> record = m_test.run(request);
        if (!record)
            return QStringLiteral("refused: %1").arg(record.error().detail);
        if (m_records.size() < row.outcomes.size())
            differences << outcomeDifference(*record, row.outcomes[m_records.size()], requestIds);
        m_records.push_back(*record);
        log += textsOf(record->log);
    }
    differences << missingLine(log, linesOf(row.log), requestIds);
    differences.removeAll(QString());
    m_test.invoker().recycle();
    if (!differences.isEmpty())
        differences << QStringLiteral("the whole log:\n  ") + QString::fromUtf8(log.join("\n  "));
    return differences.join(u'\n');
}

LanguageVersion versionOf(const QByteArray &runtime)
{
    const Result<Interpreter> interpreter = findInterpreter(QString::fromLatin1(runtime));
    if (!interpreter)
        return {};
    return {interpreter->major(), interpreter->minor()};
}

} // namespace coldframe::test
