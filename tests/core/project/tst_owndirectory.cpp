// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/owndirectory.h"
#include "tests/support/testmain.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace coldframe;

class tst_OwnDirectory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void itIsKeptOutOfARepository();
    void anOwnGitignoreIsKept();
    void aFileInItsPlaceIsSaid();
};

namespace {

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("unreadable");
}

bool put(const QString &path, const QByteArray &text)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(text) == text.size();
}

} // namespace

void tst_OwnDirectory::itIsKeptOutOfARepository()
{
    const QTemporaryDir workspace;

    const Result<QString> directory = provideOwnDirectory(workspace.path());

    QVERIFY(directory);
    QCOMPARE(*directory, workspace.filePath(QStringLiteral(".coldframe")));
    QCOMPARE(*directory, ownDirectoryOf(workspace.path()));
    QCOMPARE(contentOf(*directory + QStringLiteral("/.gitignore")), QByteArray("*\n"));
}

void tst_OwnDirectory::anOwnGitignoreIsKept()
{
    const QTemporaryDir workspace;
    QVERIFY(QDir(workspace.path()).mkdir(QStringLiteral(".coldframe")));
    const QString ignore = workspace.filePath(QStringLiteral(".coldframe/.gitignore"));
    QVERIFY(put(ignore, "drafts\n"));

    QVERIFY(provideOwnDirectory(workspace.path()));

    QCOMPARE(contentOf(ignore), QByteArray("drafts\n"));
}

void tst_OwnDirectory::aFileInItsPlaceIsSaid()
{
    const QTemporaryDir workspace;
    QVERIFY(put(workspace.filePath(QStringLiteral(".coldframe")), "in the way"));

    const Result<QString> directory = provideOwnDirectory(workspace.path());

    QVERIFY(!directory);
    QCOMPARE(directory.error().code, Error::Code::Unwritable);
    QVERIFY(directory.error().detail.contains(QStringLiteral(".coldframe")));
}

COLDFRAME_TEST(tst_OwnDirectory);

#include "tst_owndirectory.moc"
