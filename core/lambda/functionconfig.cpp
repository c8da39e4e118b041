// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lambda/functionconfig.h"

namespace coldframe {

QString functionArn(const FunctionConfig &function)
{
    return QStringLiteral("arn:aws:lambda:%1:%2:function:%3")
        .arg(function.region, function.accountId, function.name);
}

QString architectureName(Architecture architecture)
{
    switch (architecture) {
    case Architecture::X86_64: return QStringLiteral("x86_64");
    case Architecture::Arm64: return QStringLiteral("arm64");
    }
    return {};
}

} // namespace coldframe
