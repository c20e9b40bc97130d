import { BUNDLED_PACK, MY_PACK } from '../../../glossary/pack-ids.ts';
import type { PackRecord } from '../../../glossary/pack-record.ts';
import type { Texts } from '../../shared/texts.ts';
import { Choice } from '../fields.tsx';
import type { ImportTarget } from './import-ports.ts';

interface Props {
  readonly target: ImportTarget;
  /** Id of the pack that would be made. */
  readonly newPack: string;
  readonly packs: readonly PackRecord[];
  readonly onChange: (target: ImportTarget) => void;
  readonly t: Texts;
}

/** Where the list goes, and what becomes of entries that are there already. */
export function TargetChoice({ target, newPack, packs, onChange, t }: Props) {
  const { pack, duplicates } = target;
  const imported = packs.filter(({ id, deletedAt }) => id !== MY_PACK && id !== BUNDLED_PACK && !deletedAt);
  const choosePack = (id: string) => {
    const known = imported.find((one) => one.id === id);
    const { title = pack.title, edition = pack.edition, licence = pack.licence } = known ?? {};
    onChange({ ...target, pack: { id, title, edition, licence } });
  };
  const field = (name: 'title' | 'edition' | 'licence') => (
    <label class={name === 'title' ? 'choice grow' : 'choice'}>
      <span>{t(`intake.pack.${name}`)}</span>
      <input
        value={pack[name]}
        onInput={(event) => onChange({ ...target, pack: { ...pack, [name]: event.currentTarget.value } })}
      />
    </label>
  );
  return (
    <section aria-labelledby="intake-target">
      <h3 id="intake-target">{t('intake.target')}</h3>
      <div class="filters">
        <Choice
          label={t('intake.into')}
          value={pack.id}
          options={[
            { value: newPack, label: t('intake.newPack') },
            { value: MY_PACK, label: t('export.mine') },
            ...imported.map(({ id, title }) => ({ value: id, label: title })),
          ]}
          onChange={choosePack}
        />
        {pack.id === newPack && field('title')}
        {pack.id !== MY_PACK && (['edition', 'licence'] as const).map(field)}
      </div>
      {pack.id !== newPack && pack.id !== MY_PACK && <p class="hint">{t('backup.newEditionHint')}</p>}
      <fieldset class="options">
        <legend>{t('intake.duplicates')}</legend>
        {(['skip', 'replace', 'keep-both'] as const).map((rule) => (
          <label key={rule} class="option">
            <input
              type="radio"
              name="duplicates"
              checked={duplicates === rule}
              onChange={() => onChange({ ...target, duplicates: rule })}
            />
            {t(`intake.rules.${rule}`)}
          </label>
        ))}
      </fieldset>
    </section>
  );
}
