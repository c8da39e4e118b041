// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/billing/activepricebook.h"

#include <QObject>

namespace coldframe {

class CostPanel;

/// Reads the prices in force, and keeps the user's own ones. Works on the disk in a pool thread.
class PricesController final : public QObject
{
    Q_OBJECT

public:
    /// clock and panel must outlive the controller. Without a config directory there are no own
    /// prices.
    PricesController(QString dataDirectory, QString configDirectory, const Clock &clock,
                     CostPanel &panel, QObject *parent = nullptr);

    void load();

Q_SIGNALS:
    void loaded(const coldframe::ActivePriceBook &book);
    void failed(const coldframe::Error &error);

private:
    void store(const QByteArray &text);
    void reset();

    QString m_data;
    QString m_config;
    const Clock &m_clock;
    CostPanel &m_panel;
};

} // namespace coldframe
