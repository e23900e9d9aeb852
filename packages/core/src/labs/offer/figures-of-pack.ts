import type { Pack } from '../../model/index.ts';
import type { OfferFigure } from './template.ts';

/** What a pack says is paid, as far as it gives an amount or a percent: each with its source and how far it is borne out. */
export function offerFigures(pack: Pack): readonly OfferFigure[] {
  return (pack.compensation ?? [])
    .filter(({ amount, text }) => amount !== undefined || /\d ?(?:%|percent)/.test(text))
    .map(({ text, source, state }) => {
      const found = pack.sources?.find(({ id }) => id === source);
      const told = found ? [found.publisher, found.title, found.date] : [source];
      return { text, source: [...told, state].join(' · ') };
    });
}
