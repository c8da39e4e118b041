// SPDX-License-Identifier: GPL-3.0-or-later
// What the user does with a part of a TimelinePanel: open, copy, lazy, search, save.
#include "core/billing/coldstartsaving.h"
#include "core/timeline/lazyimport.h"
#include "core/timeline/traceexport.h"
#include "gui/base/findbar.h"
#include "gui/base/noticebar.h"
#include "gui/timeline/importtable.h"
#include "gui/timeline/lazybar.h"
#include "gui/timeline/timelinepanel.h"
#include "gui/timeline/timelinepicture.h"
#include "gui/timeline/timelinerecordtext.h"
#include "gui/timeline/timelinetext.h"
#include "gui/timeline/timelinewidget.h"

#include <QClipboard>
#include <QDir>
#include <QGuiApplication>
#include <QLabel>
#include <QMenu>

#include <algorithm>

namespace coldframe {

QString pathOnThisComputer(const InvocationRecord &record, const QString &file)
{
    const QString codeInside = QStringLiteral("/var/task/");
    if (file.isEmpty())
        return {};
    const QDir code(record.function.codeDirectory);
    if (file.startsWith(codeInside))
        return QDir::cleanPath(code.absoluteFilePath(file.mid(codeInside.size())));
    return QDir::cleanPath(code.absoluteFilePath(file));
}

QString TimelinePanel::descriptionOf(TimelinePart part) const
{
    const SpanPosition position = positionOf(m_waterfall, part);
    return position.isValid() ? barDescription(factsOf(m_waterfall, position)) : QString();
}

QString TimelinePanel::pathOf(TimelinePart part) const
{
    if (part.kind != LaneKind::Imports || m_isForeign)
        return {};
    return pathOnThisComputer(m_record,
                              m_waterfall.imports[static_cast<std::size_t>(part.index)].file);
}

bool TimelinePanel::canBeLazy(TimelinePart part) const
{
    return part.kind == LaneKind::Imports && !m_isForeign
        && m_table->imports().canBeLazy(part.index);
}

void TimelinePanel::activate(TimelinePart part)
{
    if (part.kind == LaneKind::Run) {
        const auto run = static_cast<std::size_t>(
            m_waterfall.runParts[static_cast<std::size_t>(part.index)].run);
        Q_EMIT runRequested(m_waterfall.runs[run].requestId);
        return;
    }
    const QString path = pathOf(part);
    if (!path.isEmpty())
        Q_EMIT fileRequested(path);
}

void TimelinePanel::showMenu(QPoint globalPosition)
{
    if (!m_selected)
        return;
    const TimelinePart part = *m_selected;
    auto *menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("timelineMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    QAction *open
        = menu->addAction(part.kind == LaneKind::Run ? tr("Show This Run") : tr("Open File"));
    open->setEnabled(part.kind == LaneKind::Run || !pathOf(part).isEmpty());
    connect(open, &QAction::triggered, this, [this, part] { activate(part); });
    QAction *copy = menu->addAction(tr("Copy"));
    connect(copy, &QAction::triggered, this,
            [this, part] { QGuiApplication::clipboard()->setText(descriptionOf(part)); });
    menu->addSeparator();
    QAction *lazy = menu->addAction(tr("What If Lazy"));
    lazy->setCheckable(true);
    lazy->setChecked(isLazy(part));
    lazy->setEnabled(canBeLazy(part));
    connect(lazy, &QAction::triggered, this, &TimelinePanel::toggleLazy);
    menu->popup(globalPosition);
}

bool TimelinePanel::isLazy(TimelinePart part) const
{
    return canBeLazy(part)
        && std::find(m_lazy.begin(), m_lazy.end(), static_cast<std::size_t>(part.index))
        != m_lazy.end();
}

void TimelinePanel::setLazy(int import, bool isLazy)
{
    const auto index = static_cast<std::size_t>(import);
    const auto known = std::find(m_lazy.begin(), m_lazy.end(), index);
    if ((known != m_lazy.end()) == isLazy)
        return;
    if (isLazy)
        m_lazy.push_back(index);
    else
        m_lazy.erase(known);
    showLazy();
}

void TimelinePanel::toggleLazy()
{
    if (m_selected && canBeLazy(*m_selected))
        setLazy(m_selected->index, !isLazy(*m_selected));
}

void TimelinePanel::showLazy()
{
    const LazySaving lazy = whatIfLazy(m_waterfall.imports, m_lazy);
    std::vector<bool> covered(m_waterfall.imports.size(), false);
    for (const std::size_t module : lazy.modules)
        covered[module] = true;
    m_table->imports().setLazy(m_lazy, covered);
    m_widget->setLazy(std::move(covered));
    if (!m_lazy.empty()) {
        std::optional<ColdStartSaving> saving;
        if (m_prices && m_record.report.initDuration)
            saving = coldStartSaving(*m_prices, m_record.function, m_record.report, lazy.time);
        m_lazyBar->setText(savingText(m_lazy.size(), m_waterfall.init, lazy.time, saving));
    }
    m_lazyBar->setVisible(!m_lazy.empty());
    updateGeometry();
    fitHeight();
}

void TimelinePanel::openSearch()
{
    if (m_waterfall.isEmpty())
        return;
    m_findBar->open(FindBar::Mode::Find, {});
    updateGeometry();
    fitHeight();
    search();
}

void TimelinePanel::closeSearch()
{
    m_findBar->hide();
    m_matches.reset();
    m_widget->setMatches({});
    m_table->imports().setMatches({});
    fitHeight();
    m_views->currentWidget()->setFocus(Qt::OtherFocusReason);
}

void TimelinePanel::search()
{
    const SearchQuery query = m_findBar->query();
    m_matches.reset();
    const Result<QRegularExpression> expression = expressionFor(query);
    if (query.pattern.isEmpty()) {
        m_findBar->showResult({}, false);
    } else if (!expression) {
        m_findBar->showResult(expression.error().detail, true);
    } else {
        m_matches = matchesOf(
            m_waterfall, [&](const QString &text) { return expression->match(text).hasMatch(); });
        m_findBar->showResult(m_matches->count > 0 ? tr("%Ln found", nullptr, m_matches->count)
                                                   : tr("Not found"),
                              m_matches->count == 0);
    }
    m_widget->setMatches(m_matches);
    m_table->imports().setMatches(m_matches);
}

void TimelinePanel::goToMatch(int direction)
{
    if (!m_matches)
        return;
    const std::optional<TimelinePart> next = nextMatch(*m_matches, m_selected, direction);
    if (!next)
        return;
    if (m_view != TimelineView::Table)
        m_widget->selectPart(*next);
    else if (next->kind == LaneKind::Imports)
        m_table->select(next->index);
    noteSelection(next);
}

void TimelinePanel::showSaved(const QString &path)
{
    m_notice->hide();
    fitHeight();
    m_details->setFullText(tr("Saved: %1").arg(QDir::toNativeSeparators(path)));
}

void TimelinePanel::showFailure(const QString &headline, const QString &sentence)
{
    m_notice->setHeadline(headline);
    m_notice->setSentence(sentence);
    m_notice->show();
    if (m_waterfall.isEmpty()) {
        m_empty->setTitle(headline);
        m_empty->setSentence(sentence);
    }
    fitHeight();
}

void TimelinePanel::save(TimelineFormat format)
{
    const QString name = proposedName(m_isForeign ? m_foreignName : m_record.function.name,
                                      m_isForeign || m_record.isCold(), format);
    // Made now, so that a run that ends while the dialog is open changes nothing.
    askWhereToSave(*this, format, name, [this, content = contentFor(format)](const QString &path) {
        Q_EMIT saveRequested(path, content);
    });
}

TimelineContent TimelinePanel::traceContent(TraceFormat format) const
{
    if (m_isForeign)
        return [trace = m_trace, format] { return writeTrace(trace, format); };
    return [record = m_record, format] { return writeTrace(traceOf({&record, 1}), format); };
}

TimelineContent TimelinePanel::contentFor(TimelineFormat format) const
{
    switch (format) {
    case TimelineFormat::ChromeTrace:
        return traceContent(TraceFormat::Chrome);
    case TimelineFormat::Speedscope:
        return traceContent(TraceFormat::Speedscope);
    case TimelineFormat::Svg:
    case TimelineFormat::Png:
        break;
    }
    TimelinePicture picture;
    picture.timeline = m_view == TimelineView::Flame ? m_widget->timeline() : m_waterfall;
    picture.marks = m_widget->marks();
    picture.marks.matches.reset();
    picture.title = pictureTitle(m_record, timelineSummary(m_waterfall));
    if (m_isForeign)
        picture.title = m_foreignName;
    picture.note = m_lazyBar->isHidden()
        ? m_note->text()
        : m_note->text() + QLatin1Char(' ') + m_lazyBar->accessibleName();
    picture.font = font();
    return format == TimelineFormat::Svg ? TimelineContent([picture] { return picture.toSvg(); })
                                         : TimelineContent([picture] { return picture.toPng(); });
}

} // namespace coldframe
