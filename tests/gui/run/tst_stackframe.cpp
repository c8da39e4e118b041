// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/run/stackframe.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace coldframe;

class tst_StackFrame : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void places_data();
    void places();
    void emptyEntriesAreLeftOut();
    void anEntryLosesTheIndentationOfItsFirstLine();
    void withoutACodeDirectoryNothingOpens();
};

void tst_StackFrame::places_data()
{
    QTest::addColumn<QString>("entry");
    QTest::addColumn<QString>("path");
    QTest::addColumn<int>("line");

    QTest::newRow("Python") << u"  File \"/var/task/app.py\", line 12, in handler\n    x()\n"_qs
                            << u"/home/ada/orders/app.py"_qs << 12;
    QTest::newRow("a syntax error of Python")
        << u"  File \"/var/task/lib/m.py\" Line 7\n    def (\n"_qs
        << u"/home/ada/orders/lib/m.py"_qs << 7;
    QTest::newRow("Python without isolation")
        << u"  File \"/home/ada/orders/app.py\", line 3, in handler"_qs
        << u"/home/ada/orders/app.py"_qs << 3;
    QTest::newRow("Node.js") << u"    at handler (/var/task/index.js:3:11)"_qs
                             << u"/home/ada/orders/index.js"_qs << 3;
    QTest::newRow("a module of Node.js")
        << u"    at Runtime.handler (file:///var/task/src/index.mjs:30:5)"_qs
        << u"/home/ada/orders/src/index.mjs"_qs << 30;
    QTest::newRow("Node.js without a name")
        << u"    at /var/task/index.js:9:1"_qs << u"/home/ada/orders/index.js"_qs << 9;
    QTest::newRow("an installed package opens too")
        << u"    at f (/var/task/node_modules/left-pad/index.js:2:1)"_qs
        << u"/home/ada/orders/node_modules/left-pad/index.js"_qs << 2;
    QTest::newRow("Ruby") << u"/var/task/app.rb:5:in `handler'"_qs << u"/home/ada/orders/app.rb"_qs
                          << 5;
    QTest::newRow("the standard library does not")
        << u"  File \"/usr/lib/python3.11/json/decoder.py\", line 337, in decode"_qs << QString()
        << 0;
    QTest::newRow("Node.js itself does not")
        << u"    at node:internal/process:5:1"_qs << QString() << 0;
    QTest::newRow("a message does not") << u"TypeError: x is not a function"_qs << QString() << 0;
    QTest::newRow("a path that climbs out does not")
        << u"  File \"/var/task/../../etc/passwd\", line 1, in x"_qs << QString() << 0;
    QTest::newRow("a folder with a similar name does not")
        << u"    at f (/var/taskforce/index.js:2:1)"_qs << QString() << 0;
}

void tst_StackFrame::places()
{
    QFETCH(QString, entry);
    QFETCH(QString, path);
    QFETCH(int, line);

    const auto frames = readStackTrace({entry}, u"/home/ada/orders"_qs);

    QCOMPARE(frames.size(), std::size_t(1));
    QCOMPARE(frames.front().place.has_value(), !path.isEmpty());
    if (!path.isEmpty())
        QCOMPARE(*frames.front().place, (FilePlace{path, line}));
}

void tst_StackFrame::emptyEntriesAreLeftOut()
{
    const auto frames = readStackTrace({u""_qs, u"  a\n"_qs, u" \n"_qs}, u"/x"_qs);

    QCOMPARE(frames.size(), std::size_t(1));
    QCOMPARE(frames.front().text, u"a"_qs);
}

void tst_StackFrame::anEntryLosesTheIndentationOfItsFirstLine()
{
    const auto frames = readStackTrace({u"  File \"a.py\", line 1, in f\n    x()\n"_qs}, u"/x"_qs);

    QCOMPARE(frames.front().text, u"File \"a.py\", line 1, in f\n  x()"_qs);
}

void tst_StackFrame::withoutACodeDirectoryNothingOpens()
{
    const auto frames = readStackTrace({u"File \"/var/task/app.py\", line 1"_qs}, {});

    QVERIFY(!frames.front().place.has_value());
}

COLDFRAME_TEST(tst_StackFrame);

#include "tst_stackframe.moc"
