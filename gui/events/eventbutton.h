// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QComboBox>

namespace coldframe {

/// Shows the name of the event and asks for a chooser of our own where a combo box opens its list.
class EventButton : public QComboBox
{
    Q_OBJECT

public:
    explicit EventButton(QWidget *parent = nullptr);

    void setName(const QString &name);

    void showPopup() override;

Q_SIGNALS:
    void chooserRequested();

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace coldframe
