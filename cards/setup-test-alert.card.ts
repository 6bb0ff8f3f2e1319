import { button, type Card, card, heading, line, plain } from './parts.ts';

type TestAlertView = { test: string; posting: string /** Who has pressed *I got it*, once somebody has. */; received?: string };

/** What the test itself looks like in a chat or channel. Its look is not an alert's: nobody should think that it is real. */
export function setupTestAlertCard({ test, posting, received }: TestAlertView): Card {
  const title = 'This is only a test';
  if (received !== undefined) return card([heading(title), line(`${plain(received)} got it. Nothing more to do.`)], [], { speak: title });
  return card(
    [
      heading(title),
      line('Nothing has happened. Your school is checking that alerts from Online Safety arrive here. Please press the button.'),
    ],
    [button('I got it', 'setup.test-received', { test, posting }, { style: 'positive' })],
    { speak: title },
  );
}
