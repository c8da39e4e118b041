// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/bootstrapfolder.h"
#include "tests/core/runtime/runtimepeer.h"
#include "tests/support/testmain.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace coldframe;
using namespace coldframe::test;

/// What is shown to an interpreter as /var/runtime.
class tst_BootstrapFolder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aFolderForEachVersionOfTheSources();
    void withoutAWholeCacheTheSourcesAreRun_data();
    void withoutAWholeCacheTheSourcesAreRun();
};

namespace {

void write(const QString &folder, const char *name, const QByteArray &source)
{
    QDir().mkpath(folder);
    QFile file(folder + u'/' + QLatin1String(name));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(source), source.size());
}

} // namespace

void tst_BootstrapFolder::aFolderForEachVersionOfTheSources()
{
    const QTemporaryDir data;
    const QTemporaryDir cache;
    const QString source = data.filePath(QStringLiteral("resources/runtimes/nodejs"));
    write(source, "bootstrap.cjs", "// nothing\n");
    write(source, "late.cjs", "// one\n");
    const Interpreter node{RuntimeFamily::NodeJs, {}, {}, {}, {}};
    const auto prepared
        = [&] { return prepareBootstrap(node, data.path(), cache.path())->directory; };

    const QString first = prepared();
    QCOMPARE(prepared(), first);
    write(source, "late.cjs", "// two\n");
    const QString second = prepared();

    QVERIFY(second != first);
    QFile late(second + QStringLiteral("/late.cjs"));
    QVERIFY(late.open(QIODevice::ReadOnly));
    QCOMPARE(late.readAll(), QByteArray("// two\n"));
    QVERIFY(QFile::exists(second + QStringLiteral("/bootstrap.cjs")));
}

void tst_BootstrapFolder::withoutAWholeCacheTheSourcesAreRun_data()
{
    QTest::addColumn<RuntimeFamily>("family");
    QTest::addColumn<QString>("name"); // of what is damaged
    QTest::addColumn<QString>("sources");
    QTest::newRow("Python") << RuntimeFamily::Python << "coldframe_context.pyc"
                            << "python";
    QTest::newRow("the bundle of Node.js") << RuntimeFamily::NodeJs << "bootstrap.cjs"
                                           << "nodejs";
    QTest::newRow("beside the bundle") << RuntimeFamily::NodeJs << "errors.cjs"
                                       << "nodejs";
}

void tst_BootstrapFolder::withoutAWholeCacheTheSourcesAreRun()
{
    QFETCH(RuntimeFamily, family);
    QFETCH(QString, name);
    QFETCH(QString, sources);
    const QString data = QStringLiteral(COLDFRAME_SOURCE_DIR);
    const QString source = data + QStringLiteral("/resources/runtimes/") + sources;
    const std::vector<Interpreter> interpreters = interpretersOf(family);
    if (interpreters.empty())
        QSKIP("there is no such interpreter here");
    const Interpreter &interpreter = interpreters.front();
    const QTemporaryDir cache;
    const auto prepared = [&](const QString &folder) {
        return prepareBootstrap(interpreter, data, folder)->directory;
    };

    const QString whole = prepared(cache.path());
    QVERIFY(whole != source);
    QCOMPARE(prepared(cache.path()), whole);
    QFile damaged(whole + u'/' + name);
    QVERIFY(damaged.exists());
    QVERIFY(damaged.resize(0)); // as after a power failure
    QCOMPARE(prepared(cache.path()), source);
    QVERIFY(damaged.remove());
    QCOMPARE(prepared(cache.path()), source);
    QCOMPARE(prepared(data + QStringLiteral("/README.md")), source); // below a file
}

COLDFRAME_TEST(tst_BootstrapFolder);

#include "tst_bootstrapfolder.moc"
