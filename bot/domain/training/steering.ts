import type { Instant } from '#domain/time.ts';
import type { Campaign, CampaignState } from './campaign.ts';

export type Steer = 'pause' | 'resume' | 'cancel';

const from: Record<Steer, readonly CampaignState[]> = {
  pause: ['scheduled', 'sending'],
  resume: ['paused'],
  cancel: ['scheduled', 'sending', 'paused'],
};

/** The campaign after it was paused, resumed or cancelled; the same object where its state does not allow that. */
export function steered(campaign: Campaign, what: Steer, now: Instant): Campaign {
  if (!from[what].includes(campaign.state)) return campaign;
  const { waitsUntil: _wait, ...rest } = campaign;
  if (what === 'pause') return { ...rest, state: 'paused' };
  if (what === 'cancel') return { ...rest, state: 'cancelled', endedAt: now };
  // Paused before its time had come, it still waits for that.
  return { ...rest, state: campaign.startAt <= now ? 'sending' : 'scheduled' };
}
