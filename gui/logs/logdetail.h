// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/lambda/logline.h"

#include <QWidget>

class QLabel;
class QPlainTextEdit;

namespace coldframe {

/// The whole of one line: its parts on lines of their own, a JSON line indented.
class LogDetail : public QWidget
{
    Q_OBJECT

public:
    explicit LogDetail(QWidget *parent = nullptr);

    /// timeText: as the log's time column shows it.
    void setLine(const LogLine &line, const QString &timeText);
    void clear();

    QString text() const;

private:
    QLabel *m_heading;
    QPlainTextEdit *m_text;
};

} // namespace coldframe
