// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/billing/pricebook.h"
#include "core/lambda/invocation.h"

#include <QWidget>

class QScrollArea;
class QStackedLayout;

namespace coldframe {

class EmptyState;
class NoticeBar;
struct CostSheet;

/// What the last run would cost on AWS: each item for one call and for a million, with the formula
/// that it was computed by, warm against cold, and where the prices are from.
class RunCostView : public QWidget
{
    Q_OBJECT

public:
    explicit RunCostView(QWidget *parent = nullptr);

    /// Says so when the book has no price for the function's region or architecture.
    void showRecord(const InvocationRecord &record, const PriceBook &book);
    void clear();

    /// A sentence above the figures; empty while prices are not old.
    void setOldPrices(const QString &sentence);

protected:
    void changeEvent(QEvent *event) override;

private:
    QWidget *makeSheet(const CostSheet &sheet) const;
    void showMissing(const QString &title, const QString &sentence);
    void applyColours();

    NoticeBar *m_old;
    QStackedLayout *m_pages;
    EmptyState *m_empty;
    QScrollArea *m_scroll;
};

} // namespace coldframe
