// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/billing/activepricebook.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace coldframe {

class CodeEditor;
class NoticeBar;

/// The price book as its JSON text, checked while it is edited. What is saved is the user's own
/// book, which counts instead of Coldframe's.
class PricesView : public QWidget
{
    Q_OBJECT

public:
    explicit PricesView(QWidget *parent = nullptr);

    /// Replaces the text unless the user has changed it since.
    void setPrices(const ActivePriceBook &book, const QByteArray &text, const QString &problem,
                   const QDate &today);

Q_SIGNALS:
    /// The text is a price book.
    void saveRequested(const QByteArray &text);
    void resetRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void check();
    void askToReset();
    void applyColours();

    QLabel *m_summary;
    QLabel *m_status;
    QPushButton *m_save;
    QPushButton *m_revert;
    QPushButton *m_reset;
    NoticeBar *m_notice;
    CodeEditor *m_editor;
    QString m_stored; ///< the text in force
    bool m_isUsers = false;
    bool m_isWrong = false;
};

} // namespace coldframe
