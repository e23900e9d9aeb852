import type { PackFile } from '../model/index.ts';

/** What a new pack is about. Names are lower-case words joined by hyphens. */
export interface NewPack {
  readonly id: string;
  readonly company: string;
  readonly role: string;
  readonly title: string;
}

/**
 * The files of a small pack that works, with paths from its own folder: something to change rather than something to start
 * from nothing with. It reads without a problem and gives no finding.
 */
export function packTemplate(pack: NewPack): readonly PackFile[] {
  return [
    { path: 'pack.yaml', text: main(pack) },
    { path: 'sources.yaml', text: sources },
    { path: 'rubric.yaml', text: rubric },
    { path: 'evidence.yaml', text: evidence },
    { path: 'questions.yaml', text: questions(pack) },
    { path: 'cards.yaml', text: cards },
  ];
}

/** JSON strings are YAML strings as well, whatever is in them. */
const quoted = (text: string): string => JSON.stringify(text);

const main = ({
  id,
  company,
  role,
  title,
}: NewPack): string => `# A pack: content for one company and role. All YAML files of this folder are read as one.
id: ${id}
title: ${quoted(title)}
about: A first version, to be made yours.
company: ${company}
role: ${role}

# What this pack builds on. foundations brings the rubrics system-design and behavioral, and a few hundred concepts.
extends: [foundations]

# The ladder, as the company names its levels. Each asks for one of three bars: mid, senior, staff.
levels:
  - id: L1
    title: Engineer
    bar: mid
    summary: Works from a clear task.
    expects:
      - A working answer, reached without being led to it.
  - id: L2
    title: Senior engineer
    bar: senior
    summary: Works from a problem.
    expects:
      - The hardest part, named before anyone asks.

# The interviews in the order they are held. Say "silent: true" where your sources tell nothing of what is asked.
loop:
  id: onsite
  title: Onsite
  about: One round for now.
  rounds:
    - id: handover
      title: Handover
      kind: case
      minutes: {min: 45, max: 60}
      about: Hand a service over to a team that has never seen it.
      rubrics: [handover]
      source: own-notes
`;

const sources = `# Where you read what you claim. An address or a date that you do not know is left out, or "undated"; it is never guessed.
sources:
  - id: own-notes
    title: Notes of this pack's author
    publisher: The author of this pack
    date: undated
    kind: own
    note: Replace this by what you read, and name it as the source of each claim about the company.
`;

const rubric = `# What is judged. A rubric may extend another one ("extends: system-design") and then adds to it.
rubrics:
  - id: handover
    title: Handover
    about: What a handover of a service has to tell the team that takes it.
    dimensions:
      - {id: content, title: What is handed over}
    criteria:
      - id: first-week
        dimension: content
        # The lowest bar that asks for it; below, it is a plus.
        from: mid
        title: First week
        # One sentence, read beside the text: what is missing.
        hint: Say what the new team does in its first week.
        why: A team that knows its first week asks better questions about the second.
        bars:
          mid: Says what happens in the first week.
          senior: Says what happens first, and why that comes first.
          staff: Says who decides when the first week is over.
        earns:
          met: A first week, and what the team does in it.
          partial: A first week, and no word on what happens in it.
        # The weak example must not earn met; the strong one must. "rubricate pack check" tries both.
        weak: There will be a first week.
        strong: In the first week the new team answers every alert together with us.
        belongs: [First week, Plan]
        frame: "In the first week \${1:[the new team]} \${2:[does what]}."
      - id: way-back
        dimension: content
        from: senior
        title: Way back
        hint: Say how the handover is undone if it fails.
        why: A handover without a way back is a bet.
        bars:
          mid: Names someone to call.
          senior: Says what happens when the handover fails.
          staff: Says by which sign everyone knows that it failed.
        earns:
          met: What happens when the handover fails.
          partial: That it may fail.
        weak: The handover may fail.
        strong: If the handover fails, we take the service back within a day.
        belongs: [Risks]
    pitfalls:
      - id: magic-words
        title: Magic words
        when: The service is said to run by itself.
        hint: Say who keeps it running, or leave the promise out.
        why: A promise is not a plan.
        weak: The service just works.
        strong: Two people on call keep the service running.
`;

const evidence = `# How a text shows it. A concept is a set of phrases, compared by word stems; {a,b} stands for either, =word for the exact form.
# Names start with those of this pack, so that they never meet those of foundations.
concepts:
  ho-first-week: ["first {week,days,sprint}"]
  ho-team-does: [answer every, shadow, pair with, take over, run the]
  ho-failure: [handover fails, handover may fail, handover might fail]
  ho-back: [take the service back, take it back, roll back, hand it back]
  ho-magic: [just works, runs by itself, runs itself]

# A signal is a pattern over concepts, quantities (#time) and shapes, within a sentence unless said otherwise.
signals:
  ho-week-named: {all: [ho-first-week]}
  ho-week-planned: {all: [ho-first-week, ho-team-does]}
  ho-failure-named: {all: [ho-failure]}
  ho-undone: {all: [ho-failure, ho-back]}
  ho-promised: {all: [ho-magic]}

# A rule decides a criterion (met, partial) or a pitfall (present) by signals.
rules:
  handover/first-week: {met: ho-week-planned, partial: ho-week-named}
  handover/way-back: {met: ho-undone, partial: ho-failure-named}
  handover/magic-words: {present: ho-promised}
`;

const questions = ({
  company,
}: NewPack): string => `# Prompts to practise. An answer names one in its front matter: "question: ${company}/handover".
questions:
  - id: ${company}/handover
    title: Hand over a service
    prompt: A team that has never seen your service takes it over in a month. Plan the handover.
    rubrics: [handover]
    structure: handover-plan
    round: handover
    minutes: 30
    # Words that an answer to this question cannot do without.
    about: [service, team, handover]
    # reported: a source names it. classic: widely practised. ours: written here.
    origin: ours

# Skeletons of answers, inserted by their prefix.
structures:
  - id: handover-plan
    title: Handover plan
    about: From what there is to who runs it.
    prefix: handover
    rubrics: [handover]
    sections:
      - heading: Plan
        prompt: What the new team does, week by week.
        frames: ["In the first week \${1:[the new team]} \${2:[does what]}."]
      - heading: Risks
        prompt: How the handover can fail, and what you do then.
`;

const cards = `# Quiz cards. Wrong options that are tempting and as long as the right one make a card worth answering.
cards:
  - id: way-back-first
    kind: choice
    skill: Handover
    topic: handover
    prompt: Two weeks into a handover, alerts go unanswered. What do you do first?
    options:
      - Take the alerts back, then find out why they were missed.
      - Ask the new team to write down why they were missed.
      - Wait one more week, since habits need time to form.
    answer: 0
    explanation: >-
      Users feel an unanswered alert now; the reason can be found an hour later. Asking first or waiting leaves them
      without anyone.
    source: own-notes
`;
