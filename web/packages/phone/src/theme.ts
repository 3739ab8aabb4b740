/** As the device has it: residents have no settings here. Paper is white. */
const night = window.matchMedia('(prefers-color-scheme: dark)');
const show = (dark: boolean): boolean => document.documentElement.classList.toggle('dark', dark);

show(night.matches);
night.addEventListener('change', ({ matches }) => show(matches));
window.addEventListener('beforeprint', () => show(false));
window.addEventListener('afterprint', () => show(night.matches));
