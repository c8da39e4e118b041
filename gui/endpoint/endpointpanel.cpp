// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/endpoint/endpointpanel.h"

#include "core/fixtures/eventcommands.h"
#include "gui/base/emptystate.h"
#include "gui/base/icons.h"
#include "gui/base/listtable.h"
#include "gui/base/noticebar.h"
#include "gui/endpoint/serveddelegate.h"

#include <QCheckBox>
#include <QClipboard>
#include <QEvent>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QSpinBox>
#include <QStackedWidget>
#include <QTableView>
#include <QToolButton>

namespace coldframe {

namespace {

constexpr int LargestPort = 65'535;

QToolButton *makeCopyButton(const QString &objectName, const QString &toolTip)
{
    auto *button = new QToolButton;
    button->setObjectName(objectName);
    button->setToolTip(toolTip);
    button->setAccessibleName(toolTip);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

} // namespace

EndpointPanel::EndpointPanel(QWidget *parent)
    : QWidget(parent)
    , m_serve(new QToolButton)
    , m_port(new QSpinBox)
    , m_callEachOther(new QCheckBox(tr("Functions call each other here")))
    , m_problem(new NoticeBar(NoticeBar::Tone::Error, {}))
    , m_use(makeUse())
    , m_table(new QTableView)
    , m_off(new EmptyState(
          Symbol::Server, tr("The Lambda API is off"),
          tr("Serve it, and the AWS CLI and any AWS SDK can list, change and invoke the functions "
             "of this workspace at an address of this computer. Nothing leaves the computer.")))
    , m_quiet(new EmptyState(Symbol::Server, tr("No calls yet"),
                             tr("Run the command above in a terminal, or give an SDK client this "
                                "address as its endpoint.")))
    , m_pages(new QStackedWidget)
{
    setObjectName(QStringLiteral("endpointPanel"));
    m_off->setObjectName(QStringLiteral("endpointOff"));
    m_off->setActionText(tr("Serve Lambda API"));
    m_quiet->setObjectName(QStringLiteral("endpointQuiet"));
    m_problem->setObjectName(QStringLiteral("endpointProblem"));
    m_problem->setClosable();
    m_problem->hide();
    setUpTable();
    m_pages->addWidget(m_off);
    m_pages->addWidget(m_quiet);
    m_pages->addWidget(m_table);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeTools());
    layout->addWidget(m_problem);
    layout->addWidget(m_use);
    layout->addWidget(m_pages, 1);

    connect(m_serve, &QToolButton::clicked, this, &EndpointPanel::serveToggled);
    connect(m_off, &EmptyState::actionRequested, this, [this] { Q_EMIT serveToggled(true); });
    connect(m_port, &QSpinBox::valueChanged, this, &EndpointPanel::portEdited);
    connect(m_callEachOther, &QCheckBox::toggled, this, &EndpointPanel::callEachOtherEdited);
    connect(m_problem, &NoticeBar::closed, m_problem, &QWidget::hide);
    applyColours();
    showStopped();
}

QWidget *EndpointPanel::makeTools()
{
    m_serve->setObjectName(QStringLiteral("serveButton"));
    m_serve->setText(tr("Serve Lambda API"));
    m_serve->setToolTip(tr("Serve Lambda's API on 127.0.0.1 while this window is open"));
    m_serve->setCheckable(true);
    m_serve->setAutoRaise(true);
    m_serve->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_serve->setFocusPolicy(Qt::TabFocus);
    m_port->setObjectName(QStringLiteral("endpointPort"));
    m_port->setRange(0, LargestPort);
    m_port->setSpecialValueText(tr("any"));
    m_port->setToolTip(tr("The port on 127.0.0.1; the lowest value picks a free one each time"));
    m_callEachOther->setObjectName(QStringLiteral("callEachOther"));
    m_callEachOther->setToolTip(
        tr("SDK clients for Lambda inside the functions find this address: "
           "AWS_ENDPOINT_URL_LAMBDA is set for functions that are called through it."));
    auto *portLabel = new QLabel(tr("&Port:"));
    portLabel->setBuddy(m_port);

    auto *tools = new QWidget;
    auto *row = new QHBoxLayout(tools);
    row->setContentsMargins(6, 4, 8, 4);
    row->setSpacing(6);
    row->addWidget(m_serve);
    row->addSpacing(6);
    row->addWidget(portLabel);
    row->addWidget(m_port);
    row->addSpacing(6);
    row->addWidget(m_callEachOther);
    row->addStretch(1);
    return tools;
}

QWidget *EndpointPanel::makeUse()
{
    m_address = new QLabel;
    m_address->setObjectName(QStringLiteral("endpointAddress"));
    m_address->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    QFont strong = m_address->font();
    strong.setWeight(QFont::DemiBold);
    m_address->setFont(strong);
    m_copyAddress = makeCopyButton(QStringLiteral("copyAddress"), tr("Copy the address"));
    m_command = new QLineEdit;
    m_command->setObjectName(QStringLiteral("endpointCommand"));
    m_command->setAccessibleName(tr("Command for the AWS CLI"));
    m_command->setReadOnly(true);
    m_command->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_copyCommand = makeCopyButton(QStringLiteral("copyCommand"), tr("Copy the command"));

    auto *use = new QWidget;
    auto *row = new QHBoxLayout(use);
    row->setContentsMargins(10, 2, 8, 6);
    row->setSpacing(4);
    row->addWidget(m_address);
    row->addWidget(m_copyAddress);
    row->addSpacing(8);
    row->addWidget(m_command, 1);
    row->addWidget(m_copyCommand);
    connect(m_copyAddress, &QToolButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(m_url); });
    connect(m_copyCommand, &QToolButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(m_command->text()); });
    return use;
}

void EndpointPanel::setUpTable()
{
    m_table->setObjectName(QStringLiteral("servedTable"));
    m_table->setAccessibleName(tr("Last calls of the Lambda API"));
    m_table->setModel(&m_model);
    m_table->setItemDelegate(new ServedDelegate(m_table));
    styleAsList(*m_table);
    QHeaderView *header = m_table->horizontalHeader();
    header->setStretchLastSection(true);
    const auto width = [this](ServedModel::Column column, int letters) {
        setColumnLetters(*m_table, column, letters);
    };
    width(ServedModel::Time, 9);
    width(ServedModel::Operation, 27);
    width(ServedModel::Function, 16);
    width(ServedModel::Status, 7);
    width(ServedModel::Duration, 9);
}

void EndpointPanel::setPort(int port)
{
    const QSignalBlocker quiet(m_port);
    m_port->setValue(port);
}

void EndpointPanel::setCallEachOther(bool on)
{
    const QSignalBlocker quiet(m_callEachOther);
    m_callEachOther->setChecked(on);
}

void EndpointPanel::showServing(const QString &url)
{
    m_url = url;
    m_problem->hide();
    m_serve->setChecked(true);
    m_port->setEnabled(false);
    m_callEachOther->setEnabled(false);
    m_address->setText(url);
    m_use->show();
    showUse();
    showPage();
}

void EndpointPanel::showStopped()
{
    m_url.clear();
    m_serve->setChecked(false);
    m_port->setEnabled(true);
    m_callEachOther->setEnabled(true);
    m_use->hide();
    showPage();
}

void EndpointPanel::showProblem(const QString &sentence)
{
    showStopped();
    m_problem->setSentence(sentence);
    m_problem->show();
}

void EndpointPanel::setFunction(const QString &name)
{
    m_functionName = name;
    showUse();
}

void EndpointPanel::showUse()
{
    m_command->setText(awsCliCommand({m_functionName, {}, m_url}));
    m_command->setCursorPosition(0);
    m_command->setToolTip(m_command->text());
}

void EndpointPanel::addCalls(std::vector<ServedCall> calls)
{
    m_model.add(std::move(calls));
    showPage();
}

void EndpointPanel::showPage()
{
    if (m_model.rowCount() > 0)
        m_pages->setCurrentWidget(m_table);
    else
        m_pages->setCurrentWidget(m_url.isEmpty() ? m_off : m_quiet);
}

void EndpointPanel::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        applyColours();
}

void EndpointPanel::applyColours()
{
    m_serve->setIcon(themedIcon(Symbol::Server, palette()));
    m_copyAddress->setIcon(themedIcon(Symbol::Copy, palette()));
    m_copyCommand->setIcon(themedIcon(Symbol::Copy, palette()));
}

} // namespace coldframe

#include "moc_endpointpanel.cpp"
