// SPDX-License-Identifier: GPL-3.0-or-later
// Rules that requests of several services share.
#pragma once

#include "core/events/eventlintreport.h"

#include <initializer_list>

namespace coldframe::eventlint {

/// A member of the other payload version, and the one that says the same in this version.
struct Twin
{
    const char *name;
    const char *twin;
};

/// Members that only the other payload version has.
void otherVersion(Report &report, const Place &parent, std::initializer_list<Twin> members,
                  const char *version, const char *own);

/// The body is a text, and its flag says truly whether it is Base64.
void bodyAndFlag(Report &report, const Place &event, const char *flagName = "isBase64Encoded");

void pathWithoutQuery(Report &report, const Place &path);
void lowerCaseNames(Report &report, const Place &headers);
void listsOfTexts(Report &report, const Place &map);

/// A map of single values and the one of their lists say the same.
void singleAndMulti(Report &report, const Place &single, const Place &multi);

/// The ARN is of this service, and of this region where that is known.
void targetArn(Report &report, const Place &arn, const QString &service, const QString &region);

bool contains(const OrderedJson &list, const OrderedJson &value);

} // namespace coldframe::eventlint
