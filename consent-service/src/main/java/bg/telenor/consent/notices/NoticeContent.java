package bg.telenor.consent.notices;

import bg.telenor.consent.domain.Notice.Language;
import bg.telenor.kit.value.Msisdn;

/** What is sealed of a notice: what was said, and where to. */
record NoticeContent(Msisdn address, Language language, String text) {}
