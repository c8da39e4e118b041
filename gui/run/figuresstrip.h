// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/billing/money.h"
#include "core/lambda/invocation.h"

#include <QWidget>

#include <optional>
#include <vector>

class QLabel;

namespace coldframe {

/// The figures of one invocation side by side, each under its name.
class FiguresStrip : public QWidget
{
    Q_OBJECT

public:
    explicit FiguresStrip(QWidget *parent = nullptr);

    void setRecord(const InvocationRecord &record, const std::optional<Money> &cost);

private:
    struct Figure
    {
        QLabel *name;
        QLabel *value;
    };

    Figure add(const QString &objectName, const QString &name);

    Figure m_duration;
    Figure m_billed;
    Figure m_init;
    Figure m_memory;
    Figure m_cost;
};

} // namespace coldframe
