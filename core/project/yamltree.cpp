// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/yamltree.h"

#include "core/base/jsontext.h"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <sstream>
#include <utility>

namespace coldframe {

namespace {

/// Aliases are copies here, so a few lines could ask for a tree without end.
constexpr std::size_t MostYamlNodes = 100'000;

std::size_t nodeCount(const YamlNode &node)
{
    std::size_t count = 1;
    for (const YamlNode &item : node.items)
        count += nodeCount(item);
    for (const YamlMember &member : node.members)
        count += nodeCount(member.value);
    return count;
}

YamlMember *findMember(YamlNode &mapping, const QString &key)
{
    for (YamlMember &member : mapping.members) {
        if (member.key == key)
            return &member;
    }
    return nullptr;
}

/// Builds the tree from yaml-cpp's events. Its own nodes would hide duplicate keys and share
/// what aliases point to. Throws YAML::ParserException; parseYaml() catches it.
class TreeBuilder final : public YAML::EventHandler
{
public:
    YamlDocument document;

    void OnDocumentStart(const YAML::Mark &) override { }
    void OnDocumentEnd() override { }

    void OnNull(const YAML::Mark &mark, YAML::anchor_t anchor) override
    {
        YamlNode node;
        node.line = lineOf(mark);
        complete(std::move(node), anchor, mark);
    }

    void OnAlias(const YAML::Mark &mark, YAML::anchor_t anchor) override
    {
        const auto found = m_anchors.find(anchor);
        if (found == m_anchors.end())
            throw YAML::ParserException(mark, "an alias inside of its own anchor");
        count(nodeCount(found->second), mark);
        complete(found->second, 0, mark);
    }

    void OnScalar(const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor,
                  const std::string &value) override
    {
        YamlNode node = started(YamlNode::Kind::Scalar, mark, tag);
        node.text = QString::fromStdString(value);
        complete(std::move(node), anchor, mark);
    }

    void OnSequenceStart(const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor,
                         YAML::EmitterStyle::value) override
    {
        m_open.push_back({started(YamlNode::Kind::Sequence, mark, tag), anchor, mark, {}, {}});
    }

    void OnSequenceEnd() override { closeLast(); }

    void OnMapStart(const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor,
                    YAML::EmitterStyle::value) override
    {
        m_open.push_back({started(YamlNode::Kind::Mapping, mark, tag), anchor, mark, {}, {}});
    }

    void OnMapEnd() override
    {
        Open &open = m_open.back();
        for (YamlNode &merged : open.merges) {
            for (YamlMember &member : merged.members) {
                if (!findMember(open.node, member.key))
                    open.node.members.push_back(std::move(member));
            }
        }
        closeLast();
    }

private:
    struct Open
    {
        YamlNode node;
        YAML::anchor_t anchor = 0;
        YAML::Mark mark;
        std::optional<YamlNode> key; ///< read, and its value comes next
        std::vector<YamlNode> merges; ///< mappings given with "<<"
    };

    std::vector<Open> m_open;
    std::map<YAML::anchor_t, YamlNode> m_anchors;
    std::size_t m_count = 0;

    static int lineOf(const YAML::Mark &mark) { return mark.line + 1; }

    static YamlNode started(YamlNode::Kind kind, const YAML::Mark &mark, const std::string &tag)
    {
        YamlNode node;
        node.kind = kind;
        node.line = lineOf(mark);
        // yaml-cpp's tag of a plain value is "?" (or empty), that of a quoted one is "!".
        node.isQuoted = tag == "!" || tag == "tag:yaml.org,2002:str";
        if (tag.size() > 1 && tag.front() == '!')
            node.tag = QString::fromStdString(tag);
        return node;
    }

    void count(std::size_t nodes, const YAML::Mark &mark)
    {
        m_count += nodes;
        if (m_count > MostYamlNodes)
            throw YAML::ParserException(mark, "too many values");
    }

    void closeLast()
    {
        Open open = std::move(m_open.back());
        m_open.pop_back();
        complete(std::move(open.node), open.anchor, open.mark);
    }

    void complete(YamlNode node, YAML::anchor_t anchor, const YAML::Mark &mark)
    {
        count(1, mark);
        if (anchor != 0)
            m_anchors[anchor] = node;
        if (m_open.empty())
            document.root = std::move(node);
        else if (m_open.back().node.kind == YamlNode::Kind::Sequence)
            m_open.back().node.items.push_back(std::move(node));
        else if (!m_open.back().key)
            takeKey(std::move(node), mark);
        else
            takeValue(std::move(node));
    }

    void takeKey(YamlNode key, const YAML::Mark &mark)
    {
        if (key.kind == YamlNode::Kind::Sequence || key.kind == YamlNode::Kind::Mapping)
            throw YAML::ParserException(mark, "a key that is not a text");
        m_open.back().key = std::move(key);
    }

    void takeValue(YamlNode value)
    {
        Open &open = m_open.back();
        const YamlNode key = *std::exchange(open.key, std::nullopt);
        if (key.text == QLatin1String("<<") && !key.isQuoted) {
            if (value.kind == YamlNode::Kind::Mapping)
                open.merges.push_back(std::move(value));
            else
                std::move(value.items.begin(), value.items.end(), std::back_inserter(open.merges));
            return;
        }
        if (YamlMember *earlier = findMember(open.node, key.text)) {
            document.duplicates.push_back({key.text, key.line});
            *earlier = {key.text, key.line, std::move(value)};
        } else {
            open.node.members.push_back({key.text, key.line, std::move(value)});
        }
    }
};

} // namespace

const YamlNode *YamlNode::member(QStringView key) const
{
    for (const YamlMember &member : members) {
        if (member.key == key)
            return &member.value;
    }
    return nullptr;
}

Result<YamlDocument> parseYaml(QByteArrayView text)
{
    try {
        std::istringstream stream(std::string(text.begin(), text.end()));
        YAML::Parser parser(stream);
        TreeBuilder builder;
        parser.HandleNextDocument(builder);
        return std::move(builder.document);
    } catch (const YAML::Exception &error) {
        TextPosition position;
        if (!error.mark.is_null())
            position = positionOf(text, error.mark.pos);
        return failure(Error::Code::InvalidYaml, QString::fromStdString(error.msg), position);
    } catch (const std::exception &error) {
        return failure(Error::Code::InvalidYaml, QString::fromUtf8(error.what()), TextPosition{});
    }
}

} // namespace coldframe
