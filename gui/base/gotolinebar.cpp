// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/base/gotolinebar.h"

#include "gui/base/theme.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPainter>

namespace coldframe {

std::optional<TextPosition> parseTextPosition(QStringView text)
{
    const QStringView trimmed = text.trimmed();
    const qsizetype colon = trimmed.indexOf(u':');
    bool lineIsNumber = false;
    bool columnIsNumber = true;
    TextPosition position;
    position.line = trimmed.first(colon < 0 ? trimmed.size() : colon).toInt(&lineIsNumber);
    if (colon >= 0 && colon + 1 < trimmed.size())
        position.column = trimmed.sliced(colon + 1).toInt(&columnIsNumber);
    if (!lineIsNumber || !columnIsNumber || position.line < 1 || position.column < 1)
        return std::nullopt;
    return position;
}

GoToLineBar::GoToLineBar(QWidget *parent)
    : QWidget(parent)
    , m_field(new QLineEdit(this))
    , m_hint(new QLabel(this))
{
    setObjectName(QStringLiteral("goToLineBar"));
    auto *label = new QLabel(tr("Go to line"), this);
    label->setBuddy(m_field);
    m_field->setObjectName(QStringLiteral("goToLine"));
    m_field->setAccessibleName(tr("Go to line"));
    m_field->setMaximumWidth(fontMetrics().horizontalAdvance(u'0') * 16);
    m_hint->setTextFormat(Qt::PlainText);
    setFocusProxy(m_field);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(10, 5, 6, 5);
    row->setSpacing(8);
    row->addWidget(label);
    row->addWidget(m_field);
    row->addWidget(m_hint, 1);
}

void GoToLineBar::open(TextPosition current, int lineCount)
{
    QPalette hint;
    hint.setColor(QPalette::WindowText, ThemeColours::of(palette()).muted);
    m_hint->setPalette(hint);
    m_hint->setText(tr("1 to %1; a column may follow a colon").arg(QLocale().toString(lineCount)));
    m_field->setText(QString::number(current.line));
    m_field->selectAll();
    show();
    m_field->setFocus(Qt::ShortcutFocusReason);
}

void GoToLineBar::keyPressEvent(QKeyEvent *event)
{
    const bool isReturn = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (event->key() == Qt::Key_Escape) {
        Q_EMIT closeRequested();
    } else if (isReturn && (event->modifiers() & ~Qt::KeypadModifier) == 0) {
        if (const auto position = parseTextPosition(m_field->text())) {
            Q_EMIT positionEntered(*position);
            Q_EMIT closeRequested();
        } else {
            m_field->selectAll();
        }
    } else {
        QWidget::keyPressEvent(event);
    }
}

void GoToLineBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), palette().window());
    painter.fillRect(QRect(0, 0, width(), 1), ThemeColours::of(palette()).border);
}

} // namespace coldframe

#include "moc_gotolinebar.cpp"
