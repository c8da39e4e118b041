// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/invoker/burststatistics.h"

#include <QWidget>

namespace coldframe {

/// Draws the course of a burst: how many invocations were under way as steps, and below them how
/// many cold starts and throttles there were, stacked. Pointer and arrow keys read a stretch of it.
class BurstChart final : public QWidget
{
    Q_OBJECT

public:
    explicit BurstChart(QWidget *parent = nullptr);

    /// The time that is drawn is at least that of the plan; running: there is more to come.
    void setSeries(const BurstSeries &series, std::chrono::nanoseconds duration);

    /// What is drawn: stretches of at least three pixels.
    const std::vector<BurstBucket> &stretches() const { return m_stretches; }

    /// Index of the stretch under x, or -1.
    int stretchAt(int x) const;

    /// The figures of a stretch.
    QString textOf(int stretch) const;

    /// By the arrow keys; -1 for none.
    int selected() const { return m_selected; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// The figures of the stretch under the pointer, else of the selected one, else empty.
    void detailsChanged(const QString &details);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    bool event(QEvent *event) override;

private:
    QRect plot() const; ///< of the steps
    QRect strip() const; ///< of the counts
    int gutter() const;
    double xOf(std::size_t stretch) const;
    void relayOut();
    void select(int stretch);
    void setHovered(int stretch);
    void tellDetails();
    void drawAxes(class QPainter &painter);
    void drawSteps(QPainter &painter);
    void drawCounts(QPainter &painter);

    BurstSeries m_series;
    std::chrono::nanoseconds m_duration{};
    std::vector<BurstBucket> m_stretches;
    std::chrono::nanoseconds m_stretch{1}; ///< time of one
    double m_pixels = 1; ///< of one
    int m_selected = -1;
    int m_hovered = -1;
};

/// A whole number of lines for an axis that reaches highest, at most five: 1, 2 or 5 times a power
/// of ten apart.
int niceCountStep(int highest);

} // namespace coldframe
