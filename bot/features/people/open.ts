import { refusal } from '#cards/refusal.card.ts';
import type { Answer, CardRequest, Deps } from '#features/handler.ts';

export async function open(_request: CardRequest, _deps: Deps): Promise<Answer> {
  return { kind: 'message', text: refusal('nothing-here') };
}
