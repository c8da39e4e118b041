// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/events/eventtemplate.h"

#include <QWidget>

class QFrame;
class QLabel;
class QPushButton;
class QScrollArea;

namespace coldframe {

class CodeEditor;

/// What an event is before it is chosen: when it fires, its parameters, and its JSON.
class ChoiceDetails : public QWidget
{
    Q_OBJECT

public:
    explicit ChoiceDetails(QWidget *parent = nullptr);

    void showTemplate(const EventTemplate &eventTemplate);
    void showFile(const QString &name, const QString &path);
    void showNothing();

Q_SIGNALS:
    void taken();

protected:
    void changeEvent(QEvent *event) override;

private:
    void showParameters(const std::vector<EventParameter> &parameters);
    void showText(const QString &title, const QString &source, const QStringList &paragraphs);
    void applyColours();

    QLabel *m_title;
    QLabel *m_source;
    QLabel *m_summary;
    QLabel *m_parametersTitle;
    QWidget *m_parameters = nullptr; ///< made anew for each template
    QWidget *m_about;
    QScrollArea *m_scroll;
    QFrame *m_line;
    CodeEditor *m_preview;
    QPushButton *m_take;
};

} // namespace coldframe
