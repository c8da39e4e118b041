// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/events/templatecatalogue.h"
#include "gui/events/eventchoices.h"
#include "gui/events/deliverychain.h"
#include "gui/events/eventdocument.h"

#include <QTimer>
#include <QWidget>

class QScrollArea;
class QSplitter;

namespace coldframe {

class CodeEditor;
class DeliveryBar;
class EventChooser;
class EventMending;
class EventStatus;
class EventTools;
class JsonCompletion;
class NoticeBar;
class NoticeSlot;
class ParameterForm;
class ProblemList;
struct PastedEvent;

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

    /// Templates that were chosen, the last one first.
    QStringList recentTemplates() const { return m_recentTemplates; }
    void setRecentTemplates(const QStringList &ids);

    /// Takes the event through one more service to the function; tells when that can't be.
    void deliver(const DeliveryWay &way);

    /// Makes the innermost document of a carried event the event.
    void unwrap();

    /// For going on after a restart; the catalogue has to be set before a draft.
    EventDraft draft() const;
    void setDraft(const EventDraft &draft);

public Q_SLOTS:
    /// Opens the list of templates and saved events.
    void showChooser();
    void saveEvent();
    void saveEventAs();

    /// Asks what the clipboard has to become.
    void pasteAsEvent();

Q_SIGNALS:
    /// Text, name or validity changed.
    void eventChanged();

    /// Asks to keep the event as events/<name>.json.
    void saveRequested(const QString &name, const QByteArray &event);

    void recentTemplatesChanged(const QStringList &ids);

protected:
    using QWidget::event; // event() above is another one
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    /// An event without a template gets the form of the one that it fits.
    void loadWithForm(const QByteArray &text, const QString &name,
                      EventDocument::Kept kept = EventDocument::Kept::Saved);
    QWidget *makeJsonSide();
    void connectAll();
    void connectMending();
    void addEditorCommands();
    void takePendingEdit();
    void takeMendedText(const QByteArray &text);
    void showText();
    void showState();
    void showDelivery();
    void fillDeliveryMenu();
    void stepBack();
    void noteRecent(const QString &id);
    void onTextPasted(const QString &text);
    void openPasteDialog(const QString &text, const std::optional<EventDraft> &before);
    void takePasted(const PastedEvent &pasted, const std::optional<EventDraft> &before);
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

    QStringList m_recentTemplates;
    DeliveryChain m_delivery;

    EventTools *m_tools;
    EventChooser *m_chooser;
    DeliveryBar *m_deliveryBar;
    NoticeSlot *m_notices;
    NoticeBar *m_formNotice;
    ParameterForm *m_form;
    QScrollArea *m_formScroll;
    QWidget *m_formSide;
    CodeEditor *m_editor;
    EventStatus *m_status;
    ProblemList *m_problems;
    QWidget *m_jsonSide = nullptr;
    QSplitter *m_splitter;
    EventMending *m_mending;
    JsonCompletion *m_completion;
    QTimer m_typing;
    bool m_isShowingText = false;
    bool m_isDelivering = false;
};

} // namespace coldframe
