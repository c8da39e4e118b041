// SPDX-License-Identifier: GPL-3.0-or-later
// A program that writes runs into a history until it is killed, for a test that does: FILE FIRST.
// Each run that is in the file is told on standard output, by its number.
#include "core/history/runstore.h"
#include "tests/core/history/runsamples.h"

#include <QCoreApplication>

#include <unistd.h>

#include <cstdio>

using namespace coldframe;

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() != 3)
        return 2;
    Result<RunStore> store = RunStore::open(arguments[1]);
    if (!store) {
        std::fprintf(stderr, "%s\n", qPrintable(store.error().detail));
        return 1;
    }
    for (int number = arguments[2].toInt();; ++number) {
        if (const auto id = store->append(test::runNumber(number), {}); !id) {
            std::fprintf(stderr, "%s\n", qPrintable(id.error().detail));
            return 1;
        }
        const QByteArray line = QByteArray::number(number) + '\n';
        if (::write(STDOUT_FILENO, line.constData(), static_cast<std::size_t>(line.size()))
            != line.size())
            return 1;
    }
}
