import { type RoleForm, setupRoleCard } from '#cards/setup-role.card.ts';
import { pendingInWords } from '#cards/setup-roles.card.ts';
import { roleNames } from '#cards/setup-words.ts';
import { type PersonId, type Role, RoleKey } from '#domain/people.ts';
import { type Assignment, assignmentOf, type SetUpEvent } from '#domain/set-up.ts';
import { checkAssignment } from '#domain/set-up-checks.ts';
import type { Context } from './context.ts';
import { rolesView } from './open.ts';
import { readPeople, readText } from './read-form.ts';
import { rolesAnswer } from './roles.ts';
import { type Section, saveSection, showSection } from './section.ts';

const section: Section<RoleForm> = {
  title: 'Role',
  stored: async (context) => {
    const role = roleOf(context);
    return role === undefined ? undefined : { role, ...formOf(assignmentOf(context.loaded.settings, role)) };
  },
  read: async (context) => {
    const role = roleOf(context);
    const { data } = context.request;
    if (role === undefined) return undefined;
    return {
      role,
      holders: inOrder(context),
      outsiderName: readText(data, 'outsider-name'),
      outsiderPhone: readText(data, 'outsider-phone'),
    };
  },
  check: (form, { known }) => checkAssignment(form, known),
  change: (form) => ({ type: 'change-role', role: form.role, to: toAssignment(form) }),
  draw: (view, context) => setupRoleCard({ ...view, names: context.names, waiting: waitingFor(context, view.form.role) }),
  next: rolesAnswer,
  saved: (events, context) => events.map((event) => savedInWords(event, context)).join(' '),
};

function roleOf({ request }: Context): Role | undefined {
  return RoleKey.safeParse(request.data.role).data;
}

/** As picked, in the order that the card showed; the newly picked come last; *Move up* changes places with the one above. */
function inOrder(context: Context): PersonId[] {
  const picked = readPeople(context, 'holders');
  const shown = readPeople(context, 'order').filter((person) => picked.includes(person));
  const people = [...shown, ...picked.filter((person) => !shown.includes(person))];
  const [moved] = readPeople(context, 'up');
  const at = moved === undefined ? -1 : people.indexOf(moved);
  const above = people[at - 1];
  if (moved === undefined || above === undefined) return people;
  return people.with(at - 1, moved).with(at, above);
}

function formOf({ holders, outsider }: Assignment): Omit<RoleForm, 'role'> {
  return { holders, outsiderName: outsider?.name ?? '', outsiderPhone: outsider?.phone ?? '' };
}

function toAssignment({ holders, outsiderName: name, outsiderPhone: phone }: RoleForm): Assignment {
  return { holders, ...(name === '' && phone === '' ? {} : { outsider: { name, phone } }) };
}

/** What of this role still waits for somebody's answer. */
export function waitingFor(context: Context, role: Role): string[] {
  const view = rolesView(context);
  return view.pending.filter((entry) => entry.role === role).map((entry) => pendingInWords(entry, view));
}

/** What the administrator is told after saving: whether it stands, and who is asked. */
export function savedInWords(event: SetUpEvent, context: Context): string {
  if (event.type === 'role-given') {
    const asked = event.to.holders.length > 0 ? ' Whoever you named is asked to confirm it.' : '';
    return `Saved. ${roleNames[event.role]}: this stands from now on.${asked}`;
  }
  if (event.type !== 'role-proposed') return 'Saved.';
  const seconds = rolesView(context).confirmers({ ...event, kind: 'proposed' });
  const asked = seconds.length === 0 ? 'Nobody can agree to it yet.' : `${seconds.join(' or ')} is asked to agree.`;
  return `${roleNames[event.role]}: nothing has changed yet. ${asked}`;
}

export const showRole = showSection(section);
export const saveRole = saveSection(section);
