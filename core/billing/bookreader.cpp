// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/billing/bookreader.h"

#include <QDir>
#include <QFile>

#include <algorithm>

namespace coldframe {

namespace {

constexpr qint64 LargestPriceBookBytes = 16 * 1024 * 1024;

} // namespace

QString BookReader::text(const OrderedJson &object, const char *key, const QString &path)
{
    const auto member = object.find(key);
    if (member == object.end() || !member->is_string()) {
        note(path, key);
        return {};
    }
    return QString::fromStdString(member->get_ref<const std::string &>());
}

std::int64_t BookReader::count(const OrderedJson &object, const char *key, const QString &path)
{
    const auto member = object.find(key);
    if (member == object.end() || !member->is_number_unsigned()
        || member->get<std::uint64_t>() > 1'000'000'000'000'000) {
        note(path, key);
        return 0;
    }
    return member->get<std::int64_t>();
}

UnitPrice BookReader::price(const OrderedJson &object, const char *key, const QString &path)
{
    const Result<UnitPrice> read = UnitPrice::fromText(text(object, key, path));
    if (!read)
        note(path, key);
    return read.value_or(UnitPrice());
}

std::optional<UnitPrice> BookReader::optionalPrice(const OrderedJson &object, const char *key,
                                                   const QString &path)
{
    if (!object.contains(key))
        return std::nullopt;
    return price(object, key, path);
}

std::int64_t BookReader::optionalCount(const OrderedJson &object, const char *key,
                                       const QString &path)
{
    return object.contains(key) ? count(object, key, path) : 0;
}

bool BookReader::flag(const OrderedJson &object, const char *key, const QString &path)
{
    const auto member = object.find(key);
    if (member == object.end() || !member->is_boolean()) {
        note(path, key);
        return false;
    }
    return member->get<bool>();
}

const OrderedJson &BookReader::container(const OrderedJson &object, const char *key,
                                         const QString &path, OrderedJson::value_t kind)
{
    const auto member = object.find(key);
    if (member != object.end() && member->type() == kind && !member->empty())
        return *member;
    note(path, key);
    return kind == OrderedJson::value_t::array ? m_noItems : m_noMembers;
}

void BookReader::checkKeys(const OrderedJson &object, std::initializer_list<const char *> known,
                           const QString &path)
{
    if (!object.is_object())
        return;
    for (const auto &[key, value] : object.items()) {
        const std::string &name = key;
        if (name != "note" && std::find(known.begin(), known.end(), name) == known.end())
            note(path, name.c_str());
    }
}

void BookReader::note(const QString &path, const char *key)
{
    if (!wrongKey)
        wrongKey = path + QString::fromUtf8(key);
}

bool BookReader::optionalFlag(const OrderedJson &object, const char *key, const QString &path)
{
    return object.contains(key) && flag(object, key, path);
}

std::optional<Architecture> architectureNamed(const std::string &name)
{
    for (const Architecture architecture : {Architecture::X86_64, Architecture::Arm64}) {
        if (architectureName(architecture).toStdString() == name)
            return architecture;
    }
    return std::nullopt;
}

Result<QByteArray> readBookFile(const QString &path)
{
    QFile file(path);
    if (!file.exists())
        return failure(Error::Code::NotFound, path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(Error::Code::Unreadable, path + QStringLiteral(": ") + file.errorString());
    return file.read(LargestPriceBookBytes);
}

Result<QString> newestBookFile(const QString &directory, const QString &pattern)
{
    const QStringList names = QDir(directory).entryList({pattern}, QDir::Files, QDir::Name);
    if (names.isEmpty())
        return failure(Error::Code::NotFound, directory);
    return directory + u'/' + names.last();
}

} // namespace coldframe
