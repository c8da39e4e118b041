// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/invoker/burststatistics.h"

#include <QWidget>

#include <vector>

class QGridLayout;
class QLabel;

namespace coldframe {

/// The figures of a burst, a caption over each, in as many columns as there is room for.
class BurstFigures final : public QWidget
{
    Q_OBJECT

public:
    explicit BurstFigures(QWidget *parent = nullptr);

    void setStatistics(const BurstStatistics &statistics, int planned);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    struct Figure
    {
        QWidget *cell;
        QLabel *caption;
        QLabel *value;
    };
    QLabel *add(const char *name, const QString &caption, const QString &toolTip = {});
    int columnsIn(int width) const;
    int cellWidth() const;
    int heightIn(int width) const;
    void arrange();
    void applyColours();

    QGridLayout *m_grid;
    std::vector<Figure> m_figures;
    int m_columns = 0;
    QLabel *m_sent, *m_succeeded, *m_failed, *m_throttled, *m_cold, *m_held, *m_most, *m_p50,
        *m_p90, *m_p99, *m_longest, *m_duration;
};

/// "429" with each reason and its count, a line each; empty without throttles.
QStringList throttleLines(const BurstStatistics &statistics);

} // namespace coldframe
