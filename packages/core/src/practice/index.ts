export { type AnswerTemplate, answerFileName, answerTemplate, levelFor } from './answer-template.ts';
export {
  arrange,
  hasWords,
  isFiltering,
  noFilter,
  type OutlineFilter,
  type OutlineOrder,
  outlineOrders,
} from './arrange.ts';
export { type AttemptChange, attemptOf, changeBetween, type Occasion, type Trend, trendOf } from './attempt.ts';
export { type Suggestion, type SuggestionKind, suggestQuestions } from './choose-question.ts';
export { type Claim, type ClaimedFact, claimOf, disputesOf, factsBehind, type Sourced, sourcesOf } from './claim.ts';
export { type CardsToday, cardsToday, type DayTiming, dailyCards } from './daily.ts';
export {
  type Debrief,
  type DebriefFacts,
  type DebriefHost,
  type DebriefPage,
  type DebriefWords,
  debriefGenerator,
  debriefHtml,
  debriefMarkdown,
  debriefOf,
  debriefPage,
  englishWords,
  escapeHtml,
  type PageBlock,
  type SideBySide,
  say,
  sideBySide,
} from './debrief/index.ts';
export { type DealtCard, type DeckCard, deckFor, generalDeck, pickCards } from './deck.ts';
export {
  type DeckChoice,
  type DeckFacet,
  type DeckFilter,
  deckChoices,
  deckFacets,
  filterDeck,
} from './deck-filter.ts';
export {
  checkDrill,
  chooseDrill,
  type DrillCheck,
  type DrillReading,
  drillComment,
  drillsFor,
  drillsInText,
  type FittingDrill,
  type FoundDrill,
  fittingDrills,
  type PartCheck,
  readDrills,
} from './drills/index.ts';
export {
  type Archive,
  archiveFileName,
  archiveOf,
  archiveText,
  type EventFile,
  eventFileName,
  eventFileText,
  holdsEvent,
  isEventFileName,
  type JournalProblem,
  type JournalReading,
  journalFolder,
  readEvents,
} from './event-files.ts';
export { placeEvent } from './event-order.ts';
export { eventJsonSchema } from './event-schema.ts';
export {
  type AttemptRecorded,
  type AttemptSpeech,
  type AttemptTimes,
  type CardAnswered,
  type CardReported,
  type Chosen,
  type DrillClosed,
  type DrillRaised,
  eventVersion,
  type PracticeEvent,
} from './events.ts';
export { type DrillRecord, fold, noProgress, type Progress } from './fold.ts';
export { isRight, readNumber, rightAnswer } from './grade.ts';
export {
  clockOf,
  extendMock,
  finishMock,
  type Mock,
  type MockClock,
  type MockPhase,
  nextPhase,
  pauseMock,
  phasesOf,
  resumeMock,
  startMock,
} from './mock.ts';
export {
  type Coverage,
  coverageOf,
  type Draft,
  daysBetween,
  type Outline,
  outlineOf,
  type QuestionGroup,
  type QuestionProgress,
  type QuestionState,
  questionStates,
  type RoundProgress,
} from './outline.ts';
export { type OwnSentence, type OwnText, sentenceRelyingOn } from './own-sentence.ts';
export {
  type BackgroundReading,
  backgroundsOf,
  type DroppedTask,
  type DropReason,
  type PlannedTask,
  type PlanPhase,
  type PlanTask,
  type PlanWeek,
  type PrepPlan,
  planCalendar,
  prepPlan,
  tickOf,
  type UnknownBackground,
} from './plan/index.ts';
export {
  answerCard,
  back,
  type CardAnswer,
  forward,
  pageOf,
  type Quiz,
  type QuizPage,
  startQuiz,
  turnTo,
  undoAnswer,
} from './quiz.ts';
export { type CardCounts, type QuizStatistics, quizStatistics } from './quiz-statistics.ts';
export {
  type CardPage,
  type ExplanationPage,
  type QuizJournal,
  type QuizMove,
  type QuizRun,
  type QuizUi,
  runQuiz,
  type ScorePage,
} from './run-quiz.ts';
export {
  type CardState,
  cardState,
  interviewRetention,
  rampDays,
  type Timing,
  usualRetention,
} from './schedule.ts';
export { attemptTimesOf, headingAt, noTimes, noteEdit, type SectionTimes } from './section-times.ts';
export {
  type Story,
  type StoryCompetency,
  type StoryFile,
  type StoryMatrix,
  type StorySlot,
  storiesFolder,
  storyMatrix,
} from './stories.ts';
export { storyId, storyTemplate } from './story-template.ts';
export { type NoTarget, type PracticeTarget, practiceTarget, type TargetReading } from './target.ts';
export { type ChosenTarget, newTargetFile, withTarget } from './target-file.ts';
