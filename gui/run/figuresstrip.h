// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/billing/money.h"
#include "core/lambda/invocation.h"
#include "wording/runfigures.h"

#include <QWidget>

#include <map>
#include <optional>

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
    struct Labels
    {
        QLabel *name;
        QLabel *value;
    };

    void add(RunFigureKind kind, const QString &objectName);

    std::map<RunFigureKind, Labels> m_labels;
};

} // namespace coldframe
