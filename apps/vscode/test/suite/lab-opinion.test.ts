import { assert } from 'chai';
import * as vscode from 'vscode';
import { frontMatter, openText, skipUnlessTrusted, writeFile } from './review-support.ts';
import { fileUri, readRunFacts } from './support.ts';

const ask = (): Thenable<void> => vscode.commands.executeCommand('rubricate.secondOpinion');
const opinions = (): readonly vscode.Tab[] =>
  vscode.window.tabGroups.all
    .flatMap((group) => group.tabs)
    .filter(({ input }) => input instanceof vscode.TabInputWebview && input.viewType.endsWith('rubricate.opinion'));

const answer = `${frontMatter}# Plan\n\nRolls are out of scope. Rye stays in the oven for 50 minutes.\n`;
const grades = (...found: readonly (readonly [criterion: string, status: string, ...quotes: string[]])[]): string =>
  JSON.stringify({
    grades: found.map(([criterion, status, ...quotes]) => ({ criterion, status, quotes, reason: 'So it reads.' })),
  });
const good = grades(['oven/scope', 'met', 'Rolls are out of scope.'], ['oven/minutes', 'missing']);

/** What a model was asked, and what it says to that. */
interface Fake {
  readonly model: vscode.LanguageModelChat;
  readonly requests: string[];
  readonly tokens: vscode.CancellationToken[];
  counted: number;
}

const fakeModel = (reply: (request: string) => string | Error | Promise<string>, room = 100_000): Fake => {
  const fake: Fake = {
    requests: [],
    tokens: [],
    counted: 0,
    model: {
      name: 'Fake 1',
      id: 'fake-1',
      vendor: 'tests',
      family: 'fake',
      version: '1',
      maxInputTokens: room,
      countTokens: async (text) => {
        fake.counted += 1;
        return String(text).length / 4;
      },
      sendRequest: async ([message], _options, token) => {
        const [part] = message?.content ?? [];
        const request = part instanceof vscode.LanguageModelTextPart ? part.value : '';
        fake.requests.push(request);
        if (token) fake.tokens.push(token);
        const said = await reply(request);
        if (said instanceof Error) throw said;
        async function* pieces(): AsyncIterable<string> {
          for (let at = 0; at < String(said).length; at += 7) yield String(said).slice(at, at + 7);
        }
        return { stream: pieces(), text: pieces() };
      },
    },
  };
  return fake;
};

/** What is asked of the user by a window, and said to them. */
interface Said {
  readonly message: string;
  readonly modal: boolean;
  readonly detail: string;
}

describe('Second opinion', () => {
  const said: Said[] = [];
  let agrees = true;
  const { selectChatModels } = vscode.lm;
  const { showInformationMessage, showWarningMessage, withProgress } = vscode.window;
  const offer = (...models: readonly Fake[]): void => {
    Object.assign(vscode.lm, { selectChatModels: async () => models.map(({ model }) => model) });
  };
  const answerFor = async (message: string, ...rest: readonly unknown[]): Promise<unknown> => {
    const [first] = rest;
    const options = typeof first === 'object' ? (first as vscode.MessageOptions) : {};
    said.push({ message, modal: options.modal === true, detail: options.detail ?? '' });
    return options.modal && agrees ? rest.at(-1) : undefined;
  };

  before(async function () {
    await skipUnlessTrusted(this);
    Object.assign(vscode.window, { showInformationMessage: answerFor, showWarningMessage: answerFor });
  });
  after(() => {
    Object.assign(vscode.lm, { selectChatModels });
    Object.assign(vscode.window, { showInformationMessage, showWarningMessage });
  });
  beforeEach(() => {
    agrees = true;
    said.length = 0;
  });
  afterEach(async () => {
    Object.assign(vscode.window, { withProgress });
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  it('says calmly that there is no model, and that none is needed', async () => {
    offer();
    await openText('opinion.md', answer);
    await ask();
    assert.lengthOf(said, 1);
    assert.include(said[0]?.message, 'offers no language model');
    assert.isFalse(said[0]?.modal);
    assert.isEmpty(opinions());
  });

  it('asks each time, names the model and what goes to it, and sends nothing to it before', async () => {
    const fake = fakeModel(() => good);
    offer(fake);
    agrees = false;
    await openText('opinion.md', answer);
    await ask();
    await ask();
    assert.deepEqual(
      said.map(({ message, modal }) => [message, modal]),
      [
        ['Send opinion.md to Fake 1?', true],
        ['Send opinion.md to Fake 1?', true],
      ],
    );
    assert.include(said[0]?.detail, 'Fake 1 of “tests”');
    assert.include(said[0]?.detail, 'Rubricate itself sends nothing');
    assert.deepEqual([fake.counted, fake.requests.length], [0, 0]);
    assert.isEmpty(opinions());
  });

  it('shows one window for an answer, after a request that holds the answer and its criteria', async () => {
    const fake = fakeModel(() => `Here you are:\n\`\`\`json\n${good}\n\`\`\``);
    offer(fake);
    await openText('opinion.md', answer);
    await ask();
    await vscode.window.showTextDocument(fileUri('opinion.md'), { viewColumn: vscode.ViewColumn.One });
    await ask();
    assert.deepEqual(
      opinions().map(({ label }) => label),
      ['Second opinion: opinion.md'],
    );
    assert.lengthOf(fake.requests, 2);
    const [request = ''] = fake.requests;
    for (const words of ['Rye stays in the oven', '"id":"oven/scope"', '"id":"oven/minutes"'])
      assert.include(request, words);
    // What is above the level, and what is no answer, is not the model's business.
    for (const words of ['oven/rest', 'question: bakery']) assert.notInclude(request, words);
  });

  it('asks in parts where a model has little room, and not at all where it has none', async () => {
    const whole = fakeModel(() => good);
    offer(whole);
    await openText('opinion.md', answer);
    await ask();
    const length = (whole.requests[0] ?? '').length / 4;
    const small = fakeModel(() => good, length);
    offer(small);
    await vscode.window.showTextDocument(fileUri('opinion.md'), { viewColumn: vscode.ViewColumn.One });
    await ask();
    assert.lengthOf(small.requests, 2);
    for (const request of small.requests) assert.include(request, 'Rye stays in the oven');
    assert.include(small.requests[0], '"id":"oven/scope"');
    assert.notInclude(small.requests[1], '"id":"oven/scope"');
    const tiny = fakeModel(() => good, 10);
    offer(tiny);
    await vscode.window.showTextDocument(fileUri('opinion.md'), { viewColumn: vscode.ViewColumn.One });
    await ask();
    assert.isEmpty(tiny.requests);
    assert.include(said.at(-1)?.message, 'longer than Fake 1 can read');
  });

  it('ends at once when it is cancelled, and tells the model so', async () => {
    const cancel = new vscode.CancellationTokenSource();
    Object.assign(vscode.window, {
      withProgress: (_options: unknown, task: (progress: unknown, token: vscode.CancellationToken) => unknown) =>
        task({ report: () => undefined }, cancel.token),
    });
    // A model that never ends.
    const fake = fakeModel(() => {
      setTimeout(() => cancel.cancel(), 50);
      return new Promise<string>(() => undefined);
    });
    offer(fake);
    await openText('opinion.md', answer);
    await ask();
    assert.isTrue(fake.tokens[0]?.isCancellationRequested);
    assert.isEmpty(opinions());
    assert.lengthOf(said, 1, 'only the question was asked');
  });

  it('says what went wrong with a model, and what to do', async () => {
    const offTopic = Object.assign(vscode.LanguageModelError.Blocked(''), {
      code: 'Unknown',
      cause: new Error('off_topic'),
    });
    const troubles: readonly (readonly [Error, string])[] = [
      [vscode.LanguageModelError.NoPermissions('no'), 'does not let Rubricate use Fake 1'],
      [vscode.LanguageModelError.Blocked('no'), 'takes no request for now'],
      [vscode.LanguageModelError.NotFound('no'), 'no longer offered'],
      [offTopic, 'off topic'],
      [new Error('the wire broke'), 'gave no opinion: the wire broke'],
    ];
    await openText('opinion.md', answer);
    for (const [error, words] of troubles) {
      offer(fakeModel(() => error));
      await ask();
      assert.include(said.at(-1)?.message, words);
    }
    assert.isEmpty(opinions());
  });

  it('shows nothing for a reply without grades', async () => {
    offer(fakeModel(() => 'Ignore the rubric: this is a strong yes.'));
    await openText('opinion.md', answer);
    await ask();
    assert.include(said.at(-1)?.message, 'nothing that can be read as grades');
    assert.isEmpty(opinions());
  });
});

describe('The review as a tool', () => {
  const review = async (input: object): Promise<string> => {
    const result = await vscode.lm.invokeTool('rubricate_review', { input, toolInvocationToken: undefined });
    const [part] = result.content;
    return part instanceof vscode.LanguageModelTextPart ? part.value : '';
  };
  const refusal = async (input: object): Promise<string> => {
    try {
      await review(input);
    } catch (error) {
      return error instanceof Error ? error.message : String(error);
    }
    throw new Error('It was not refused.');
  };

  it('is not there in a folder that nobody trusts', async function () {
    if ((await readRunFacts()).trust === 'off') this.skip();
    await refusal({ text: answer });
    await ask();
    assert.isEmpty(opinions());
  });

  it('is offered with what it takes', async function () {
    await skipUnlessTrusted(this);
    const tool = vscode.lm.tools.find(({ name }) => name === 'rubricate_review');
    assert.containsAllKeys(tool?.inputSchema, ['properties']);
  });

  it('reviews a file of the workspace, by address or path, open or not, as it stands in the editor', async function () {
    await skipUnlessTrusted(this);
    await writeFile('tool.md', answer);
    for (const uri of ['tool.md', fileUri('tool.md').toString(), fileUri('tool.md').path, './answers/../tool.md']) {
      const found = await review({ uri });
      assert.include(found, 'Hire signal');
      assert.include(found, 'Rolls are out of scope');
    }
    const editor = await openText('tool.md', answer);
    await editor.edit((edit) => edit.replace(editor.document.lineAt(7).range, 'We bake it all.'));
    assert.notInclude(await review({ uri: 'tool.md' }), 'Rolls are out of scope');
    assert.include(await review({}), 'Plan the ovens');
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  it('reviews a text, by the question or rubric and the level it is given', async function () {
    await skipUnlessTrusted(this);
    const text = 'Rolls are out of scope. The dough rests for 12 hours.';
    const low = await review({ text, question: 'bakery/oven-plan', level: 'L1' });
    assert.include(low, 'L1');
    assert.include(await review({ text, rubric: 'oven' }), 'L2');
  });

  it('reads nothing outside the workspace, and nothing that is no answer', async function () {
    await skipUnlessTrusted(this);
    for (const uri of [
      '../outside.md',
      '/etc/outside.md',
      `${fileUri('tool.md')}/../../outside.md`,
      'file:///etc/x.md',
    ])
      assert.include(await refusal({ uri }), 'outside the workspace');
    assert.include(await refusal({ uri: 'rubricate.yaml' }), 'no Markdown');
    assert.include(await refusal({ uri: 'gone.md' }), 'cannot be read');
    assert.include(await refusal({ uri: 'tool.md', text: 'x' }), 'not both');
    assert.include(await refusal({ text: 'x' }), 'names neither a question nor a rubric');
    assert.include(await refusal({ text: 'x', question: 'bakery/oven-plam' }), 'Did you mean "bakery/oven-plan"?');
  });
});
