// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/probe/probesheet.h"

#include <QTableWidget>

namespace coldframe {

/// The values of one finding, run by run. Copy takes the selected rows as text.
class RunTable final : public QTableWidget
{
    Q_OBJECT

public:
    explicit RunTable(QWidget *parent = nullptr);

    void setTable(const ProbeTable &table);

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void applyColours();
    void copySelection() const;
    void fitColumns();
};

} // namespace coldframe
