// SPDX-License-Identifier: GPL-3.0-or-later
// Runs a fuzz target without a fuzzer: replay <folder with seeds> <mutations>. The mutations are
// the same each time.
#include "tests/fuzz/fuzzinput.h"

#include <QByteArray>
#include <QDir>
#include <QFile>

#include <cstdio>
#include <vector>

using coldframe::test::Random;

namespace {

std::vector<QByteArray> readSeeds(const QString &folder)
{
    std::vector<QByteArray> seeds;
    const QDir directory(folder);
    for (const QString &name : directory.entryList(QDir::Files, QDir::Name)) {
        QFile file(directory.filePath(name));
        if (file.open(QIODevice::ReadOnly))
            seeds.push_back(file.readAll());
    }
    return seeds;
}

QByteArray somePart(const QByteArray &bytes, Random &random)
{
    if (bytes.isEmpty())
        return bytes;
    const auto size = static_cast<std::size_t>(bytes.size());
    const std::size_t begin = random.below(size);
    return bytes.mid(static_cast<qsizetype>(begin),
                     static_cast<qsizetype>(1 + random.below(size - begin)));
}

/// Bytes that mean something to one of the targets come up more often than by chance.
char someByte(Random &random)
{
    static constexpr QByteArrayView telling = "\r\n\t :;,.0159afAF{}[]\"\\-+eE/%\x7f";
    return random.below(3) == 0
        ? static_cast<char>(random.below(256))
        : telling[static_cast<qsizetype>(random.below(static_cast<std::size_t>(telling.size())))];
}

void mutateOnce(QByteArray &bytes, const std::vector<QByteArray> &seeds, Random &random)
{
    const auto at
        = static_cast<qsizetype>(random.below(static_cast<std::size_t>(bytes.size()) + 1));
    switch (random.below(6)) {
    case 0:
        if (at < bytes.size())
            bytes[at] = someByte(random);
        return;
    case 1:
        bytes.insert(at, someByte(random));
        return;
    case 2:
        bytes.remove(at, 1 + static_cast<qsizetype>(random.below(8)));
        return;
    case 3:
        bytes.insert(at, somePart(bytes, random));
        return;
    case 4:
        bytes.insert(at, somePart(seeds[random.below(seeds.size())], random));
        return;
    case 5:
        bytes.truncate(at);
        return;
    }
}

void run(const QByteArray &bytes)
{
    LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t *>(bytes.constData()),
                           static_cast<std::size_t>(bytes.size()));
}

} // namespace

int main(int argc, char **argv)
{
    const std::vector<QByteArray> seeds
        = readSeeds(QString::fromLocal8Bit(argc > 1 ? argv[1] : ""));
    const int mutations = argc > 2 ? std::atoi(argv[2]) : 0;
    if (seeds.empty()) {
        std::fprintf(stderr, "no seeds\n");
        return 1;
    }
    run({});
    for (const QByteArray &seed : seeds)
        run(seed);
    for (int i = 0; i < mutations; ++i) {
        Random random(static_cast<std::uint64_t>(i));
        QByteArray bytes = seeds[random.below(seeds.size())];
        for (std::size_t count = 1 + random.below(6); count > 0; --count)
            mutateOnce(bytes, seeds, random);
        run(bytes);
    }
    std::printf("%zu seeds and %d mutations\n", seeds.size(), mutations);
    return 0;
}
