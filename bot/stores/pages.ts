import { setImmediate as breathe } from 'node:timers/promises';
import type { SchoolKey } from '#domain/people.ts';
import type { ListQuery, Records, Stored } from './records.ts';

/**
 * Everything that a list finds, page by page, each page read once. From `after` on, where the query has it; `limit` is the size of a page. Whatever changes its place in the
 * order meanwhile may come twice, or not at all.
 */
export async function* pagesOf<Body>(records: Records, school: SchoolKey, query: ListQuery): AsyncGenerator<Stored<Body>[]> {
  let { after } = query;
  do {
    const page: { items: Stored<Body>[]; next?: string } = await records.list<Body>(school, {
      ...query,
      ...(after === undefined ? {} : { after }),
    });
    yield page.items;
    after = page.next;
    // A store in this process answers at once: an alert must not wait for the whole of a large school.
    if (after !== undefined) await breathe();
  } while (after !== undefined);
}
