// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/inittrace.h"

#include "core/runtime/tracedtime.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace coldframe {

namespace {

constexpr qsizetype LongestText = 1000;
constexpr qint64 LargestRecordFile = 1024 * 1024;
constexpr int DeepestImport = 1'000'000;

/// What stands for the place of a module that has no file.
const char builtIn[] = "built-in";
const char failed[] = "failed";

Instant instantOf(const OrderedJson &trace, const char *key)
{
    return Instant(tracedTime(trace.at(key)));
}

QString textOf(const OrderedJson &value)
{
    return QString::fromStdString(value.get_ref<const std::string &>()).left(LongestText);
}

bool liesBelow(const QString &file, const QString &folder)
{
    return !folder.isEmpty() && file.startsWith(folder)
        && (folder.endsWith(u'/') || file.size() == folder.size() || file[folder.size()] == u'/');
}

/// The first part of a path below a folder: "requests" of "/var/task/requests/api.py", and "six" of
/// "/var/task/six.py".
QString firstPart(const QString &file, const QString &folder)
{
    const QString first = file.mid(folder.size()).section(u'/', 0, 0, QString::SectionSkipEmpty);
    return first.section(u'.', 0, 0);
}

ImportDetail detailNamed(const std::string &name)
{
    if (name == "evaluations")
        return ImportDetail::Evaluations;
    if (name == "oneGraph")
        return ImportDetail::OneGraph;
    return name == "none" ? ImportDetail::None : ImportDetail::Modules;
}

/// Name, file, depth, begin, duration, time of its own, and where it lies when it has no file:
/// a folder, "built-in", or "failed".
ImportSpan importOf(const OrderedJson &entry, Instant origin, const ImportFolders &folders)
{
    ImportSpan span;
    span.module = textOf(entry.at(0));
    if (entry.at(1).is_string())
        span.file = textOf(entry.at(1));
    span.depth = static_cast<int>(
        std::min<std::chrono::nanoseconds::rep>(tracedTime(entry.at(2)).count(), DeepestImport));
    span.begin = Instant(tracedTime(entry.at(3))) - origin;
    span.duration = tracedTime(entry.at(4));
    span.self = tracedTime(entry.at(5));
    QString place = span.file;
    if (entry.size() > 6 && entry.at(6).is_string()) {
        const QString told = textOf(entry.at(6));
        span.hasFailed = told == QLatin1String(failed);
        if (place.isEmpty() && !span.hasFailed && told != QLatin1String(builtIn))
            place = told;
    }
    span.origin = importOrigin(place, folders);
    return span;
}

/// What could not be imported belongs to whoever wanted it.
void giveFailedToTheirImporters(std::vector<ImportSpan> &imports)
{
    for (std::size_t i = 0; i < imports.size(); ++i) {
        if (!imports[i].hasFailed || !imports[i].file.isEmpty())
            continue;
        for (std::size_t importer = i; importer-- > 0;) {
            if (imports[importer].depth < imports[i].depth) {
                imports[i].origin = imports[importer].origin;
                break;
            }
        }
    }
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
        if (const auto detail = json->find("detail"); detail != json->end())
            trace.detail = detailNamed(detail->get_ref<const std::string &>());
        for (const OrderedJson &entry : json->at("imports")) {
            if (trace.imports.size() == LargestImportCount)
                break;
            trace.imports.push_back(importOf(entry, origin, folders));
        }
        giveFailedToTheirImporters(trace.imports);
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
    if (liesBelow(file, folders.optDirectory))
        return ImportOrigin::Dependency;
    if (!liesBelow(file, folders.taskRoot))
        return ImportOrigin::StandardLibrary;
    return folders.vendored.contains(firstPart(file, folders.taskRoot)) ? ImportOrigin::Dependency
                                                                        : ImportOrigin::Function;
}

QSet<QString> vendoredNames(const QString &codeDirectory)
{
    QSet<QString> names;
    const QDir folder(codeDirectory);
    for (const QString &installed :
         folder.entryList({QStringLiteral("*.dist-info")}, QDir::Dirs | QDir::NoSymLinks)) {
        QFile file(folder.filePath(installed + QStringLiteral("/RECORD")));
        if (!QFileInfo(file).isFile() || !file.open(QIODevice::ReadOnly))
            continue;
        // Lines are "requests/api.py,sha256=...,6377"; paths with a comma are quoted.
        const QByteArray record = file.read(LargestRecordFile);
        for (QByteArrayView rest(record); !rest.isEmpty();) {
            const qsizetype end = rest.indexOf('\n');
            QByteArrayView line = end < 0 ? rest : rest.first(end);
            rest = end < 0 ? QByteArrayView() : rest.sliced(end + 1);
            if (line.startsWith('"'))
                line = line.sliced(1);
            const qsizetype slash = line.indexOf('/');
            const qsizetype comma = line.indexOf(',');
            const qsizetype length = slash >= 0 && slash < comma ? slash : comma;
            const QByteArrayView first = length > 0 ? line.first(length) : QByteArrayView();
            if (first.isEmpty() || first.startsWith('.') || first.endsWith(".dist-info"))
                continue;
            names.insert(QString::fromUtf8(first).section(u'.', 0, 0));
        }
    }
    return names;
}

void measureFiles(std::vector<ImportSpan> &imports, const SeenFolders &folders)
{
    for (ImportSpan &import : imports) {
        if (!import.file.startsWith(u'/'))
            continue;
        QString file = import.file;
        for (const auto &[inside, outside] : folders) {
            if (!inside.isEmpty() && liesBelow(file, inside)) {
                file = outside + file.mid(inside.size());
                break;
            }
        }
        if (const QFileInfo information(file); information.isFile())
            import.fileBytes = information.size();
    }
}

} // namespace coldframe
