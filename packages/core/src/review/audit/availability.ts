import type { NumberFinding } from './check.ts';
import { perSeconds } from './operand.ts';

const units: Readonly<Record<string, number>> = {
  second: 1,
  sec: 1,
  s: 1,
  minute: 60,
  min: 60,
  m: 60,
  hour: 3600,
  hr: 3600,
  h: 3600,
  day: 86400,
};

const claim =
  /\b(9\d(?:\.\d+)?)\s?%([^.;\n%\d]{0,48}?)(?:about |around |roughly |some |under |~|≈|=|\()?\s?(\d+(?:\.\d+)?)\s?(seconds?|sec|s|minutes?|min|m|hours?|hrs?|h|days?)\b([^.;\n\d%]{0,28}?)(?:\/\s?|per |an? |each |every )(day|week|month|year|yr)\b/gi;

/** "99.9% is 44 minutes of downtime a month": what an availability leaves, against what is said. */
export function findDowntimes(text: string): readonly NumberFinding[] {
  const found: NumberFinding[] = [];
  for (const match of text.matchAll(claim)) {
    const [whole, percent = '', between = '', amount = '', unit = '', after = '', period = ''] = match;
    if (
      !/\b(?:down|outage|unavailab|dead|error budget|offline|availab|uptime)/i.test(
        `${text.slice(Math.max(0, match.index - 30), match.index)}${between}${after}${text.slice(match.index + whole.length, match.index + whole.length + 24)}`,
      )
    )
      continue;
    const seconds = Number(amount) * (units[unit.toLowerCase().replace(/s$/, '') || 's'] ?? Number.NaN);
    const left = (1 - Number(percent) / 100) * (perSeconds[period.toLowerCase()] ?? Number.NaN);
    const factor = left / seconds;
    if (!Number.isFinite(factor) || factor === 0 || (factor > 0.85 && factor < 1.18)) continue;
    const start = match.index + whole.indexOf(amount, percent.length);
    const end = start + whole.slice(whole.indexOf(amount, percent.length)).search(/\b(?:\/|per |an? |each |every )/i);
    const computed = spoken(left);
    found.push({
      kind: 'arithmetic',
      start: match.index,
      end: match.index + whole.length,
      result: { start, end: end > start ? text.slice(0, end).trimEnd().length : start + amount.length },
      computed,
      working: `(1 − ${percent} / 100) × 1 ${period} = ${computed}`,
      factor,
    });
  }
  return found;
}

function spoken(seconds: number): string {
  if (seconds >= 2 * 86400) return `${short(seconds / 86400)} days`;
  if (seconds >= 2 * 3600) return `${short(seconds / 3600)} hours`;
  return seconds >= 120 ? `${short(seconds / 60)} minutes` : `${short(seconds)} seconds`;
}

function short(value: number): string {
  return String(Number(value.toPrecision(3)));
}
