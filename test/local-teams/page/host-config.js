/** Teams' look, in colours that the style sheet defines for both themes. */
const colour = (name, subtle = name) => ({ default: `var(--card-${name})`, subtle: `var(--card-${subtle})` });

const foregroundColors = {
  default: colour('text', 'subtle'),
  dark: colour('text', 'subtle'),
  light: colour('text', 'subtle'),
  accent: colour('accent'),
  good: colour('good'),
  warning: colour('warning'),
  attention: colour('attention'),
};

const container = (name) => ({ backgroundColor: `var(--box-${name})`, borderColor: `var(--line)`, foregroundColors });

export const hostConfig = {
  supportsInteractivity: true,
  fontFamily: '"Segoe UI", system-ui, -apple-system, "Helvetica Neue", Arial, "Noto Color Emoji", sans-serif',
  fontSizes: { small: 12, default: 14, medium: 16, large: 18, extraLarge: 24 },
  fontWeights: { lighter: 400, default: 400, bolder: 600 },
  lineHeights: { small: 16, default: 20, medium: 22, large: 24, extraLarge: 32 },
  spacing: { small: 4, default: 10, medium: 14, large: 20, extraLarge: 28, padding: 12 },
  separator: { lineThickness: 1, lineColor: 'var(--line)' },
  imageSizes: { small: 32, medium: 52, large: 100 },
  containerStyles: {
    default: container('plain'),
    emphasis: container('emphasis'),
    good: container('good'),
    attention: container('attention'),
    warning: container('warning'),
    accent: container('accent'),
  },
  actions: {
    maxActions: 6,
    spacing: 'medium',
    buttonSpacing: 8,
    actionsOrientation: 'horizontal',
    actionAlignment: 'left',
    showCard: { actionMode: 'inline', inlineTopMargin: 12 },
    preExpandSingleShowCardAction: false,
  },
  adaptiveCard: { allowCustomStyle: false },
  inputs: {
    label: {
      inputSpacing: 'small',
      requiredInputs: { weight: 'bolder', suffix: ' (needed)', suffixColor: 'attention' },
      optionalInputs: { weight: 'bolder' },
    },
    errorMessage: { color: 'attention', weight: 'bolder' },
  },
  factSet: {
    title: { color: 'default', size: 'default', weight: 'bolder', wrap: true, maxWidth: 150 },
    value: { color: 'default', size: 'default', weight: 'default', wrap: true },
    spacing: 12,
  },
  textStyles: { heading: { size: 'large', weight: 'bolder', color: 'default', isSubtle: false }, columnHeader: { weight: 'bolder' } },
  // The dialog's or conversation's own heading is the second level.
  textBlock: { headingLevel: 3 },
};
