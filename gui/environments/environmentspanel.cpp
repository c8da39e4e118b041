// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/environments/environmentspanel.h"

#include "gui/base/colourlegend.h"
#include "gui/base/elidedlabel.h"
#include "gui/base/emptystate.h"
#include "gui/base/icons.h"
#include "gui/base/listtable.h"
#include "gui/base/noticebar.h"
#include "gui/environments/environmentmodel.h"
#include "gui/environments/lanestext.h"
#include "gui/environments/laneswidget.h"
#include "gui/environments/limitsform.h"
#include "wording/errortext.h"

#include <QAction>
#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QScrollArea>
#include <QSortFilterProxyModel>
#include <QStackedWidget>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace coldframe {

namespace {

constexpr int PanelSideMargin = 8; // pixels
constexpr int PanelTopMargin = 6;
constexpr int PanelRowSpacing = 5;
constexpr int NarrowestSideBySide = 860;
constexpr int SmallestLanes = 170; ///< height, above the table
constexpr std::chrono::milliseconds FrameInterval{33};
constexpr std::chrono::milliseconds TickInterval{500};

enum LanesPages { NoLanesPage, SomeLanesPage };
enum TablePages { NoneAlivePage, AlivePage };

} // namespace

EnvironmentsPanel::EnvironmentsPanel(const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_clock(clock)
    , m_model(new EnvironmentModel(clock, this))
    , m_sorted(new QSortFilterProxyModel(this))
{
    setObjectName(QStringLiteral("environmentsPanel"));
    auto *content = new QWidget;
    m_body = new QBoxLayout(QBoxLayout::LeftToRight, content);
    m_body->setContentsMargins(PanelSideMargin, 0, PanelSideMargin, PanelTopMargin);
    m_body->setSpacing(14);
    m_body->addWidget(makeLanes(), 11);
    m_body->addWidget(makeSide(), 10);
    auto *scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(content);

    m_notice = new NoticeBar(NoticeBar::Tone::Error, {});
    m_notice->setObjectName(QStringLiteral("provisioningNotice"));
    m_notice->setClosable();
    m_notice->hide();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeHeader());
    layout->addWidget(m_notice);
    layout->addWidget(scroll, 1);

    m_changes.setSingleShot(true);
    m_changes.setInterval(FrameInterval);
    connect(&m_changes, &QTimer::timeout, this, &EnvironmentsPanel::showChanges);
    m_tick.setInterval(TickInterval);
    connect(&m_tick, &QTimer::timeout, this, &EnvironmentsPanel::tick);
    connect(m_notice, &NoticeBar::closed, m_notice, &QWidget::hide);
    connect(m_limits, &LimitsForm::concurrencyEdited, this, &EnvironmentsPanel::concurrencyEdited);
    connect(m_limits, &LimitsForm::provisionRequested, this, [this](int count) {
        m_provisioned[m_function] = count;
        m_notice->hide();
        updateProvisioned();
        Q_EMIT provisionRequested(count);
    });
    applyColours();
    showChanges();
}

QWidget *EnvironmentsPanel::makeHeader()
{
    auto *header = new QWidget;
    m_headerRow = new QHBoxLayout(header);
    m_headerRow->setContentsMargins(PanelSideMargin, PanelTopMargin, PanelSideMargin, 4);
    m_headerRow->setSpacing(4);
    m_counts = new QLabel;
    m_counts->setObjectName(QStringLiteral("environmentCounts"));
    m_counts->setTextFormat(Qt::PlainText);
    QFont bold = m_counts->font();
    bold.setBold(true);
    m_counts->setFont(bold);
    m_zoomOut = makeButton(QStringLiteral("lanesZoomOut"), {}, tr("Zoom out"), tr("Zoom out (-)"));
    m_zoomIn = makeButton(QStringLiteral("lanesZoomIn"), {}, tr("Zoom in"),
                          tr("Zoom in (+), or Ctrl and the wheel at the pointer"));
    m_fit = makeButton(QStringLiteral("lanesFit"), tr("Fit"), tr("Show everything"),
                       tr("Show everything (Home or 0)"));
    m_headerRow->addWidget(m_counts);
    m_headerRow->addStretch(1);
    for (QToolButton *button : {m_zoomOut, m_zoomIn, m_fit})
        m_headerRow->addWidget(button);
    connect(m_zoomOut, &QToolButton::clicked, m_lanes, &LanesWidget::zoomOut);
    connect(m_zoomIn, &QToolButton::clicked, m_lanes, &LanesWidget::zoomIn);
    connect(m_fit, &QToolButton::clicked, m_lanes, &LanesWidget::fit);
    return header;
}

QToolButton *EnvironmentsPanel::makeButton(const QString &name, const QString &text,
                                           const QString &accessibleName, const QString &toolTip)
{
    auto *button = new QToolButton;
    button->setObjectName(name);
    button->setText(text);
    button->setAccessibleName(accessibleName);
    button->setToolTip(toolTip);
    button->setAutoRaise(true);
    const int side = button->sizeHint().height();
    button->setMinimumSize(side, side);
    return button;
}

void EnvironmentsPanel::addToolActions(const QList<QAction *> &actions)
{
    int place = 2; // behind the counts and the stretch
    for (QAction *action : actions) {
        auto *button = new QToolButton;
        button->setObjectName(action->objectName() + QStringLiteral("OfPanel"));
        button->setDefaultAction(action);
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        button->setAutoRaise(true);
        button->setFocusPolicy(Qt::TabFocus);
        m_headerRow->insertWidget(place++, button);
    }
    m_headerRow->insertSpacing(place, 10);
}

QWidget *EnvironmentsPanel::makeLanes()
{
    auto *area = new QWidget;
    auto *layout = new QVBoxLayout(area);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(PanelRowSpacing);
    m_lanes = new LanesWidget(m_history);
    m_lanes->setObjectName(QStringLiteral("lanes"));
    m_details = new ElidedLabel(Qt::ElideRight);
    m_details->setObjectName(QStringLiteral("laneDetails"));
    m_legend = new ColourLegend;
    m_legend->setObjectName(QStringLiteral("lanesLegend"));
    m_legend->setAccessibleName(tr("Colours of the lanes"));
    layout->addWidget(m_lanes, 1);
    layout->addWidget(m_details);
    layout->addWidget(m_legend);
    m_lanesPages = new QStackedWidget;
    m_lanesPages->setObjectName(QStringLiteral("lanesPages"));
    auto *empty = new EmptyState(
        Symbol::Environment, tr("No environment yet"),
        tr("Run the function (Ctrl+Enter) or keep some environments warm to see how they live."));
    empty->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Ignored);
    m_lanesPages->addWidget(empty);
    m_lanesPages->addWidget(area);
    connect(m_lanes, &LanesWidget::detailsChanged, this, [this](const QString &details) {
        m_details->setFullText(
            details.isEmpty()
                ? tr("Point at a bar or move between bars with the arrow keys to see its figures.")
                : details);
    });
    connect(m_lanes, &LanesWidget::scaleChanged, this, &EnvironmentsPanel::updateButtons);
    return m_lanesPages;
}

QWidget *EnvironmentsPanel::makeSide()
{
    auto *side = new QWidget;
    auto *layout = new QVBoxLayout(side);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    setUpTable();
    auto *none = new QLabel(tr("No environment is alive."));
    none->setAlignment(Qt::AlignCenter);
    none->setForegroundRole(QPalette::PlaceholderText);
    m_tablePages = new QStackedWidget;
    m_tablePages->addWidget(none);
    m_tablePages->addWidget(m_table);
    m_limits = new LimitsForm;
    m_limits->setObjectName(QStringLiteral("limitsForm"));
    layout->addWidget(m_tablePages, 1);
    layout->addWidget(m_limits);
    return side;
}

void EnvironmentsPanel::setUpTable()
{
    m_sorted->setSourceModel(m_model);
    m_sorted->setSortRole(EnvironmentModel::SortRole);
    m_sorted->setSortLocaleAware(true);
    m_table = new QTableView;
    m_table->setObjectName(QStringLiteral("environmentTable"));
    m_table->setAccessibleName(tr("Execution environments that are alive"));
    m_table->setModel(m_sorted);
    styleAsList(*m_table, 6);
    m_table->setFrameShape(QFrame::StyledPanel);
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(EnvironmentModel::Age, Qt::DescendingOrder);
    QHeaderView *header = m_table->horizontalHeader();
    header->setStretchLastSection(true);
    const auto width = [this](EnvironmentModel::Column column, int letters) {
        setColumnLetters(*m_table, column, letters);
    };
    width(EnvironmentModel::Environment, 10);
    width(EnvironmentModel::Function, 11);
    width(EnvironmentModel::State, 11);
    width(EnvironmentModel::Age, 8);
    width(EnvironmentModel::Calls, 5);
    width(EnvironmentModel::PeakMemory, 13);
    width(EnvironmentModel::Provisioned, 10);
    width(EnvironmentModel::Version, 13);
    m_table->setMinimumHeight(m_table->fontMetrics().height() * 5);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex &current) {
                if (current.isValid())
                    m_lanes->selectEnvironment(current.data(EnvironmentModel::IdRole).toString());
            });
}

void EnvironmentsPanel::setEnvironments(const std::vector<EnvironmentDescription> &environments)
{
    m_history.setEnvironments(environments, m_clock.wallNow());
    m_alive = environments;
    if (!m_changes.isActive())
        m_changes.start();
}

void EnvironmentsPanel::append(const InvocationRecord &record)
{
    m_history.append(record);
    if (!m_changes.isActive())
        m_changes.start();
}

void EnvironmentsPanel::showChanges()
{
    m_changes.stop();
    m_history.advance(m_clock.wallNow());
    m_model->setEnvironments(m_alive);
    m_lanesPages->setCurrentIndex(m_history.isEmpty() ? NoLanesPage : SomeLanesPage);
    m_tablePages->setCurrentIndex(m_alive.empty() ? NoneAlivePage : AlivePage);
    m_lanes->refresh();
    showCounts();
    updateProvisioned();
    updateButtons();
    if (m_alive.empty())
        m_tick.stop();
    else if (!m_tick.isActive())
        m_tick.start();
}

void EnvironmentsPanel::showCounts()
{
    const auto busy = std::count_if(m_alive.begin(), m_alive.end(), [](const auto &one) {
        return one.state == EnvironmentState::Busy;
    });
    QStringList parts{m_alive.empty()           ? tr("None alive")
                          : m_alive.size() == 1 ? tr("1 alive")
                                                : tr("%1 alive").arg(m_alive.size())};
    if (busy > 0)
        parts.append(tr("%1 busy").arg(busy));
    const int invocations = m_history.invocationCount();
    if (invocations > 0)
        parts.append(invocations == 1 ? tr("1 invocation")
                                      : tr("%L1 invocations").arg(invocations));
    m_counts->setText(parts.join(QStringLiteral(", ")));
}

void EnvironmentsPanel::tick()
{
    if (!isVisible())
        return;
    m_history.advance(m_clock.wallNow());
    m_lanes->refresh();
    m_model->tick();
}

void EnvironmentsPanel::setFunction(const QString &name)
{
    m_function = name;
    m_limits->setFunction(name);
    updateProvisioned();
}

void EnvironmentsPanel::setConcurrency(const ConcurrencySettings &settings)
{
    m_limits->setConcurrency(settings);
}

int EnvironmentsPanel::provisionedOf(const QString &functionName) const
{
    const auto found = m_provisioned.find(functionName);
    return found == m_provisioned.end() ? 0 : found->second;
}

void EnvironmentsPanel::showProvisioningFailure(const QString &functionName, const Error &error)
{
    m_provisioned.erase(functionName);
    m_notice->setSentence(
        tr("No environment of %1 is kept warm any more. %2").arg(functionName, errorText(error)));
    m_notice->show();
    updateProvisioned();
}

void EnvironmentsPanel::updateProvisioned()
{
    const auto ready = std::count_if(m_alive.begin(), m_alive.end(), [this](const auto &one) {
        return one.provisioned && one.functionName == m_function && one.initialisedAt
            && one.state != EnvironmentState::ShuttingDown;
    });
    m_limits->setProvisioned(provisionedOf(m_function), static_cast<int>(ready));
}

void EnvironmentsPanel::updateButtons()
{
    if (!m_fit)
        return;
    const bool shownWhole = m_lanes->scale().showsEverything();
    m_zoomIn->setEnabled(m_lanes->canZoomIn());
    m_zoomOut->setEnabled(!shownWhole);
    m_fit->setEnabled(!shownWhole);
}

QSize EnvironmentsPanel::minimumSizeHint() const
{
    return {280, 120};
}

void EnvironmentsPanel::arrange()
{
    const bool isBeside = width() >= NarrowestSideBySide;
    m_body->setDirection(isBeside ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    m_lanesPages->setMinimumHeight(isBeside ? 0 : SmallestLanes);
}

void EnvironmentsPanel::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void EnvironmentsPanel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    showChanges();
}

void EnvironmentsPanel::setUpLegend()
{
    const ThemeColours colours = ThemeColours::of(palette());
    std::vector<ColourLegend::Entry> entries;
    for (const auto activity :
         {EnvironmentActivity::Init, EnvironmentActivity::Invocation, EnvironmentActivity::Idle,
          EnvironmentActivity::Frozen, EnvironmentActivity::Shutdown})
        entries.push_back(
            {activityColour(activity, colours), activityText(activity), isHatched(activity)});
    entries.push_back({failureColour(colours), tr("Failed or timed out")});
    m_legend->setEntries(std::move(entries));
}

void EnvironmentsPanel::applyColours()
{
    m_zoomOut->setIcon(themedIcon(Symbol::Remove, palette()));
    m_zoomIn->setIcon(themedIcon(Symbol::Add, palette()));
    setUpLegend();
}

void EnvironmentsPanel::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        applyColours();
}

} // namespace coldframe

#include "moc_environmentspanel.cpp"
