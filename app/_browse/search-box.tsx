"use client";

import { useRouter } from "next/navigation";
import { type KeyboardEvent, useId, useState } from "react";
import type { Suggestion } from "#app/api/suggestions/route.ts";
import { TextField } from "#components/ui/field.tsx";
import { useSuggestions } from "./use-suggestions.ts";

/**
 * The field of a search, with what somebody may mean below it: a combobox as the ARIA practices have it. Enter without
 * a choice searches; without JavaScript it is a field.
 */
export function SearchBox({ words }: { words: string }) {
  const [listId, router] = [useId(), useRouter()];
  const { suggestions, ask, close } = useSuggestions();
  const [chosen, setChosen] = useState(-1);
  const open = suggestions.length > 0;

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const suggestion = suggestions[chosen];
    if (step && open) {
      event.preventDefault();
      const places = suggestions.length + 1; // one more: the field itself
      setChosen((before) => ((before + 1 + step + places) % places) - 1);
    } else if (event.key === "Enter" && suggestion) {
      event.preventDefault();
      close();
      router.push(suggestion.href);
    } else if (event.key === "Escape" && open) {
      event.preventDefault();
      close();
    }
  };

  return (
    <div
      className="relative"
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) close();
      }}
    >
      <TextField
        key={words}
        label="Search"
        name="q"
        type="search"
        placeholder="An act, a team, a place"
        defaultValue={words}
        maxLength={500}
        enterKeyHint="search"
        autoComplete="off"
        role="combobox"
        aria-autocomplete="list"
        aria-expanded={open}
        aria-controls={listId}
        aria-activedescendant={chosen >= 0 && open ? `${listId}-${chosen}` : undefined}
        onKeyDown={onKeyDown}
        onChange={(event) => {
          setChosen(-1);
          ask(event.currentTarget.value);
        }}
      />
      <SuggestionList id={listId} suggestions={suggestions} chosen={chosen} />
      <p role="status" className="sr-only">
        {open ? `${suggestions.length} suggestions. Arrow down to choose one.` : ""}
      </p>
    </div>
  );
}

type SuggestionListProps = { id: string; suggestions: Suggestion[]; chosen: number };

/** There before anything is suggested, because the field names it. */
function SuggestionList({ id, suggestions, chosen }: SuggestionListProps) {
  return (
    <div
      id={id}
      role="listbox"
      aria-label="Suggestions"
      hidden={suggestions.length === 0}
      className="absolute inset-x-0 top-full z-20 mt-1 rounded-md border border-edge bg-card"
    >
      {suggestions.map((suggestion, index) => (
        <Option
          key={suggestion.href}
          id={`${id}-${index}`}
          suggestion={suggestion}
          chosen={index === chosen}
        />
      ))}
    </div>
  );
}

type OptionProps = { id: string; suggestion: Suggestion; chosen: boolean };

function Option({ id, suggestion: { href, name, about }, chosen }: OptionProps) {
  return (
    <a
      id={id}
      role="option"
      aria-selected={chosen}
      href={href}
      tabIndex={-1}
      className={`flex min-h-11 flex-wrap items-baseline gap-x-3 px-3 py-2.5 hover:bg-sunk ${chosen ? "bg-sunk" : ""}`}
    >
      <bdi className="font-medium wrap-anywhere">{name}</bdi>
      <bdi className="text-sm wrap-anywhere text-soft">{about}</bdi>
    </a>
  );
}
