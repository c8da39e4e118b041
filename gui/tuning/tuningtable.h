// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tuning/tuningevaluation.h"

#include <QTableWidget>

namespace coldframe {

/// A row for each memory size: what was predicted, measured and what it costs. Copy takes the
/// selected rows as text.
class TuningTable final : public QTableWidget
{
    Q_OBJECT

public:
    enum Column { Size, Predicted, Measured, OffBy, OnLambda, PerMillion, Remark };

    explicit TuningTable(QWidget *parent = nullptr);

    void setResult(const TuningPlan &plan, const TuningResult &result);

    /// Index of the selected size, or -1.
    int selectedSize() const;
    void selectSize(int index);

Q_SIGNALS:
    void selectedSizeChanged();
    /// Enter or a double click.
    void sizeActivated(int index);

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void fill(int row, const TuningPlan &plan, const TuningResult &result);
    void applyColours();
    void copySelection() const;
};

} // namespace coldframe
