// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/app/languages.h"
#include "tests/support/testmain.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace coldframe;

class tst_Languages : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void englishIsAlwaysThere();
    void filesAreLanguages();
};

void tst_Languages::englishIsAlwaysThere()
{
    QCOMPARE(availableLanguages(QStringLiteral("/no/such/folder")),
             QStringList{QStringLiteral("en")});
}

void tst_Languages::filesAreLanguages()
{
    QTemporaryDir folder;
    for (const char *name :
         {"coldframe_nl.qm", "coldframe_pt_BR.qm", "coldframe_de.ts", "other.qm"})
        QVERIFY(QFile(folder.filePath(QLatin1String(name))).open(QIODevice::WriteOnly));

    const QStringList expected{QStringLiteral("en"), QStringLiteral("nl"), QStringLiteral("pt_BR")};
    QCOMPARE(availableLanguages(folder.path()), expected);
}

COLDFRAME_TEST(tst_Languages);

#include "tst_languages.moc"
