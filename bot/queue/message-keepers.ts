import { welcomeCard } from '#cards/home.card.ts';
import { peopleNoticeCard } from '#cards/people-notice.card.ts';
import { setupNoticeCard } from '#cards/setup-notice.card.ts';
import type { TestAlert } from '#domain/test-alert.ts';
import { maySeeTraining } from '#domain/training/access.ts';
import type { Deps as FeatureDeps } from '#features/handler.ts';
import { noticeView } from '#features/setup/notice-view.ts';
import { drawTestAlert } from '#features/setup/test-received.ts';
import { digestFor, isDigest } from '#features/training/draw-digest.ts';
import { drawTrainingNotice } from '#features/training/draw-notice.ts';
import { contactsOf } from '#features/world.ts';
import type { HelpBody } from '#stores/help-notice.ts';
import type { NoticeBody } from '#stores/notices.ts';
import type { RecordedBody } from '#stores/recorded-notice.ts';
import type { Stored } from '#stores/records.ts';
import type { RollNoticeBody } from '#stores/roll-notice.ts';
import { loadSettings, type SettingsSource } from '#stores/settings-record.ts';
import type { TrainingNoticeBody } from '#stores/training-notice.ts';
import type { WelcomeBody } from '#stores/welcome.ts';
import { bodyKeeper } from './body-keeper.ts';
import { summaries } from './draw-incident.ts';
import type { KeeperDeps } from './incident-keeper.ts';
import type { Keeper } from './keeper.ts';
import { placeAllows } from './place-allows.ts';

type Noticed = NoticeBody | WelcomeBody | RollNoticeBody | HelpBody | RecordedBody | TrainingNoticeBody;
type Deps = KeeperDeps & SettingsSource & Pick<FeatureDeps, 'directory' | 'ruleSets'>;

/** Messages to few people: about a change of set-up or the list of people, and the welcome on installation. */
export function noticeKeeper(deps: Deps): Keeper<Stored<Noticed>> {
  return bodyKeeper<Noticed>(deps.records, async ({ school, state }, posting, world) => {
    const person = 'person' in posting.to ? posting.to.person : '';
    const outgoing = { summary: summaries.other, alert: posting.ring && posting.shown === 0 };
    const names = deps.namesIn(school);
    if (state.body.about === 'welcome') {
      return {
        ...outgoing,
        card: welcomeCard({
          contacts: contactsOf(world, names),
          administrator: deps.directory.isAdministrator(person),
          training: maySeeTraining(world, person),
        }),
      };
    }
    if (state.body.about === 'roll') return { ...outgoing, card: peopleNoticeCard(state.body) };
    if (state.body.about === 'training-help' || state.body.about === 'training-recorded') {
      // Names of others: who may know them is known when it is sent. Whoever looks after training by then finds it in their week and the register.
      if (!maySeeTraining(world, person)) return { withheld: 'not-theirs' };
      return { ...outgoing, card: drawTrainingNotice(state.body, { ...deps, world, school }) };
    }
    if (isDigest(state.body)) return digestFor(state.body, person, { ...deps, world, school });
    const loaded = await loadSettings(deps, school);
    return { ...outgoing, card: setupNoticeCard({ ...noticeView(loaded, state.body, person), names }) };
  });
}

/** Set-up's test alert. A place that no alert would be posted in must not seem to work, so it is withheld as an alert would be. */
export function testAlertKeeper(deps: Deps): Keeper<Stored<TestAlert>> {
  return bodyKeeper<TestAlert>(deps.records, async ({ school, state }, posting, { settings }) => {
    const verdict = 'place' in posting.to ? await placeAllows(deps, school, posting.to.place, { settings, walled: [] }) : 'yes';
    if (verdict !== 'yes' && posting.shown === 0) return { withheld: verdict };
    return {
      card: drawTestAlert(state, posting.id, deps.namesIn(school)),
      summary: 'Online Safety: this is only a test.',
      alert: posting.ring && posting.shown === 0,
    };
  });
}
