import type { Loss } from '../../../interchange/records/losses.ts';
import { grouped } from '../../shared/grouped.ts';
import type { Texts } from '../../shared/texts.ts';

/** Fields that say little to people. */
const TECHNICAL: ReadonlySet<string> = new Set([
  'highlightId',
  'id',
  'page',
  'createdAt',
  'updatedAt',
  'created',
  'changed',
  'TextQuoteSelector',
  'TextPositionSelector',
  'RangeSelector',
]);

/** An example as people read it; what only programs read is not shown. */
function exampleText({ field }: Loss, example: string, t: Texts): string {
  if (example.startsWith('{') || TECHNICAL.has(field)) return '';
  if (field === 'status') return t(`status.${example}`, { defaultValue: example });
  if (field === 'state') return t(`highlights.state.${example}`, { defaultValue: example });
  return example;
}

/** What people miss first, what only programs use last. */
function inOrderOfInterest(losses: readonly Loss[]): Loss[] {
  const rank = ({ field }: Loss) => Number(TECHNICAL.has(field));
  return losses.toSorted((one, other) => rank(one) - rank(other));
}

/** What a file does not hold, counted from the records themselves. */
export function LossTable({ losses, t }: { losses: readonly Loss[]; t: Texts }) {
  if (losses.length === 0) return <p class="lossless">{t('losses.none')}</p>;
  return (
    <div class="scroll">
      <table class="losses">
        <caption>{t('losses.title')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('export.field')}</th>
            <th scope="col">{t('export.values')}</th>
            <th scope="col">{t('export.examples')}</th>
          </tr>
        </thead>
        <tbody>
          {inOrderOfInterest(losses).map((loss) => (
            <tr key={loss.field}>
              <th scope="row">{t(`losses.field.${loss.field}`, { defaultValue: loss.field })}</th>
              <td class="number">{grouped(loss.count)}</td>
              <td>
                <ul>
                  {loss.examples
                    .map((example) => exampleText(loss, example, t))
                    .filter(Boolean)
                    .map((example, at) => (
                      <li key={`${at} ${example}`}>{example}</li>
                    ))}
                </ul>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
