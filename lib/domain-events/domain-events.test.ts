import { describe, expect, test } from "vitest";
import {
  currentVersion,
  domainEventTypes,
  isDomainEventType,
  parseDomainEventData,
  subjectOf,
} from "./domain-events.ts";
import { publishedSamples } from "./samples.ts";

test("the catalogue has the eight names others rely on", () => {
  const promised = [
    "UserCreated",
    "UserUpdated",
    "OrderCreated",
    "OrderCancelled",
    "OrderExpired",
    "TicketCreated",
    "TicketUpdated",
    "ChargeCreated",
  ];
  expect(domainEventTypes).toEqual(expect.arrayContaining(promised));
});

describe.each(domainEventTypes)("%s", (type) => {
  const samplesOf = publishedSamples[type];
  const versions = Array.from({ length: currentVersion(type) }, (_, index) => index + 1);

  test("has a sample of every published version, and of no other", () => {
    expect(Object.keys(samplesOf).map(Number)).toEqual(versions);
    for (const version of versions) expect(samplesOf[version]?.length).toBeGreaterThan(0);
  });

  test("still reads what was ever published, as today's subscribers expect it", () => {
    for (const version of versions) {
      for (const sample of samplesOf[version] ?? []) {
        const facts = parseDomainEventData(type, version, structuredClone(sample));
        expect(JSON.parse(JSON.stringify(facts))).toEqual(sample);
        expect(subjectOf(type, facts)).toMatch(/^[0-9a-f-]{36}$/);
      }
    }
  });

  test.each([0, -1, 1.5, currentVersion(type) + 1])("has no version %d", (version) => {
    expect(() => parseDomainEventData(type, version, samplesOf[1]?.[0])).toThrow(
      `${type} has no version`,
    );
  });

  test("refuses facts that are not its own", () => {
    expect(() => parseDomainEventData(type, 1, { something: "else" })).toThrow();
  });

  test("tells nothing about a person but an id", () => {
    const told = Object.values(samplesOf)
      .flat()
      .flatMap((sample) => Object.keys(sample));
    for (const personal of ["email", "name", "password", "address", "userAgent"]) {
      expect(told).not.toContain(personal);
    }
  });
});

test.each(["OrderTeleported", "constructor", "toString", "__proto__", ""])(
  "%j is no domain event",
  (name) => {
    expect(isDomainEventType(name)).toBe(false);
  },
);
