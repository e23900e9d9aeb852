import { describe, expect, it } from 'vitest';
import { compileEvidence } from '../src/evidence/index.ts';
import { readPackFiles } from '../src/model/index.ts';
import { findQuantities } from '../src/text/index.ts';

describe('names that every object of the language has', () => {
  it('are words like any other beside a number', () => {
    expect(findQuantities('We pass a constructor to it.')).toEqual([]);
    expect(findQuantities('It takes 5 constructor calls.').map(({ kind, value }) => [kind, value])).toEqual([
      ['count', 5],
    ]);
  });

  it('stand for no quantity, shape or concept', () => {
    const { problems } = compileEvidence({
      concepts: { broad: { oneOf: ['constructor'] } },
      signals: { one: { any: ['#constructor', '@constructor', 'constructor'] } },
      rules: {},
    });
    expect(problems.map(({ message }) => message.split('.')[0])).toEqual([
      'No concept is named "constructor"',
      'No quantity is named "constructor"',
      'No shape is named "constructor"',
      'No concept is named "constructor"',
    ]);
  });

  it('may name a concept in the second file of a pack', () => {
    const { problems } = readPackFiles([
      { path: 'a.yaml', text: 'concepts: {cache: [cache]}' },
      { path: 'b.yaml', text: 'concepts: {constructor: [constructor]}' },
    ]);
    expect(problems.filter(({ message }) => message.includes('already'))).toEqual([]);
  });
});
