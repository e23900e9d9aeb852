import { assert } from 'chai';
import * as vscode from 'vscode';
import { api, codesOf, frontMatter, judged, openText, skipUnlessTrusted } from './review-support.ts';
import { eventually, hintsOf } from './support.ts';

/** Opens a text with `|` where the cursor is and asks for completions there. */
async function complete(name: string, marked: string): Promise<vscode.CompletionList> {
  const { document } = await openText(name, marked.replace('|', ''));
  const position = document.positionAt(marked.indexOf('|'));
  // Not our own result but what the editor makes of all providers.
  return vscode.commands.executeCommand<vscode.CompletionList>(
    'vscode.executeCompletionItemProvider',
    document.uri,
    position,
  );
}

const labels = ({ items }: vscode.CompletionList): readonly string[] =>
  items.map(({ label }) => (typeof label === 'string' ? label : label.label));

describe('front matter', () => {
  before(async function () {
    await skipUnlessTrusted(this);
  });
  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  it('has its keys completed, those already there left out', async () => {
    const found = labels(await complete('keys.md', '---\nlevel: L2\n|\n---\n'));
    assert.includeMembers([...found], ['question', 'role', 'rubric', 'dismiss']);
    assert.notInclude(found, 'level');
  });

  it('has questions, levels and rubrics completed, also before it is closed', async () => {
    assert.include(labels(await complete('question.md', '---\nquestion: |\n---\n')), 'bakery/oven-plan');
    assert.include(labels(await complete('open.md', '---\nquestion: bakery/|\n')), 'bakery/night-shift');
    assert.sameMembers(
      labels(await complete('level.md', '---\nquestion: bakery/oven-plan\nlevel: |\n---\n')).filter((label) =>
        /^L\d$/.test(label),
      ),
      ['L1', 'L2'],
    );
    assert.include(labels(await complete('rubric.md', '---\nrubric: [|]\n---\n')), 'oven');
  });

  it('of a story has its name, what it is to show and the questions it can answer completed', async () => {
    const head = '---\nquestion: foundations/conflict\n';
    assert.includeMembers([...labels(await complete('story-keys.md', `${head}|\n---\n`))], ['story', 'competencies']);
    assert.include(labels(await complete('burnt-loaves.md', `${head}story: |\n---\n`)), 'burnt-loaves');
    const claims = labels(await complete('claims.md', `${head}competencies: [pushback, |]\n---\n`));
    assert.includeMembers([...claims], ['pushback', 'conflict', 'foundations/conflict']);
    // Of the story's own pack, not of whatever else is judged.
    assert.notInclude(claims, 'bakery/oven-plan');
  });

  it('of a story tells what it claims, and what is no name', async () => {
    const { document } = await openText(
      'claimed.md',
      '---\nstory: claimed\nquestion: foundations/conflict\ncompetencies: [pushback, courage-of-cooks]\n---\n\n# Loaves\n\nWe baked.\n',
    );
    await judged(document.uri);
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      document.uri,
      new vscode.Position(3, 18),
    );
    const text = hovers
      .flatMap(({ contents }) => contents.map((one) => (typeof one === 'string' ? one : one.value)))
      .join('\n');
    assert.match(text, /\*\*.+\*\* · missing/);
    assert.include(text, 'is no question or competency');
  });

  it('is not completed in the text below', async () => {
    assert.notInclude(labels(await complete('below.md', `${frontMatter}que|\n`)), 'question');
  });

  it('marks an unknown question with the nearest name and replaces it', async () => {
    const { document } = await openText('typo.md', frontMatter.replace('oven-plan', 'oven-plam'));
    const [problem] = await eventually('the problem', () => hintsOf(document.uri));
    assert.isDefined(problem);
    assert.equal(document.getText(problem.range), 'bakery/oven-plam');
    assert.include(problem.message, 'bakery/oven-plan');
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      problem.range,
    );
    const fix = actions.find(({ title }) => title === 'Replace with "bakery/oven-plan"');
    assert.isDefined(fix?.edit);
    await vscode.workspace.applyEdit(fix.edit);
    assert.equal((await judged(document.uri)).target.question?.id, 'bakery/oven-plan');
    await eventually('the problem to go', () => !codesOf(hintsOf(document.uri)).includes('unknown-question'));
  });

  it('tells of its question', async () => {
    const { document } = await openText('hover-question.md', frontMatter);
    await judged(document.uri);
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      document.uri,
      new vscode.Position(1, 14),
    );
    const text = hovers
      .flatMap(({ contents }) => contents.map((one) => (typeof one === 'string' ? one : one.value)))
      .join('\n');
    assert.include(text, 'Plan how one oven serves three kinds of bread');
    assert.include(text, '30 minutes');
  });

  it('of another program is left alone', async () => {
    const { document } = await openText('blog.md', '---\ntitle: A day\nauthor: someone\n---\n\nText.\n');
    await (await api()).review(document.uri);
    assert.isEmpty(hintsOf(document.uri));
  });

  it('has its level switched', async () => {
    const { document } = await openText('switch.md', `${frontMatter}## Scope\n`);
    await judged(document.uri);
    await vscode.commands.executeCommand('rubricate.switchLevel', 'L1');
    assert.include(document.getText(), 'level: L1\n---');
    assert.equal((await judged(document.uri)).target.bar, 'mid');
  });

  it('leaves structures and frames to the text below, by their prefixes', async () => {
    const { document } = await openText('structure.md', `${frontMatter}rub\n`);
    await judged(document.uri);
    const found = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      document.uri,
      new vscode.Position(5, 3),
    );
    const item = found.items.find(({ label }) => (typeof label === 'string' ? label : label.label) === 'rub-oven');
    assert.isDefined(item);
    assert.include((item.insertText as vscode.SnippetString).value, '## Scope');
  });
});

describe('rubricate.yaml', () => {
  before(async function () {
    await skipUnlessTrusted(this);
  });

  it('is checked where it stands', async () => {
    const { document } = await openText('elsewhere/rubricate.yaml', 'company: bakery\nlevl: L2\n');
    await openText('elsewhere/answer.md', frontMatter);
    const [problem] = await eventually('the problem', () => hintsOf(document.uri));
    assert.isDefined(problem);
    assert.equal(document.getText(problem.range), 'levl');
    assert.include(problem.message, 'level');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });
});
