// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/lambda/concurrency.h"

#include <QWidget>

#include <map>

class QGridLayout;
class QLabel;
class QSpinBox;

namespace coldframe {

/// What limits how many environments there are: of the chosen function, of the account, and of this
/// computer. Changes count at once.
class LimitsForm final : public QWidget
{
    Q_OBJECT

public:
    explicit LimitsForm(QWidget *parent = nullptr);

    /// Without a name, nothing of a function can be changed.
    void setFunction(const QString &name);

    /// Shows the limits that hold; tells nothing.
    void setConcurrency(const ConcurrencySettings &settings);

    /// How many of the chosen function are asked for and ready; tells nothing.
    void setProvisioned(int wanted, int ready);

    const ConcurrencySettings &concurrency() const { return m_settings; }

Q_SIGNALS:
    void concurrencyEdited(const coldframe::ConcurrencySettings &settings);
    void provisionRequested(int count);

protected:
    void changeEvent(QEvent *event) override;

private:
    QSpinBox *addRow(int column, const QString &name, const QString &text, const QString &toolTip);
    QLabel *addHeading(int column);
    void edited();
    void applyColours();

    ConcurrencySettings m_settings;
    QString m_function;
    QGridLayout *m_grid;
    QLabel *m_functionHeading;
    QLabel *m_computerHeading;
    QSpinBox *m_warm;
    QLabel *m_ready;
    QSpinBox *m_reserved;
    QSpinBox *m_account;
    QSpinBox *m_cap;
    QSpinBox *m_idle;
};

} // namespace coldframe
