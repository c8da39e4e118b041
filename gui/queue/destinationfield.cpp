// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/queue/destinationfield.h"

#include "gui/base/icons.h"

#include <QComboBox>
#include <QEvent>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QStackedWidget>
#include <QToolButton>

namespace coldframe {

namespace {

/// The items of the kind chooser, in their order; the first one is no destination.
constexpr int NoDestination = -1;

} // namespace

DestinationField::DestinationField(const QString &name, const QString &accessibleName,
                                   const QStringList &functions, QWidget *parent)
    : QWidget(parent)
    , m_kind(new QComboBox)
    , m_targets(new QStackedWidget)
    , m_none(new QWidget)
    , m_function(new QComboBox)
    , m_filePage(new QWidget)
    , m_file(new QLineEdit)
    , m_browse(new QToolButton)
    , m_address(new QLineEdit)
{
    m_kind->setObjectName(name + QStringLiteral("Kind"));
    m_kind->setAccessibleName(accessibleName);
    m_kind->addItem(tr("None"), NoDestination);
    m_kind->addItem(tr("Function"), int(Destination::Kind::Function));
    m_kind->addItem(tr("File"), int(Destination::Kind::File));
    m_kind->addItem(tr("HTTP address"), int(Destination::Kind::HttpAddress));
    m_function->setObjectName(name + QStringLiteral("Function"));
    m_function->setAccessibleName(tr("%1: function").arg(accessibleName));
    m_function->addItems(functions);
    m_file->setObjectName(name + QStringLiteral("File"));
    m_file->setAccessibleName(tr("%1: file").arg(accessibleName));
    m_file->setPlaceholderText(tr("/path/to/records.jsonl"));
    m_browse->setObjectName(name + QStringLiteral("Browse"));
    m_browse->setToolTip(tr("Choose a file"));
    m_browse->setAccessibleName(tr("%1: choose a file").arg(accessibleName));
    m_address->setObjectName(name + QStringLiteral("Address"));
    m_address->setAccessibleName(tr("%1: address").arg(accessibleName));
    m_address->setPlaceholderText(QStringLiteral("http://127.0.0.1:8080/"));

    auto *fileRow = new QHBoxLayout(m_filePage);
    fileRow->setContentsMargins(0, 0, 0, 0);
    fileRow->setSpacing(4);
    fileRow->addWidget(m_file, 1);
    fileRow->addWidget(m_browse);
    for (QWidget *page :
         std::initializer_list<QWidget *>{m_none, m_function, m_filePage, m_address})
        m_targets->addWidget(page);
    m_targets->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_kind);
    row->addWidget(m_targets, 1);

    connect(m_kind, &QComboBox::currentIndexChanged, this, &DestinationField::onKindChosen);
    connect(m_function, &QComboBox::currentIndexChanged, this, &DestinationField::edited);
    connect(m_file, &QLineEdit::textChanged, this, &DestinationField::edited);
    connect(m_address, &QLineEdit::textChanged, this, &DestinationField::edited);
    connect(m_browse, &QToolButton::clicked, this, &DestinationField::browse);
    applyColours();
}

void DestinationField::setDestination(const std::optional<Destination> &destination)
{
    m_kind->setCurrentIndex(m_kind->findData(destination ? int(destination->kind) : NoDestination));
    if (!destination)
        return;
    switch (destination->kind) {
    case Destination::Kind::Function:
        if (m_function->findText(destination->target) < 0)
            m_function->addItem(destination->target); // it left the workspace
        m_function->setCurrentText(destination->target);
        return;
    case Destination::Kind::File:
        m_file->setText(destination->target);
        return;
    case Destination::Kind::HttpAddress:
        m_address->setText(destination->target);
        return;
    }
}

Result<std::optional<Destination>> DestinationField::destination() const
{
    const int kind = m_kind->currentData().toInt();
    if (kind == NoDestination)
        return std::optional<Destination>();
    QString text;
    switch (static_cast<Destination::Kind>(kind)) {
    case Destination::Kind::Function:
        text = QStringLiteral("function:") + m_function->currentText();
        break;
    case Destination::Kind::File:
        text = QStringLiteral("file:") + m_file->text().trimmed();
        break;
    case Destination::Kind::HttpAddress:
        text = m_address->text().trimmed();
        break;
    }
    return destinationFromText(text).map(
        [](const Destination &chosen) { return std::optional(chosen); });
}

QWidget *DestinationField::kindChooser() const
{
    return m_kind;
}

void DestinationField::onKindChosen()
{
    m_targets->setCurrentIndex(m_kind->currentIndex());
    Q_EMIT edited();
}

void DestinationField::browse()
{
    auto *dialog = new QFileDialog(this, tr("File for the Records"), m_file->text());
    dialog->setObjectName(QStringLiteral("destinationFileDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    // Records are added to its end.
    dialog->setOption(QFileDialog::DontConfirmOverwrite);
    connect(dialog, &QFileDialog::fileSelected, m_file, &QLineEdit::setText);
    dialog->open();
}

void DestinationField::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        applyColours();
}

void DestinationField::applyColours()
{
    m_browse->setIcon(themedIcon(Symbol::FolderOpen, palette()));
}

} // namespace coldframe

#include "moc_destinationfield.cpp"
