// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/run/failurebox.h"

#include "core/lambda/errorpayload.h"
#include "gui/base/icons.h"
#include "gui/base/theme.h"
#include "gui/run/stacktraceview.h"
#include "wording/failurehint.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace coldframe {

namespace {

/// A payload may carry megabytes in its message; a label is no place for them.
constexpr qsizetype LongestMessage = 2'000;

constexpr int HintSymbol = 16; // pixels

QLabel *failureLabel(const QString &objectName)
{
    auto *label = new QLabel;
    label->setObjectName(objectName);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

} // namespace

FailureBox::FailureBox(QWidget *parent)
    : QWidget(parent)
    , m_type(failureLabel(QStringLiteral("errorType")))
    , m_message(failureLabel(QStringLiteral("errorMessage")))
    , m_hintBox(new QWidget)
    , m_hintSymbol(new QLabel)
    , m_hint(failureLabel(QStringLiteral("failureHint")))
    , m_trace(new StackTraceView)
{
    setObjectName(QStringLiteral("failureBox"));
    QFont strong = font();
    strong.setWeight(QFont::DemiBold);
    m_type->setFont(strong);

    auto *advice = new QHBoxLayout(m_hintBox);
    advice->setContentsMargins(8, 5, 8, 5);
    advice->setSpacing(8);
    advice->addWidget(m_hintSymbol, 0, Qt::AlignTop);
    advice->addWidget(m_hint, 1);
    m_hintBox->setAutoFillBackground(true);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(m_type);
    layout->addWidget(m_message);
    layout->addWidget(m_hintBox);
    layout->addSpacing(4);
    layout->addWidget(m_trace);
    connect(m_trace, &StackTraceView::fileRequested, this, &FailureBox::fileRequested);
    applyColours();
}

void FailureBox::setRecord(const InvocationRecord &record)
{
    const ErrorPayload error = parseErrorPayload(record.response);
    const bool failed = record.status != InvocationStatus::Succeeded;
    QString message = error.errorMessage;
    if (message.size() > LongestMessage)
        message = message.left(LongestMessage) + QChar(u'\u2026');
    const auto show = [failed](QLabel *label, const QString &text) {
        label->setText(text);
        label->setVisible(failed && !text.isEmpty());
    };
    show(m_type, record.errorType.isEmpty() ? error.errorType : record.errorType);
    show(m_message, message);
    show(m_hint, failureHint(record));
    m_hintBox->setVisible(failed && !m_hint->text().isEmpty());
    m_trace->setFrames(readStackTrace(error.stackTrace, record.function.codeDirectory));
    m_trace->setVisible(failed && m_trace->count() > 0);
    setVisible(failed);
}

void FailureBox::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        applyColours();
}

void FailureBox::applyColours()
{
    QPalette colours = m_type->palette();
    colours.setColor(QPalette::WindowText, ThemeColours::of(palette()).error);
    m_type->setPalette(colours);
    QPalette advice = palette();
    advice.setColor(QPalette::Window, ThemeColours::of(palette()).accentBackground);
    m_hintBox->setPalette(advice);
    m_hintSymbol->setPixmap(tintedIcon(Symbol::Info, ThemeColours::of(palette()).accent)
                                .pixmap(HintSymbol, HintSymbol));
}

} // namespace coldframe

#include "moc_failurebox.cpp"
