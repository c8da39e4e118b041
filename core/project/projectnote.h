// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace coldframe {

/// Something in a workspace that Coldframe did not understand or does not do. A value: the
/// sentence is made where it is shown.
struct ProjectNote
{
    enum class Kind {
        InvalidTemplate, ///< the template could not be read at all; detail: why
        OtherTemplateIgnored, ///< template.yml beside template.yaml
        NotATemplate, ///< a template.yaml that describes no AWS resources; handlers were searched
        UnresolvedIntrinsic, ///< detail: "<property>: <text>"; the value keeps the text
        IgnoredProperty, ///< detail: the property; it has no effect here
        IgnoredResource, ///< detail: "<logical id> (<type>)"
        UnsupportedPackaging, ///< an image, inline code, an archive or S3: function left out
        MissingProperty, ///< detail: the property
        MissingDirectory, ///< a folder, or a layer's archive; detail: the path
        UnsupportedLayer, ///< detail: what was written, for example an ARN
        RepeatedLayer, ///< a layer that is there already, maybe in another version; detail: which
        LogLevelWithText, ///< a log level that only LogFormat JSON has; detail: the property
        OutOfRange, ///< detail: "<property>: <value>"; the nearest allowed value is used
        InvalidValue, ///< detail: "<property>: <what is there>"; the default is used
        AmbiguousValue, ///< detail: "<property>: <text>"; YAML 1.1 reads this plain text otherwise
        DuplicateKey, ///< detail: the key; the last one counts
        DuplicateName, ///< detail: the function name that is used twice
        TooManyFiles, ///< the folder was not read to its end
    };

    Kind kind = Kind::IgnoredProperty;
    QString detail;
    QString file; ///< relative to the workspace; empty when about all of it
    int line = 0; ///< counted from 1; 0 when unknown

    bool operator==(const ProjectNote &) const = default;
};

} // namespace coldframe
