// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/comparison/textmasks.h"

#include "tests/support/testmain.h"

#include <QTest>

using namespace coldframe;

class tst_TextMasks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void masks_data();
    void masks();
    void onlyWhatWasAskedForIsMasked();
};

COLDFRAME_TEST(tst_TextMasks);

void tst_TextMasks::masks_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("masked");
    const auto row = [](const char *name, const char *text, const char *masked) {
        QTest::newRow(name) << QString::fromLatin1(text) << QString::fromLatin1(masked);
    };
    row("the request id comes first", "START RequestId: 11111111-2222-4333-8444-555555555555",
        "START RequestId: <requestId>");
    row("another UUID", "id=AAAAAAAA-2222-4333-8444-555555555555,", "id=<uuid>,");
    row("a time with milliseconds", "[2026-11-29T13:51:41.123Z] hi", "[<time>] hi");
    row("a time of Python's logging", "2026-11-29 13:51:41,123 hi", "<time> hi");
    row("an id of a trace", "Root=1-67891234-124567890abcdef012345678;", "Root=<id>;");
    row("a long hexadecimal id", "[$LATEST]0123456789abcdef0123456789abcdef", "[$LATEST]<id>");
    row("fifteen digits are a number", "total 123456789012345", "total 123456789012345");
    row("sixteen digits are one too", "total 1234567890123456", "total 1234567890123456");
    row("an account is a number", "1234567890123456789012345678901234567890 of it",
        "1234567890123456789012345678901234567890 of it");
    row("an id of a span", "span=0123456789abcdeF.", "span=<id>.");
    row("an id of a database", "507f1f77bcf86cd799439011", "<id>");
    row("a commit", "da39a3ee5e6b4b0d3255bfef95601890afd80709", "<id>");
    row("a length that ids have not", "0123456789abcdef01", "0123456789abcdef01");
    row("a long word without digits", "deadbeefdeadbeefdead", "deadbeefdeadbeefdead");
    row("durations count", "Duration: 12.34 ms", "Duration: 12.34 ms");
    row("a part of a longer word", "x0123456789abcdefy", "x0123456789abcdefy");
}

void tst_TextMasks::masks()
{
    QFETCH(QString, text);
    QFETCH(QString, masked);
    const TextMasks all{.uuids = true,
                        .times = true,
                        .identifiers = true,
                        .requestId = QStringLiteral("11111111-2222-4333-8444-555555555555")};
    QCOMPARE(maskedText(text, all), masked);
}

void tst_TextMasks::onlyWhatWasAskedForIsMasked()
{
    const QString text = QStringLiteral(
        "2026-11-29T13:51:41Z 11111111-2222-4333-8444-555555555555 0123456789abcdef");
    QCOMPARE(maskedText(text, {}), text);
    QCOMPARE(maskedText(text, {.times = true}),
             QStringLiteral("<time> 11111111-2222-4333-8444-555555555555 0123456789abcdef"));
    QCOMPARE(maskedText(text, {.identifiers = true}),
             QStringLiteral("2026-11-29T13:51:41Z 11111111-2222-4333-8444-555555555555 <id>"));
}

#include "tst_textmasks.moc"
