// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/timeline/importtable.h"

#include "tests/core/timeline/runstory.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace coldframe;
using namespace std::chrono_literals;

using Indexes = std::vector<int>;

class tst_ImportTable : public QObject
{
    Q_OBJECT

private slots:
    void hasARowForEachImport();
    void hasNoSharesWithoutAnInitPhase();
    void coversWhatAnImportImports_data();
    void coversWhatAnImportImports();
};

COLDFRAME_TEST(tst_ImportTable);

void tst_ImportTable::hasARowForEachImport()
{
    const std::vector<ImportSpan> imports = test::coldRun().imports;

    const std::vector<ImportRow> rows = importRows(imports, 40ms);

    QCOMPARE(int(rows.size()), 4);
    QCOMPARE(rows[1].self, 8ms);
    QCOMPARE(rows[1].cumulative, 12ms);
    QCOMPARE(rows[1].share, 0.3);
    Indexes importers;
    for (const ImportRow &row : rows)
        importers.push_back(row.importer);
    QCOMPARE(importers, (Indexes{-1, 0, 1, 0}));
}

void tst_ImportTable::hasNoSharesWithoutAnInitPhase()
{
    for (const ImportRow &row : importRows(test::coldRun().imports, {}))
        QCOMPARE(row.share, 0.0);
}

void tst_ImportTable::coversWhatAnImportImports_data()
{
    QTest::addColumn<Indexes>("chosen");
    QTest::addColumn<QString>("covered");

    QTest::newRow("nothing") << Indexes{} << QString();
    QTest::newRow("a leaf") << Indexes{2} << QStringLiteral("c");
    QTest::newRow("with what it imports") << Indexes{1} << QStringLiteral("a c");
    QTest::newRow("nested ones") << Indexes{2, 1} << QStringLiteral("a c");
    QTest::newRow("everything") << Indexes{0} << QStringLiteral("app a c b");
    QTest::newRow("none that is there") << Indexes{-1, 4} << QString();
}

void tst_ImportTable::coversWhatAnImportImports()
{
    QFETCH(Indexes, chosen);
    QFETCH(QString, covered);
    const std::vector<ImportSpan> imports = test::coldRun().imports;

    const std::vector<bool> within = withWhatTheyImport(imports, chosen);

    QStringList names;
    for (std::size_t i = 0; i < within.size(); ++i) {
        if (within[i])
            names.append(imports[i].module);
    }
    QCOMPARE(names.join(u' '), covered);
}

#include "tst_importtable.moc"
