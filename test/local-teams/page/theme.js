const button = document.getElementById('theme');
const dark = matchMedia('(prefers-color-scheme: dark)');

const isDark = () => (document.documentElement.dataset.theme ?? (dark.matches ? 'dark' : 'light')) === 'dark';

function draw() {
  button.textContent = isDark() ? 'Light theme' : 'Dark theme';
}

/** The system's choice of colours, unless somebody has chosen here. */
export function startTheme() {
  const chosen = localStorage.getItem('theme');
  if (chosen !== null) document.documentElement.dataset.theme = chosen;
  button.addEventListener('click', () => {
    document.documentElement.dataset.theme = isDark() ? 'light' : 'dark';
    localStorage.setItem('theme', document.documentElement.dataset.theme);
    draw();
  });
  dark.addEventListener('change', draw);
  draw();
}
