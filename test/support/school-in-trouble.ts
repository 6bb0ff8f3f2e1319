import { after, afterEach, before, beforeEach } from 'mocha';
import type { Persona } from '#test/local-teams/client.ts';
import { type FaultyStore, faultyStore } from './faulty-store.ts';
import { type SchoolOptions, startSchool, type TestSchool } from './school.ts';
import { trainedSchool } from './training.ts';

/** A school on a store that can be made to fail. Both are there once the test runs. */
export type InTrouble = { store: FaultyStore; school: TestSchool };

/** For each test of a `describe` a school of its own, with trained people. */
export function useTrainedSchoolInTrouble(options: SchoolOptions = {}): InTrouble {
  const [store, school] = [{} as FaultyStore, {} as TestSchool];
  beforeEach(async () => {
    Object.assign(store, await faultyStore());
    Object.assign(school, await trainedSchool({ ...options, store }));
  });
  afterEach(async () => {
    store.works();
    await school.close();
  });
  return { store, school };
}

/** One school for the tests of a `describe`, in which Robyn reports. After each the store works, and her dialog is closed. */
export function useReporterInTrouble(): InTrouble & { robyn: Persona } {
  const [store, school, robyn] = [{} as FaultyStore, {} as TestSchool, {} as Persona];
  before(async () => {
    Object.assign(store, await faultyStore());
    Object.assign(school, await startSchool({ ruleSet: 'dsl-first', store }));
    Object.assign(robyn, school.teams.as('robyn'));
  });
  afterEach(async () => {
    store.works();
    await robyn.closeDialog();
  });
  after(() => school.close());
  return { store, school, robyn };
}
