// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/events/templatecatalogue.h"
#include "gui/events/eventchoices.h"
#include "gui/events/eventdocument.h"

#include <QTimer>
#include <QWidget>

class QScrollArea;
class QSplitter;

namespace coldframe {

class CodeEditor;
class EventChooser;
class EventStatus;
class EventTools;
class NoticeBar;
class NoticeSlot;
class ParameterForm;

/// The event of the next run: chosen from templates and saved events, edited in a form and as JSON.
class EventPanel : public QWidget
{
    Q_OBJECT

public:
    explicit EventPanel(QWidget *parent = nullptr);
    ~EventPanel() override;

    /// What the user sees, to the last key stroke; perhaps not JSON.
    QByteArray event() const;
    QString eventName() const { return m_document.name(); }

    /// Whether the event is JSON; its size is not looked at.
    bool isValid() const;

    /// The catalogue outlives the panel; null for no templates.
    void setCatalogue(const TemplateCatalogue *catalogue);

    /// The files of the workspace's saved events.
    void setSavedEvents(const QStringList &paths);

    void setEvent(const QByteArray &event, const QString &name);
    void chooseTemplate(const QString &id);

    /// Reads a file as the event; tells in the panel when that fails.
    void openFile(const QString &path);

    /// For going on after a restart; the catalogue has to be set before a draft.
    EventDraft draft() const;
    void setDraft(const EventDraft &draft);

public Q_SLOTS:
    /// Opens the list of templates and saved events.
    void showChooser();
    void saveEvent();
    void saveEventAs();

Q_SIGNALS:
    /// Text, name or validity changed.
    void eventChanged();

    /// Asks to keep the event as events/<name>.json.
    void saveRequested(const QString &name, const QByteArray &event);

protected:
    using QWidget::event; // event() above is another one
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    /// An event without a template gets the form of the one that it fits.
    void loadWithForm(const QByteArray &text, const QString &name);
    QWidget *makeJsonSide();
    void connectAll();
    void takePendingEdit();
    void showText();
    void showState();
    void stackBySize();
    void divide();
    void onFocusChanged(const QWidget *before, const QWidget *now);
    void askForFile();
    void save(const QString &name);
    void offerBack(const EventDraft &before);

    EventDocument m_document;
    EventChoices m_choices;
    const TemplateCatalogue *m_catalogue = nullptr;
    QStringList m_savedNames;
    QString m_savedName; ///< under which the event is saved; empty when it is not

    EventTools *m_tools;
    EventChooser *m_chooser;
    NoticeSlot *m_notices;
    NoticeBar *m_formNotice;
    ParameterForm *m_form;
    QScrollArea *m_formScroll;
    QWidget *m_formSide;
    CodeEditor *m_editor;
    EventStatus *m_status;
    QSplitter *m_splitter;
    QTimer m_typing;
    bool m_isShowingText = false;
};

} // namespace coldframe
