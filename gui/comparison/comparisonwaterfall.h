// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/comparisonreport.h"

#include <QWidget>

class QSvgRenderer;

namespace coldframe {

/// The picture of two runs on one axis, as wide as there is room and in the colours of the theme.
class ComparisonWaterfall final : public QWidget
{
    Q_OBJECT

public:
    explicit ComparisonWaterfall(QWidget *parent = nullptr);

    void setRuns(const NamedRuns &left, const NamedRuns &right);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void draw();

    NamedRuns m_left;
    NamedRuns m_right;
    QSvgRenderer *m_picture;
};

} // namespace coldframe
