// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/app/fidelitydialog.h"

#include "gui/base/theme.h"

#include <QDialogButtonBox>
#include <QTextBrowser>
#include <QVBoxLayout>

namespace coldframe {

namespace {

QColor colourOf(Provenance provenance, const ThemeColours &colours)
{
    switch (provenance) {
    case Provenance::Enforced:
        return colours.success;
    case Provenance::Measured:
        return colours.accent;
    case Provenance::Modelled:
        return colours.warning;
    case Provenance::NotEmulated:
        return colours.muted;
    }
    return colours.muted;
}

QString rowText(const FidelityEntry &entry)
{
    return QStringLiteral("<tr><td width='30%'><b>%1</b></td><td>%2</td></tr>")
        .arg(entry.subject.toHtmlEscaped(), entry.how.toHtmlEscaped());
}

/// The entries of one provenance under its name; empty without any.
QString sectionText(const std::vector<FidelityEntry> &entries, Provenance provenance,
                    const ThemeColours &colours)
{
    QString rows;
    for (const FidelityEntry &entry : entries) {
        if (entry.provenance == provenance)
            rows += rowText(entry);
    }
    if (rows.isEmpty())
        return {};
    QString title = provenanceText(provenance);
    title[0] = title.at(0).toUpper();
    return QStringLiteral(
               "<h3 style='color:%1'>%2</h3><table cellpadding='5' width='100%'>%3</table>")
        .arg(colourOf(provenance, colours).name(), title.toHtmlEscaped(), rows);
}

} // namespace

FidelityDialog::FidelityDialog(const LimitsInForce &limits, QWidget *parent)
    : QDialog(parent)
    , m_text(new QTextBrowser(this))
{
    setObjectName(QStringLiteral("fidelityDialog"));
    setWindowTitle(tr("What the Numbers Mean"));
    resize(760, 600);
    const ThemeColours colours = ThemeColours::of(palette());
    const std::vector<FidelityEntry> entries = fidelityEntries(limits);
    QString text = QStringLiteral("<p>%1</p><p><b>%2</b> %3</p>")
                       .arg(tr("Rules of Lambda are enforced here, modelled closely or not "
                               "emulated. Figures are "
                               "measured on this computer, or modelled from measured figures and "
                               "published rules.")
                                .toHtmlEscaped(),
                            tr("In force for the next run:").toHtmlEscaped(),
                            limitsText(limits).toHtmlEscaped());
    for (const Provenance provenance : allProvenances())
        text += sectionText(entries, provenance, colours);
    m_text->setObjectName(QStringLiteral("fidelityText"));
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->setHtml(text);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_text);
    layout->addWidget(buttons);
}

} // namespace coldframe

#include "moc_fidelitydialog.cpp"
