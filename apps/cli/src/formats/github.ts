import { reasonText } from '@rubricate/core/review';
import { positionAt } from '../source-text.ts';
import { findingsOf } from './findings.ts';
import type { Format } from './format.ts';

/** Workflow commands, which GitHub shows as annotations beside the lines of a change. */
export function githubFormat(): Format {
  return {
    open: '',
    between: '',
    one: (result) => {
      if (!result.ok) {
        const { message, line, column } = result.error;
        return [workflowCommand('error', { file: result.path, line, col: column, title: 'Not reviewed' }, message)];
      }
      const lines = findingsOf(result).map(({ level, range, title, message }) => {
        const start = positionAt(result.source, range.start);
        const end = positionAt(result.source, Math.max(range.start, range.end));
        // GitHub refuses columns where an annotation spans several lines.
        const columns =
          end.line === start.line ? { col: start.column, endColumn: Math.max(start.column, end.column) } : {};
        const place = { file: result.path, line: start.line, endLine: end.line, ...columns, title };
        return workflowCommand(level === 'note' ? 'notice' : 'warning', place, message);
      });
      const { hire, level } = result.review;
      const summary = `Hire signal ${hire.signal} for ${result.target.level}; it reads as ${level.bar}. ${hire.reasons.map(reasonText).join(' ')}`;
      return [...lines, workflowCommand('notice', { file: result.path, line: 1, title: 'Review' }, summary)];
    },
    close: ({ notices }) => notices.map((notice) => workflowCommand('error', { title: 'Rubricate' }, notice)).join(''),
  };
}

/** One workflow command, escaped as GitHub asks for. */
export function workflowCommand(
  name: string,
  properties: Readonly<Record<string, string | number | undefined>>,
  message: string,
): string {
  const list = Object.entries(properties)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => `${key}=${escapeProperty(String(value))}`)
    .join(',');
  return `::${name} ${list}::${escapeData(message)}\n`;
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
