import type { SetUp } from '#domain/set-up.ts';
import { Settings } from '#domain/settings.ts';

/** Invented people by number; only their ids matter. */
export const person = (n: number) => `${'a'.repeat(36)}:${String(n).padStart(36, '0')}`;

export const shah = person(1);
export const cole = person(2);
export const lowe = person(3);
export const ali = person(4);
export const admin = person(5);
export const otherAdmin = person(6);
export const vice = person(7);

export const now = '2026-11-23T09:00:00.000Z';

export const start = (settings: object = {}): SetUp => ({ settings: Settings.parse(settings), pending: [] });
export const staffed = () => start({ holders: { headteacher: [lowe], dsl: [shah], chair: [ali] } });
