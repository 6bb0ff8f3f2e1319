import { follow, get, post } from './api.js';
import { drawClock } from './clock.js';
import { drawConversation } from './conversation.js';
import { drawDialog } from './dialog.js';
import { drawList, drawRail } from './list.js';
import { drawPeople } from './people.js';
import { conversations, current, go, narrow, readHash, view } from './store.js';
import { startTheme } from './theme.js';
import { showNotices } from './toasts.js';

const progress = document.getElementById('progress');

function draw() {
  // First: on a phone the conversation has no height before, so that it could not be scrolled to its end.
  document.body.classList.toggle('in-conversation', current() !== undefined);
  drawPeople();
  drawRail();
  drawList();
  drawConversation();
  drawDialog();
  const isWaiting = view.state.waiting > 0;
  progress.classList.toggle('on', isWaiting);
  progress.textContent = isWaiting ? 'Waiting for Online Safety' : '';
  document.title = `${view.state.me.name} · Local Teams`;
}

/** On a wide screen something is always open, as in Teams: the chat with the app to begin with. */
function settle() {
  if (!view.people.some(({ id }) => id === view.me)) return go({ me: view.people[0].id });
  const isGone = view.conversation !== undefined && current() === undefined;
  const first = conversations().find(({ kind }) => kind === 'personal') ?? conversations()[0];
  if ((isGone || view.conversation === undefined) && !narrow.matches && first !== undefined) go({ conversation: first.id });
  else if (isGone) go({});
}

async function readWhatIsSeen() {
  const open = current();
  if (open !== undefined && open.unread > 0 && document.visibilityState === 'visible')
    await post('/local/read', { as: view.me, conversation: open.id });
}

async function refresh() {
  const { school, people } = await get('/local/people');
  Object.assign(view, { school, people });
  const me = people.some(({ id }) => id === view.me) ? view.me : people[0].id;
  const state = await get(`/local/state?as=${encodeURIComponent(me)}`);
  // Somebody else was chosen meanwhile: what came is not theirs, and the next look is on its way.
  if (view.me !== undefined && view.me !== me && people.some(({ id }) => id === view.me)) return;
  view.state = state;
  settle();
  document.getElementById('school').textContent = school;
  draw();
  showNotices();
  await Promise.all([drawClock(), readWhatIsSeen()]);
}

startTheme();
view.commands = await get('/local/commands').catch(() => view.commands);
// Not before: an address that changes while we wait would be missed, for nobody listens yet.
readHash();
const run = follow(refresh);
addEventListener('hashchange', () => {
  readHash();
  view.replyTo = undefined;
  run();
});
document.addEventListener('visibilitychange', run);
document.addEventListener('redraw', drawConversation);
