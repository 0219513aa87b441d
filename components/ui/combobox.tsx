"use client";

import { type KeyboardEvent, type MouseEvent, type ReactNode, useId, useState } from "react";
import { TextField, type TextFieldProps } from "./field.tsx";

/** Something that may be meant: shown as `children`, chosen by `onChoose`; one with an address is a link. */
export type Choice = { key: string; children: ReactNode; onChoose: () => void; href?: string };

type ComboboxProps = TextFieldProps & {
  /** None is a closed list. */
  choices: Choice[];
  /** What was found, for who does not see it; or what to do where nothing was. */
  status: ReactNode;
  /** To look for what is typed, also when it was typed before. */
  onAsk: (typed: string) => void;
  onClose: () => void;
  /** Whether Enter without a choice sends the form whose list is open, as a search does. */
  searches?: boolean;
};

/** A field with what somebody may mean below it: a combobox as the ARIA practices have it. Without JavaScript, a field. */
export function Combobox(props: ComboboxProps) {
  const { choices, status, onAsk, onClose, onChange, searches = false, ...field } = props;
  const listId = useId();
  const { active, restart, leave, choose, onKeyDown } = useChoosing({
    choices,
    onAsk,
    onClose,
    searches,
  });
  const isOpen = choices.length > 0;
  return (
    <div
      className="relative"
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) leave();
      }}
    >
      <TextField
        {...field}
        autoComplete="off"
        role="combobox"
        aria-autocomplete="list"
        aria-expanded={isOpen}
        aria-controls={listId}
        aria-activedescendant={isOpen && active >= 0 ? `${listId}-${active}` : undefined}
        onKeyDown={onKeyDown}
        onChange={(event) => {
          restart();
          onChange?.(event);
          onAsk(event.currentTarget.value);
        }}
      />
      <Choices id={listId} choices={choices} active={active} onChoose={choose} />
      {status}
    </div>
  );
}

type Choosing = Required<Pick<ComboboxProps, "choices" | "onAsk" | "onClose" | "searches">>;

/** Which choice the keyboard is on, and what its keys do: in the field, which keeps the focus. */
function useChoosing({ choices, onAsk, onClose, searches }: Choosing) {
  const [active, setActive] = useState(-1);
  const restart = () => setActive(-1);
  const leave = () => {
    restart();
    onClose();
  };
  const choose = (choice: Choice) => {
    leave();
    choice.onChoose();
  };
  const onOpenKey = (press: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[press.key];
    const places = choices.length + 1; // one more: the field itself
    const choice = choices[active];
    if (step) setActive((before) => ((before + 1 + step + places) % places) - 1);
    else if (press.key === "Enter" && choice) choose(choice);
    else if (press.key === "Escape" || (press.key === "Enter" && !searches)) leave();
    else return;
    press.preventDefault();
  };
  const onKeyDown = (press: KeyboardEvent<HTMLInputElement>) => {
    if (press.nativeEvent.isComposing) return;
    if (choices.length > 0) onOpenKey(press);
    else if (press.key === "ArrowDown") onAsk(press.currentTarget.value);
  };
  return { active, restart, leave, choose, onKeyDown };
}

type ChoicesProps = {
  id: string;
  choices: Choice[];
  active: number;
  onChoose: (choice: Choice) => void;
};

/** There before anything is found, because the field names it. */
function Choices({ id, choices, active, onChoose }: ChoicesProps) {
  return (
    <div
      id={id}
      role="listbox"
      aria-label="Suggestions"
      hidden={choices.length === 0}
      className="absolute inset-x-0 top-full z-20 mt-1 divide-y divide-line rounded-md border border-edge bg-card"
    >
      {choices.map((choice, index) => (
        <Option
          key={choice.key}
          id={`${id}-${index}`}
          choice={choice}
          isActive={index === active}
          onClick={() => onChoose(choice)}
        />
      ))}
    </div>
  );
}

type OptionProps = { id: string; choice: Choice; isActive: boolean; onClick: () => void };

/** A link goes where it leads by itself. */
function Option({ id, choice: { children, href }, isActive, onClick }: OptionProps) {
  const option = {
    id,
    role: "option",
    "aria-selected": isActive,
    tabIndex: -1,
    onMouseDown: (press: MouseEvent) => press.preventDefault(), // the field keeps the focus
    className: `block min-h-11 w-full cursor-pointer px-3 py-2 text-start hover:bg-sunk ${isActive ? "bg-sunk outline-2 -outline-offset-2 outline-ink" : ""}`,
  };
  return href ? (
    <a href={href} {...option}>
      {children}
    </a>
  ) : (
    <button type="button" onClick={onClick} {...option}>
      {children}
    </button>
  );
}
