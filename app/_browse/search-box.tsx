"use client";

import { useRouter } from "next/navigation";
import type { Suggestion } from "#app/api/suggestions/route.ts";
import { Combobox } from "#components/ui/combobox.tsx";
import { useAnswers } from "#components/use-answers.ts";

/** The field of a search, with what somebody may mean below it. Enter without a choice searches. */
export function SearchBox({ words }: { words: string }) {
  const router = useRouter();
  const { answers, ask, close } = useAnswers<Suggestion>("/api/suggestions?q=");
  const suggestions = answers ?? [];
  return (
    <Combobox
      key={words}
      label="Search"
      name="q"
      type="search"
      placeholder="An act, a team, a place"
      defaultValue={words}
      maxLength={500}
      enterKeyHint="search"
      searches
      onAsk={ask}
      onClose={close}
      choices={suggestions.map(({ href, name, about }) => ({
        key: href,
        href,
        onChoose: () => router.push(href),
        children: (
          <span className="flex flex-wrap items-baseline gap-x-3">
            <bdi className="font-medium wrap-anywhere">{name}</bdi>
            <bdi className="text-sm wrap-anywhere text-soft">{about}</bdi>
          </span>
        ),
      }))}
      status={
        <p role="status" className="sr-only">
          {suggestions.length > 0 && `${suggestions.length} suggestions. Arrow down to choose one.`}
        </p>
      }
    />
  );
}
