import { type DebriefPage, type DebriefWords, debriefPage, type PageBlock, say } from '../../practice/index.ts';
import type { Opinion, OpinionRow } from './opinion.ts';
import type { OpinionWords } from './words.ts';

type Section = DebriefPage['sections'][number];
type Finding = Extract<PageBlock, { kind: 'findings' }>['findings'][number];

/** What a page is made with. */
interface Making {
  /** Whose opinion it is: a model's name, and who offers it. */
  readonly model: { readonly name: string; readonly vendor: string };
  readonly words: OpinionWords;
  readonly debriefWords: DebriefWords;
}

/** A second opinion as a page: what it comes to, then where the two differ, what does not count, and where they agree. */
export function opinionPage(opinion: Opinion, making: Making): DebriefPage {
  const { debrief, differ, agree, uncounted } = opinion;
  const { model, words, debriefWords } = making;
  const { language, details } = debriefPage(debrief, debriefWords);
  return {
    language,
    generator: 'Rubricate second opinion',
    title: say(words.title, debrief.subject),
    details: [...details.slice(0, 1), say(words.by, model.name, model.vendor), words.caution],
    sections: [
      {
        id: 'compared',
        title: words.compared,
        blocks: [
          ...summary(opinion, words),
          {
            kind: 'table',
            caption: words.criteria,
            head: [words.criterion, words.ours, model.name, words.quotes],
            rows: [...differ, ...uncounted, ...agree].map((row) => cellsOf(row, making)),
          },
        ],
      },
      {
        id: 'differ',
        title: words.differ,
        blocks: differ.length === 0 ? [{ kind: 'text', text: words.differNone }] : differ.flatMap(besides(making)),
      },
      ...listed('uncounted', words.uncounted, uncounted, (row) => ({
        ...theirFinding(row, making),
        title: row.title,
      })),
      ...listed('agree', words.agree, agree, (row) => ({
        ...theirFinding(row, making),
        title: row.title,
        state: say(words.both, debriefWords.statuses[row.ours]),
      })),
    ],
    foot: words.made,
  };
}

function summary({ differ, agree, uncounted, unknown }: Opinion, words: OpinionWords): readonly PageBlock[] {
  const counted = differ.length + agree.length;
  const dropped = [...differ, ...agree, ...uncounted].reduce((sum, row) => sum + row.dropped, 0);
  return [
    { kind: 'verdict', text: counted === 0 ? words.noneCount : say(words.agrees, agree.length, counted) },
    {
      kind: 'list',
      items: [
        ...(dropped === 0 ? [] : [say(words.dropped, dropped)]),
        ...(unknown === 0 ? [] : [say(words.unknown, unknown)]),
      ],
    },
  ];
}

function cellsOf(row: OpinionRow, { words, debriefWords }: Making): readonly string[] {
  const given = row.quotes.length + row.dropped;
  return [
    row.title,
    debriefWords.statuses[row.ours],
    theirState(row, words, debriefWords),
    given === 0 ? '–' : say(words.quotesOf, row.quotes.length, given),
  ];
}

/** The two findings of one criterion, ours first. */
function besides(making: Making): (row: OpinionRow) => readonly PageBlock[] {
  const { words, debriefWords } = making;
  return (row) => [
    { kind: 'heading', title: row.title, note: '' },
    {
      kind: 'findings',
      findings: [
        {
          mark: row.ours,
          title: words.ours,
          state: debriefWords.statuses[row.ours],
          advice: '',
          note: '',
          quotes: row.ourQuotes,
        },
        theirFinding(row, making),
      ],
    },
  ];
}

function theirFinding(row: OpinionRow, { model, words, debriefWords }: Making): Finding {
  return {
    mark: row.theirs === 'met' || row.theirs === 'partial' ? row.theirs : 'missing',
    title: model.name,
    state: theirState(row, words, debriefWords),
    advice: '',
    note: row.reason === '' ? '' : say(words.reason, model.name, row.reason),
    quotes: row.quotes,
  };
}

function theirState({ theirs }: OpinionRow, words: OpinionWords, { statuses }: DebriefWords): string {
  return theirs === 'unquoted' || theirs === 'ungraded' ? words[theirs] : statuses[theirs];
}

/** A part of the page with a finding for each criterion; none where there is no criterion. */
function listed(
  id: string,
  title: string,
  rows: readonly OpinionRow[],
  finding: (row: OpinionRow) => Finding,
): readonly Section[] {
  return rows.length === 0 ? [] : [{ id, title, blocks: [{ kind: 'findings', findings: rows.map(finding) }] }];
}
