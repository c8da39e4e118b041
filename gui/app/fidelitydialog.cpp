// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/app/fidelitydialog.h"

#include "gui/base/theme.h"
#include "wording/fidelity.h"

#include <QDialogButtonBox>
#include <QTextBrowser>
#include <QVBoxLayout>

namespace coldframe {

namespace {

QColor colourOf(Provenance provenance, const ThemeColours &colours)
{
    switch (provenance) {
    case Provenance::Measured:
        return colours.success;
    case Provenance::Modelled:
        return colours.accent;
    case Provenance::NotEmulated:
        return colours.muted;
    }
    return colours.muted;
}

QString rowText(const FidelityEntry &entry, const ThemeColours &colours)
{
    return QStringLiteral("<tr><td width='30%'><b>%1</b></td>"
                          "<td width='16%'><span style='color:%2'>%3</span></td><td>%4</td></tr>")
        .arg(entry.subject.toHtmlEscaped(), colourOf(entry.provenance, colours).name(),
             provenanceText(entry.provenance).toHtmlEscaped(), entry.how.toHtmlEscaped());
}

} // namespace

FidelityDialog::FidelityDialog(Isolation isolation, QWidget *parent)
    : QDialog(parent)
    , m_text(new QTextBrowser(this))
{
    setObjectName(QStringLiteral("fidelityDialog"));
    setWindowTitle(tr("What the Numbers Mean"));
    resize(760, 600);
    const ThemeColours colours = ThemeColours::of(palette());
    QString rows;
    for (const FidelityEntry &entry : fidelityEntries(isolation))
        rows += rowText(entry, colours);
    m_text->setObjectName(QStringLiteral("fidelityText"));
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->setHtml(QStringLiteral("<p>%1</p><table cellpadding='6' width='100%'>%2</table>")
                        .arg(tr("Every figure is measured on this computer, modelled from measured "
                                "figures and published rules, or not emulated at all.")
                                 .toHtmlEscaped(),
                             rows));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_text);
    layout->addWidget(buttons);
}

} // namespace coldframe
