// SPDX-License-Identifier: GPL-3.0-or-later
// What a workspace's files hold: sidecars, JSONPaths, and documents that are compared. The input is
// cut at its first three newlines: a path, a sidecar, and two documents.
#include "core/fixtures/fixture.h"
#include "core/comparison/jsonplace.h"
#include "core/fixtures/redaction.h"
#include "core/comparison/semanticdifference.h"

#include "tests/fuzz/fuzzinput.h"

using namespace coldframe;
using coldframe::test::require;

namespace {

QByteArrayView takeLine(QByteArrayView &bytes)
{
    const qsizetype newline = bytes.indexOf('\n');
    const QByteArrayView line = newline < 0 ? bytes : bytes.first(newline);
    bytes = newline < 0 ? QByteArrayView() : bytes.sliced(newline + 1);
    return line;
}

void checkPath(QByteArrayView text, const OrderedJson *document)
{
    const Result<JsonPath> path = JsonPath::parse(QString::fromUtf8(text));
    if (!path) {
        require(path.error().position.has_value(), "a wrong path tells where");
        return;
    }
    const auto again = JsonPath::parse(path->text());
    require(again && *again == *path, "a path is what its text says");
    if (!document)
        return;
    const auto nodes = path->select(*document);
    if (!nodes)
        return;
    require(!path->selectsOne() || nodes->size() <= 1, "a path to one selects one");
    for (const JsonNode &node : *nodes)
        require(valueAt(*document, node.pointer) == node.value, "a pointer leads to its value");
}

void checkSidecar(QByteArrayView text)
{
    const QString file = QStringLiteral("events/a.json");
    const Result<Fixture> fixture = readFixture(text, file);
    readLabels(text);
    if (!fixture) {
        require(fixture.error().position.has_value(), "an error tells where");
        return;
    }
    const QByteArray written = writeFixture(*fixture);
    const Result<Fixture> again = readFixture(written, file);
    require(again.has_value(), "what is written can be read");
    require(writeFixture(*again) == written, "and says the same");
}

void checkDocuments(const OrderedJson &left, const OrderedJson &right)
{
    const JsonComparison comparison = compareJson(left, right);
    require(comparison.areSame() == meanTheSame(left, right),
            "one comparison agrees with the other");
    require(compareJson(right, left).areSame() == comparison.areSame(),
            "so it does the other way round");
    require(compareJson(left, left).areSame(), "a document is the same as itself");
    const RedactedJson redacted = redactSecrets(left);
    require(redacted.pointers.isEmpty() == (redacted.document == left), "what is replaced is told");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    QByteArrayView bytes = test::viewOf(data, size);
    const QByteArrayView path = takeLine(bytes);
    const QByteArrayView sidecar = takeLine(bytes);
    const Result<OrderedJson> left = parseJson(takeLine(bytes));
    const Result<OrderedJson> right = parseJson(bytes);
    checkPath(path, left ? &*left : nullptr);
    checkSidecar(sidecar);
    if (left)
        checkDocuments(*left, right ? *right : OrderedJson());
    for (const qsizetype offset : {qsizetype(0), bytes.size() / 2, bytes.size()})
        pointerAt(bytes, offset);
    return 0;
}
