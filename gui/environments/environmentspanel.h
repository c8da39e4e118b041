// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/error.h"
#include "core/lambda/concurrency.h"
#include "core/timeline/environmenthistory.h"

#include <QTimer>
#include <QWidget>

#include <map>

class QAction;
class QBoxLayout;
class QHBoxLayout;
class QLabel;
class QSortFilterProxyModel;
class QStackedWidget;
class QTableView;
class QToolButton;

namespace coldframe {

class ColourLegend;
class ElidedLabel;
class EnvironmentModel;
class LanesWidget;
class LimitsForm;
class NoticeBar;

/// Execution environments: their lives as lanes, those that are alive as a table, and what limits
/// how many there are.
class EnvironmentsPanel final : public QWidget
{
    Q_OBJECT

public:
    /// The clock outlives the panel.
    explicit EnvironmentsPanel(const Clock &clock, QWidget *parent = nullptr);

    /// Puts buttons of actions that are not the panel's own into its head.
    void addToolActions(const QList<QAction *> &actions);

    void setEnvironments(const std::vector<EnvironmentDescription> &environments);
    void append(const InvocationRecord &record);

    /// Whose limits are shown; an empty name for none.
    void setFunction(const QString &name);

    /// Shows limits that hold; tells nothing.
    void setConcurrency(const ConcurrencySettings &settings);

    /// No environment of a function is kept warm any more, and why.
    void showProvisioningFailure(const QString &functionName, const Error &error);

    /// How many of a function are asked to be kept warm.
    int provisionedOf(const QString &functionName) const;

    const EnvironmentHistory &history() const { return m_history; }

    QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// So many environments of the chosen function are to be kept initialised.
    void provisionRequested(int count);
    void concurrencyEdited(const coldframe::ConcurrencySettings &settings);

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    QWidget *makeHeader();
    QWidget *makeLanes();
    QWidget *makeSide();
    void setUpTable();
    QToolButton *makeButton(const QString &name, const QString &text, const QString &accessibleName,
                            const QString &toolTip);
    void showChanges();
    void showCounts();
    void tick();
    void arrange();
    void updateButtons();
    void updateProvisioned();
    void setUpLegend();
    void applyColours();

    const Clock &m_clock;
    EnvironmentHistory m_history;
    EnvironmentModel *m_model;
    QSortFilterProxyModel *m_sorted;
    std::vector<EnvironmentDescription> m_alive;
    QString m_function;
    std::map<QString, int> m_provisioned; ///< as asked for, by function name
    QTimer m_changes; ///< until they are shown together
    QTimer m_tick;

    QHBoxLayout *m_headerRow = nullptr;
    QBoxLayout *m_body = nullptr;
    QLabel *m_counts = nullptr;
    QToolButton *m_zoomOut = nullptr;
    QToolButton *m_zoomIn = nullptr;
    QToolButton *m_fit = nullptr;
    NoticeBar *m_notice = nullptr;
    QStackedWidget *m_lanesPages = nullptr;
    LanesWidget *m_lanes = nullptr;
    ElidedLabel *m_details = nullptr;
    ColourLegend *m_legend = nullptr;
    QStackedWidget *m_tablePages = nullptr;
    QTableView *m_table = nullptr;
    LimitsForm *m_limits = nullptr;
};

} // namespace coldframe
