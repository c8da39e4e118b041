// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/lambda/invocation.h"
#include "gui/app/actions.h"

#include <QWidget>

#include <vector>

class QHBoxLayout;
class QLabel;
class QToolButton;

namespace coldframe {

/// The strip at the bottom of the window: environments that are alive, what they run with, how they
/// are isolated and limited, and what can be done with them. Where it is narrow, words leave before
/// anything is cut.
class EnvironmentStatus final : public QWidget
{
    Q_OBJECT

public:
    /// Its buttons are run cold, recycle and freeze; it enables recycle.
    explicit EnvironmentStatus(const Actions &actions, QWidget *parent = nullptr);

    void setEnvironments(const std::vector<EnvironmentDescription> &environments);

    /// What the last run ran with; also known when its environment has ended.
    void setLastRun(const EnvironmentDescription &environment);

    /// How runs are kept apart from the computer, and which limits hold: "bubblewrap", and a text
    /// with both.
    void setIsolation(const QString &isolation, const QString &isolationAndLimits);

    QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// The person wants to know more about isolation and limits.
    void fidelityRequested();

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    /// How much is left out, least first.
    enum class Room { Everything, IconsOnly, NoInterpreter, ShortCounts, ShortIsolation };

    QToolButton *addButton(QHBoxLayout &row, QAction *action, const QString &objectName);
    void arrange(Room room);
    void fit();
    int neededWidth() const;
    void setIcons();

    QAction *m_recycle;
    QLabel *m_alive;
    QLabel *m_interpreter;
    QToolButton *m_isolation;
    std::vector<QToolButton *> m_buttons;
    QString m_counts; ///< "2 environments alive, 1 busy"
    QString m_shortCounts; ///< "2 alive, 1 busy"
    QString m_isolationAndLimits;
    QString m_shortIsolation;
};

} // namespace coldframe
