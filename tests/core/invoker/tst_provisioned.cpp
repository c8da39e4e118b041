// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/invoker/invokertest.h"
#include "tests/support/testmain.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace coldframe;
using namespace coldframe::test;
using namespace std::chrono_literals;

/// Environments that are initialised ahead of events (scaling, section 1; environment, section 1).
class tst_Provisioned : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void theFirstEventIsWarm_data() { addGrounds(); }
    void theFirstEventIsWarm();
    void theRuntimeIsTold();
    void theyStayWhenOthersExpire();
    void whatIsAboveSpillsOver();
    void fewerAndNone();
    void theyAreMadeAnewWhenTheCodeChanges();
    void aFailingInitPhaseIsGivenUp_data() { addGrounds(); }
    void aFailingInitPhaseIsGivenUp();
    void aMessageNamesNoRequestWithoutOne();
    void aFunctionThatCanNotRunIsRefused();

private:
    void write(const QByteArray &code);
    int ready() const;

    std::unique_ptr<InvokerTest> m_test;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::vector<EnvironmentDescription> m_alive;
    std::vector<std::pair<QString, Error>> m_failures;
};

void tst_Provisioned::init()
{
    m_alive.clear();
    m_failures.clear();
    m_test = std::make_unique<InvokerTest>();
    m_folder = std::make_unique<QTemporaryDir>();
    connect(&m_test->invoker(), &Invoker::environmentsChanged, this,
            [this](const std::vector<EnvironmentDescription> &all) { m_alive = all; });
    connect(&m_test->invoker(), &Invoker::provisioningFailed, this,
            [this](const QString &name, const Error &error) {
                m_failures.emplace_back(name, error);
            });
}

void tst_Provisioned::write(const QByteArray &code)
{
    QFile file(m_folder->filePath(QStringLiteral("app.py")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(code);
}

int tst_Provisioned::ready() const
{
    return int(std::count_if(m_alive.begin(), m_alive.end(), [](const auto &one) {
        return one.provisioned && one.initialisedAt && !one.isBusy();
    }));
}

void tst_Provisioned::theFirstEventIsWarm()
{
    FETCH_GROUND(ground);
    writeHandler(ground, m_folder->path(), "ready");
    const InvocationRequest request = requestForFolder(ground, m_folder->path());

    m_test->invoker().provision(request, 2);
    QTRY_COMPARE_WITH_TIMEOUT(ready(), 2, patience);
    RUN(record, *m_test, request);

    QVERIFY(!record.isCold());
    QVERIFY(record.environment.provisioned);
    QCOMPARE(record.environment.invocations, 1);
    QVERIFY(!record.report.initDuration);
    QCOMPARE(record.report.billedDuration,
             std::chrono::ceil<std::chrono::milliseconds>(record.report.duration));
    QVERIFY(hasLineWith(record, "INIT_REPORT Init Duration: "));
    QVERIFY(!reportLine(record).contains("Init Duration"));
    QVERIFY(lineWith(record, "INIT_REPORT") < lineWith(record, "START RequestId"));
}

void tst_Provisioned::theRuntimeIsTold()
{
    write("import os\n"
          "def handler(event, context):\n"
          "    return os.environ['AWS_LAMBDA_INITIALIZATION_TYPE']\n");
    const InvocationRequest request = requestForFolder(plainPython, m_folder->path());
    RUN(before, *m_test, request);
    m_test->invoker().provision(request, 1);
    QTRY_COMPARE_WITH_TIMEOUT(ready(), 1, patience);
    RUN(after, *m_test, request);

    QCOMPARE(before.response, QByteArray("\"on-demand\""));
    QCOMPARE(after.response, QByteArray("\"provisioned-concurrency\""));
}

void tst_Provisioned::theyStayWhenOthersExpire()
{
    write("def handler(event, context):\n    return 1\n");
    const InvocationRequest request = requestForFolder(plainPython, m_folder->path());
    m_test->invoker().provision(request, 1);
    QTRY_COMPARE_WITH_TIMEOUT(ready(), 1, patience);
    m_test->invoker().skip(24h);
    RUN(record, *m_test, request);

    QVERIFY(!record.isCold());
}

void tst_Provisioned::whatIsAboveSpillsOver()
{
    write("import os, time\n"
          "def handler(event, context):\n"
          "    while not os.path.exists('events'):\n"
          "        time.sleep(0.01)\n"
          "    return os.environ['AWS_LAMBDA_INITIALIZATION_TYPE']\n");
    const InvocationRequest request = requestForFolder(plainPython, m_folder->path());
    m_test->invoker().provision(request, 1);
    QTRY_COMPARE_WITH_TIMEOUT(ready(), 1, patience);

    const Async<InvocationRecord> first = m_test->invoker().invoke(request);
    const Async<InvocationRecord> second = m_test->invoker().invoke(request);
    QVERIFY(QDir(m_folder->path()).mkdir(QStringLiteral("events")));

    QTRY_VERIFY_WITH_TIMEOUT(first.isFinished() && second.isFinished(), patience);
    QCOMPARE(first.result()->response, QByteArray("\"provisioned-concurrency\""));
    QCOMPARE(second.result()->response, QByteArray("\"on-demand\""));
    QVERIFY(second.result()->coldStart == ColdStartReason::AllBusy);
}

void tst_Provisioned::fewerAndNone()
{
    write("def handler(event, context):\n    return 1\n");
    const InvocationRequest request = requestForFolder(plainPython, m_folder->path());
    m_test->invoker().provision(request, 3);
    QTRY_COMPARE_WITH_TIMEOUT(ready(), 3, patience);
    m_test->invoker().provision(request, 1);
    QTRY_COMPARE_WITH_TIMEOUT(ready(), 1, patience);
    m_test->invoker().provision(request, 0);
    QTRY_COMPARE_WITH_TIMEOUT(int(m_alive.size()), 0, patience);
    RUN(record, *m_test, request);
    QVERIFY(record.isCold());
    QVERIFY(!record.environment.provisioned);
}

void tst_Provisioned::theyAreMadeAnewWhenTheCodeChanges()
{
    write("def handler(event, context):\n    return 'old'\n");
    const InvocationRequest request = requestForFolder(plainPython, m_folder->path());
    m_test->invoker().provision(request, 1);
    QTRY_COMPARE_WITH_TIMEOUT(ready(), 1, patience);
    write("def handler(event, context):\n    return 'new'\n");

    RUN(record, *m_test, request);

    QCOMPARE(record.response, QByteArray("\"new\""));
    QTRY_COMPARE_WITH_TIMEOUT(ready(), 1, patience);
}

void tst_Provisioned::aFailingInitPhaseIsGivenUp()
{
    FETCH_GROUND(ground);
    const bool isPython = ground.language == QStringLiteral("python");
    QFile file(m_folder->filePath(isPython ? QStringLiteral("app.py") : QStringLiteral("app.js")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(isPython ? "raise ValueError('no database')\n" : "throw new Error('no database');\n");
    file.close();
    const InvocationRequest request = requestForFolder(ground, m_folder->path());

    m_test->invoker().provision(request, 2);

    QTRY_VERIFY_WITH_TIMEOUT(!m_failures.empty(), patience);
    QCOMPARE(m_failures.front().first, request.function.name);
    QVERIFY(m_failures.front().second.code == Error::Code::InitFailed);
    QVERIFY(m_failures.front().second.detail.contains(QStringLiteral("no database")));
    QTRY_COMPARE_WITH_TIMEOUT(int(m_alive.size()), 0, patience);
}

/// (runtime-api, section 10)
void tst_Provisioned::aMessageNamesNoRequestWithoutOne()
{
    write("import os\nos._exit(3)\n");
    const InvocationRequest request = requestForFolder(plainPython, m_folder->path());

    m_test->invoker().provision(request, 1);

    QTRY_VERIFY_WITH_TIMEOUT(!m_failures.empty(), patience);
    QCOMPARE(m_failures.front().second.detail,
             QStringLiteral("Runtime.ExitError: Error: Runtime exited with error: exit status 3"));
}

void tst_Provisioned::aFunctionThatCanNotRunIsRefused()
{
    InvocationRequest request = requestForFolder(plainPython, m_folder->path());
    request.function.memory = MebiBytes{1};

    m_test->invoker().provision(request, 1);

    QTRY_COMPARE_WITH_TIMEOUT(int(m_failures.size()), 1, patience);
    QVERIFY(m_failures.front().second.code == Error::Code::InvalidArgument);
}

COLDFRAME_TEST(tst_Provisioned);
#include "tst_provisioned.moc"
