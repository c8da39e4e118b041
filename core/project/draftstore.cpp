// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/draftstore.h"

#include "core/base/jsontext.h"
#include "core/project/owndirectory.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QSaveFile>

#include <nlohmann/json.hpp>

#include <algorithm>

namespace coldframe {

namespace {

constexpr int DraftFormat = 1;

Result<void> writeWhole(const QString &path, QByteArrayView bytes)
{
    QSaveFile file(path);
    const bool written = file.open(QIODevice::WriteOnly)
        && file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner)
        && file.write(bytes.data(), bytes.size()) == bytes.size() && file.commit();
    if (!written)
        return failure(Error::Code::Unwritable,
                       QStringLiteral("%1: %2").arg(path, file.errorString()));
    return {};
}

std::string textOf(const OrderedJson &header, const char *member)
{
    const auto found = header.find(member);
    return found != header.end() && found->is_string() ? found->get<std::string>() : std::string();
}

Result<Draft> parseDraft(const QByteArray &bytes, const QString &path)
{
    const qsizetype headerEnd = bytes.indexOf('\n');
    if (headerEnd < 0)
        return failure(Error::Code::MalformedLine, path);
    const auto header = parseJson(QByteArrayView(bytes).first(headerEnd));
    if (!header || !header->is_object())
        return failure(Error::Code::MalformedLine, path);
    const auto format = header->find("format");
    const auto written = header->find("written");
    if (format == header->end() || *format != DraftFormat || written == header->end()
        || !written->is_number_integer())
        return failure(Error::Code::MalformedLine, path);
    Draft draft;
    draft.key = QString::fromStdString(textOf(*header, "key"));
    draft.filePath = QString::fromStdString(textOf(*header, "path"));
    draft.baseHash = QByteArray::fromHex(QByteArray::fromStdString(textOf(*header, "base")));
    draft.written = WallTime(std::chrono::milliseconds(written->get<std::int64_t>()));
    draft.text = QString::fromUtf8(QByteArrayView(bytes).sliced(headerEnd + 1));
    return draft;
}

Result<Draft> readDraft(const QString &path)
{
    QFile file(path);
    if (!file.exists())
        return failure(Error::Code::NotFound, path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(Error::Code::Unreadable,
                       QStringLiteral("%1: %2").arg(path, file.errorString()));
    return parseDraft(file.readAll(), path);
}

} // namespace

DraftStore::DraftStore(const QString &workspaceDirectory)
    : m_workspaceDirectory(workspaceDirectory)
    , m_directory(ownDirectoryOf(workspaceDirectory) + QStringLiteral("/drafts"))
{ }

QString DraftStore::pathOf(const QString &key) const
{
    const QByteArray hash = QCryptographicHash::hash(key.toUtf8(), QCryptographicHash::Sha256);
    return QStringLiteral("%1/%2.draft").arg(m_directory, QLatin1String(hash.toHex().first(32)));
}

Result<void> DraftStore::write(const Draft &draft) const
{
    if (const auto provided = provideOwnDirectory(m_workspaceDirectory); !provided)
        return tl::make_unexpected(provided.error());
    if (!QDir().mkpath(m_directory))
        return failure(Error::Code::Unwritable, m_directory);
    using std::chrono::duration_cast;
    using std::chrono::milliseconds;
    OrderedJson header;
    header["format"] = DraftFormat;
    header["key"] = draft.key.toStdString();
    header["path"] = draft.filePath.toStdString();
    header["base"] = draft.baseHash.toHex().toStdString();
    header["written"] = duration_cast<milliseconds>(draft.written.time_since_epoch()).count();
    return writeWhole(pathOf(draft.key),
                      writeJson(header, JsonLayout::Compact) + '\n' + draft.text.toUtf8());
}

Result<Draft> DraftStore::read(const QString &key) const
{
    return readDraft(pathOf(key));
}

std::vector<Draft> DraftStore::list() const
{
    std::vector<Draft> drafts;
    const QDir directory(m_directory);
    const QStringList names = directory.entryList({QStringLiteral("*.draft")}, QDir::Files);
    for (const QString &name : names) {
        if (auto draft = readDraft(directory.filePath(name)))
            drafts.push_back(std::move(*draft));
    }
    std::stable_sort(drafts.begin(), drafts.end(),
                     [](const Draft &a, const Draft &b) { return a.written < b.written; });
    return drafts;
}

Result<void> DraftStore::remove(const QString &key) const
{
    QFile file(pathOf(key));
    if (file.exists() && !file.remove())
        return failure(Error::Code::Unwritable,
                       QStringLiteral("%1: %2").arg(file.fileName(), file.errorString()));
    return {};
}

} // namespace coldframe
