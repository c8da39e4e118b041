// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lambda/eventinvokeconfig.h"

#include "tests/support/testmain.h"

#include <QDir>
#include <QTest>

using namespace coldframe;

class tst_EventInvokeConfig : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void destinations_data();
    void destinations();
    void whatIsNoDestination_data();
    void whatIsNoDestination();
    void limits_data();
    void limits();
};

Q_DECLARE_METATYPE(coldframe::Destination)

void tst_EventInvokeConfig::destinations_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<Destination>("destination");

    using Kind = Destination::Kind;
    const auto row = [](const char *text, Kind kind, const QString &target) {
        QTest::newRow(text) << QString::fromLatin1(text) << Destination{kind, target};
    };
    row("function:hello", Kind::Function, QStringLiteral("hello"));
    row("file:/var/x/../records", Kind::File, QStringLiteral("/var/records"));
    row("file:records", Kind::File, QDir::currentPath() + QStringLiteral("/records"));
    for (const char *address : {"http://127.0.0.1:8080/a?b=c", "http://localhost",
                                "http://127.9.9.9/", "http://[::1]:1/"})
        row(address, Kind::HttpAddress, QString::fromLatin1(address));
}

void tst_EventInvokeConfig::destinations()
{
    QFETCH(const QString, text);
    QFETCH(const Destination, destination);

    const Result<Destination> read = destinationFromText(text);

    QVERIFY(read.has_value());
    QVERIFY2(*read == destination, qPrintable(read->target));
    QVERIFY(destinationFromText(destinationText(*read)) == destination);
}

void tst_EventInvokeConfig::whatIsNoDestination_data()
{
    QTest::addColumn<QString>("text");

    for (const char *text :
         {"", "hello", "function:", "file:", "file:/a/", "https://127.0.0.1/", "ftp://127.0.0.1/",
          "http://example.com/", "http://127.0.0.1.example.com/", "http://127.0.0.1@example.com/",
          "http://localhost.example.com/", "http://10.0.0.1/", "http://0.0.0.0/", "http://[::2]/",
          "http://", "http://127.0.0.1:99999/"})
        QTest::newRow(*text ? text : "(nothing)") << QString::fromLatin1(text);
}

void tst_EventInvokeConfig::whatIsNoDestination()
{
    QFETCH(const QString, text);

    const Result<Destination> read = destinationFromText(text);

    QVERIFY(!read.has_value());
    QCOMPARE(read.error().code, Error::Code::InvalidArgument);
    QVERIFY(read.error().detail.startsWith(QStringLiteral("destination \"%1\": ").arg(text)));
}

void tst_EventInvokeConfig::limits_data()
{
    QTest::addColumn<int>("retries");
    QTest::addColumn<int>("age"); // seconds
    QTest::addColumn<bool>("accepted");

    QTest::newRow("the defaults") << 2 << 21'600 << true;
    QTest::newRow("the smallest") << 0 << 60 << true;
    QTest::newRow("fewer retries than none") << -1 << 60 << false;
    QTest::newRow("more retries") << 3 << 60 << false;
    QTest::newRow("younger") << 0 << 59 << false;
    QTest::newRow("older") << 0 << 21'601 << false;
}

void tst_EventInvokeConfig::limits()
{
    QFETCH(const int, retries);
    QFETCH(const int, age);
    QFETCH(const bool, accepted);
    EventInvokeConfig config;
    config.maximumRetryAttempts = retries;
    config.maximumEventAge = std::chrono::seconds(age);

    QCOMPARE(checkEventInvokeConfig(config).has_value(), accepted);
    if (accepted && age == 21'600)
        QVERIFY(config == EventInvokeConfig());
}

COLDFRAME_TEST(tst_EventInvokeConfig);

#include "tst_eventinvokeconfig.moc"
