// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QWidget>

class QLabel;
class QLineEdit;

namespace coldframe {

/// The position that "12" or "12:5" means, or none.
std::optional<TextPosition> parseTextPosition(QStringView text);

/// The bar that asks for a line, and perhaps a column.
class GoToLineBar : public QWidget
{
    Q_OBJECT

public:
    explicit GoToLineBar(QWidget *parent = nullptr);

    void open(TextPosition current, int lineCount);

Q_SIGNALS:
    void positionEntered(coldframe::TextPosition position);
    void closeRequested();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    QLineEdit *m_field;
    QLabel *m_hint;
};

} // namespace coldframe
