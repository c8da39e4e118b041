// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/logs/logfilter.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace coldframe;

class tst_LogFilter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void matching_data();
    void matching();
    void aWrongQuerySaysWhere();
    void onlyAnEmptyFilterAcceptsEveryLine();
};

void tst_LogFilter::matching_data()
{
    QTest::addColumn<LogFilter>("filter");
    QTest::addColumn<LogLine>("line");
    QTest::addColumn<bool>("accepted");

    const auto line = [](const char *text, LogLevel level = LogLevel::None,
                         LogSource source = LogSource::Function) {
        return LogLine{{}, source, level, text};
    };
    QTest::newRow("no filter accepts") << LogFilter{} << line("x") << true;
    QTest::newRow("a part of the text") << LogFilter{u"ell"_qs} << line("hello") << true;
    QTest::newRow("the level itself")
        << LogFilter{{}, LogLevel::Warn} << line("x", LogLevel::Warn) << true;
    QTest::newRow("a higher level")
        << LogFilter{{}, LogLevel::Warn} << line("x", LogLevel::Fatal) << true;
    QTest::newRow("a lower level")
        << LogFilter{{}, LogLevel::Warn} << line("x", LogLevel::Info) << false;
    QTest::newRow("no stated level") << LogFilter{{}, LogLevel::Debug} << line("x") << false;
    QTest::newRow("query and level both count")
        << LogFilter{u"y"_qs, LogLevel::Warn} << line("x", LogLevel::Error) << false;
    QTest::newRow("the origin") << LogFilter{{}, LogLevel::None, LogSource::Extension}
                                << line("x", LogLevel::None, LogSource::Extension) << true;
    QTest::newRow("another origin")
        << LogFilter{{}, LogLevel::None, LogSource::Extension} << line("x") << false;
}

void tst_LogFilter::matching()
{
    QFETCH(LogFilter, filter);
    QFETCH(LogLine, line);
    QFETCH(bool, accepted);

    const auto matcher = LogMatcher::make(filter);

    QVERIFY(matcher.has_value());
    QCOMPARE(matcher->matches(viewOf(line)), accepted);
}

void tst_LogFilter::aWrongQuerySaysWhere()
{
    const auto matcher = LogMatcher::make({u"abc level>=loud"_qs});

    QVERIFY(!matcher.has_value());
    QCOMPARE(matcher.error(), (LogQueryError{LogQueryError::Kind::UnknownLevel, 11, u"loud"_qs}));
}

void tst_LogFilter::onlyAnEmptyFilterAcceptsEveryLine()
{
    QVERIFY(LogMatcher::make({u"  "_qs})->acceptsEveryLine());
    QVERIFY(!LogMatcher::make({u"a"_qs})->acceptsEveryLine());
    QVERIFY(!LogMatcher::make({{}, LogLevel::Debug})->acceptsEveryLine());
    QVERIFY(!LogMatcher::make({{}, LogLevel::None, LogSource::Platform})->acceptsEveryLine());
}

COLDFRAME_TEST(tst_LogFilter);

#include "tst_logfilter.moc"
