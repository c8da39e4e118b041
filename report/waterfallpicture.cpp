// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/waterfallpicture.h"

#include "core/lambda/recordjson.h"
#include "core/timeline/lanelayout.h"
#include "report/htmldocument.h"
#include "wording/figures.h"
#include "wording/handlerspantext.h"
#include "wording/phasetext.h"

#include <QCoreApplication>

#include <algorithm>
#include <map>
#include <set>

namespace coldframe {

namespace {

struct WaterfallPicture
{
    Q_DECLARE_TR_FUNCTIONS(WaterfallPicture)
};

using Nanoseconds = std::chrono::nanoseconds;

constexpr int LaneHeight = 20;
constexpr int LaneGap = 2;
constexpr int TitleHeight = 22;
constexpr int AxisHeight = 22;
constexpr double NarrowestLabel = 34;
constexpr double LetterWidth = 6.4; ///< about, in the font of the picture
constexpr int MostImportLanes = 24; ///< deeper ones are not drawn; the table has them

/// A stretch of time with all that is shown of it.
struct Stretch
{
    Nanoseconds begin{};
    Nanoseconds duration{};
    QString label;
    QString cssClass;
};

using Lane = std::vector<Stretch>;

QString originClass(ImportOrigin origin)
{
    switch (origin) {
    case ImportOrigin::Function:
        return QStringLiteral("function");
    case ImportOrigin::Dependency:
        return QStringLiteral("dependency");
    case ImportOrigin::StandardLibrary:
        return QStringLiteral("standardLibrary");
    }
    return {};
}

/// Puts stretches that have time in common into lanes of their own.
void addLanes(std::vector<Lane> &lanes, Lane stretches)
{
    std::stable_sort(stretches.begin(), stretches.end(),
                     [](const Stretch &a, const Stretch &b) { return a.begin < b.begin; });
    std::vector<Lane> own;
    for (Stretch &stretch : stretches) {
        const auto free = std::find_if(own.begin(), own.end(), [&stretch](const Lane &lane) {
            return lane.back().begin + lane.back().duration <= stretch.begin;
        });
        if (free == own.end())
            own.push_back({std::move(stretch)});
        else
            free->push_back(std::move(stretch));
    }
    std::move(own.begin(), own.end(), std::back_inserter(lanes));
}

std::vector<Lane> lanesOf(const InvocationRecord &record)
{
    std::vector<Lane> lanes;
    Lane phases;
    for (const Phase &phase : record.phases)
        phases.push_back(
            {phase.begin, phase.duration, phaseText(phase.kind), phaseName(phase.kind)});
    lanes.push_back(std::move(phases));

    std::map<int, Lane> imports;
    for (const ImportSpan &import : record.imports) {
        if (import.depth < MostImportLanes)
            imports[import.depth].push_back(
                {import.begin, import.duration, import.module, originClass(import.origin)});
    }
    for (auto &[depth, stretches] : imports)
        addLanes(lanes, std::move(stretches));

    Lane spans;
    for (const HandlerSpan &span : record.spans)
        spans.push_back(
            {span.begin, span.duration, handlerSpanTitle(span), QStringLiteral("span")});
    addLanes(lanes, std::move(spans));
    return lanes;
}

Nanoseconds endOf(const std::vector<Lane> &lanes)
{
    Nanoseconds end{};
    for (const Lane &lane : lanes) {
        for (const Stretch &stretch : lane)
            end = std::max(end, stretch.begin + stretch.duration);
    }
    return end;
}

QByteArray number(double value)
{
    return QByteArray::number(value, 'f', 1);
}

/// Draws what belongs to one picture.
class Drawing
{
public:
    Drawing(const QLocale &locale, const WaterfallStyle &style)
        : m_locale(locale)
        , m_style(style)
    { }

    QByteArray bar(const Lane &lane, const Bar &bar, int y) const;
    QByteArray title(const QString &text, int y) const;
    QByteArray axis(const TimeScale &scale, int height) const;

private:
    QByteArray classes(const QString &cssClass, const char *property = "fill") const
    {
        QByteArray markup = " class=\"" + cssClass.toLatin1() + '"';
        if (m_style.colourOf)
            markup
                += QByteArray(" ") + property + "=\"" + m_style.colourOf(cssClass).toLatin1() + '"';
        return markup;
    }

    const QLocale &m_locale;
    const WaterfallStyle &m_style;
};

QByteArray Drawing::bar(const Lane &lane, const Bar &bar, int y) const
{
    const Stretch &shown = lane[static_cast<std::size_t>(bar.longest)];
    Nanoseconds together{};
    for (int i = bar.first; i <= bar.last; ++i)
        together += lane[static_cast<std::size_t>(i)].duration;
    const QString label = bar.count() == 1
        ? shown.label
        : WaterfallPicture::tr("%1 and %n more", nullptr, bar.count() - 1).arg(shown.label);
    QByteArray markup = "<g><title>" + htmlText(label) + ": "
        + htmlText(formatDuration(together, m_locale)) + "</title><rect" + classes(shown.cssClass)
        + " x=\"" + number(bar.x) + "\" y=\"" + QByteArray::number(y) + "\" width=\""
        + number(std::max(bar.width - 1, 1.0)) + "\" height=\"" + QByteArray::number(LaneHeight)
        + "\" rx=\"2\"/>";
    if (bar.width >= NarrowestLabel) {
        const auto room = static_cast<qsizetype>((bar.width - 8) / LetterWidth);
        const QString text
            = label.size() <= room ? label : label.left(std::max<qsizetype>(room - 1, 1)) + u'…';
        markup += "<text" + classes(QStringLiteral("text")) + " x=\"" + number(bar.x + 4)
            + "\" y=\"" + QByteArray::number(y + LaneHeight - 6) + "\">" + htmlText(text)
            + "</text>";
    }
    return markup + "</g>\n";
}

QByteArray Drawing::title(const QString &text, int y) const
{
    return "<text" + classes(QStringLiteral("name")) + " x=\"0\" y=\""
        + QByteArray::number(y + TitleHeight - 8) + "\">" + htmlText(text) + "</text>\n";
}

QByteArray Drawing::axis(const TimeScale &scale, int height) const
{
    QByteArray markup;
    constexpr double smallestDistance = 90;
    for (const Tick &tick : axisOf(scale, smallestDistance).ticks) {
        const bool isLast = tick.x > scale.width() - smallestDistance / 2;
        markup += "<line" + classes(QStringLiteral("tick"), "stroke") + " x1=\"" + number(tick.x)
            + "\" x2=\"" + number(tick.x) + "\" y1=\"0\" y2=\"" + QByteArray::number(height)
            + "\"/>";
        markup += "<text" + classes(QStringLiteral("axis")) + " x=\""
            + number(isLast ? tick.x - 3 : tick.x + 3) + "\" y=\""
            + QByteArray::number(height + AxisHeight - 8) + "\""
            + (isLast ? " text-anchor=\"end\"" : "") + '>'
            + htmlText(formatDuration(tick.time, m_locale)) + "</text>\n";
    }
    return markup;
}

} // namespace

QByteArray waterfallPicture(const std::vector<WaterfallRow> &rows, const QLocale &locale,
                            const WaterfallStyle &style)
{
    std::vector<std::vector<Lane>> all;
    Nanoseconds end{};
    for (const WaterfallRow &row : rows) {
        all.push_back(lanesOf(row.record));
        end = std::max(end, endOf(all.back()));
    }
    const TimeScale scale(end, style.width);
    const Drawing drawing(locale, style);

    QByteArray bars;
    int y = 0;
    for (std::size_t run = 0; run < rows.size(); ++run) {
        if (!rows[run].title.isEmpty()) {
            bars += drawing.title(rows[run].title, y);
            y += TitleHeight;
        }
        for (const Lane &lane : all[run]) {
            std::vector<LaneSpan> spans;
            for (std::size_t i = 0; i < lane.size(); ++i)
                spans.push_back({lane[i].begin, lane[i].duration, static_cast<int>(i)});
            for (const Bar &bar : layOutLane(spans, scale))
                bars += drawing.bar(lane, bar, y);
            y += LaneHeight + LaneGap;
        }
    }
    const QByteArray size = number(style.width) + ' ' + QByteArray::number(y + AxisHeight);
    return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + size
        + "\" font-family=\"sans-serif\" font-size=\"11\" role=\"img\" aria-label=\""
        + htmlText(WaterfallPicture::tr("Where the time went")) + "\">\n" + drawing.axis(scale, y)
        + bars + "</svg>\n";
}

QByteArray waterfallLegend(const std::vector<WaterfallRow> &rows)
{
    std::vector<std::pair<QString, QString>> entries; // class and text, in the order of appearance
    std::set<QString> known;
    const auto add = [&](const QString &cssClass, const QString &text) {
        if (known.insert(cssClass).second)
            entries.emplace_back(cssClass, text);
    };
    for (const WaterfallRow &row : rows) {
        for (const Phase &phase : row.record.phases)
            add(phaseName(phase.kind), phaseText(phase.kind));
    }
    for (const WaterfallRow &row : rows) {
        for (const ImportSpan &import : row.record.imports)
            add(originClass(import.origin),
                WaterfallPicture::tr("Import: %1").arg(originText(import.origin)));
    }
    for (const WaterfallRow &row : rows) {
        if (!row.record.spans.empty())
            add(QStringLiteral("span"), WaterfallPicture::tr("Span inside the handler"));
    }
    QByteArray markup = "<ul class=\"legend\">\n";
    for (const auto &[cssClass, text] : entries)
        markup += "<li><svg viewBox=\"0 0 12 12\"><rect class=\"" + cssClass.toLatin1()
            + "\" width=\"12\" height=\"12\" rx=\"2\"/></svg>" + htmlText(text) + "</li>\n";
    return markup + "</ul>\n";
}

} // namespace coldframe
