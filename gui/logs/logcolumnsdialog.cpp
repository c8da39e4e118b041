// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/logs/logcolumnsdialog.h"

#include "gui/logs/logcolumntext.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QSignalBlocker>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace coldframe {

LogColumnsDialog::LogColumnsDialog(std::vector<LogColumn> columns, QWidget *parent)
    : QDialog(parent)
    , m_columns(std::move(columns))
    , m_search(new QLineEdit)
    , m_list(new QTreeWidget)
    , m_note(new QLabel(tr("Looking for JSON members…")))
{
    setObjectName(QStringLiteral("logColumnsDialog"));
    setWindowTitle(tr("Choose Columns"));
    m_search->setObjectName(QStringLiteral("logColumnsSearch"));
    m_search->setPlaceholderText(tr("Find a member"));
    m_search->setAccessibleName(tr("Find a member"));
    m_search->setClearButtonEnabled(true);
    m_list->setObjectName(QStringLiteral("logColumnsList"));
    m_list->setAccessibleName(tr("Columns"));
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setHeaderLabels({tr("Column"), tr("Lines")});
    m_list->header()->setStretchLastSection(false);
    m_list->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_list->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    m_list->headerItem()->setTextAlignment(1, Qt::AlignRight | Qt::AlignVCenter);
    m_note->setObjectName(QStringLiteral("logColumnsNote"));
    m_note->setWordWrap(true);
    m_note->setForegroundRole(QPalette::PlaceholderText);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    QPushButton *usual = buttons->addButton(tr("Usual Columns"), QDialogButtonBox::ResetRole);
    usual->setObjectName(QStringLiteral("logColumnsUsual"));

    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_search);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_note);
    layout->addWidget(buttons);
    resize(420, 460);

    connect(m_search, &QLineEdit::textChanged, this, &LogColumnsDialog::narrow);
    connect(m_list, &QTreeWidget::itemChanged, this, &LogColumnsDialog::choose);
    connect(usual, &QPushButton::clicked, this, [this] {
        m_columns = defaultLogColumns();
        fill();
        Q_EMIT columnsChosen(m_columns);
    });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::close);
    fill();
}

void LogColumnsDialog::setMembers(const FoundMembers &found)
{
    m_found = found;
    const QLocale locale;
    if (found.jsonLines == 0)
        m_note->setText(
            tr("No line of this log is a JSON object, so there are no members to show."));
    else if (found.isSample())
        m_note->setText(tr("Counted in %1 JSON lines, a sample of %2 of all %3 lines.")
                            .arg(locale.toString(found.jsonLines), locale.toString(found.lookedAt),
                                 locale.toString(found.lines)));
    else
        m_note->setText(tr("Counted in all %1 JSON lines.").arg(locale.toString(found.jsonLines)));
    fill();
}

void LogColumnsDialog::fill()
{
    const QSignalBlocker blocker(m_list);
    m_list->clear();
    m_fields.clear();
    for (const auto kind : {LogField::Kind::Time, LogField::Kind::Level, LogField::Kind::Source,
                            LogField::Kind::RequestId, LogField::Kind::Message})
        addField({kind, {}}, {});
    for (const FoundMember &member : m_found.members) {
        // The level and the message of a line have a column already.
        if (logFieldNamed(member.path).kind == LogField::Kind::Member)
            addField({LogField::Kind::Member, member.path}, QLocale().toString(member.lines));
    }
    for (const LogColumn &column : m_columns) {
        if (std::find(m_fields.begin(), m_fields.end(), column.field) == m_fields.end())
            addField(column.field, QLocale().toString(0));
    }
    narrow(m_search->text());
}

void LogColumnsDialog::addField(const LogField &field, const QString &lines)
{
    auto *item = new QTreeWidgetItem({logColumnTitle(field), lines});
    item->setTextAlignment(1, Qt::AlignRight | Qt::AlignVCenter);
    const bool chosen = std::any_of(m_columns.begin(), m_columns.end(),
                                    [&field](const auto &each) { return each.field == field; });
    item->setCheckState(0, chosen ? Qt::Checked : Qt::Unchecked);
    m_list->addTopLevelItem(item);
    m_fields.push_back(field);
}

void LogColumnsDialog::choose(QTreeWidgetItem *item)
{
    const LogField &field
        = m_fields.at(static_cast<std::size_t>(m_list->indexOfTopLevelItem(item)));
    const auto known = std::find_if(m_columns.begin(), m_columns.end(),
                                    [&field](const auto &each) { return each.field == field; });
    const bool wanted = item->checkState(0) == Qt::Checked;
    if (wanted == (known != m_columns.end()))
        return;
    if (!wanted && m_columns.size() == 1) {
        const QSignalBlocker blocker(m_list);
        item->setCheckState(0, Qt::Checked); // a table has a column
        return;
    }
    if (!wanted) {
        m_columns.erase(known);
    } else {
        // The message is read last, so what is added stands before it.
        const bool messageIsLast
            = !m_columns.empty() && m_columns.back().field.kind == LogField::Kind::Message;
        m_columns.insert(messageIsLast ? std::prev(m_columns.end()) : m_columns.end(),
                         LogColumn{field, 0});
    }
    Q_EMIT columnsChosen(m_columns);
}

void LogColumnsDialog::narrow(const QString &text)
{
    for (int row = 0; row < m_list->topLevelItemCount(); ++row) {
        QTreeWidgetItem *item = m_list->topLevelItem(row);
        item->setHidden(!item->text(0).contains(text, Qt::CaseInsensitive));
    }
}

} // namespace coldframe

#include "moc_logcolumnsdialog.cpp"
