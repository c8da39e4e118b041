// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/probe/temporaryfiles.h"
#include "tests/support/testmain.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

using namespace coldframe;

class tst_TemporaryFiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void listing();
    void manyFiles();
    void deepFolders();
    void pipesAreNotRead();
    void folderThatIsNotThere();
    void sameness_data();
    void sameness();
};

namespace {

void write(const QString &path, const QByteArray &content)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(content);
}

} // namespace

void tst_TemporaryFiles::listing()
{
    const QTemporaryDir folder;
    QDir(folder.path()).mkpath(QStringLiteral("a/b"));
    write(folder.filePath(QStringLiteral("a/b/small")), "hello");
    write(folder.filePath(QStringLiteral(".hidden")), {});
    write(folder.filePath(QStringLiteral("large")), QByteArray(100'000, 'x'));

    const auto files = listTemporaryFiles(folder.path(), FileOwner::CurrentUser);

    QVERIFY(files.has_value());
    QVERIFY(files->isComplete);
    QStringList paths;
    for (const auto &[path, file] : files->files)
        paths.append(path);
    QCOMPARE(paths.join(u' '), QStringLiteral(".hidden a a/b a/b/small large"));
    const TemporaryFile &small = files->files.at(QStringLiteral("a/b/small"));
    QCOMPARE(small.bytes, qint64(5));
    QVERIFY(small.digest.has_value());
    QVERIFY(!small.isFolder);
    QVERIFY(files->files.at(QStringLiteral("a/b")).isFolder);
    QVERIFY(!files->files.at(QStringLiteral("large")).digest);
}

void tst_TemporaryFiles::manyFiles()
{
    const QTemporaryDir folder;
    QDir(folder.path()).mkpath(QStringLiteral("many"));
    write(folder.filePath(QStringLiteral("one")), {});
    for (int i = 0; i < 2000; ++i)
        write(folder.filePath(QStringLiteral("many/%1").arg(i)), {});

    const auto files = listTemporaryFiles(folder.path(), FileOwner::Anyone);

    QCOMPARE(files->files.size(), std::size_t(2000));
    QVERIFY(!files->isComplete);
    QVERIFY(files->isWholeAt(QStringLiteral("another")));
    QVERIFY(!files->isWholeAt(QStringLiteral("many/another")));
}

void tst_TemporaryFiles::deepFolders()
{
    const QTemporaryDir folder;
    QDir(folder.path()).mkpath(QStringLiteral("1/2/3/4/5"));

    const auto files = listTemporaryFiles(folder.path(), FileOwner::Anyone);

    QCOMPARE(files->files.size(), std::size_t(4));
    QVERIFY(!files->isComplete);
    QVERIFY(files->isWholeAt(QStringLiteral("1/2/3/another")));
    QVERIFY(!files->isWholeAt(QStringLiteral("1/2/3/4/another")));
}

void tst_TemporaryFiles::pipesAreNotRead()
{
    const QTemporaryDir folder;
    const QString pipe = folder.filePath(QStringLiteral("pipe"));
    QCOMPARE(::mkfifo(QFile::encodeName(pipe).constData(), 0600), 0);

    const auto files = listTemporaryFiles(folder.path(), FileOwner::Anyone);

    QVERIFY(!files->files.at(QStringLiteral("pipe")).digest);
}

void tst_TemporaryFiles::folderThatIsNotThere()
{
    const auto files = listTemporaryFiles(QStringLiteral("/nowhere"), FileOwner::Anyone);

    QVERIFY(!files);
    QCOMPARE(files.error().code, Error::Code::Unreadable);
    QVERIFY(files.error().detail.startsWith(QStringLiteral("/nowhere: ")));
}

void tst_TemporaryFiles::sameness_data()
{
    QTest::addColumn<qint64>("bytes");
    QTest::addColumn<QByteArray>("digest");
    QTest::addColumn<qint64>("changedAt");
    QTest::addColumn<bool>("isFolder");
    QTest::addColumn<bool>("isSame");

    QTest::newRow("the very same") << qint64(3) << QByteArray("d") << qint64(1) << false << true;
    QTest::newRow("the same bytes again")
        << qint64(3) << QByteArray("d") << qint64(2) << false << true;
    QTest::newRow("other bytes") << qint64(3) << QByteArray("e") << qint64(1) << false << false;
    QTest::newRow("another size") << qint64(4) << QByteArray("d") << qint64(1) << false << false;
    QTest::newRow("not read, another time")
        << qint64(3) << QByteArray() << qint64(2) << false << false;
    QTest::newRow("not read, the same time")
        << qint64(3) << QByteArray() << qint64(1) << false << true;
    QTest::newRow("a folder now") << qint64(3) << QByteArray("d") << qint64(1) << true << false;
}

void tst_TemporaryFiles::sameness()
{
    QFETCH(const qint64, bytes);
    QFETCH(const QByteArray, digest);
    QFETCH(const qint64, changedAt);
    QFETCH(const bool, isFolder);
    QFETCH(const bool, isSame);
    const TemporaryFile file{3, false, QByteArray("d"), 1};
    TemporaryFile other{bytes, isFolder, digest, changedAt};
    if (digest.isEmpty())
        other.digest.reset();

    QCOMPARE(file.isSameAs(other), isSame);
    QCOMPARE(other.isSameAs(file), isSame);
}

COLDFRAME_TEST(tst_TemporaryFiles);

#include "tst_temporaryfiles.moc"
