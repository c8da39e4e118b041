// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/command.h"
#include "core/base/jsontext.h"
#include "core/events/eventtemplate.h"

#include <QByteArray>
#include <QCommandLineParser>
#include <QStringList>

#include <iosfwd>

namespace coldframe::cli {

/// The folder of the event templates that come with Coldframe.
QString templatesDirectory(const QString &dataDirectory);

/// The event that a template makes of "name=value" settings.
Result<OrderedJson> eventFromTemplate(const EventTemplate &eventTemplate,
                                      const QStringList &settings);

/// The same of the template with this id.
Result<OrderedJson> eventFromTemplate(const QString &dataDirectory, const QString &id,
                                      const QStringList &settings);

/// A file's bytes, or standard input for "-".
Result<QByteArray> eventFromFile(const QString &file, std::istream &in);

/// Whether the value of --event is JSON that begins with a brace or a bracket, and no file's name.
bool isEventItself(const QString &value);

/// The event that --event, or --template with --set, ask for; {} without them.
Result<QByteArray> eventFromOptions(const QCommandLineParser &parser,
                                    const Surroundings &surroundings);

} // namespace coldframe::cli
