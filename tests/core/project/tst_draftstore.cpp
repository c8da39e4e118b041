// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/draftstore.h"
#include "tests/support/testmain.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <chrono>

using namespace coldframe;
using namespace std::chrono_literals;

namespace {

Draft draftOf(const QString &key, const QString &text, std::chrono::milliseconds when = 5s)
{
    return {.key = key,
            .text = text,
            .filePath = QStringLiteral("/home/ada/handler.py"),
            .baseHash = QByteArray::fromHex("00ff10"),
            .written = WallTime(when)};
}

QStringList draftFiles(const QTemporaryDir &workspace)
{
    const QDir drafts(workspace.filePath(QStringLiteral(".coldframe/drafts")));
    return drafts.entryList(QDir::Files | QDir::Hidden);
}

} // namespace

class tst_DraftStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void comesBackAsWritten_data();
    void comesBackAsWritten();
    void theLastOneWins();
    void listsTheOldestFirst();
    void removed();
    void unknownKey();
    void damagedFiles_data();
    void damagedFiles();
    void isPrivateAndIgnoredByGit();
    void anOwnGitignoreIsKept();
    void readOnlyWorkspace();
};

void tst_DraftStore::comesBackAsWritten_data()
{
    QTest::addColumn<QString>("text");

    QTest::newRow("an ordinary text") << QStringLiteral("def handler():\n    pass\n");
    QTest::newRow("no text at all") << QString();
    QTest::newRow("Windows line ends") << QStringLiteral("a\r\nb\r\n");
    QTest::newRow("no newline at the end") << QStringLiteral("a\nb");
    QTest::newRow("other scripts and emoji") << QStringLiteral("größer 漢字 😀\n");
    QTest::newRow("text that looks like a header") << QStringLiteral("{\"format\":9}\n{}\n");
}

void tst_DraftStore::comesBackAsWritten()
{
    QFETCH(QString, text);
    const QTemporaryDir workspace;
    const DraftStore store(workspace.path());
    const Draft draft = draftOf(QStringLiteral("file:/home/ada/größe \"x\".py"), text);

    QVERIFY(store.write(draft));

    const auto read = store.read(draft.key);
    QVERIFY(read);
    QCOMPARE(read->text, text);
    QVERIFY(*read == draft);
}

void tst_DraftStore::theLastOneWins()
{
    const QTemporaryDir workspace;
    const DraftStore store(workspace.path());

    QVERIFY(store.write(draftOf(QStringLiteral("event"), QStringLiteral("a longer first text"))));
    QVERIFY(store.write(draftOf(QStringLiteral("event"), QStringLiteral("second"))));

    QCOMPARE(store.read(QStringLiteral("event"))->text, QStringLiteral("second"));
    QCOMPARE(draftFiles(workspace).size(), 1);
}

void tst_DraftStore::listsTheOldestFirst()
{
    const QTemporaryDir workspace;
    const DraftStore store(workspace.path());
    QVERIFY(store.list().empty());

    QVERIFY(store.write(draftOf(QStringLiteral("untitled:2"), QStringLiteral("late"), 2s)));
    QVERIFY(store.write(draftOf(QStringLiteral("untitled:1"), QStringLiteral("early"), 1s)));

    const auto drafts = store.list();
    QCOMPARE(drafts.size(), std::size_t(2));
    QCOMPARE(drafts.front().key, QStringLiteral("untitled:1"));
    QCOMPARE(drafts.back().key, QStringLiteral("untitled:2"));
}

void tst_DraftStore::removed()
{
    const QTemporaryDir workspace;
    const DraftStore store(workspace.path());
    QVERIFY(store.write(draftOf(QStringLiteral("a"), QStringLiteral("gone"))));
    QVERIFY(store.write(draftOf(QStringLiteral("b"), QStringLiteral("stays"))));

    QVERIFY(store.remove(QStringLiteral("a")));
    QVERIFY(store.remove(QStringLiteral("a")));

    QCOMPARE(store.list().size(), std::size_t(1));
    QCOMPARE(store.list().front().text, QStringLiteral("stays"));
}

void tst_DraftStore::unknownKey()
{
    const QTemporaryDir workspace;

    const auto read = DraftStore(workspace.path()).read(QStringLiteral("nothing"));

    QVERIFY(!read);
    QCOMPARE(read.error().code, Error::Code::NotFound);
}

void tst_DraftStore::damagedFiles_data()
{
    QTest::addColumn<QByteArray>("content");

    QTest::newRow("empty") << QByteArray();
    QTest::newRow("no header") << QByteArray("just text");
    QTest::newRow("not JSON") << QByteArray("text\nmore text");
    QTest::newRow("no object") << QByteArray("[1]\ntext");
    QTest::newRow("another format") << QByteArray("{\"format\":2,\"written\":1}\ntext");
    QTest::newRow("no time") << QByteArray("{\"format\":1,\"key\":\"a\"}\ntext");
    QTest::newRow("time is a text") << QByteArray("{\"format\":1,\"written\":\"now\"}\ntext");
}

void tst_DraftStore::damagedFiles()
{
    QFETCH(QByteArray, content);
    const QTemporaryDir workspace;
    const DraftStore store(workspace.path());
    QVERIFY(store.write(draftOf(QStringLiteral("a"), QStringLiteral("text"))));
    QFile file(workspace.filePath(QStringLiteral(".coldframe/drafts/"))
               + draftFiles(workspace).constFirst());
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    file.write(content);
    file.close();

    const auto read = store.read(QStringLiteral("a"));

    QVERIFY(!read);
    QCOMPARE(read.error().code, Error::Code::MalformedLine);
    QVERIFY(store.list().empty());
}

void tst_DraftStore::isPrivateAndIgnoredByGit()
{
    const QTemporaryDir workspace;
    QVERIFY(DraftStore(workspace.path())
                .write(draftOf(QStringLiteral("a"), QStringLiteral("password"))));

    const QString path
        = workspace.filePath(QStringLiteral(".coldframe/drafts/")) + draftFiles(workspace).at(0);
    const auto others = QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ReadOther
        | QFileDevice::WriteOther;
    QCOMPARE(QFile::permissions(path) & others, QFileDevice::Permissions());
    QFile ignore(workspace.filePath(QStringLiteral(".coldframe/.gitignore")));
    QVERIFY(ignore.open(QIODevice::ReadOnly));
    QCOMPARE(ignore.readAll(), QByteArray("*\n"));
}

void tst_DraftStore::anOwnGitignoreIsKept()
{
    const QTemporaryDir workspace;
    QVERIFY(QDir(workspace.path()).mkdir(QStringLiteral(".coldframe")));
    QFile ignore(workspace.filePath(QStringLiteral(".coldframe/.gitignore")));
    QVERIFY(ignore.open(QIODevice::WriteOnly));
    ignore.write("drafts\n");
    ignore.close();

    QVERIFY(DraftStore(workspace.path()).write(draftOf(QStringLiteral("a"), QString())));

    QVERIFY(ignore.open(QIODevice::ReadOnly));
    QCOMPARE(ignore.readAll(), QByteArray("drafts\n"));
}

void tst_DraftStore::readOnlyWorkspace()
{
    const QTemporaryDir workspace;
    // A file where the folder should be: fails for every user, the administrator as well.
    QFile inTheWay(workspace.filePath(QStringLiteral(".coldframe")));
    QVERIFY(inTheWay.open(QIODevice::WriteOnly));
    inTheWay.close();
    const DraftStore store(workspace.path());

    const auto written = store.write(draftOf(QStringLiteral("a"), QStringLiteral("text")));

    QVERIFY(!written);
    QCOMPARE(written.error().code, Error::Code::Unwritable);
    QVERIFY(store.remove(QStringLiteral("a")));
}

COLDFRAME_TEST(tst_DraftStore);

#include "tst_draftstore.moc"
