import { get, post } from './api.js';
import { h, replaceWhenChanged } from './dom.js';
import { dayOf, timeOf } from './times.js';

const container = document.getElementById('clock');

const skipButton = (label, body) =>
  h('button', { type: 'button', 'data-key': label, onclick: () => post('/local/clock/skip', body) }, label);

function ruleSetChooser({ available, current }) {
  const options = available.map(({ key, name }) => h('option', { value: key, selected: key === current }, name));
  return h(
    'label',
    { class: 'rule-set' },
    'Policy ',
    h('select', { 'data-key': 'rule-set', onchange: (event) => post('/local/rule-sets', { key: event.target.value }) }, options),
  );
}

/** The school's time, the two skips by which the ladder can be watched, and the policy in force. */
export async function drawClock() {
  const [clock, ruleSets] = await Promise.all([get('/local/clock'), get('/local/rule-sets')]);
  const now = `${dayOf(clock.now)}, ${timeOf(clock.now)}`;
  replaceWhenChanged(container, JSON.stringify([now, clock.movable, ruleSets]), () => {
    const skips = clock.movable
      ? [skipButton('Skip 15 minutes', { minutes: 15 }), skipButton('To next school day', { to: 'next-school-day' })]
      : [];
    const chooser = ruleSets.available.length > 0 ? [ruleSetChooser(ruleSets)] : [];
    return [h('span', { class: 'now' }, now), ...skips, ...chooser];
  });
}

// The clock runs by itself between two events.
setInterval(() => drawClock().catch(() => undefined), 20_000);
