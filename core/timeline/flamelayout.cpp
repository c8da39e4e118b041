// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/timeline/flamelayout.h"

#include "core/timeline/timelinesearch.h"

#include <QHash>

#include <algorithm>
#include <tuple>

namespace coldframe {

namespace {

constexpr int Root = 0;
constexpr int KindCount = static_cast<int>(LaneKind::Trace) + 1;

FlameNode nodeFor(TimelinePart part, int parent, std::chrono::nanoseconds begin,
                  std::chrono::nanoseconds duration, std::chrono::nanoseconds self)
{
    FlameNode node;
    node.part = part;
    node.parent = parent;
    node.begin = begin;
    node.duration = duration;
    node.self = self;
    return node;
}

/// What the lanes are made from, with the figures of the whole.
Timeline withoutLanes(const Timeline &timeline)
{
    Timeline graph;
    graph.phases = timeline.phases;
    graph.imports = timeline.imports;
    graph.handlerRun = timeline.handlerRun;
    graph.spans = timeline.spans;
    graph.total = timeline.total;
    graph.extent = timeline.total;
    graph.sandbox = timeline.sandbox;
    graph.init = timeline.init;
    graph.restore = timeline.restore;
    graph.invoke = timeline.invoke;
    graph.initInsideInvoke = timeline.initInsideInvoke;
    graph.flameOfImport.assign(timeline.imports.size(), -1);
    return graph;
}

std::chrono::nanoseconds phasesOf(const Timeline &timeline)
{
    return timeline.sandbox + timeline.init + timeline.restore + timeline.invoke;
}

bool overlapsAny(const std::vector<LaneSpan> &sorted, const LaneSpan &span)
{
    const auto after = std::lower_bound(
        sorted.begin(), sorted.end(), span.begin,
        [](const LaneSpan &each, std::chrono::nanoseconds at) { return each.end() <= at; });
    return after != sorted.end() && after->begin < span.end();
}

/// The lanes are those of the timeline already, with the whole above and what the handler did in
/// the same rows as what it imported.
Timeline timeOrdered(const Timeline &timeline)
{
    Timeline graph = withoutLanes(timeline);
    const std::chrono::nanoseconds phases = phasesOf(timeline);
    graph.flame.push_back(nodeFor({LaneKind::Whole, 0}, -1, {}, timeline.total,
                                  std::max(timeline.total - phases, {})));
    graph.lanes.push_back({{{}, timeline.total, Root}});

    const auto add = [&](std::size_t row, TimelinePart part, const LaneSpan &span,
                         std::chrono::nanoseconds self) {
        if (row >= graph.lanes.size())
            graph.lanes.resize(row + 1);
        const int node = static_cast<int>(graph.flame.size());
        if (part.kind == LaneKind::Imports)
            graph.flameOfImport[std::size_t(part.index)] = node;
        graph.flame.push_back(nodeFor(part, Root, span.begin, span.duration, self));
        graph.lanes[row].push_back({span.begin, span.duration, node});
    };
    for (const LaneSpan &span : timeline.lanes.front())
        add(1, {LaneKind::Phases, span.index}, span, span.duration);
    const int importsBegin = timeline.extensionLanes + 1;
    const int handlerBegin = importsBegin + timeline.importLanes();
    const int end = handlerBegin + timeline.handlerLanes + timeline.spanLanes;
    for (int lane = importsBegin; lane < handlerBegin; ++lane) {
        for (const LaneSpan &span : timeline.lanes[static_cast<std::size_t>(lane)])
            add(static_cast<std::size_t>(2 + lane - importsBegin), {LaneKind::Imports, span.index},
                span, timeline.imports[std::size_t(span.index)].self);
    }
    // Below the phase, too; a span of the init phase has imports there and goes further down.
    struct Waiting
    {
        std::size_t row;
        TimelinePart part;
        LaneSpan span;
    };
    std::vector<Waiting> waiting;
    for (int lane = handlerBegin; lane < end; ++lane) {
        for (const LaneSpan &span : timeline.lanes[static_cast<std::size_t>(lane)])
            waiting.push_back({static_cast<std::size_t>(2 + lane - handlerBegin),
                               {timeline.kindOf(lane), span.index},
                               span});
    }
    std::stable_sort(waiting.begin(), waiting.end(), [](const Waiting &left, const Waiting &right) {
        return left.span.begin < right.span.begin;
    });
    const std::vector<std::vector<LaneSpan>> imports = graph.lanes;
    std::vector<std::chrono::nanoseconds> free; // of each row: the end of the last span
    for (const Waiting &each : waiting) {
        std::size_t row = each.row;
        while ((row < imports.size() && overlapsAny(imports[row], each.span))
               || (row < free.size() && free[row] > each.span.begin))
            ++row;
        if (row >= free.size())
            free.resize(row + 1);
        free[row] = each.span.end();
        add(row, each.part, each.span, each.span.duration);
    }
    for (auto &row : graph.lanes)
        std::stable_sort(row.begin(), row.end(), [](const LaneSpan &left, const LaneSpan &right) {
            return left.begin < right.begin;
        });
    return graph;
}

/// Merges equal stacks; widths are added up from what each box took itself.
class FlameMerger
{
public:
    explicit FlameMerger(const Timeline &timeline)
        : m_timeline(timeline)
        , m_graph(withoutLanes(timeline))
    { }

    Timeline merge()
    {
        m_graph.flame.push_back(nodeFor({LaneKind::Whole, 0}, -1, {}, {}, {}));
        m_longest.push_back({});
        m_depth.push_back(0);
        for (std::size_t i = 0; i < m_timeline.phases.size(); ++i) {
            const Phase &phase = m_timeline.phases[i];
            m_phaseNodes.push_back(nodeBelow(Root, {LaneKind::Phases, static_cast<int>(i)},
                                             static_cast<int>(phase.kind), phase.duration));
            own(m_phaseNodes.back()) += phase.duration;
        }
        mergeImports();
        mergeSpans();
        addUp();
        layOut();
        return std::move(m_graph);
    }

private:
    std::chrono::nanoseconds &own(int node) { return m_graph.flame[std::size_t(node)].self; }

    int numberOf(const QString &name)
    {
        const auto known = m_names.constFind(name);
        return known != m_names.cend() ? *known
                                       : *m_names.insert(name, static_cast<int>(m_names.size()));
    }

    /// Parts of one kind below one node are equal when their names are; a name is a number here.
    int nodeBelow(int parent, TimelinePart part, int name, std::chrono::nanoseconds duration)
    {
        const auto below = quint64(quint32(name * KindCount + static_cast<int>(part.kind)));
        int &known = m_nodes[quint64(quint32(parent)) << 32 | below]; // 0 is the whole
        if (known == 0) {
            const auto node = static_cast<int>(m_graph.flame.size());
            known = node;
            m_graph.flame.push_back(nodeFor(part, parent, {}, {}, {}));
            m_longest.push_back(duration);
            m_depth.push_back(m_depth[std::size_t(parent)] + 1);
            return node;
        }
        FlameNode &node = m_graph.flame[std::size_t(known)];
        ++node.count;
        if (duration > m_longest[std::size_t(known)]) {
            m_longest[std::size_t(known)] = duration;
            node.part = part;
        }
        return known;
    }

    /// The node of the phase in which an instant lies, else the whole's.
    int phaseAt(std::chrono::nanoseconds instant) const
    {
        const auto after = std::upper_bound(
            m_timeline.phases.begin(), m_timeline.phases.end(), instant,
            [](std::chrono::nanoseconds at, const Phase &phase) { return at < phase.begin; });
        return after == m_timeline.phases.begin()
            ? Root
            : m_phaseNodes[std::size_t(after - m_timeline.phases.begin() - 1)];
    }

    void take(int phase, std::chrono::nanoseconds duration)
    {
        if (phase != Root)
            own(phase) = std::max(own(phase) - duration, std::chrono::nanoseconds::zero());
    }

    void mergeImports()
    {
        std::vector<int> stack; // of indices: each imports the next one
        for (std::size_t i = 0; i < m_timeline.imports.size(); ++i) {
            const ImportSpan &import = m_timeline.imports[i];
            while (!stack.empty()
                   && m_timeline.imports[std::size_t(stack.back())].depth >= import.depth)
                stack.pop_back();
            const int phase = phaseAt(import.begin);
            const int parent
                = stack.empty() ? phase : m_graph.flameOfImport[std::size_t(stack.back())];
            // No deeper than there are lanes; the rest counts for the box above.
            const int node = m_depth[std::size_t(parent)] + 1 < LargestLaneCount
                ? nodeBelow(parent, {LaneKind::Imports, static_cast<int>(i)},
                            numberOf(import.module), import.duration)
                : parent;
            own(node) += import.self;
            take(phase, import.self);
            m_graph.flameOfImport[i] = node;
            stack.push_back(static_cast<int>(i));
        }
    }

    /// The handler's node and its stretch of time; spans that begin in it lie below it.
    void mergeSpans()
    {
        int handler = -1;
        const std::optional<HandlerRun> &run = m_timeline.handlerRun;
        if (run) {
            const int phase = phaseAt(run->begin);
            handler = nodeBelow(phase, {LaneKind::Handler, 0}, 0, run->duration);
            own(handler) += run->duration;
            take(phase, run->duration);
        }
        std::chrono::nanoseconds covered{};
        for (std::size_t i = 0; i < m_timeline.spans.size(); ++i) {
            const HandlerSpan &span = m_timeline.spans[i];
            const bool isInHandler
                = run && span.begin >= run->begin && span.begin <= run->begin + run->duration;
            const int above = isInHandler ? handler : phaseAt(span.begin);
            const auto end = span.begin + span.duration;
            const auto free
                = std::max(end - std::max(span.begin, covered), std::chrono::nanoseconds::zero());
            // No more than is left there, so that what is above is as wide as it was.
            const auto counted = above == Root ? free : std::min(free, own(above));
            covered = std::max(covered, end);
            const int node = nodeBelow(above, {LaneKind::Spans, static_cast<int>(i)},
                                       numberOf(nameOfSpan(span)), span.duration);
            own(node) += counted;
            take(above, counted);
        }
    }

    /// Parents come before their children.
    void addUp()
    {
        for (std::size_t i = m_graph.flame.size(); i-- > 0;) {
            FlameNode &node = m_graph.flame[i];
            node.duration += node.self;
            if (node.parent >= 0)
                m_graph.flame[std::size_t(node.parent)].duration += node.duration;
        }
        m_graph.total = m_graph.flame.front().duration;
        m_graph.extent = m_graph.total;
        m_graph.isSum = true;
    }

    /// Row by row: the boxes below one box lie beside each other, the longest one at the left.
    void layOut()
    {
        struct Place
        {
            std::size_t parentPlace; ///< in the row above
            std::chrono::nanoseconds duration;
            int node;
        };
        const auto deepest = std::max_element(m_depth.begin(), m_depth.end());
        std::vector<std::vector<Place>> rows(static_cast<std::size_t>(*deepest) + 1);
        for (std::size_t i = 0; i < m_graph.flame.size(); ++i)
            rows[static_cast<std::size_t>(m_depth[i])].push_back(
                {0, m_graph.flame[i].duration, static_cast<int>(i)});
        m_graph.lanes.reserve(rows.size());
        std::vector<std::size_t> placeOf(m_graph.flame.size());
        for (std::vector<Place> &row : rows) {
            for (Place &each : row) {
                const int parent = m_graph.flame[std::size_t(each.node)].parent;
                each.parentPlace = parent < 0 ? 0 : placeOf[std::size_t(parent)];
            }
            std::sort(row.begin(), row.end(), [](const Place &left, const Place &right) {
                return std::tie(left.parentPlace, right.duration, left.node)
                    < std::tie(right.parentPlace, left.duration, right.node);
            });
            std::vector<LaneSpan> &lane = m_graph.lanes.emplace_back();
            lane.reserve(row.size());
            int parent = -1;
            std::chrono::nanoseconds begin{};
            for (std::size_t i = 0; i < row.size(); ++i) {
                FlameNode &node = m_graph.flame[std::size_t(row[i].node)];
                if (node.parent != parent) {
                    parent = node.parent;
                    begin = m_graph.flame[std::size_t(parent)].begin;
                }
                node.begin = begin;
                begin += node.duration;
                placeOf[std::size_t(row[i].node)] = i;
                lane.push_back({node.begin, node.duration, row[i].node});
            }
        }
    }

    const Timeline &m_timeline;
    Timeline m_graph;
    QHash<QString, int> m_names;
    QHash<quint64, int> m_nodes; ///< by parent, and name with kind
    std::vector<std::chrono::nanoseconds> m_longest; ///< of each node, what its part took
    std::vector<int> m_depth;
    std::vector<int> m_phaseNodes;
};

} // namespace

Timeline flameOf(const Timeline &timeline, FlameOrder order)
{
    if (timeline.isEmpty() || timeline.isTrace())
        return timeline;
    switch (order) {
    case FlameOrder::Time:
        return timeOrdered(timeline);
    case FlameOrder::LeftHeavy:
        return FlameMerger(timeline).merge();
    }
    return {};
}

} // namespace coldframe
