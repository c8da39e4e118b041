// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <vector>

namespace coldframe {

/// A cell of a table: its text, or markup that is complete already.
struct HtmlCell
{
    QString text;
    bool isFigure = false; ///< stands on the right
    QString title = {}; ///< told when the pointer rests on it
    QString cssClass = {};
};

using HtmlRow = std::vector<HtmlCell>;

/// One self-contained HTML page, made from top to bottom. Every text that is passed in is escaped,
/// and the page forbids itself scripts and everything that would come from the network.
class HtmlDocument
{
public:
    /// language as in "de"; title is the page's and its heading.
    HtmlDocument(const QString &title, const QString &language);

    void addParagraph(const QString &text, const QString &cssClass = {});

    /// A section goes on until the next one.
    void beginSection(const QString &heading);

    /// Figures side by side, each under its name: name, value, explanation.
    struct Figure
    {
        QString name;
        QString value;
        QString explanation;
    };
    void addFigures(const std::vector<Figure> &figures);

    /// Without rows nothing is added.
    void addTable(const HtmlRow &header, const std::vector<HtmlRow> &rows);

    /// Lines as they are, in a font of fixed width.
    void addText(const QString &text, const QString &cssClass = {});

    /// Markup that was made by one of our own, for example a picture.
    void addMarkup(const QByteArray &markup);

    /// What the reader may open.
    void beginDetails(const QString &summary);
    void endDetails();

    /// The whole page, UTF-8.
    QByteArray finished(const QString &footer) const;

private:
    QString m_title;
    QString m_language;
    QByteArray m_body;
    bool m_isInSection = false;
};

/// Text for an attribute or between tags.
QByteArray htmlText(const QString &text);

} // namespace coldframe
