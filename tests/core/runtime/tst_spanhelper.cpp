// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/spanhelper.h"
#include "tests/support/testmain.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace coldframe;

/// The file with which functions name spans of their own.
class tst_SpanHelper : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isPutBesideTheCode_data();
    void isPutBesideTheCode();
    void refusals_data();
    void refusals();
};

namespace {

const QString dataFolder = QStringLiteral(COLDFRAME_SOURCE_DIR);

} // namespace

void tst_SpanHelper::isPutBesideTheCode_data()
{
    QTest::addColumn<QString>("runtime");
    QTest::addColumn<QString>("name");

    QTest::newRow("a language") << QStringLiteral("python") << QStringLiteral("coldframe.py");
    QTest::newRow("a runtime") << QStringLiteral("python3.12") << QStringLiteral("coldframe.py");
    QTest::newRow("Node.js") << QStringLiteral("nodejs22.x") << QStringLiteral("coldframe.cjs");
}

void tst_SpanHelper::isPutBesideTheCode()
{
    QFETCH(const QString, runtime);
    QFETCH(const QString, name);
    const QTemporaryDir folder;

    const auto added = addSpanHelper(runtime, folder.path(), dataFolder);

    QVERIFY2(added, added ? "" : qPrintable(added.error().detail));
    QCOMPARE(*added, folder.filePath(name));
    QVERIFY(QFile(*added).size() > 0);
    QCOMPARE(addSpanHelper(runtime, folder.path(), dataFolder), added); // it is there already
    QFile other(*added);
    QVERIFY(other.open(QIODevice::WriteOnly));
    other.write("mine");
    other.close();
    const auto refused = addSpanHelper(runtime, folder.path(), dataFolder);
    QVERIFY(!refused.has_value());
    QCOMPARE(refused.error().code, Error::Code::InvalidArgument);
    QCOMPARE(QFile(*added).size(), qint64(4));
}

void tst_SpanHelper::refusals_data()
{
    QTest::addColumn<QString>("runtime");
    QTest::addColumn<QString>("folder");
    QTest::addColumn<QString>("data");
    QTest::addColumn<int>("code");

    constexpr auto argument = int(Error::Code::InvalidArgument);
    constexpr auto notFound = int(Error::Code::NotFound);
    QTest::newRow("a runtime without one")
        << QStringLiteral("java21") << QDir::tempPath() << dataFolder << argument;
    QTest::newRow("no such folder") << QStringLiteral("python") << QStringLiteral("/nonexistent")
                                    << dataFolder << notFound;
    QTest::newRow("a file is no folder")
        << QStringLiteral("python") << QStringLiteral("/dev/null") << dataFolder << notFound;
    QTest::newRow("no data") << QStringLiteral("python") << QDir::tempPath()
                             << QStringLiteral("/nonexistent") << notFound;
}

void tst_SpanHelper::refusals()
{
    QFETCH(const QString, runtime);
    QFETCH(const QString, folder);
    QFETCH(const QString, data);
    QFETCH(const int, code);

    const auto added = addSpanHelper(runtime, folder, data);

    QVERIFY(!added.has_value());
    QCOMPARE(int(added.error().code), code);
}

COLDFRAME_TEST(tst_SpanHelper);

#include "tst_spanhelper.moc"
