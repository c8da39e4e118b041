// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/jsontext.h"
#include "core/events/eventlintkind.h"
#include "core/events/parametervalues.h"

#include <QByteArrayView>
#include <QString>

#include <memory>
#include <optional>
#include <vector>

#include <tl/expected.hpp>

namespace coldframe {

class TemplateCatalogue;

/// What a request becomes when it is pasted.
struct PasteTarget
{
    QString templateId = QStringLiteral("apigw-http-v2"); ///< of an HTTP request
    ParameterValues values; ///< come before what the request says
};

/// What of a pasted text is not in the event, or was assumed.
struct PasteNote
{
    enum class Kind {
        TextAround, ///< before and after the event; detail: how many characters
        OtherEvents, ///< detail: how many more objects the text has
        UnderMember, ///< the event was the value of this member
        InString, ///< the event was JSON inside a JSON string
        RewrittenFrom, ///< detail: JavaScript or Python
        OptionDropped, ///< of curl; detail: the option
        AfterCommand, ///< detail: what follows the command in the shell
        HostDropped, ///< detail: the host, which the event does not have
        FragmentDropped, ///< detail: the URL's part behind "#"
        RouteAssumed, ///< detail: the route or resource
        ParameterDropped, ///< detail: what the template has no place for
        UnquotedAmpersand, ///< in a shell the URL would have ended there
        DuplicateMember, ///< detail: the member that came twice
    };

    Kind kind = Kind::TextAround;
    QString detail;
};

/// Why a text is no event.
struct PasteError
{
    enum class Kind {
        Empty,
        TooLong, ///< detail: the most bytes
        NothingFound, ///< neither a command nor JSON
        InvalidJson, ///< detail: what was expected; position
        Truncated, ///< the text ends in the middle of the event; position
        NodeInspect, ///< detail: what Node.js left out, for example "[Object]"
        PythonObject, ///< detail: the expression that is no literal
        Expression, ///< detail: a JavaScript expression that is no value
        UnclosedQuote, ///< position
        ShellExpansion, ///< detail: what the shell would have replaced
        UnknownOption, ///< detail
        OptionNeedsValue, ///< detail
        FormUpload, ///< detail: the option
        FileContent, ///< detail: the file that the command reads
        NoUrl,
        NoPayload, ///< of aws lambda invoke
        FetchCall, ///< as browsers copy a request
        SeveralUrls,
        UnsupportedUrl, ///< detail
        UnknownTemplate, ///< detail: the id
        NotForRequests, ///< detail: the template that is not one of a request
        ValueRefused, ///< detail: which parameter and what it accepts
    };

    Kind kind = Kind::NothingFound;
    QString detail;
    std::optional<TextPosition> position = {};
};

struct PastedEvent
{
    enum class Source { Curl, AwsCli, Json, JavaScript, Python, LogLine, JsonLog };

    Source source = Source::Json;
    EventKind kind = EventKind::Unknown;
    std::shared_ptr<const OrderedJson> event;
    QString templateId; ///< that made the event of a command
    ParameterValues values; ///< of that template
    std::vector<PasteNote> notes;
};

using PasteResult = tl::expected<PastedEvent, PasteError>;

/// Makes an event of what somebody copied: a curl command, aws lambda invoke, JSON with text or
/// code fences around it, an object literal of JavaScript or Python, or a log line.
PasteResult pasteEvent(QByteArrayView text, const TemplateCatalogue &catalogue,
                       const PasteTarget &target = {});

/// Whether a text looks like a curl command rather than an event.
bool isCurlCommand(QByteArrayView text);

} // namespace coldframe
