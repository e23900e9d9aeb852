import * as vscode from 'vscode';
import { quizStatisticsScheme } from '../../judged-documents.ts';
import { partLoader } from '../../load-part.ts';
import type { Services } from '../../services.ts';
import { practiceIds } from '../ids.ts';
import type { Journal } from '../journal.ts';
import type { QuizPart, Quizzes } from './quizzes.ts';

/** The commands of quizzes. Only wires; what they do is a part that is loaded when asked for. */
export function registerQuiz(context: vscode.ExtensionContext, services: Services, journal: Journal): void {
  const load = partLoader<QuizPart, Quizzes>(context.extensionUri, 'quiz', (part) =>
    part.createQuizzes({ services, journal }),
  );
  const page = vscode.Uri.from({ scheme: quizStatisticsScheme, path: '/rubricate.quiz-statistics.md' });
  const changed = new vscode.EventEmitter<vscode.Uri>();
  const refresh = (): void => changed.fire(page);
  context.subscriptions.push(
    changed,
    journal.onDidChange(refresh),
    services.config.onDidChange(refresh),
    services.packs.onDidChange(refresh),
    vscode.workspace.registerTextDocumentContentProvider(quizStatisticsScheme, {
      onDidChange: changed.event,
      provideTextDocumentContent: async () => (await load()).statisticsPage(),
    }),
    vscode.commands.registerCommand(practiceIds.quiz, async () => (await load()).quiz({ choose: false })),
    vscode.commands.registerCommand(practiceIds.quizChoose, async () => (await load()).quiz({ choose: true })),
    vscode.commands.registerCommand(practiceIds.quizBack, async () => (await load()).pressBackspace()),
    vscode.commands.registerCommand(practiceIds.resumeCards, async () => (await load()).resumeCards()),
    vscode.commands.registerCommand(practiceIds.quizStatistics, async () => {
      // Days pass while a page is kept.
      refresh();
      await vscode.commands.executeCommand('vscode.open', page, {
        preview: true,
      } satisfies vscode.TextDocumentShowOptions);
    }),
  );
}
