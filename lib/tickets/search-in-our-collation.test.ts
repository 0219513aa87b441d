import { testSearches } from "#test/support/searches.ts";

// Ours, as `createDatabase` makes it.
testSearches("locale 'C' locale_provider builtin builtin_locale 'C.UTF-8'");
