import { afterEach, beforeEach } from 'mocha';
import { type SchoolOptions, startSchool, type TestSchool } from './school.ts';
import { quiet } from './telling.ts';

/** For each test of a `describe` a school of its own, once the test runs: what a new school is sent has come. */
export function useQuietSchool(options: SchoolOptions = {}): TestSchool {
  const school = {} as TestSchool;
  beforeEach(async () => {
    Object.assign(school, await startSchool(options));
    await quiet(school);
  });
  afterEach(() => school.close());
  return school;
}
