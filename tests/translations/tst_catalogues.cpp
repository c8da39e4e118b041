// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testmain.h"
#include "tests/translations/catalogue.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>
#include <QTranslator>

using namespace coldframe::test;

class tst_Catalogues : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isCompiled_data() { languages(); }
    void isCompiled();
    void isComplete_data() { languages(); }
    void isComplete();
    void holdsEveryTextOfTheSources_data() { languages(); }
    void holdsEveryTextOfTheSources();
    void keepsPlaceholders_data() { languages(); }
    void keepsPlaceholders();
    void keepsMnemonicsAndEnds_data() { languages(); }
    void keepsMnemonicsAndEnds();

private:
    static void languages();
    static QString source(const QString &language);
    static std::vector<Message> messages();
};

void tst_Catalogues::languages()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<bool>("onlyPlurals");
    const QString prefix = QStringLiteral("coldframe_");
    const QDir folder(QStringLiteral(COLDFRAME_SOURCE_DIR "/translations"));
    for (const QString &file : folder.entryList({prefix + QStringLiteral("*.ts")})) {
        const QString language = file.mid(prefix.size()).chopped(3);
        // English is what the sources speak; only its plural forms need a file.
        QTest::newRow(qPrintable(language)) << language << (language == u"en");
    }
}

QString tst_Catalogues::source(const QString &language)
{
    return QStringLiteral(COLDFRAME_SOURCE_DIR "/translations/coldframe_%1.ts").arg(language);
}

/// Those of the row's language.
std::vector<Message> tst_Catalogues::messages()
{
    QFETCH(QString, language);
    return readCatalogue(source(language));
}

void tst_Catalogues::isCompiled()
{
    QFETCH(QString, language);
    QTranslator translator;
    QVERIFY(translator.load(
        QStringLiteral(COLDFRAME_BINARY_DIR "/translations/coldframe_%1.qm").arg(language)));
    QCOMPARE(translator.language(), language);
    for (const Message &message : messages()) {
        const QString translation = translator.translate(message.context.toUtf8().constData(),
                                                         message.source.toUtf8().constData(),
                                                         nullptr, message.isNumerus ? 1 : -1);
        QVERIFY2(translation == message.forms.constFirst(), qPrintable(message.place()));
    }
}

void tst_Catalogues::isComplete()
{
    QFETCH(bool, onlyPlurals);
    const std::vector<Message> all = messages();
    QVERIFY(all.size() > (onlyPlurals ? 1U : 100U));
    for (const Message &message : all) {
        QVERIFY2(message.state.isEmpty(), qPrintable(message.place()));
        QVERIFY2(!message.forms.isEmpty(), qPrintable(message.place()));
        for (const QString &form : message.forms)
            QVERIFY2(!form.isEmpty(), qPrintable(message.place()));
        QVERIFY2(message.isNumerus || !onlyPlurals, qPrintable(message.place()));
    }
}

void tst_Catalogues::holdsEveryTextOfTheSources()
{
    QFETCH(QString, language);
    QFETCH(bool, onlyPlurals);
    QTemporaryDir folder;
    const QString copy = folder.filePath(QStringLiteral("coldframe_%1.ts").arg(language));
    QVERIFY(QFile::copy(source(language), copy));
    QVERIFY(QFile::setPermissions(copy, QFile::ReadOwner | QFile::WriteOwner));

    QProcess lupdate;
    lupdate.setWorkingDirectory(QStringLiteral(COLDFRAME_SOURCE_DIR));
    QStringList arguments = QStringLiteral(COLDFRAME_LUPDATE_OPTIONS).split(u' ');
    if (onlyPlurals)
        arguments.append(QStringLiteral("-pluralonly"));
    lupdate.start(QStringLiteral(COLDFRAME_LUPDATE),
                  arguments + QStringList{QStringLiteral("-ts"), copy});
    QVERIFY(lupdate.waitForFinished(120'000));
    QCOMPARE(lupdate.exitCode(), 0);
    // What it warns of are texts whose context it did not understand.
    QCOMPARE(lupdate.readAllStandardError(), QByteArray());

    QStringList lacking;
    for (const Message &message : readCatalogue(copy)) {
        if (message.state == u"unfinished")
            lacking.append(message.place());
    }
    QVERIFY2(lacking.isEmpty(),
             qPrintable(QStringLiteral("Build update_translations and translate:\n")
                        + lacking.join(u'\n')));
}

namespace {

QSet<QString> placeholders(const QString &text)
{
    static const QRegularExpression placeholder(QStringLiteral("%L?(?:[1-9][0-9]?|n)"));
    QSet<QString> all;
    for (auto found = placeholder.globalMatch(text); found.hasNext();)
        all.insert(found.next().captured());
    return all;
}

} // namespace

void tst_Catalogues::keepsPlaceholders()
{
    for (const Message &message : messages()) {
        for (const QString &form : message.forms)
            QVERIFY2(placeholders(form) == placeholders(message.source),
                     qPrintable(message.place() + u'\n' + form));
    }
}

namespace {

/// What the eye expects of both languages: an underlined letter, three dots, a space at the edge.
QStringList marks(const QString &text)
{
    static const QRegularExpression mnemonic(QStringLiteral("&\\w"),
                                             QRegularExpression::UseUnicodePropertiesOption);
    QStringList all;
    if (text.contains(mnemonic))
        all.append(QStringLiteral("mnemonic"));
    if (text.endsWith(u'…'))
        all.append(QStringLiteral("three dots"));
    if (text.endsWith(u'.'))
        all.append(QStringLiteral("full stop"));
    if (text.startsWith(u' ') || text.endsWith(u' '))
        all.append(QStringLiteral("space"));
    return all;
}

} // namespace

void tst_Catalogues::keepsMnemonicsAndEnds()
{
    for (const Message &message : messages()) {
        for (const QString &form : message.forms)
            QVERIFY2(marks(form) == marks(message.source),
                     qPrintable(message.place() + u'\n' + form));
    }
}

COLDFRAME_TEST(tst_Catalogues);

#include "tst_catalogues.moc"
