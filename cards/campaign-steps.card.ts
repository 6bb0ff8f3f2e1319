import { capital } from './capital.ts';
import { box, button, buttons, type Card, card, close, type Element, heading, line, opener, plain, row, submit } from './parts.ts';
import { unreachedInWords } from './people-words.ts';
import { people } from './remind-words.ts';

/** *Cancel* asks once: what has gone out cannot be called back. */
export function campaignCancelCard(view: { campaign: string; waiting: number }): Card {
  const { campaign } = view;
  const rest = view.waiting === 0 ? 'Everybody has it already.' : `${people(view.waiting)} will not get it.`;
  return card(
    [heading('Cancel this reminder?'), line(`${rest} What has gone out stays where it is. It cannot be started again.`)],
    [
      submit('Yes, cancel it', 'campaign.cancel', { campaign, sure: true }, { style: 'destructive' }),
      submit('No, leave it', 'campaign.open', { campaign }),
    ],
    { speak: 'Cancel this reminder?' },
  );
}

type NudgeView = { campaign: string; count: number; later: number; help: number; goes: string; quiet?: string; already: boolean };

/** *Nudge those who haven't*: how many, before anything goes out. */
export function campaignNudgeCard(view: NudgeView): Card {
  const { campaign } = view;
  const back = submit('Back', 'campaign.open', { campaign });
  const title = 'Nudge those who haven’t';
  if (view.already)
    return card([heading(title), line('They have been nudged today already. One a day is enough.')], [back], { speak: title });
  if (view.count === 0) return card([heading(title), line('Nobody is left to nudge.'), ...answeredLines(view)], [back], { speak: title });
  return card(
    [
      heading(title),
      box([
        line(`The same reminder goes once more to **${people(view.count)}** who have neither answered nor done it.`),
        ...answeredLines(view),
        line(`${view.quiet === undefined ? '' : `${view.quiet} `}It goes out ${view.goes}.`),
      ]),
    ],
    [submit(`Nudge ${people(view.count)}`, 'campaign.nudge', { campaign, sure: true }, { style: 'positive' }), back],
    { speak: title },
  );
}

function answeredLines({ later, help }: NudgeView): Element[] {
  return [
    ...(later === 0 ? [] : [line(`${people(later)} chose a later day and will hear then.`, { subtle: true })]),
    ...(help === 0 ? [] : [line(`${people(help)} asked for help and ${help === 1 ? 'is' : 'are'} left out.`, { subtle: true })]),
  ];
}

/** *Show who*: whom it could not be given to, a page at a time. */
export function campaignUnreachedCard(view: { campaign: string; rows: { name: string; reason: string }[]; next?: string }): Card {
  const { campaign } = view;
  const rows = view.rows.map(({ name, reason }) => line(`**${plain(name)}**: ${unreachedInWords(reason)}.`));
  return card(
    [heading('Who cannot be reached'), ...(rows.length === 0 ? [line('Everybody could be reached.')] : rows)],
    [
      ...(view.next === undefined ? [] : [submit('More', 'campaign.unreached', { campaign, after: view.next })]),
      submit('Back', 'campaign.open', { campaign }),
    ],
    { speak: 'Who cannot be reached.' },
  );
}

type CampaignRow = { campaign: string; title: string; to: string; says: string; far: string };
type CampaignListView = { rows: CampaignRow[]; maySend: boolean; inDialog: boolean; next?: string };

/** `reminders`: what was sent and what is still going out, newest first. */
export function campaignListCard({ rows, maySend, inDialog, next }: CampaignListView): Card {
  const open = inDialog ? submit : opener;
  const turn = inDialog ? submit : button;
  return card(
    [
      heading(inDialog ? 'Reminders so far' : 'Reminders'),
      ...(rows.length === 0 ? [line('No reminder has been sent yet.')] : []),
      ...rows.map(
        (one): Element => ({
          ...row(
            close([line(`**${capital(plain(one.title))}**, to ${one.to}`), line(`${one.says} ${one.far}`)]),
            buttons([open('Open', 'campaign.open', { campaign: one.campaign })]),
          ),
          separator: true,
        }),
      ),
    ],
    [
      ...(maySend ? [open('Send a reminder', 'remind.open')] : []),
      ...(next === undefined ? [] : [turn('Older', 'campaign.list', { after: next })]),
      ...(inDialog ? [submit('Back', 'training.open')] : []),
    ],
    { speak: 'Reminders.' },
  );
}

/** Teams opens a dialog on a press only, so a typed `remind` is answered with the button that opens it. */
export function remindOpenerCard(): Card {
  return card(
    [heading('Send a reminder'), line('You see it, and how many it goes to, before anything is sent.')],
    [opener('Send a reminder', 'remind.open', {}, { style: 'positive' }), button('Reminders so far', 'campaign.list')],
    { speak: 'Send a reminder.' },
  );
}
