// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/events/eventlint.h"
#include "core/events/templatecatalogue.h"

#include <QByteArray>
#include <QObject>

#include <memory>
#include <vector>

namespace coldframe {

/// Looks for problems in texts of events, small ones at once and large ones in a thread of the
/// pool. Only the last text that it was given counts.
class EventInspection : public QObject
{
    Q_OBJECT

public:
    /// Up to this size a text is looked at before inspect() returns.
    static constexpr qsizetype LargestImmediateText = 64 * 1024;

    using QObject::QObject;

    /// None for no inspection.
    void setCatalogue(const TemplateCatalogue *catalogue);

    /// The text is JSON. Answers with inspected(), perhaps before this returns.
    void inspect(const QByteArray &text);

    /// Applies all quick fixes; answers with mended(), perhaps before this returns.
    void mendAll(const QByteArray &text);

    /// Nothing that is under way will be told.
    void cancel();

Q_SIGNALS:
    void inspected(const QByteArray &text, const std::vector<coldframe::EventProblem> &problems);
    void mended(const QByteArray &before, const QByteArray &after);

private:
    std::shared_ptr<const TemplateCatalogue> m_catalogue; ///< a thread may outlive this object
    quint64 m_turn = 0;
};

} // namespace coldframe
