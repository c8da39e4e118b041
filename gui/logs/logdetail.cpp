// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/logs/logdetail.h"

#include "core/lambda/functionconfig.h"
#include "core/logs/logtext.h"

#include <QCoreApplication>
#include <QFontDatabase>
#include <QLabel>
#include <QLocale>
#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace coldframe {

namespace {

QString sourceName(LogSource source)
{
    switch (source) {
    case LogSource::Platform:
        return LogDetail::tr("Platform");
    case LogSource::Function:
        return LogDetail::tr("Function");
    case LogSource::Extension:
        return LogDetail::tr("Extension");
    case LogSource::Coldframe:
        return LogDetail::tr("Remark of Coldframe");
    }
    return {};
}

QString sizeText(qsizetype bytes)
{
    return bytes == 1 ? LogDetail::tr("1 byte") : LogDetail::tr("%Ln bytes", nullptr, int(bytes));
}

} // namespace

LogDetail::LogDetail(QWidget *parent)
    : QWidget(parent)
    , m_heading(new QLabel)
    , m_text(new QPlainTextEdit)
{
    setObjectName(QStringLiteral("logDetail"));
    m_heading->setObjectName(QStringLiteral("logDetailHeading"));
    m_heading->setContentsMargins(11, 4, 6, 4);
    m_heading->setForegroundRole(QPalette::PlaceholderText);
    m_text->setObjectName(QStringLiteral("logDetailText"));
    m_text->setAccessibleName(tr("The selected line"));
    m_text->setReadOnly(true);
    m_text->setTabChangesFocus(true);
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_text->document()->setDocumentMargin(10);
    m_text->setTabStopDistance(m_text->fontMetrics().horizontalAdvance(QLatin1Char(' ')) * 4);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_heading);
    layout->addWidget(m_text);
    clear();
}

void LogDetail::setLine(const LogLine &line, const QString &timeText)
{
    QStringList parts{timeText, sourceName(line.source)};
    if (!line.extension.isEmpty())
        parts.append(line.extension);
    if (line.level != LogLevel::None)
        parts.append(logLevelName(line.level));
    parts.append(sizeText(line.text.size()));
    m_heading->setText(parts.join(QStringLiteral("  \u00b7  ")));
    m_text->setPlainText(detailText(line.text));
}

void LogDetail::clear()
{
    m_heading->setText(tr("Select a line to read it whole."));
    m_text->clear();
}

QString LogDetail::text() const
{
    return m_text->toPlainText();
}

} // namespace coldframe

#include "moc_logdetail.cpp"
