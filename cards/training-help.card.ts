import { type Card, card, heading, line, opener, plain } from './parts.ts';

/** In the chat of whoever runs training: somebody asked for help. */
export function trainingHelpCard(view: { person: string; name: string; topic: string }): Card {
  return card(
    [
      heading('Somebody would like help with their training'),
      line(`**${plain(view.name)}** asked for help with *${plain(view.topic)}*. Please ask them what would help.`),
    ],
    [opener('Open their record', 'training.person', { person: view.person })],
    { speak: 'Somebody would like help with their training.' },
  );
}
