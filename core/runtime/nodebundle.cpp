// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/nodebundle.h"

#include <QFile>
#include <QRegularExpression>
#include <QStringList>

namespace coldframe {

namespace {

/// Modules find what is in the same text by the name that they would find the file by, and it is
/// evaluated as late. V8 compiles a function in brackets at once; without, it would read it twice.
const char beginning[] = "'use strict';\n"
                         "const texts = {};\n"
                         "const modules = {};\n"
                         "function requireBundled(name) {\n"
                         "    if (!(name in texts))\n"
                         "        return require(name);\n"
                         "    if (!(name in modules)) {\n"
                         "        const own = modules[name] = new module.constructor(name);\n"
                         "        texts[name](requireBundled, own, own.exports);\n"
                         "    }\n"
                         "    return modules[name].exports;\n"
                         "}\n"
                         "Object.assign(requireBundled, require); // require.resolve()\n";

const char Script[] = "bootstrap.cjs";

class Bundle
{
public:
    explicit Bundle(QString folder)
        : m_folder(std::move(folder))
        , m_text(beginning)
    { }

    Result<void> add(const QString &name)
    {
        QFile file(m_folder + u'/' + name);
        if (!file.open(QIODevice::ReadOnly))
            return failure(Error::Code::NotFound,
                           file.fileName() + QStringLiteral(": ") + file.errorString());
        const QByteArray text = file.readAll();
        static const QRegularExpression needed(
            QStringLiteral(R"(^const [^=\n]+ = require\('\./([a-z]+\.cjs)'\);$)"),
            QRegularExpression::MultilineOption);
        m_added.append(name);
        for (const QRegularExpressionMatch &match : needed.globalMatch(QString::fromUtf8(text))) {
            const QString other = match.captured(1);
            if (m_added.contains(other))
                continue;
            if (Result<void> added = add(other); !added)
                return added;
        }
        m_text += "texts['./" + name.toUtf8() + "'] = (function (require, module, exports) {\n"
            + text + "\n});\n"; // the text may end in a comment
        return {};
    }

    QByteArray text() const { return m_text + "requireBundled('./" + Script + "');\n"; }

private:
    QString m_folder;
    QStringList m_added;
    QByteArray m_text;
};

} // namespace

Result<QByteArray> nodeBundle(const QString &folder)
{
    Bundle bundle(folder);
    return bundle.add(QLatin1String(Script)).map([&bundle] { return bundle.text(); });
}

} // namespace coldframe
