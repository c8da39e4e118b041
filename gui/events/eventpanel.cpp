// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/events/eventpanel.h"

#include "gui/base/codeeditor.h"
#include "gui/base/noticebar.h"
#include "gui/events/eventchooser.h"
#include "gui/events/eventfile.h"
#include "gui/events/eventstatus.h"
#include "gui/events/eventtools.h"
#include "gui/events/noticeslot.h"
#include "gui/events/parameterform.h"
#include "wording/errortext.h"

#include <nlohmann/json.hpp>

#include <QApplication>
#include <QDropEvent>
#include <QFileDialog>
#include <QInputDialog>
#include <QScrollArea>
#include <QSplitter>
#include <QVBoxLayout>

#include <chrono>

namespace coldframe {

using namespace std::chrono_literals;

namespace {

constexpr int NarrowestSideBySide = 620;
constexpr int NarrowestForm = 240;
constexpr qsizetype LargeText = 256 * 1024;

} // namespace

EventPanel::EventPanel(QWidget *parent)
    : QWidget(parent)
    , m_tools(new EventTools)
    , m_chooser(new EventChooser(m_choices, this))
    , m_notices(new NoticeSlot)
    , m_formNotice(new NoticeBar(NoticeBar::Tone::Warning, {}))
    , m_form(new ParameterForm(m_document))
    , m_formScroll(new QScrollArea)
    , m_formSide(new QWidget)
    , m_editor(new CodeEditor)
    , m_status(new EventStatus)
    , m_splitter(new QSplitter(Qt::Horizontal))
{
    setObjectName(QStringLiteral("eventPanel"));
    setAcceptDrops(true);
    m_formNotice->setObjectName(QStringLiteral("formNotice"));
    m_formNotice->hide();
    m_formScroll->setWidget(m_form);
    m_formScroll->setWidgetResizable(true);
    m_formScroll->setFrameShape(QFrame::NoFrame);
    m_formScroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_formSide->setObjectName(QStringLiteral("formSide"));
    m_formSide->setMinimumWidth(NarrowestForm);
    auto *formLayout = new QVBoxLayout(m_formSide);
    formLayout->setContentsMargins(0, 0, 0, 0);
    formLayout->setSpacing(0);
    formLayout->addWidget(m_formNotice);
    formLayout->addWidget(m_formScroll, 1);

    m_splitter->setObjectName(QStringLiteral("eventSplitter"));
    m_splitter->addWidget(m_formSide);
    m_splitter->addWidget(makeJsonSide());
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setStretchFactor(0, 2);
    m_splitter->setStretchFactor(1, 3);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_tools);
    layout->addWidget(m_notices);
    layout->addWidget(m_splitter, 1);

    connectAll();
    m_document.load("{}", {});
}

EventPanel::~EventPanel()
{
    // The focus moves while the children go, when there is no document any more.
    disconnect(qApp, nullptr, this, nullptr);
}

QByteArray EventPanel::event() const
{
    return m_typing.isActive() ? m_editor->text().toUtf8() : m_document.text();
}

bool EventPanel::isValid() const
{
    return m_typing.isActive() ? checkJson(event()).has_value() : !m_document.problem();
}

void EventPanel::setCatalogue(const TemplateCatalogue *catalogue)
{
    m_catalogue = catalogue;
    m_choices.setCatalogue(catalogue);
}

void EventPanel::setSavedEvents(const QStringList &paths)
{
    m_choices.setSavedEvents(paths);
    m_savedNames.clear();
    for (const QString &path : paths)
        m_savedNames.append(savedEventName(path));
}

void EventPanel::setEvent(const QByteArray &event, const QString &name)
{
    m_typing.stop();
    m_savedName.clear();
    loadWithForm(event, name);
}

void EventPanel::loadWithForm(const QByteArray &text, const QString &name)
{
    if (m_catalogue && text.size() <= EventDocument::LargestFormText) {
        const Result<OrderedJson> json = parseJson(text);
        const auto found = json ? m_catalogue->recognise(*json) : std::nullopt;
        if (found && m_document.load(*found, {text, found->id, name}, EventDocument::Kept::Saved))
            return;
    }
    m_document.load(text, name);
}

void EventPanel::chooseTemplate(const QString &id)
{
    takePendingEdit();
    const EventDraft before = m_document.draft();
    const bool wasEdited = m_document.isTextEdited();
    const auto found = m_catalogue ? m_catalogue->find(id)
                                   : Result<EventTemplate>(failure(Error::Code::NotFound, id));
    const Result<void> loaded
        = found ? m_document.load(*found) : Result<void>(tl::make_unexpected(found.error()));
    if (!loaded) {
        m_notices->tell(NoticeBar::Tone::Error, errorText(loaded.error()));
        return;
    }
    m_savedName.clear();
    m_notices->drop();
    if (wasEdited)
        offerBack(before);
}

void EventPanel::openFile(const QString &path)
{
    takePendingEdit();
    const EventDraft before = m_document.draft();
    const bool wasEdited = m_document.isTextEdited();
    const auto text = readEventFile(path);
    if (!text) {
        m_notices->tell(NoticeBar::Tone::Error, errorText(text.error()));
        return;
    }
    const QString name = savedEventName(path);
    loadWithForm(*text, name);
    m_savedName = m_savedNames.contains(name) ? name : QString();
    m_notices->drop();
    if (wasEdited)
        offerBack(before);
}

EventDraft EventPanel::draft() const
{
    EventDraft draft = m_document.draft();
    draft.text = event();
    return draft;
}

void EventPanel::setDraft(const EventDraft &draft)
{
    m_typing.stop();
    m_savedName = m_savedNames.contains(draft.name) ? draft.name : QString();
    if (m_catalogue && !draft.templateId.isEmpty()) {
        const auto found = m_catalogue->find(draft.templateId);
        if (found && m_document.load(*found, draft, EventDocument::Kept::Draft))
            return;
    }
    m_document.load(draft.text, draft.name);
}

void EventPanel::showChooser()
{
    m_chooser->openBelow(m_tools->chooserAnchor());
}

void EventPanel::saveEvent()
{
    if (m_savedName.isEmpty())
        saveEventAs();
    else
        save(m_savedName);
}

void EventPanel::saveEventAs()
{
    auto *dialog = new QInputDialog(this);
    dialog->setObjectName(QStringLiteral("saveEventDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Save Event"));
    dialog->setLabelText(tr("Name of the event, kept as events/<name>.json:"));
    dialog->setOkButtonText(tr("Save"));
    const EventForm *form = m_document.form();
    dialog->setTextValue(
        eventFileName(form && m_savedName.isEmpty() ? form->eventTemplate().id : eventName()));
    connect(dialog, &QInputDialog::textValueSelected, this, [this](const QString &text) {
        const QString name = eventFileName(text);
        if (name.isEmpty())
            m_notices->tell(NoticeBar::Tone::Warning,
                            tr("An event needs a name to be saved under."));
        else if (name != m_savedName && m_savedNames.contains(name))
            m_notices->tell(NoticeBar::Tone::Warning,
                            tr("There is a saved event named “%1” already.").arg(name),
                            tr("Replace It"), [this, name] { save(name); });
        else
            save(name);
    });
    dialog->open();
}

void EventPanel::dragEnterEvent(QDragEnterEvent *event)
{
    if (!droppedEventFile(event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void EventPanel::dropEvent(QDropEvent *event)
{
    const QString path = droppedEventFile(event->mimeData());
    if (path.isEmpty())
        return;
    event->acceptProposedAction();
    openFile(path);
}

bool EventPanel::eventFilter(QObject *watched, QEvent *event)
{
    // The text itself would take a dropped file for its address.
    switch (event->type()) {
    case QEvent::DragEnter:
    case QEvent::DragMove:
    case QEvent::Drop: {
        auto *drop = static_cast<QDropEvent *>(event);
        if (droppedEventFile(drop->mimeData()).isEmpty())
            break;
        drop->acceptProposedAction();
        if (event->type() == QEvent::Drop)
            dropEvent(drop);
        return true;
    }
    default:
        break;
    }
    return QWidget::eventFilter(watched, event);
}

void EventPanel::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    stackBySize();
}

QWidget *EventPanel::makeJsonSide()
{
    m_editor->setObjectName(QStringLiteral("eventEditor"));
    m_editor->setTextLabel(tr("Event as JSON"));
    m_editor->setLanguage(CodeLanguage::Json);
    for (QWidget *child : m_editor->findChildren<QWidget *>())
        child->installEventFilter(this);
    auto *side = new QWidget;
    auto *layout = new QVBoxLayout(side);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_editor, 1);
    layout->addWidget(m_status);
    return side;
}

void EventPanel::connectAll()
{
    m_typing.setSingleShot(true);
    connect(&m_typing, &QTimer::timeout, this, &EventPanel::takePendingEdit);
    connect(m_editor, &CodeEditor::textChanged, this, [this] {
        if (m_isShowingText)
            return;
        m_typing.start(m_document.text().size() > LargeText ? 600ms : 150ms);
    });
    connect(&m_document, &EventDocument::loaded, this, [this] {
        showText();
        const bool hadForm = m_formSide->isVisibleTo(this);
        m_formSide->setVisible(m_document.form() != nullptr);
        if (!hadForm)
            divide();
        m_formScroll->ensureVisible(0, 0);
    });
    connect(&m_document, &EventDocument::textReplaced, this, &EventPanel::showText);
    connect(&m_document, &EventDocument::changed, this, [this] {
        showState();
        Q_EMIT eventChanged();
    });
    connect(m_tools, &EventTools::chooserRequested, this, &EventPanel::showChooser);
    connect(m_chooser, &EventChooser::templateChosen, this, &EventPanel::chooseTemplate);
    connect(m_chooser, &EventChooser::savedEventChosen, this, &EventPanel::openFile);
    connect(m_tools, &EventTools::indentRequested, this, [this] {
        takePendingEdit();
        m_document.indent();
    });
    connect(m_tools, &EventTools::openRequested, this, &EventPanel::askForFile);
    connect(m_tools, &EventTools::saveRequested, this, &EventPanel::saveEvent);
    connect(m_tools, &EventTools::saveAsRequested, this, &EventPanel::saveEventAs);
    connect(m_status, &EventStatus::problemActivated, this, [this] {
        if (m_document.problem() && m_document.problem()->position)
            m_editor->setCursorPosition(*m_document.problem()->position);
        m_editor->setFocus();
    });
    connect(qApp, &QApplication::focusChanged, this, &EventPanel::onFocusChanged);
}

void EventPanel::takePendingEdit()
{
    m_typing.stop();
    if (!m_isShowingText)
        m_document.editText(m_editor->text().toUtf8());
}

void EventPanel::showText()
{
    m_typing.stop();
    const QString text = QString::fromUtf8(m_document.text());
    if (text == m_editor->text())
        return;
    m_isShowingText = true;
    m_editor->setText(text, CodeEditor::UndoHistory::Keep);
    m_isShowingText = false;
}

void EventPanel::showState()
{
    const auto &problem = m_document.problem();
    m_tools->setEventName(m_document.name());
    m_status->setState(m_document.text().size(), problem);
    m_tools->setIndentable(!problem);
    if (problem && problem->position)
        m_editor->showProblem(*problem->position, errorText(*problem));
    else
        m_editor->clearProblem();
    m_formNotice->setVisible(m_document.form() && !m_document.isFormUsable());
    m_formNotice->setSentence(
        problem ? tr("The form waits until the JSON is valid again. Nothing in it is lost.")
                : tr("This event is too large for the form. Edit its JSON."));
}

void EventPanel::stackBySize()
{
    const auto orientation = width() < NarrowestSideBySide ? Qt::Vertical : Qt::Horizontal;
    if (m_splitter->orientation() == orientation)
        return;
    m_splitter->setOrientation(orientation);
    divide();
}

void EventPanel::divide()
{
    const bool sideBySide = m_splitter->orientation() == Qt::Horizontal;
    const int whole = sideBySide ? m_splitter->width() : m_splitter->height();
    const int form = whole * (sideBySide ? 2 : 3) / (sideBySide ? 5 : 6);
    m_splitter->setSizes({form, whole - form});
}

void EventPanel::onFocusChanged(const QWidget *before, const QWidget *now)
{
    const bool wasInside = before && m_editor->isAncestorOf(before);
    if (!wasInside || !now || m_editor->isAncestorOf(now))
        return;
    if (m_typing.isActive())
        takePendingEdit();
    m_document.finishEditing();
}

void EventPanel::askForFile()
{
    auto *dialog = new QFileDialog(this, tr("Open Event"));
    dialog->setObjectName(QStringLiteral("openEventDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("JSON files (*.json)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this, &EventPanel::openFile);
    dialog->open();
}

void EventPanel::save(const QString &name)
{
    takePendingEdit();
    m_savedName = name;
    m_document.setName(name);
    m_notices->drop();
    Q_EMIT saveRequested(name, m_document.text());
}

void EventPanel::offerBack(const EventDraft &before)
{
    m_notices->tell(NoticeBar::Tone::Information,
                    before.name.isEmpty()
                        ? tr("Your edited event was put aside.")
                        : tr("Your edits of “%1” were put aside.").arg(before.name),
                    tr("Bring Them Back"), [this, before] { setDraft(before); });
}

} // namespace coldframe
