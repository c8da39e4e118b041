// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/async.h"
#include "tests/core/invoker/invokertest.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace coldframe;
using namespace coldframe::test;

class tst_HeldResponse : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void waitsUntilItIsLetGo();
    void lettingGoWithoutHoldingDoesNothing();

private:
    InvokerTest m_test;
};

COLDFRAME_TEST(tst_HeldResponse);

/// The handler writes 16 MB, which is far more than lies in buffers on the way.
void tst_HeldResponse::waitsUntilItIsLetGo()
{
    constexpr qint64 all = 16 * 1024 * 1024;
    const Ground ground{QStringLiteral("nodejs"), IsolationChoice::None};
    QTemporaryDir folder;
    InvocationRequest request = requestFor(ground, QStringLiteral("streams"),
                                           "{\"folder\":\"" + folder.path().toUtf8() + "\"}",
                                           QStringLiteral("floods"));
    request.requestId = newRequestId();
    request.responseMode = ResponseMode::Streamed;
    Invoker &invoker = m_test.invoker();
    qint64 received = 0;
    connect(&invoker, &Invoker::responseAppended, this,
            [&](const QString &requestId, const QByteArray &piece) {
                if (requestId != request.requestId)
                    return;
                if (received == 0)
                    invoker.holdResponse(requestId, true);
                received += piece.size();
            });
    bool ended = false;
    whenDone(invoker.invoke(request), this,
             [&ended](const Result<InvocationRecord> &) { ended = true; });
    QTRY_VERIFY(received > 0);

    // Everything would have come meanwhile.
    for (int i = 0; i < 3; ++i) {
        RUN(other, m_test, requestFor(ground, QStringLiteral("echo")));
        QVERIFY(other.status == InvocationStatus::Succeeded);
    }
    QVERIFY2(received < all / 2, qPrintable(QString::number(received)));
    QVERIFY(!ended);

    invoker.holdResponse(request.requestId, false);
    QTRY_VERIFY(ended);
    QCOMPARE(received, all);
}

void tst_HeldResponse::lettingGoWithoutHoldingDoesNothing()
{
    m_test.invoker().holdResponse(newRequestId(), false);
    RUN(record, m_test,
        requestFor({QStringLiteral("nodejs"), IsolationChoice::None}, QStringLiteral("echo")));
    QVERIFY(record.status == InvocationStatus::Succeeded);
}

#include "tst_heldresponse.moc"
