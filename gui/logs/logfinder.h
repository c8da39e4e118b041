// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/logs/bytesearch.h"

#include <QObject>
#include <QTimer>

#include <optional>

namespace coldframe {

class FilteredLogModel;

enum class FindDirection { Next, Previous };

/// Looks for a text in the lines that are shown, in slices between the window's frames.
class LogFinder : public QObject
{
    Q_OBJECT

public:
    /// The model outlives the finder.
    explicit LogFinder(FilteredLogModel &model, QObject *parent = nullptr);

    /// Goes on from a row (-1 before the first one) to the next line with the text, around the end.
    /// A search that runs already is given up.
    void find(const QString &text, int fromRow, FindDirection direction);
    void stop();

Q_SIGNALS:
    void found(int row);
    void notFound();

    /// It takes longer than a moment; so many percent are done.
    void progressed(int percent);

private:
    void goOn();

    FilteredLogModel &m_model;
    std::optional<ByteSearch> m_search;
    int m_row = 0;
    int m_step = 1;
    int m_left = 0; ///< lines to be looked at
    QTimer m_slice;
};

} // namespace coldframe
