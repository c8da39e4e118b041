// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/editor/textfile.h"
#include "tests/support/testmain.h"

#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace coldframe;

namespace {

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("unreadable");
}

bool put(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

} // namespace

class tst_TextFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readAndWrittenUnchanged_data();
    void readAndWrittenUnchanged();
    void kinds_data();
    void kinds();
    void missing();
    void notAFile();
    void permissionsStay();
    void symbolicLinksStay();
    void failureLeavesTheOldFile();

private:
    QTemporaryDir m_folder;
};

void tst_TextFile::readAndWrittenUnchanged_data()
{
    QTest::addColumn<QByteArray>("bytes");

    QTest::newRow("empty") << QByteArray();
    QTest::newRow("newline at the end") << QByteArray("a\nb\n");
    QTest::newRow("no newline at the end") << QByteArray("a\nb");
    QTest::newRow("Windows line ends") << QByteArray("a\r\nb\r\n");
    QTest::newRow("mixed line ends") << QByteArray("a\r\nb\nc\rd");
    QTest::newRow("byte order mark") << QByteArray("\xef\xbb\xbf{}\n");
    QTest::newRow("emoji") << QByteArray("\xf0\x9f\x98\x80\n");
}

void tst_TextFile::readAndWrittenUnchanged()
{
    QFETCH(QByteArray, bytes);
    const QString path = m_folder.filePath(u"kept.txt"_qs);
    QVERIFY(put(path, bytes));

    const auto file = readTextFile(path);
    QVERIFY(file);
    QCOMPARE(file->kind, TextFile::Kind::Utf8);
    QVERIFY(put(path, "something else"));
    const auto hash = writeTextFile(path, file->text, file->hasByteOrderMark);

    QVERIFY(hash);
    QCOMPARE(bytesOf(path), bytes);
    QCOMPARE(*hash, file->hash);
}

void tst_TextFile::kinds_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<TextFile::Kind>("kind");
    QTest::addColumn<QString>("text");

    QTest::newRow("UTF-8") << QByteArray("gr\xc3\xb6\xc3\x9f") << TextFile::Kind::Utf8
                           << u"größ"_qs;
    QTest::newRow("Latin-1") << QByteArray("gr\xf6\xdf") << TextFile::Kind::OtherEncoding
                             << u"größ"_qs;
    QTest::newRow("UTF-16") << QByteArray("\xff\xfeh\0i\0", 6) << TextFile::Kind::OtherEncoding
                            << u"hi"_qs;
    QTest::newRow("a cut character") << QByteArray("a\xf0\x9f") << TextFile::Kind::OtherEncoding
                                     << QString::fromLatin1("a\xf0\x9f");
    QTest::newRow("a ZIP file") << QByteArray("PK\3\4\0\0", 6) << TextFile::Kind::Binary
                                << QString();
}

void tst_TextFile::kinds()
{
    QFETCH(QByteArray, bytes);
    QFETCH(TextFile::Kind, kind);
    QFETCH(QString, text);
    const QString path = m_folder.filePath(u"kind"_qs);
    QVERIFY(put(path, bytes));

    const auto file = readTextFile(path);

    QVERIFY(file);
    QCOMPARE(file->kind, kind);
    QCOMPARE(file->text, text);
}

void tst_TextFile::missing()
{
    const auto file = readTextFile(m_folder.filePath(u"nothing"_qs));

    QVERIFY(!file);
    QCOMPARE(file.error().code, Error::Code::NotFound);
}

void tst_TextFile::notAFile()
{
    const auto file = readTextFile(m_folder.path());

    QVERIFY(!file);
    QCOMPARE(file.error().code, Error::Code::Unreadable);
}

void tst_TextFile::permissionsStay()
{
    const QString path = m_folder.filePath(u"bootstrap"_qs);
    QVERIFY(put(path, "old"));
    const auto permissions = QFileDevice::ReadOwner | QFileDevice::WriteOwner
        | QFileDevice::ExeOwner | QFileDevice::ReadGroup | QFileDevice::ExeGroup;
    QVERIFY(QFile::setPermissions(path, permissions));

    QVERIFY(writeTextFile(path, u"new"_qs, false));

    const auto relevant = permissions | QFileDevice::WriteGroup | QFileDevice::ReadOther
        | QFileDevice::WriteOther | QFileDevice::ExeOther;
    QCOMPARE(QFile::permissions(path) & relevant, permissions);
    QCOMPARE(bytesOf(path), QByteArray("new"));
}

void tst_TextFile::symbolicLinksStay()
{
    const QString target = m_folder.filePath(u"target.py"_qs);
    const QString middle = m_folder.filePath(u"middle.py"_qs);
    const QString link = m_folder.filePath(u"link.py"_qs);
    QVERIFY(put(target, "old"));
    QVERIFY(QFile::link(u"target.py"_qs, middle));
    QVERIFY(QFile::link(middle, link));

    QVERIFY(writeTextFile(link, u"new"_qs, false));

    QVERIFY(QFileInfo(link).isSymLink());
    QVERIFY(QFileInfo(middle).isSymLink());
    QVERIFY(!QFileInfo(target).isSymLink());
    QCOMPARE(bytesOf(target), QByteArray("new"));
}

void tst_TextFile::failureLeavesTheOldFile()
{
    const QString path = m_folder.filePath(u"no/such/folder/file"_qs);

    const auto hash = writeTextFile(path, u"text"_qs, false);

    QVERIFY(!hash);
    QCOMPARE(hash.error().code, Error::Code::Unwritable);
    QVERIFY(hash.error().detail.contains(path));
}

COLDFRAME_TEST(tst_TextFile);

#include "tst_textfile.moc"
