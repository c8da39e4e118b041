// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commandline.h"

#include "wording/errortext.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

#include <ostream>

namespace coldframe::cli {

std::optional<ExitStatus> parse(QCommandLineParser &parser, const QString &usage,
                                const QStringList &arguments, const Surroundings &surroundings)
{
    const QCommandLineOption help({QStringLiteral("h"), QStringLiteral("help")},
                                  QCoreApplication::translate("Command", "Show this help."));
    parser.addOption(help);
    const QString program = QStringLiteral("coldframe-cli ") + usage;
    if (!parser.parse(QStringList{program} + arguments))
        return fail(parser.errorText(), surroundings);
    if (parser.isSet(help)) {
        // The parser would name this process, which in a test is another one.
        QString text = parser.helpText();
        text = text.mid(text.indexOf(u'\n'));
        surroundings.out
            << QCoreApplication::translate("Command", "Usage: %1").arg(program).toStdString()
            << text.toStdString();
        return ExitStatus::Succeeded;
    }
    return std::nullopt;
}

ExitStatus fail(const Error &error, const Surroundings &surroundings)
{
    return fail(errorText(error), surroundings);
}

ExitStatus fail(const QString &sentence, const Surroundings &surroundings)
{
    surroundings.err << "coldframe-cli: " << sentence.toStdString() << '\n';
    return ExitStatus::NotRun;
}

tl::unexpected<Error> wrongOption(const char *name, const QString &value, const QString &accepted)
{
    return failure(Error::Code::InvalidArgument,
                   QCoreApplication::translate("Command", "--%1: \"%2\", it must be %3")
                       .arg(QLatin1String(name), value, accepted));
}

tl::unexpected<Error> needsOther(const char *name, const char *other)
{
    return failure(Error::Code::InvalidArgument,
                   QCoreApplication::translate("Command", "--%1: it needs %2")
                       .arg(QLatin1String(name), QLatin1String(other)));
}

tl::unexpected<Error> notWith(const char *name, const char *other)
{
    return failure(Error::Code::InvalidArgument,
                   QCoreApplication::translate("Command", "--%1: it does not go together with %2")
                       .arg(QLatin1String(name), QLatin1String(other)));
}

Result<void> checkTargetFile(const char *option, const QString &path)
{
    if (path.isEmpty())
        return {};
    const QFileInfo file(path);
    if (file.isDir())
        return failure(Error::Code::InvalidArgument,
                       QCoreApplication::translate("Command", "--%1: %2 is a folder, not a file")
                           .arg(QLatin1String(option), path));
    if (!file.absoluteDir().exists())
        return failure(Error::Code::InvalidArgument,
                       QCoreApplication::translate("Command", "--%1: there is no folder %2")
                           .arg(QLatin1String(option), file.absolutePath()));
    return {};
}

QCommandLineOption outputOption()
{
    return {QStringLiteral("output"),
            QCoreApplication::translate("Command", "How to print: text or json."),
            QStringLiteral("format"), QStringLiteral("text")};
}

Result<OutputFormat> outputFormat(const QCommandLineParser &parser)
{
    const QString format = parser.value(QStringLiteral("output"));
    if (format == QStringLiteral("text"))
        return OutputFormat::Text;
    if (format == QStringLiteral("json"))
        return OutputFormat::Json;
    return failure(
        Error::Code::InvalidArgument,
        QCoreApplication::translate("Command", "--output: \"%1\" is neither text nor json")
            .arg(format));
}

Result<std::pair<QString, QString>> keyAndValue(const QString &text)
{
    const qsizetype equals = text.indexOf(u'=');
    if (equals < 1)
        return failure(
            Error::Code::InvalidArgument,
            QCoreApplication::translate("Command", "\"%1\": it must be KEY=VALUE").arg(text));
    return std::pair(text.left(equals), text.mid(equals + 1));
}

} // namespace coldframe::cli
