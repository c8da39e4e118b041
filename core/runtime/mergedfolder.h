// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <memory>
#include <string>

class QFile;

namespace coldframe {

/// A new folder that layers are written into, what comes later over what is there. It writes
/// nothing outside: a place has no "..", and a link that stands where a folder is wanted is
/// replaced by one, never followed. Places are relative, with "/" between their parts.
class MergedFolder
{
public:
    /// The folder exists and is empty. `allowedBytes` is what all files together may have.
    MergedFolder(std::string root, qint64 allowedBytes);

    Result<void> addDirectory(const std::string &place);
    Result<void> addLink(const std::string &place, const std::string &target);

    /// Shares the file with `source` where the file system can, else copies it with its mode.
    Result<void> addFile(const std::string &place, const std::string &source, qint64 bytes);

    /// An empty file that is open for writing; whoever writes spends the bytes.
    Result<std::unique_ptr<QFile>> createFile(const std::string &place, bool isExecutable);

    /// InvalidArgument when the layers get too large by this (environment, section 3).
    Result<void> spend(qint64 bytes);

private:
    Result<std::string> freePlace(const std::string &place);
    Result<void> makeDirectory(const std::string &path);

    std::string m_root;
    qint64 m_bytesLeft;
};

/// Whether a link at this place leads out of the folder that it is in, by what it says: it is
/// absolute or has too many "..".
bool leadsOut(const std::string &place, const std::string &target);

} // namespace coldframe
