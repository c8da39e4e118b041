// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace coldframe::bench {

/// A language, and the barest programs in it that do what an invocation can't do without.
struct Subject
{
    const char *name;
    QString runtime;
    QString handlerDirectory;
    QStringList bareStart; ///< arguments of the interpreter: starts and ends
    QStringList usefulStart; ///< loads what reading JSON needs
    QStringList pipeWorker; ///< reads JSON lines from its input, writes each back as JSON
    QStringList lineWriter; ///< reads a count, writes as many lines of 100 bytes, then "end"
};

Subject pythonSubject();
Subject nodeSubject();

/// A JSON object of about this many bytes, made of small members as real events are.
QByteArray eventOfBytes(qsizetype bytes);

} // namespace coldframe::bench
