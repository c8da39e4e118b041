// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/htmldocument.h"

#include "report/stylesheet.h"

namespace coldframe {

namespace {

QByteArray attribute(const char *name, const QString &value)
{
    return value.isEmpty() ? QByteArray() : QByteArray(" ") + name + "=\"" + htmlText(value) + '"';
}

QByteArray cellMarkup(const HtmlCell &cell, const QByteArray &element)
{
    QString classes = cell.cssClass;
    if (cell.isFigure)
        classes += classes.isEmpty() ? QStringLiteral("figure") : QStringLiteral(" figure");
    return '<' + element + attribute("class", classes) + attribute("title", cell.title) + '>'
        + htmlText(cell.text) + "</" + element + '>';
}

QByteArray rowMarkup(const HtmlRow &row, const QByteArray &element)
{
    QByteArray markup = "<tr>";
    for (const HtmlCell &cell : row)
        markup += cellMarkup(cell, element);
    return markup + "</tr>\n";
}

} // namespace

QByteArray htmlText(const QString &text)
{
    QString clean;
    clean.reserve(text.size());
    // Characters that no HTML text may have would end the page early in some readers.
    for (const QChar character : text) {
        const bool isControl = character < u' ' && character != u'\n' && character != u'\t';
        clean.append(isControl ? QChar(0x2400 + character.unicode()) : character);
    }
    return clean.toHtmlEscaped().toUtf8();
}

HtmlDocument::HtmlDocument(const QString &title, const QString &language)
    : m_title(title)
    , m_language(language)
{ }

void HtmlDocument::addParagraph(const QString &text, const QString &cssClass)
{
    if (!text.isEmpty())
        m_body += "<p" + attribute("class", cssClass) + '>' + htmlText(text) + "</p>\n";
}

void HtmlDocument::beginSection(const QString &heading)
{
    if (m_isInSection)
        m_body += "</section>\n";
    m_isInSection = true;
    m_body += "<section>\n<h2>" + htmlText(heading) + "</h2>\n";
}

void HtmlDocument::addFigures(const std::vector<Figure> &figures)
{
    m_body += "<dl class=\"figures\">\n";
    for (const Figure &figure : figures)
        m_body += "<div" + attribute("title", figure.explanation) + "><dt>" + htmlText(figure.name)
            + "</dt><dd>" + htmlText(figure.value) + "</dd></div>\n";
    m_body += "</dl>\n";
}

void HtmlDocument::addTable(const HtmlRow &header, const std::vector<HtmlRow> &rows)
{
    if (rows.empty())
        return;
    m_body
        += "<div class=\"wide\"><table>\n<thead>" + rowMarkup(header, "th") + "</thead>\n<tbody>\n";
    for (const HtmlRow &row : rows)
        m_body += rowMarkup(row, "td");
    m_body += "</tbody>\n</table></div>\n";
}

void HtmlDocument::addText(const QString &text, const QString &cssClass)
{
    m_body += "<pre" + attribute("class", cssClass) + '>' + htmlText(text) + "</pre>\n";
}

void HtmlDocument::addMarkup(const QByteArray &markup)
{
    m_body += markup;
}

void HtmlDocument::beginDetails(const QString &summary)
{
    m_body += "<details><summary>" + htmlText(summary) + "</summary>\n";
}

void HtmlDocument::endDetails()
{
    m_body += "</details>\n";
}

QByteArray HtmlDocument::finished(const QString &footer) const
{
    return "<!DOCTYPE html>\n<html lang=\"" + htmlText(m_language)
        + "\">\n<head>\n<meta charset=\"utf-8\">\n"
          "<meta http-equiv=\"Content-Security-Policy\" "
          "content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
          "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>"
        + htmlText(m_title) + "</title>\n<style>\n" + reportStyleSheet()
        + "</style>\n</head>\n<body>\n<main>\n<h1>" + htmlText(m_title) + "</h1>\n" + m_body
        + (m_isInSection ? "</section>\n" : "") + "<footer>" + htmlText(footer)
        + "</footer>\n</main>\n</body>\n</html>\n";
}

} // namespace coldframe
