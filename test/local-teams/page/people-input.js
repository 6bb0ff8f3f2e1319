import { h, iconButton } from './dom.js';
import { view } from './store.js';

const AC = globalThis.AdaptiveCards;
let made = 0;

const nameOf = (id) => view.people.find((person) => person.id === id)?.name;

/** Teams' people picker: type a part of a name, choose from the list. It gives object ids, with commas between them. */
export class PeopleInput extends AC.Input {
  static typeName = 'Input.People';

  getJsonTypeName() {
    return PeopleInput.typeName;
  }

  internalParse(source, context) {
    super.internalParse(source, context);
    this.isMultiple = source.isMultiSelect === true;
    this.placeholder = source.placeholder ?? 'Type a name';
    this.fixed = (source.choices ?? []).map(({ title, value }) => ({ id: value, name: title, jobTitle: '' }));
    this.chosen = String(source.value ?? '')
      .split(',')
      .filter(Boolean);
  }

  get value() {
    return this.chosen.join(',');
  }

  isSet() {
    return this.chosen.length > 0;
  }

  isDirty() {
    return this.isSet();
  }

  focus() {
    this.field?.focus();
  }

  get allowed() {
    return [...this.fixed, ...view.people];
  }

  matches() {
    const words = this.field.value.trim().toLowerCase();
    const free = this.allowed.filter(({ id }) => !this.chosen.includes(id));
    return words === '' ? [] : free.filter(({ name }) => name.toLowerCase().includes(words)).slice(0, 15);
  }

  choose(id) {
    this.chosen = this.isMultiple ? [...this.chosen, id] : [id];
    this.field.value = '';
    this.drawTags();
    this.drawOptions();
    this.field.focus();
    this.valueChanged();
  }

  drop(id) {
    this.chosen = this.chosen.filter((one) => one !== id);
    this.drawTags();
    this.field.focus();
    this.valueChanged();
  }

  drawTags() {
    const name = (id) => this.fixed.find((one) => one.id === id)?.name ?? nameOf(id) ?? 'Somebody no longer here';
    const tag = (id) => h('li', {}, name(id), iconButton('close', `Remove ${name(id)}`, { onclick: () => this.drop(id) }));
    this.tags.replaceChildren(...this.chosen.map(tag));
    this.tags.hidden = this.chosen.length === 0;
  }

  drawOptions(active = 0) {
    const found = this.matches();
    this.active = Math.min(active, found.length - 1);
    const option = ({ id, name, jobTitle }, index) => {
      const pick = (event) => {
        event.preventDefault();
        this.choose(id);
      };
      return h(
        'li',
        { role: 'option', id: `${this.listId}-${index}`, 'aria-selected': String(index === this.active), onmousedown: pick },
        h('span', {}, name),
        h('span', { class: 'hint' }, jobTitle),
      );
    };
    this.options.replaceChildren(...found.map(option));
    this.options.hidden = found.length === 0;
    this.field.setAttribute('aria-expanded', String(found.length > 0));
    if (found.length > 0) this.field.setAttribute('aria-activedescendant', `${this.listId}-${this.active}`);
    else this.field.removeAttribute('aria-activedescendant');
    const isSearching = this.field.value.trim() !== '';
    this.status.textContent = isSearching ? (found.length === 0 ? 'Nobody found' : `${found.length} found`) : '';
  }

  onKey(event) {
    const found = this.matches();
    if (found.length === 0) return;
    if (event.key === 'ArrowDown') this.drawOptions((this.active + 1) % found.length);
    else if (event.key === 'ArrowUp') this.drawOptions((this.active + found.length - 1) % found.length);
    else if (event.key === 'Enter') this.choose(found[this.active].id);
    else if (event.key === 'Escape') this.clear();
    else return;
    // Escape closes the list and not the dialog around it; Enter chooses and does not send.
    event.preventDefault();
    event.stopPropagation();
  }

  clear() {
    this.field.value = '';
    this.drawOptions();
  }

  internalRender() {
    this.listId = `people-list-${made++}`;
    const label = this.label ?? 'People';
    this.tags = h('ul', { class: 'tags', 'aria-label': `Chosen: ${label}` });
    this.options = h('ul', { class: 'options', role: 'listbox', id: this.listId, 'aria-label': `People found for ${label}` });
    this.status = h('span', { class: 'hidden', role: 'status' });
    this.field = h('input', {
      type: 'text',
      class: 'ac-input ac-textInput',
      role: 'combobox',
      autocomplete: 'off',
      placeholder: this.placeholder,
      'aria-label': label,
      'aria-autocomplete': 'list',
      'aria-controls': this.listId,
      'aria-expanded': 'false',
      oninput: () => this.drawOptions(),
      onblur: () => this.clear(),
      onkeydown: (event) => this.onKey(event),
    });
    this.drawTags();
    this.drawOptions();
    return h('div', { class: 'people-input', role: 'group' }, this.tags, this.field, this.options, this.status);
  }
}
