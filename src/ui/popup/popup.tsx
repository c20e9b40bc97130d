import { useState } from 'preact/hooks';
import type { NamedConcept } from '../../initiatives/card-model.ts';
import { Icon } from '../shared/icon.tsx';
import type { InterfaceLanguage, Texts } from '../shared/texts.ts';
import { type TwinPorts, TwinSection } from '../shared/twin-section.tsx';
import { type ReportPorts, ReportSlip } from './report-slip.tsx';

/** How the active tab stands. */
export interface PopupStatus {
  readonly host: string;
  readonly occurrences: number;
  readonly highlights: number;
  /** Whether the highlights could not be read. */
  readonly unread: boolean;
  readonly muted: boolean;
  /** Concepts on the page, the most frequent first. */
  readonly concepts: readonly (NamedConcept & { readonly count: number })[];
  readonly total: number;
}

/** What the popup shows and asks of the outside. */
export interface PopupPorts {
  readonly t: Texts;
  readonly language: InterfaceLanguage;
  /** `denied`: the browser lets no extension read the page. */
  readonly status: PopupStatus | 'denied';
  /** Whether terms can be recognised: needs WebAssembly. */
  readonly canRecognise: boolean;
  /** Whether the site can be offered to be read always: it is neither built in nor granted yet. */
  readonly canAskAlways: boolean;
  askAlways(): Promise<boolean>;
  mute(muted: boolean): Promise<void>;
  openLibrary(hash: `#/${string}`): void;
  openPanel(): void;
  /** Version whose news has not been read. */
  readonly news?: string;
  /** Saves the backup file, and the day on which it was saved last; absent while none is due. */
  readonly backup?: { readonly saved?: string; save(): Promise<void> };
  /** The page in the other language; absent where nothing is read. */
  readonly twin?: TwinPorts;
  /** What a mistake is reported with; absent where nothing is read. */
  readonly report?: ReportPorts;
}

function Found({
  status,
  t,
  language,
  canRecognise,
  openLibrary,
}: { status: PopupStatus } & Pick<PopupPorts, 't' | 'language' | 'canRecognise' | 'openLibrary'>) {
  if (!canRecognise) return <p>{t('popup.noWebAssembly')}</p>;
  if (status.occurrences === 0) {
    return (
      <>
        <p>{t('popup.none')}</p>
        <p class="quiet">{t('popupMore.noneNext')}</p>
      </>
    );
  }
  return (
    <>
      <p class="figure">{t('popup.terms', { count: status.occurrences })}</p>
      <p class="quiet">
        {t('popup.concepts', { count: status.total })} · {t('popup.highlights', { count: status.highlights })}
      </p>
      <h2>{t('popup.most')}</h2>
      <ol class="most">
        {status.concepts.map((concept) => (
          <li key={concept.id}>
            <span class="names">
              <button type="button" class="link" onClick={() => openLibrary(`#/glossary/${concept.id}`)}>
                {language === 'en' ? concept.en : concept.zh}
              </button>{' '}
              <span class="quiet">{language === 'en' ? concept.zh : concept.en}</span>
            </span>
            <span class="times">{concept.count}</span>
          </li>
        ))}
      </ol>
    </>
  );
}

/** Says that a backup file is due, and saves it at one press. */
function BackupLine({ backup, t }: { backup: NonNullable<PopupPorts['backup']>; t: Texts }) {
  const [done, setDone] = useState('');
  return (
    <p class="news-line" role="status">
      {done || (backup.saved ? t('backup.due', { date: backup.saved }) : t('backup.dueFirst'))}{' '}
      <button
        type="button"
        class="link"
        onClick={() =>
          void backup.save().then(
            () => setDone(t('backup.saved')),
            () => setDone(t('backup.notSaved')),
          )
        }
      >
        {t('backup.saveNow')}
      </button>
    </p>
  );
}

/** This page at a glance, and the switches for this site. */
export function Popup({ ports }: { ports: PopupPorts }) {
  const { t, language, status, canRecognise, canAskAlways, openLibrary } = ports;
  const [always, setAlways] = useState(false);
  const [reporting, setReporting] = useState(false);
  const [muted, setMuted] = useState(status !== 'denied' && status.muted);
  const [isFailed, setFailed] = useState(false);
  /** Does what was asked for, and says when that failed. */
  const run = (deed: Promise<void>) =>
    void deed.then(
      () => setFailed(false),
      () => setFailed(true),
    );
  const mute = (next: boolean) => run(ports.mute(next).then(() => setMuted(next)));
  return (
    <main class="popup">
      <div class="popup-body">
        <header>
          <h1>{t('popup.title')}</h1>
          <button type="button" class="link" onClick={() => openLibrary('#/guide')}>
            {t('app.guide')}
          </button>
        </header>
        {status === 'denied' && <p>{t('popup.denied')}</p>}
        {status !== 'denied' && muted && <p>{t('popup.muted')}</p>}
        {status !== 'denied' && !muted && status.unread && <p role="alert">{t('popup.unread')}</p>}
        {status !== 'denied' && !muted && <Found {...{ status, t, language, canRecognise, openLibrary }} />}
        {ports.twin && <TwinSection ports={ports.twin} t={t} />}
        {canAskAlways && !muted && (
          <div class="offer">
            <p>{always ? t('popup.alwaysOn') : t('popup.readingNow')}</p>
            {!always && (
              <button
                type="button"
                class="button main"
                onClick={() => run(ports.askAlways().then(setAlways))}
              >
                {t('popup.always')}
              </button>
            )}
          </div>
        )}
        {ports.backup && <BackupLine backup={ports.backup} t={t} />}
        {ports.news && (
          <p class="news-line">
            {t('news.updated', { version: ports.news })}{' '}
            <button type="button" class="link" onClick={() => openLibrary('#/news')}>
              {t('news.show')}
            </button>
          </p>
        )}
        {ports.report && reporting && <ReportSlip ports={ports.report} />}
      </div>
      <footer>
        <p class="failure" role="alert">
          {isFailed && t('popup.failed')}
        </p>
        <p class="buttons">
          <button type="button" class="button" onClick={() => openLibrary('#/glossary')}>
            <Icon name="library" /> {t('popup.library')}
          </button>
          <button type="button" class="button quiet" onClick={ports.openPanel}>
            {t('popupMore.panel')}
          </button>
          {status !== 'denied' && (
            <button type="button" class="button quiet" onClick={() => mute(!muted)}>
              {muted ? t('popup.unmute') : t('popup.mute')}
            </button>
          )}
          {ports.report && (
            <button
              type="button"
              class="button quiet"
              aria-expanded={reporting}
              onClick={() => setReporting(!reporting)}
            >
              {t('report.open')}
            </button>
          )}
        </p>
      </footer>
    </main>
  );
}
