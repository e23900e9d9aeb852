import {
  readTranscript,
  reviewTranscript,
  type SpokenReport,
  type Transcript,
  transcriptLimit,
} from '@rubricate/core/labs/transcript';
import * as vscode from 'vscode';
import { messages } from '../../messages.ts';
import { pickQuestion } from '../../practice/questions.ts';
import { workspaceTarget } from '../../practice/target.ts';
import type { LabHost } from '../lab.ts';

/** A report with the file it is of. */
export interface ReadTranscript {
  readonly report: SpokenReport;
  readonly file: vscode.Uri;
  /** The file as it was read. */
  readonly text: string;
  /** What the command takes to read it again without a question. */
  readonly asked: Readonly<Record<string, string>>;
}

/** Reads transcripts and reviews them. Says itself why there is no report. */
export interface TranscriptReader {
  /** Asks for what is not known: the file, the speaker, the question. */
  read(asked: unknown): Promise<ReadTranscript | undefined>;
  /** The same file again, with what was chosen before; silent where it cannot be. */
  again(file: vscode.Uri): Promise<ReadTranscript | undefined>;
}

/** What was chosen for a file, or comes with the command. */
interface Chosen {
  readonly speaker?: string;
  readonly question?: string;
}

export function makeReader({ services, journal }: LabHost): TranscriptReader {
  /** By file: what was chosen for it, as long as the window is open. */
  const known = new Map<string, Chosen>();
  const review = async (file: vscode.Uri, transcript: Transcript, chosen: Chosen) => {
    const library = await services.packs.library(file);
    const { company, role, level } = (await services.config.settings(file))?.config ?? {};
    return reviewTranscript(transcript, library, { ...chosen, workspace: { company, role, level } });
  };
  return {
    async read(asked) {
      const file = fileOf(asked) ?? activeTranscript() ?? (await chooseFile());
      if (!file) return undefined;
      const text = await textOf(file);
      if (text === undefined) return undefined;
      const transcript = await readTranscript(text);
      if (transcript.utterances.length === 0) {
        const message = vscode.l10n.t(
          'Nobody says anything in this file. It takes captions (.vtt, .srt) or lines of text, with or without names and times.',
        );
        void messages.showInformationMessage(message);
        return undefined;
      }
      const before = known.get(file.toString()) ?? {};
      const given = givenOf(asked);
      const speaker = given.speaker ?? (await chooseSpeaker(transcript, before.speaker));
      if (speaker === null) return undefined;
      const question =
        given.question ??
        before.question ??
        transcript.question ??
        (await pickQuestion(
          await workspaceTarget(services, file),
          journal,
          vscode.l10n.t('Which question was answered?'),
        ).then((picked) => picked?.question.id));
      if (question === undefined) return undefined;
      const chosen = { question, ...(speaker === undefined ? {} : { speaker }) };
      const reading = await review(file, transcript, chosen);
      if (!reading.ok) {
        const { reason } = reading;
        const message =
          'message' in reason
            ? reason.message
            : vscode.l10n.t('Nobody in this transcript is called {0}.', speaker ?? '');
        void messages.showWarningMessage(message);
        return undefined;
      }
      known.set(file.toString(), chosen);
      return { report: reading.report, file, text, asked: askedFor(file, chosen) };
    },
    async again(file) {
      const chosen = known.get(file.toString());
      const document = vscode.workspace.textDocuments.find(({ uri }) => uri.toString() === file.toString());
      if (!chosen || !document) return undefined;
      const text = document.getText();
      const reading = await review(file, await readTranscript(text), chosen);
      return reading.ok ? { report: reading.report, file, text, asked: askedFor(file, chosen) } : undefined;
    },
  };
}

function askedFor(file: vscode.Uri, chosen: Chosen): ReadTranscript['asked'] {
  return { file: file.toString(), ...chosen };
}

function fileOf(asked: unknown): vscode.Uri | undefined {
  if (asked instanceof vscode.Uri) return asked;
  if (typeof asked !== 'object' || asked === null || !('file' in asked)) return undefined;
  return typeof asked.file === 'string' ? vscode.Uri.parse(asked.file, true) : undefined;
}

function givenOf(asked: unknown): Chosen {
  if (typeof asked !== 'object' || asked === null || asked instanceof vscode.Uri) return {};
  const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);
  const [speaker, question] = [
    'speaker' in asked ? text(asked.speaker) : undefined,
    'question' in asked ? text(asked.question) : undefined,
  ];
  return { ...(speaker === undefined ? {} : { speaker }), ...(question === undefined ? {} : { question }) };
}

const endings = ['vtt', 'srt', 'txt'];
const mostFiles = 200;

/** The file in the active editor, if it may be a transcript. What is not saved yet may be a pasted one. */
function activeTranscript(): vscode.Uri | undefined {
  const document = vscode.window.activeTextEditor?.document;
  if (!document) return undefined;
  const ending = document.uri.path.slice(document.uri.path.lastIndexOf('.') + 1).toLowerCase();
  return endings.includes(ending) || (document.isUntitled && document.languageId === 'plaintext')
    ? document.uri
    : undefined;
}

interface FileItem extends vscode.QuickPickItem {
  readonly file?: vscode.Uri;
}

async function chooseFile(): Promise<vscode.Uri | undefined> {
  const files = await vscode.workspace.findFiles('**/*.{vtt,srt}', '**/node_modules/**', mostFiles);
  const items: FileItem[] = files
    .map((file) => ({ label: vscode.workspace.asRelativePath(file), file }))
    .sort((a, b) => (a.label < b.label ? -1 : 1));
  const other: FileItem = {
    label: vscode.l10n.t('Choose another file…'),
    detail: vscode.l10n.t('Captions (.vtt, .srt) or a plain transcript (.txt)'),
    iconPath: new vscode.ThemeIcon('folder-opened'),
  };
  const choice =
    items.length === 0
      ? other
      : await vscode.window.showQuickPick([...items, other], {
          title: vscode.l10n.t('Review transcript'),
          placeHolder: vscode.l10n.t('Choose the transcript of a round'),
        });
  if (choice !== other) return choice?.file;
  const chosen = await vscode.window.showOpenDialog({
    title: vscode.l10n.t('Choose the transcript of a round'),
    filters: { [vscode.l10n.t('Transcripts')]: endings },
  });
  return chosen?.[0];
}

/** Undefined where nobody is named; null where the choice was put off. */
async function chooseSpeaker({ speakers }: Transcript, before: string | undefined): Promise<string | undefined | null> {
  const named = speakers.flatMap(({ name, words }) => (name === undefined ? [] : [{ name, words }]));
  if (named.length < 2) return named[0]?.name;
  // The first one is chosen by Enter: the one of last time, else who speaks most.
  const items = [...named]
    .sort((a, b) => Number(b.name === before) - Number(a.name === before))
    .map(({ name, words }) => ({ label: name, description: vscode.l10n.t('{0} words', words) }));
  const choice = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('Review transcript'),
    placeHolder: vscode.l10n.t('Who are you?'),
  });
  return choice ? choice.label : null;
}

async function textOf(file: vscode.Uri): Promise<string | undefined> {
  try {
    const isOpen = vscode.workspace.textDocuments.some(({ uri }) => uri.toString() === file.toString());
    if (!isOpen && (await vscode.workspace.fs.stat(file)).size > transcriptLimit) {
      const most = transcriptLimit / 1_000_000;
      void messages.showWarningMessage(
        vscode.l10n.t('This file is larger than {0} MB, so it is not read. Split it into one file a round.', most),
      );
      return undefined;
    }
    return (await vscode.workspace.openTextDocument(file)).getText();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    void messages.showWarningMessage(vscode.l10n.t('This file cannot be read: {0}', reason));
    return undefined;
  }
}
