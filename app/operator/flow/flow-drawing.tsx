import type { FlowState, QueueState } from "#lib/operations/read-flow-state.ts";
import type { Edge, Layout, Node } from "./lay-out-flow.ts";

const width = 1060;
const box = { height: 30, command: 220, event: 230, subscriber: 240 };
const left = { command: 4, event: 340, subscriber: 780 };

/** Commands, domain events and subscribers from left to right, each a link to what the page says of it. */
export function FlowDrawing({ layout, state }: { layout: Layout; state: FlowState }) {
  const queueOf = new Map(state.queues.map((queue) => [queue.queue, queue]));
  return (
    <svg
      viewBox={`0 0 ${width} ${layout.height}`}
      className="w-[66rem] max-w-none text-[13px]"
      role="group"
      aria-label="Who records which domain event, and who follows"
    >
      {layout.records.map((edge) => (
        <Line
          key={`${edge.from.id} ${edge.to.id}`}
          edge={edge}
          from={left.command + box.command}
          to={left.event}
        />
      ))}
      {layout.follows.map((edge) => (
        <Line
          key={`${edge.from.id} ${edge.to.id}`}
          edge={edge}
          from={left.event + box.event}
          to={left.subscriber}
          queue={queueOf.get(edge.to.id)}
        />
      ))}
      {layout.commands.map((node) => (
        <Box key={node.id} node={node} x={left.command} width={box.command} look="fill-paper" />
      ))}
      {layout.events.map((node) => (
        <Box
          key={node.id}
          node={node}
          x={left.event}
          width={box.event}
          look="fill-card"
          round
          note={countInWords(state.recorded.get(node.id))}
        />
      ))}
      {layout.subscribers.map((node) => (
        <Box
          key={node.id}
          node={node}
          x={left.subscriber}
          width={box.subscriber}
          look="fill-sunk"
          danger={(queueOf.get(node.id)?.dead ?? 0) > 0}
        />
      ))}
    </svg>
  );
}

function countInWords(count: number | undefined): string {
  return count ? `${count} in an hour` : "";
}

type BoxProps = {
  node: Node;
  x: number;
  width: number;
  look: string;
  round?: boolean;
  danger?: boolean;
  note?: string;
};

function Box({ node, x, width: wide, look, round, danger, note }: BoxProps) {
  return (
    <a href={`#${node.target}`} className="group">
      <rect
        x={x}
        y={node.y - box.height / 2}
        width={wide}
        height={box.height}
        rx={round ? box.height / 2 : 3}
        className={`${look} ${danger ? "stroke-danger" : "stroke-edge"} group-hover:stroke-ink`}
        strokeWidth={danger ? 2 : 1}
      />
      <text
        x={x + 14}
        y={node.y}
        dominantBaseline="central"
        className={danger ? "fill-danger font-semibold" : "fill-ink"}
      >
        {node.label}
      </text>
      {note && (
        <text x={x - 8} y={node.y - 6} textAnchor="end" className="fill-soft text-[11px]">
          {note}
        </text>
      )}
    </a>
  );
}

type LineProps = { edge: Edge; from: number; to: number; queue?: QueueState | undefined };

function Line({ edge: { from: one, to: other, due }, from, to, queue }: LineProps) {
  const bend = (to - from) / 2;
  const said = queue && queueInWords(queue);
  const isBad = queue !== undefined && (queue.dead > 0 || queue.lateSeconds > 0);
  return (
    <g>
      <path
        d={`M${from} ${one.y} C${from + bend} ${one.y} ${to - bend} ${other.y} ${to} ${other.y}`}
        fill="none"
        className={isBad ? "stroke-danger" : "stroke-edge"}
        strokeWidth={isBad ? 2 : 1}
        strokeDasharray={due ? "5 4" : undefined}
      />
      {(said || due) && (
        <text
          x={to - 8}
          y={other.y - 6}
          textAnchor="end"
          className={`text-[11px] ${isBad ? "fill-danger" : "fill-soft"}`}
        >
          {[said, due && `at ${due}`].filter(Boolean).join(", ")}
        </text>
      )}
    </g>
  );
}

/** What stands on the line to a subscriber; nothing where nothing waits. */
export function queueInWords({ waiting, running, dead, lateSeconds }: QueueState): string {
  return [
    waiting > 0 && `${waiting} waiting`,
    running > 0 && `${running} running`,
    dead > 0 && `${dead} dead`,
    lateSeconds > 0 && `${Math.round(lateSeconds)} s late`,
  ]
    .filter(Boolean)
    .join(", ");
}
