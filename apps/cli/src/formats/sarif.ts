import type { Invocation, Notification, PhysicalLocation, ReportingDescriptor, Result } from 'sarif';
import packageJson from '../../package.json' with { type: 'json' };
import type { Judged } from '../judge.ts';
import type { FailedFile } from '../report.ts';
import { positionAt, type SourceText } from '../source-text.ts';
import { allFindingsOf, type Finding } from './findings.ts';
import type { Format } from './format.ts';

/**
 * SARIF 2.1.0, written piece by piece: the results come first in the run, and the rules they name, known only at the
 * end, after them. A file that was not reviewed is a notification of the run.
 */
export function sarifFormat(): Format {
  return {
    open: `{"$schema":"https://json.schemastore.org/sarif-2.1.0.json","version":"2.1.0","runs":[{"columnKind":"utf16CodeUnits","results":[\n`,
    between: ',\n',
    one: (result) =>
      result.ok ? allFindingsOf(result).map((finding) => JSON.stringify(resultOf(finding, result))) : [],
    rulesOf,
    close: ({ rules, notices, failures }) => {
      const sorted = [...rules].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, rule]) => rule);
      const driver = { name: 'rubricate', semanticVersion: packageJson.version, rules: sorted };
      const told: Notification[] = [
        ...failures.map(notificationOf),
        ...notices.map((text): Notification => ({ level: 'error', message: { text: withoutLinks(text) } })),
      ];
      const invocation: Invocation = { executionSuccessful: told.length === 0, toolExecutionNotifications: told };
      return `\n],"tool":${JSON.stringify({ driver })},"invocations":${JSON.stringify([invocation])}}]}\n`;
    },
  };
}

function resultOf({ ref, level, range, title, message, dismissed }: Finding, { path, source }: Judged): Result {
  return {
    ruleId: ref,
    level,
    message: { text: withoutLinks(`${title}. ${message}`) },
    locations: [{ physicalLocation: { artifactLocation: { uri: uriOf(path) }, region: regionOf(range, source) } }],
    ...(dismissed === undefined
      ? {}
      : { suppressions: [{ kind: 'inSource', ...(dismissed ? { justification: dismissed } : {}) }] }),
  };
}

function regionOf(range: Finding['range'], source: SourceText): NonNullable<PhysicalLocation['region']> {
  const start = positionAt(source, range.start);
  const end = positionAt(source, range.end);
  return {
    startLine: start.line,
    startColumn: start.column,
    endLine: end.line,
    endColumn: end.column,
    charOffset: range.start,
    charLength: range.end - range.start,
  };
}

function notificationOf({ path, error }: FailedFile): Notification {
  const region = error.line === undefined ? {} : { region: { startLine: error.line, startColumn: error.column ?? 1 } };
  return {
    descriptor: { id: error.code },
    level: 'error',
    message: { text: withoutLinks(error.message) },
    locations: [{ physicalLocation: { artifactLocation: { uri: uriOf(path) }, ...region } }],
  };
}

/** A path as a relative URI, or as a `file:` URI where it is absolute. */
export function uriOf(path: string): string {
  const encoded = path.toWellFormed().split('/').map(encodeURIComponent).join('/');
  if (/^[A-Za-z]:\//.test(path)) return `file:///${path.slice(0, 2)}${encoded.slice(4)}`;
  return path.startsWith('/') ? `file://${encoded}` : encoded;
}

/** A message in which viewers find no link; `[words](target)` would be one. */
function withoutLinks(text: string): string {
  return text.replaceAll('](', '] (');
}

/** Markdown of ours around texts of packs, in which nothing becomes mark-up. */
function inMarkdown(ours: TemplateStringsArray, ...texts: readonly string[]): string {
  const escaped = texts.map((text) => text.replace(/[\\`*_[\]<>!&#|~]|:(?=\/\/)/g, '\\$&'));
  return String.raw({ raw: ours }, ...escaped);
}

/** The criteria and pitfalls a file may be told about, with their help. */
function rulesOf({ review }: Judged): ReadonlyMap<string, ReportingDescriptor> {
  const rules = new Map<string, ReportingDescriptor>();
  for (const { criterion } of review.criteria) {
    const { ref, title, hint, why, earns, weak, strong } = criterion;
    rules.set(ref, {
      id: ref,
      name: title,
      shortDescription: { text: title },
      fullDescription: { text: why },
      help: {
        text: `${hint}\n\n${why}\n\nMet: ${earns.met}\nPartial: ${earns.partial}\n\nWeak: ${weak}\nStrong: ${strong}`,
        markdown: inMarkdown`**${hint}**\n\n${why}\n\n- Met: ${earns.met}\n- Partial: ${earns.partial}\n\n> Weak: ${weak}\n\n> Strong: ${strong}`,
      },
      defaultConfiguration: { level: 'warning' },
    });
  }
  for (const { pitfall } of review.pitfalls) {
    const { ref, title, hint, why, when, weak, strong } = pitfall;
    rules.set(ref, {
      id: ref,
      name: title,
      shortDescription: { text: title },
      fullDescription: { text: why },
      help: {
        text: `${when}\n${hint}\n\n${why}\n\nWeak: ${weak}\nStrong: ${strong}`,
        markdown: inMarkdown`${when} **${hint}**\n\n${why}\n\n> Weak: ${weak}\n\n> Strong: ${strong}`,
      },
      defaultConfiguration: { level: 'warning' },
    });
  }
  return rules;
}
