// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/probe/findingsview.h"

#include "gui/base/icons.h"
#include "gui/base/theme.h"

#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QTextLayout>

#include <algorithm>
#include <cmath>

namespace coldframe {

namespace {

constexpr int EntryRole = Qt::UserRole; ///< the entry's number; absent for the title of a group
constexpr int EntryPadding = 5;
constexpr int EntryPicture = 16;
constexpr int EntryGap = 7;

Symbol symbolOf(ProbeEntry::Kind kind)
{
    switch (kind) {
    case ProbeEntry::Kind::Leak:
        return Symbol::Error;
    case ProbeEntry::Kind::Survivor:
        return Symbol::Info;
    case ProbeEntry::Kind::Difference:
        return Symbol::Response;
    case ProbeEntry::Kind::Varying:
        return Symbol::Response;
    case ProbeEntry::Kind::Incident:
        return Symbol::Warning;
    case ProbeEntry::Kind::Unseen:
        return Symbol::EyeOff;
    }
    return Symbol::Info;
}

QIcon iconOf(ProbeEntry::Kind kind, const QPalette &palette)
{
    const bool isQuiet = kind == ProbeEntry::Kind::Difference || kind == ProbeEntry::Kind::Varying
        || kind == ProbeEntry::Kind::Unseen;
    return isQuiet ? tintedIcon(symbolOf(kind), ThemeColours::of(palette).muted)
                   : themedIcon(symbolOf(kind), palette);
}

/// Lines of a text within a width; a word that is longer than it, as a path may be, is broken.
qreal layOut(QTextLayout &layout, int width)
{
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(option);
    layout.beginLayout();
    qreal height = 0;
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(std::max(width, 40));
        line.setPosition({0, height});
        height += line.height();
    }
    layout.endLayout();
    return height;
}

/// Paints an entry's whole sentence beside its picture, and is as high as that needs.
class EntryDelegate final : public QStyledItemDelegate
{
public:
    explicit EntryDelegate(FindingsView &view)
        : QStyledItemDelegate(&view)
        , m_view(view)
    { }

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        QStyleOptionViewItem item = option;
        initStyleOption(&item, index);
        int depth = 1;
        for (QModelIndex parent = index.parent(); parent.isValid(); parent = parent.parent())
            ++depth;
        const int width = m_view.viewport()->width() - depth * m_view.indentation();
        QTextLayout layout(item.text, item.font);
        const qreal height = layOut(layout, width - textBegin(item) - EntryPadding);
        return {0, std::max(int(std::ceil(height)), EntryPicture) + 2 * EntryPadding};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override
    {
        QStyleOptionViewItem item = option;
        initStyleOption(&item, index);
        m_view.style()->drawPrimitive(QStyle::PE_PanelItemViewItem, &item, painter, &m_view);
        const bool isSelected = item.state.testFlag(QStyle::State_Selected);
        const QRect content = item.rect.adjusted(0, EntryPadding, -EntryPadding, -EntryPadding);
        const int lineHeight = QFontMetrics(item.font).height();
        if (!item.icon.isNull()) {
            const int top = content.top() + std::max(0, (lineHeight - EntryPicture) / 2);
            item.icon.paint(painter, {content.left(), top, EntryPicture, EntryPicture},
                            Qt::AlignCenter, isSelected ? QIcon::Selected : QIcon::Normal);
        }
        QTextLayout layout(item.text, item.font);
        layOut(layout, content.width() - textBegin(item));
        painter->save();
        painter->setPen(item.palette.color(
            QPalette::Active, isSelected ? QPalette::HighlightedText : QPalette::Text));
        layout.draw(painter, content.topLeft() + QPoint(textBegin(item), 0));
        painter->restore();
    }

private:
    static int textBegin(const QStyleOptionViewItem &item)
    {
        return item.icon.isNull() ? 2 : EntryPicture + EntryGap;
    }

    FindingsView &m_view;
};

} // namespace

FindingsView::FindingsView(QWidget *parent)
    : QTreeWidget(parent)
{
    setObjectName(QStringLiteral("probeFindings"));
    setAccessibleName(tr("Findings of the probe"));
    setHeaderHidden(true);
    setFrameShape(QFrame::NoFrame);
    setIndentation(18);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(ScrollPerPixel); // a single sentence may be higher than a low panel
    setExpandsOnDoubleClick(false);
    setItemDelegate(new EntryDelegate(*this));
    connect(this, &QTreeWidget::currentItemChanged, this, &FindingsView::currentEntryChanged);
    connect(this, &QTreeWidget::itemDoubleClicked, this,
            [this](const QTreeWidgetItem *item) { activate(item); });
}

void FindingsView::setSheet(const ProbeSheet &sheet)
{
    clear();
    m_entries.clear();
    for (const ProbeEntry &finding : sheet.findings)
        add(nullptr, finding)->setExpanded(true);
    for (const ProbeEntry &incident : sheet.incidents)
        add(nullptr, incident);
    addGroup(tr("What varies anyway (%1)").arg(sheet.varying.size()), sheet.varying, false);
    addGroup(tr("Not observed"), sheet.unseen, true);
    applyColours();
    if (!sheet.findings.empty())
        setCurrentItem(topLevelItem(0));
    scrollToTop();
}

const ProbeEntry *FindingsView::currentEntry() const
{
    return entryOf(currentItem());
}

QTreeWidgetItem *FindingsView::add(QTreeWidgetItem *parent, const ProbeEntry &entry)
{
    auto *item = new QTreeWidgetItem(QStringList{entry.sentence});
    item->setData(0, EntryRole, static_cast<int>(m_entries.size()));
    m_entries.push_back(entry);
    if (!entry.file.isEmpty())
        item->setToolTip(0, tr("Double-click or press Enter to open %1").arg(entry.file));
    if (parent)
        parent->addChild(item);
    else
        addTopLevelItem(item);
    for (const ProbeEntry &below : entry.below)
        add(item, below);
    return item;
}

void FindingsView::addGroup(const QString &title, const std::vector<ProbeEntry> &entries,
                            bool isOpen)
{
    if (entries.empty())
        return;
    auto *group = new QTreeWidgetItem(QStringList{title});
    QFont strong = font();
    strong.setWeight(QFont::DemiBold);
    group->setFont(0, strong);
    addTopLevelItem(group);
    for (const ProbeEntry &entry : entries)
        add(group, entry);
    group->setExpanded(isOpen);
}

const ProbeEntry *FindingsView::entryOf(const QTreeWidgetItem *item) const
{
    const QVariant number = item ? item->data(0, EntryRole) : QVariant();
    return number.isValid() ? &m_entries.at(static_cast<std::size_t>(number.toInt())) : nullptr;
}

void FindingsView::activate(const QTreeWidgetItem *item)
{
    if (const ProbeEntry *entry = entryOf(item))
        Q_EMIT entryActivated(*entry);
    else if (item)
        setExpanded(indexFromItem(item), !item->isExpanded());
}

void FindingsView::changeEvent(QEvent *event)
{
    QTreeWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        applyColours();
}

void FindingsView::keyPressEvent(QKeyEvent *event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isEnter && !event->modifiers().testFlag(Qt::ControlModifier)) // with it, the window's Run
        return activate(currentItem());
    if (event->matches(QKeySequence::Copy) && currentItem())
        return QGuiApplication::clipboard()->setText(currentItem()->text(0));
    QTreeWidget::keyPressEvent(event);
}

void FindingsView::resizeEvent(QResizeEvent *event)
{
    QTreeWidget::resizeEvent(event);
    scheduleDelayedItemsLayout(); // other widths need other numbers of lines
}

void FindingsView::applyColours()
{
    const QColor muted = ThemeColours::of(palette()).muted;
    for (QTreeWidgetItemIterator item(this); *item; ++item) {
        const ProbeEntry *entry = entryOf(*item);
        if (!entry)
            continue;
        (*item)->setIcon(0, iconOf(entry->kind, palette()));
        if (entry->kind == ProbeEntry::Kind::Unseen || entry->kind == ProbeEntry::Kind::Varying)
            (*item)->setForeground(0, muted);
    }
}

} // namespace coldframe

#include "moc_findingsview.cpp"
