// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/timeline/importtable.h"

#include "tests/core/timeline/runstory.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace coldframe;
using namespace std::chrono_literals;

class tst_ImportTable : public QObject
{
    Q_OBJECT

private slots:
    void hasARowForEachImport();
    void hasNoSharesWithoutAnInitPhase();
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
    std::vector<int> importers;
    for (const ImportRow &row : rows)
        importers.push_back(row.importer);
    QCOMPARE(importers, (std::vector<int>{-1, 0, 1, 0}));
}

void tst_ImportTable::hasNoSharesWithoutAnInitPhase()
{
    for (const ImportRow &row : importRows(test::coldRun().imports, {}))
        QCOMPARE(row.share, 0.0);
}

#include "tst_importtable.moc"
