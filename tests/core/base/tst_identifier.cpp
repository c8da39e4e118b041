// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/identifier.h"
#include "tests/support/testmain.h"

#include <QRegularExpression>
#include <QSet>
#include <QTest>
#include <QUuid>

using namespace coldframe;

class tst_Identifier final : public QObject
{
    Q_OBJECT

private slots:
    void uuidsAreRandomOnes();
    void digitsAreAsManyAsWanted();
};

void tst_Identifier::uuidsAreRandomOnes()
{
    constexpr int count = 1000;
    QSet<QString> seen;
    for (int i = 0; i < count; ++i) {
        const QString text = newUuid();
        const QUuid uuid(text);
        QCOMPARE(uuid.toString(QUuid::WithoutBraces), text);
        QCOMPARE(uuid.version(), QUuid::Random);
        QCOMPARE(uuid.variant(), QUuid::DCE);
        seen.insert(text);
    }
    QCOMPARE(seen.size(), count);
}

void tst_Identifier::digitsAreAsManyAsWanted()
{
    static const QRegularExpression form(QStringLiteral("^[0-9a-f]*$"));
    for (const qsizetype digits : {0, 1, 8, 13, 24}) {
        const QByteArray text = randomHexDigits(digits);
        QCOMPARE(text.size(), digits);
        QVERIFY(form.match(QString::fromLatin1(text)).hasMatch());
    }
    QVERIFY(randomHexDigits(24) != randomHexDigits(24));
}

COLDFRAME_TEST(tst_Identifier);

#include "tst_identifier.moc"
