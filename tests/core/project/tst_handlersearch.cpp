// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/handlersearch.h"

#include "tests/support/testmain.h"

#include <QStringList>
#include <QTest>

using namespace coldframe;

class tst_HandlerSearch : public QObject
{
    Q_OBJECT

private slots:
    void knowsLanguagesByTheirFiles_data();
    void knowsLanguagesByTheirFiles();
    void findsHandlers_data();
    void findsHandlers();
    void survivesBeingCutAnywhere_data();
    void survivesBeingCutAnywhere();
};

COLDFRAME_TEST(tst_HandlerSearch);

void tst_HandlerSearch::knowsLanguagesByTheirFiles_data()
{
    QTest::addColumn<QString>("fileName");
    QTest::addColumn<QString>("family");

    QTest::newRow("Python") << u"app.py"_qs << u"python"_qs;
    QTest::newRow("JavaScript") << u"index.js"_qs << u"nodejs"_qs;
    QTest::newRow("an ES module") << u"/a.b/index.mjs"_qs << u"nodejs"_qs;
    QTest::newRow("a CommonJS module") << u"a-b_c.cjs"_qs << u"nodejs"_qs;
    QTest::newRow("TypeScript has to be built") << u"app.ts"_qs << QString();
    QTest::newRow("a handler string ends at the first dot") << u"app.test.js"_qs << QString();
    QTest::newRow("compiled Python") << u"app.pyc"_qs << QString();
    QTest::newRow("only an extension") << u".py"_qs << QString();
    QTest::newRow("no extension") << u"py"_qs << QString();
}

void tst_HandlerSearch::knowsLanguagesByTheirFiles()
{
    QFETCH(QString, fileName);
    QFETCH(QString, family);

    QCOMPARE(runtimeFamilyOf(fileName), family);
}

void tst_HandlerSearch::findsHandlers_data()
{
    QTest::addColumn<QString>("fileName");
    QTest::addColumn<QByteArray>("source");
    QTest::addColumn<QStringList>("found"); // "<line> <name>"

    const auto python = [](const char *row, const char *source, const QStringList &found) {
        QTest::newRow(row) << u"app.py"_qs << QByteArray(source) << found;
    };
    const auto node = [](const char *row, const char *source, const QStringList &found) {
        QTest::newRow(row) << u"app.js"_qs << QByteArray(source) << found;
    };
    const QStringList none;
    const QStringList first{u"1 handler"_qs};

    python("py: the usual one", "def handler(event, context):\n    pass\n", first);
    python("py: its line", "import json\n\ndef lambda_handler(event, context):\n    pass\n",
           {u"3 lambda_handler"_qs});
    python("py: any name with a context", "def create(evt, ctx): pass", {u"1 create"_qs});
    python("py: the usual name is first",
           "def create(event, context): pass\ndef handler(event, context): pass\n",
           {u"2 handler"_qs, u"1 create"_qs});
    python("py: types and defaults",
           "def handler(\n    event: Dict[str, Any],\n    context: Context = None,\n) -> dict:\n",
           first);
    python("py: more parameters that may be left out",
           "def create(event, context, table=TABLE, *, retry=3): pass", {u"1 create"_qs});
    python("py: an unused context", "def create(event, _): pass", {u"1 create"_qs});
    python("py: names with underscores", "def create(_event, _context): pass", {u"1 create"_qs});
    python("py: two other parameters", "def add(a, b): pass", none);
    python("py: one parameter", "def handler(event): pass", none);
    python("py: three parameters", "def handler(event, context, more): pass", none);
    python("py: a method", "class A:\n    def handler(self, event, context): pass\n", none);
    python("py: a function inside another", "def f():\n    def handler(event, context): pass\n",
           none);
    python("py: Lambda does not await", "async def handler(event, context): pass", none);
    python("py: a private function", "def _create(event, context): pass", none);
    python("py: only in a text", "'''\ndef handler(event, context): pass\n'''\n", none);
    python("py: only in a comment", "# '\n#\ndef handler(event, context): pass\n",
           {u"3 handler"_qs});
    python("py: a quote in a text", "a = 'it\\'s'\nb = \"'''\"\ndef handler(event, context): pass",
           {u"3 handler"_qs});
    python("py: an adapter of a web framework", "app = FastAPI()\nhandler = Mangum(app)\n",
           {u"2 handler"_qs});
    python("py: an assigned function", "lambda_handler = make()\n", {u"1 lambda_handler"_qs});
    python("py: a handler of log lines", "handler = logging.StreamHandler()\n", none);
    python("py: line ends of Windows", "import a\r\ndef handler(event, context):\r\n    pass\r\n",
           {u"2 handler"_qs});
    python("py: defined twice",
           "def handler(event, context): pass\ndef handler(event, context): pass\n", first);

    node("js: exports.handler", "exports.handler = async (event) => {};", first);
    node("js: module.exports.handler", "module.exports.handler = function (event) {};", first);
    node("js: module.exports = { handler }", "module.exports = { handler, other };", first);
    node("js: a value in module.exports", "module.exports = {\n  handler: async (e) => {},\n};",
         first);
    node("js: a method in module.exports", "module.exports = {\n  async handler(event) {},\n};",
         first);
    node("js: export const", "export const handler = async (event) => {};", first);
    node("js: export function", "export async function handler(event) {}", first);
    node("js: export a list", "const handler = 1;\nexport { helper, handler };\n",
         {u"2 handler"_qs});
    node("js: export under another name", "export { main as handler };", first);
    node("js: another name of a function of an event",
         "exports.create = async (event) => {};\nexports.helper = (a, b) => {};\n",
         {u"1 create"_qs});
    node("js: a function keyword", "exports.create = async function create(event, context) {};",
         {u"1 create"_qs});
    node("js: a bare parameter", "export const create = event => 1;", {u"1 create"_qs});
    node("js: the default export has a name too", "export default async (event) => {};",
         {u"1 default"_qs});
    node("js: a default export that is no handler", "export default { a: 1 };", none);
    node("js: two names at once", "exports.main = exports.handler = async (e) => {};", first);
    node("js: what a compiler of TypeScript writes",
         "exports.handler = void 0;\nconst handler = async () => {};\nexports.handler = handler;",
         first);
    node("js: what a bundler writes", "0 && (module.exports = {\n  handler\n});", first);
    node("js: a comparison", "exports.handler == 1;", none);
    node("js: a function that is not exported", "async function handler(event) {}", none);
    node("js: only in comments", "// exports.handler = 1\n/*\nexports.handler = 1\n*/\n", none);
    node("js: only in a text", "const a = `\nexports.handler = 1\n`;", none);
    node("js: a quote in a regular expression", "const a = /'/;\nexports.handler = 1;",
         {u"2 handler"_qs});
    QTest::newRow("another language")
        << u"app.rb"_qs << QByteArray("def handler(event, context)") << none;
}

void tst_HandlerSearch::findsHandlers()
{
    QFETCH(QString, fileName);
    QFETCH(QByteArray, source);
    QFETCH(QStringList, found);

    QStringList names;
    for (const FoundHandler &handler : findHandlers(fileName, source))
        names.append(u"%1 %2"_qs.arg(handler.line).arg(handler.function));

    QCOMPARE(names, found);
}

void tst_HandlerSearch::survivesBeingCutAnywhere_data()
{
    QTest::addColumn<QString>("fileName");
    QTest::addColumn<QByteArray>("source");

    QTest::newRow("Python") << u"app.py"_qs
                            << QByteArray("x = '''a\\'''\n'''\ny = \"\\\"\"\n"
                                          "def handler(event: D[str], context=(1, [2])): pass\n");
    QTest::newRow("JavaScript") << u"app.js"_qs
                                << QByteArray("/* a */ `b\\`${c}` 'd\\\\'\n"
                                              "module.exports = { handler: (e) => [1], };\n"
                                              "export const handler = async (event) => {};\n"
                                              "exports.a = function* f(event) {}\n");
}

void tst_HandlerSearch::survivesBeingCutAnywhere()
{
    QFETCH(QString, fileName);
    QFETCH(QByteArray, source);

    for (qsizetype length = 0; length <= source.size(); ++length)
        findHandlers(fileName, source.first(length));

    QVERIFY(!findHandlers(fileName, source).empty());
}

#include "tst_handlersearch.moc"
