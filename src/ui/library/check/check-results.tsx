import { quotation } from '../../../termwork/check-report.ts';
import type { Finding, TranslationCheck } from '../../../termwork/check-translation.ts';
import type { LibraryPorts } from '../ports.ts';
import { hashOf } from '../route.ts';

/** A finished check with the texts that it is about. */
export interface FinishedCheck {
  readonly check: TranslationCheck;
  readonly source: { readonly name: string; readonly text: string };
  readonly target: { readonly name: string; readonly text: string };
  readonly language: 'zh' | 'en';
}

const langOf = (language: 'zh' | 'en') => (language === 'zh' ? 'zh-Hant' : 'en');

/** A sentence with the words it is about marked; the words stand in it once more or not at all. */
function Quotation({ text, words }: { text: string; words: string }) {
  const at = words ? text.indexOf(words) : -1;
  if (at < 0) return <>{text}</>;
  return (
    <>
      {text.slice(0, at)}
      <mark>{words}</mark>
      {text.slice(at + words.length)}
    </>
  );
}

function FindingItem({
  finding,
  done,
  ports,
}: {
  finding: Finding;
  done: FinishedCheck;
  ports: LibraryPorts;
}) {
  const { t, graph } = ports;
  const { source, target, language } = done;
  const from = langOf(language === 'en' ? 'zh' : 'en');
  const to = langOf(language);
  const words = source.text.slice(finding.source.start, finding.source.end).replace(/\s+/g, ' ');
  const found =
    finding.target && finding.found.length > 0
      ? target.text.slice(finding.target.start, finding.target.end).replace(/\s+/g, ' ')
      : '';
  const known = graph.concept(finding.concept);
  return (
    <li class={`finding finding-${finding.kind}`}>
      <p class="finding-head">
        <span class="badge">{t(`check.kind.${finding.kind}`)}</span>{' '}
        {known ? (
          <a href={hashOf('glossary', finding.concept)} lang={from}>
            {words}
          </a>
        ) : (
          <strong lang={from}>{words}</strong>
        )}{' '}
        <span class="quiet">{t('check.places', { count: finding.count })}</span>
      </p>
      <dl>
        {finding.found.length > 0 && (
          <div>
            <dt>{t('check.column.found')}</dt>
            <dd lang={to}>{finding.found.join('; ')}</dd>
          </div>
        )}
        <div>
          <dt>{t('check.column.expected')}</dt>
          <dd lang={to}>{finding.expected.join('; ') || t('check.noCurrent')}</dd>
        </div>
      </dl>
      <div class="both">
        <blockquote lang={from}>
          <Quotation text={quotation(source.text, finding.source)} words={words} />
        </blockquote>
        {finding.target && (
          <blockquote lang={to}>
            <Quotation text={quotation(target.text, finding.target)} words={found} />
          </blockquote>
        )}
      </div>
    </li>
  );
}

/** What a check found, each finding with both places. */
export function CheckResults({ done, ports }: { done: FinishedCheck; ports: LibraryPorts }) {
  const { t } = ports;
  const { check } = done;
  return (
    <>
      <p>{t('check.looked', { checked: check.checked, findings: check.findings.length })}</p>
      <p class="quiet">{t(`check.alignment.${check.aligned}`)}</p>
      {check.checked === 0 && <p class="empty">{t('check.noTerms')}</p>}
      {check.checked > 0 && check.findings.length === 0 && <p class="empty">{t('check.none')}</p>}
      <ol class="findings">
        {check.findings.map((finding) => (
          <FindingItem
            key={`${finding.kind} ${finding.concept} ${finding.source.start}`}
            finding={finding}
            done={done}
            ports={ports}
          />
        ))}
      </ol>
    </>
  );
}
