// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/descriptorlimit.h"
#include "core/runtime/outputpipe.h"
#include "tests/support/testmain.h"

#include <QScopeGuard>
#include <QTest>

#include <sys/resource.h>

using namespace coldframe;

namespace {

rlimit currentLimit()
{
    rlimit limit{};
    getrlimit(RLIMIT_NOFILE, &limit);
    return limit;
}

void setSoftLimit(rlim_t most)
{
    rlimit limit = currentLimit();
    limit.rlim_cur = most;
    setrlimit(RLIMIT_NOFILE, &limit);
}

} // namespace

class tst_DescriptorLimit final : public QObject
{
    Q_OBJECT

private slots:
    void isRaisedToWhatIsAllowed();
    void theErrorTellsTheLimit();
};

void tst_DescriptorLimit::isRaisedToWhatIsAllowed()
{
    const auto restore = qScopeGuard([before = currentLimit().rlim_cur] { setSoftLimit(before); });
    setSoftLimit(200);
    raiseDescriptorLimit();
    QCOMPARE(currentLimit().rlim_cur, currentLimit().rlim_max);
    QVERIFY(currentLimit().rlim_cur > 200);
}

void tst_DescriptorLimit::theErrorTellsTheLimit()
{
    const auto restore = qScopeGuard([before = currentLimit().rlim_cur] { setSoftLimit(before); });
    setSoftLimit(3); // the standard ones are open
    const Result<std::unique_ptr<OutputPipe>> pipe = OutputPipe::create([](QByteArrayView) {});
    QVERIFY(!pipe);
    QCOMPARE(pipe.error().code, Error::Code::SpawnFailed);
    QCOMPARE(pipe.error().detail,
             QStringLiteral("pipe: Too many open files (the limit is 3, \"ulimit -Hn\" tells how "
                            "far it can be raised)"));
}

COLDFRAME_TEST(tst_DescriptorLimit);

#include "tst_descriptorlimit.moc"
