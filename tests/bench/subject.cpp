// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/subject.h"

namespace coldframe::bench {

namespace {

const char pythonWorker[]
    = "import json, sys\n"
      "for line in sys.stdin.buffer:\n"
      "    sys.stdout.buffer.write(json.dumps(json.loads(line)).encode() + b'\\n')\n"
      "    sys.stdout.buffer.flush()\n";

const char pythonWriter[] = "import os, sys\n"
                            "line = b'x' * 99 + b'\\n'\n"
                            "for count in sys.stdin.buffer:\n"
                            "    for _ in range(int(count)):\n"
                            "        os.write(1, line)\n"
                            "    os.write(1, b'end\\n')\n";

const char nodeWorker[] = "const fs = require('fs'); const b = Buffer.alloc(1 << 20);"
                          "for (;;) { const parts = []; let n;"
                          " do { n = fs.readSync(0, b); parts.push(Buffer.from(b.subarray(0, n))); }"
                          " while (n && b[n - 1] !== 10);"
                          " if (!n) break;"
                          " const event = JSON.parse(Buffer.concat(parts).toString());"
                          " let out = Buffer.from(JSON.stringify(event) + '\\n');"
                          " while (out.length) out = out.subarray(fs.writeSync(1, out)); }";

const char nodeWriter[] = "const fs = require('fs'); const b = Buffer.alloc(100);"
                          "const line = Buffer.from('x'.repeat(99) + '\\n');"
                          "for (;;) { const n = fs.readSync(0, b); if (!n) break;"
                          " for (let i = Number(b.toString('latin1', 0, n)); i > 0; --i)"
                          " fs.writeSync(1, line);"
                          " fs.writeSync(1, 'end\\n'); }";

QString handlersOf(const char *language)
{
    return QStringLiteral(COLDFRAME_SOURCE_DIR "/tests/data/handlers/") + QLatin1String(language);
}

QStringList script(QStringList arguments, const char *text)
{
    return arguments << QLatin1String(text);
}

} // namespace

Subject pythonSubject()
{
    const QStringList code{QStringLiteral("-c")};
    const QStringList quick{QStringLiteral("-S"), QStringLiteral("-u"), QStringLiteral("-c")};
    return {"Python",
            QStringLiteral("python"),
            handlersOf("python"),
            script(code, "pass"),
            script(code, "import json"),
            script(quick, pythonWorker),
            script(quick, pythonWriter)};
}

Subject nodeSubject()
{
    const QStringList code{QStringLiteral("-e")};
    return {"Node.js",
            QStringLiteral("nodejs"),
            handlersOf("nodejs"),
            script(code, "0"),
            script(code, "require('fs')"),
            script(code, nodeWorker),
            script(code, nodeWriter)};
}

QByteArray eventOfBytes(qsizetype bytes)
{
    QByteArray event = R"({"name": "Ada", "items": [)";
    for (int i = 0; event.size() < bytes - 60; ++i) {
        if (i > 0)
            event += ", ";
        event += "{\"id\": " + QByteArray::number(i) + ", \"text\": \"some words of text\"}";
    }
    return event + "]}";
}

} // namespace coldframe::bench
