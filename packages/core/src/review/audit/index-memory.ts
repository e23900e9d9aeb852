import { type NumberFinding, readable } from './check.ts';

const size = /(\d+(?:\.\d+)?)\s?(KB|MB|GB|TB)\b(?!\s?(?:\/|per |each|a |of (?:disk|ssd)))/gi;
const bytes: Readonly<Record<string, number>> = { kb: 1e3, mb: 1e6, gb: 1e9, tb: 1e12 };
const scale: Readonly<Record<string, number>> = {
  k: 1e3,
  m: 1e6,
  million: 1e6,
  mn: 1e6,
  b: 1e9,
  bn: 1e9,
  billion: 1e9,
  thousand: 1e3,
};

/**
 * What an index over vectors takes, where a sentence names the index, how many vectors, how long, and what they take
 * together. HNSW: 4 × dimensions + 8 to 10 × M bytes a vector (2 or 1 bytes a dimension where it says fp16 or int8). Product
 * quantization: m × nbits / 8 bytes, and up to 16 for an id and padding.
 */
export function findIndexMemory(text: string): readonly NumberFinding[] {
  const isGraph = /\bhnsw\b/i.test(text);
  const isCoded = /\b(?:pq|product quanti[sz]ation)\b/i.test(text);
  if (isGraph === isCoded || /[=×*]/.test(text.replace(/\b(?:M|m|d|nbits|ef\w*|nlist|k)\s?=\s?\d/g, ''))) return [];
  const counts = [
    ...text.matchAll(
      /(\d+(?:\.\d+)?)\s?(k|m|b|bn|mn|thousand|million|billion)\s(?:[\w-]+\s){0,2}?(?:vectors|embeddings|items|documents|chunks|passages)\b/gi,
    ),
  ];
  const sizes = [...text.matchAll(size)];
  const [count] = counts;
  const [stated] = sizes;
  if (!count || !stated || counts.length > 1 || sizes.length > 1) return [];
  const vectors = Number(count[1]) * (scale[(count[2] ?? '').toLowerCase()] ?? Number.NaN);
  const each = isGraph ? graphBytes(text) : codeBytes(text);
  if (!each) return [];
  const said = Number(stated[1]) * (bytes[(stated[2] ?? '').toLowerCase()] ?? Number.NaN);
  const [low, high] = [vectors * each.low, vectors * each.high];
  if (!(said > 0) || !(low > 0) || (said > low * 0.85 && said < high * 1.3)) return [];
  const unit = bytes[(stated[2] ?? '').toLowerCase()] ?? 1;
  const amount = (value: number): string => readable(value / unit);
  const range = amount(low) === amount(high) ? amount(low) : `${amount(low)} to ${amount(high)}`;
  const computed = `${range} ${stated[2]}`;
  return [
    {
      kind: Math.abs(Math.log10(low / said)) > 2.8 ? 'unit-slip' : 'arithmetic',
      start: Math.min(count.index, stated.index),
      end: Math.max(count.index + count[0].length, stated.index + stated[0].length),
      result: {
        start: stated.index,
        end: stated.index + `${stated[1]}`.length + stated[0].length - `${stated[1]}`.length,
      },
      computed,
      working: `${count[1]} ${count[2]} × ${each.working} = ${computed}`,
      factor: low / said,
    },
  ];
}

interface Each {
  readonly low: number;
  readonly high: number;
  readonly working: string;
}

function graphBytes(text: string): Each | undefined {
  const dimensions = Number(
    /\b(\d{2,5})[\s-]?(?:d\b|dim|dimension)/i.exec(text)?.[1] ?? /\bd\s?=\s?(\d{2,5})/.exec(text)?.[1],
  );
  const links = Number(/\bM\s?(?:=|of|at|is)?\s?(\d{1,3})\b/.exec(text)?.[1]);
  if (!(dimensions > 0) || !(links > 0)) return undefined;
  const width = /\b(?:int8|uint8|sq8|8-bit)\b/i.test(text) ? 1 : /\b(?:fp16|float16|half)\b/i.test(text) ? 2 : 4;
  return {
    low: width * dimensions + 8 * links,
    high: width * dimensions + 10 * links,
    working: `(${width} × ${dimensions} + 8 to 10 × ${links}) bytes`,
  };
}

function codeBytes(text: string): Each | undefined {
  const parts = Number(
    /\bm\s?(?:=|of|at|is)?\s?(\d{1,4})\b/.exec(text)?.[1] ??
      /\b(\d{1,4})\s(?:sub-?vectors|sub-?quantizers|segments)/i.exec(text)?.[1],
  );
  if (!(parts > 0)) return undefined;
  const bits = Number(/\bnbits\s?(?:=|of|at|is)?\s?(\d{1,2})\b/.exec(text)?.[1] ?? 8);
  const code = (parts * bits) / 8;
  return { low: code, high: code + 16, working: `${parts} × ${bits} / 8 bytes, with up to 16 for an id,` };
}
