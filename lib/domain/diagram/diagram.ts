import { z } from 'zod';
import { channels } from '../regulation/words.ts';

/** x, y, width, height in pixels. */
const Rectangle = z.tuple([z.number(), z.number(), z.number(), z.number()]);
const Lines = z.array(z.string());
const Label = z.object({ box: Rectangle, ru: Lines, kk: Lines });
export type Label = z.infer<typeof Label>;

const NodeDrawn = z.object({
  id: z.string(),
  kind: z.enum(['start', 'task', 'gateway', 'end']),
  box: Rectangle,
  /** Of a task: the row's number, the words in the box, and the full text when it does not fit. */
  no: z.int().optional(),
  lines: Lines.optional(),
  words: z.string().optional(),
  /** Of a task: how many operations leave an event in a request's history; 0 if the machine does nothing in the row. */
  states: z.int().optional(),
  label: Label.optional(),
});
export type NodeDrawn = z.infer<typeof NodeDrawn>;

const FlowDrawn = z.object({
  from: z.string(),
  to: z.string(),
  points: z.array(z.tuple([z.number(), z.number()])),
  isDefault: z.literal(true).optional(),
  label: Label.optional(),
});

/** The laid-out picture of a channel, ready to draw. Bundles carry it, so the names are short. */
export const Diagram = z.object({
  service: z.string(),
  /** Of the regulation that it draws. */
  version: z.string(),
  channel: z.enum(channels),
  title: z.object({ ru: z.string(), kk: z.string() }),
  /** Decree and table. */
  source: z.string(),
  /** The row at which a request is decided again. */
  again: z.int().optional(),
  width: z.number(),
  height: z.number(),
  lanes: z.array(z.object({ x: z.number(), width: z.number(), lines: Lines })),
  nodes: z.array(NodeDrawn),
  flows: z.array(FlowDrawn),
});
export type Diagram = z.infer<typeof Diagram>;

/** A4 between margins of 10 mm, at 96 pixels an inch: 190 mm. */
export const PAGE_WIDTH = 718;
/** 277 mm. */
export const PAGE_HEIGHT = 1047;

/** Type sizes in pixels at that width: 10.5 px are 7.9 points on paper. */
export const type = {
  task: { size: 10.5, line: 12.5, inset: 5 },
  label: { size: 9, line: 10.5 },
  lane: { size: 10.5, line: 12.5 },
} as const;
