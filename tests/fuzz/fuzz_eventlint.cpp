// SPDX-License-Identifier: GPL-3.0-or-later
// Events of any shape: what is wrong with them, quick fixes in their text, and mutations.
#include "core/events/eventlint.h"
#include "core/events/eventmutation.h"
#include "core/events/templatecatalogue.h"

#include "tests/fuzz/fuzzinput.h"

#include <nlohmann/json.hpp>

#include <algorithm>

using namespace coldframe;
using coldframe::test::require;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    constexpr std::size_t longest = 8192;
    static const EventLinter linter(
        TemplateCatalogue::load(QStringLiteral(COLDFRAME_SOURCE_DIR "/templates/events"))
            .value_or(TemplateCatalogue()));
    const QByteArrayView text = test::viewOf(data, std::min(size, longest));
    const Result<OrderedJson> event = parseJson(text);
    const Result<FixedEventText> fixed = linter.fix(text);
    require(event.has_value() == fixed.has_value(), "text that is JSON can be fixed");
    if (!event)
        return 0;
    for (const EventProblem &problem : linter.lint(*event, text)) {
        require(problem.position.has_value(), "a problem has a position");
        require(problem.position->line >= 1 && problem.position->column >= 1, "which exists");
    }
    require(parseJson(fixed->text).has_value(), "fixed text is JSON");
    for (const EventMutation &mutation : mutateEvent(*event, {10, 100})) {
        require(!mutation.name.isEmpty(), "a mutation has a name");
        const QByteArray written = writeJson(*mutation.event, JsonLayout::Compact);
        require(parseJson(written).has_value(), "a mutation is JSON");
    }
    return 0;
}
