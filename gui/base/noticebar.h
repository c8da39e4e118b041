// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QHBoxLayout;
class QLabel;
class QToolButton;

namespace coldframe {

/// A sentence over a document or a panel, with buttons: tells or asks something without stopping
/// the user.
class NoticeBar : public QWidget
{
    Q_OBJECT

public:
    enum class Tone { Information, Success, Warning, Error };

    NoticeBar(Tone tone, const QString &sentence, QWidget *parent = nullptr);

    Tone tone() const { return m_tone; }
    QString sentence() const;
    void setSentence(const QString &sentence);

    /// Puts a few bold words in front of the sentence.
    void setHeadline(const QString &headline);

    /// Adds a button; pressing it emits answered(id). The id is the button's object name as well.
    void addAnswer(const QString &id, const QString &text);

    /// Adds a cross at the end; pressing it emits closed().
    void setClosable();

Q_SIGNALS:
    void answered(const QString &id);
    void closed();

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void applyColours();

    Tone m_tone;
    QLabel *m_picture;
    QLabel *m_headline = nullptr;
    QLabel *m_sentence;
    QHBoxLayout *m_row;
    QToolButton *m_close = nullptr;
};

} // namespace coldframe
