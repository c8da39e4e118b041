// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/logs/logview.h"

#include "core/logs/logtext.h"
#include "gui/logs/filteredlogmodel.h"
#include "gui/logs/logrowpainter.h"

#include <QClipboard>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>

namespace coldframe {

/// The header's own view of the model: another log, which resets the model, leaves the widths and
/// the order of the columns as they are.
class LogHeaderModel final : public QAbstractTableModel
{
public:
    LogHeaderModel(const FilteredLogModel &lines, QObject *parent)
        : QAbstractTableModel(parent)
        , m_lines(lines)
        , m_count(lines.columnCount())
    { }

    void takeColumns()
    {
        beginResetModel();
        m_count = m_lines.columnCount();
        endResetModel();
    }

    int rowCount(const QModelIndex &) const override { return 0; }
    int columnCount(const QModelIndex &) const override { return m_count; }
    QVariant data(const QModelIndex &, int) const override { return {}; }
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override
    {
        return m_lines.headerData(section, orientation, role);
    }

private:
    const FilteredLogModel &m_lines;
    int m_count;
};

LogView::LogView(FilteredLogModel &model, QWidget *parent)
    : QAbstractItemView(parent)
    , m_model(model)
    , m_headerModel(new LogHeaderModel(model, this))
    , m_header(new QHeaderView(Qt::Horizontal, this))
{
    setObjectName(QStringLiteral("logView"));
    setAccessibleName(tr("Log lines"));
    setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    setSelectionMode(ExtendedSelection);
    setSelectionBehavior(SelectRows);
    setEditTriggers(NoEditTriggers);
    setFrameShape(NoFrame);
    setContextMenuPolicy(Qt::CustomContextMenu);
    m_header->setObjectName(QStringLiteral("logHeader"));
    m_header->setAccessibleName(tr("Columns"));
    m_header->setSectionsMovable(true);
    m_header->setStretchLastSection(true);
    m_header->setHighlightSections(false);
    m_header->setMinimumSectionSize(32);
    m_header->setContextMenuPolicy(Qt::CustomContextMenu);
    m_header->hide();
    setModel(&model);
    m_header->setModel(m_headerModel);
    m_header->setFont(QGuiApplication::font());

    const auto tellColumns = [this] {
        if (m_fitting)
            return;
        updateGeometries();
        viewport()->update();
        Q_EMIT columnsChanged();
    };
    connect(m_header, &QHeaderView::sectionMoved, this, tellColumns);
    connect(m_header, &QHeaderView::sectionResized, this, [this, tellColumns](int section) {
        // The last one follows the width of the view.
        if (m_header->visualIndex(section) + 1 < m_header->count())
            tellColumns();
    });
    connect(&model, &QAbstractItemModel::rowsRemoved, this, [this] {
        // What is read stays where it is while older lines leave above it.
        const int leaving = std::exchange(m_leaving, 0);
        if (!m_following && leaving > 0)
            verticalScrollBar()->setValue(verticalScrollBar()->value() - leaving);
        updateGeometries();
        viewport()->update();
    });
    // Also when a view that was hidden or small is laid out later than its lines came.
    connect(verticalScrollBar(), &QAbstractSlider::rangeChanged, this, [this](int, int maximum) {
        if (m_following)
            verticalScrollBar()->setValue(maximum);
    });
    connect(verticalScrollBar(), &QAbstractSlider::actionTriggered, this,
            [this] { followUserTo(verticalScrollBar()->sliderPosition()); });
}

void LogView::setFollowing(bool following)
{
    if (following)
        scrollToBottom();
    if (m_following == following)
        return;
    m_following = following;
    Q_EMIT followingChanged(following);
}

void LogView::setTimeFormat(const LogTimeFormat &format)
{
    m_time = format;
    m_fitting = true;
    for (int section = 0; isTable() && section < m_header->count(); ++section) {
        const LogColumn &column = m_model.columns().at(static_cast<std::size_t>(section));
        if (column.field.kind == LogField::Kind::Time)
            m_header->resizeSection(section, usualWidth(column));
    }
    m_fitting = false;
    viewport()->update();
}

std::vector<LogColumn> LogView::columnsAsShown() const
{
    std::vector<LogColumn> columns;
    for (int place = 0; place < m_header->count() && isTable(); ++place) {
        const int section = m_header->logicalIndex(place);
        LogColumn column = m_model.columns().at(static_cast<std::size_t>(section));
        // The last one is as wide as there is room.
        if (place + 1 < m_header->count())
            column.width = m_header->sectionSize(section);
        columns.push_back(column);
    }
    return columns;
}

void LogView::setColumns(std::vector<LogColumn> columns)
{
    m_fitting = true; // from now on widths change that nobody chose
    m_model.setColumns(std::move(columns));
    m_headerModel->takeColumns();
    fitHeader();
}

void LogView::fitHeader()
{
    m_fitting = true;
    m_header->setVisible(isTable());
    for (int section = 0; isTable() && section < m_header->count(); ++section) {
        const LogColumn &column = m_model.columns().at(static_cast<std::size_t>(section));
        m_header->resizeSection(section, column.width > 0 ? column.width : usualWidth(column));
    }
    updateGeometries();
    viewport()->update();
    m_fitting = false;
}

QString LogView::selectedText() const
{
    QString text;
    const auto add = [this, &text](int row) {
        if (!text.isEmpty())
            text += QLatin1Char('\n');
        text += readableText(m_model.view(row).text);
    };
    QItemSelection selection = selectionModel()->selection();
    std::sort(selection.begin(), selection.end(),
              [](const auto &one, const auto &other) { return one.top() < other.top(); });
    for (const QItemSelectionRange &range : selection) {
        for (int row = range.top(); row <= range.bottom(); ++row)
            add(row);
    }
    if (selection.isEmpty() && currentIndex().isValid())
        add(currentIndex().row());
    return text;
}

void LogView::showRow(int row)
{
    const QModelIndex index = m_model.index(row, std::max(0, currentIndex().column()));
    setCurrentIndex(index);
    scrollTo(index, PositionAtCenter);
}

QRect LogView::visualRect(const QModelIndex &index) const
{
    if (!index.isValid())
        return {};
    const int top = (index.row() - verticalOffset()) * rowHeight();
    if (!isTable())
        return {0, top, viewport()->width(), rowHeight()};
    return {m_header->sectionViewportPosition(index.column()), top,
            m_header->sectionSize(index.column()), rowHeight()};
}

void LogView::scrollTo(const QModelIndex &index, ScrollHint hint)
{
    if (!index.isValid())
        return;
    QScrollBar *bar = verticalScrollBar();
    const int row = index.row();
    const int last = std::max(1, rowsInView());
    switch (hint) {
    case EnsureVisible:
        if (row < bar->value())
            bar->setValue(row);
        else if (row >= bar->value() + last)
            bar->setValue(row - last + 1);
        break;
    case PositionAtTop:
        bar->setValue(row);
        break;
    case PositionAtBottom:
        bar->setValue(row - last + 1);
        break;
    case PositionAtCenter:
        bar->setValue(row - last / 2);
        break;
    }
    if (!isTable())
        return;
    const int left = m_header->sectionPosition(index.column());
    const int right = left + m_header->sectionSize(index.column());
    QScrollBar *across = horizontalScrollBar();
    if (left < across->value())
        across->setValue(left);
    else if (right > across->value() + viewport()->width())
        across->setValue(std::min(left, right - viewport()->width()));
}

QModelIndex LogView::indexAt(const QPoint &point) const
{
    if (point.y() < 0)
        return {};
    const int row = verticalOffset() + point.y() / rowHeight();
    const int column = isTable() ? std::max(0, m_header->logicalIndexAt(point.x())) : 0;
    return row < m_model.rowCount() ? m_model.index(row, column) : QModelIndex();
}

void LogView::reset()
{
    QAbstractItemView::reset();
    updateGeometries();
    viewport()->update();
}

QModelIndex LogView::moveCursor(CursorAction action, Qt::KeyboardModifiers)
{
    const int last = m_model.rowCount() - 1;
    if (last < 0)
        return {};
    const QModelIndex current = currentIndex();
    int row = current.isValid() ? current.row() : -1;
    int place = current.isValid() && isTable() ? m_header->visualIndex(current.column()) : 0;
    const int page = std::max(1, rowsInView() - 1);
    switch (action) {
    case MoveUp:
    case MovePrevious:
        --row;
        break;
    case MoveDown:
    case MoveNext:
        ++row;
        break;
    case MovePageUp:
        row -= page;
        break;
    case MovePageDown:
        row += page;
        break;
    case MoveHome:
        row = 0;
        break;
    case MoveEnd:
        row = last;
        break;
    case MoveLeft:
        --place;
        break;
    case MoveRight:
        ++place;
        break;
    }
    place = std::clamp(place, 0, m_model.columnCount() - 1);
    return m_model.index(std::clamp(row, 0, last), isTable() ? m_header->logicalIndex(place) : 0);
}

int LogView::horizontalOffset() const
{
    return horizontalScrollBar()->value();
}

int LogView::verticalOffset() const
{
    return verticalScrollBar()->value();
}

bool LogView::isIndexHidden(const QModelIndex &) const
{
    return false;
}

void LogView::setSelection(const QRect &rect, QItemSelectionModel::SelectionFlags command)
{
    const QRect area = rect.normalized();
    const auto rowAt = [this](int y) {
        // Rounded down above the viewport as well.
        const int height = rowHeight();
        const int rows = y >= 0 ? y / height : -((-y + height - 1) / height);
        return std::clamp(verticalOffset() + rows, 0, m_model.rowCount() - 1);
    };
    if (m_model.rowCount() == 0)
        return;
    selectionModel()->select(
        QItemSelection(m_model.index(rowAt(area.top()), 0),
                       m_model.index(rowAt(area.bottom()), m_model.columnCount() - 1)),
        command);
}

QRegion LogView::visualRegionForSelection(const QItemSelection &selection) const
{
    const int first = verticalOffset();
    const int last = first + rowsInView() + 1;
    QRegion region;
    for (const QItemSelectionRange &range : selection) {
        const int top = std::max(range.top(), first);
        const int bottom = std::min(range.bottom(), last);
        if (top <= bottom)
            region += QRect(0, (top - first) * rowHeight(), viewport()->width(),
                            (bottom - top + 1) * rowHeight());
    }
    return region;
}

void LogView::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QAbstractItemView::currentChanged(current, previous);
    viewport()->update();
    // Whoever picks an earlier line wants to read it, not to be carried away.
    if (current.isValid() && current.row() < m_model.rowCount() - 1)
        setFollowing(false);
    Q_EMIT currentRowChanged(current.isValid() ? current.row() : -1);
}

void LogView::rowsInserted(const QModelIndex &parent, int start, int end)
{
    QAbstractItemView::rowsInserted(parent, start, end);
    updateGeometries();
    if (m_following)
        scrollToBottom();
    viewport()->update();
}

void LogView::rowsAboutToBeRemoved(const QModelIndex &parent, int start, int end)
{
    QAbstractItemView::rowsAboutToBeRemoved(parent, start, end);
    m_leaving = end - start + 1;
}

void LogView::updateGeometries()
{
    const int headerHeight = isTable() ? m_header->sizeHint().height() : 0;
    setViewportMargins(0, headerHeight, 0, 0);
    const QRect area = viewport()->geometry();
    m_header->setGeometry(area.left(), area.top() - headerHeight, area.width(), headerHeight);
    const int rows = m_model.rowCount();
    verticalScrollBar()->setPageStep(std::max(1, rowsInView()));
    verticalScrollBar()->setSingleStep(1);
    verticalScrollBar()->setRange(0, std::max(0, rows - rowsInView()));
    const int width = isTable() ? m_header->length() : 0;
    horizontalScrollBar()->setPageStep(viewport()->width());
    horizontalScrollBar()->setSingleStep(fontMetrics().averageCharWidth() * 4);
    horizontalScrollBar()->setRange(0, std::max(0, width - viewport()->width()));
    QAbstractItemView::updateGeometries();
}

void LogView::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy)) {
        if (const QString text = selectedText(); !text.isEmpty())
            QGuiApplication::clipboard()->setText(text);
        return;
    }
    QAbstractItemView::keyPressEvent(event);
    if (event->key() == Qt::Key_End && m_model.rowCount() > 0)
        setFollowing(true);
}

void LogView::resizeEvent(QResizeEvent *event)
{
    QAbstractItemView::resizeEvent(event);
    updateGeometries();
}

void LogView::changeEvent(QEvent *event)
{
    QAbstractItemView::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        updateGeometries();
}

void LogView::paintEvent(QPaintEvent *event)
{
    QPainter painter(viewport());
    const LogRowPainter rows(palette(), font(), m_time);
    const int height = rowHeight();
    const int first = verticalOffset();
    const int top = first + event->rect().top() / height;
    const int bottom = std::min(first + event->rect().bottom() / height, m_model.rowCount() - 1);
    const bool hasFocus = this->hasFocus();
    std::vector<LogCell> cells;
    for (int row = top; row <= bottom; ++row) {
        const QRect rect(0, (row - first) * height, viewport()->width(), height);
        const bool selected = selectionModel()->isRowSelected(row);
        const LogLineView line = m_model.view(row);
        rows.paintBackground(painter, rect, selected, line.level);
        if (!isTable()) {
            rows.paintLine(painter, rect, line, rowText(line.text), selected);
        } else {
            const LogTableRow &shown = m_model.tableRow(row);
            cells.clear();
            for (int place = 0; place < m_header->count(); ++place) {
                const int section = m_header->logicalIndex(place);
                const auto at = static_cast<std::size_t>(section);
                cells.push_back({QRect(m_header->sectionViewportPosition(section), rect.top(),
                                       m_header->sectionSize(section), height),
                                 m_model.columns().at(at).field, shown.cells.at(at)});
            }
            rows.paintCells(painter, cells, line, shown.isText, selected);
        }
        if (hasFocus && currentIndex().row() == row) {
            painter.setPen(
                QPen(palette().color(selected ? QPalette::HighlightedText : QPalette::Highlight), 1,
                     Qt::DotLine));
            painter.drawRect(
                (isTable() ? visualRect(currentIndex()) : rect).adjusted(0, 0, -1, -1));
        }
    }
}

void LogView::scrollContentsBy(int dx, int)
{
    if (dx != 0)
        m_header->setOffset(horizontalScrollBar()->value());
    viewport()->update();
}

bool LogView::isTable() const
{
    return !m_model.columns().empty();
}

int LogView::rowHeight() const
{
    return LogRowPainter::rowHeight(fontMetrics());
}

int LogView::rowsInView() const
{
    return viewport()->height() / rowHeight();
}

int LogView::usualWidth(const LogColumn &column) const
{
    const auto widthOf
        = [this](const QString &text) { return fontMetrics().horizontalAdvance(text) + 20; };
    const int title = m_header->fontMetrics().horizontalAdvance(logFieldName(column.field)) + 24;
    switch (column.field.kind) {
    case LogField::Kind::Time:
        return widthOf(m_time.widest());
    case LogField::Kind::Level:
        return std::max(title, widthOf(QStringLiteral("ERROR")));
    case LogField::Kind::Source:
        return std::max(title, widthOf(QStringLiteral("extension")));
    case LogField::Kind::RequestId:
        return widthOf(QString(36, QLatin1Char('0')));
    case LogField::Kind::Message:
        return widthOf(QString(60, QLatin1Char('m')));
    case LogField::Kind::Member:
        break;
    }
    return std::max(title, widthOf(QString(12, QLatin1Char('0'))));
}

void LogView::followUserTo(int sliderPosition)
{
    setFollowing(sliderPosition >= verticalScrollBar()->maximum());
}

} // namespace coldframe

#include "moc_logview.cpp"
