// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QToolButton;

namespace coldframe {

class ElidedLabel;

/// Says through which services the event came, and goes back one of them.
class DeliveryBar : public QWidget
{
    Q_OBJECT

public:
    explicit DeliveryBar(QWidget *parent = nullptr);

    enum class WayBack {
        OneStep, ///< to how the event was before the last service
        Unwrap, ///< to what is inside
    };
    void setWay(const QString &way, WayBack back);

Q_SIGNALS:
    void backRequested();
    void unwrapRequested();

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void applyColours();

    WayBack m_wayBack = WayBack::OneStep;
    QLabel *m_picture;
    ElidedLabel *m_way;
    QToolButton *m_back;
};

} // namespace coldframe
