import { testSearches } from "#test/support/searches.ts";

// A hosted one in Turkey: to it, I in lower case is ı.
testSearches("locale 'C' locale_provider icu icu_locale 'tr-TR'");
