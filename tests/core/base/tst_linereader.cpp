// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/linereader.h"

#include "tests/support/testmain.h"

#include <QTest>

using namespace coldframe;

class tst_LineReader : public QObject
{
    Q_OBJECT

private slots:
    void cutsLines_data();
    void cutsLines();
    void resultDoesNotDependOnHowBytesArrive();
    void aLineThatIsWholeIsNotCopied();
};

COLDFRAME_TEST(tst_LineReader);

namespace {

QByteArrayList toList(const std::vector<QByteArray> &lines)
{
    return QByteArrayList(lines.begin(), lines.end());
}

} // namespace

void tst_LineReader::cutsLines_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArrayList>("lines");
    QTest::addColumn<QByteArray>("rest");

    QTest::newRow("nothing") << QByteArray() << QByteArrayList() << QByteArray();
    QTest::newRow("one line") << QByteArray("a\n") << QByteArrayList{"a"} << QByteArray();
    QTest::newRow("an empty line counts") << QByteArray("\n\n") << QByteArrayList{"", ""}
                                          << QByteArray();
    QTest::newRow("a rest without newline") << QByteArray("a\nb") << QByteArrayList{"a"}
                                            << QByteArray("b");
    QTest::newRow("a line as long as the cap") << QByteArray("12345678\n")
                                               << QByteArrayList{"12345678"} << QByteArray();
    QTest::newRow("a longer line comes in pieces")
        << QByteArray("123456789\n") << QByteArrayList{"12345678", "9"} << QByteArray();
    QTest::newRow("binary bytes pass") << QByteArray("\0\xff\n", 3)
                                       << QByteArrayList{QByteArray("\0\xff", 2)} << QByteArray();
}

void tst_LineReader::cutsLines()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArrayList, lines);
    QFETCH(QByteArray, rest);
    LineReader reader(8);

    QCOMPARE(toList(reader.feed(bytes)), lines);
    QCOMPARE(reader.takeRest(), rest);
    QCOMPARE(reader.takeRest(), QByteArray());
}

void tst_LineReader::resultDoesNotDependOnHowBytesArrive()
{
    const QByteArray bytes = "first\nsecond is longer than the cap\n\nlast";
    LineReader whole(8);
    const QByteArrayList expected = toList(whole.feed(bytes));

    for (qsizetype step = 1; step < bytes.size(); ++step) {
        LineReader reader(8);
        QByteArrayList lines;
        for (qsizetype at = 0; at < bytes.size(); at += step)
            lines += toList(reader.feed(QByteArrayView(bytes).sliced(at, qMin(step, bytes.size() - at))));
        QCOMPARE(lines, expected);
        QCOMPARE(reader.takeRest(), QByteArray("last"));
    }
}

void tst_LineReader::aLineThatIsWholeIsNotCopied()
{
    const QByteArray bytes = "one\ntwo\nrest";
    LineReader reader(8);

    reader.read(bytes, [&bytes](QByteArrayView line) {
        QVERIFY(line.data() >= bytes.constData());
        QVERIFY(line.data() < bytes.constData() + bytes.size());
    });

    QCOMPARE(reader.takeRest(), QByteArray("rest"));
}

#include "tst_linereader.moc"
