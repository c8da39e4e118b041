// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/base/codelanguage.h"

#include <QStringView>

namespace coldframe {

/// What one step of indentation is in a text.
struct Indentation
{
    int width = 4; ///< columns
    bool tabs = false;

    bool operator==(const Indentation &) const = default;
};

/// What is usual in a language.
Indentation usualIndentation(CodeLanguage language);

/// As the text itself does it, judged by its first lines; fallback for a text without indentation.
Indentation indentationOf(QStringView text, Indentation fallback);

} // namespace coldframe
