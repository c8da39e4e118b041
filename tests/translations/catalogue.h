// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <vector>

namespace coldframe::test {

/// One text of a .ts file.
struct Message
{
    QString context;
    QString source;
    QString state; ///< empty when finished; unfinished, vanished or obsolete otherwise
    bool isNumerus = false;
    QStringList forms; ///< the translation; one for each plural form of a text with a number

    /// For the message of a failing test.
    QString place() const;
};

/// The texts of a .ts file; none when it cannot be read.
std::vector<Message> readCatalogue(const QString &file);

} // namespace coldframe::test
