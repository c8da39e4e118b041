// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/timeline/timeline.h"

#include <QColor>
#include <QWidget>

#include <vector>

namespace coldframe {

/// Says which colour means what, for what occurs in a timeline only. Breaks into lines when it is
/// narrow.
class TimelineLegend : public QWidget
{
    Q_OBJECT

public:
    explicit TimelineLegend(QWidget *parent = nullptr);

    void setTimeline(const Timeline &timeline);

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    struct Entry
    {
        QColor colour; ///< not valid: the caption of a group
        QString text;
        bool isHatched = false;
    };

    std::vector<QRect> places(int width) const;
    int entryWidth(const Entry &entry) const;
    int groupWidth(std::size_t caption) const;
    void makeEntries();

    std::vector<PhaseKind> m_phases;
    bool m_hasExtensions = false;
    std::vector<ImportOrigin> m_origins;
    std::vector<Entry> m_entries;
};

} // namespace coldframe
