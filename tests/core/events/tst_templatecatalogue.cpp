// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/events/eventtemplate.h"
#include "core/events/templatecatalogue.h"

#include "tests/support/testmain.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <nlohmann/json.hpp>

using namespace coldframe;

class tst_TemplateCatalogue : public QObject
{
    Q_OBJECT

private slots:
    void loadsAllThatAreShipped();
    void findsByIdAndNamesTheNearest();
    void searches_data();
    void searches();
    void recognisesWhatItMade_data();
    void recognisesWhatItMade();
    void recognisesNothingElse_data();
    void recognisesNothingElse();
    void missingDirectoryIsNotFound();
    void twoTemplatesWithOneIdAreRefused();
};

COLDFRAME_TEST(tst_TemplateCatalogue);

namespace {

/// Read once: hundreds of rows ask for it.
const TemplateCatalogue &shippedCatalogue()
{
    static const TemplateCatalogue catalogue
        = TemplateCatalogue::load(QStringLiteral(COLDFRAME_SOURCE_DIR "/templates/events"))
              .value_or(TemplateCatalogue());
    return catalogue;
}

QStringList idsOf(const std::vector<EventTemplate> &templates)
{
    QStringList ids;
    for (const EventTemplate &eventTemplate : templates)
        ids.append(eventTemplate.id);
    return ids;
}

} // namespace

void tst_TemplateCatalogue::loadsAllThatAreShipped()
{
    const auto catalogue
        = TemplateCatalogue::load(QStringLiteral(COLDFRAME_SOURCE_DIR "/templates/events"));
    QVERIFY2(catalogue, catalogue ? "" : qPrintable(catalogue.error().detail));
    const QStringList ids = idsOf(catalogue->templates());
    for (const QString &id : {u"hello"_qs, u"s3"_qs, u"apigw-rest"_qs, u"apigw-http-v2"_qs,
                              u"sqs"_qs, u"eventbridge-schedule"_qs, u"dynamodb"_qs, u"sns"_qs})
        QVERIFY2(ids.contains(id), qPrintable(id));
}

void tst_TemplateCatalogue::findsByIdAndNamesTheNearest()
{
    const TemplateCatalogue &catalogue = shippedCatalogue();
    QCOMPARE(catalogue.find(u"sqs"_qs).value_or(EventTemplate()).service, u"Amazon SQS"_qs);
    const auto missing = catalogue.find(u"dynamo-db"_qs);
    QVERIFY(!missing);
    QCOMPARE(missing.error().code, Error::Code::NotFound);
    QCOMPARE(missing.error().detail, u"dynamo-db (nearest: dynamodb)"_qs);
}

void tst_TemplateCatalogue::searches_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("first");

    QTest::newRow("by id") << u"s3"_qs << u"s3"_qs;
    QTest::newRow("by service, whatever the case") << u"amazon sqs"_qs << u"sqs"_qs;
    QTest::newRow("by keyword") << u"aws.events"_qs << u"eventbridge-schedule"_qs;
    QTest::newRow("by title and service") << u"topic message sns"_qs << u"sns"_qs;
    QTest::newRow("an id comes before a summary") << u"hello"_qs << u"hello"_qs;
    QTest::newRow("nothing has it") << u"quantum"_qs << QString();
}

void tst_TemplateCatalogue::searches()
{
    QFETCH(QString, text);
    QFETCH(QString, first);
    QCOMPARE(idsOf(shippedCatalogue().search(text)).value(0), first);
    QCOMPARE(shippedCatalogue().search({}).size(), shippedCatalogue().templates().size());
}

void tst_TemplateCatalogue::missingDirectoryIsNotFound()
{
    const auto catalogue = TemplateCatalogue::load(u"/nonexistent/templates"_qs);
    QVERIFY(!catalogue);
    QCOMPARE(catalogue.error(), (Error{Error::Code::NotFound, u"/nonexistent/templates"_qs}));
}

void tst_TemplateCatalogue::twoTemplatesWithOneIdAreRefused()
{
    QTemporaryDir directory;
    QDir(directory.path()).mkpath(u"a"_qs);
    const QString source
        = QStringLiteral(COLDFRAME_SOURCE_DIR "/templates/events/lambda/hello.json");
    QVERIFY(QFile::copy(source, directory.filePath(u"a/one.json"_qs)));
    QVERIFY(QFile::copy(source, directory.filePath(u"a/two.json"_qs)));
    const auto catalogue = TemplateCatalogue::load(directory.path());
    QVERIFY(!catalogue);
    QCOMPARE(catalogue.error().code, Error::Code::InvalidTemplate);
    QCOMPARE(catalogue.error().detail, u"a/two.json: /id: hello is already in a/one.json"_qs);
}

void tst_TemplateCatalogue::recognisesWhatItMade_data()
{
    QTest::addColumn<QString>("id");
    const TemplateCatalogue &catalogue = shippedCatalogue();
    for (const EventTemplate &eventTemplate : catalogue.templates())
        QTest::newRow(qPrintable(eventTemplate.id)) << eventTemplate.id;
}

void tst_TemplateCatalogue::recognisesWhatItMade()
{
    QFETCH(QString, id);
    const EventTemplate made = *shippedCatalogue().find(id);
    const OrderedJson event = *renderEvent(made, defaultValues(made));

    const auto recognised = shippedCatalogue().recognise(event);

    QVERIFY(recognised.has_value());
    QCOMPARE(recognised->id, id);
}

void tst_TemplateCatalogue::recognisesNothingElse_data()
{
    QTest::addColumn<QByteArray>("event");
    QTest::newRow("an empty object") << QByteArray("{}");
    QTest::newRow("a member more") << QByteArray(R"({"name": "Ada", "age": 36})");
    QTest::newRow("an object where a text belongs") << QByteArray(R"({"name": {"first": "Ada"}})");
    QTest::newRow("a list") << QByteArray(R"([{"name": "Ada"}])");
    QTest::newRow("null") << QByteArray("null");
}

void tst_TemplateCatalogue::recognisesNothingElse()
{
    QFETCH(QByteArray, event);

    QVERIFY(!shippedCatalogue().recognise(*parseJson(event)));
}

#include "tst_templatecatalogue.moc"
