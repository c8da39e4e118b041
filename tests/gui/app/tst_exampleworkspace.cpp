// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/app/exampleworkspace.h"
#include "tests/support/testmain.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace coldframe;

namespace {

void writeFile(const QString &path, const QByteArray &text)
{
    QVERIFY(QDir().mkpath(QFileInfo(path).path()));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(text);
}

QByteArray readFile(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class tst_ExampleWorkspace : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void copiesFoldersAndMakesThemWritable();
    void keepsWhatWasEdited();
    void saysThatThereIsNone();
    void saysThatItCannotBeWritten();

private:
    QString data() const { return m_folder->filePath(QStringLiteral("data")); }
    QString target() const { return m_folder->filePath(QStringLiteral("target")); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void tst_ExampleWorkspace::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    const QString example = data() + QStringLiteral("/examples/hello-lambda");
    writeFile(example + QStringLiteral("/app.py"), "original");
    writeFile(example + QStringLiteral("/events/hello.json"), "{}");
    QFile::setPermissions(example + QStringLiteral("/app.py"), QFile::ReadOwner);
}

void tst_ExampleWorkspace::copiesFoldersAndMakesThemWritable()
{
    const Result<QString> path = provideExampleWorkspace(data(), target());

    QVERIFY(path);
    QCOMPARE(readFile(*path + QStringLiteral("/events/hello.json")), QByteArray("{}"));
    QVERIFY(QFile::permissions(*path + QStringLiteral("/app.py")).testFlag(QFile::WriteOwner));
}

void tst_ExampleWorkspace::keepsWhatWasEdited()
{
    const Result<QString> path = provideExampleWorkspace(data(), target());
    QVERIFY(path);
    writeFile(*path + QStringLiteral("/app.py"), "edited");

    QVERIFY(provideExampleWorkspace(data(), target()));

    QCOMPARE(readFile(*path + QStringLiteral("/app.py")), QByteArray("edited"));
}

void tst_ExampleWorkspace::saysThatThereIsNone()
{
    const Result<QString> path = provideExampleWorkspace(target(), target());

    QVERIFY(!path);
    QCOMPARE(path.error().code, Error::Code::NotFound);
}

void tst_ExampleWorkspace::saysThatItCannotBeWritten()
{
    writeFile(target(), "a file where a folder is wanted");

    const Result<QString> path = provideExampleWorkspace(data(), target());

    QVERIFY(!path);
    QCOMPARE(path.error().code, Error::Code::Unwritable);
}

COLDFRAME_TEST(tst_ExampleWorkspace);

#include "tst_exampleworkspace.moc"
