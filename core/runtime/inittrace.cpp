// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/inittrace.h"

#include "core/base/jsontext.h"

#include <nlohmann/json.hpp>

namespace coldframe {

namespace {

Instant instantOf(const OrderedJson &trace, const char *key)
{
    return Instant(std::chrono::nanoseconds(trace.at(key).get<std::int64_t>()));
}

bool liesBelow(const QString &file, const QString &folder)
{
    return !folder.isEmpty() && file.startsWith(folder)
        && (folder.endsWith(u'/') || file.size() == folder.size() || file[folder.size()] == u'/');
}

ImportSpan importOf(const OrderedJson &entry, Instant origin, const ImportFolders &folders)
{
    const auto nanoseconds = [&entry](std::size_t index) {
        return std::chrono::nanoseconds(entry.at(index).get<std::int64_t>());
    };
    ImportSpan span;
    span.module = QString::fromStdString(entry.at(0).get<std::string>());
    if (entry.at(1).is_string())
        span.file = QString::fromStdString(entry.at(1).get<std::string>());
    span.depth = entry.at(2).get<int>();
    span.begin = Instant(nanoseconds(3)) - origin;
    span.duration = nanoseconds(4);
    span.self = nanoseconds(5);
    span.origin = importOrigin(span.file, folders);
    return span;
}

} // namespace

Result<InitTrace> parseInitTrace(QByteArrayView body, Instant origin, const ImportFolders &folders)
{
    const Result<OrderedJson> json = parseJson(body);
    if (!json)
        return tl::make_unexpected(json.error());
    try {
        InitTrace trace;
        trace.bootstrapStart = instantOf(*json, "bootstrapStart");
        trace.handlerImportStart = instantOf(*json, "handlerImportStart");
        trace.handlerImportEnd = instantOf(*json, "handlerImportEnd");
        for (const OrderedJson &entry : json->at("imports"))
            trace.imports.push_back(importOf(entry, origin, folders));
        return trace;
    } catch (const nlohmann::json::exception &exception) {
        return failure(Error::Code::InvalidArgument, QString::fromUtf8(exception.what()));
    }
}

ImportOrigin importOrigin(const QString &file, const ImportFolders &folders)
{
    if (file.isEmpty())
        return ImportOrigin::StandardLibrary;
    if (file.contains(QStringLiteral("/node_modules/"))
        || file.contains(QStringLiteral("/site-packages/"))
        || file.contains(QStringLiteral("/dist-packages/")))
        return ImportOrigin::Dependency;
    for (const QString &folder : folders.packageFolders) {
        if (liesBelow(file, folder))
            return ImportOrigin::Dependency;
    }
    return liesBelow(file, folders.taskRoot) ? ImportOrigin::Function
                                             : ImportOrigin::StandardLibrary;
}

} // namespace coldframe
