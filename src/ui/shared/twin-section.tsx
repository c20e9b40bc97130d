import { useEffect, useState } from 'preact/hooks';
import type { Twin } from '../../twins/find-twin.ts';
import { otherThan, type PageLanguage } from '../../twins/page-language.ts';
import type { Texts } from './texts.ts';

/** What is known of the page in the other language. */
export interface TwinFinding {
  /** Language of this page; absent when it is in both or neither. */
  readonly language?: PageLanguage | undefined;
  readonly found?: Twin | undefined;
  /** Whether it is open in another tab. */
  readonly isOpen: boolean;
}

/** Where it can be opened. */
export type TwinPlace = 'beside' | 'here' | 'windows';

/** What is asked of the outside for the page in the other language. */
export interface TwinPorts {
  /** Rejects when the page cannot be read. */
  find(): Promise<TwinFinding>;
  open(where: TwinPlace): Promise<void>;
}

/** An address as one reads it. */
function readableAddress(address: string): string {
  const { host, pathname, search } = new URL(address);
  let path = pathname + search;
  try {
    path = decodeURI(path);
  } catch {
    // Not UTF-8: as it is written.
  }
  return host + (path === '/' ? '' : path);
}

function Found({ twin, isOpen, ports, t }: { twin: Twin; isOpen: boolean; ports: TwinPorts; t: Texts }) {
  const open = (where: TwinPlace) => () => void ports.open(where).catch(() => {});
  return (
    <>
      <p class="twin-address">{readableAddress(twin.address)}</p>
      <p class="quiet">
        {t(`twin.${twin.how}`)} {isOpen && t('twin.open')}
      </p>
      <p class="buttons">
        <button type="button" class="button" onClick={open('beside')}>
          {t(isOpen ? 'twin.show' : twin.how === 'home' ? 'twin.openHome' : 'twin.beside')}
        </button>
        {twin.how !== 'home' && (
          <>
            <button type="button" class="button quiet" onClick={open('here')}>
              {t('twin.here')}
            </button>
            {!isOpen && (
              <button type="button" class="button quiet" onClick={open('windows')}>
                {t('twin.windows')}
              </button>
            )}
          </>
        )}
      </p>
    </>
  );
}

const TITLES = { zh: 'twin.titleZh', en: 'twin.titleEn' } as const;

/** The page in the other language: where it is, how sure that is, and ways to it. */
export function TwinSection({ ports, t }: { ports: TwinPorts; t: Texts }) {
  const [state, setState] = useState<TwinFinding | 'looking' | 'denied'>('looking');
  // The component stands for one page; another page has another key.
  useEffect(() => {
    void ports.find().then(setState, () => setState('denied'));
  }, []);
  const finding = typeof state === 'string' ? undefined : state;
  const wanted = finding?.language && otherThan(finding.language);
  return (
    <section class="twin" aria-busy={state === 'looking'}>
      <h2>{t(wanted ? TITLES[wanted] : 'twin.title')}</h2>
      {state === 'looking' && <p class="quiet">{t('twin.looking')}</p>}
      {state === 'denied' && <p class="quiet">{t('twin.denied')}</p>}
      {finding?.found && <Found twin={finding.found} isOpen={finding.isOpen} ports={ports} t={t} />}
      {finding && !finding.found && (
        <p>
          {t(finding.language ? 'twin.none' : 'twin.mixed')} <span class="quiet">{t('twin.noneHint')}</span>
        </p>
      )}
    </section>
  );
}
