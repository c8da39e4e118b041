// SPDX-License-Identifier: GPL-3.0-or-later
// The tables in the folder "contract": whether they are complete, and how much is checked.
#include "tests/conformance/contracttable.h"
#include "tests/support/testmain.h"

#include <QCoreApplication>
#include <QFile>
#include <QProcess>
#include <QSet>
#include <QTest>

#include <algorithm>
#include <cstdio>

using namespace coldframe::test;

class tst_Contract : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyLineOfASheetIsListed_data() { addSheets(); }
    void everyLineOfASheetIsListed();
    void linesAreInOrder_data() { addSheets(); }
    void linesAreInOrder();
    void everyCheckExists_data() { addSheets(); }
    void everyCheckExists();
    void countsAreTold();
    void linesOfAnExample();

private:
    static void addSheets();
    const QSet<QString> &checksOfThisProgram();

    QSet<QString> m_checks;
};

namespace {

bool isChecked(const ContractLine &line)
{
    return !line.checks.isEmpty();
}

} // namespace

void tst_Contract::addSheets()
{
    QTest::addColumn<QString>("sheet");
    for (const QString &sheet : contractSheets())
        QTest::newRow(qPrintable(sheet)) << sheet;
}

/// Test functions and their rows, "tst_Class::function" and "tst_Class::function(row)", as this
/// program tells them itself.
const QSet<QString> &tst_Contract::checksOfThisProgram()
{
    if (!m_checks.isEmpty())
        return m_checks;
    for (const auto &make : makers()) {
        const QString name = QLatin1String(make()->metaObject()->className());
        QProcess process;
        process.start(QCoreApplication::applicationFilePath(), {name, QStringLiteral("-datatags")});
        process.waitForFinished();
        const QStringList lines
            = QString::fromUtf8(process.readAllStandardOutput()).split(u'\n', Qt::SkipEmptyParts);
        for (const QString &line : lines) {
            const QString function = line.section(u' ', 0, 0) + QStringLiteral("::")
                + line.section(u' ', 1, 1).trimmed();
            m_checks << function;
            if (const QString row = line.section(u' ', 2); !row.isEmpty())
                m_checks << QStringLiteral("%1(%2)").arg(function, row.trimmed());
        }
    }
    return m_checks;
}

void tst_Contract::everyLineOfASheetIsListed()
{
    QFETCH(const QString, sheet);
    const QString folder = qEnvironmentVariable("COLDFRAME_CONTRACT");
    if (folder.isEmpty())
        QSKIP("COLDFRAME_CONTRACT does not name the folder with the sheets");
    QFile file(QStringLiteral("%1/%2.md").arg(folder, sheet));
    QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(file.fileName()));
    QStringList listed;
    for (const ContractLine &line : contractLines(sheet))
        listed << line.section() + u'/' + QString::number(line.number());
    QCOMPARE(listed, linesOfSheet(QString::fromUtf8(file.readAll())));
}

void tst_Contract::linesAreInOrder()
{
    QFETCH(const QString, sheet);
    const std::vector<ContractLine> lines = contractLines(sheet);
    QVERIFY(!lines.empty());
    QSet<QString> sections;
    QString section;
    int number = 0;
    for (const ContractLine &line : lines) {
        QCOMPARE(line.sheet(), sheet);
        if (line.section() != section) {
            section = line.section();
            QVERIFY2(!sections.contains(section), qPrintable(line.id));
            sections << section;
            number = 0;
        }
        QVERIFY2(line.number() == ++number, qPrintable(line.id));
        QVERIFY2(!line.title.isEmpty(), qPrintable(line.id));
        QVERIFY2(isChecked(line) == line.reason.isEmpty(), qPrintable(line.id));
    }
}

void tst_Contract::everyCheckExists()
{
    QFETCH(const QString, sheet);
    QStringList missing;
    for (const ContractLine &line : contractLines(sheet)) {
        for (const QString &check : line.checks) {
            if (!checksOfThisProgram().contains(check))
                missing << line.id + QStringLiteral(": ") + check;
        }
    }
    QCOMPARE(missing.join(u'\n'), QString());
}

void tst_Contract::countsAreTold()
{
    std::size_t all = 0;
    std::size_t checked = 0;
    for (const QString &sheet : contractSheets()) {
        const std::vector<ContractLine> lines = contractLines(sheet);
        const auto count
            = static_cast<std::size_t>(std::count_if(lines.begin(), lines.end(), isChecked));
        std::printf("%s: %zu of %zu lines checked\n", qPrintable(sheet), count, lines.size());
        for (const ContractLine &line : lines) {
            if (!isChecked(line))
                std::printf("  %s %s: %s\n", qPrintable(line.id), qPrintable(line.title),
                            qPrintable(line.reason));
        }
        all += lines.size();
        checked += count;
    }
    std::printf("the contract: %zu of %zu lines checked\n", checked, all);
    std::fflush(stdout);
    QVERIFY(checked > 0);
}

void tst_Contract::linesOfAnExample()
{
    const QString markdown
        = QStringLiteral("# T\n| a | b |\n|---|---|\n| legend | x |\n"
                         "## 2. Two\n| a | b |\n| --- | :-: |\n| 1 | x |\n"
                         "### Part\n| c |\n|---|\n| 2 |\n"
                         "```\n| no |\n```\n## 2.1 Three\n| c |\n|---|\n| 3 |\n");
    QCOMPARE(linesOfSheet(markdown),
             QStringList({QStringLiteral("0/1"), QStringLiteral("2/1"), QStringLiteral("2/2"),
                          QStringLiteral("2.1/1")}));
}

COLDFRAME_TEST(tst_Contract);
#include "tst_contract.moc"
