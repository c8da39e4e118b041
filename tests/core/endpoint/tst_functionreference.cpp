// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/endpoint/functionreference.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace coldframe;

class tst_FunctionReference : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void forms_data();
    void forms();
    void refused_data();
    void refused();
};

COLDFRAME_TEST(tst_FunctionReference);

namespace {

QStringList parts(const char *name, const char *qualifier, const char *region, const char *account)
{
    return {QString::fromLatin1(name), QString::fromLatin1(qualifier),
            QString::fromLatin1(region), QString::fromLatin1(account)};
}

} // namespace

void tst_FunctionReference::forms_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("qualifierOfQuery");
    QTest::addColumn<QStringList>("expected"); // name, qualifier, region, account

    const auto add = [](const char *title, const char *text, const char *qualifier,
                        const QStringList &expected) {
        QTest::newRow(title) << QString::fromLatin1(text) << QString::fromLatin1(qualifier)
                             << expected;
    };
    add("name", "orders", "", parts("orders", "", "", ""));
    add("name with all that it may have", "Or-der_s.v2", "", parts("Or-der_s.v2", "", "", ""));
    add("name with latest", "orders:$LATEST", "", parts("orders", "$LATEST", "", ""));
    add("name with number", "orders:12", "", parts("orders", "12", "", ""));
    add("name with alias", "orders:live", "", parts("orders", "live", "", ""));
    add("published latest", "orders:$LATEST.PUBLISHED", "",
        parts("orders", "$LATEST.PUBLISHED", "", ""));
    add("a function called function", "function", "", parts("function", "", "", ""));
    add("function and name", "function:orders", "", parts("orders", "", "", ""));
    add("partial", "123456789012:function:orders", "", parts("orders", "", "", "123456789012"));
    add("partial with qualifier", "123456789012:function:orders:live", "",
        parts("orders", "live", "", "123456789012"));
    add("whole ARN", "arn:aws:lambda:us-east-1:123456789012:function:orders", "",
        parts("orders", "", "us-east-1", "123456789012"));
    add("whole ARN with qualifier", "arn:aws:lambda:us-east-1:123456789012:function:orders:7", "",
        parts("orders", "7", "us-east-1", "123456789012"));
    add("ARN of another partition",
        "arn:aws-us-gov:lambda:us-gov-west-1:123456789012:function:orders", "",
        parts("orders", "", "us-gov-west-1", "123456789012"));
    add("qualifier of the query", "orders", "live", parts("orders", "live", "", ""));
    add("the same qualifier twice", "orders:live", "live", parts("orders", "live", "", ""));
    add("longest name", QByteArray(64, 'a').constData(), "",
        parts(QByteArray(64, 'a').constData(), "", "", ""));
}

void tst_FunctionReference::forms()
{
    QFETCH(const QString, text);
    QFETCH(const QString, qualifierOfQuery);
    QFETCH(const QStringList, expected);

    const auto reference = functionReference(text, qualifierOfQuery);

    QVERIFY2(reference, qPrintable(reference ? QString() : reference.error().message));
    QCOMPARE((QStringList{reference->name, reference->qualifier, reference->region,
                          reference->account}),
             expected);
}

void tst_FunctionReference::refused_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("qualifierOfQuery");
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QString>("message"); // part of it

    const QByteArray form = "ValidationException";
    const QString pattern = QStringLiteral(
        "at 'functionName' failed to satisfy constraint: Member must satisfy regular expression "
        "pattern: (arn:(aws[a-zA-Z-]*)?:lambda:)?");
    const auto add = [&](const char *title, const QString &text) {
        QTest::newRow(title) << text << QString() << form << pattern;
    };
    add("empty", {});
    add("blank", QStringLiteral("or ders"));
    add("slash", QStringLiteral("../orders"));
    add("NUL", QStringLiteral("orders") + QChar(u'\0'));
    add("newline behind", QStringLiteral("orders\n"));
    add("colon behind", QStringLiteral("orders:"));
    add("three parts", QStringLiteral("orders:live:more"));
    add("another service", QStringLiteral("arn:aws:sqs:us-east-1:123456789012:orders"));
    add("account too short", QStringLiteral("12345678901:function:orders:live"));
    add("no ASCII", QStringLiteral("bestellungen-für-uns"));
    QTest::newRow("name too long") << QString(65, u'a') << QString() << form
                                   << QStringLiteral("Member must have length less than or equal "
                                                     "to 64");
    QTest::newRow("all too long") << QString(257, u'a') << QString() << form
                                  << QStringLiteral("Member must have length less than or equal "
                                                    "to 256");
    QTest::newRow("qualifier with a blank")
        << QStringLiteral("orders") << QStringLiteral("a b") << form
        << QStringLiteral("at 'qualifier' failed to satisfy constraint");
    QTest::newRow("qualifier too long") << QStringLiteral("orders") << QString(129, u'a') << form
                                        << QStringLiteral("less than or equal to 128");
    QTest::newRow("two qualifiers")
        << QStringLiteral("orders:live") << QStringLiteral("test")
        << QByteArray("InvalidParameterValueException")
        << QStringLiteral("The derived qualifier from the function name does not match the "
                          "specified qualifier.");
}

void tst_FunctionReference::refused()
{
    QFETCH(const QString, text);
    QFETCH(const QString, qualifierOfQuery);
    QFETCH(const QByteArray, type);
    QFETCH(const QString, message);

    const auto reference = functionReference(text, qualifierOfQuery);

    QVERIFY(!reference);
    QCOMPARE(reference.error().status, 400);
    QCOMPARE(reference.error().type, type);
    QVERIFY2(reference.error().message.contains(message), qPrintable(reference.error().message));
}

#include "tst_functionreference.moc"
