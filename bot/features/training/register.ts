import type { CardRoutes } from '#features/handler.ts';
import { keepTyped } from '#features/keep-typed.ts';
import { listDue } from './due-list.ts';
import { correctEntry, openEntry, sameEntry, strikeOutEntry } from './entry.ts';
import { openMark, sameMark, saveMark, unmark } from './mark.ts';
import { askHelp, showHistory, showMine } from './mine.ts';
import { openSaid, sameSaid, saveSaid } from './mine-said.ts';
import { openTraining } from './overview.ts';
import { openPerson } from './person.ts';
import { openRecord, sameRecord, saveRecord } from './record.ts';

export const trainingRoutes = {
  'training.open': openTraining,
  'training.list': listDue,
  'training.person': openPerson,
  'training.record': openRecord,
  'training.record-save': keepTyped(saveRecord, sameRecord),
  'training.entry': openEntry,
  'training.correct': keepTyped(correctEntry, sameEntry),
  'training.strike-out': keepTyped(strikeOutEntry, sameEntry),
  'training.mark': openMark,
  'training.mark-save': keepTyped(saveMark, sameMark),
  'training.unmark': unmark,
  'training.mine': showMine,
  'training.history': showHistory,
  'training.said': openSaid,
  'training.said-save': keepTyped(saveSaid, sameSaid),
  'training.help': askHelp,
} satisfies CardRoutes;
