// SPDX-License-Identifier: GPL-3.0-or-later
// Events as object literals of the types that packages have for them: members that a type does not
// know are errors, and so are null and undefined where it has neither.
import { join } from 'node:path';

import { checkAll, libraries, requireCheck } from './support.mjs';

const ts = requireCheck('typescript');
const options = {
    strict: true, exactOptionalPropertyTypes: true, noEmit: true, skipLibCheck: true, types: [],
    target: ts.ScriptTarget.ES2022, lib: ['lib.es2022.d.ts', 'lib.dom.d.ts'],
    module: ts.ModuleKind.Node16, moduleResolution: ts.ModuleResolutionKind.Node16,
};

function compile(sources) {
    const host = ts.createCompilerHost(options);
    const { fileExists, readFile, getSourceFile } = host;
    host.fileExists = (name) => sources.has(name) || fileExists.call(host, name);
    host.readFile = (name) => sources.get(name) ?? readFile.call(host, name);
    host.getSourceFile = (name, target, ...rest) => (sources.has(name)
        ? ts.createSourceFile(name, sources.get(name), target)
        : getSourceFile.call(host, name, target, ...rest));
    return ts.createProgram([...sources.keys()], options, host);
}

const packages = {
    alexa: 'ask-sdk-model',
    aws: 'aws-lambda',
    powertools: '@aws-lambda-powertools/event-handler/types',
};

checkAll('types', 'types', (jobs) => {
    const nameOf = (i) => join(libraries, 'checks', `event${i}.ts`);
    const sources = new Map(jobs.map(({ description, document }, i) => [nameOf(i),
        Object.entries(packages).filter(([name]) => description.includes(`${name}.`))
            .map(([name, from]) => `import type * as ${name} from '${from}';\n`).join('')
        + `const event: ${description} =\n${JSON.stringify(document, null, 2)};\nexport { event };\n`]));
    const program = compile(sources);
    const general = [...program.getOptionsDiagnostics(), ...program.getGlobalDiagnostics()];
    if (general.length > 0)
        throw new Error(ts.formatDiagnostics(general, ts.createCompilerHost(options)));
    return jobs.map((_, i) => {
        const file = program.getSourceFile(nameOf(i));
        return [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)]
            .map((diagnostic) => {
                const line = file.getLineAndCharacterOfPosition(diagnostic.start).line;
                const text = file.text.split('\n')[line].trim();
                return `${text}\n    ${ts.flattenDiagnosticMessageText(diagnostic.messageText, '\n    ')}`;
            }).join('\n  ');
    });
});
