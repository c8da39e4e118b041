// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/project/workspacemodel.h"

#include "gui/base/icons.h"

#include <QFont>

#include <algorithm>

namespace coldframe {

struct WorkspaceModel::Node
{
    Kind kind = Kind::Section;
    QString key;
    QString title;
    QString detail;
    Node *parent = nullptr;
    int row = 0;
    std::vector<std::unique_ptr<Node>> children;

    Node &add(Kind childKind, const QString &childKey, const QString &childTitle,
              const QString &childDetail = {})
    {
        auto child = std::make_unique<Node>();
        child->kind = childKind;
        child->key = childKey;
        child->title = childTitle;
        child->detail = childDetail;
        child->parent = this;
        child->row = int(children.size());
        children.push_back(std::move(child));
        return *children.back();
    }

    const Node *find(Kind wantedKind, const QString &wantedKey) const
    {
        if (kind == wantedKind && key == wantedKey)
            return this;
        for (const auto &child : children) {
            if (const Node *found = child->find(wantedKind, wantedKey))
                return found;
        }
        return nullptr;
    }
};

namespace {

Symbol symbolOf(WorkspaceModel::Kind kind)
{
    switch (kind) {
    case WorkspaceModel::Kind::Section:
    case WorkspaceModel::Kind::Folder:
        return Symbol::Folder;
    case WorkspaceModel::Kind::Function:
        return Symbol::Function;
    case WorkspaceModel::Kind::Event:
        return Symbol::Event;
    case WorkspaceModel::Kind::File:
        return Symbol::File;
    }
    return Symbol::File;
}

bool isSame(const Workspace &one, const Workspace &other)
{
    return one.directory == other.directory && one.functions == other.functions
        && one.files == other.files && one.events == other.events;
}

} // namespace

WorkspaceModel::WorkspaceModel(QObject *parent)
    : QAbstractItemModel(parent)
    , m_root(std::make_unique<Node>())
{ }

WorkspaceModel::~WorkspaceModel() = default;

void WorkspaceModel::setWorkspace(const Workspace &workspace)
{
    if (isSame(workspace, m_workspace))
        return;
    beginResetModel();
    m_workspace = workspace;
    fill();
    endResetModel();
}

QModelIndex WorkspaceModel::find(Kind kind, const QString &key) const
{
    const Node *node = m_root->find(kind, key);
    return node && node != m_root.get() ? indexOf(*node) : QModelIndex();
}

void WorkspaceModel::setPalette(const QPalette &palette)
{
    m_palette = palette;
}

void WorkspaceModel::fill()
{
    m_root = std::make_unique<Node>();
    if (!m_workspace.functions.empty()) {
        Node &functions = m_root->add(Kind::Section, QStringLiteral(":functions"), tr("Functions"));
        for (const WorkspaceFunction &function : m_workspace.functions)
            functions.add(
                Kind::Function, function.config.name, function.config.name,
                QStringLiteral("%1 · %2").arg(function.config.runtime, function.config.handler));
    }
    if (!m_workspace.events.empty()) {
        Node &events = m_root->add(Kind::Section, QStringLiteral(":events"), tr("Events"));
        for (const WorkspaceEvent &event : m_workspace.events) {
            const QString folder = event.file.section(u'/', 0, -2);
            events.add(Kind::Event, event.file, event.name,
                       folder == QStringLiteral("events") ? QString() : folder);
        }
    }
    Node &files = m_root->add(Kind::Section, QStringLiteral(":files"), tr("Files"));
    QStringList sorted = m_workspace.files;
    // Folders first, as file managers do.
    std::stable_sort(sorted.begin(), sorted.end(), [](const QString &one, const QString &other) {
        return one.contains(u'/') && !other.contains(u'/');
    });
    for (const QString &path : std::as_const(sorted))
        addFile(files, path);
}

void WorkspaceModel::addFile(Node &section, const QString &path)
{
    const QStringList parts = path.split(u'/');
    Node *folder = &section;
    for (qsizetype level = 0; level + 1 < parts.size(); ++level) {
        const QString key = parts.first(level + 1).join(u'/');
        // Files are sorted, so a folder that is there already is nearly always the last one.
        const auto known = std::find_if(
            folder->children.rbegin(), folder->children.rend(),
            [&key](const auto &child) { return child->kind == Kind::Folder && child->key == key; });
        folder = known != folder->children.rend()
            ? known->get()
            : &folder->add(Kind::Folder, key, parts.at(level));
    }
    folder->add(Kind::File, path, parts.last());
}

QModelIndex WorkspaceModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, nodeOf(parent)->children[std::size_t(row)].get());
}

QModelIndex WorkspaceModel::parent(const QModelIndex &child) const
{
    if (!child.isValid())
        return {};
    const Node *parent = nodeOf(child)->parent;
    return parent == m_root.get() ? QModelIndex() : indexOf(*parent);
}

int WorkspaceModel::rowCount(const QModelIndex &parent) const
{
    return parent.column() > 0 ? 0 : int(nodeOf(parent)->children.size());
}

int WorkspaceModel::columnCount(const QModelIndex &) const
{
    return 1;
}

QVariant WorkspaceModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Node &node = *nodeOf(index);
    switch (role) {
    case Qt::DisplayRole:
        return node.title;
    case Qt::DecorationRole:
        return node.kind == Kind::Section ? QVariant()
                                          : QVariant(themedIcon(symbolOf(node.kind), m_palette));
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole:
        return node.detail.isEmpty() ? node.title
                                     : QStringLiteral("%1 (%2)").arg(node.title, node.detail);
    case Qt::FontRole: {
        QFont font;
        font.setBold(node.kind == Kind::Section);
        return font;
    }
    case KindRole:
        return int(node.kind);
    case KeyRole:
        return node.key;
    case DetailRole:
        return node.detail;
    default:
        return {};
    }
}

Qt::ItemFlags WorkspaceModel::flags(const QModelIndex &index) const
{
    return index.isValid() ? Qt::ItemIsEnabled | Qt::ItemIsSelectable : Qt::NoItemFlags;
}

const WorkspaceModel::Node *WorkspaceModel::nodeOf(const QModelIndex &index) const
{
    return index.isValid() ? static_cast<const Node *>(index.constInternalPointer()) : m_root.get();
}

QModelIndex WorkspaceModel::indexOf(const Node &node) const
{
    return createIndex(node.row, 0, &node);
}

} // namespace coldframe

#include "moc_workspacemodel.cpp"
