// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/logs/logquery.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace coldframe;

namespace {

LogLine queriedLine(const QByteArray &text, LogLevel level = LogLevel::None)
{
    return {{}, LogSource::Function, level, text};
}

const QByteArray QueriedJson(
    "{\"level\":\"WARN\",\"message\":\"Could not connect to db\",\"cart\":{\"total\":42.5,"
    "\"items\":[{\"id\":\"a-7\"},{\"id\":\"b\"}]},\"path\":\"/v1/orders\",\"ok\":false,"
    "\"user.name\":\"Jo \\\"J\\\" Do\",\"none\":null,\"status\":\"503\",\"city\":\"K\\u00f6ln\"}");

} // namespace

class tst_LogQuery : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void matching_data();
    void matching();
    void levelsAndOrigins();
    void mistakes_data();
    void mistakes();
    void aTermThatWasMadeFindsItsValue_data();
    void aTermThatWasMadeFindsItsValue();
    void namesThatCanBeWritten();
};

void tst_LogQuery::matching_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<bool>("accepted");

    const QByteArray text("2026-01-02 GET http://host/a?b=1 std::vector took 12:34 handler() -x");
    const auto row = [](const char *name, const char *query, const QByteArray &line, bool found) {
        QTest::newRow(name) << QString::fromUtf8(query) << line << found;
    };
    row("nothing accepts", "  ", text, true);
    row("one word", "took", text, true);
    row("case does not count", "TOOK get", text, true);
    row("all words have to occur", "took absent", text, false);
    row("a phrase", "\"took 12\"", text, true);
    row("a phrase in another order", "\"12 took\"", text, false);
    row("a word that must not occur", "-took", text, false);
    row("not as a word", "not took", text, false);
    row("twice not", "not -took", text, true);
    row("an address is a word", "http://host", text, true);
    row("a name with two colons is a word", "std::vector", text, true);
    row("a time is a word", "12:34", text, true);
    row("parentheses of a call stay in the word", "handler()", text, true);
    row("also inside of a group", "(absent or handler())", text, true);
    row("one of two", "absent or took", text, true);
    row("and binds closer than or", "took and absent or GET", text, true);
    row("a group", "took (absent or nowhere)", text, false);
    row("or in quotes is a word", "\"or\"", text, true);
    row("a word that begins with or", "organ", text, false);
    row("signs of expressions are letters", "t..k", text, false);
    row("an expression", "~t..k", text, true);
    row("an expression with blanks", "~\"took \\d+:\\d+\"", text, true);
    row("an expression with a quote", "~\"\\\"connect\"", "a \"connect", true);
    row("letters that are no ASCII", "K\xc3\x96LN", "in k\xc3\xb6ln", true);
    row("the same escaped in JSON", "k\xc3\xb6ln", QueriedJson, true);
    row("what the eye sees as a blank is one", "\"  File\"",
        "Trace\r\xc2\xa0\xc2\xa0"
        "File",
        true);
    row("a colour inside of a word", "failed", "fa\x1b[31miled", true);

    row("a member contains", "path:orders", QueriedJson, true);
    row("a member does not contain", "path:carts", QueriedJson, false);
    row("a member is", "path=/v1/orders", QueriedJson, true);
    row("a member is not just a part", "path=orders", QueriedJson, false);
    row("another value", "path!=/v2", QueriedJson, true);
    row("another value of a member that is missing", "absent!=1", QueriedJson, true);
    row("a path", "cart.total>42", QueriedJson, true);
    row("at least", "cart.total>=42.50", QueriedJson, true);
    row("less", "cart.total<42.5", QueriedJson, false);
    row("a number by its value", "cart.total=42.50", QueriedJson, true);
    row("a number contains no part of it", "cart.total:4", QueriedJson, false);
    row("a number in a text", "status>=500", QueriedJson, true);
    row("a truth", "ok:false", QueriedJson, true);
    row("an item of a list", "cart.items.0.id=a-7", QueriedJson, true);
    row("an item beyond the list", "cart.items.2.id:*", QueriedJson, false);
    row("a name with a dot", "user.name:\"\\\"J\\\" do\"", QueriedJson, true);
    row("a member that is there", "status:*", QueriedJson, true);
    row("a member that is null", "none:*", QueriedJson, false);
    row("a member that is not there", "-cart.absent:*", QueriedJson, true);
    row("a member by expression", "path~^/v[12]/", QueriedJson, true);
    row("a member by expression, no", "path~\"^/v3\"", QueriedJson, false);
    row("the message", "message:connect", QueriedJson, true);
    row("the message of a text line", "message=hello",
        "[INFO]\t2026-01-02T03:04:05.678Z\t6e0f1a2b-0000-4000-8000-000000000000\thello", true);
    row("the request id of a text line", "requestId:6e0f",
        "[INFO]\t2026-01-02T03:04:05.678Z\t6e0f1a2b-0000-4000-8000-000000000000\thello", true);
    row("text has no members", "took:12", text, false);
    row("JSON behind the prefix of Node.js", "a.b=1",
        "2026-01-02T03:04:05.678Z\tundefined\tINFO\t{\"a\":{\"b\":1}}", true);
}

void tst_LogQuery::matching()
{
    QFETCH(QString, query);
    QFETCH(QByteArray, line);
    QFETCH(bool, accepted);

    const auto parsed = LogQuery::parse(query);

    QVERIFY(parsed.has_value());
    QCOMPARE(parsed->matches(viewOf(queriedLine(line))), accepted);
}

void tst_LogQuery::levelsAndOrigins()
{
    const auto accepts = [](const char *query, LogLevel level) {
        const auto parsed = LogQuery::parse(QString::fromUtf8(query));
        return parsed.has_value() && parsed->matches(viewOf(queriedLine("x", level)));
    };
    QVERIFY(accepts("level>=warn", LogLevel::Error));
    QVERIFY(!accepts("level>=warn", LogLevel::Info));
    QVERIFY(!accepts("level<warn", LogLevel::None));
    QVERIFY(accepts("level:warning", LogLevel::Warn));
    QVERIFY(accepts("level!=warn", LogLevel::Info));
    QVERIFY(accepts("level=none", LogLevel::None));
    QVERIFY(!accepts("level:*", LogLevel::None));
    const LogLine line{{}, LogSource::Extension, LogLevel::None, "x", u"agent"_qs};
    QVERIFY(LogQuery::parse(u"source:extension")->matches(viewOf(line)));
    QVERIFY(!LogQuery::parse(u"origin=function")->matches(viewOf(line)));
}

void tst_LogQuery::mistakes_data()
{
    using Kind = LogQueryError::Kind;
    QTest::addColumn<QString>("query");
    QTest::addColumn<LogQueryError>("error");

    const auto row = [](const char *query, LogQueryError error) {
        QTest::newRow(query) << QString::fromUtf8(query) << std::move(error);
    };
    row("a \"b", {Kind::UnclosedQuote, 2, {}});
    row("x:\"b", {Kind::UnclosedQuote, 2, {}});
    row("a (b or c", {Kind::UnclosedParenthesis, 2, {}});
    row("a )", {Kind::UnexpectedParenthesis, 2, {}});
    row("a ()", {Kind::UnexpectedParenthesis, 3, {}});
    row("a or", {Kind::MissingTerm, 2, u"or"_qs});
    row("or a", {Kind::MissingTerm, 0, u"or"_qs});
    row("a and", {Kind::MissingTerm, 2, u"and"_qs});
    row("a - b", {Kind::MissingTerm, 2, u"-"_qs});
    row("not", {Kind::MissingTerm, 0, u"not"_qs});
    row("a Error: b", {Kind::MissingValue, 2, u"Error:"_qs});
    row("total>", {Kind::MissingValue, 0, u"total>"_qs});
    row("~", {Kind::MissingValue, 1, u"~"_qs});
    row("total>many", {Kind::NotANumber, 6, u"many"_qs});
    row("level:loud", {Kind::UnknownLevel, 6, u"loud"_qs});
    row("level>none", {Kind::UnknownLevel, 6, u"none"_qs});
    row("source:moon", {Kind::UnknownSource, 7, u"moon"_qs});
}

void tst_LogQuery::mistakes()
{
    QFETCH(QString, query);
    QFETCH(LogQueryError, error);

    const auto parsed = LogQuery::parse(query);

    QVERIFY(!parsed.has_value());
    QCOMPARE(int(parsed.error().kind), int(error.kind));
    QCOMPARE(parsed.error().position, error.position);
    QCOMPARE(parsed.error().detail, error.detail);
    const auto expression = LogQuery::parse(u"path~a(b"_qs);
    QCOMPARE(int(expression.error().kind), int(LogQueryError::Kind::BadExpression));
    QCOMPARE(expression.error().position, 8);
    const auto deep = LogQuery::parse(QString(60, u'(') + u"a"_qs);
    QCOMPARE(int(deep.error().kind), int(LogQueryError::Kind::TooLong));
}

void tst_LogQuery::aTermThatWasMadeFindsItsValue_data()
{
    QTest::addColumn<QString>("value");
    QTest::newRow("a word") << u"abc"_qs;
    QTest::newRow("blanks") << u"a b"_qs;
    QTest::newRow("a quote") << u"a\"b"_qs;
    QTest::newRow("a backslash") << u"a\\b c"_qs;
    QTest::newRow("parentheses") << u"f(x)"_qs;
    QTest::newRow("a star alone") << u"*"_qs;
    QTest::newRow("nothing") << u""_qs;
    QTest::newRow("a sign of equality") << u"=1"_qs;
    QTest::newRow("two slashes") << u"//host"_qs;
    QTest::newRow("a colon") << u":a"_qs;
}

void tst_LogQuery::aTermThatWasMadeFindsItsValue()
{
    QFETCH(QString, value);
    QString escaped = value;
    escaped.replace(u"\\"_qs, u"\\\\"_qs).replace(u"\""_qs, u"\\\""_qs);
    const QByteArray line = QStringLiteral("{\"x\":\"%1\"}").arg(escaped).toUtf8();

    const auto parsed = LogQuery::parse(logQueryTerm(u"x"_qs, value));

    QVERIFY(parsed.has_value());
    QVERIFY(parsed->matches(viewOf(queriedLine(line))));
    QVERIFY(!parsed->matches(viewOf(queriedLine("{\"x\":\"other\"}"))));
}

void tst_LogQuery::namesThatCanBeWritten()
{
    QVERIFY(canBeAskedFor(u"cart.items.0.id"_qs));
    QVERIFY(canBeAskedFor(u"@message"_qs));
    QVERIFY(!canBeAskedFor(u"with blank"_qs));
    QVERIFY(!canBeAskedFor(u"a:b"_qs));
    QVERIFY(!canBeAskedFor(u"0"_qs));
    QVERIFY(!canBeAskedFor({}));
}

COLDFRAME_TEST(tst_LogQuery);

#include "tst_logquery.moc"
