// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/logs/logfilter.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace coldframe;

class tst_LogFilter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void matching_data();
    void matching();
    void anInvalidExpressionSaysWhere();
};

void tst_LogFilter::matching_data()
{
    using Syntax = LogFilter::Syntax;
    QTest::addColumn<LogFilter>("filter");
    QTest::addColumn<LogLine>("line");
    QTest::addColumn<bool>("accepted");

    const auto line = [](const char *text, LogLevel level = LogLevel::None) {
        return LogLine{{}, LogSource::Function, level, text};
    };
    QTest::newRow("no filter accepts") << LogFilter{} << line("x") << true;
    QTest::newRow("a part of the text") << LogFilter{u"ell"_qs} << line("hello") << true;
    QTest::newRow("case does not count") << LogFilter{u"ELL"_qs} << line("hello") << true;
    QTest::newRow("another text") << LogFilter{u"bye"_qs} << line("hello") << false;
    QTest::newRow("signs of expressions are letters in a substring")
        << LogFilter{u"a.c"_qs} << line("abc") << false;
    QTest::newRow("an expression")
        << LogFilter{u"^a.c$"_qs, Syntax::RegularExpression} << line("abc") << true;
    QTest::newRow("an expression without regard to case")
        << LogFilter{u"id=\\d+"_qs, Syntax::RegularExpression} << line("ID=12") << true;
    QTest::newRow("an empty expression accepts")
        << LogFilter{QString(), Syntax::RegularExpression} << line("abc") << true;
    QTest::newRow("the level itself")
        << LogFilter{{}, Syntax::Substring, LogLevel::Warn} << line("x", LogLevel::Warn) << true;
    QTest::newRow("a higher level")
        << LogFilter{{}, Syntax::Substring, LogLevel::Warn} << line("x", LogLevel::Fatal) << true;
    QTest::newRow("a lower level")
        << LogFilter{{}, Syntax::Substring, LogLevel::Warn} << line("x", LogLevel::Info) << false;
    QTest::newRow("no stated level")
        << LogFilter{{}, Syntax::Substring, LogLevel::Debug} << line("x") << false;
    QTest::newRow("text and level both count")
        << LogFilter{u"y"_qs, Syntax::Substring, LogLevel::Warn} << line("x", LogLevel::Error)
        << false;
    QTest::newRow("what the eye sees as a blank is one") << LogFilter{u"  File"_qs}
                                                         << line("Traceback\r\xc2\xa0\xc2\xa0"
                                                                 "File")
                                                         << true;
}

void tst_LogFilter::matching()
{
    QFETCH(LogFilter, filter);
    QFETCH(LogLine, line);
    QFETCH(bool, accepted);

    const auto matcher = LogMatcher::make(filter);

    QVERIFY(matcher.has_value());
    QCOMPARE(matcher->matches(line), accepted);
}

void tst_LogFilter::anInvalidExpressionSaysWhere()
{
    const auto matcher = LogMatcher::make({u"a(b"_qs, LogFilter::Syntax::RegularExpression});

    QVERIFY(!matcher.has_value());
    QCOMPARE(matcher.error().code, Error::Code::InvalidArgument);
    QVERIFY(!matcher.error().detail.isEmpty());
    QCOMPARE(matcher.error().position, (TextPosition{1, 4}));
}

COLDFRAME_TEST(tst_LogFilter);

#include "tst_logfilter.moc"
