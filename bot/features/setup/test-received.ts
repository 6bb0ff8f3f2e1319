import { setupTestAlertCard } from '#cards/setup-test-alert.card.ts';
import { refusalWords } from '#cards/setup-words.ts';
import { receive, type TestAlert } from '#domain/test-alert.ts';
import type { Answer, CardRequest, Deps } from '#features/handler.ts';
import { idIn } from '#features/read-data.ts';
import type { Stored } from '#stores/records.ts';
import { replaceTest, testAlertDoc } from '#stores/test-alert-record.ts';

/** *I got it*, on the test in a chat or channel: the only proof that a person saw it (S-25). */
export async function testReceived(request: CardRequest, deps: Deps): Promise<Answer> {
  const { school, person } = request.actor;
  const test = idIn(request.data, 'test');
  const posting = idIn(request.data, 'posting');
  const stored = test === undefined ? undefined : await deps.records.read<TestAlert>(school, `test-alert.${test}`);
  const now = deps.now();
  const after = stored === undefined || posting === undefined ? undefined : receive(stored.body, posting, person.id, now);
  if (stored === undefined || test === undefined || posting === undefined || after === undefined) return nothingHere;
  if (after !== stored.body) await replaceTest(deps.records, testAlertDoc(school, test, after, now), stored.etag);
  return {
    kind: 'card',
    card: drawTestAlert({ ...stored, body: after }, posting, (id) => deps.directory.person(school, id)?.name ?? 'Somebody'),
  };
}

/** The test's card as it stands now, for the worker and for whoever pressed. */
export function drawTestAlert(stored: Pick<Stored<TestAlert>, 'id' | 'body'>, posting: string, names: (person: string) => string) {
  const received = stored.body.received.find((entry) => entry.posting === posting);
  const test = stored.id.slice('test-alert.'.length);
  return setupTestAlertCard({ test, posting, ...(received === undefined ? {} : { received: names(received.by) }) });
}

const nothingHere: Answer = { kind: 'message', text: refusalWords['nothing-to-answer'] };
