// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/events/eventparameter.h"
#include "core/events/parametervalues.h"

#include <QByteArrayView>
#include <QString>
#include <QStringList>

#include <memory>
#include <vector>

namespace coldframe {

struct TemplateBody;

/// A sample event with parameters. How its file is written is told in templates/events/README.md.
struct EventTemplate
{
    QString id; ///< for example "apigw-rest"
    QString service; ///< for example "API Gateway"
    QString title;
    QString summary; ///< when it fires, and what the function's return value means
    QStringList keywords; ///< what else a user might search for
    std::vector<EventParameter> parameters; ///< in the order of the form
    std::shared_ptr<const TemplateBody> body;
};

/// Reads the text of a template file; `file` is its name for errors. InvalidTemplate says in which
/// file at which key what was expected.
Result<EventTemplate> readEventTemplate(QByteArrayView text, const QString &file);

/// The parameter with this name; InvalidParameter names the nearest one. Valid as long as the
/// template.
Result<const EventParameter *> findParameter(const EventTemplate &eventTemplate,
                                             const QString &name);

/// Every parameter's default.
ParameterValues defaultValues(const EventTemplate &eventTemplate);

/// The values in canonical form, with defaults for those that are missing. InvalidParameter says
/// which name is unknown or which value is not accepted.
Result<ParameterValues> completeValues(const EventTemplate &eventTemplate,
                                       const ParameterValues &values);

/// The event that these values make. Ids, sequence numbers and the like depend on template, place
/// and seed alone, so the same values always make the same event. InvalidParameter as above.
Result<OrderedJson> renderEvent(const EventTemplate &eventTemplate, const ParameterValues &values,
                                quint64 seed = 0);

} // namespace coldframe
