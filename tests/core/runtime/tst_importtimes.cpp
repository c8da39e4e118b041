// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/bootstrapfolder.h"
#include "core/runtime/inittrace.h"
#include "tests/core/runtime/runtimepeer.h"
#include "tests/support/testmain.h"

#include <QDir>
#include <QFile>
#include <QTest>

#include <algorithm>
#include <map>

using namespace coldframe;
using namespace coldframe::test;
using namespace std::chrono_literals;

/// The times of Python's imports against what `python -X importtime` tells of the same ones, and
/// what is known of each module.
class tst_ImportTimes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void agreeWithPython_data();
    void agreeWithPython();
    void kindsOfModules_data();
    void kindsOfModules();

private:
    QTemporaryDir m_tree;
};

namespace {

/// By module: with everything that it imports, of each run.
using Times = std::map<QString, std::vector<std::chrono::nanoseconds>>;

void writeModule(const QTemporaryDir &folder, const QString &path, const QByteArray &source)
{
    const QString file = folder.filePath(path);
    QDir().mkpath(QFileInfo(file).path());
    QFile module(file);
    if (!module.open(QIODevice::WriteOnly))
        qFatal("%s", qPrintable(file));
    module.write(source);
}

/// Enough code to compile and to run for a millisecond or more.
QByteArray someCode(int functions, int rounds)
{
    QByteArray code;
    for (int i = 0; i < functions; ++i) {
        const QByteArray number = QByteArray::number(i);
        code += "def f" + number + "(a, b=" + number + ", *c, **d):\n"
            + "    return [a + x * b for x in c if x not in d] or {'k" + number + "': a}\n";
    }
    return code + "total = 0\nfor i in range(" + QByteArray::number(rounds) + "): total += i\n";
}

/// "import time: self [us] | cumulative | imported package", and a line like it for each module.
void addTold(Times &times, const QByteArray &output)
{
    for (const QByteArray &line : output.split('\n')) {
        const QList<QByteArray> parts = line.split('|');
        bool isNumber = false;
        const qint64 microseconds
            = parts.size() == 3 ? parts[1].trimmed().toLongLong(&isNumber) : 0;
        if (line.startsWith("import time:") && isNumber)
            times[QString::fromUtf8(parts[2].trimmed())].push_back(
                std::chrono::microseconds(microseconds));
    }
}

double medianOf(std::vector<double> values)
{
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

} // namespace

void tst_ImportTimes::initTestCase()
{
    if (interpretersOf(RuntimeFamily::Python).empty())
        QSKIP("there is no Python here");
    writeModule(
        m_tree, QStringLiteral("app.py"),
        "import shop\nimport shop.prices.table\nimport json, decimal, argparse\n"
        "import importlib\nimportlib.import_module('json')\nimportlib.import_module('alone')\n"
        "def handler(event, context): return 'done'\n");
    writeModule(m_tree, QStringLiteral("shop/__init__.py"),
                "from shop import orders\n" + someCode(40, 20'000));
    writeModule(m_tree, QStringLiteral("shop/orders.py"),
                "import shop.tax\n" + someCode(60, 40'000));
    writeModule(m_tree, QStringLiteral("shop/tax.py"), someCode(30, 60'000));
    writeModule(m_tree, QStringLiteral("shop/prices/__init__.py"), someCode(30, 0));
    writeModule(m_tree, QStringLiteral("shop/prices/table.py"), someCode(10, 80'000));
    writeModule(m_tree, QStringLiteral("alone.py"), someCode(30, 30'000));
}

void tst_ImportTimes::agreeWithPython_data()
{
    QTest::addColumn<Interpreter>("python");
    const std::vector<Interpreter> &all = interpretersOf(RuntimeFamily::Python);
    QTest::addRow("%s", qPrintable(interpreterTitle(all.front()))) << all.front();
    if (all.size() > 1)
        QTest::addRow("%s", qPrintable(interpreterTitle(all.back()))) << all.back();
}

/// Both measure the same imports of the same process, so that a busy computer disturbs both alike:
/// what differs is what they count. What it costs to measure, the bench tells.
void tst_ImportTimes::agreeWithPython()
{
    QFETCH(const Interpreter, python);
    constexpr std::size_t rounds = 7;
    std::map<QString, std::vector<double>> ratios; // of ours to theirs
    int loads = 0;
    for (std::size_t round = 0; round < rounds; ++round) {
        RuntimePeer peer(python, QStringLiteral("app.handler"),
                         {{QStringLiteral("LAMBDA_TASK_ROOT"), m_tree.path()},
                          {QStringLiteral("PYTHONPROFILEIMPORTTIME"), QStringLiteral("1")}});
        const auto trace = parseInitTrace(peer.receive().body, Instant(), {m_tree.path(), {}});
        QVERIFY2(trace, trace ? "" : qPrintable(trace.error().detail));
        peer.accept();
        peer.receive();
        peer.hangUp();
        QVERIFY(peer.exitStatus() >= 0);
        Times theirs;
        addTold(theirs, peer.output());
        std::chrono::nanoseconds oursTogether{};
        std::chrono::nanoseconds theirsTogether{};
        loads = 0;
        for (const ImportSpan &import : trace->imports) {
            loads += import.module == QStringLiteral("json") ? 1 : 0;
            const auto told = theirs.find(import.module);
            if (told == theirs.end() || told->second.back() <= 1ms)
                continue;
            const std::chrono::nanoseconds their = told->second.back();
            ratios[import.module].push_back(double(import.duration.count())
                                            / double(their.count()));
            oursTogether += import.duration;
            theirsTogether += their;
        }
        QVERIFY(theirsTogether > 0ns);
        ratios[QStringLiteral("all together")].push_back(double(oursTogether.count())
                                                         / double(theirsTogether.count()));
        // Python itself does not tell what importlib.import_module() imports.
        QVERIFY(
            std::any_of(trace->imports.begin(), trace->imports.end(), [](const ImportSpan &import) {
                return import.module == QStringLiteral("alone");
            }));
    }
    for (const char *module : {"app", "shop", "shop.orders", "shop.tax", "argparse"})
        QVERIFY2(ratios.count(QLatin1String(module)) > 0, module);
    for (const auto &[module, values] : ratios) {
        if (values.size() <= rounds / 2)
            continue; // it takes less than a millisecond unless the computer is busy
        QVERIFY2(std::abs(medianOf(values) - 1) <= 0.1,
                 qPrintable(QStringLiteral("%1: %2").arg(module).arg(medianOf(values))));
    }
    QVERIFY(loads <= 1); // asked for once more, it was there already
}

void tst_ImportTimes::kindsOfModules_data()
{
    QTest::addColumn<Interpreter>("python");
    for (const Interpreter &python : interpretersOf(RuntimeFamily::Python))
        QTest::addRow("%s", qPrintable(interpreterTitle(python))) << python;
}

/// Packages without a file, extension modules, built-in ones, layers, what pip put beside the code,
/// what replaces itself, and what is not there.
void tst_ImportTimes::kindsOfModules()
{
    QFETCH(const Interpreter, python);
    const QTemporaryDir folder;
    const auto write = [&folder](const char *path, const QByteArray &source) {
        writeModule(folder, QLatin1String(path), source);
    };
    write("task/app.py",
          "import logging, array, atexit\n"
          "import spaces.inner\nimport vendored.part\nimport single\n"
          "import from_layer\nimport from_packages\nimport replaced\n"
          "try: import not_there\nexcept ImportError: pass\n"
          "try: import raises\nexcept ValueError: pass\n"
          "def handler(event, context): return 'done'\n");
    write("task/spaces/inner.py", "");
    write("task/vendored/__init__.py", "");
    write("task/vendored/part.py", "");
    write("task/single.py", "x = 1\n");
    write("task/replaced.py",
          "import sys\n"
          "class Odd:\n"
          "    def __getattribute__(self, name): raise ValueError(name)\n"
          "sys.modules[__name__] = Odd()\n");
    write("task/raises.py", "raise ValueError\n");
    write("task/vendored-1.0.dist-info/RECORD",
          "vendored/__init__.py,,\nvendored/part.py,,\n"
          "single.py,,\nvendored-1.0.dist-info/RECORD,,\n");
    write("opt/python/from_layer.py", "");
    write("packages/from_packages.py", "");
    const QString task = folder.filePath(QStringLiteral("task"));
    RuntimePeer peer(
        python, QStringLiteral("app.handler"),
        {{QStringLiteral("LAMBDA_TASK_ROOT"), task},
         {QStringLiteral("COLDFRAME_OPT_FOLDER"), folder.filePath(QStringLiteral("opt"))},
         {QStringLiteral("COLDFRAME_PACKAGE_FOLDERS"),
          folder.filePath(QStringLiteral("packages"))}});
    const auto trace = parseInitTrace(peer.receive().body, Instant(),
                                      {task,
                                       {folder.filePath(QStringLiteral("packages"))},
                                       folder.filePath(QStringLiteral("opt")),
                                       vendoredNames(task)});
    QVERIFY2(trace, trace ? "" : qPrintable(trace.error().detail));
    std::vector<ImportSpan> imports = trace->imports;
    measureFiles(imports, {});
    std::map<QString, ImportSpan> byName;
    for (const ImportSpan &import : imports)
        byName[import.module] = import;
    const auto is
        = [&byName](const char *module, ImportOrigin origin, bool hasFile, bool hasFailed = false) {
              const auto found = byName.find(QLatin1String(module));
              return found != byName.end() && found->second.origin == origin
                  && found->second.file.isEmpty() != hasFile && found->second.hasFailed == hasFailed
                  && found->second.fileBytes.has_value() == hasFile;
          };

    QVERIFY(is("app", ImportOrigin::Function, true));
    QVERIFY(is("logging", ImportOrigin::StandardLibrary, true));
    QVERIFY(is("spaces", ImportOrigin::Function, false)); // a namespace has no file
    QVERIFY(is("spaces.inner", ImportOrigin::Function, true));
    QVERIFY(is("vendored", ImportOrigin::Dependency, true));
    QVERIFY(is("vendored.part", ImportOrigin::Dependency, true));
    QVERIFY(is("single", ImportOrigin::Dependency, true));
    QVERIFY(is("from_layer", ImportOrigin::Dependency, true));
    QVERIFY(is("from_packages", ImportOrigin::Dependency, true));
    QVERIFY(byName.contains(QStringLiteral("replaced")));
    QVERIFY(is("not_there", ImportOrigin::Function, false, true));
    QVERIFY(is("raises", ImportOrigin::Function, false, true));
    QVERIFY(is("atexit", ImportOrigin::StandardLibrary, false));
    const ImportSpan &array = byName.at(QStringLiteral("array")); // linked in, or an .so file
    QCOMPARE(array.origin, ImportOrigin::StandardLibrary);
    QVERIFY(array.file.isEmpty() || array.file.endsWith(QStringLiteral(".so")));
    QCOMPARE(byName.at(QStringLiteral("single")).fileBytes, std::optional<qint64>(6));
    // The runtime's own part of logging is not logging's time.
    QCOMPARE(byName.at(QStringLiteral("coldframe_logging")).depth,
             byName.at(QStringLiteral("logging")).depth);
}

COLDFRAME_TEST(tst_ImportTimes);

#include "tst_importtimes.moc"
