import type { Person } from '#domain/people.ts';
import type { Persona } from '#test/local-teams/client.ts';
import { readSchool } from '#test/local-teams/fake-bot.ts';
import { type SchoolOptions, startSchool, type TestSchool } from '#test/support/school.ts';
import { onScreen, quiet } from '#test/support/telling.ts';
import { type GraphStandIn, startGraph } from './stand-in.ts';

export const groups: Record<Person['kind'], string> = {
  staff: '57aff000-0000-4000-8000-000000000000',
  volunteer: '701a0000-0000-4000-8000-000000000000',
  governor: '60fe0000-0000-4000-8000-000000000000',
};
export const catalogApp = 'ca7a1060-0000-4000-8000-000000000000';

/** The made-up school whose people are in groups of Entra. `before` may make Graph fail, before it is first asked. */
export async function schoolInEntra(options: SchoolOptions & { before?: (graph: GraphStandIn) => void } = {}) {
  const graph = await startGraph();
  for (const { id, name, kind, jobTitle } of readSchool().people) graph.join(groups[kind], { [id]: { displayName: name, jobTitle } });
  options.before?.(graph);
  const school = await startSchool({ ...options, graph: { url: graph.url, groups, catalogApp } });
  await quiet(school);
  return {
    school,
    graph,
    close: async () => {
      await school.close();
      await graph.close();
    },
  };
}

/** The screen of people, opened by the way that everybody goes. Gives what it says. */
export async function openPeople(person: Persona): Promise<string> {
  await person.closeDialog();
  await person.say('training');
  await person.press('Training');
  await person.press('People');
  return onScreen(person);
}

/** Until two o'clock in the night is past, from ten in the morning or from the night before. */
export async function night(school: TestSchool): Promise<void> {
  const minutes = (Date.parse(`${school.clock.now().slice(0, 10)}T02:05:00Z`) - Date.parse(school.clock.now())) / 60_000;
  await school.later(minutes > 0 ? minutes : minutes + 24 * 60);
  await quiet(school);
}
