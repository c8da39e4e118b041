// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/invoker/codewatcher.h"

#include "tests/support/testmain.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <functional>

using namespace coldframe;

class tst_CodeWatcher : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void changes_data();
    void changes();
    void whatIsNoCode_data();
    void whatIsNoCode();
    void eachChangeIsToldOnce();
    void theFirstOfSeveralChanges();
    void aFolderThatIsMadeAnew_data();
    void aFolderThatIsMadeAnew();
    void moreChangesThanTheKernelKeeps();
    void aFolderThatIsMissing();
};

namespace {

QString changeOf(CodeWatcher &watcher)
{
    DescriptorWatch::catchUp();
    return watcher.takeChange();
}

using Change = std::function<void(const QDir &folder)>;

void writeText(const QDir &folder, const QString &name, const QByteArray &text = "changed\n")
{
    QVERIFY(folder.mkpath(QFileInfo(name).path()));
    QFile file(folder.filePath(name));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(text);
}

/// A folder with a bit of everything.
void fill(const QDir &folder)
{
    writeText(folder, QStringLiteral("app.py"), "before\n");
    writeText(folder, QStringLiteral("lib/orders/db.py"), "before\n");
    writeText(folder, QStringLiteral("events/create.json"), "{}");
    writeText(folder, QStringLiteral(".git/HEAD"), "main");
    writeText(folder, QStringLiteral("__pycache__/app.pyc"), "compiled");
}

} // namespace

Q_DECLARE_METATYPE(Change)

void tst_CodeWatcher::changes_data()
{
    QTest::addColumn<Change>("change");
    QTest::addColumn<QString>("file");

    const auto row = [](const char *title, const char *file, Change change) {
        QTest::newRow(title) << change << QString::fromLatin1(file);
    };
    row("a file is written", "app.py",
        [](const QDir &folder) { writeText(folder, QStringLiteral("app.py")); });
    row("a file deep below is written", "lib/orders/db.py",
        [](const QDir &folder) { writeText(folder, QStringLiteral("lib/orders/db.py")); });
    row("a file is new", "new.py",
        [](const QDir &folder) { writeText(folder, QStringLiteral("new.py")); });
    row("a file is removed", "lib/orders/db.py", [](const QDir &folder) {
        QFile::remove(folder.filePath(QStringLiteral("lib/orders/db.py")));
    });
    row("an editor replaces a file", "app.py", [](const QDir &folder) {
        writeText(folder, QStringLiteral(".app.py.swx"));
        QCOMPARE(std::rename(folder.filePath(QStringLiteral(".app.py.swx")).toLocal8Bit(),
                             folder.filePath(QStringLiteral("app.py")).toLocal8Bit()),
                 0);
    });
    row("a folder is new", "package",
        [](const QDir &folder) { writeText(folder, QStringLiteral("package/__init__.py")); });
    row("a folder is renamed", "lib", [](const QDir &folder) {
        QVERIFY(QDir(folder).rename(QStringLiteral("lib"), QStringLiteral("library")));
    });
    row("a file is no code but may be read by it", "config.json",
        [](const QDir &folder) { writeText(folder, QStringLiteral("config.json")); });
}

void tst_CodeWatcher::changes()
{
    QFETCH(const Change, change);
    QFETCH(const QString, file);
    const QTemporaryDir folder;
    fill(QDir(folder.path()));
    CodeWatcher watcher(folder.path());
    QCOMPARE(changeOf(watcher), QString());

    change(QDir(folder.path()));

    QCOMPARE(changeOf(watcher), file);
}

void tst_CodeWatcher::whatIsNoCode_data()
{
    QTest::addColumn<QString>("file");

    for (const char *file : {"events/create.json", "events/new.json", ".git/HEAD", ".git/objects/1",
                             "__pycache__/app.pyc", "lib/__pycache__/db.pyc", ".coldframe/runs.db",
                             "lib/orders/.db.py.swp", "app.py~", "app.pyc", "4913", ".#app.py"})
        QTest::newRow(file) << QString::fromLatin1(file);
}

void tst_CodeWatcher::whatIsNoCode()
{
    QFETCH(const QString, file);
    const QTemporaryDir folder;
    fill(QDir(folder.path()));
    CodeWatcher watcher(folder.path());

    writeText(QDir(folder.path()), file);

    QCOMPARE(changeOf(watcher), QString());
}

void tst_CodeWatcher::eachChangeIsToldOnce()
{
    const QTemporaryDir folder;
    const QDir code(folder.path());
    fill(code);
    CodeWatcher watcher(folder.path());

    writeText(code, QStringLiteral("package/__init__.py"));
    QCOMPARE(changeOf(watcher), QStringLiteral("package"));
    QCOMPARE(changeOf(watcher), QString());

    // A folder that came later is watched as well.
    writeText(code, QStringLiteral("package/deep/module.py"));
    QVERIFY(!changeOf(watcher).isEmpty());
    writeText(code, QStringLiteral("package/deep/module.py"));
    QCOMPARE(changeOf(watcher), QStringLiteral("package/deep/module.py"));
    QCOMPARE(changeOf(watcher), QString());
}

void tst_CodeWatcher::theFirstOfSeveralChanges()
{
    const QTemporaryDir folder;
    const QDir code(folder.path());
    fill(code);
    CodeWatcher watcher(folder.path());

    writeText(code, QStringLiteral("events/create.json"));
    writeText(code, QStringLiteral("lib/orders/db.py"));
    writeText(code, QStringLiteral("app.py"));

    QCOMPARE(changeOf(watcher), QStringLiteral("lib/orders/db.py"));
    QCOMPARE(changeOf(watcher), QString());
}

void tst_CodeWatcher::aFolderThatIsMadeAnew_data()
{
    QTest::addColumn<Change>("change");

    const auto row = [](const char *title, Change change) { QTest::newRow(title) << change; };
    row("a build removes it and makes it again", [](const QDir &folder) {
        QVERIFY(QDir(folder).removeRecursively());
        fill(folder);
    });
    row("a build puts another one in its place", [](const QDir &folder) {
        const QString path = folder.path();
        QVERIFY(QDir().rename(path, path + QStringLiteral(".old")));
        fill(QDir(path));
    });
}

void tst_CodeWatcher::aFolderThatIsMadeAnew()
{
    QFETCH(const Change, change);
    const QTemporaryDir parent;
    const QDir folder(parent.filePath(QStringLiteral("dist")));
    fill(folder);
    CodeWatcher watcher(folder.path());

    change(folder);

    QVERIFY(!changeOf(watcher).isEmpty());
    QCOMPARE(changeOf(watcher), QString());
    writeText(folder, QStringLiteral("lib/orders/db.py"), "later\n");
    QCOMPARE(changeOf(watcher), QStringLiteral("lib/orders/db.py"));
}

void tst_CodeWatcher::moreChangesThanTheKernelKeeps()
{
    QFile limit(QStringLiteral("/proc/sys/fs/inotify/max_queued_events"));
    QVERIFY(limit.open(QIODevice::ReadOnly));
    const int most = limit.readAll().trimmed().toInt();
    if (most > 100'000)
        QSKIP("the kernel keeps too many events for a test");
    const QTemporaryDir folder;
    const QDir code(folder.path());
    fill(code);
    CodeWatcher watcher(folder.path());

    // None of these is code, but each fills the queue; equal ones in a row would be merged.
    for (int i = 0; i <= most / 2; ++i) {
        const QString name
            = code.filePath(i % 2 == 0 ? QStringLiteral("a~") : QStringLiteral("b~"));
        QFile file(name);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.close();
        file.remove();
    }
    writeText(code, QStringLiteral("app.py"));

    QVERIFY(!changeOf(watcher).isEmpty());
    QCOMPARE(changeOf(watcher), QString());
    writeText(code, QStringLiteral("app.py"), "later\n");
    QCOMPARE(changeOf(watcher), QStringLiteral("app.py"));
}

void tst_CodeWatcher::aFolderThatIsMissing()
{
    CodeWatcher watcher(QStringLiteral("/nonexistent/code"));

    QCOMPARE(changeOf(watcher), QString());
}

COLDFRAME_TEST(tst_CodeWatcher);

#include "tst_codewatcher.moc"
