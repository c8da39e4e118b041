// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "wording/forecastsheet.h"

#include <QTreeWidget>

namespace coldframe {

/// Rows of figures that open to the formulas behind them. As high as its rows, so that what is
/// around it scrolls; Ctrl+C copies the current row with its formulas.
class ForecastTree : public QTreeWidget
{
    Q_OBJECT

public:
    /// The first column is for names and takes the width that is left, the others hold figures.
    explicit ForecastTree(const QStringList &titles, QWidget *parent = nullptr);

    /// Rows that are open or current stay it by their key.
    void begin();
    void addRow(const QString &key, const QStringList &cells, const QStringList &exact,
                const QStringList &formulas, bool bold = false);
    void end();

    /// The current row and its formulas, or the whole formula of a line.
    QString currentText() const;

Q_SIGNALS:
    /// A row became current by keyboard or mouse: where it is in the tree.
    void rowShown(const QRect &rect);

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void fit();
    void copyCurrent() const;
    void applyColours();

    QStringList m_open;
    QString m_current;
};

} // namespace coldframe
