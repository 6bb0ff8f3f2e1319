const AC = globalThis.AdaptiveCards;
const svgSpace = 'http://www.w3.org/2000/svg';

/** Colours of Teams' own names; the card's theme says what they look like. */
const colours = { good: 'var(--chart-good)', warning: 'var(--chart-warning)', attention: 'var(--chart-attention)' };
const barHeight = 18;
const rowHeight = 44;
const width = 400;

function svg(name, attributes, ...inner) {
  const element = document.createElementNS(svgSpace, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...inner);
  return element;
}

const inWords = ({ title, data }) => `${title}: ${data.map(({ legend, value }) => `${value} ${legend}`).join(', ')}`;

function rowOf({ title, data }, y) {
  const total = data.reduce((sum, { value }) => sum + value, 0);
  let x = 0;
  const bars = data.map(({ value, color }) => {
    const share = total === 0 ? 0 : (value / total) * width;
    const bar = svg('rect', { x, y: y + 20, width: share, height: barHeight, fill: colours[color] ?? 'var(--card-accent)' });
    x += share;
    return bar;
  });
  return [svg('text', { x: 0, y: y + 14, class: 'chart-label' }, title), ...bars];
}

/** An element that the renderer does not know. */
class Chart extends AC.CardElement {
  getJsonTypeName() {
    return this.constructor.typeName;
  }
}

/** Teams' stacked bars, as a picture that says what it shows. */
class StackedBars extends Chart {
  static typeName = 'Chart.HorizontalBar.Stacked';

  internalParse(source, context) {
    super.internalParse(source, context);
    this.rows = source.data ?? [];
    this.title = source.title ?? 'Chart';
    this.showsTitle = source.showTitle === true;
  }

  internalRender() {
    const height = this.rows.length * rowHeight;
    const label = `${this.title}. ${this.rows.map(inWords).join('. ')}`;
    const picture = svg('svg', { viewBox: `0 0 ${width} ${height}`, role: 'img', 'aria-label': label, class: 'chart' });
    picture.append(...this.rows.flatMap((row, i) => rowOf(row, i * rowHeight)));
    const key = document.createElement('p');
    key.className = 'chart-key';
    for (const { legend, color } of this.rows[0]?.data ?? []) {
      const swatch = document.createElement('span');
      swatch.style.background = colours[color] ?? 'var(--card-accent)';
      key.append(swatch, `${legend} `);
    }
    const box = document.createElement('div');
    box.append(...(this.showsTitle ? [this.heading()] : []), picture, key);
    return box;
  }

  heading() {
    const heading = document.createElement('p');
    heading.className = 'chart-title';
    heading.textContent = this.title;
    return heading;
  }
}

/** Teams' own progress bar. */
class ProgressBar extends Chart {
  static typeName = 'ProgressBar';

  internalParse(source, context) {
    super.internalParse(source, context);
    this.done = source.value ?? 0;
    this.of = source.max ?? 100;
  }

  internalRender() {
    const bar = document.createElement('progress');
    bar.max = this.of;
    bar.value = this.done;
    bar.ariaLabel = `${this.done} of ${this.of}`;
    bar.className = 'chart-progress';
    return bar;
  }
}

for (const element of [StackedBars, ProgressBar]) AC.GlobalRegistry.elements.register(element.typeName, element);
