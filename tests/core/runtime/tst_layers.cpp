// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/layers.h"

#include "core/lambda/limits.h"
#include "tests/support/testmain.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <fcntl.h>
#include <memory>
#include <sys/stat.h>
#include <unistd.h>

using namespace coldframe;

class tst_Layers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void withoutLayersThereIsNothing();
    void oneFolderIsShownItself();
    void laterLayersOverwriteEarlierOnes();
    void aFileMayTakeTheNameOfAFolder();
    void archivesAreUnpacked_data();
    void archivesAreUnpacked();
    void executableBitsAreKept();
    void linksInsideAreKept();
    void noLinkIsWrittenThrough();
    void whatLeadsOutIsRefused_data();
    void whatLeadsOutIsRefused();
    void damagedArchives_data();
    void damagedArchives();
    void whatLambdaRefuses_data();
    void whatLambdaRefuses();
    void moreThan250Megabytes_data();
    void moreThan250Megabytes();
    void theSameContentIsMergedOnce();
    void fingerprintChanges_data();
    void fingerprintChanges();
    void oldFoldersAreRemoved();
    void aCacheThatCannotBeWritten();

private:
    QString path(const QString &name) const { return m_folder->filePath(name); }
    QString cache() const { return path(QStringLiteral("cache")); }
    void write(const QString &name, const QByteArray &content = "x", bool isExecutable = false);
    QString archive(const QString &name, const char *entries);

    std::unique_ptr<QTemporaryDir> m_folder;
};

namespace {

/// Writes an archive with entries of the form (name, content, mode), as any tool may write them.
const char zipProgram[]
    = "import sys, zipfile\n"
      "with zipfile.ZipFile(sys.argv[1], 'w', zipfile.ZIP_DEFLATED) as archive:\n"
      "    for name, content, mode in eval(sys.argv[2]):\n"
      "        entry = zipfile.ZipInfo(name)\n"
      "        entry.create_system = 3\n"
      "        entry.external_attr = mode << 16\n"
      "        entry.compress_type = zipfile.ZIP_DEFLATED\n"
      "        archive.writestr(entry, content)\n";

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("<missing>");
}

/// All files below a folder with their content, "name=content", sorted.
QStringList filesIn(const QString &folder)
{
    QStringList files;
    QDirIterator entry(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (entry.hasNext()) {
        const QString path = entry.next();
        files.append(QDir(folder).relativeFilePath(path) + u'='
                     + QString::fromUtf8(contentOf(path)));
    }
    files.sort();
    return files;
}

} // namespace

void tst_Layers::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

void tst_Layers::write(const QString &name, const QByteArray &content, bool isExecutable)
{
    const QString place = path(name);
    QVERIFY(QDir().mkpath(QFileInfo(place).path()));
    QFile file(place);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(content), content.size());
    if (isExecutable)
        QVERIFY(file.setPermissions(file.permissions() | QFile::ExeOwner | QFile::ExeGroup));
}

QString tst_Layers::archive(const QString &name, const char *entries)
{
    QProcess python;
    python.start(QStringLiteral("python3"),
                 {QStringLiteral("-c"), QString::fromLatin1(zipProgram), path(name),
                  QString::fromUtf8(entries)});
    if (!python.waitForFinished() || python.exitCode() != 0)
        qFatal("python3 could not write %s: %s", qPrintable(name),
               python.readAllStandardError().constData());
    return path(name);
}

void tst_Layers::withoutLayersThereIsNothing()
{
    const Result<QString> folder = preparedLayers({}, cache());

    QVERIFY(folder);
    QCOMPARE(*folder, QString());
    QCOMPARE(layersFingerprint({}), QString());
    QVERIFY(!QFileInfo::exists(cache()));
}

void tst_Layers::oneFolderIsShownItself()
{
    write(QStringLiteral("layer/python/a.py"));

    const Result<QString> folder = preparedLayers({path(QStringLiteral("layer"))}, cache());

    QVERIFY(folder);
    QCOMPARE(*folder, path(QStringLiteral("layer")));
    QVERIFY(!QFileInfo::exists(cache()));
}

void tst_Layers::laterLayersOverwriteEarlierOnes()
{
    write(QStringLiteral("first/python/a.py"), "first a");
    write(QStringLiteral("first/python/b.py"), "first b");
    const QString second
        = archive(QStringLiteral("second.zip"),
                  "[('python/b.py', 'second b', 0o644), ('bin/tool', 'second', 0o755)]");
    write(QStringLiteral("third/bin/tool"), "third");
    const QString first = path(QStringLiteral("first"));
    const QString third = path(QStringLiteral("third"));

    const Result<QString> forward = preparedLayers({first, second, third}, cache());
    const Result<QString> backward = preparedLayers({third, second, first}, cache());

    QVERIFY(forward);
    QVERIFY(backward);
    QCOMPARE(filesIn(*forward),
             (QStringList{QStringLiteral("bin/tool=third"), QStringLiteral("python/a.py=first a"),
                          QStringLiteral("python/b.py=second b")}));
    QCOMPARE(filesIn(*backward),
             (QStringList{QStringLiteral("bin/tool=second"), QStringLiteral("python/a.py=first a"),
                          QStringLiteral("python/b.py=first b")}));
    QCOMPARE(contentOf(path(QStringLiteral("first/python/b.py"))), QByteArray("first b"));
}

void tst_Layers::aFileMayTakeTheNameOfAFolder()
{
    write(QStringLiteral("first/lib/a"), "a");
    write(QStringLiteral("second/lib"), "file");
    write(QStringLiteral("third/lib/c"), "c");

    const Result<QString> file
        = preparedLayers({path(QStringLiteral("first")), path(QStringLiteral("second"))}, cache());
    const Result<QString> folder
        = preparedLayers({path(QStringLiteral("second")), path(QStringLiteral("third"))}, cache());

    QVERIFY(file);
    QVERIFY(folder);
    QCOMPARE(filesIn(*file), QStringList{QStringLiteral("lib=file")});
    QCOMPARE(filesIn(*folder), QStringList{QStringLiteral("lib/c=c")});
}

void tst_Layers::archivesAreUnpacked_data()
{
    QTest::addColumn<QByteArray>("entries");
    QTest::addColumn<QStringList>("files");

    QTest::newRow("with entries for folders")
        << QByteArray("[('python/', '', 0o40755), ('python/a.py', 'a', 0o100644)]")
        << QStringList{QStringLiteral("python/a.py=a")};
    QTest::newRow("without entries for folders")
        << QByteArray("[('python/lib/a.py', 'a', 0o100644)]")
        << QStringList{QStringLiteral("python/lib/a.py=a")};
    QTest::newRow("with a point in front")
        << QByteArray("[('./a.py', 'a', 0o100644)]") << QStringList{QStringLiteral("a.py=a")};
    QTest::newRow("without modes, as on Windows")
        << QByteArray("[('a.py', 'a', 0)]") << QStringList{QStringLiteral("a.py=a")};
    QTest::newRow("a name beyond ASCII") << QByteArray("[('gr\xc3\xbc\xc3\x9f.py', 'a', 0o100644)]")
                                         << QStringList{QStringLiteral("grüß.py=a")};
    QTest::newRow("one name twice: the last one counts")
        << QByteArray("[('a.py', '1', 0o100644), ('a.py', '2', 0o100644)]")
        << QStringList{QStringLiteral("a.py=2")};
    QTest::newRow("points that are no way out")
        << QByteArray("[('..a/b..', 'a', 0o100644)]") << QStringList{QStringLiteral("..a/b..=a")};
    QTest::newRow("an empty file")
        << QByteArray("[('a', '', 0o100644)]") << QStringList{QStringLiteral("a=")};
    QTest::newRow("nothing at all") << QByteArray("[]") << QStringList();
}

void tst_Layers::archivesAreUnpacked()
{
    QFETCH(const QByteArray, entries);
    QFETCH(const QStringList, files);
    const QString layer = archive(QStringLiteral("layer.zip"), entries.constData());

    const Result<QString> folder = preparedLayers({layer}, cache());

    QVERIFY2(folder, folder ? "" : qPrintable(folder.error().detail));
    QVERIFY(folder->startsWith(cache()));
    QCOMPARE(filesIn(*folder), files);
}

void tst_Layers::executableBitsAreKept()
{
    const QString zip = archive(QStringLiteral("layer.zip"),
                                "[('bin/run', '', 0o100700), ('bin/data', '', 0o100600)]");
    write(QStringLiteral("layer/extensions/mine"), "x", true);
    write(QStringLiteral("layer/extensions/notes"), "x");

    const Result<QString> folder = preparedLayers({zip, path(QStringLiteral("layer"))}, cache());

    QVERIFY(folder);
    const auto mode = [&folder](const char *name) {
        struct stat status
        { };
        const QByteArray file = QFile::encodeName(*folder + u'/' + QLatin1String(name));
        return ::stat(file.constData(), &status) == 0 ? status.st_mode & 0777 : 0;
    };
    QCOMPARE(mode("bin/run"), 0755U);
    QCOMPARE(mode("bin/data"), 0644U);
    QCOMPARE(mode("bin"), 0755U);
    QCOMPARE(mode("."), 0755U);
    QVERIFY(mode("extensions/mine") & 0100);
    QVERIFY(!(mode("extensions/notes") & 0111));
}

void tst_Layers::linksInsideAreKept()
{
    const QString zip = archive(QStringLiteral("layer.zip"),
                                "[('lib/a.so.1', 'a', 0o100644), ('lib/a.so', 'a.so.1', 0o120777), "
                                "('bin/tool', '../lib/a.so', 0o120777)]");
    write(QStringLiteral("layer/one"), "1");
    QVERIFY(QFile::link(QStringLiteral("one"), path(QStringLiteral("layer/two"))));

    const Result<QString> folder = preparedLayers({zip, path(QStringLiteral("layer"))}, cache());

    QVERIFY(folder);
    QVERIFY(QFileInfo(*folder + QStringLiteral("/lib/a.so")).isSymLink());
    QCOMPARE(contentOf(*folder + QStringLiteral("/bin/tool")), QByteArray("a"));
    QVERIFY(QFileInfo(*folder + QStringLiteral("/two")).isSymLink());
    QCOMPARE(contentOf(*folder + QStringLiteral("/two")), QByteArray("1"));
}

void tst_Layers::noLinkIsWrittenThrough()
{
    write(QStringLiteral("outside/keep"), "kept");
    QVERIFY(QDir().mkpath(path(QStringLiteral("first"))));
    QVERIFY(QFile::link(path(QStringLiteral("outside")), path(QStringLiteral("first/lib"))));
    QVERIFY(
        QFile::link(path(QStringLiteral("outside/keep")), path(QStringLiteral("first/config"))));
    const QString second
        = archive(QStringLiteral("second.zip"),
                  "[('lib/keep', 'mine', 0o100644), ('config', 'mine', 0o100644)]");

    const Result<QString> folder = preparedLayers({path(QStringLiteral("first")), second}, cache());

    QVERIFY(folder);
    QCOMPARE(contentOf(path(QStringLiteral("outside/keep"))), QByteArray("kept"));
    QCOMPARE(filesIn(*folder),
             (QStringList{QStringLiteral("config=mine"), QStringLiteral("lib/keep=mine")}));
}

void tst_Layers::whatLeadsOutIsRefused_data()
{
    QTest::addColumn<QByteArray>("entries");
    QTest::addColumn<QString>("name");

    const auto row = [](const char *title, const char *entries, const char *name) {
        QTest::newRow(title) << QByteArray(entries) << QString::fromLatin1(name);
    };
    row("upwards", "[('../evil', 'x', 0o100644)]", "../evil");
    row("upwards from below", "[('a/../../evil', 'x', 0o100644)]", "a/../../evil");
    row("upwards as a folder", "[('../evil/', '', 0o40755)]", "../evil");
    row("absolute", "[('/tmp/evil', 'x', 0o100644)]", "/tmp/evil");
    row("a link upwards", "[('link', '../evil', 0o120777)]", "link");
    row("a link upwards from below", "[('a/link', '../../evil', 0o120777)]", "a/link");
    row("an absolute link", "[('link', '/etc/passwd', 0o120777)]", "/etc/passwd");
    row("a link that first goes down", "[('link', 'a/../../evil', 0o120777)]", "link");
}

void tst_Layers::whatLeadsOutIsRefused()
{
    QFETCH(const QByteArray, entries);
    QFETCH(const QString, name);
    const QString layer = archive(QStringLiteral("layer.zip"), entries.constData());

    const Result<QString> folder = preparedLayers({layer}, cache());

    QVERIFY(!folder);
    QCOMPARE(folder.error().code, Error::Code::InvalidArgument);
    QVERIFY2(folder.error().detail.contains(layer), qPrintable(folder.error().detail));
    QVERIFY2(folder.error().detail.contains(name), qPrintable(folder.error().detail));
    QVERIFY(!QFileInfo::exists(path(QStringLiteral("cache/evil"))));
    QVERIFY(!QFileInfo::exists(path(QStringLiteral("cache/layers/evil"))));
    QCOMPARE(QDir(cache() + QStringLiteral("/layers"))
                 .entryList(QDir::AllEntries | QDir::NoDotAndDotDot),
             QStringList());
}

void tst_Layers::damagedArchives_data()
{
    QTest::addColumn<QByteArray>("content");

    QTest::newRow("a text") << QByteArray("hello");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("the begin of an archive") << QByteArray("PK\x03\x04", 4);
}

void tst_Layers::damagedArchives()
{
    QFETCH(const QByteArray, content);
    write(QStringLiteral("layer.zip"), content);

    const Result<QString> folder = preparedLayers({path(QStringLiteral("layer.zip"))}, cache());

    QVERIFY(!folder);
    QCOMPARE(folder.error().code, Error::Code::InvalidArgument);
    QVERIFY(folder.error().detail.contains(QStringLiteral("layer.zip")));
}

void tst_Layers::whatLambdaRefuses_data()
{
    QTest::addColumn<QStringList>("names");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("detail");

    const auto row
        = [](const char *title, const char *names, Error::Code code, const char *detail) {
              QTest::newRow(title) << QString::fromLatin1(names).split(u' ')
                                   << static_cast<int>(code) << QString::fromLatin1(detail);
          };
    row("six layers", "a b c d e f", Error::Code::InvalidArgument,
        "Cannot reference more than 5 layers.");
    row("one layer twice", "a b a", Error::Code::InvalidArgument,
        "Two different versions of the same layer");
    row("one layer twice in other words", "a b/../a", Error::Code::InvalidArgument,
        "Two different versions of the same layer");
    row("a layer that is missing", "a nowhere", Error::Code::NotFound, "nowhere");
}

void tst_Layers::whatLambdaRefuses()
{
    QFETCH(QStringList, names);
    QFETCH(const int, code);
    QFETCH(const QString, detail);
    for (const char *name : {"a", "b", "c", "d", "e", "f"})
        write(QLatin1String(name) + QStringLiteral("/file"));
    for (QString &name : names)
        name = path(name);

    const Result<void> checked = checkLayers(names);

    QVERIFY(!checked);
    QCOMPARE(static_cast<int>(checked.error().code), code);
    QVERIFY2(checked.error().detail.contains(detail), qPrintable(checked.error().detail));
    QCOMPARE(preparedLayers(names, cache()).error(), checked.error());
    names = names.mid(0, 1);
    QVERIFY(checkLayers(names));
}

void tst_Layers::moreThan250Megabytes_data()
{
    QTest::addColumn<bool>("isArchive");
    QTest::addColumn<qint64>("excess");
    QTest::addColumn<bool>("isAccepted");

    QTest::newRow("a folder of 250 MB") << false << qint64(0) << true;
    QTest::newRow("a folder with a byte more") << false << qint64(1) << false;
    QTest::newRow("an archive that unpacks to more") << true << qint64(1) << false;
}

void tst_Layers::moreThan250Megabytes()
{
    QFETCH(const bool, isArchive);
    QFETCH(const qint64, excess);
    QFETCH(const bool, isAccepted);
    const qint64 bytes = limits::UnzippedBytes + excess;
    QString layer = path(QStringLiteral("layer"));
    if (isArchive) {
        layer
            = archive(QStringLiteral("layer.zip"),
                      QByteArray("[('zeros', bytes(" + QByteArray::number(bytes) + "), 0o100644)]")
                          .constData());
    } else {
        write(QStringLiteral("layer/sparse"));
        QVERIFY(QFile::resize(path(QStringLiteral("layer/sparse")), bytes));
    }

    const Result<QString> folder = preparedLayers({layer}, cache());

    QCOMPARE(folder.has_value(), isAccepted);
    if (!folder)
        QVERIFY2(folder.error().detail.contains(QStringLiteral("250 MB")),
                 qPrintable(folder.error().detail));
}

void tst_Layers::theSameContentIsMergedOnce()
{
    const QString zip = archive(QStringLiteral("layer.zip"), "[('a', '1', 0o100644)]");
    const Result<QString> first = preparedLayers({zip}, cache());
    QVERIFY(first);
    QFile marker(*first + QStringLiteral("/marker"));
    QVERIFY(marker.open(QIODevice::WriteOnly));

    const Result<QString> again = preparedLayers({zip}, cache());
    archive(QStringLiteral("layer.zip"), "[('a', '22', 0o100644)]");
    const Result<QString> changed = preparedLayers({zip}, cache());

    QVERIFY(again);
    QCOMPARE(*again, *first);
    QVERIFY(marker.exists());
    QVERIFY(changed);
    QVERIFY(*changed != *first);
    QCOMPARE(filesIn(*changed), QStringList{QStringLiteral("a=22")});
}

void tst_Layers::fingerprintChanges_data()
{
    QTest::addColumn<QString>("what");

    for (const char *what : {"nothing", "content", "new file", "removed file", "mode", "order",
                             "archive", "new folder"})
        QTest::newRow(what) << QString::fromLatin1(what);
}

void tst_Layers::fingerprintChanges()
{
    QFETCH(const QString, what);
    write(QStringLiteral("layer/lib/a"), "1");
    write(QStringLiteral("layer/lib/b"), "1");
    write(QStringLiteral("layer.zip"), "not looked into");
    QStringList layers{path(QStringLiteral("layer")), path(QStringLiteral("layer.zip"))};
    const QString before = layersFingerprint(layers);

    if (what == QStringLiteral("content"))
        write(QStringLiteral("layer/lib/a"), "2 and more");
    else if (what == QStringLiteral("new file"))
        write(QStringLiteral("layer/lib/c"));
    else if (what == QStringLiteral("removed file"))
        QFile::remove(path(QStringLiteral("layer/lib/b")));
    else if (what == QStringLiteral("mode"))
        write(QStringLiteral("layer/lib/a"), "1", true);
    else if (what == QStringLiteral("order"))
        layers.swapItemsAt(0, 1);
    else if (what == QStringLiteral("archive"))
        write(QStringLiteral("layer.zip"), "neither now");
    else if (what == QStringLiteral("new folder"))
        QDir().mkpath(path(QStringLiteral("layer/empty")));

    QVERIFY(!before.isEmpty());
    QCOMPARE(layersFingerprint(layers) == before, what == QStringLiteral("nothing"));
}

void tst_Layers::oldFoldersAreRemoved()
{
    const QString directory = cache() + QStringLiteral("/layers");
    constexpr int oldOnes = 12;
    for (int i = 0; i < oldOnes; ++i) {
        const QString old = QStringLiteral("%1/old%2").arg(directory).arg(i);
        QVERIFY(QDir().mkpath(old));
        const timespec twoDaysAgo[]
            = {{time(nullptr) - 172'800 + i, 0}, {time(nullptr) - 172'800 + i, 0}};
        QCOMPARE(::utimensat(AT_FDCWD, QFile::encodeName(old).constData(), twoDaysAgo, 0), 0);
    }
    QVERIFY(QDir().mkpath(directory + QStringLiteral("/recent")));
    const QString zip = archive(QStringLiteral("layer.zip"), "[('a', '1', 0o100644)]");

    const Result<QString> folder = preparedLayers({zip}, cache());

    QVERIFY(folder);
    const QStringList left = QDir(directory).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    QCOMPARE(left.size(), 8);
    QVERIFY(left.contains(QFileInfo(*folder).fileName()));
    QVERIFY(left.contains(QStringLiteral("recent")));
    QVERIFY(left.contains(QStringLiteral("old11")));
    QVERIFY(!left.contains(QStringLiteral("old0")));
}

void tst_Layers::aCacheThatCannotBeWritten()
{
    const QString zip = archive(QStringLiteral("layer.zip"), "[('a', '1', 0o100644)]");

    const Result<QString> folder = preparedLayers({zip}, QStringLiteral("/dev/null/cache"));

    QVERIFY(!folder);
    QCOMPARE(folder.error().code, Error::Code::Unwritable);
}

COLDFRAME_TEST(tst_Layers);

#include "tst_layers.moc"
