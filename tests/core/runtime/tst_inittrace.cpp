// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/inittrace.h"

#include "tests/support/testmain.h"

#include <QTest>

using namespace coldframe;
using namespace std::chrono_literals;

class tst_InitTrace : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aTrace();
    void aTraceWithoutImports();
    void brokenTraces_data();
    void brokenTraces();
    void origins_data();
    void origins();
};

namespace {

Instant at(std::chrono::nanoseconds time)
{
    return Instant(std::chrono::duration_cast<Instant::duration>(time));
}

ImportFolders folders()
{
    return {QStringLiteral("/var/task"), {QStringLiteral("/usr/lib/python3/packages")}};
}

} // namespace

void tst_InitTrace::aTrace()
{
    const auto trace = parseInitTrace(R"({"clock":"monotonic","bootstrapStart":1000,
        "handlerImportStart":2000,"handlerImportEnd":9000,"version":"Python 3.11.2","imports":[
        ["app","/var/task/app.py",0,2100,6000,1500],
        ["sys",null,1,2200,4500,4500]]})",
                                      at(500ns), folders());

    QVERIFY(trace.has_value());
    QVERIFY(trace->bootstrapStart == at(1000ns));
    QVERIFY(trace->handlerImportStart == at(2000ns));
    QVERIFY(trace->handlerImportEnd == at(9000ns));
    const std::vector<ImportSpan> expected{
        {QStringLiteral("app"), QStringLiteral("/var/task/app.py"), 0, 1600ns, 6000ns, 1500ns,
         ImportOrigin::Function},
        {QStringLiteral("sys"), {}, 1, 1700ns, 4500ns, 4500ns, ImportOrigin::StandardLibrary}};
    QVERIFY(trace->imports == expected);
}

void tst_InitTrace::aTraceWithoutImports()
{
    const auto trace = parseInitTrace(
        R"({"bootstrapStart":1,"handlerImportStart":2,"handlerImportEnd":3,"imports":[]})", at(0ns),
        folders());

    QVERIFY(trace.has_value());
    QVERIFY(trace->imports.empty());
}

void tst_InitTrace::brokenTraces_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("code");

    constexpr auto json = static_cast<int>(Error::Code::InvalidJson);
    constexpr auto argument = static_cast<int>(Error::Code::InvalidArgument);
    const QByteArray times = R"("bootstrapStart":1,"handlerImportStart":2,"handlerImportEnd":3)";
    QTest::newRow("empty") << QByteArray() << json;
    QTest::newRow("no JSON") << QByteArray("{") << json;
    QTest::newRow("no object") << QByteArray("[]") << argument;
    QTest::newRow("a text") << QByteArray("\"trace\"") << argument;
    QTest::newRow("no times") << QByteArray(R"({"imports":[]})") << argument;
    QTest::newRow("a text for a time")
        << QByteArray(R"({"bootstrapStart":"1","handlerImportStart":2,"handlerImportEnd":3,)"
                      R"("imports":[]})")
        << argument;
    QTest::newRow("no imports") << '{' + times + '}' << argument;
    QTest::newRow("a number for imports") << '{' + times + R"(,"imports":7})" << argument;
    QTest::newRow("an import that is no list") << '{' + times + R"(,"imports":[7]})" << argument;
    QTest::newRow("an import that is too short")
        << '{' + times + R"(,"imports":[["app",null,0,1,2]]})" << argument;
    QTest::newRow("an import without a name")
        << '{' + times + R"(,"imports":[[null,null,0,1,2,3]]})" << argument;
}

void tst_InitTrace::brokenTraces()
{
    QFETCH(const QByteArray, body);
    QFETCH(const int, code);

    const auto trace = parseInitTrace(body, at(0ns), folders());

    QVERIFY(!trace.has_value());
    QCOMPARE(static_cast<int>(trace.error().code), code);
}

void tst_InitTrace::origins_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<int>("origin");

    const auto row = [](const char *title, const char *file, ImportOrigin origin) {
        QTest::newRow(title) << QString::fromLatin1(file) << static_cast<int>(origin);
    };
    row("built in", "", ImportOrigin::StandardLibrary);
    row("the interpreter's library", "/usr/lib/python3.11/json/__init__.py",
        ImportOrigin::StandardLibrary);
    row("the function's code", "/var/task/app.py", ImportOrigin::Function);
    row("below the function's code", "/var/task/lib/orders.py", ImportOrigin::Function);
    row("a folder that only begins like it", "/var/task-old/app.py", ImportOrigin::StandardLibrary);
    row("packages inside the code, Node.js", "/var/task/node_modules/uuid/index.js",
        ImportOrigin::Dependency);
    row("packages inside the code, Python",
        "/var/task/.venv/lib/python3.11/site-packages/boto3/__init__.py", ImportOrigin::Dependency);
    row("Debian's packages", "/usr/lib/python3/dist-packages/yaml/__init__.py",
        ImportOrigin::Dependency);
    row("in a package folder", "/usr/lib/python3/packages/six.py", ImportOrigin::Dependency);
    row("beside a package folder", "/usr/lib/python3/packages2/six.py",
        ImportOrigin::StandardLibrary);
}

void tst_InitTrace::origins()
{
    QFETCH(const QString, file);
    QFETCH(const int, origin);

    QCOMPARE(static_cast<int>(importOrigin(file, folders())), origin);
}

COLDFRAME_TEST(tst_InitTrace);

#include "tst_inittrace.moc"
