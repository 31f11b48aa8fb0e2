import { describe, expect, test } from 'vitest';
import { inspectFiles } from '../support/inspected.ts';
import { memorySite } from '../support/memory-vault.ts';

const PEOPLE = 'participants: [Quentin Bell, Quentin Ash, Ana Maria Silva, Jan de Vries, Will Mark, "Aoife O’Neil"]';
const meeting = (body: string) => `---\naccount: Acme\ndate: 2026-01-10\n${PEOPLE}\n---\n${body}\n`;
const tasksOf = (body: string) => inspectFiles({ 'm.md': meeting(body) }).notes[0]?.tasks ?? [];

describe('an owner is named by @ and two words or more', () => {
  test.each<readonly [task: string, owner: string, text: string]>([
    ['@Quentin Bell send the plan', 'Quentin Bell', 'send the plan'],
    ['@Quentin Bell: send the plan', 'Quentin Bell', 'send the plan'],
    ['@Quentin.Bell send the plan', 'Quentin Bell', 'send the plan'],
    ['@quentin.bell send the plan', 'Quentin Bell', 'send the plan'],
    ['@[[Quentin Bell]] send the plan', 'Quentin Bell', 'send the plan'],
    ['@[[Quentin Bell]] Bell tower: send the plan', 'Quentin Bell', 'Bell tower: send the plan'],
    ['send the plan @Quentin Bell', 'Quentin Bell', 'send the plan'],
    ['send the plan @Quentin Bell.', 'Quentin Bell', 'send the plan.'],
    ['send the plan @Quentin Bell 📅 2026-02-01', 'Quentin Bell', 'send the plan'],
    ['ask @Quentin Bell for the plan', 'Quentin Bell', 'ask Quentin Bell for the plan'],
    ['@Ana Maria Silva send the plan', 'Ana Maria Silva', 'send the plan'],
    ['@Ana Silva send the plan', 'Ana Maria Silva', 'send the plan'],
    ['@Ana send the plan', 'Ana Maria Silva', 'send the plan'],
    ['@Jan de Vries send the plan', 'Jan de Vries', 'send the plan'],
    ["@Aoife O'Neil send the plan", 'Aoife O’Neil', 'send the plan'],
    ['@Will mark the plan', 'Will Mark', 'mark the plan'],
    ['@Ana Call the bank', 'Ana Maria Silva', 'Call the bank'],
    ['@Ana Maria Call the bank', 'Ana Maria Silva', 'Call the bank'],
    ['@Quentin Bellweather is the name of the plan', 'Quentin', 'Bellweather is the name of the plan'],
    ['@Quentin Bell-Ringers get the plan', 'Quentin', 'Bell-Ringers get the plan'],
    ['@Quentin, Bell sends the plan', 'Quentin', 'Bell sends the plan'],
    ['run `@Quentin Bell`', '', 'run `@Quentin Bell`'],
  ])('%s', (task, owner, text) => {
    expect(tasksOf(`- [ ] ${task}`).map((one) => [one.owner ?? '', one.text])).toEqual([[owner, text]]);
  });

  test('who then is nobody else, and needs no guess', () => {
    const model = inspectFiles({ 'm.md': meeting('- [ ] @Quentin Bell send the plan'), 'b.md': '- [ ] @Quentin Bell call' });
    expect(model.actions.map(({ owner }) => owner)).toEqual(['Quentin Bell', 'Quentin Bell']);
    expect(model.people.map(({ name }) => name)).not.toContain('Quentin');
    expect(model.diagnostics.filter(({ code }) => code.startsWith('owner-'))).toEqual([]);
  });

  test('a note about a person and config make names known too', () => {
    const files = { 'People/Ada Byron.md': '---\ntype: person\n---\n', 'a.md': '- [ ] @Ada Byron call\n- [ ] @Max Power call\n' };
    const { actions } = inspectFiles(files, 'people:\n  Max Power: [Maxi]\n');
    expect(actions.map(({ owner, text }) => [owner, text])).toEqual([
      ['Ada Byron', 'call'],
      ['Max Power', 'call'],
    ]);
  });

  test('repeats are merged by the text that is left', () => {
    const { actions } = inspectFiles({
      'Acme.md': '---\ntype: customer\n---\n- [ ] Send the plan @Quentin Bell\n',
      'm.md': meeting('- [x] @Quentin.Bell send the plan'),
    });
    expect(actions.map(({ owner, state, sources }) => [owner, state, sources.length])).toEqual([['Quentin Bell', 'done', 2]]);
  });

  test('the note itself shows the text without the name', () => {
    const site = memorySite({ 'm.md': meeting('- [ ] @Quentin Bell send the plan') });
    const view = site.page(site.plan.find(({ url }) => url.startsWith('meetings/m'))?.url as never)?.view;
    expect(JSON.stringify(view)).toContain('send the plan');
    expect(JSON.stringify(view)).not.toContain('Bell send');
  });
});
