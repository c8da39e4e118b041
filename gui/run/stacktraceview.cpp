// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/run/stacktraceview.h"

#include "gui/base/icons.h"
#include "gui/base/theme.h"

#include <QClipboard>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QMouseEvent>

#include <algorithm>

namespace coldframe {

namespace {
constexpr int MostVisibleTraceLines = 9;
}

StackTraceView::StackTraceView(QWidget *parent)
    : QListWidget(parent)
{
    setObjectName(QStringLiteral("stackTrace"));
    setAccessibleName(tr("Stack trace"));
    setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    setSelectionMode(ExtendedSelection);
    setHorizontalScrollMode(ScrollPerPixel);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    setMouseTracking(true);
    setIconSize(QSize(14, 14));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Maximum);
    connect(this, &QListWidget::itemClicked, this, &StackTraceView::openItem);
}

void StackTraceView::setFrames(const std::vector<StackFrame> &frames)
{
    clear();
    m_frames = frames;
    for (const StackFrame &frame : frames) {
        auto *item = new QListWidgetItem(frame.text, this);
        if (!frame.place)
            continue;
        item->setToolTip(tr("Open %1 at line %2").arg(frame.place->path).arg(frame.place->line));
    }
    applyColours();
    updateGeometry();
}

QSize StackTraceView::sizeHint() const
{
    int lines = 0;
    for (const StackFrame &frame : m_frames)
        lines += 1 + static_cast<int>(frame.text.count(QLatin1Char('\n')));
    lines = std::clamp(lines, 1, MostVisibleTraceLines);
    return {QListWidget::sizeHint().width(), lines * (fontMetrics().height() + 1) + 10};
}

QSize StackTraceView::minimumSizeHint() const
{
    return {120, 2 * fontMetrics().height() + 10};
}

void StackTraceView::changeEvent(QEvent *event)
{
    QListWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        applyColours();
}

void StackTraceView::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        openItem(currentItem());
        return;
    }
    if (event->matches(QKeySequence::Copy)) {
        QStringList texts;
        for (int row = 0; row < count(); ++row) {
            if (item(row)->isSelected())
                texts.append(item(row)->text());
        }
        QGuiApplication::clipboard()->setText(texts.join(QLatin1Char('\n')));
        return;
    }
    QListWidget::keyPressEvent(event);
}

void StackTraceView::mouseMoveEvent(QMouseEvent *event)
{
    const QListWidgetItem *item = itemAt(event->pos());
    const bool opens = item && m_frames.at(static_cast<std::size_t>(row(item))).place.has_value();
    viewport()->setCursor(opens ? Qt::PointingHandCursor : Qt::ArrowCursor);
    QListWidget::mouseMoveEvent(event);
}

void StackTraceView::applyColours()
{
    const ThemeColours colours = ThemeColours::of(palette());
    for (int row = 0; row < count(); ++row) {
        const bool opens = m_frames.at(static_cast<std::size_t>(row)).place.has_value();
        item(row)->setForeground(opens ? colours.accent : colours.muted);
        // A picture as well: what opens must not be told by colour alone.
        QColor picture = colours.accent;
        if (!opens)
            picture.setAlpha(0);
        item(row)->setIcon(tintedIcon(Symbol::External, picture));
    }
}

void StackTraceView::openItem(const QListWidgetItem *item)
{
    if (!item)
        return;
    const auto &place = m_frames.at(static_cast<std::size_t>(row(item))).place;
    if (place)
        Q_EMIT fileRequested(place->path, place->line);
}

} // namespace coldframe

#include "moc_stacktraceview.cpp"
