// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/history/gitcommit.h"
#include "tests/support/testmain.h"

#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace coldframe;

class tst_GitCommit : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsWhatGitSays_data();
    void readsWhatGitSays();
    void asksGit();
    void isEmptyOutsideOfARepository();
};

void tst_GitCommit::readsWhatGitSays_data()
{
    QTest::addColumn<QByteArray>("status");
    QTest::addColumn<QString>("commit");
    QTest::addColumn<bool>("dirty");

    QTest::newRow("clean") << QByteArray("# branch.oid 0a1b2c\n# branch.head main\n")
                           << u"0a1b2c"_qs << false;
    QTest::newRow("changed") << QByteArray("# branch.oid 0a1b2c\n# branch.head main\n"
                                           "1 .M N... 100644 100644 100644 aa aa app.py\n")
                             << u"0a1b2c"_qs << true;
    QTest::newRow("a new file") << QByteArray("# branch.oid 0a1b2c\n? new.py\n") << u"0a1b2c"_qs
                                << true;
    QTest::newRow("before the first commit")
        << QByteArray("# branch.oid (initial)\n# branch.head main\n? app.py\n") << QString()
        << false;
    QTest::newRow("nothing") << QByteArray() << QString() << false;
}

void tst_GitCommit::readsWhatGitSays()
{
    QFETCH(const QByteArray, status);
    QFETCH(const QString, commit);
    QFETCH(const bool, dirty);

    QCOMPARE(commitFromGitStatus(status), (WorkspaceCommit{commit, dirty}));
}

void tst_GitCommit::asksGit()
{
    if (QStandardPaths::findExecutable(u"git"_qs).isEmpty())
        QSKIP("git is not installed, and its repositories are what is read here");
    const QTemporaryDir folder;
    const auto git = [&](const QStringList &arguments) {
        QProcess process;
        process.setWorkingDirectory(folder.path());
        process.start(
            u"git"_qs,
            QStringList{u"-c"_qs, u"user.name=Ada"_qs, u"-c"_qs, u"user.email=ada@example.com"_qs}
                + arguments);
        process.waitForFinished(60'000);
        return QString::fromUtf8(process.readAllStandardOutput()).trimmed();
    };
    git({u"init"_qs, u"-q"_qs});
    QFile file(folder.filePath(u"app.py"_qs));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(gitCommitOf(folder.path(), std::chrono::minutes(1)), WorkspaceCommit());
    git({u"add"_qs, u"app.py"_qs});
    git({u"commit"_qs, u"-q"_qs, u"-m"_qs, u"first"_qs});
    const QString head = git({u"rev-parse"_qs, u"HEAD"_qs});
    QCOMPARE(head.size(), 40);

    QCOMPARE(gitCommitOf(folder.path(), std::chrono::minutes(1)), (WorkspaceCommit{head, false}));

    QVERIFY(file.write("def handler(): pass\n") > 0 && file.flush());
    QCOMPARE(gitCommitOf(folder.path(), std::chrono::minutes(1)), (WorkspaceCommit{head, true}));
}

void tst_GitCommit::isEmptyOutsideOfARepository()
{
    const QTemporaryDir folder;

    QCOMPARE(gitCommitOf(folder.path(), std::chrono::minutes(1)), WorkspaceCommit());
    QCOMPARE(gitCommitOf(u"/no/such/folder"_qs), WorkspaceCommit());
}

COLDFRAME_TEST(tst_GitCommit);

#include "tst_gitcommit.moc"
