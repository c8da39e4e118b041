// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/invoker/layerwatcher.h"

#include "core/base/descriptorwatch.h"
#include "tests/support/testmain.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace coldframe;

class tst_LayerWatcher : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void changes_data();
    void changes();
    void noLayersNeverChange();
};

namespace {

QString changeOf(LayerWatcher &watcher)
{
    DescriptorWatch::catchUp();
    return watcher.takeChange();
}

void writeText(const QString &path, const QByteArray &text)
{
    QVERIFY(QDir().mkpath(QFileInfo(path).path()));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(text);
}

} // namespace

void tst_LayerWatcher::changes_data()
{
    QTest::addColumn<QString>("changedFile");
    QTest::addColumn<QString>("changedLayer");

    QTest::newRow("a file of a folder")
        << QStringLiteral("folder/python/a.py") << QStringLiteral("folder");
    QTest::newRow("a new file of a folder")
        << QStringLiteral("folder/python/new.py") << QStringLiteral("folder");
    QTest::newRow("an archive") << QStringLiteral("layer.zip") << QStringLiteral("layer.zip");
    QTest::newRow("something else") << QStringLiteral("other/a.py") << QString();
}

void tst_LayerWatcher::changes()
{
    QFETCH(const QString, changedFile);
    QFETCH(const QString, changedLayer);
    const QTemporaryDir place;
    writeText(place.filePath(QStringLiteral("folder/python/a.py")), "before");
    writeText(place.filePath(QStringLiteral("layer.zip")), "before");
    LayerWatcher watcher(
        {place.filePath(QStringLiteral("folder")), place.filePath(QStringLiteral("layer.zip"))});
    QCOMPARE(changeOf(watcher), QString());

    writeText(place.filePath(changedFile), "after the change");

    QCOMPARE(changeOf(watcher), changedLayer.isEmpty() ? QString() : place.filePath(changedLayer));
    QCOMPARE(changeOf(watcher), QString()); // each change is told once
}

void tst_LayerWatcher::noLayersNeverChange()
{
    QCOMPARE(LayerWatcher({}).takeChange(), QString());
}

COLDFRAME_TEST(tst_LayerWatcher);

#include "tst_layerwatcher.moc"
