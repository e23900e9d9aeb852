/**
 * Reads the controls, keeps them over a hidden page and a window that opens again, and puts in what it is sent. It moves
 * one slider for another where the two do not go together, so that what shows is what runs.
 */
export const pageScript = `
const host = acquireVsCodeApi();
const byId = (id) => document.getElementById(id);
const sliders = [...document.querySelectorAll('input[type=range]')];
const stepsOf = (slider) => slider.dataset.steps.split(' ').map(Number);
const valueOf = (name) => stepsOf(byId(name))[Number(byId(name).value)];
const setTo = (name, fits) => {
  const steps = stepsOf(byId(name));
  const found = steps.findIndex(fits);
  if (found >= 0) byId(name).value = String(found);
};
const agree = () => {
  const [k, nlist] = [valueOf('k'), valueOf('nlist')];
  if (valueOf('efSearch') < k) setTo('efSearch', (step) => step >= k);
  if (valueOf('nprobe') > nlist) setTo('nprobe', (step) => step === nlist);
};
const show = () => {
  for (const slider of sliders) {
    const text = slider.dataset.texts.split('|')[Number(slider.value)];
    slider.setAttribute('aria-valuetext', text);
    document.querySelector('output[for="' + slider.id + '"]').textContent = text;
  }
  const index = byId('index').value;
  for (const group of document.querySelectorAll('fieldset')) {
    const kinds = group.dataset.when.split(' ');
    group.hidden = kinds[0] !== 'always' && !kinds.includes(index);
  }
};
const settings = () => ({
  ...Object.fromEntries(sliders.map(({ id }) => [id, valueOf(id)])),
  index: byId('index').value,
  metric: byId('metric').value,
  seed: byId('seed').valueAsNumber,
  hybrid: byId('hybrid').checked,
});
const run = () => {
  const asked = settings();
  if (!byId('seed').reportValidity() || Number.isNaN(asked.seed)) return;
  host.setState(asked);
  host.postMessage({ kind: 'run', settings: asked });
};
const restore = (kept) => {
  if (typeof kept !== 'object' || kept === null) return;
  for (const { id } of sliders) setTo(id, (step) => step === kept[id]);
  for (const id of ['index', 'metric'])
    if ([...byId(id).options].some(({ value }) => value === kept[id])) byId(id).value = kept[id];
  if (Number.isInteger(kept.seed)) byId('seed').value = String(kept.seed);
  byId('hybrid').checked = kept.hybrid === true;
};
const isBusy = (busy) => {
  byId('busy').hidden = !busy;
  byId('result').setAttribute('aria-busy', String(busy));
};
let timer;
document.querySelector('form').addEventListener('input', (event) => {
  // A slider that was moved has its way; the other one follows.
  if (event.target.id === 'efSearch' && valueOf('efSearch') < valueOf('k'))
    byId('k').value = String(stepsOf(byId('k')).findLastIndex((step) => step <= valueOf('efSearch')));
  if (event.target.id === 'nprobe' && valueOf('nprobe') > valueOf('nlist'))
    setTo('nlist', (step) => step >= valueOf('nprobe'));
  agree();
  show();
  clearTimeout(timer);
  timer = setTimeout(run, 250);
});
document.querySelector('form').addEventListener('submit', (event) => event.preventDefault());
byId('stop').addEventListener('click', () => host.postMessage({ kind: 'stop' }));
window.addEventListener('message', ({ data }) => {
  if (typeof data !== 'object' || data === null || typeof data.text !== 'string') return;
  if (data.kind === 'progress' && typeof data.share === 'number') {
    isBusy(true);
    byId('stage').textContent = data.text;
    byId('progress').value = data.share;
    return;
  }
  if (data.kind !== 'stopped' && (data.kind !== 'result' || typeof data.html !== 'string')) return;
  isBusy(false);
  byId('status').textContent = data.text;
  if (data.kind === 'result') byId('result').innerHTML = data.html;
});
restore(host.getState());
agree();
show();
run();
`;
