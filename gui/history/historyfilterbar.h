// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/history/runquery.h"

#include <QTimer>
#include <QWidget>

class QComboBox;
class QLineEdit;

namespace coldframe {

/// Says which runs of the history are wanted.
class HistoryFilterBar final : public QWidget
{
    Q_OBJECT

public:
    explicit HistoryFilterBar(QWidget *parent = nullptr);

    /// The names to choose from; what is chosen stays, also when it is not among them.
    void setFunctions(const QStringList &names);

    /// What is wanted, with times that count from now.
    RunQuery query(WallTime now) const;

    /// Whether anything is left out.
    bool isFiltering() const;
    void clear();

Q_SIGNALS:
    /// Something was chosen, or typing has paused.
    void changed();

private:
    QLineEdit *m_text;
    QLineEdit *m_event;
    QComboBox *m_function;
    QComboBox *m_status;
    QComboBox *m_start;
    QComboBox *m_since;
    QTimer m_pause;
};

} // namespace coldframe
