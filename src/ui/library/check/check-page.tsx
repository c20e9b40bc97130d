import { useRef, useState } from 'preact/hooks';
import { writeTableReport } from '../../../interchange/table-report.ts';
import { checkReport } from '../../../termwork/check-report.ts';
import { checkTranslation } from '../../../termwork/check-translation.ts';
import { languageOf } from '../../../termwork/text-language.ts';
import { localDay } from '../../../text/local-day.ts';
import type { LibraryPorts } from '../ports.ts';
import { CheckResults, type FinishedCheck } from './check-results.tsx';
import { type SideText, TextSide } from './text-side.tsx';

const EMPTY: SideText = { text: '', name: '' };

/** Blank lines part the blocks of a pasted text; the separator takes the place of the line feed, so offsets stay. */
const asBlocks = (text: string): string => text.replace(/\r\n?/g, '\n').replace(/\n(?=[ \t]*\n)/g, '\u2029');

/** Reads both texts and checks one against the other. */
async function run(source: SideText, target: SideText, ports: LibraryPorts): Promise<FinishedCheck> {
  const language = languageOf(target.text);
  const [from, to] = await Promise.all([source, target].map(({ text }) => ports.recognise(asBlocks(text))));
  const concepts = new Set(from!.matched.flatMap(({ concepts: ids }) => ids));
  const check = checkTranslation(from!, to!, language, await ports.termBase(concepts));
  const { t } = ports;
  return {
    check,
    language,
    source: { name: source.name || t('check.source'), text: from!.text },
    target: { name: target.name || t('check.target'), text: to!.text },
  };
}

function save(format: 'ods' | 'html', done: FinishedCheck, ports: LibraryPorts): void {
  const { t, language, graph } = ports;
  const report = checkReport(done.check, done, (key, blanks) => t(key, { ...blanks }));
  const now = ports.now();
  const facts = {
    kind: 'glossary',
    exportedAt: now.toISOString(),
    edition: graph.pack.edition,
    title: t('check.reportTitle'),
    language: language === 'en' ? 'en' : 'zh',
    layout: 'terms',
    direction: 'zh-en',
    currentOnly: false,
    agencyName: () => undefined,
  } as const;
  const day = localDay(now);
  const lines = [...report.lines, t('check.exportedOn', { date: day, edition: graph.pack.edition })];
  const { content } = writeTableReport(format, { ...report, lines }, facts);
  const type = format === 'ods' ? 'application/vnd.oasis.opendocument.spreadsheet' : 'text/html';
  ports.saveFile(
    `policy-gloss-check-${day}.${format}`,
    type,
    typeof content === 'string' ? content : new Blob([content as BlobPart]),
  );
}

/** Compares two language versions of a text with the glossaries. */
export function CheckPage({ ports }: { ports: LibraryPorts }) {
  const { t } = ports;
  const [source, setSource] = useState(EMPTY);
  const [target, setTarget] = useState(EMPTY);
  const [done, setDone] = useState<FinishedCheck>();
  const [problem, setProblem] = useState('');
  const [isRunning, setRunning] = useState(false);
  const results = useRef<HTMLHeadingElement>(null);
  const check = async () => {
    setDone(undefined);
    setProblem('');
    if (!source.text.trim() || !target.text.trim()) return setProblem(t('check.needBoth'));
    if (languageOf(source.text) === languageOf(target.text)) return setProblem(t('check.sameLanguage'));
    setRunning(true);
    try {
      setDone(await run(source, target, ports));
      requestAnimationFrame(() => results.current?.focus());
    } catch (error) {
      setProblem(t('check.failed', { reason: error instanceof Error ? error.message : String(error) }));
    } finally {
      setRunning(false);
    }
  };
  const swap = () => {
    setSource(target);
    setTarget(source);
    setDone(undefined);
  };
  return (
    <>
      <h1>{t('check.title')}</h1>
      <p>{t('check.intro')}</p>
      <div class="sides">
        <TextSide label={t('check.source')} value={source} onChange={setSource} ports={ports} t={t} />
        <TextSide label={t('check.target')} value={target} onChange={setTarget} ports={ports} t={t} />
      </div>
      <p class="actions">
        <button type="button" class="button main" disabled={isRunning} onClick={() => void check()}>
          {t('check.run')}
        </button>
        <button type="button" class="button quiet" onClick={swap}>
          {t('check.swap')}
        </button>
      </p>
      <p role="status">{isRunning ? t('check.running') : ''}</p>
      {problem && <p role="alert">{problem}</p>}
      {done && (
        <section aria-labelledby="check-results">
          <h2 id="check-results" tabIndex={-1} ref={results}>
            {t('check.results')}
          </h2>
          <CheckResults done={done} ports={ports} />
          <p class="actions">
            {(['ods', 'html'] as const).map((format) => (
              <button
                key={format}
                type="button"
                class="button quiet"
                onClick={() => save(format, done, ports)}
              >
                {t(format === 'ods' ? 'check.saveOds' : 'check.saveHtml')}
              </button>
            ))}
          </p>
        </section>
      )}
    </>
  );
}
