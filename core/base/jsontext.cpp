// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/jsontext.h"

#include <nlohmann/json.hpp>
#include <simdjson.h>

#include <algorithm>
#include <vector>

namespace coldframe {

namespace {

/// What nlohmann says, without its own prefix and position, which we state ourselves.
QString reasonOf(const nlohmann::json::parse_error &error)
{
    QString text = QString::fromUtf8(error.what());
    const QString marker = QStringLiteral(": ");
    if (const qsizetype colon = text.indexOf(marker); colon >= 0)
        text = text.mid(colon + marker.size());
    // A copy of what was read, with line feeds as <U+000A>: the position says it better.
    const QString lastRead = QStringLiteral("; last read: '");
    if (const qsizetype begin = text.indexOf(lastRead); begin >= 0) {
        const qsizetype expected = text.lastIndexOf(QStringLiteral("'; expected "));
        text.remove(begin, expected > begin ? expected + 1 - begin : text.size() - begin);
    }
    return text;
}

/// Where a string begins that ends at this quote.
qsizetype stringBegin(QByteArrayView text, qsizetype closingQuote)
{
    for (qsizetype quote = text.lastIndexOf('"', closingQuote - 1); quote > 0;
         quote = text.lastIndexOf('"', quote - 1)) {
        qsizetype backslashes = 0;
        while (backslashes < quote && text[quote - 1 - backslashes] == '\\')
            ++backslashes;
        if (backslashes % 2 == 0)
            return quote;
    }
    return 0;
}

Error jsonError(QByteArrayView text, const nlohmann::json::parse_error &error)
{
    // nlohmann counts the bytes read so far, so the offending one is the last of them, unless a
    // whole string is in the wrong place.
    const auto read = static_cast<qsizetype>(error.byte);
    qsizetype offending = read > 0 ? read - 1 : 0;
    const QString reason = reasonOf(error);
    if (offending < text.size() && text[offending] == '"'
        && reason.contains(QStringLiteral("unexpected string literal")))
        offending = stringBegin(text, offending);
    return Error{Error::Code::InvalidJson, reason, positionOf(text, offending)};
}

/// Accepts everything and only remembers the first error.
class Checker final : public nlohmann::json_sax<OrderedJson>
{
public:
    explicit Checker(QByteArrayView text)
        : m_text(text)
    { }

    std::optional<Error> error;

    bool null() override { return true; }
    bool boolean(bool) override { return true; }
    bool number_integer(number_integer_t) override { return true; }
    bool number_unsigned(number_unsigned_t) override { return true; }
    bool number_float(number_float_t, const string_t &) override { return true; }
    bool string(string_t &) override { return true; }
    bool binary(binary_t &) override { return true; }
    bool start_object(std::size_t) override { return true; }
    bool key(string_t &) override { return true; }
    bool end_object() override { return true; }
    bool start_array(std::size_t) override { return true; }
    bool end_array() override { return true; }
    bool parse_error(std::size_t, const std::string &,
                     const nlohmann::json::exception &exception) override
    {
        if (const auto *parse = dynamic_cast<const nlohmann::json::parse_error *>(&exception))
            error = jsonError(m_text, *parse);
        else
            error = Error{Error::Code::InvalidJson, QString::fromUtf8(exception.what()),
                          TextPosition{}};
        return false;
    }

private:
    QByteArrayView m_text;
};

/// Whether it is JSON, told by the quicker of two libraries; what it refuses, the other one
/// explains or accepts (numbers without bounds). Not asked about texts beyond two megabytes,
/// because its memory is kept: to get it from the system takes longer than the check.
bool isSurelyJson(QByteArrayView text)
{
    constexpr qsizetype mostBytes = 2 * 1024 * 1024;
    if (text.size() > mostBytes)
        return false;
    static thread_local simdjson::dom::parser parser;
    static thread_local std::vector<char> padded; // it reads some bytes further than the end
    const auto bytes = static_cast<std::size_t>(text.size());
    if (padded.size() < bytes + simdjson::SIMDJSON_PADDING)
        padded.resize(bytes + simdjson::SIMDJSON_PADDING);
    std::copy(text.begin(), text.end(), padded.begin());
    return parser.parse(padded.data(), bytes, false).error() == simdjson::SUCCESS;
}

constexpr int mostLevels = 1'000;

/// Where the nesting gets too deep, or nothing. Brackets inside strings don't count.
std::optional<qsizetype> tooDeepAt(QByteArrayView text)
{
    int level = 0;
    bool inString = false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char character = text[i];
        if (inString) {
            if (character == '\\')
                ++i;
            else if (character == '"')
                inString = false;
        } else if (character == '"') {
            inString = true;
        } else if (character == '{' || character == '[') {
            if (++level > mostLevels)
                return i;
        } else if (character == '}' || character == ']') {
            --level;
        }
    }
    return std::nullopt;
}

} // namespace

Result<OrderedJson> parseJson(QByteArrayView text)
{
    if (const auto deep = tooDeepAt(text))
        return failure(Error::Code::InvalidJson,
                       QStringLiteral("nested in more than %1 levels").arg(mostLevels),
                       positionOf(text, *deep));
    try {
        return OrderedJson::parse(text.begin(), text.end());
    } catch (const nlohmann::json::parse_error &error) {
        return tl::make_unexpected(jsonError(text, error));
    } catch (const nlohmann::json::exception &error) {
        return failure(Error::Code::InvalidJson, QString::fromUtf8(error.what()), TextPosition{});
    }
}

Result<void> checkJson(QByteArrayView text)
{
    if (isSurelyJson(text))
        return {};
    Checker checker(text);
    OrderedJson::sax_parse(text.begin(), text.end(), &checker);
    if (checker.error)
        return tl::make_unexpected(*checker.error);
    return {};
}

QByteArray writeJson(const OrderedJson &json, JsonLayout layout)
{
    const int indent = layout == JsonLayout::Indented ? 2 : -1;
    return QByteArray::fromStdString(
        json.dump(indent, ' ', false, OrderedJson::error_handler_t::replace));
}

TextPosition positionOf(QByteArrayView text, qsizetype byteOffset)
{
    TextPosition position;
    const qsizetype end = qMin(byteOffset, text.size());
    for (qsizetype i = 0; i < end; ++i) {
        const auto byte = static_cast<unsigned char>(text[i]);
        if (byte == '\n') {
            ++position.line;
            position.column = 1;
        } else if ((byte & 0xC0U) != 0x80U) { // not a continuation byte of UTF-8
            ++position.column;
        }
    }
    return position;
}

} // namespace coldframe
