import type { ComponentChildren } from 'preact';
import { Sample } from '../live-sample.tsx';
import type { LibraryPorts } from '../ports.ts';
import { type GuideStep, PICTURES } from './guide-pictures.tsx';

const CARD_PARTS = ['equivalent', 'status', 'definition', 'place', 'actions'] as const;

function Step(props: { name: GuideStep; ports: LibraryPorts; children?: ComponentChildren }) {
  const { name, ports, children } = props;
  const { t, language } = ports;
  const Picture = PICTURES[name];
  return (
    <li class="guide-step">
      <Picture language={language} />
      <div>
        <h2>{t(`guide.${name}Title`)}</h2>
        <p>{t(`guide.${name}`)}</p>
        {children}
      </div>
    </li>
  );
}

/** How to use it, step by step, in words and pictures, with the real thing to try. */
export function GuidePage({ ports }: { ports: LibraryPorts }) {
  const { t } = ports;
  return (
    <>
      <h1>{t('guide.title')}</h1>
      <p class="lead">{t('guide.lead')}</p>
      <Sample ports={ports} />
      <ol class="guide">
        <Step name="mouse" ports={ports}>
          <p>{t('guide.mouseMore')}</p>
        </Step>
        <Step name="card" ports={ports}>
          <ol class="parts-of-card">
            {CARD_PARTS.map((part) => (
              <li key={part}>{t(`guide.cardParts.${part}`)}</li>
            ))}
          </ol>
        </Step>
        <Step name="keyboard" ports={ports}>
          <dl class="keys">
            {ports.commands?.map(({ name, shortcut }) => (
              <div key={name}>
                <dt>{t(`reading.command.${name}`)}</dt>
                <dd>{shortcut ? <kbd>{shortcut}</kbd> : t('reading.noKey')}</dd>
              </div>
            ))}
          </dl>
          <p>{t('guide.keyboardMore')}</p>
          <p>
            <a href="#/settings">{t('guide.keyboardChange')}</a>
          </p>
        </Step>
        <Step name="touch" ports={ports} />
        <Step name="highlight" ports={ports}>
          <p>
            <a href="#/highlights">{t('guide.highlightMore')}</a>
          </p>
        </Step>
        <Step name="panel" ports={ports} />
        <Step name="export" ports={ports}>
          <p>
            <a href="#/exchange">{t('guide.exportMore')}</a>
          </p>
        </Step>
        <Step name="privacy" ports={ports} />
      </ol>
    </>
  );
}
