// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/events/choicedetails.h"

#include "gui/base/codeeditor.h"
#include "gui/base/theme.h"
#include "gui/events/eventchoices.h"
#include "gui/events/eventfile.h"
#include "wording/errortext.h"

#include <nlohmann/json.hpp>

#include <QEvent>
#include <QFontDatabase>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace coldframe {

namespace {

constexpr qsizetype LargestPreview = 64 * 1024;
constexpr qsizetype LongestAccepted = 90;

QLabel *plainLabel(const QString &name)
{
    auto *label = new QLabel;
    label->setObjectName(name);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

} // namespace

ChoiceDetails::ChoiceDetails(QWidget *parent)
    : QWidget(parent)
    , m_title(plainLabel(QStringLiteral("choiceTitle")))
    , m_source(plainLabel(QStringLiteral("choiceSource")))
    , m_summary(plainLabel(QStringLiteral("choiceSummary")))
    , m_parametersTitle(plainLabel(QStringLiteral("choiceParametersTitle")))
    , m_about(new QWidget)
    , m_scroll(new QScrollArea)
    , m_line(new QFrame)
    , m_preview(new CodeEditor)
    , m_take(new QPushButton(tr("Use This Event")))
{
    setObjectName(QStringLiteral("choiceDetails"));
    QFont large = font();
    large.setPointSizeF(large.pointSizeF() * 1.2);
    large.setWeight(QFont::DemiBold);
    m_title->setFont(large);
    QFont strong = font();
    strong.setWeight(QFont::DemiBold);
    m_parametersTitle->setFont(strong);
    m_parametersTitle->setText(tr("Parameters"));
    auto *about = new QVBoxLayout(m_about);
    about->setContentsMargins(12, 10, 12, 10);
    about->setSpacing(4);
    about->addWidget(m_title);
    about->addWidget(m_source);
    about->addSpacing(4);
    about->addWidget(m_summary);
    about->addSpacing(4);
    about->addWidget(m_parametersTitle);
    about->addStretch(1);
    m_scroll->setWidget(m_about);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_preview->setObjectName(QStringLiteral("choicePreview"));
    m_preview->setTextLabel(tr("The event as JSON"));
    m_preview->setLanguage(CodeLanguage::Json);
    m_preview->setReadOnly(true);
    m_preview->setFocusPolicy(Qt::NoFocus);
    m_take->setObjectName(QStringLiteral("takeChoice"));
    m_take->setDefault(true);

    auto *bottom = new QHBoxLayout;
    bottom->setContentsMargins(12, 8, 8, 8);
    bottom->addStretch(1);
    bottom->addWidget(m_take);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    m_line->setObjectName(QStringLiteral("chooserLine"));
    m_line->setFrameStyle(QFrame::HLine | QFrame::Plain);
    m_line->setFixedHeight(1);
    layout->addWidget(m_scroll, 5);
    layout->addWidget(m_line);
    layout->addWidget(m_preview, 6);
    layout->addLayout(bottom);
    connect(m_take, &QPushButton::clicked, this, &ChoiceDetails::taken);
    applyColours();
}

void ChoiceDetails::showTemplate(const EventTemplate &eventTemplate)
{
    const QString first = firstSentence(eventTemplate.summary);
    const QString rest = eventTemplate.summary.mid(first.size()).trimmed();
    showText(eventTemplate.title,
             QStringLiteral("%1 · %2").arg(eventTemplate.service, eventTemplate.id),
             rest.isEmpty() ? QStringList{first} : QStringList{first, rest});
    showParameters(eventTemplate.parameters);
    const auto event = renderEvent(eventTemplate, {});
    m_preview->setText(event ? QString::fromUtf8(writeJson(*event, JsonLayout::Indented))
                             : errorText(event.error()));
}

void ChoiceDetails::showFile(const QString &name, const QString &path)
{
    showText(name, tr("Saved event"), {path});
    showParameters({});
    const auto text = readEventFile(path);
    if (!text)
        m_preview->setText(errorText(text.error()));
    else
        m_preview->setText(QString::fromUtf8(text->left(LargestPreview)));
}

void ChoiceDetails::showNothing()
{
    showText({}, {}, {});
    showParameters({});
    m_preview->hide();
    m_take->setEnabled(false);
}

void ChoiceDetails::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        applyColours();
}

void ChoiceDetails::showParameters(const std::vector<EventParameter> &parameters)
{
    delete m_parameters;
    m_parameters = nullptr;
    m_parametersTitle->setVisible(!parameters.empty());
    if (parameters.empty())
        return;
    m_parameters = new QWidget;
    auto *rows = new QGridLayout(m_parameters);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setHorizontalSpacing(12);
    rows->setVerticalSpacing(2);
    rows->setColumnStretch(1, 1);
    int row = 0;
    for (const EventParameter &parameter : parameters) {
        auto *name = new QLabel(parameter.label);
        name->setTextFormat(Qt::PlainText);
        const QString all = acceptedValues(parameter);
        auto *accepted = new QLabel(
            all.size() > LongestAccepted ? all.left(LongestAccepted).trimmed() + u'…' : all);
        accepted->setTextFormat(Qt::PlainText);
        accepted->setForegroundRole(QPalette::PlaceholderText);
        accepted->setWordWrap(true);
        // A long word must not make the column wider than the room that there is.
        accepted->setMinimumWidth(1);
        accepted->setToolTip(parameter.help);
        name->setToolTip(parameter.help);
        rows->addWidget(name, row, 0, Qt::AlignTop);
        rows->addWidget(accepted, row, 1, Qt::AlignTop);
        ++row;
    }
    auto *about = static_cast<QVBoxLayout *>(m_about->layout());
    about->insertWidget(about->count() - 1, m_parameters);
}

void ChoiceDetails::showText(const QString &title, const QString &source,
                             const QStringList &paragraphs)
{
    m_title->setText(title);
    m_source->setText(source);
    m_summary->setText(paragraphs.join(QStringLiteral("\n\n")));
    m_take->setEnabled(true);
    m_preview->show();
    m_scroll->ensureVisible(0, 0);
}

void ChoiceDetails::applyColours()
{
    QPalette quiet = m_source->palette();
    quiet.setColor(QPalette::WindowText, ThemeColours::of(palette()).muted);
    m_source->setPalette(quiet);
}

} // namespace coldframe

#include "moc_choicedetails.cpp"
