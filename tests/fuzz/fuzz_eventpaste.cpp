// SPDX-License-Identifier: GPL-3.0-or-later
// What somebody copied: commands, object literals, log lines. Inputs stay short enough that
// nesting, which is read recursively, fits the stack.
#include "core/base/jsontext.h"
#include "core/events/eventpaste.h"
#include "core/events/templatecatalogue.h"

#include "tests/fuzz/fuzzinput.h"

#include <nlohmann/json.hpp>

#include <algorithm>

using namespace coldframe;
using coldframe::test::require;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    constexpr std::size_t longest = 8192;
    static const TemplateCatalogue catalogue
        = TemplateCatalogue::load(QStringLiteral(COLDFRAME_SOURCE_DIR "/templates/events"))
              .value_or(TemplateCatalogue());
    const QByteArrayView text = test::viewOf(data, std::min(size, longest));

    const PasteResult pasted = pasteEvent(text, catalogue);

    if (!pasted) {
        const auto &position = pasted.error().position;
        const auto lines = 1 + std::count(text.begin(), text.end(), '\n');
        require(!position || (position->line >= 1 && position->line <= lines), "the line exists");
        require(!position || position->column >= 1, "the column exists");
        return 0;
    }
    require(pasted->event != nullptr, "what was pasted is an event");
    require(pasted->event->is_structured(), "an event is an object or a list");
    const QByteArray written = writeJson(*pasted->event, JsonLayout::Indented);
    require(parseJson(written).has_value(), "the event can be written and read");
    const PasteResult again = pasteEvent(written, catalogue);
    require(again.has_value(), "an event that was pasted can be pasted again");
    return 0;
}
