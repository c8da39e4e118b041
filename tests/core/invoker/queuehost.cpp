// SPDX-License-Identifier: GPL-3.0-or-later
// A program with a queue in a file, for tests that kill it: QUEUE LOG EVENTS ANSWERS. It accepts
// the events, tells each on standard output as "accepted <request id>", then runs them. A run
// writes the request id to LOG and is told as "run"; after that many ANSWERS, runs do not end any
// more.
#include "core/invoker/eventqueue.h"
#include "tests/core/invoker/answeringinvoker.h"

#include <QCoreApplication>

#include <fcntl.h>
#include <unistd.h>

#include <cstdio>

using namespace coldframe;
using namespace coldframe::test;

namespace {

bool writeLine(int descriptor, const QByteArray &line)
{
    const QByteArray bytes = line + '\n';
    return ::write(descriptor, bytes.constData(), static_cast<std::size_t>(bytes.size()))
        == bytes.size();
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() != 5)
        return 2;
    const int log
        = ::open(qPrintable(arguments[2]), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    int answers = arguments[4].toInt();
    AnsweringInvoker invoker(
        [&](const InvocationRequest &request) -> std::optional<Result<InvocationRecord>> {
            if (answers-- <= 0) {
                writeLine(STDOUT_FILENO, "run");
                return std::nullopt;
            }
            writeLine(log, request.requestId.toUtf8());
            writeLine(STDOUT_FILENO, "run");
            return succeed(request);
        });
    const SystemClock clock;
    EventQueue queue(invoker, anyFunction, clock);
    if (const Result<void> opened = queue.open(arguments[1]); !opened) {
        std::fprintf(stderr, "%s\n", qPrintable(opened.error().detail));
        return 1;
    }
    for (int i = 0; i < arguments[3].toInt(); ++i) {
        const Result<QString> requestId
            = queue.accept(eventFor(QStringLiteral("orders"), QByteArray::number(i)));
        if (!requestId) {
            std::fprintf(stderr, "%s\n", qPrintable(requestId.error().detail));
            return 1;
        }
        if (!writeLine(STDOUT_FILENO, "accepted " + requestId->toUtf8()))
            return 1;
    }
    return QCoreApplication::exec();
}
