// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/base/findbar.h"

#include "gui/base/icons.h"
#include "gui/base/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>

namespace coldframe {

FindBar::FindBar(QWidget *parent)
    : QWidget(parent)
    , m_pattern(new QLineEdit(this))
    , m_replacement(new QLineEdit(this))
    , m_result(new QLabel(this))
    , m_matchCase(addToggle(QStringLiteral("matchCase"), tr("Match case"), QStringLiteral("Alt+C")))
    , m_wholeWords(
          addToggle(QStringLiteral("wholeWords"), tr("Match whole words"), QStringLiteral("Alt+W")))
    , m_regularExpression(addToggle(QStringLiteral("regularExpression"), tr("Regular expression"),
                                    QStringLiteral("Alt+R")))
    , m_previous(addButton(QStringLiteral("findPrevious"), tr("Previous match (Shift+F3)")))
    , m_next(addButton(QStringLiteral("findNext"), tr("Next match (F3)")))
    , m_close(addButton(QStringLiteral("closeFind"), tr("Close (Esc)")))
    , m_mode(addButton(QStringLiteral("findMode"), tr("Show or hide replace (Ctrl+H)")))
    , m_replaceRow(new QWidget(this))
{
    setObjectName(QStringLiteral("findBar"));
    m_pattern->setObjectName(QStringLiteral("findPattern"));
    m_pattern->setPlaceholderText(tr("Find"));
    m_pattern->setAccessibleName(tr("Find"));
    m_pattern->setClearButtonEnabled(true);
    m_pattern->setMinimumWidth(100);
    m_replacement->setObjectName(QStringLiteral("findReplacement"));
    m_replacement->setPlaceholderText(tr("Replace with"));
    m_replacement->setAccessibleName(tr("Replace with"));
    m_replacement->setMinimumWidth(100);
    m_result->setObjectName(QStringLiteral("findResult"));
    m_result->setTextFormat(Qt::PlainText);
    m_result->setMinimumWidth(fontMetrics().horizontalAdvance(tr("%1 of %2").arg(1000).arg(1000)));

    auto *findRow = new QHBoxLayout;
    findRow->setSpacing(2);
    findRow->addWidget(m_mode);
    findRow->addWidget(m_pattern, 1);
    findRow->addSpacing(4);
    for (QToolButton *toggle : {m_matchCase, m_wholeWords, m_regularExpression})
        findRow->addWidget(toggle);
    findRow->addSpacing(6);
    findRow->addWidget(m_result);
    for (QToolButton *button : {m_previous, m_next, m_close})
        findRow->addWidget(button);

    auto *replace = new QPushButton(tr("Replace"), m_replaceRow);
    replace->setObjectName(QStringLiteral("replace"));
    auto *replaceAll = new QPushButton(tr("Replace All"), m_replaceRow);
    replaceAll->setObjectName(QStringLiteral("replaceAll"));
    auto *replaceLayout = new QHBoxLayout(m_replaceRow);
    replaceLayout->setContentsMargins(m_mode->sizeHint().width() + 2, 0, 0, 0);
    replaceLayout->setSpacing(6);
    replaceLayout->addWidget(m_replacement, 1);
    for (QPushButton *button : {replace, replaceAll}) {
        button->setAutoDefault(false);
        replaceLayout->addWidget(button);
    }

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(6, 5, 6, 5);
    column->setSpacing(4);
    column->addLayout(findRow);
    column->addWidget(m_replaceRow);
    for (QLineEdit *field : {m_pattern, m_replacement})
        field->installEventFilter(this);
    setFocusProxy(m_pattern);
    setTabOrder(m_pattern, m_replacement);
    setTabOrder(m_replacement, m_matchCase);

    connect(m_pattern, &QLineEdit::textChanged, this, &FindBar::queryChanged);
    for (QToolButton *toggle : {m_matchCase, m_wholeWords, m_regularExpression})
        connect(toggle, &QToolButton::toggled, this, &FindBar::queryChanged);
    connect(m_next, &QToolButton::clicked, this, &FindBar::nextRequested);
    connect(m_previous, &QToolButton::clicked, this, &FindBar::previousRequested);
    connect(m_close, &QToolButton::clicked, this, &FindBar::closeRequested);
    connect(m_mode, &QToolButton::clicked, this,
            [this] { setMode(m_replaceRow->isHidden() ? Mode::Replace : Mode::Find); });
    connect(replace, &QPushButton::clicked, this, &FindBar::replaceRequested);
    connect(replaceAll, &QPushButton::clicked, this, &FindBar::replaceAllRequested);
    setMode(Mode::Find);
    applyColours();
}

QToolButton *FindBar::addButton(const QString &name, const QString &label)
{
    auto *button = new QToolButton(this);
    button->setObjectName(name);
    button->setAutoRaise(true);
    button->setToolTip(label);
    button->setAccessibleName(label);
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

QToolButton *FindBar::addToggle(const QString &name, const QString &label, const QString &shortcut)
{
    QToolButton *button = addButton(name, label);
    button->setCheckable(true);
    button->setToolTip(tr("%1 (%2)", "what a button does, and its keys").arg(label, shortcut));
    return button;
}

void FindBar::setMode(Mode mode)
{
    m_replaceRow->setVisible(mode == Mode::Replace);
    applyColours();
}

void FindBar::open(Mode mode, const QString &pattern)
{
    setMode(mode);
    show();
    if (!pattern.isEmpty())
        m_pattern->setText(pattern);
    m_pattern->selectAll();
    m_pattern->setFocus(Qt::ShortcutFocusReason);
}

SearchQuery FindBar::query() const
{
    return {.pattern = m_pattern->text(),
            .matchCase = m_matchCase->isChecked(),
            .wholeWords = m_wholeWords->isChecked(),
            .regularExpression = m_regularExpression->isChecked()};
}

QString FindBar::replacement() const
{
    return m_replacement->text();
}

void FindBar::showResult(const QString &text, bool isFailure)
{
    m_result->setText(text);
    m_pattern->setAccessibleDescription(text);
    if (m_failed == isFailure)
        return;
    m_failed = isFailure;
    applyColours();
}

void FindBar::setReplacingAllowed(bool allowed)
{
    if (!allowed)
        setMode(Mode::Find);
    m_mode->setEnabled(allowed);
}

void FindBar::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        applyColours();
}

QToolButton *FindBar::toggleOf(const QKeyEvent &key) const
{
    if (key.modifiers() != Qt::AltModifier)
        return nullptr;
    switch (key.key()) {
    case Qt::Key_C:
        return m_matchCase;
    case Qt::Key_W:
        return m_wholeWords;
    case Qt::Key_R:
        return m_regularExpression;
    default:
        return nullptr;
    }
}

bool FindBar::eventFilter(QObject *watched, QEvent *event)
{
    // Not shortcuts of the buttons, which two open bars would hold against each other.
    const bool isOverride = event->type() == QEvent::ShortcutOverride;
    if (isOverride || event->type() == QEvent::KeyPress) {
        if (QToolButton *toggle = toggleOf(*static_cast<QKeyEvent *>(event))) {
            event->accept();
            if (!isOverride)
                toggle->toggle();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void FindBar::keyPressEvent(QKeyEvent *event)
{
    const bool isReturn = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    // Ctrl+Enter runs the function wherever the cursor is.
    const bool isOurs = (event->modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier)) == 0;
    if (event->key() == Qt::Key_Escape)
        Q_EMIT closeRequested();
    else if (isReturn && isOurs && m_replacement->hasFocus())
        Q_EMIT replaceRequested();
    else if (isReturn && isOurs && (event->modifiers() & Qt::ShiftModifier) != 0)
        Q_EMIT previousRequested();
    else if (isReturn && isOurs)
        Q_EMIT nextRequested();
    else
        QWidget::keyPressEvent(event);
}

void FindBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), palette().window());
    painter.fillRect(QRect(0, 0, width(), 1), ThemeColours::of(palette()).border);
}

void FindBar::applyColours()
{
    const QPalette &own = palette();
    const ThemeColours colours = ThemeColours::of(own);
    m_matchCase->setIcon(themedIcon(Symbol::MatchCase, own));
    m_wholeWords->setIcon(themedIcon(Symbol::MatchWord, own));
    m_regularExpression->setIcon(themedIcon(Symbol::MatchRegex, own));
    m_previous->setIcon(themedIcon(Symbol::ArrowUp, own));
    m_next->setIcon(themedIcon(Symbol::ArrowDown, own));
    m_close->setIcon(themedIcon(Symbol::Close, own));
    m_mode->setIcon(
        themedIcon(m_replaceRow->isHidden() ? Symbol::ChevronRight : Symbol::ChevronDown, own));
    QPalette result;
    result.setColor(QPalette::WindowText, m_failed ? colours.error : colours.muted);
    m_result->setPalette(result);
}

} // namespace coldframe

#include "moc_findbar.cpp"
