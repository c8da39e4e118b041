// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/events/eventcompletion.h"

#include "core/events/templatecatalogue.h"
#include "tests/core/events/templates.h"
#include "tests/support/testmain.h"

#include <QTest>

#include <nlohmann/json.hpp>

using namespace coldframe;
using coldframe::test::shippedTemplate;

class tst_EventCompletion : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void proposals_data();
    void proposals();
    void insertions_data();
    void insertions();
    void everyOffsetOfEveryTemplateIsAnswered();

private:
    std::optional<TemplateCatalogue> m_catalogue;
};

COLDFRAME_TEST(tst_EventCompletion);

namespace {

QStringList textsOf(const EventProposals &answer)
{
    QStringList texts;
    for (const EventProposal &proposal : answer.proposals)
        texts.append(proposal.text);
    return texts;
}

/// The place is where the bar is.
qsizetype takePlace(QByteArray &text)
{
    const qsizetype place = text.indexOf('|');
    text.remove(place, 1);
    return place;
}

} // namespace

void tst_EventCompletion::initTestCase()
{
    auto catalogue
        = TemplateCatalogue::load(QStringLiteral(COLDFRAME_SOURCE_DIR "/templates/events"));
    QVERIFY(catalogue.has_value());
    m_catalogue = std::move(*catalogue);
}

void tst_EventCompletion::proposals_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QStringList>("first"); ///< the answer begins with these
    QTest::addColumn<QStringList>("absent");

    QTest::newRow("the event's members")
        << u"sqs"_qs << QByteArray("{|}") << QStringList{u"Records"_qs} << QStringList{};
    QTest::newRow("in a new pair of quotes")
        << u"sqs"_qs << QByteArray(R"({"Records":[{"body|"}]})") << QStringList{u"body"_qs}
        << QStringList{u"awsRegion"_qs};
    QTest::newRow("after a quote that was just typed")
        << u"sqs"_qs
        << QByteArray("{\n  \"Records\": [{\n    \"event|\n    \"body\": \"x\"\n  }]\n}")
        << QStringList{u"eventSource"_qs, u"eventSourceARN"_qs} << QStringList{u"body"_qs};
    QTest::newRow("words inside a name, behind those that begin with them")
        << u"sqs"_qs << QByteArray(R"({"Records":[{"mess|"}]})")
        << QStringList{u"messageId"_qs, u"messageAttributes"_qs} << QStringList{u"body"_qs};
    QTest::newRow("members that are there are left out")
        << u"sqs"_qs << QByteArray(R"({"Records":[{"body":"", "|", "messageId":""}]})")
        << QStringList{} << QStringList{u"body"_qs, u"messageId"_qs};
    QTest::newRow("every record") << u"sqs"_qs
                                  << QByteArray(R"({"Records":[{"body":"{]"},{"md5|"}]})")
                                  << QStringList{u"md5OfBody"_qs} << QStringList{};
    QTest::newRow("deeper members")
        << u"sqs"_qs << QByteArray(R"({"Records":[{"attributes":{"Sent|"}}]})")
        << QStringList{u"SentTimestamp"_qs} << QStringList{};
    QTest::newRow("members of a sister template")
        << u"sqs"_qs << QByteArray(R"({"Records":[{"attributes":{"MessageGroup|"}}]})")
        << QStringList{u"MessageGroupId"_qs} << QStringList{};
    QTest::newRow("choices") << u"apigw-rest"_qs << QByteArray(R"({"httpMethod": "P|"})")
                             << QStringList{u"POST"_qs, u"PUT"_qs, u"PATCH"_qs}
                             << QStringList{u"GET"_qs};
    QTest::newRow("a value without its quotes")
        << u"apigw-rest"_qs << QByteArray(R"({"httpMethod": |})") << QStringList{}
        << QStringList{u"httpMethod"_qs};
    QTest::newRow("truth values") << u"apigw-rest"_qs << QByteArray(R"({"isBase64Encoded": t|})")
                                  << QStringList{u"true"_qs} << QStringList{u"false"_qs};
    QTest::newRow("values that are always the same")
        << u"sqs"_qs << QByteArray(R"({"Records":[{"eventSource":"|"}]})")
        << QStringList{u"aws:sqs"_qs} << QStringList{};
    QTest::newRow("nothing behind a complete value")
        << u"sqs"_qs << QByteArray(R"({"Records":[] |})") << QStringList{}
        << QStringList{u"Records"_qs};
    QTest::newRow("nothing for the user's own text")
        << u"sqs"_qs << QByteArray(R"({"Records":[{"body":"|"}]})") << QStringList{}
        << QStringList{u"body"_qs};
    QTest::newRow("nothing at an unknown place") << u"sqs"_qs << QByteArray(R"({"mine":{"|"}})")
                                                 << QStringList{} << QStringList{u"Records"_qs};
}

void tst_EventCompletion::proposals()
{
    QFETCH(QString, id);
    QFETCH(QByteArray, text);
    QFETCH(QStringList, first);
    QFETCH(QStringList, absent);
    const EventVocabulary vocabulary(shippedTemplate(id), *m_catalogue);
    const qsizetype place = takePlace(text);

    const QStringList texts = textsOf(vocabulary.at(text, place));

    QStringList begin = texts.mid(0, first.size());
    std::sort(begin.begin(), begin.end());
    std::sort(first.begin(), first.end());
    QVERIFY2(begin == first, qPrintable(texts.join(u' ')));
    for (const QString &one : absent)
        QVERIFY2(!texts.contains(one), qPrintable(texts.join(u' ')));
}

void tst_EventCompletion::insertions_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("after"); ///< with the first proposal taken

    QTest::newRow("a member") << QByteArray("{rec|}") << QByteArray(R"({"Records": })");
    QTest::newRow("a member in quotes")
        << QByteArray(R"({"rec|"})") << QByteArray(R"({"Records": })");
    QTest::newRow("an open quote")
        << QByteArray("{\n  \"rec|\n}") << QByteArray("{\n  \"Records\": \n}");
    QTest::newRow("a quote in front of another string")
        << QByteArray(R"({"Records":[{"md5|"body": ""}]})")
        << QByteArray(R"({"Records":[{"md5OfBody": "body": ""}]})");
    QTest::newRow("a member that is renamed")
        << QByteArray(R"({"rec|ord": []})") << QByteArray(R"({"Records": []})");
    QTest::newRow("a value in quotes") << QByteArray(R"({"Records":[{"eventSource":"aws|"}]})")
                                       << QByteArray(R"({"Records":[{"eventSource":"aws:sqs"}]})");
    QTest::newRow("a value without quotes")
        << QByteArray(R"({"Records":[{"eventSource": |}]})")
        << QByteArray(R"({"Records":[{"eventSource": "aws:sqs"}]})");
}

void tst_EventCompletion::insertions()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, after);
    const EventVocabulary vocabulary(shippedTemplate(u"sqs"_qs), *m_catalogue);
    const qsizetype place = takePlace(text);

    const EventProposals answer = vocabulary.at(text, place);

    QVERIFY(!answer.proposals.empty());
    text.replace(answer.begin, answer.end - answer.begin,
                 answer.proposals.front().insertion.toUtf8());
    QCOMPARE(text, after);
}

void tst_EventCompletion::everyOffsetOfEveryTemplateIsAnswered()
{
    for (const char *id : {"alb", "sqs", "dynamodb-stream", "cognito-pre-token-generation-v2"}) {
        const auto eventTemplate = m_catalogue->find(QString::fromLatin1(id));
        if (!eventTemplate)
            continue;
        const EventVocabulary vocabulary(*eventTemplate, *m_catalogue);
        QByteArray text = writeJson(renderEvent(*eventTemplate, {}).value(), JsonLayout::Indented);
        for (qsizetype offset = 0; offset <= text.size(); offset += 3) {
            const EventProposals answer = vocabulary.at(text, offset);
            QVERIFY(answer.begin <= answer.end && answer.end <= text.size());
            const EventProposals cut = vocabulary.at(text.left(offset), offset);
            QVERIFY(cut.begin <= cut.end && cut.end <= offset);
        }
    }
}

#include "tst_eventcompletion.moc"
