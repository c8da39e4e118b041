// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/htmldocument.h"
#include "report/tuningreport.h"
#include "wording/figures.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace coldframe {

namespace {

struct TuningPicture
{
    Q_DECLARE_TR_FUNCTIONS(TuningPicture)
};

constexpr double Width = 1040;
constexpr double Height = 320;
constexpr double Left = 76;
constexpr double Right = Width - 84;
constexpr double Top = 34;
constexpr double Bottom = Height - 36;
constexpr int GridLines = 4;

QByteArray coordinate(double value)
{
    return QByteArray::number(value, 'f', 1);
}

/// For the height of a point only; no amount is made of it.
double heightOfMoney(Money amount)
{
    return amount.exactText().toDouble();
}

QByteArray label(const char *cssClass, double x, double y, const char *anchor, const QString &text)
{
    return QByteArray("<text class=\"") + cssClass + "\" x=\"" + coordinate(x) + "\" y=\""
        + coordinate(y) + "\" text-anchor=\"" + anchor + "\">" + htmlText(text) + "</text>\n";
}

/// Sizes have the same distance: each is about twice the one before.
double xOf(std::size_t index, std::size_t count)
{
    if (count < 2)
        return (Left + Right) / 2;
    return Left + (Right - Left) * static_cast<double>(index) / static_cast<double>(count - 1);
}

double yOf(double value, double largest)
{
    return largest > 0 ? Bottom - (Bottom - Top) * value / largest : Bottom;
}

/// The smallest of 1, 2 and 5 times a power of ten that is no less.
double roundUp(double value)
{
    if (value <= 0)
        return 1;
    const double power = std::pow(10, std::floor(std::log10(value)));
    for (const double step : {1.0, 2.0, 5.0}) {
        if (value <= step * power * 1.0000001)
            return step * power;
    }
    return 10 * power;
}

QByteArray curve(const char *cssClass, const std::vector<double> &values, double largest)
{
    QByteArray points;
    for (std::size_t i = 0; i < values.size(); ++i)
        points
            += coordinate(xOf(i, values.size())) + ',' + coordinate(yOf(values[i], largest)) + ' ';
    return QByteArray("<polyline class=\"") + cssClass + "\" points=\"" + points.trimmed()
        + "\"/>\n";
}

} // namespace

QByteArray tuningPicture(const TuningResult &result, const QLocale &locale)
{
    const std::size_t count = result.sizes.size();
    std::vector<double> durations;
    std::vector<double> costs;
    double longest = 0;
    for (const TunedSize &size : result.sizes) {
        durations.push_back(static_cast<double>(size.predicted.count()));
        costs.push_back(heightOfMoney(size.cost));
        longest = std::max(longest, durations.back());
        if (size.measured)
            longest = std::max(longest, static_cast<double>(size.measured->longest.count()));
    }
    const double durationTop = roundUp(longest);
    const double costTop
        = costs.empty() ? 0 : roundUp(*std::max_element(costs.begin(), costs.end()) * 1e6) / 1e6;
    const bool hasCosts = costTop > 0 && heightOfMoney(result.sizes.back().cost) > 0;

    QByteArray picture = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 "
        + QByteArray::number(Width) + ' ' + QByteArray::number(Height)
        + "\" role=\"img\" aria-label=\""
        + htmlText(TuningPicture::tr("Duration and cost by memory size")) + "\">\n";
    for (int line = 0; line <= GridLines; ++line) {
        const double part = static_cast<double>(line) / GridLines;
        const double y = yOf(part, 1);
        picture += "<line class=\"tick\" x1=\"" + coordinate(Left) + "\" x2=\"" + coordinate(Right)
            + "\" y1=\"" + coordinate(y) + "\" y2=\"" + coordinate(y) + "\"/>\n";
        picture += label(
            "axis", Left - 8, y + 4, "end",
            formatDuration(std::chrono::nanoseconds(std::llround(durationTop * part)), locale));
        if (hasCosts)
            picture += label("axis", Right + 8, y + 4, "start",
                             QStringLiteral("$") + locale.toString(costTop * part * 1e6, 'g', 3));
    }
    picture += label("name", Left, Top - 16, "start", TuningPicture::tr("Duration"));
    if (hasCosts) {
        picture += label("name", Right, Top - 16, "end", TuningPicture::tr("Cost of a million"));
        picture += curve("predictedCost", costs, costTop);
    }
    picture += curve("predicted", durations, durationTop);
    for (std::size_t i = 0; i < count; ++i) {
        const TunedSize &size = result.sizes[i];
        const double x = xOf(i, count);
        picture += label("axis", x, Bottom + 20, "middle", formatMebiBytes(size.memory, locale));
        if (!size.measured)
            continue;
        const auto at = [durationTop](std::chrono::nanoseconds time) {
            return yOf(static_cast<double>(time.count()), durationTop);
        };
        const MeasuredSize &measured = *size.measured;
        picture += "<line class=\"spread\" x1=\"" + coordinate(x) + "\" x2=\"" + coordinate(x)
            + "\" y1=\"" + coordinate(at(measured.shortest)) + "\" y2=\""
            + coordinate(at(measured.longest)) + "\"/>\n";
        picture += "<circle class=\"measured\" cx=\"" + coordinate(x) + "\" cy=\""
            + coordinate(at(measured.mean)) + "\" r=\"5\"><title>"
            + htmlText(formatDuration(measured.mean, locale)) + "</title></circle>\n";
    }
    return picture + "</svg>\n";
}

} // namespace coldframe
