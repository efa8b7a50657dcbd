/**
 * Figures for whoever runs the house, in the text format of Prometheus: how much is asked and how quickly it is answered.
 * Counted by route pattern, never by address: nothing that stands here could tell of a person.
 */
import { monitorEventLoopDelay } from "node:perf_hooks";

export interface Metrics {
  answered(request: {
    readonly method: string;
    readonly route: string;
    readonly status: number;
    readonly seconds: number;
  }): void;
  /** A durable commit of so many cases. */
  committed(): void;
  /** A request that was told to come again. */
  shed(): void;
  /** From now on the lag of the event loop is measured. */
  watchLoop(): void;
  text(gauges: readonly Gauge[]): string;
}

export interface Gauge {
  readonly name: string;
  readonly help: string;
  readonly value: number;
}

/** Upper bounds of the latency histogram in seconds. */
const BOUNDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5] as const;

/** How finely the lag of the event loop is looked at, in milliseconds. */
const LOOP_GRAIN = 20;

interface Latency {
  readonly buckets: number[];
  sum: number;
  count: number;
}

export function createMetrics(): Metrics {
  const requests = new Map<string, number>();
  const latencies = new Map<string, Latency>();
  let commits = 0;
  let turnedAway = 0;
  let loop: ReturnType<typeof monitorEventLoopDelay> | null = null;

  function latencyOf(route: string): Latency {
    const known = latencies.get(route) ?? { buckets: BOUNDS.map(() => 0), sum: 0, count: 0 };
    latencies.set(route, known);
    return known;
  }

  function loopGauges(): readonly Gauge[] {
    if (loop === null) return [];
    const seconds = (nanoseconds: number) => Math.max(0, nanoseconds / 1e9 - LOOP_GRAIN / 1000);
    const gauges = [
      {
        name: "huying_event_loop_lag_p99_seconds",
        help: "Lag of the event loop since it was last asked, 99 of 100.",
        value: seconds(loop.percentile(99)),
      },
      {
        name: "huying_event_loop_lag_max_seconds",
        help: "Longest lag of the event loop since it was last asked.",
        value: seconds(loop.max),
      },
    ];
    loop.reset();
    return gauges;
  }

  return {
    answered({ method, route, status, seconds }) {
      const key = labels({ method, route, status: String(status) });
      requests.set(key, (requests.get(key) ?? 0) + 1);
      const latency = latencyOf(route);
      latency.sum += seconds;
      latency.count += 1;
      for (const [at, bound] of BOUNDS.entries())
        if (seconds <= bound) latency.buckets[at] = (latency.buckets[at] ?? 0) + 1;
    },
    committed: () => void (commits += 1),
    shed: () => void (turnedAway += 1),
    watchLoop() {
      loop = monitorEventLoopDelay({ resolution: LOOP_GRAIN });
      loop.enable();
    },
    text(gauges) {
      const memory = {
        name: "huying_memory_bytes",
        help: "Resident memory of the process.",
        value: process.memoryUsage.rss(),
      };
      return [
        ...headed("huying_requests_total", "counter", "Requests by method, route and status."),
        ...[...requests].map(([key, count]) => `huying_requests_total{${key}} ${count}`),
        ...headed("huying_request_seconds", "histogram", "Time to answer, by route."),
        ...[...latencies].flatMap(([route, latency]) => histogram(route, latency)),
        ...headed("huying_commits_total", "counter", "Decisions that were stored durably."),
        `huying_commits_total ${commits}`,
        ...headed(
          "huying_shed_total",
          "counter",
          "Requests told to come again because too many came at once.",
        ),
        `huying_shed_total ${turnedAway}`,
        ...[...gauges, memory, ...loopGauges()].flatMap(({ name, help, value }) => [
          ...headed(name, "gauge", help),
          `${name} ${value}`,
        ]),
        "",
      ].join("\n");
    },
  };
}

function histogram(route: string, { buckets, sum, count }: Latency): readonly string[] {
  const bucket = (bound: string, value: number) =>
    `huying_request_seconds_bucket{${labels({ route, le: bound })}} ${value}`;
  return [
    ...BOUNDS.map((bound, at) => bucket(String(bound), buckets[at] ?? 0)),
    bucket("+Inf", count),
    `huying_request_seconds_sum{${labels({ route })}} ${Number(sum.toFixed(6))}`,
    `huying_request_seconds_count{${labels({ route })}} ${count}`,
  ];
}

function headed(name: string, type: string, help: string): readonly string[] {
  return [`# HELP ${name} ${help}`, `# TYPE ${name} ${type}`];
}

function labels(values: Readonly<Record<string, string>>): string {
  return Object.entries(values)
    .map(([name, value]) => `${name}="${value.replaceAll(/["\\\n]/g, "_")}"`)
    .join(",");
}
