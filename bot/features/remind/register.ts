import type { CardRoutes } from '#features/handler.ts';
import { keepTyped } from '#features/keep-typed.ts';
import { answerWith } from './answer.ts';
import { listReminders, showUnreached } from './list.ts';
import { nextRemind, sameForm } from './next.ts';
import { nudgeCampaign } from './nudge.ts';
import { backToForm, openRemind } from './open.ts';
import { sameSend, sendRemind } from './send.ts';
import { cancelCampaign, openCampaign, showCampaign, steerWith } from './steer.ts';

export const remindRoutes = {
  'remind.open': openRemind,
  'remind.back': backToForm,
  'remind.next': keepTyped(nextRemind, sameForm),
  'remind.send': keepTyped(sendRemind, sameSend, ['audience']),
  'campaign.list': listReminders,
  'campaign.open': openCampaign,
  'campaign.pause': steerWith('pause'),
  'campaign.resume': steerWith('resume'),
  'campaign.cancel': cancelCampaign,
  'campaign.show': showCampaign,
  'campaign.nudge': nudgeCampaign,
  'campaign.unreached': showUnreached,
  'reminder.done': answerWith('done'),
  'reminder.later': answerWith('later'),
  'reminder.help': answerWith('help'),
} satisfies CardRoutes;
