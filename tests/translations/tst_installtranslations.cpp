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
    const QString line = QStringLiteral("1 line");
    const QString lines = QStringLiteral("2 lines");
    QTest::newRow("English") << QLocale(QLocale::English) << line << lines;
    QTest::newRow("the English of Britain")
        << QLocale(QLocale::English, QLocale::UnitedKingdom) << line << lines;
    QTest::newRow("English when no language is set") << QLocale::c() << line << lines;
    QTest::newRow("English for a language that is missing")
        << QLocale(QLocale::Icelandic) << line << lines;
    QTest::newRow("German") << QLocale(QLocale::German) << QStringLiteral("1 Zeile")
                            << QStringLiteral("2 Zeilen");
}

void tst_InstallTranslations::countsIn()
{
    QFETCH(QLocale, locale);
    install(locale);
    const auto lines = [](int count) {
        return QCoreApplication::translate("coldframe::LogToolBar", "%Ln lines", nullptr, count);
    };
    QTEST(lines(1), "one");
    QTEST(lines(2), "two");
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
