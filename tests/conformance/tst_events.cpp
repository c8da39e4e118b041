// SPDX-License-Identifier: GPL-3.0-or-later
// The sample events as unmodified public libraries see them: types, schemas and decoders that
// others wrote for Lambda's events, and web applications behind adapters.
#include "tests/conformance/events/sampleevents.h"
#include "tests/support/testmain.h"

#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <nlohmann/json.hpp>

#include <algorithm>

using namespace coldframe;
using namespace coldframe::test;

class tst_Events : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyTemplateIsInTheTables_data();
    void everyTemplateIsInTheTables();
    void tablesNameTemplates();
    void types_data() { addRows(QStringLiteral("check-types.mjs")); }
    void types() { compare(); }
    void parser_data() { addRows(QStringLiteral("check-parser.mjs")); }
    void parser() { compare(); }
    void normalizer_data() { addRows(QStringLiteral("check-normalizer.mjs")); }
    void normalizer() { compare(); }
    void schemas_data() { addRows(QStringLiteral("check-schemas.mjs")); }
    void schemas() { compare(); }
    void adapters_data() { addRows(QStringLiteral("check-adapters.mjs")); }
    void adapters() { compare(); }
    void adapterInAFunction_data();
    void adapterInAFunction();

private:
    static const SampleEvents &events()
    {
        static const SampleEvents all;
        return all;
    }

    /// A row for each finding of a check: the library's verdict on a template.
    static void addRows(const QString &check)
    {
        QTest::addColumn<QString>("problem");
        QTest::addColumn<QString>("skip");
        if (const QString reason = reasonToSkipEventLibraries(); !reason.isEmpty()) {
            QTest::newRow(qPrintable(check)) << QString() << reason;
            return;
        }
        for (const EventFinding &finding : runEventCheck(check, events()))
            QTest::addRow("%s, %s", qPrintable(finding.row), qPrintable(finding.library))
                << finding.problem << QString();
    }

    static void compare()
    {
        QFETCH(const QString, problem);
        QFETCH(const QString, skip);
        if (!skip.isEmpty())
            QSKIP(qPrintable(skip));
        QVERIFY2(problem.isEmpty(), qPrintable(u'\n' + problem));
    }
};

COLDFRAME_TEST(tst_Events);

void tst_Events::initTestCase()
{
    QVERIFY2(events().problems().isEmpty(), qPrintable(events().problems().join(u'\n')));
}

void tst_Events::everyTemplateIsInTheTables_data()
{
    QTest::addColumn<QString>("id");
    for (const QString &id : events().ids())
        QTest::newRow(qPrintable(id)) << id;
}

void tst_Events::everyTemplateIsInTheTables()
{
    QFETCH(const QString, id);
    const OrderedJson &entry = events().entry(id);
    QVERIFY2(entry.is_object(), "events/libraries.json says nothing about the template");
    const auto libraries = {"types", "parser", "schema", "normalized"};
    const bool isDescribed = std::ranges::any_of(
        libraries, [&entry](const char *library) { return entry.contains(library); });
    // A reason is for templates that nothing else speaks about.
    QVERIFY(isDescribed != entry.contains("undescribed"));
    QVERIFY(isDescribed || entry.at("undescribed").get<std::string>().size() > 10);
}

void tst_Events::tablesNameTemplates()
{
    const QStringList ids = events().ids();
    for (const QString &id : events().idsOfTables())
        QVERIFY2(ids.contains(id), qPrintable(id));
}

void tst_Events::adapterInAFunction_data()
{
    QTest::addColumn<QString>("adapter");
    QTest::newRow("serverless-http") << QStringLiteral("serverless-http");
    QTest::newRow("serverless-express") << QStringLiteral("serverless-express");
}

/// Everything together: the adapter in a function folder that Coldframe invokes with an event it
/// makes of a template.
void tst_Events::adapterInAFunction()
{
    QFETCH(const QString, adapter);
    if (const QString reason = reasonToSkipEventLibraries(); !reason.isEmpty())
        QSKIP(qPrintable(reason));
    QTemporaryDir folder;
    const QDir code(folder.filePath(QStringLiteral("code")));
    QCOMPARE(QProcess::execute(
                 QStringLiteral("cp"),
                 {QStringLiteral("-r"),
                  QStringLiteral(COLDFRAME_SOURCE_DIR "/tests/conformance/events/adapters"),
                  code.path()}),
             0);
    QCOMPARE(QProcess::execute(QStringLiteral("cp"),
                               {QStringLiteral("-r"),
                                eventLibrariesFolder() + QStringLiteral("/adapters/node_modules"),
                                code.path()}),
             0);

    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("XDG_CACHE_HOME"), folder.filePath(QStringLiteral("cache")));
    process.setProcessEnvironment(environment);
    process.start(QStringLiteral(COLDFRAME_BINARY_DIR "/cli/coldframe-cli"),
                  {QStringLiteral("invoke"),     code.path(),
                   QStringLiteral("--handler"),  adapter + QStringLiteral(".handler"),
                   QStringLiteral("--runtime"),  QStringLiteral("nodejs"),
                   QStringLiteral("--output"),   QStringLiteral("json"),
                   QStringLiteral("--template"), QStringLiteral("apigw-http-v2"),
                   QStringLiteral("--set"),      QStringLiteral("method=POST"),
                   QStringLiteral("--set"),      QStringLiteral("path=/pets"),
                   QStringLiteral("--set"),      QStringLiteral("route=/pets"),
                   QStringLiteral("--set"),      QStringLiteral("cookies=a=1"),
                   QStringLiteral("--set"),      QStringLiteral("body={\"name\":\"Größe\"}")});
    QVERIFY2(process.waitForFinished(120'000), qPrintable(process.errorString()));
    const QByteArray out = process.readAllStandardOutput();
    const QByteArray all = out + process.readAllStandardError();
    QVERIFY2(process.exitCode() == 0, all.constData());
    const QJsonValue response = QJsonDocument::fromJson(out)[u"response"];
    QVERIFY2(response[u"statusCode"].toInt() == 201, all.constData());
    QCOMPARE(response[u"headers"][u"location"].toString(), QStringLiteral("/pets/7"));
    // One cookie of a response is a header to one adapter and a list to the other.
    const QJsonValue cookie = response[u"cookies"][0].isUndefined()
        ? response[u"headers"][u"set-cookie"]
        : response[u"cookies"][0];
    QCOMPARE(cookie.toString(), QStringLiteral("visited=1; Path=/"));
    const QJsonDocument body = QJsonDocument::fromJson(response[u"body"].toString().toUtf8());
    QCOMPARE(body[u"body"][u"name"].toString(), QStringLiteral("Größe"));
    QCOMPARE(body[u"cookies"][0].toString(), QStringLiteral("a=1"));
}

#include "tst_events.moc"
