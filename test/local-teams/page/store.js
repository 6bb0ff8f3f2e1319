/** What the page is showing: who, which conversation, and the last state that came. */
export const view = {
  me: undefined,
  conversation: undefined,
  place: 'chat',
  state: undefined,
  people: [],
  school: '',
  commands: { prompts: [], actions: [] },
  replyTo: undefined,
};

export function readHash() {
  const [me, conversation] = location.hash.replace(/^#\/?/, '').split('/').map(decodeURIComponent);
  view.me = me || undefined;
  view.conversation = conversation || undefined;
}

/** Changes who or where, in the address, so that Back works and each tab can be somebody else. */
export function go({ me = view.me, conversation }) {
  location.hash = [me, conversation].filter(Boolean).map(encodeURIComponent).join('/');
}

export const conversations = () => view.state?.conversations ?? [];
export const current = () => conversations().find(({ id }) => id === view.conversation);
export const narrow = matchMedia('(max-width: 700px)');
