import { setupRolesCard } from '#cards/setup-roles.card.ts';
import type { Answer, CardRequest, Deps } from '#features/handler.ts';
import { type Context, notForYou, readerContext } from './context.ts';
import { rolesView } from './open.ts';

export async function showRoles(request: CardRequest, deps: Deps): Promise<Answer> {
  const context = await readerContext(request, deps);
  return context === undefined ? notForYou : rolesAnswer(context);
}

export async function rolesAnswer(context: Context, said?: string): Promise<Answer> {
  return { kind: 'dialog', title: 'Roles', card: setupRolesCard(rolesView(context, said)) };
}
