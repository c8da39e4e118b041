// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/base/completionpopup.h"

#include "gui/base/theme.h"

#include <QFontDatabase>
#include <QKeyEvent>
#include <QListView>
#include <QPainter>
#include <QScreen>
#include <QStandardItemModel>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

#include <algorithm>

namespace coldframe {

namespace {

constexpr int MostVisibleCompletions = 9;
constexpr int CompletionPadding = 8;
constexpr int CompletionGap = 20;
constexpr int DetailRole = Qt::UserRole;

/// What is taken on the left, its detail quietly on the right.
class CompletionDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override
    {
        const bool selected = option.state.testFlag(QStyle::State_Selected);
        const QColor text
            = option.palette.color(selected ? QPalette::HighlightedText : QPalette::Text);
        painter->save();
        if (selected)
            painter->fillRect(option.rect, option.palette.brush(QPalette::Highlight));
        else if (option.state.testFlag(QStyle::State_MouseOver))
            painter->fillRect(option.rect, option.palette.brush(QPalette::AlternateBase));
        painter->setFont(option.font);
        painter->setPen(text);
        const QRect inner = option.rect.adjusted(CompletionPadding, 0, -CompletionPadding, 0);
        const QFontMetrics metrics(option.font);
        const QString word
            = metrics.elidedText(index.data().toString(), Qt::ElideRight, inner.width());
        painter->drawText(inner, Qt::AlignLeft | Qt::AlignVCenter, word);
        const int left = metrics.horizontalAdvance(word) + CompletionGap;
        painter->setPen(selected ? text : ThemeColours::of(option.palette).muted);
        painter->drawText(inner.adjusted(left, 0, 0, 0), Qt::AlignRight | Qt::AlignVCenter,
                          metrics.elidedText(index.data(DetailRole).toString(), Qt::ElideRight,
                                             std::max(0, inner.width() - left)));
        painter->restore();
    }

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const QFontMetrics metrics(option.font);
        const QString detail = index.data(DetailRole).toString();
        return {metrics.horizontalAdvance(index.data().toString()) + 2 * CompletionPadding
                    + (detail.isEmpty() ? 0 : CompletionGap + metrics.horizontalAdvance(detail)),
                metrics.height() + 6};
    }
};

} // namespace

CompletionPopup::CompletionPopup(CodeEditor *editor)
    : QFrame(editor, Qt::ToolTip | Qt::FramelessWindowHint)
    , m_list(new QListView)
    , m_model(new QStandardItemModel(this))
{
    setObjectName(QStringLiteral("completionPopup"));
    setAttribute(Qt::WA_ShowWithoutActivating);
    setFocusPolicy(Qt::NoFocus);
    setFrameStyle(QFrame::StyledPanel | QFrame::Plain);
    m_list->setObjectName(QStringLiteral("completions"));
    m_list->setAccessibleName(tr("Completions"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new CompletionDelegate(m_list));
    m_list->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_list->setUniformItemSizes(true);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setMouseTracking(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(1, 1, 1, 1);
    layout->addWidget(m_list);
    connect(m_list, &QListView::clicked, this,
            [this](const QModelIndex &index) { choose(index.row()); });
}

void CompletionPopup::offer(std::vector<CodeEditor::Completion> completions, const QRect &line)
{
    applyColours();
    m_completions = std::move(completions);
    m_model->clear();
    int width = 0;
    QStyleOptionViewItem option;
    option.font = m_list->font();
    for (const CodeEditor::Completion &completion : m_completions) {
        auto *item = new QStandardItem(completion.text);
        item->setData(completion.detail, DetailRole);
        m_model->appendRow(item);
        width = std::max(width, m_list->itemDelegate()->sizeHint(option, item->index()).width());
    }
    const int rows = std::min(m_model->rowCount(), MostVisibleCompletions);
    const int frame = 2 * (frameWidth() + 1);
    const int height
        = rows * m_list->itemDelegate()->sizeHint(option, m_model->index(0, 0)).height() + frame;
    const QRect available = screen()->availableGeometry();
    const QSize size(std::clamp(width + frame + 16, 160, std::min(480, available.width())), height);
    const bool fitsBelow = line.bottom() + 2 + height <= available.bottom();
    const int left = std::clamp(line.left() - CompletionPadding, available.left(),
                                std::max(available.left(), available.right() - size.width()));
    setGeometry({QPoint(left, fitsBelow ? line.bottom() + 2 : line.top() - 2 - height), size});
    m_list->setCurrentIndex(m_model->index(0, 0));
    m_list->scrollToTop();
    show();
    raise();
}

bool CompletionPopup::wouldTake(const QKeyEvent &key) const
{
    if (!isVisible() || (key.modifiers() & ~Qt::KeypadModifier) != Qt::NoModifier)
        return false;
    switch (key.key()) {
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_PageUp:
    case Qt::Key_PageDown:
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Tab:
    case Qt::Key_Escape:
        return true;
    default:
        return false;
    }
}

bool CompletionPopup::takeKey(const QKeyEvent &key)
{
    if (!wouldTake(key))
        return false;
    const int row = m_list->currentIndex().row();
    const int last = m_model->rowCount() - 1;
    const auto moveTo = [this, last](int to) {
        m_list->setCurrentIndex(m_model->index(std::clamp(to, 0, last), 0));
    };
    switch (key.key()) {
    case Qt::Key_Up:
        moveTo(row == 0 ? last : row - 1);
        break;
    case Qt::Key_Down:
        moveTo(row == last ? 0 : row + 1);
        break;
    case Qt::Key_PageUp:
        moveTo(row - MostVisibleCompletions + 1);
        break;
    case Qt::Key_PageDown:
        moveTo(row + MostVisibleCompletions - 1);
        break;
    case Qt::Key_Escape:
        hide();
        break;
    default:
        choose(row);
    }
    return true;
}

void CompletionPopup::choose(int row)
{
    if (row < 0 || row >= static_cast<int>(m_completions.size()))
        return;
    const QString insertion = m_completions[static_cast<std::size_t>(row)].insertion;
    hide();
    Q_EMIT taken(insertion);
}

void CompletionPopup::applyColours()
{
    // A window of its own has the program's palette, and not that of a text with another one.
    QPalette colours = parentWidget()->palette();
    colours.setColor(QPalette::Window, colours.color(QPalette::Base));
    setPalette(colours);
}

} // namespace coldframe

#include "moc_completionpopup.cpp"
