// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lambda/errorcause.h"

#include "core/base/jsontext.h"
#include "tests/support/testmain.h"

#include <QTest>

#include <nlohmann/json.hpp>

using namespace coldframe;

class tst_ErrorCause : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void smallCauses_data();
    void smallCauses();
    void listsAreCropped_data();
    void listsAreCropped();
    void hugeTextsAreShortened_data();
    void hugeTextsAreShortened();
    void bodies_data();
    void bodies();
};

COLDFRAME_TEST(tst_ErrorCause);

namespace {

constexpr qsizetype Limit = 64 * 1024;

/// A cause with 100 paths and 10 exceptions of 100 stack frames, and about so many bytes.
OrderedJson causeOfBytes(std::size_t bytes)
{
    const std::string text(bytes / 2200, 'x'); // 100 paths, 1000 labels of frames, 1000 paths
    OrderedJson cause{{"working_directory", "/var/task"},
                      {"exceptions", OrderedJson::array()},
                      {"paths", OrderedJson::array()},
                      {"message", "no good"}};
    for (int i = 0; i < 10; ++i) {
        OrderedJson exception{{"type", "Error"}, {"message", "m"}, {"stack", OrderedJson::array()}};
        for (int frame = 0; frame < 100; ++frame)
            exception["stack"].push_back({{"path", text}, {"line", frame}, {"label", text}});
        cause["exceptions"].push_back(exception);
    }
    for (int i = 0; i < 100; ++i)
        cause["paths"].push_back(text);
    return cause;
}

} // namespace

void tst_ErrorCause::smallCauses_data()
{
    QTest::addColumn<QByteArray>("cause");
    QTest::addColumn<QByteArray>("kept");

    const QByteArray whole
        = "{\"working_directory\":\"/var/task\",\"exceptions\":[{\"type\":\"E\","
          "\"message\":\"m\",\"stack\":[]}],\"paths\":[\"a\"],\"message\":\"m\"}";
    QTest::newRow("whole") << whole << whole;
    QTest::newRow("blanks go") << QByteArray("{ \"message\" : \"m\" }")
                               << QByteArray("{\"message\":\"m\"}");
    QTest::newRow("members of no meaning go")
        << QByteArray("{\"message\":\"m\",\"x\":1}") << QByteArray("{\"message\":\"m\"}");
    QTest::newRow("nothing of meaning") << QByteArray("{\"x\":1}") << QByteArray();
    QTest::newRow("empty") << QByteArray() << QByteArray();
    QTest::newRow("not JSON") << QByteArray("{oops") << QByteArray();
    QTest::newRow("no object") << QByteArray("[1]") << QByteArray();
    QTest::newRow("too deep") << "{\"message\":" + QByteArray(100'000, '[') << QByteArray();
}

void tst_ErrorCause::smallCauses()
{
    QFETCH(const QByteArray, cause);
    QFETCH(const QByteArray, kept);

    QCOMPARE(keptErrorCause(cause), kept);
}

void tst_ErrorCause::listsAreCropped_data()
{
    QTest::addColumn<int>("kilobytes");
    QTest::addColumn<int>("percent");

    QTest::newRow("within the limit") << 20 << 100;
    QTest::newRow("somewhat over it") << 60 << 80;
    QTest::newRow("many times over it") << 2000 << 0;
}

void tst_ErrorCause::listsAreCropped()
{
    QFETCH(const int, kilobytes);
    QFETCH(const int, percent);
    const OrderedJson cause = causeOfBytes(std::size_t(kilobytes) * 1000);

    const QByteArray kept = keptErrorCause(writeJson(cause, JsonLayout::Compact));

    QVERIFY2(kept.size() <= Limit, qPrintable(QString::number(kept.size())));
    const Result<OrderedJson> json = parseJson(kept);
    QVERIFY(json);
    QCOMPARE((*json)["paths"].size(), std::size_t(percent));
    QCOMPARE((*json)["exceptions"].size(), std::size_t(percent / 10));
    if (percent > 0)
        QCOMPARE((*json)["exceptions"][0]["stack"].size(), std::size_t(percent));
    QCOMPARE(QByteArray::fromStdString((*json)["message"].get<std::string>()),
             QByteArray("no good"));
}

void tst_ErrorCause::hugeTextsAreShortened_data()
{
    QTest::addColumn<QByteArray>("value");

    QTest::newRow("letters") << '"' + QByteArray(200'000, 'a') + '"';
    QTest::newRow("letters of two bytes") << '"' + QByteArray("\xc3\xbc").repeated(100'000) + '"';
    QTest::newRow("letters that are escaped")
        << '"' + QByteArray("\\u001f").repeated(50'000) + '"';
    QTest::newRow("no text at all") << '[' + QByteArray("1,").repeated(50'000) + "1]";
    QTest::newRow("an object") << "{\"a\":\"" + QByteArray(200'000, 'a') + "\"}";
}

void tst_ErrorCause::hugeTextsAreShortened()
{
    QFETCH(const QByteArray, value);

    for (const char *key : {"message", "working_directory", "paths", "exceptions"}) {
        const QByteArray kept = keptErrorCause(QByteArray("{\"") + key + "\":" + value + '}');

        QVERIFY2(kept.size() <= Limit, key);
        QVERIFY2(parseJson(kept), key);
    }
}

void tst_ErrorCause::bodies_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<bool>("readable");
    QTest::addColumn<QByteArray>("payload");
    QTest::addColumn<QByteArray>("cause");

    QTest::newRow("with a cause") << QByteArray(
        "{\"errorMessage\":\"m\",\"errorCause\":{\"message\":\"c\"},\"more\":[1]}")
                                  << true << QByteArray("{\"errorMessage\":\"m\",\"more\":[1]}")
                                  << QByteArray("{\"message\":\"c\"}");
    QTest::newRow("without one") << QByteArray("{\"errorMessage\":\"m\"}") << true
                                 << QByteArray("{\"errorMessage\":\"m\"}") << QByteArray();
    QTest::newRow("with a cause of no meaning")
        << QByteArray("{\"errorMessage\":\"m\",\"errorCause\":\"c\"}") << true
        << QByteArray("{\"errorMessage\":\"m\"}") << QByteArray();
    QTest::newRow("no object") << QByteArray("\"m\"") << false << QByteArray() << QByteArray();
    QTest::newRow("not JSON") << QByteArray("oops") << false << QByteArray() << QByteArray();
}

void tst_ErrorCause::bodies()
{
    QFETCH(const QByteArray, body);
    QFETCH(const bool, readable);
    QFETCH(const QByteArray, payload);
    QFETCH(const QByteArray, cause);

    const auto error = separateErrorCause(body);

    QCOMPARE(error.has_value(), readable);
    QCOMPARE(error ? error->payload : QByteArray(), payload);
    QCOMPARE(error ? error->cause : QByteArray(), cause);
}

#include "tst_errorcause.moc"
