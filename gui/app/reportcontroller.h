// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/error.h"
#include "core/billing/pricebook.h"
#include "core/lambda/invocation.h"

#include <QObject>

#include <functional>
#include <memory>
#include <optional>

class QWidget;

namespace coldframe {

struct Comparison;

/// Asks where a report is to be saved, and makes and writes it in a pool thread.
class ReportController final : public QObject
{
    Q_OBJECT

public:
    /// Both outlive the controller; dialogs belong to the window.
    ReportController(const Clock &clock, QWidget &window, QObject *parent = nullptr);

    void setPriceBook(const PriceBook &prices) { m_prices = prices; }
    void setWorkspace(const QString &directory) { m_directory = directory; }

    void saveRun(const InvocationRecord &record);
    void saveComparison(std::shared_ptr<const Comparison> comparison);

Q_SIGNALS:
    void saved(const QString &path);
    void failed(const coldframe::Error &error);

private:
    void ask(const QString &fileName, std::function<QByteArray()> make);

    const Clock &m_clock;
    QWidget &m_window;
    std::optional<PriceBook> m_prices;
    QString m_directory;
};

} // namespace coldframe
