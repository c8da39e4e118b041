// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QFontMetrics>
#include <QWidget>

#include <vector>

class QPainter;

namespace coldframe {

/// In percent of the fill's colour, as QColor::darker() takes it.
inline constexpr int HatchDarkness = 135;

/// Says which colour means what in a painted widget. Breaks into lines when it is narrow.
class ColourLegend : public QWidget
{
    Q_OBJECT

public:
    struct Entry
    {
        QColor colour; ///< not valid: the caption of a group
        QString text;
        bool isHatched = false;
        bool isDot = false; ///< a mark instead of an area
    };

    explicit ColourLegend(QWidget *parent = nullptr);

    void setEntries(std::vector<Entry> entries);

    /// The same for a picture that no widget shows.
    static int heightOf(const std::vector<Entry> &entries, const QFontMetrics &metrics, int width);
    static void paint(QPainter &painter, const std::vector<Entry> &entries, const QRect &place,
                      const QPalette &palette);

    /// What all entries need side by side.
    int lineWidth() const;

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    std::vector<Entry> m_entries;
};

} // namespace coldframe
