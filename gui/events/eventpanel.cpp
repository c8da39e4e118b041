// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/events/eventpanel.h"

#include "core/events/eventlintkind.h"
#include "core/events/eventpaste.h"
#include "gui/base/codeeditor.h"
#include "gui/base/noticebar.h"
#include "gui/events/deliverybar.h"
#include "gui/events/eventchooser.h"
#include "gui/events/eventfile.h"
#include "gui/events/eventmending.h"
#include "gui/events/eventstatus.h"
#include "gui/events/eventtools.h"
#include "gui/events/jsoncompletion.h"
#include "gui/events/noticeslot.h"
#include "gui/events/parameterform.h"
#include "gui/events/pastedialog.h"
#include "gui/events/problemlist.h"
#include "wording/errortext.h"

#include <nlohmann/json.hpp>

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QDropEvent>
#include <QFileDialog>
#include <QInputDialog>
#include <QMenu>
#include <QMimeData>
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
constexpr qsizetype LargestFollowedText = 256 * 1024; ///< for the way that an event came
constexpr qsizetype LargestPastedText = 1024 * 1024; ///< that is looked at without being asked
constexpr qsizetype MostRecentTemplates = 6;

} // namespace

EventPanel::EventPanel(QWidget *parent)
    : QWidget(parent)
    , m_tools(new EventTools)
    , m_chooser(new EventChooser(m_choices, this))
    , m_deliveryBar(new DeliveryBar)
    , m_notices(new NoticeSlot)
    , m_formNotice(new NoticeBar(NoticeBar::Tone::Warning, {}))
    , m_form(new ParameterForm(m_document))
    , m_formScroll(new QScrollArea)
    , m_formSide(new QWidget)
    , m_editor(new CodeEditor)
    , m_status(new EventStatus)
    , m_problems(new ProblemList)
    , m_splitter(new QSplitter(Qt::Horizontal))
    , m_mending(new EventMending(m_document, *m_editor, *m_status, *m_problems, this))
    , m_completion(new JsonCompletion(m_document, *m_editor, this))
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
    layout->addWidget(m_deliveryBar);
    layout->addWidget(m_notices);
    layout->addWidget(m_splitter, 1);
    m_deliveryBar->hide();

    connectAll();
    connectMending();
    addEditorCommands();
    setCatalogue(nullptr);
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
    m_completion->setCatalogue(catalogue);
    m_mending->setCatalogue(catalogue);
    m_tools->setPastable(catalogue != nullptr);
}

void EventPanel::setRecentTemplates(const QStringList &ids)
{
    m_recentTemplates = ids.mid(0, MostRecentTemplates);
    m_choices.setRecentTemplates(m_recentTemplates);
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

void EventPanel::loadWithForm(const QByteArray &text, const QString &name, EventDocument::Kept kept)
{
    if (m_catalogue && text.size() <= EventDocument::LargestFormText) {
        const Result<OrderedJson> json = parseJson(text);
        const auto found = json ? m_catalogue->recognise(*json) : std::nullopt;
        if (found && m_document.load(*found, {text, found->id, name}, kept))
            return;
    }
    m_document.load(text, name, kept);
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
    noteRecent(id);
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

void EventPanel::pasteAsEvent()
{
    openPasteDialog(QGuiApplication::clipboard()->text(), std::nullopt);
}

void EventPanel::dragEnterEvent(QDragEnterEvent *event)
{
    const QMimeData *dropped = event->mimeData();
    if (!droppedEventFile(dropped).isEmpty()
        || (m_catalogue && dropped->hasText() && !dropped->hasUrls()))
        event->acceptProposedAction();
}

void EventPanel::dropEvent(QDropEvent *event)
{
    const QMimeData *dropped = event->mimeData();
    const QString path = droppedEventFile(dropped);
    if (!path.isEmpty()) {
        event->acceptProposedAction();
        openFile(path);
    } else if (m_catalogue && dropped->hasText() && !dropped->hasUrls()) {
        event->acceptProposedAction();
        openPasteDialog(dropped->text(), std::nullopt);
    }
}

bool EventPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_jsonSide) {
        if (event->type() == QEvent::Resize)
            m_problems->setLargestHeight(m_jsonSide->height() / 3);
        return QWidget::eventFilter(watched, event);
    }
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
    m_editor->setWordCompletion(false); // the template's words instead
    for (QWidget *child : m_editor->findChildren<QWidget *>())
        child->installEventFilter(this);
    auto *side = new QWidget;
    auto *layout = new QVBoxLayout(side);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_editor, 1);
    layout->addWidget(m_status);
    layout->addWidget(m_problems);
    m_jsonSide = side;
    side->installEventFilter(this);
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
        m_mending->forget();
        if (!m_isDelivering)
            m_delivery.clear();
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
    connect(m_tools, &EventTools::deliveryMenuRequested, this, &EventPanel::fillDeliveryMenu);
    connect(m_tools, &EventTools::pasteRequested, this, &EventPanel::pasteAsEvent);
    connect(m_deliveryBar, &DeliveryBar::backRequested, this, &EventPanel::stepBack);
    connect(m_deliveryBar, &DeliveryBar::unwrapRequested, this, &EventPanel::unwrap);
    connect(m_editor, &CodeEditor::textPasted, this, &EventPanel::onTextPasted);
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

void EventPanel::connectMending()
{
    connect(m_mending, &EventMending::aboutToMend, this, [this] {
        if (m_typing.isActive())
            takePendingEdit();
    });
    connect(m_mending, &EventMending::mended, this, &EventPanel::takeMendedText);
}

void EventPanel::addEditorCommands()
{
    const auto add = [this](const QString &name, const QKeySequence &keys, auto command) {
        auto *action = new QAction(m_editor);
        action->setObjectName(name);
        action->setShortcut(keys);
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        m_editor->addAction(action);
        connect(action, &QAction::triggered, this, command);
    };
    add(QStringLiteral("mendAtCursor"), Qt::CTRL | Qt::Key_Period,
        [this] { m_mending->mendAtCursor(); });
    add(QStringLiteral("completeJson"), Qt::CTRL | Qt::Key_Space,
        [this] { m_completion->offer(JsonCompletion::Asked::ByUser); });
    add(QStringLiteral("pasteAsEventKeys"), Qt::CTRL | Qt::SHIFT | Qt::Key_V,
        [this] { pasteAsEvent(); });
    // In the list of problems the same key means the row.
    auto *mendRow = new QAction(m_problems);
    mendRow->setShortcut(Qt::CTRL | Qt::Key_Period);
    mendRow->setShortcutContext(Qt::WidgetShortcut);
    m_problems->addAction(mendRow);
    connect(mendRow, &QAction::triggered, this, [this] {
        if (m_problems->currentIndex().isValid())
            m_mending->mend(m_problems->problems().at(
                static_cast<std::size_t>(m_problems->currentIndex().row())));
    });
}

void EventPanel::takeMendedText(const QByteArray &text)
{
    // As an edit of the user, so that it can be undone and the form follows.
    m_editor->setText(QString::fromUtf8(text), CodeEditor::UndoHistory::Keep);
    takePendingEdit();
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
    m_tools->setIndentable(!problem);
    m_mending->refresh();
    showDelivery();
    m_formNotice->setVisible(m_document.form() && !m_document.isFormUsable());
    m_formNotice->setSentence(
        problem ? tr("The form waits until the JSON is valid again. Nothing in it is lost.")
                : tr("This event is too large for the form. Edit its JSON."));
}

void EventPanel::showDelivery()
{
    const bool isFollowed
        = !m_document.problem() && m_document.text().size() <= LargestFollowedText;
    const auto event = isFollowed ? parseJson(m_document.text())
                                  : Result<OrderedJson>(failure(Error::Code::EventTooLarge));
    if (event)
        m_delivery.follow(*event);
    else
        m_delivery.lose();
    m_tools->setDeliverable(m_catalogue && !m_document.problem());
    m_deliveryBar->setVisible(m_delivery.isTold());
    m_deliveryBar->setWay(m_delivery.text(),
                          m_delivery.hasSteps() ? DeliveryBar::WayBack::OneStep
                                                : DeliveryBar::WayBack::Unwrap);
}

void EventPanel::fillDeliveryMenu()
{
    if (m_typing.isActive())
        takePendingEdit();
    QMenu &menu = m_tools->deliveryMenu();
    menu.clear();
    const auto event = parseJson(m_document.text());
    if (!event)
        return;
    menu.addSection(tr("Deliver Through"));
    const std::vector<DeliveryWay> ways = deliveryWays(*event);
    for (const DeliveryWay &way : ways) {
        QAction *action = menu.addAction(deliveryWayText(way));
        action->setObjectName(carrierId(way.carrier)
                              + (way.raw ? QStringLiteral("-raw") : QString()));
        connect(action, &QAction::triggered, this, [this, way] { deliver(way); });
    }
    if (ways.empty())
        menu.addAction(tr("This event only goes to the function"))->setEnabled(false);
    menu.addSeparator();
    QAction *back = menu.addAction(tr("One Step Back"));
    back->setEnabled(m_delivery.hasSteps());
    connect(back, &QAction::triggered, this, &EventPanel::stepBack);
    QAction *inner = menu.addAction(tr("Unwrap the Inner Document"));
    inner->setObjectName(QStringLiteral("unwrapEvent"));
    inner->setEnabled(m_delivery.isCarried());
    connect(inner, &QAction::triggered, this, &EventPanel::unwrap);
}

void EventPanel::deliver(const DeliveryWay &way)
{
    takePendingEdit();
    const auto event = parseJson(m_document.text());
    if (!event || !m_catalogue)
        return;
    const auto wrapped = delivered(*m_catalogue, *event, way);
    if (!wrapped) {
        m_notices->tell(NoticeBar::Tone::Error, errorText(wrapped.error()));
        return;
    }
    const EventDraft before = m_document.draft();
    const bool wasEdited = m_document.isTextEdited();
    m_delivery.add(
        {before, wasEdited ? EventDocument::Kept::Draft : EventDocument::Kept::Saved, way});
    m_savedName.clear();
    m_isDelivering = true;
    loadWithForm(writeJson(*wrapped, JsonLayout::Indented), m_delivery.text());
    m_isDelivering = false;
    m_notices->drop();
    if (wasEdited)
        offerBack(before);
}

void EventPanel::stepBack()
{
    if (!m_delivery.hasSteps())
        return;
    takePendingEdit();
    const EventDraft now = m_document.draft();
    const bool wasEdited = m_document.isTextEdited();
    const DeliveryChain::Step step = m_delivery.takeBack();
    m_isDelivering = true;
    const auto found = m_catalogue && !step.before.templateId.isEmpty()
        ? m_catalogue->find(step.before.templateId)
        : Result<EventTemplate>(failure(Error::Code::NotFound));
    if (!found || !m_document.load(*found, step.before, step.kept))
        m_document.load(step.before.text, step.before.name, step.kept);
    m_isDelivering = false;
    m_notices->drop();
    if (wasEdited)
        offerBack(now);
}

void EventPanel::unwrap()
{
    takePendingEdit();
    const auto event = parseJson(m_document.text());
    if (!event)
        return;
    const UnwrappedEvent inside = unwrapEvent(*event);
    if (inside.carriers.empty())
        return;
    const EventDraft before = m_document.draft();
    m_savedName.clear();
    loadWithForm(writeJson(*inside.document, JsonLayout::Indented), {}, EventDocument::Kept::Draft);
    offerBack(before);
}

void EventPanel::noteRecent(const QString &id)
{
    QStringList ids = m_recentTemplates;
    ids.removeAll(id);
    ids.prepend(id);
    setRecentTemplates(ids);
    Q_EMIT recentTemplatesChanged(m_recentTemplates);
}

void EventPanel::onTextPasted(const QString &text)
{
    // The text is not in the editor yet, so this is the event as it was before.
    if (!m_catalogue || text.size() > LargestPastedText)
        return;
    if (m_typing.isActive())
        takePendingEdit();
    const EventDraft before = m_document.draft();
    QTimer::singleShot(0, this, [this, text, before] {
        const QByteArray pasted = text.toUtf8();
        const bool isCommand = isCurlCommand(pasted);
        takePendingEdit();
        // What fits into the JSON was meant for it.
        if (!isCommand && (!m_document.problem() || !pasteEvent(pasted, *m_catalogue)))
            return;
        m_notices->tell(NoticeBar::Tone::Information,
                        isCommand ? tr("A curl command was pasted.")
                                  : tr("The pasted text is not JSON, but holds an event."),
                        tr("Make It the Event…"),
                        [this, text, before] { openPasteDialog(text, before); });
    });
}

void EventPanel::openPasteDialog(const QString &text, const std::optional<EventDraft> &before)
{
    if (!m_catalogue)
        return;
    auto *dialog = new PasteDialog(*m_catalogue, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setText(text);
    connect(dialog, &PasteDialog::eventPasted, this,
            [this, before](const PastedEvent &pasted) { takePasted(pasted, before); });
    dialog->open();
}

void EventPanel::takePasted(const PastedEvent &pasted, const std::optional<EventDraft> &before)
{
    takePendingEdit();
    const bool hadEvent = before ? before->text.trimmed() != "{}" : m_document.isTextEdited();
    const EventDraft old = before ? *before : m_document.draft();
    const QByteArray text = writeJson(*pasted.event, JsonLayout::Indented);
    const QString kind = eventKindName(pasted.kind);
    const QString name = kind.isEmpty() ? tr("Pasted event") : tr("Pasted: %1").arg(kind);
    m_savedName.clear();
    m_notices->drop();
    const auto found = pasted.templateId.isEmpty()
        ? Result<EventTemplate>(failure(Error::Code::NotFound))
        : m_catalogue->find(pasted.templateId);
    if (!found || !m_document.load(*found, {text, found->id, name}, EventDocument::Kept::Draft))
        loadWithForm(text, name, EventDocument::Kept::Draft);
    m_editor->setFocus();
    if (hadEvent)
        offerBack(old);
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

#include "moc_eventpanel.cpp"
