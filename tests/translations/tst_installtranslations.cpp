// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testmain.h"
#include "wording/fidelity.h"
#include "wording/translations.h"

#include <QCoreApplication>
#include <QTest>
#include <QTranslator>

using namespace coldframe;

class tst_InstallTranslations : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup();

    void countsIn_data();
    void countsIn();
    void speaks_data();
    void speaks();

private:
    static void install(const QLocale &locale);
};

void tst_InstallTranslations::install(const QLocale &locale)
{
    installTranslations(*QCoreApplication::instance(), locale,
                        QStringLiteral(COLDFRAME_BINARY_DIR "/translations"));
}

void tst_InstallTranslations::cleanup()
{
    qDeleteAll(QCoreApplication::instance()->findChildren<QTranslator *>());
}

void tst_InstallTranslations::countsIn_data()
{
    QTest::addColumn<QLocale>("locale");
    QTest::addColumn<QString>("one");
    QTest::addColumn<QString>("two");
    const QString run = QStringLiteral("1 run");
    const QString runs = QStringLiteral("2 runs");
    QTest::newRow("English") << QLocale(QLocale::English) << run << runs;
    QTest::newRow("the English of Britain")
        << QLocale(QLocale::English, QLocale::UnitedKingdom) << run << runs;
    QTest::newRow("English when no language is set") << QLocale::c() << run << runs;
    QTest::newRow("English for a language that is missing")
        << QLocale(QLocale::Icelandic) << run << runs;
    QTest::newRow("German") << QLocale(QLocale::German) << QStringLiteral("1 Lauf")
                            << QStringLiteral("2 Läufe");
}

void tst_InstallTranslations::countsIn()
{
    QFETCH(QLocale, locale);
    install(locale);
    const auto runsOf = [](int count) {
        return QCoreApplication::translate("ComparisonText", "%n run(s)", nullptr, count);
    };
    QTEST(runsOf(1), "one");
    QTEST(runsOf(2), "two");
}

void tst_InstallTranslations::speaks_data()
{
    QTest::addColumn<QLocale>("locale");
    QTest::addColumn<QString>("measured");
    QTest::newRow("English") << QLocale(QLocale::English) << QStringLiteral("measured");
    QTest::newRow("German") << QLocale(QLocale::German) << QStringLiteral("gemessen");
    QTest::newRow("the German of Austria")
        << QLocale(QLocale::German, QLocale::Austria) << QStringLiteral("gemessen");
    QTest::newRow("English for a language that is missing")
        << QLocale(QLocale::Icelandic) << QStringLiteral("measured");
}

void tst_InstallTranslations::speaks()
{
    QFETCH(QLocale, locale);
    install(locale);
    QTEST(provenanceText(Provenance::Measured), "measured");
}

COLDFRAME_TEST(tst_InstallTranslations);

#include "tst_installtranslations.moc"
