/**
 * Expands `{read,write} path` to `read path` and `write path`. Groups do not nest; an empty alternative is allowed.
 * Throws a `RangeError` with what is wrong.
 */
export function expandPhrase(phrase: string): readonly string[] {
  let variants = [''];
  let at = 0;
  while (at < phrase.length) {
    const open = phrase.indexOf('{', at);
    if (open < 0) {
      const tail = phrase.slice(at);
      if (tail.includes('}')) throw new RangeError(`"${phrase}" closes a group that was not opened`);
      variants = variants.map((variant) => variant + tail);
      break;
    }
    const close = phrase.indexOf('}', open);
    const inner = phrase.slice(open + 1, close < 0 ? undefined : close);
    if (close < 0 || inner.includes('{')) throw new RangeError(`"${phrase}" opens a group that is not closed`);
    const literal = phrase.slice(at, open);
    const choices = inner.split(',');
    variants = variants.flatMap((variant) => choices.map((choice) => variant + literal + choice.trim()));
    if (variants.length > 4000) throw new RangeError(`"${phrase}" expands to more than 4,000 phrases`);
    at = close + 1;
  }
  return variants.map((variant) => variant.replace(/\s+/g, ' ').trim()).filter((variant) => variant !== '');
}
