// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/events/eventlint.h"
#include "core/events/eventpaste.h"
#include "core/events/templatecatalogue.h"

#include "tests/core/events/templates.h"
#include "tests/support/testmain.h"

#include <QTest>

#include <nlohmann/json.hpp>

using namespace coldframe;
using coldframe::test::at;

class tst_EventPaste : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void commandsBecomeRequests_data();
    void commandsBecomeRequests();
    void everyTemplateOfARequestTakesACommand_data();
    void everyTemplateOfARequestTakesACommand();
    void valuesOfTheTargetComeFirst();
    void eventsAreFound_data();
    void eventsAreFound();
    void whatIsLeftOutIsTold_data();
    void whatIsLeftOutIsTold();
    void errorsSayWhatAndWhere_data();
    void errorsSayWhatAndWhere();
};

COLDFRAME_TEST(tst_EventPaste);

namespace {

const TemplateCatalogue &catalogueForPaste()
{
    static const TemplateCatalogue catalogue
        = TemplateCatalogue::load(QStringLiteral(COLDFRAME_SOURCE_DIR "/templates/events"))
              .value_or(TemplateCatalogue());
    return catalogue;
}

using Places = QList<std::pair<QByteArray, QByteArray>>; ///< pointer and JSON

} // namespace

Q_DECLARE_METATYPE(Places)

void tst_EventPaste::commandsBecomeRequests_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<QByteArray>("command");
    QTest::addColumn<Places>("places");

    const auto row
        = [](const char *title, const char *id, const char *command, const Places &places) {
              QTest::newRow(title) << QString::fromLatin1(id) << QByteArray(command) << places;
          };
    const char *api = "apigw-http-v2";
    row("a plain GET", api, "curl https://example.com/pets",
        {{"/requestContext/http/method", "\"GET\""},
         {"/rawPath", "\"/pets\""},
         {"/headers/accept", "\"*/*\""},
         {"/body", "absent"}});
    row("no path and no scheme", api, "curl example.com", {{"/rawPath", "\"/\""}});
    row("data make a POST", api, "curl example.com -d a=1 -d b=2",
        {{"/requestContext/http/method", "\"POST\""},
         {"/body", "\"a=1&b=2\""},
         {"/headers/content-type", "\"application/x-www-form-urlencoded\""}});
    row("an own method and content type", api,
        "curl -X PUT -H 'Content-Type: application/json' --data-raw '{\"a\": \"it'\\''s\"}' "
        "http://h/x",
        {{"/requestContext/http/method", "\"PUT\""},
         {"/headers/content-type", "\"application/json\""},
         {"/body", R"("{\"a\": \"it's\"}")"}});
    row("options that stick together", api, "curl -sSLXPATCH -HX-Id:7 http://h/",
        {{"/requestContext/http/method", "\"PATCH\""}, {"/headers/x-id", "\"7\""}});
    row("JSON", api, "curl --json '[1]' http://h/",
        {{"/body", "\"[1]\""},
         {"/headers/content-type", "\"application/json\""},
         {"/headers/accept", "\"application/json\""}});
    row("data in the query", api, "curl -G http://h/s?x=1 --data-urlencode 'q=a b&c' -d z=2",
        {{"/requestContext/http/method", "\"GET\""},
         {"/queryStringParameters", R"({"x":"1","q":"a b&c","z":"2"})"},
         {"/body", "absent"}});
    row("a name several times", api, "curl 'http://h/?a=1&a=2'",
        {{"/queryStringParameters/a", "\"1,2\""}});
    row("cookies", api, "curl http://h/ -b 'a=1; b=2' -H 'Cookie: c=3'",
        {{"/cookies", R"(["a=1","b=2","c=3"])"}, {"/headers/cookie", "absent"}});
    row("a user", api, "curl -u me:secret http://h/",
        {{"/headers/authorization", "\"Basic bWU6c2VjcmV0\""}});
    row("a user in the URL", api, "curl http://me:secret@h/",
        {{"/headers/authorization", "\"Basic bWU6c2VjcmV0\""}});
    row("a user agent", api, "curl -A 'Mozilla/5.0 (X11)' http://h/",
        {{"/headers/user-agent", "\"Mozilla/5.0 (X11)\""},
         {"/requestContext/http/userAgent", "\"Mozilla/5.0 (X11)\""}});
    row("a header taken away", api, "curl -H 'Accept:' -H 'X-Empty;' http://h/",
        {{"/headers/accept", "absent"}, {"/headers/x-empty", "\"\""}});
    row("a header twice", api, "curl -H 'X: 1' -H 'x: 2' http://h/", {{"/headers/x", "\"1,2\""}});
    row("escapes of C", api, "curl -d $'a\\n\\'b\\u00e9\\x41\\101' http://h/",
        {{"/body",
          "\"a\\n'bé"
          "AA\""}});
    row("a double-quoted text", api, R"(curl -d "{\"a\": \"\$5\"}" http://h/)",
        {{"/body", R"("{\"a\": \"$5\"}")"}});
    row("several lines", api, "curl \\\n  -X POST \\\r\n  http://h/x \\\n  -d 'a\nb'",
        {{"/body", "\"a\\nb\""}, {"/rawPath", "\"/x\""}});
    row("Windows", api,
        "curl \"http://h/x?a=1^&b=2\" ^\r\n  -H \"X-Id: 7\" ^\r\n  -d \"{\\\"a\\\":1}\"",
        {{"/rawQueryString", "\"a=1&b=2\""},
         {"/headers/x-id", "\"7\""},
         {"/body", R"("{\"a\":1}")"}});
    row("a prompt and an assignment", api, "$ TOKEN=x /usr/bin/curl http://h/y",
        {{"/rawPath", "\"/y\""}});
    row("bytes", api, "curl --data-binary $'\\x89PNG' http://h/",
        {{"/body", "\"iVBORw==\""},
         {"/isBase64Encoded", "true"},
         {"/headers/content-length", "\"4\""}});
    row("a host of API Gateway", api, "curl https://a1b2.execute-api.eu-west-1.amazonaws.com/x",
        {{"/requestContext/apiId", "\"a1b2\""},
         {"/headers/host", "\"a1b2.execute-api.eu-west-1.amazonaws.com\""}});
    row("the stage of a REST API", "apigw-rest",
        "curl https://a1b2.execute-api.eu-west-1.amazonaws.com/dev/pets/7?a=1",
        {{"/path", "\"/pets/7\""},
         {"/resource", "\"/{proxy+}\""},
         {"/pathParameters", R"({"proxy":"pets/7"})"},
         {"/requestContext/stage", "\"dev\""},
         {"/requestContext/path", "\"/dev/pets/7\""},
         {"/multiValueQueryStringParameters", R"({"a":["1"]})"}});
    row("names keep their case in REST", "apigw-rest", "curl -H 'X-ID: 7' http://h/ -b a=1",
        {{"/headers/X-ID", "\"7\""}, {"/headers/Cookie", "\"a=1\""}});
    row("an own domain of REST", "apigw-rest", "curl https://api.example.org/a",
        {{"/requestContext/domainName", "\"api.example.org\""}});
    row("a function URL", "function-url", "curl https://abcdef.lambda-url.eu-west-1.on.aws/a?b",
        {{"/requestContext/domainName", "\"abcdef.lambda-url.eu-west-1.on.aws\""},
         {"/rawPath", "\"/a\""}});
    row("a load balancer", "alb", "curl 'http://h/a%20b?q=x%20y&q=z' -b a=1",
        {{"/path", "\"/a%20b\""},
         {"/queryStringParameters/q", "\"z\""},
         {"/headers/cookie", "\"a=1\""},
         {"/body", "\"\""}});
}

void tst_EventPaste::commandsBecomeRequests()
{
    QFETCH(const QString, id);
    QFETCH(const QByteArray, command);
    QFETCH(const Places, places);

    QVERIFY(isCurlCommand(command));
    const PasteResult pasted = pasteEvent(command, catalogueForPaste(), {id, {}});

    QVERIFY2(pasted, pasted ? "" : qPrintable(pasted.error().detail));
    QCOMPARE(pasted->source, PastedEvent::Source::Curl);
    for (const auto &[pointer, json] : places)
        QCOMPARE(at(*pasted->event, pointer), json);
    const auto problems = lintEvent(*pasted->event, {}, catalogueForPaste());
    QVERIFY2(problems.empty(),
             problems.empty()
                 ? ""
                 : qPrintable(eventRuleId(problems.front().rule) + problems.front().pointer));
}

void tst_EventPaste::everyTemplateOfARequestTakesACommand_data()
{
    QTest::addColumn<QString>("id");
    for (const char *id :
         {"apigw-rest", "apigw-rest-cognito", "apigw-http-v1", "apigw-http-v2", "apigw-http-v2-jwt",
          "function-url", "function-url-iam", "alb", "alb-multi"})
        QTest::newRow(id) << QString::fromLatin1(id);
}

void tst_EventPaste::everyTemplateOfARequestTakesACommand()
{
    QFETCH(const QString, id);

    const PasteResult pasted = pasteEvent(
        "curl -d '{\"a\":1}' 'http://h/pets?q=1' -H 'X: y' -b c=d", catalogueForPaste(), {id, {}});

    QVERIFY2(pasted, pasted ? "" : qPrintable(pasted.error().detail));
    QCOMPARE(at(*pasted->event, "/body"), QByteArray(R"("{\"a\":1}")"));
    QVERIFY(pasted->kind != EventKind::Unknown);
    QVERIFY(lintEvent(*pasted->event, {}, catalogueForPaste()).empty());
}

void tst_EventPaste::valuesOfTheTargetComeFirst()
{
    PasteTarget target;
    target.values.set(u"route"_qs, "/pets/{id}");

    const PasteResult pasted = pasteEvent("curl http://h/pets/7", catalogueForPaste(), target);

    QVERIFY(pasted);
    QCOMPARE(at(*pasted->event, "/routeKey"), QByteArray("\"GET /pets/{id}\""));
    QCOMPARE(at(*pasted->event, "/pathParameters/id"), QByteArray("\"7\""));
}

void tst_EventPaste::eventsAreFound_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<PastedEvent::Source>("source");
    QTest::addColumn<QByteArray>("event");

    const auto row
        = [](const char *title, const QByteArray &text, PastedEvent::Source source,
             const char *event) { QTest::newRow(title) << text << source << QByteArray(event); };
    using Source = PastedEvent::Source;
    row("JSON", R"( {"a": [1, null]} )", Source::Json, R"({"a":[1,null]})");
    row("a byte order mark", "\xEF\xBB\xBF{\"a\":1}", Source::Json, R"({"a":1})");
    row("a list of objects", R"([{"a":1}])", Source::Json, R"([{"a":1}])");
    row("JSON in a string", R"("{\"a\": 1}")", Source::Json, R"({"a":1})");
    row("escaped JSON without quotes", R"({\"a\": \"b\"})", Source::Json, R"({"a":"b"})");
    row("text around", "The event was [1]:\n{\"a\": 1}\nas you see {here}.", Source::Json,
        R"({"a":1})");
    row("a code fence", "Use this:\n```json\n{\"a\": 1}\n```\nThanks {you}", Source::Json,
        R"({"a":1})");
    row("the known event of two",
        R"(ctx {"id": "a very long context"} event {"Records": [{"s3": {}}]})", Source::Json,
        R"({"Records":[{"s3":{}}]})");
    row("JavaScript", "const event = { a: 'x', \"b\": [1, 2,], 'c-d': `e`, f: undefined, // g\n };",
        Source::JavaScript, R"({"a":"x","b":[1,2],"c-d":"e"})");
    row("a trailing comma", R"({"a": 1,})", Source::JavaScript, R"({"a":1})");
    row("complete output of Node.js", "{\n  version: '2.0',\n  headers: { 'x-id': \"it's\" }\n}",
        Source::JavaScript, R"({"version":"2.0","headers":{"x-id":"it's"}})");
    row("Python", "{'a': True, 'b': None, 'c': [False], 'd': (1, 2), 'e': 'it\\'s \\u00e9'}",
        Source::Python, "{\"a\":true,\"b\":null,\"c\":[false],\"d\":[1,2],\"e\":\"it's é\"}");
    row("a log line of Node.js",
        "2024-06-17T14:48:13.000Z\t8d7f1a2e-1c1c-4f4f-8a8a-123456789abc\tINFO\t{\"a\": 1}\n",
        Source::LogLine, R"({"a":1})");
    row("a log line of Python",
        "[INFO]\t2024-06-17T14:48:13.000Z\t8d7f1a2e-1c1c-4f4f-8a8a-123456789abc\tevent: {'a': "
        "None}",
        Source::LogLine, R"({"a":null})");
    row("a JSON record with an object",
        R"({"timestamp": "2024", "level": "INFO", "message": {"a": 1}, "requestId": "x"})",
        Source::JsonLog, R"({"a":1})");
    row("a JSON record with a string",
        R"({"time": "2024", "type": "function", "record": "2024 INFO {\"a\": 1}"})",
        Source::JsonLog, R"({"a":1})");
    row("a record of a record",
        R"({"time": "2024", "record": {"timestamp": "2024", "level": "INFO", "message": "{\"a\":1}"}})",
        Source::JsonLog, R"({"a":1})");
    row("an event with a time is no record",
        R"({"time": "2024", "source": "a", "detail": {"message": "x"}, "message": "{}"})",
        Source::Json, R"({"time":"2024","source":"a","detail":{"message":"x"},"message":"{}"})");
    row("an emoji in escapes", R"({'a': '\ud83d\ude00 \u{1F600}'})", Source::JavaScript,
        "{\"a\":\"😀 😀\"}");
    const QByteArray invoke = "aws lambda invoke --function-name f ";
    row("an invocation by the AWS CLI",
        "# events/it's {a}.json\nexport T=1\n" + invoke
            + "--cli-binary-format raw-in-base64-out --payload '{\"a\": \"it'\\''s\"}' /dev/stdout",
        Source::AwsCli, R"({"a":"it's"})");
    row("a payload in Base64", invoke + "--payload eyJhIjoxfQ== out.json", Source::AwsCli,
        R"({"a":1})");
    row("an invocation by curl",
        "# events/a.json\nA='{}'\ncurl -d '{\"a\": 1}' http://h/2015-03-31/functions/f/invocations",
        Source::Curl, R"({"a":1})");
    row("a curl command in a fence is none of JSON", "```\n{\"a\":1}\n```", Source::Json,
        R"({"a":1})");
}

void tst_EventPaste::eventsAreFound()
{
    QFETCH(const QByteArray, text);
    QFETCH(const PastedEvent::Source, source);
    QFETCH(const QByteArray, event);

    const PasteResult pasted = pasteEvent(text, catalogueForPaste());

    QVERIFY2(pasted, pasted ? "" : QByteArray::number(int(pasted.error().kind)).constData());
    QCOMPARE(writeJson(*pasted->event, JsonLayout::Compact), event);
    QCOMPARE(static_cast<int>(pasted->source), static_cast<int>(source));
}

void tst_EventPaste::whatIsLeftOutIsTold_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<PasteNote::Kind>("kind");
    QTest::addColumn<QString>("detail");

    const auto row
        = [](const char *title, const char *text, PasteNote::Kind kind, const char *detail) {
              QTest::newRow(title) << QByteArray(text) << kind << QString::fromUtf8(detail);
          };
    using Kind = PasteNote::Kind;
    row("an option", "curl -o out.json http://h/", Kind::OptionDropped, "-o");
    row("a pipe", "curl http://h/ | jq .a", Kind::AfterCommand, "| jq .a");
    row("a second command", "curl http://h/\nls", Kind::AfterCommand, "ls");
    row("a comment before several commands", "# a {b}\nexport T=1\ncurl http://h/\ncurl http://i/",
        Kind::AfterCommand, "curl http://i/");
    row("a second request", "curl http://h/ --next http://i/", Kind::AfterCommand, "--next");
    row("a host", "curl http://localhost:3000/", Kind::HostDropped, "localhost:3000");
    row("a fragment", "curl http://h/#top", Kind::FragmentDropped, "top");
    row("a route", "curl http://h/", Kind::RouteAssumed, "$default");
    row("a URL without quotes", "curl http://h/?a=1&b=2", Kind::UnquotedAmpersand, "");
    row("text around", "abc {\"a\": 1}", Kind::TextAround, "3");
    row("another object", "{\"a\": 1, \"b\": 2} {\"c\": 1}", Kind::OtherEvents, "1");
    row("a language", "{'a': None}", Kind::RewrittenFrom, "Python");
    row("a member", R"({"level": "INFO", "message": {"a": 1}})", Kind::UnderMember, "message");
    row("a member twice", R"({"a": 1, "a": 2})", Kind::DuplicateMember, "a");
    row("a string", R"("{\"a\": 1}")", Kind::InString, "");
}

void tst_EventPaste::whatIsLeftOutIsTold()
{
    QFETCH(const QByteArray, text);
    QFETCH(const PasteNote::Kind, kind);
    QFETCH(const QString, detail);

    const PasteResult pasted = pasteEvent(text, catalogueForPaste());

    QVERIFY2(pasted, pasted ? "" : qPrintable(pasted.error().detail));
    for (const PasteNote &note : pasted->notes) {
        if (note.kind == kind) {
            QCOMPARE(note.detail, detail);
            return;
        }
    }
    QFAIL("it was not told");
}

void tst_EventPaste::errorsSayWhatAndWhere_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<PasteError::Kind>("kind");
    QTest::addColumn<QString>("detail");
    QTest::addColumn<QString>("place"); ///< line:column

    const auto row
        = [](const char *title, const char *text, PasteError::Kind kind, const char *detail = "",
             const char *place = "", const char *id = "apigw-http-v2") {
              QTest::newRow(title) << QString::fromLatin1(id) << QByteArray(text) << kind
                                   << QString::fromUtf8(detail) << QString::fromLatin1(place);
          };
    using Kind = PasteError::Kind;
    row("nothing", "  \n", Kind::Empty);
    row("prose", "hello world", Kind::NothingFound);
    row("a number", "42", Kind::NothingFound);
    row("a call of fetch", R"(await fetch("https://h/", {"headers": {"a": "b"}});)",
        Kind::FetchCall);
    row("an invocation without an event", "aws lambda invoke --function-name f out.json",
        Kind::NoPayload);
    row("an invocation with a file", "aws lambda invoke --payload file://e.json out.json",
        Kind::FileContent, "file://e.json");
    row("a value is missing", "{\"a\": 1,\n \"b\": }", Kind::InvalidJson, "", "2:7");
    row("a broken event is not its inner part", "{\"a\": {\"b\": 1} \"c\": 2}", Kind::InvalidJson,
        ", }", "1:16");
    row("a cut off event", "{\"a\": [1, 2", Kind::Truncated, ", ]", "1:12");
    row("a cut off string", "{\"a\": \"b", Kind::Truncated, "", "1:7");
    row("output of Node.js", "{ headers: { a: [Object] } }", Kind::NodeInspect, "[Object]", "1:18");
    row("a long list of Node.js", "{ a: [ 1, 2, ... 98 more items ] }", Kind::NodeInspect,
        "... 98 more item", "1:14");
    row("a cycle", "<ref *1> { a: [Circular *1] }", Kind::NodeInspect, "[Circular]", "1:16");
    row("a Python object", "{'a': datetime.datetime(2024, 1, 1)}", Kind::PythonObject,
        "datetime.datetime", "1:7");
    row("bytes of Python", "{'a': b'x'}", Kind::PythonObject, "b", "1:7");
    row("an expression", "{a: new Date()}", Kind::Expression, "new", "1:5");
    row("a template text", "{a: `${b}`}", Kind::Expression, "${", "1:6");
    row("a quote", "curl -H 'X: 1 http://h/", Kind::UnclosedQuote, "", "1:9");
    row("a quote on the second line", "$ curl \\\n -H \"X", Kind::UnclosedQuote, "", "2:5");
    row("a variable", "curl http://h/$ID", Kind::ShellExpansion, "$ID", "1:15");
    row("a command inside", "curl http://h/ -d \"$(date)\"", Kind::ShellExpansion, "$(date)",
        "1:20");
    row("an unknown option", "curl --dta x http://h/", Kind::UnknownOption,
        "--dta (nearest: --data)");
    row("an unknown letter", "curl -W http://h/", Kind::UnknownOption, "-W");
    row("an option without a value", "curl http://h/ -H", Kind::OptionNeedsValue, "-H");
    row("a form", "curl -F a=@b.png http://h/", Kind::FormUpload, "-F");
    row("a file", "curl -d @body.json http://h/", Kind::FileContent, "body.json");
    row("a file of cookies", "curl -b jar.txt http://h/", Kind::FileContent, "jar.txt");
    row("no URL", "curl -v", Kind::NoUrl);
    row("two URLs", "curl http://h/ http://i/", Kind::SeveralUrls, "http://i/");
    row("another scheme", "curl ftp://h/", Kind::UnsupportedUrl, "ftp://h/");
    row("an unknown template", "curl http://h/", Kind::UnknownTemplate, "albb (nearest: alb)", "",
        "albb");
    row("a template of something else", "curl http://h/", Kind::NotForRequests, "sqs", "", "sqs");
}

void tst_EventPaste::errorsSayWhatAndWhere()
{
    QFETCH(const QString, id);
    QFETCH(const QByteArray, text);
    QFETCH(const PasteError::Kind, kind);
    QFETCH(const QString, detail);
    QFETCH(const QString, place);

    const PasteResult pasted = pasteEvent(text, catalogueForPaste(), {id, {}});

    QVERIFY(!pasted);
    const PasteError &error = pasted.error();
    QCOMPARE(static_cast<int>(error.kind), static_cast<int>(kind));
    QCOMPARE(error.detail, detail);
    const QString found = error.position
        ? QStringLiteral("%1:%2").arg(error.position->line).arg(error.position->column)
        : QString();
    QCOMPARE(found, place);
}

#include "tst_eventpaste.moc"
