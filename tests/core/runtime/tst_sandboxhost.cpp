// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/hostcapabilities.h"
#include "tests/core/runtime/sandboxbench.h"
#include "tests/support/testmain.h"

#include <QCoreApplication>
#include <QFile>
#include <QProcess>
#include <QTest>
#include <QUuid>

#include <csignal>

#include <unistd.h>

using namespace coldframe;
using coldframe::test::SandboxBench;

/// A program with a sandbox: killed without warning, and run by an ordinary user.
class tst_SandboxHost : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingSurvivesAKilledHost_data();
    void nothingSurvivesAKilledHost();
    void aSandboxOfAnOrdinaryUser_data();
    void aSandboxOfAnOrdinaryUser();
    void manyProcesses_data();
    void manyProcesses();
};

namespace {

constexpr int hostPatience = 60'000;
const char anotherUser[] = "65534";

QString programOfHost()
{
    return QCoreApplication::applicationDirPath() + QStringLiteral("/coldframe-test-sandboxhost");
}

Isolation isolationOf(const QString &name)
{
    return name == QStringLiteral("bubblewrap") ? Isolation::Bubblewrap : Isolation::None;
}

void isolationNames()
{
    QTest::addColumn<QString>("isolation");
    for (const char *name : {"bubblewrap", "none"})
        QTest::newRow(name) << QString::fromLatin1(name);
}

} // namespace

void tst_SandboxHost::nothingSurvivesAKilledHost_data()
{
    isolationNames();
}

void tst_SandboxHost::nothingSurvivesAKilledHost()
{
    QFETCH(const QString, isolation);
    if (const auto obstacle = SandboxBench::obstacle(isolationOf(isolation)))
        QSKIP(qPrintable(*obstacle));
    const QByteArray mark = QUuid::createUuid().toByteArray(QUuid::Id128);
    QProcess host;
    host.start(
        programOfHost(),
        {isolation, QStringLiteral("-"),
         QString::fromLatin1("(setsid sh -c 'trap \"\" TERM HUP INT; echo up; while :; do sleep"
                             " 600; done; # "
                             + mark + "' &); sleep 600; # " + mark)});
    QTRY_VERIFY_WITH_TIMEOUT(host.bytesAvailable() >= 3, hostPatience);
    QVERIFY(test::processesNamed(mark).size() >= 2);

    ::kill(pid_t(host.processId()), SIGKILL);

    QVERIFY(host.waitForFinished(hostPatience));
    QTRY_VERIFY_WITH_TIMEOUT(test::processesNamed(mark).empty(), hostPatience);
}

void tst_SandboxHost::aSandboxOfAnOrdinaryUser_data()
{
    isolationNames();
}

void tst_SandboxHost::aSandboxOfAnOrdinaryUser()
{
    QFETCH(const QString, isolation);
    if (geteuid() != 0)
        QSKIP("all the other tests are run by an ordinary user already");
    if (const auto obstacle = SandboxBench::obstacle(isolationOf(isolation)))
        QSKIP(qPrintable(*obstacle));
    QProcess host;
    host.start(programOfHost(),
               {isolation, QLatin1String(anotherUser),
                QStringLiteral("id -u; touch /usr/x 2>/dev/null && echo wrong;"
                               "(setsid sleep 600 &); exit 7")});

    QVERIFY(host.waitForFinished(hostPatience));

    if (host.exitCode() == 100 && isolation == QStringLiteral("bubblewrap"))
        QSKIP("another user can't use bubblewrap or this folder here: "
              + host.readAllStandardError());
    QCOMPARE(host.readAllStandardOutput(),
             isolation == QStringLiteral("bubblewrap") ? QByteArray("993\n")
                                                       : QByteArray(anotherUser) + '\n');
    QCOMPARE(host.exitCode(), 7);
}

void tst_SandboxHost::manyProcesses_data()
{
    QTest::addColumn<QString>("user");
    QTest::newRow("by a control group") << QStringLiteral("-");
    QTest::newRow("by the user namespace") << QString::fromLatin1(anotherUser);
}

void tst_SandboxHost::manyProcesses()
{
    QFETCH(const QString, user);
    if (const auto obstacle = SandboxBench::obstacle(Isolation::Bubblewrap))
        QSKIP(qPrintable(*obstacle));
    const bool asWeAre = user == QStringLiteral("-");
    if (!asWeAre && geteuid() != 0)
        QSKIP("another user takes root");
    if (asWeAre && findControlGroupFolders().processes.isEmpty() && geteuid() == 0)
        QSKIP("no control groups can be made here, and root is exempt from other limits");
    if (!QFile::exists(QStringLiteral("/usr/bin/python3")))
        QSKIP("there is no /usr/bin/python3");
    QProcess host;
    host.start(programOfHost(),
               {QStringLiteral("bubblewrap"), user,
                QStringLiteral("exec /usr/bin/python3 -S -c '\n"
                               "import _thread, time\n"
                               "count = 1\n"
                               "try:\n"
                               "    while count < 1500:\n"
                               "        _thread.start_new_thread(time.sleep, (600,))\n"
                               "        count += 1\n"
                               "except RuntimeError as error:\n"
                               "    print(error)\n"
                               "print(count)'")});

    QVERIFY(host.waitForFinished(hostPatience));

    const QByteArrayList lines = host.readAllStandardOutput().trimmed().split('\n');
    if (host.exitCode() == 100)
        QSKIP("another user can't use bubblewrap or this folder here: "
              + host.readAllStandardError());
    QCOMPARE(lines.size(), 2);
    QCOMPARE(lines[0], QByteArray("can't start new thread"));
    QVERIFY2(lines[1].toInt() <= 1024 && lines[1].toInt() >= 1020, lines[1].constData());
}

COLDFRAME_TEST(tst_SandboxHost);

#include "tst_sandboxhost.moc"
