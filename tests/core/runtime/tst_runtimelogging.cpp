// SPDX-License-Identifier: GPL-3.0-or-later
// What the logging of the bootstraps writes (logs, sections 5 and 6): real interpreters, the real
// modules, frames in a real pipe.
#include "core/base/jsontext.h"
#include "core/runtime/interpreter.h"
#include "core/runtime/logframes.h"

#include "tests/support/testmain.h"

#include <QProcess>
#include <QProcessEnvironment>
#include <QRegularExpression>
#include <QTest>

using namespace coldframe;

class tst_RuntimeLogging : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void records_data();
    void records();
    void members_data();
    void members();
    void aLongRecordIsOneFrame_data();
    void aLongRecordIsOneFrame();
};

COLDFRAME_TEST(tst_RuntimeLogging);

namespace {

constexpr int runtimePatience = 30'000;

/// Runs what the bootstrap does before a function is called, then the function's code.
const char pythonDriver[] = R"(
import os, sys
sys.path.insert(0, sys.argv[1])
from coldframe_context import Session
from coldframe_loading import ImportHook
if '_LAMBDA_TELEMETRY_LOG_FD' in os.environ:
    Session.log_descriptor = int(os.environ.pop('_LAMBDA_TELEMETRY_LOG_FD'))
sys.meta_path.insert(0, ImportHook)
Session.request_id = '8476'

def unhandled(kind, initialising=False):
    import coldframe_errors
    try:
        raise kind
    except Exception as error:
        coldframe_errors.log(coldframe_errors.payload(error, '8476'), initialising)

exec(sys.argv[2])
)";

const char nodeDriver[] = R"(
const folder = process.argv[1];
const session = { requestId: '8476', tenantId: undefined, logDescriptor: undefined };
if (process.env._LAMBDA_TELEMETRY_LOG_FD !== undefined) {
    session.logDescriptor = Number(process.env._LAMBDA_TELEMETRY_LOG_FD);
    delete process.env._LAMBDA_TELEMETRY_LOG_FD;
}
const log = require(`${folder}/console.cjs`).createLog(session);
for (const name of ['trace', 'debug', 'info', 'log', 'warn', 'error', 'fatal'])
    console[name] = (...values) => log(name, values);
const unhandled = (message, error) => require(`${folder}/errors.cjs`).log(message, error);
eval(process.argv[2]);
)";

struct Written
{
    QByteArrayList frames; ///< "INFO text" and the message behind a blank
    QByteArray output;
};

QByteArray frameText(const LogFrame &frame)
{
    static const char *const levels[] = {"-", "TRACE", "DEBUG", "INFO", "WARN", "ERROR", "FATAL"};
    static const char *const kinds[] = {" text ", " json ", " stray "};
    return levels[static_cast<int>(frame.level)] + QByteArray(kinds[static_cast<int>(frame.kind)])
        + frame.message.toByteArray();
}

/// Empty when there is none here.
QString programOf(const QString &language)
{
    static const auto python = findInterpreter(QStringLiteral("python"));
    static const auto node = findInterpreter(QStringLiteral("nodejs"));
    const auto &interpreter = language == QStringLiteral("python") ? python : node;
    return interpreter ? interpreter->program : QString();
}

/// Descriptor 3 is what QProcess reads as standard output, so that frames come through a pipe.
Written run(const QString &language, const QString &code, bool isFramed, const QString &format,
            const QString &level)
{
    const bool isPython = language == QStringLiteral("python");
    const QString folder = QStringLiteral(COLDFRAME_SOURCE_DIR "/resources/runtimes/") + language;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("AWS_LAMBDA_LOG_FORMAT"), format);
    if (!level.isEmpty())
        environment.insert(QStringLiteral("AWS_LAMBDA_LOG_LEVEL"), level);
    if (isFramed)
        environment.insert(QStringLiteral("_LAMBDA_TELEMETRY_LOG_FD"), QStringLiteral("3"));
    QStringList arguments{QStringLiteral("-c"), QStringLiteral("exec \"$@\" 3>&1 1>&2"),
                          QStringLiteral("sh"), programOf(language)};
    if (isPython)
        arguments += {QStringLiteral("-S"), QStringLiteral("-B"), QStringLiteral("-u"),
                      QStringLiteral("-c"), QString::fromLatin1(pythonDriver)};
    else
        arguments += {QStringLiteral("-e"), QString::fromLatin1(nodeDriver)};
    arguments += {folder, code};
    QProcess process;
    process.setProcessEnvironment(environment);
    process.start(QStringLiteral("/bin/sh"), arguments);
    Written written;
    if (!process.waitForFinished(runtimePatience))
        return written;
    LogFrameReader reader(1024 * 1024);
    const auto add = [&](const LogFrame &frame) { written.frames.append(frameText(frame)); };
    reader.read(process.readAllStandardOutput(), add);
    reader.finish(add);
    written.output = process.readAllStandardError(); // its standard output as well
    return written;
}

/// A pattern in which <time> stands for a time stamp.
bool matches(const QByteArray &record, QByteArray pattern)
{
    pattern.replace("<time>", R"(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)");
    const QRegularExpression expression(
        QRegularExpression::anchoredPattern(QString::fromUtf8(pattern)),
        QRegularExpression::DotMatchesEverythingOption);
    return expression.match(QString::fromUtf8(record)).hasMatch();
}

} // namespace

#define SKIP_WITHOUT_LANGUAGE(language)                                                                     \
    if (programOf(language).isEmpty())                                                             \
    QSKIP("the interpreter is not installed")

void tst_RuntimeLogging::records_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("level");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QByteArrayList>("frames"); ///< patterns; with the descriptor
    QTest::addColumn<QByteArrayList>("lines"); ///< without it

    const auto row
        = [](const char *title, const char *language, const char *level, const char *code,
             const QByteArrayList &frames, const QByteArrayList &lines) {
              QTest::addRow("%s: %s", language, title)
                  << QString::fromLatin1(language) << QString::fromLatin1(level)
                  << QString::fromUtf8(code) << frames << lines;
          };
    row("text, WARN by default", "python", "",
        "import logging; logging.info('no'); logging.warning('careful %d', 3)",
        {R"(WARN text \[WARNING\]\t<time>\t8476\tcareful 3)"},
        {R"(\[WARNING\]\t<time>\t8476\tcareful 3)"});
    row("every level", "python", "TRACE",
        "import logging\n"
        "for level in (5, 10, 15, 20, 30, 40, 50, 60): logging.log(level, 'x')",
        {R"(DEBUG text \[DEBUG\].*)", R"(DEBUG text \[Level 15\].*)", R"(INFO text \[INFO\].*)",
         R"(WARN text \[WARNING\].*)", R"(ERROR text \[ERROR\].*)", R"(FATAL text \[CRITICAL\].*)",
         R"(FATAL text \[Level 60\].*)"},
        {R"(\[DEBUG\].*)", R"(\[Level 15\].*)", R"(\[INFO\].*)", R"(\[WARNING\].*)",
         R"(\[ERROR\].*)", R"(\[CRITICAL\].*)", R"(\[Level 60\].*)"});
    row("a level of the configuration", "python", "ERROR",
        "import logging; logging.warning('no'); logging.error('yes')",
        {R"(ERROR text \[ERROR\]\t<time>\t8476\tyes)"}, {R"(\[ERROR\]\t<time>\t8476\tyes)"});
    row("newlines", "python", "", "import logging; logging.error('a\\nb\\n')",
        {R"(ERROR text \[ERROR\]\t<time>\t8476\ta\nb)"}, {R"(\[ERROR\]\t<time>\t8476\ta\rb\r)"});
    row("print is never framed", "python", "", "print('raw')", {}, {"raw"});
    row("an unhandled error", "python", "", "unhandled(ValueError('no\\ngood'))",
        {R"(ERROR text \[ERROR\] ValueError: no\ngood\nTraceback \(most recent call last\):\n)"
         "\u00a0\u00a0File \"<string>\", line \\d+, in unhandled"},
        {R"(\[ERROR\] ValueError: no\rgood\rTraceback \(most recent call last\):\r)"
         "\u00a0\u00a0File \"<string>\", line \\d+, in unhandled"});
    row("an unhandled error of the init phase", "python", "",
        "Session.request_id = ''; unhandled(ValueError(), True)",
        {R"(WARN text \[WARNING\]\t<time>\t\tLAMBDA_WARNING: Unhandled exception\. .*)",
         R"(ERROR text \[ERROR\] ValueError\nTraceback.*)"},
        {R"(\[WARNING\]\t<time>\t\tLAMBDA_WARNING: Unhandled exception\. .*)",
         R"(\[ERROR\] ValueError\rTraceback.*)"});
    row("every console function", "nodejs", "",
        "console.trace('x'); console.debug('x'); console.info('x'); console.log('x');"
        "console.warn('x'); console.error('x'); console.fatal('x')",
        {R"(TRACE text <time>\t8476\tTRACE\tx)", R"(DEBUG text <time>\t8476\tDEBUG\tx)",
         R"(INFO text <time>\t8476\tINFO\tx)", R"(INFO text <time>\t8476\tINFO\tx)",
         R"(WARN text <time>\t8476\tWARN\tx)", R"(ERROR text <time>\t8476\tERROR\tx)",
         R"(FATAL text <time>\t8476\tFATAL\tx)"},
        {R"(<time>\t8476\tTRACE\tx)", R"(<time>\t8476\tDEBUG\tx)", R"(<time>\t8476\tINFO\tx)",
         R"(<time>\t8476\tINFO\tx)", R"(<time>\t8476\tWARN\tx)", R"(<time>\t8476\tERROR\tx)",
         R"(<time>\t8476\tFATAL\tx)"});
    row("before a request", "nodejs", "", "session.requestId = undefined; console.log('x %d', 3)",
        {R"(INFO text <time>\tundefined\tINFO\tx 3)"}, {R"(<time>\tundefined\tINFO\tx 3)"});
    row("a level of the configuration", "nodejs", "WARN", "console.info('no'); console.warn('yes')",
        {R"(WARN text <time>\t8476\tWARN\tyes)"}, {R"(<time>\t8476\tWARN\tyes)"});
    row("newlines", "nodejs", "", "console.log('a\\nb')", {R"(INFO text <time>\t8476\tINFO\ta\nb)"},
        {R"(<time>\t8476\tINFO\ta\rb)"});
    row("process.stdout is never framed", "nodejs", "", "process.stdout.write('raw\\n')", {},
        {"raw"});
    row("an unhandled error", "nodejs", "", "unhandled('Invoke Error', new TypeError('no good'))",
        {R"(ERROR text <time>\t8476\tERROR\tInvoke Error \t\{"errorType":"TypeError",)"
         R"("errorMessage":"no good","stack":\[.*\]\})"},
        {R"(<time>\t8476\tERROR\tInvoke Error \t\{"errorType":"TypeError",)"
         R"("errorMessage":"no good","stack":\[.*\]\})"});
}

void tst_RuntimeLogging::records()
{
    QFETCH(const QString, language);
    QFETCH(const QString, level);
    QFETCH(const QString, code);
    QFETCH(const QByteArrayList, frames);
    QFETCH(const QByteArrayList, lines);
    SKIP_WITHOUT_LANGUAGE(language);

    const Written framed = run(language, code, true, QStringLiteral("Text"), level);
    const Written plain = run(language, code, false, QStringLiteral("Text"), level);

    QVERIFY2(framed.frames.size() == frames.size(),
             (framed.frames.join('\n') + framed.output).constData());
    for (qsizetype i = 0; i < frames.size(); ++i)
        QVERIFY2(matches(framed.frames[i], frames[i]), framed.frames[i].constData());
    QCOMPARE(framed.output, frames.isEmpty() ? QByteArray("raw\n") : QByteArray());
    QCOMPARE(plain.frames, QByteArrayList());
    QByteArrayList written = plain.output.split('\n');
    QVERIFY2(written.takeLast().isEmpty(), plain.output.constData());
    QVERIFY2(written.size() == lines.size(), plain.output.constData());
    for (qsizetype i = 0; i < lines.size(); ++i)
        QVERIFY2(matches(written[i], lines[i]), written[i].constData());
}

// The members of JSON records in their order; with frames and without.
void tst_RuntimeLogging::members_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("level");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QByteArray>("type"); ///< of the frame
    QTest::addColumn<QByteArray>("pattern");

    const auto row = [](const char *title, const char *language, const char *level,
                        const char *code, const char *type, const char *pattern) {
        QTest::addRow("%s: %s", language, title)
            << QString::fromLatin1(language) << QString::fromLatin1(level)
            << QString::fromUtf8(code) << QByteArray(type) << QByteArray(pattern);
    };
    row("a message", "python", "", "import logging; logging.debug('no'); logging.info('x %d', 3)",
        "INFO json ",
        R"(\{"timestamp": "\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", "level": "INFO", "message": "x 3", )"
        R"("logger": "root", "requestId": "8476"\})");
    row("a level of the configuration", "python", "WARN",
        "import logging; logging.info('no'); logging.getLogger('orders').warning('x')",
        "WARN json ",
        R"(\{"timestamp": ".*Z", "level": "WARNING", "message": "x", "logger": "orders", )"
        R"("requestId": "8476"\})");
    row("before a request", "python", "",
        "Session.request_id = ''\nimport logging; logging.warning('x')", "WARN json ",
        R"(\{"timestamp": ".*Z", "level": "WARNING", "message": "x", "logger": "root", )"
        R"("requestId": ""\})");
    row("an exception", "python", "",
        "import logging\ntry:\n    1 / 0\nexcept Exception:\n    logging.exception('failed')",
        "ERROR json ",
        R"(\{"timestamp": ".*Z", "level": "ERROR", "message": "failed", "logger": "root", )"
        R"("stackTrace": \["  File .*"\], "errorType": "ZeroDivisionError", )"
        R"("errorMessage": "division by zero", "requestId": "8476", )"
        R"("location": "<string>:<module>:\d+"\})");
    row("a tenant and members of one's own", "python", "",
        "Session.tenant_id = 'blue'\nimport logging\n"
        "logging.error('x', extra={'order': 7})",
        "ERROR json ",
        R"(\{"timestamp": ".*Z", "level": "ERROR", "message": "x", "logger": "root", )"
        R"("requestId": "8476", "tenantId": "blue", "order": 7\})");
    row("an unhandled error", "python", "", "unhandled(ValueError('no good'))", "ERROR json ",
        R"(\{"timestamp": ".*Z", "level": "ERROR", "errorMessage": "no good", )"
        R"("errorType": "ValueError", "requestId": "8476", "stackTrace": \[".*"\]\})");
    row("a message", "nodejs", "", "console.debug('no'); console.log('x')", "INFO json ",
        R"(\{"timestamp":"<time>","level":"INFO","requestId":"8476","message":"x"\})");
    row("an object", "nodejs", "", "console.warn({ order: [7] })", "WARN json ",
        R"(\{"timestamp":"<time>","level":"WARN","requestId":"8476","message":\{"order":\[7\]\}\})");
    row("several values", "nodejs", "DEBUG", "console.debug('x %d', 3, { a: 1 })", "DEBUG json ",
        R"(\{"timestamp":"<time>","level":"DEBUG","requestId":"8476","message":"x 3 \{ a: 1 \}"\})");
    row("a tenant", "nodejs", "", "session.tenantId = 'blue'; console.log('x')", "INFO json ",
        R"(\{"timestamp":"<time>","level":"INFO","requestId":"8476","tenantId":"blue",)"
        R"("message":"x"\})");
    row("before a request", "nodejs", "", "session.requestId = undefined; console.log('x')",
        "INFO json ", R"(\{"timestamp":"<time>","level":"INFO","message":"x"\})");
    row("an error with a text", "nodejs", "", "console.error('failed', new RangeError('far'))",
        "ERROR json ",
        R"(\{"timestamp":"<time>","level":"ERROR","requestId":"8476","message":"failed .*",)"
        R"("errorType":"RangeError","errorMessage":"far","stackTrace":\["RangeError: far",.*\]\})");
    row("an error alone", "nodejs", "",
        "console.error(Object.assign(new RangeError('far'), { code: 'E' }))", "ERROR json ",
        R"(\{"timestamp":"<time>","level":"ERROR","requestId":"8476","message":)"
        R"(\{"errorType":"RangeError","errorMessage":"far","stackTrace":\[.*\],"code":"E"\}\})");
    row("a cycle", "nodejs", "", "const a = {}; a.a = a; console.info(a)", "INFO json ",
        R"(\{"timestamp":"<time>","level":"INFO","requestId":"8476","message":"<ref.*"\})");
    row("an unhandled error", "nodejs", "", "unhandled('Invoke Error', new TypeError('no good'))",
        "ERROR json ",
        R"(\{"timestamp":"<time>","level":"ERROR","requestId":"8476","message":)"
        R"(\{"errorType":"TypeError","errorMessage":"no good","stackTrace":\[.*\]\}\})");
}

void tst_RuntimeLogging::members()
{
    QFETCH(const QString, language);
    QFETCH(const QString, level);
    QFETCH(const QString, code);
    QFETCH(const QByteArray, type);
    QFETCH(const QByteArray, pattern);
    SKIP_WITHOUT_LANGUAGE(language);

    const Written framed = run(language, code, true, QStringLiteral("JSON"), level);
    const Written plain = run(language, code, false, QStringLiteral("JSON"), level);

    QVERIFY2(framed.frames.size() == 1, (framed.frames.join('\n') + framed.output).constData());
    QVERIFY2(framed.frames[0].startsWith(type), framed.frames[0].constData());
    const QByteArray record = framed.frames[0].sliced(type.size());
    QVERIFY2(matches(record, pattern), record.constData());
    QVERIFY2(checkJson(record).has_value(), record.constData());
    QCOMPARE(framed.output, QByteArray());
    QVERIFY2(matches(plain.output, pattern + "\n"), plain.output.constData());
    QCOMPARE(plain.output.count('\n'), 1);
}

// Larger than a pipe takes at once.
void tst_RuntimeLogging::aLongRecordIsOneFrame_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("code");

    QTest::newRow("Python") << QStringLiteral("python")
                            << QStringLiteral("import logging; logging.error('x' * 500_000)");
    QTest::newRow("Node.js") << QStringLiteral("nodejs")
                             << QStringLiteral("console.error('x'.repeat(500_000))");
}

void tst_RuntimeLogging::aLongRecordIsOneFrame()
{
    QFETCH(const QString, language);
    QFETCH(const QString, code);
    SKIP_WITHOUT_LANGUAGE(language);

    const Written written = run(language, code, true, QStringLiteral("Text"), {});

    QCOMPARE(written.frames.size(), 1);
    QCOMPARE(written.frames[0].count('x'), 500'000 + written.frames[0].first(11).count('x'));
}

#include "tst_runtimelogging.moc"
