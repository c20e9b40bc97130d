import enApp from '../../assets/locales/en/app.json' with { type: 'json' };
import enBackup from '../../assets/locales/en/backup.json' with { type: 'json' };
import enCheck from '../../assets/locales/en/check.json' with { type: 'json' };
import enCollect from '../../assets/locales/en/collect.json' with { type: 'json' };
import enDesk from '../../assets/locales/en/desk.json' with { type: 'json' };
import enExchange from '../../assets/locales/en/exchange.json' with { type: 'json' };
import enFiles from '../../assets/locales/en/files.json' with { type: 'json' };
import enGuide from '../../assets/locales/en/guide.json' with { type: 'json' };
import enInitiatives from '../../assets/locales/en/initiatives.json' with { type: 'json' };
import enMark from '../../assets/locales/en/mark.json' with { type: 'json' };
import enMarks from '../../assets/locales/en/marks.json' with { type: 'json' };
import enNews from '../../assets/locales/en/news.json' with { type: 'json' };
import enPage from '../../assets/locales/en/page.json' with { type: 'json' };
import enPanel from '../../assets/locales/en/panel.json' with { type: 'json' };
import enWelcome from '../../assets/locales/en/welcome.json' with { type: 'json' };
import zhApp from '../../assets/locales/zh-TW/app.json' with { type: 'json' };
import zhBackup from '../../assets/locales/zh-TW/backup.json' with { type: 'json' };
import zhCheck from '../../assets/locales/zh-TW/check.json' with { type: 'json' };
import zhCollect from '../../assets/locales/zh-TW/collect.json' with { type: 'json' };
import zhDesk from '../../assets/locales/zh-TW/desk.json' with { type: 'json' };
import zhExchange from '../../assets/locales/zh-TW/exchange.json' with { type: 'json' };
import zhFiles from '../../assets/locales/zh-TW/files.json' with { type: 'json' };
import zhGuide from '../../assets/locales/zh-TW/guide.json' with { type: 'json' };
import zhInitiatives from '../../assets/locales/zh-TW/initiatives.json' with { type: 'json' };
import zhMark from '../../assets/locales/zh-TW/mark.json' with { type: 'json' };
import zhMarks from '../../assets/locales/zh-TW/marks.json' with { type: 'json' };
import zhNews from '../../assets/locales/zh-TW/news.json' with { type: 'json' };
import zhPage from '../../assets/locales/zh-TW/page.json' with { type: 'json' };
import zhPanel from '../../assets/locales/zh-TW/panel.json' with { type: 'json' };
import zhWelcome from '../../assets/locales/zh-TW/welcome.json' with { type: 'json' };

/** Interface texts of the library by language: those of all that it shows. */
export const libraryTexts = {
  en: {
    ...enPage,
    ...enMark,
    ...enMarks,
    ...enBackup,
    ...enCollect,
    ...enDesk,
    ...enPanel,
    ...enWelcome,
    ...enApp,
    ...enNews,
    ...enGuide,
    ...enCheck,
    ...enInitiatives,
    ...enExchange,
    ...enFiles,
  },
  'zh-TW': {
    ...zhPage,
    ...zhMark,
    ...zhMarks,
    ...zhBackup,
    ...zhCollect,
    ...zhDesk,
    ...zhPanel,
    ...zhWelcome,
    ...zhApp,
    ...zhNews,
    ...zhGuide,
    ...zhCheck,
    ...zhInitiatives,
    ...zhExchange,
    ...zhFiles,
  },
};
