// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/billing/coldstartsaving.h"

#include <QLocale>
#include <QWidget>

#include <optional>

class QLabel;
class QToolButton;

namespace coldframe {

/// "12.3 ms less init (48.2 ms becomes 35.9 ms), ...": what lazy imports would save, and that it is
/// modelled. Without prices, or where the init phase is not billed, time alone.
QString savingText(std::size_t imports, std::chrono::nanoseconds init,
                   std::chrono::nanoseconds saved, const std::optional<ColdStartSaving> &saving,
                   const QLocale &locale = QLocale());

/// Tells what the imports that were chosen would save, and takes the choice back.
class LazyBar final : public QWidget
{
    Q_OBJECT

public:
    explicit LazyBar(QWidget *parent = nullptr);

    void setText(const QString &text);

Q_SIGNALS:
    void clearRequested();

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void applyColours();

    QLabel *m_label;
    QToolButton *m_clear;
};

} // namespace coldframe
