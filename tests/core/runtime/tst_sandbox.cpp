// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/sandbox.h"

#include "tests/support/testmain.h"

#include <QDir>
#include <QFileInfo>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace coldframe;

class tst_Sandbox : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void paths();
    void withoutIsolationTheProgramItselfIsStarted();
    void bubblewrapArguments_data();
    void bubblewrapArguments();
    void foldersBelowUsrAreShownAlready();
    void foldersThatAreMissingAreNotShown();
    void namespacesAreAlwaysUnshared_data();
    void namespacesAreAlwaysUnshared();
    void theProgramComesLast();
    void bubblewrapOfThisComputer();
};

namespace {

SandboxPlan plan(Isolation isolation)
{
    SandboxPlan plan;
    plan.isolation = isolation;
    plan.bubblewrap = QStringLiteral("/usr/bin/bwrap");
    plan.codeDirectory = QStringLiteral("/home/me/orders");
    plan.runtimeDirectory = QStringLiteral("/cache/python");
    plan.temporaryStorage = MebiBytes{512};
    plan.program = QStringLiteral("/usr/bin/python3.11");
    plan.arguments = {QStringLiteral("-S"), QStringLiteral("/var/runtime/bootstrap.py")};
    plan.variables = {{QStringLiteral("TABLE"), QStringLiteral("übung=1")},
                      {QStringLiteral("LANG"), QStringLiteral("C")}};
    return plan;
}

QByteArrayList wordsOf(const std::vector<QByteArray> &words)
{
    return QByteArrayList(words.begin(), words.end());
}

/// Whether the words stand side by side in the list.
bool containsRun(const QByteArrayList &list, const QByteArrayList &run)
{
    return std::search(list.begin(), list.end(), run.begin(), run.end()) != list.end();
}

} // namespace

void tst_Sandbox::paths()
{
    const QString code = QStringLiteral("/home/me/orders");
    const QString runtime = QStringLiteral("/cache/python");

    const EnvironmentPaths inside = environmentPaths(Isolation::Bubblewrap, code, runtime);
    const EnvironmentPaths outside = environmentPaths(Isolation::None, code, runtime);

    QCOMPARE(inside.taskRoot, QStringLiteral("/var/task"));
    QCOMPARE(inside.runtimeDirectory, QStringLiteral("/var/runtime"));
    QCOMPARE(inside.optDirectory, QStringLiteral("/opt"));
    QCOMPARE(outside.taskRoot, code);
    QCOMPARE(outside.runtimeDirectory, runtime);
    QCOMPARE(outside.optDirectory, QString());
}

void tst_Sandbox::withoutIsolationTheProgramItselfIsStarted()
{
    const SpawnRequest request = spawnRequest(plan(Isolation::None));

    QCOMPARE(request.program, QByteArray("/usr/bin/python3.11"));
    QCOMPARE(wordsOf(request.arguments), (QByteArrayList{"-S", "/var/runtime/bootstrap.py"}));
    QCOMPARE(wordsOf(request.environment),
             (QByteArrayList{"LANG=C",
                             "TABLE=\xc3\xbc"
                             "bung=1"}));
    QCOMPARE(request.workingDirectory, QByteArray("/home/me/orders"));
    QCOMPARE(request.openFiles, 1024);
    QVERIFY(request.descriptors.empty());
}

void tst_Sandbox::bubblewrapArguments_data()
{
    QTest::addColumn<QByteArrayList>("run");

    QTest::newRow("the system is read-only") << QByteArrayList{"--ro-bind", "/usr", "/usr"};
    QTest::newRow("the code is the task root, read-only")
        << QByteArrayList{"--ro-bind", "/home/me/orders", "/var/task"};
    QTest::newRow("the runtime is read-only")
        << QByteArrayList{"--ro-bind", "/cache/python", "/var/runtime"};
    QTest::newRow("the runtime starts in the task root") << QByteArrayList{"--chdir", "/var/task"};
    QTest::newRow("/tmp has the size of the function's storage")
        << QByteArrayList{"--size", "536870912", "--perms", "1777", "--tmpfs", "/tmp"};
    QTest::newRow("the rest can't be written") << QByteArrayList{"--remount-ro", "/"};
    QTest::newRow("processes of the computer are not seen") << QByteArrayList{"--proc", "/proc"};
    QTest::newRow("devices are its own") << QByteArrayList{"--dev", "/dev"};
    QTest::newRow("an ordinary user inside") << QByteArrayList{"--uid", "993", "--gid", "990"};
    QTest::newRow("without capabilities") << QByteArrayList{"--cap-drop", "ALL"};
    QTest::newRow("it tells the process id") << QByteArrayList{"--json-status-fd", "4"};
}

void tst_Sandbox::bubblewrapArguments()
{
    QFETCH(const QByteArrayList, run);

    const SpawnRequest request = spawnRequest(plan(Isolation::Bubblewrap));

    QCOMPARE(request.program, QByteArray("/usr/bin/bwrap"));
    QCOMPARE(wordsOf(request.environment),
             (QByteArrayList{"LANG=C",
                             "TABLE=\xc3\xbc"
                             "bung=1"}));
    QVERIFY2(containsRun(wordsOf(request.arguments), run),
             wordsOf(request.arguments).join(' ').constData());
}

void tst_Sandbox::foldersBelowUsrAreShownAlready()
{
    SandboxPlan withFolders = plan(Isolation::Bubblewrap);
    withFolders.readOnlyFolders = {QStringLiteral("/usr"), QStringLiteral("/usr/lib")};

    QCOMPARE(wordsOf(spawnRequest(withFolders).arguments),
             wordsOf(spawnRequest(plan(Isolation::Bubblewrap)).arguments));
}

void tst_Sandbox::foldersThatAreMissingAreNotShown()
{
    const QTemporaryDir folder;
    SandboxPlan withFolders = plan(Isolation::Bubblewrap);
    withFolders.readOnlyFolders = {folder.path(), QStringLiteral("/nonexistent"), folder.path()};

    const QByteArrayList arguments = wordsOf(spawnRequest(withFolders).arguments);

    const QByteArray path = folder.path().toLocal8Bit();
    QVERIFY(containsRun(arguments, {"--ro-bind", path, path}));
    QCOMPARE(arguments.count(path), 2);
    QVERIFY(!arguments.contains("/nonexistent"));
    // Behind /tmp, which would hide a folder below it.
    QVERIFY(arguments.indexOf(path) > arguments.indexOf("/tmp"));
}

void tst_Sandbox::namespacesAreAlwaysUnshared_data()
{
    QTest::addColumn<QByteArray>("argument");

    for (const char *argument :
         {"--unshare-all", "--unshare-user", "--share-net", "--die-with-parent", "--new-session"})
        QTest::newRow(argument) << QByteArray(argument);
}

void tst_Sandbox::namespacesAreAlwaysUnshared()
{
    QFETCH(const QByteArray, argument);

    QVERIFY(wordsOf(spawnRequest(plan(Isolation::Bubblewrap)).arguments).contains(argument));
}

void tst_Sandbox::theProgramComesLast()
{
    const QByteArrayList arguments = wordsOf(spawnRequest(plan(Isolation::Bubblewrap)).arguments);

    QCOMPARE(arguments.mid(arguments.indexOf("--")),
             (QByteArrayList{"--", "/usr/bin/python3.11", "-S", "/var/runtime/bootstrap.py"}));
}

void tst_Sandbox::bubblewrapOfThisComputer()
{
    const Result<QString> found = findBubblewrap();
    if (!found) {
        QCOMPARE(found.error().code, Error::Code::IsolationUnavailable);
        QVERIFY(!found.error().detail.isEmpty());
        QSKIP(qPrintable(QStringLiteral("bubblewrap does not work here: ") + found.error().detail));
    }
    QVERIFY(QFileInfo(*found).isExecutable());
    const QTemporaryDir code;
    const QTemporaryDir runtime;
    SandboxPlan shell = plan(Isolation::Bubblewrap);
    shell.bubblewrap = *found;
    shell.codeDirectory = code.path();
    shell.runtimeDirectory = runtime.path();
    shell.program = QStringLiteral("/bin/sh");
    shell.arguments = {QStringLiteral("-c"),
                       QStringLiteral("pwd; id -u; touch /var/task/x /x /opt/x /var/runtime/x"
                                      " 2>/dev/null; touch /tmp/x && ls /tmp; ls -A /home")};
    SpawnRequest request = spawnRequest(shell);
    QStringList arguments;
    for (const QByteArray &argument : request.arguments)
        arguments.append(QString::fromLocal8Bit(argument));
    QProcess process;
    arguments.remove(arguments.indexOf(QStringLiteral("--json-status-fd")), 2);
    process.start(*found, arguments);

    QVERIFY(process.waitForFinished());

    QCOMPARE(process.readAllStandardOutput(), QByteArray("/var/task\n993\nx\n"));
    QVERIFY(QDir(code.path()).isEmpty());
    QVERIFY(QDir(runtime.path()).isEmpty());
}

COLDFRAME_TEST(tst_Sandbox);

#include "tst_sandbox.moc"
