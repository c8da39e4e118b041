// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/nodebundle.h"
#include "tests/core/runtime/runtimepeer.h"
#include "tests/support/testmain.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace coldframe;
using namespace coldframe::test;

/// The bootstrap's modules in one file.
class tst_NodeBundle : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void modulesAreTheSameForEverybody();
    void whatIsMissingIsNamed();
};

namespace {

void writeModule(const QString &folder, const char *name, const QByteArray &source)
{
    QDir().mkpath(folder);
    QFile file(folder + u'/' + QLatin1String(name));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(source), source.size());
}

} // namespace

void tst_NodeBundle::modulesAreTheSameForEverybody()
{
    if (interpretersOf(RuntimeFamily::NodeJs).empty())
        QSKIP("there is no Node.js here");
    const QTemporaryDir source;
    const QTemporaryDir target;
    writeModule(source.path(), "bootstrap.cjs",
                "'use strict';\nconsole.log('begins');\n"
                "const first = require('./first.cjs');\n"
                "const second = require('./second.cjs');\n"
                "const path = require('path');\n"
                "console.log(path.basename(__filename), ++first.count, second.first.count,\n"
                "            require('./late.cjs').first.count, require('./late.cjs') ===\n"
                "            require('./late.cjs'));\n"
                "console.log(require.resolve('path'));\n");
    writeModule(source.path(), "first.cjs",
                "console.log('first');\nmodule.exports = { count: 1 };\n");
    writeModule(
        source.path(), "second.cjs",
        "const first = require('./first.cjs');\nexports.first = first; // of every module\n");
    writeModule(target.path(), "late.cjs", "exports.first = { count: 'a file of its own' };\n");

    const Result<QByteArray> bundle = nodeBundle(source.path());
    QVERIFY(bundle.has_value());
    writeModule(target.path(), "bootstrap.cjs", *bundle);
    QProcess process;
    process.start(interpretersOf(RuntimeFamily::NodeJs).front().program,
                  {target.filePath(QStringLiteral("bootstrap.cjs"))});
    QVERIFY(process.waitForFinished());

    QCOMPARE(process.readAllStandardError(), QByteArray());
    QCOMPARE(process.readAllStandardOutput(),
             QByteArray("begins\nfirst\nbootstrap.cjs 2 2 a file of its own true\n"
                        "path\n"));
}

void tst_NodeBundle::whatIsMissingIsNamed()
{
    const QTemporaryDir source;
    writeModule(source.path(), "bootstrap.cjs", "const first = require('./first.cjs');\n");

    const Result<QByteArray> bundle = nodeBundle(source.path());

    QVERIFY(!bundle.has_value());
    QCOMPARE(bundle.error().code, Error::Code::NotFound);
    QVERIFY(bundle.error().detail.contains(QStringLiteral("/first.cjs: ")));
}

COLDFRAME_TEST(tst_NodeBundle);

#include "tst_nodebundle.moc"
