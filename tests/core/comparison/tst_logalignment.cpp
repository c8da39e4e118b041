// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/comparison/logalignment.h"

#include "tests/support/testmain.h"

#include <QTest>

using namespace coldframe;

class tst_LogAlignment : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void alignment_data();
    void alignment();
};

COLDFRAME_TEST(tst_LogAlignment);

namespace {

const QString LeftId = QStringLiteral("11111111-2222-4333-8444-555555555555");
const QString RightId = QStringLiteral("99999999-2222-4333-8444-555555555555");

std::vector<LogLine> logOf(const QStringList &texts, const QString &requestId)
{
    std::vector<LogLine> lines;
    for (QString text : texts) {
        text.replace(QStringLiteral("ID"), requestId);
        LogLine line;
        line.text = text.toUtf8();
        lines.push_back(line);
    }
    return lines;
}

/// "0=0 1~1 2- +2": indexes of both sides and how they belong together.
QString textOf(const std::vector<AlignedLines> &rows)
{
    QStringList texts;
    for (const AlignedLines &row : rows) {
        const QString left = row.left ? QString::number(*row.left) : QString();
        const QString right = row.right ? QString::number(*row.right) : QString();
        switch (row.kind) {
        case AlignedLines::Kind::Same:
            texts.append(left + u'=' + right);
            break;
        case AlignedLines::Kind::Changed:
            texts.append(left + u'~' + right);
            break;
        case AlignedLines::Kind::LeftOnly:
            texts.append(left + u'-' + right);
            break;
        case AlignedLines::Kind::RightOnly:
            texts.append(left + u'+' + right);
            break;
        }
    }
    return texts.join(u' ');
}

} // namespace

void tst_LogAlignment::alignment_data()
{
    QTest::addColumn<QStringList>("left");
    QTest::addColumn<QStringList>("right");
    QTest::addColumn<QString>("rows");
    const auto row = [](const char *name, const QStringList &left, const QStringList &right,
                        const char *rows) {
        QTest::newRow(name) << left << right << QString::fromLatin1(rows);
    };
    const QString start = QStringLiteral("START RequestId: ID");
    const QString end = QStringLiteral("END RequestId: ID");
    row("request ids do not count", {start, end}, {start, end}, "0=0 1=1");
    row("a line more", {start, end}, {start, QStringLiteral("hello"), end}, "0=0 +1 1=2");
    row("a line less", {start, QStringLiteral("hello"), end}, {start, end}, "0=0 1- 2=1");
    row("another duration", {QStringLiteral("took 12 ms")}, {QStringLiteral("took 13 ms")}, "0~0");
    row("a record of several lines is one", {QStringLiteral("a\nb"), end},
        {QStringLiteral("a"), QStringLiteral("b"), end}, "0~0 +1 1=2");
    row("nothing on the left", {}, {start, end}, "+0 +1");
    row("nothing on the right", {start, end}, {}, "0- 1-");
    row("nothing at all", {}, {}, "");
    row("an empty line is a line", {QString()}, {QString(), end}, "0=0 +1");
}

void tst_LogAlignment::alignment()
{
    QFETCH(QStringList, left);
    QFETCH(QStringList, right);
    QFETCH(QString, rows);
    const std::vector<LogLine> before = logOf(left, LeftId);
    const std::vector<LogLine> after = logOf(right, RightId);
    QCOMPARE(textOf(alignLogs({before, LeftId}, {after, RightId})), rows);
}

#include "tst_logalignment.moc"
