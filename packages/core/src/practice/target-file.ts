import { isMap, parseDocument } from 'yaml';

export interface ChosenTarget {
  readonly company: string;
  readonly role: string;
  readonly level: string;
}

/** A `rubricate.yaml` for someone who has none yet. */
export function newTargetFile({ company, role, level }: ChosenTarget): string {
  return [
    '# What you prepare for. Rubricate judges answers and shows progress against it.',
    `company: ${company}`,
    `role: ${role}`,
    `level: ${level}`,
    '# The day of the interview, and the hours a week you have:',
    '# interview: 2027-01-15',
    '# hoursAWeek: 10',
    '',
  ].join('\n');
}

/**
 * The text of a `rubricate.yaml` with another target; comments, order and all else stay. Undefined where the text is not
 * one that can be changed with care: it should be shown instead.
 */
export function withTarget(text: string, target: ChosenTarget): string | undefined {
  if (text.trim() === '') return newTargetFile(target);
  const document = parseDocument(text, { logLevel: 'silent' });
  if (document.errors.length > 0) return undefined;
  if (document.contents === null) return `${text.replace(/\n*$/, '\n')}${newTargetFile(target)}`;
  if (!isMap(document.contents)) return undefined;
  for (const key of ['company', 'role', 'level'] as const) document.set(key, target[key]);
  return document.toString({ lineWidth: 0 });
}
