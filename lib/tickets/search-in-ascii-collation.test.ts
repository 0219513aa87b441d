import { testSearches } from "#test/support/searches.ts";

// One that knows the cases of ASCII alone.
testSearches("locale 'C' locale_provider libc");
