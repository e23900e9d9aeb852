/** The commands of practice. All are in the palette but those whose comment says otherwise. */
export const practiceIds = {
  setTarget: 'rubricate.setTarget',
  newAnswer: 'rubricate.newAnswer',
  recordAttempt: 'rubricate.recordAttempt',
  practise: 'rubricate.practise',
  mock: 'rubricate.mockInterview',
  /** The steps of a mock interview; each is in the palette while one is under way. */
  mockPause: 'rubricate.mockPause',
  mockResume: 'rubricate.mockResume',
  mockExtend: 'rubricate.mockExtend',
  mockNext: 'rubricate.mockNext',
  mockFinish: 'rubricate.mockFinish',
  mockAbandon: 'rubricate.mockAbandon',
  mockActions: 'rubricate.mockActions',
  openExample: 'rubricate.openExample',
  newStory: 'rubricate.newStory',
  storyMatrix: 'rubricate.storyMatrix',
  /** For rows of the progress tree: it means nothing without one. */
  openStory: 'rubricate.openStory',
  quiz: 'rubricate.quiz',
  quizChoose: 'rubricate.quizChoose',
  quizStatistics: 'rubricate.quizStatistics',
  resumeCards: 'rubricate.resumeCards',
  /** Bound to Backspace while a card is answered in steps; not in the palette. */
  quizBack: 'rubricate.quizBack',
  exportPlan: 'rubricate.exportPlan',
  explainConfiguration: 'rubricate.explainConfiguration',
  checkJournal: 'rubricate.checkJournal',
  moveJournal: 'rubricate.moveJournal',
  focusProgress: 'rubricate.focusProgress',
  filterProgress: 'rubricate.filterProgress',
  findInProgress: 'rubricate.findInProgress',
  sortProgress: 'rubricate.sortProgress',
  /** In the palette while a filter is on. */
  clearProgressFilter: 'rubricate.clearProgressFilter',
  /** For rows of the progress tree: it means nothing without one. */
  tickTask: 'rubricate.tickTask',
  /** For rows of the progress tree: it means nothing without one. */
  openLastAnswer: 'rubricate.openLastAnswer',
} as const;

export const progressView = 'rubricate.progress';
