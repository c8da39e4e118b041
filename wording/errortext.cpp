// SPDX-License-Identifier: GPL-3.0-or-later
#include "wording/errortext.h"

#include "core/lambda/limits.h"

#include <QCoreApplication>
#include <QLocale>

namespace coldframe {

namespace {

struct ErrorText
{
    Q_DECLARE_TR_FUNCTIONS(ErrorText)

public:
    static QString invalidText(const QString &language, const Error &error)
    {
        if (!error.position)
            return tr("The %1 is not valid: %2. Correct it and try again.")
                .arg(language, error.detail);
        return tr("The %1 is not valid at line %2, column %3: %4. Correct it there.")
            .arg(language)
            .arg(error.position->line)
            .arg(error.position->column)
            .arg(error.detail);
    }

    static QString refusalText(const Error &error)
    {
        if (!error.position)
            return tr("This does not work: %1. Correct it and try again.").arg(error.detail);
        return tr("This does not work at line %1, column %2: %3. Correct it there.")
            .arg(error.position->line)
            .arg(error.position->column)
            .arg(error.detail);
    }

    static QString tooLarge(const QString &detail)
    {
        const QLocale locale;
        if (const QStringList sizes = detail.split(u'/'); sizes.size() == 2)
            return tr("The event is too large: it has %1 bytes, and Lambda accepts at most %2 in "
                      "an asynchronous invocation. Send less, or a reference to the data.")
                .arg(locale.toString(sizes[0].toLongLong()),
                     locale.toString(sizes[1].toLongLong()));
        bool isNumber = false;
        const qlonglong bytes = detail.toLongLong(&isNumber);
        return tr("The event is too large: it has %1 bytes, and Lambda accepts at most %2 in a "
                  "synchronous invocation. Send less, or a reference to the data.")
            .arg(isNumber ? locale.toString(bytes) : detail,
                 locale.toString(qlonglong(limits::SynchronousEventBytes)));
    }
};

/// Ends of sentences are ours; a detail that brings its own full stop would give two.
QString withoutFullStop(QString detail)
{
    detail = detail.trimmed();
    while (detail.endsWith(u'.'))
        detail.chop(1);
    return detail;
}

/// "…did you mean “tags”?. Correct it" has one sign too many.
QString withoutDoubledEnd(QString text, const QString &detail)
{
    return detail.endsWith(u'?') ? text.replace(detail + u'.', detail) : text;
}

QString withPosition(QString text, const std::optional<TextPosition> &position)
{
    if (!position)
        return text;
    return ErrorText::tr("Line %1, column %2: %3")
        .arg(position->line)
        .arg(position->column)
        .arg(text);
}

QString sentence(const Error &error)
{
    const QString &detail = error.detail;
    switch (error.code) {
    case Error::Code::Cancelled:
        return ErrorText::tr("Stopped before it was finished. Run it again to get a result.");
    case Error::Code::InvalidArgument:
        return ErrorText::refusalText(error);
    case Error::Code::Ambiguous:
        return ErrorText::tr("Several functions fit: %1. Choose one: NAME --workspace FOLDER for a "
                             "function of a template, FOLDER --handler HANDLER or FILE:NAME for a "
                             "handler.")
            .arg(detail);
    case Error::Code::NotFound:
        return ErrorText::tr("%1 was not found. Check that it exists and that its name is spelled "
                             "exactly like this.")
            .arg(detail);
    case Error::Code::Unreadable:
        return ErrorText::tr(
                   "Reading failed: %1. Check the permissions of the file and its folder.")
            .arg(detail);
    case Error::Code::Unwritable:
        return ErrorText::tr(
                   "Writing failed: %1. Check the permissions of the folder and the space "
                   "that is left on the disk.")
            .arg(detail);
    case Error::Code::InUse:
        return ErrorText::tr("Another program uses this file: %1. End that program, or its use of "
                             "the same workspace, and try again.")
            .arg(detail);
    case Error::Code::Damaged:
        return ErrorText::tr(
                   "This file cannot be used as it is: %1. Move it away, and a new one is "
                   "made; what it had is lost but for what “sqlite3 FILE .recover” "
                   "finds in it.")
            .arg(detail);
    case Error::Code::NewerVersion:
        return ErrorText::tr("A newer version of Coldframe made this file: %1. Update Coldframe to "
                             "use it.")
            .arg(detail);
    case Error::Code::InvalidJson:
        return ErrorText::invalidText(QStringLiteral("JSON"), error);
    case Error::Code::InvalidYaml:
        return ErrorText::invalidText(QStringLiteral("YAML"), error);
    case Error::Code::EventTooLarge:
        return ErrorText::tooLarge(detail);
    case Error::Code::InvalidTemplate:
        return ErrorText::tr(
                   "The event template cannot be used: %1. Correct the template, or choose "
                   "another one.")
            .arg(detail);
    case Error::Code::InvalidParameter:
        return ErrorText::tr("A parameter of the event template does not fit: %1.").arg(detail);
    case Error::Code::InvalidPriceBook:
        return ErrorText::tr("The price book cannot be used: %1. Costs are not shown until it is "
                             "mended.")
            .arg(detail);
    case Error::Code::MalformedLine:
        return ErrorText::tr("A line does not have the form that Lambda gives it: %1.").arg(detail);
    case Error::Code::UnsupportedRuntime:
        return ErrorText::tr("The runtime “%1” cannot be run here. Choose a Python, Node.js, Ruby "
                             "or Java runtime, or “provided.al2023” with a bootstrap of your own.")
            .arg(detail);
    case Error::Code::InterpreterNotFound:
        return ErrorText::tr(
                   "No interpreter was found on this computer: %1. Install it, or choose a "
                   "runtime whose interpreter is installed.")
            .arg(detail);
    case Error::Code::RuntimeClientNotFound:
        return ErrorText::tr(
                   "The runtime interface client of AWS is missing: %1. Install it for the "
                   "interpreter, or add it to the function's dependencies.")
            .arg(detail);
    case Error::Code::IsolationUnavailable:
        return ErrorText::tr(
                   "Isolation with bubblewrap does not work here: %1. Install bubblewrap, "
                   "or choose “Automatic” or “None” as isolation.")
            .arg(detail);
    case Error::Code::SpawnFailed:
        return ErrorText::tr("A program could not be started: %1. Check that it exists and may be "
                             "executed.")
            .arg(detail);
    case Error::Code::InitFailed:
        return ErrorText::tr("The function's init phase failed, so no environment is kept ready: "
                             "%1. Mend the code outside the handler and try again.")
            .arg(detail);
    case Error::Code::Throttled:
        return ErrorText::tr("The invocation was throttled (429): %1. Raise the limit, or send "
                             "fewer requests at the same time.")
            .arg(detail);
    }
    return {};
}

} // namespace

QString errorText(const Error &error)
{
    Error trimmed = error;
    trimmed.detail = withoutFullStop(error.detail);
    const bool namesPosition = error.code == Error::Code::InvalidJson
        || error.code == Error::Code::InvalidYaml || error.code == Error::Code::InvalidArgument;
    const QString text = withoutDoubledEnd(sentence(trimmed), trimmed.detail);
    return namesPosition ? text : withPosition(text, error.position);
}

} // namespace coldframe
