import { isMap, isScalar, parseDocument, type YAMLMap } from 'yaml';

export interface ChosenTarget {
  readonly company: string;
  readonly role: string;
  readonly level: string;
  /** What is left out stays as it is in the file; `null` takes it out of the file. */
  readonly interview?: string | null | undefined;
  readonly hoursAWeek?: number | null | undefined;
  readonly background?: string | null | undefined;
}

const targetKeys = ['company', 'role', 'level', 'interview', 'hoursAWeek', 'background'] as const;

/** A `rubricate.yaml` for someone who has none yet. */
export function newTargetFile({ company, role, level, interview, hoursAWeek, background }: ChosenTarget): string {
  return [
    '# What you prepare for. Rubricate judges answers and shows progress against it.',
    `company: ${company}`,
    `role: ${role}`,
    `level: ${level}`,
    '# The day of the interview, and the hours a week you have:',
    interview == null ? '# interview: 2027-01-15' : `interview: ${interview}`,
    hoursAWeek == null ? '# hoursAWeek: 10' : `hoursAWeek: ${hoursAWeek}`,
    ...(background == null ? [] : [`background: ${background}`]),
    '',
  ].join('\n');
}

/**
 * The text of a `rubricate.yaml` with another target; every other character stays. Undefined where the text is not one
 * that can be changed with care: it should be shown instead.
 */
export function withTarget(text: string, target: ChosenTarget): string | undefined {
  const { contents, errors } = parseDocument(text, { logLevel: 'silent' });
  if (errors.length > 0 || (contents !== null && (!isMap(contents) || contents.flow))) return undefined;
  if (contents === null)
    return text.trim() === '' ? newTargetFile(target) : `${endingLine(text)}${newTargetFile(target)}`;
  let changed = text;
  let missing = '';
  const asked = targetKeys.filter((key) => target[key] !== undefined);
  const places = asked.map((key) => ({ key, value: contents.get(key, true) }));
  if (places.some(({ value }) => value !== undefined && !(isScalar(value) && value.range))) return undefined;
  // From the end, so that no place moves before it is used.
  const inFile = places.flatMap(({ key, value }) =>
    isScalar(value) && value.range ? [{ key, range: value.range }] : [],
  );
  for (const { key, range } of inFile.sort((a, b) => b.range[0] - a.range[0])) {
    const chosen = target[key];
    const isEmpty = range[0] === range[1];
    changed =
      chosen === null
        ? without(changed, keyStart(contents, key), range[1])
        : `${changed.slice(0, range[0])}${isEmpty ? ' ' : ''}${chosen}${changed.slice(range[1])}`;
  }
  for (const { key, value } of places)
    if (value === undefined && target[key] !== null) missing += `${key}: ${target[key]}\n`;
  return missing === '' ? changed : `${endingLine(changed)}${missing}`;
}

function keyStart(map: YAMLMap, wanted: string): number {
  const found = map.items.find(({ key }) => isScalar(key) && key.value === wanted)?.key;
  return isScalar(found) ? (found.range?.[0] ?? 0) : 0;
}

/** Takes a key and its value out, with their line; a comment behind them stays where it was. */
function without(text: string, start: number, end: number): string {
  return text.slice(0, start) + text.slice(end).replace(/^[ \t]*(?:\r\n|\r|\n|$)?/, '');
}

function endingLine(text: string): string {
  return text.endsWith('\n') ? text : `${text}\n`;
}
