package io.traceops.bootstrap.settings;

import io.traceops.domain.grouping.MessageMode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * Everything that can be set. The command line, the environment, the configuration file and the reference in
 * {@code docs/configuration.md} are all made from this table.
 */
public final class Settings {
    private static final double POINTS_MAX = 1_000;
    private static final int COUNT_MAX = 1_000_000_000;

    static final Setting<String> HOST = new Setting<>(
            "host",
            Kinds.text("H", "a host name or address"),
            "127.0.0.1",
            "Where all doors listen. Anything beyond loopback must be asked for here; there is no authentication.");
    static final Setting<OptionalInt> HTTP_PORT = port("http.port", "8080", "REST and the SDKs of Sentry");
    static final Setting<OptionalInt> GRPC_PORT = port("grpc.port", "9090", "gRPC");
    static final Setting<OptionalInt> OTLP_GRPC_PORT = port("otlp.grpc.port", "4317", "OpenTelemetry over gRPC");
    static final Setting<OptionalInt> OTLP_HTTP_PORT = port("otlp.http.port", "4318", "OpenTelemetry over HTTP");
    static final Setting<Boolean> OTLP_SPAN_ERRORS = new Setting<>(
            "otlp.span-errors",
            Kinds.flag(),
            "false",
            "Whether a span that failed without recording an exception is an error too.");
    static final Setting<Boolean> SENTRY_ENABLED = new Setting<>(
            "sentry.enabled",
            Kinds.flag(),
            "true",
            "Whether the SDKs of Sentry and sentry-cli may send to the HTTP port.");
    static final Setting<List<String>> SENTRY_KEYS = new Setting<>(
            "sentry.keys",
            Kinds.list("public keys of DSNs"),
            "-",
            "The keys that SDKs may send with. Without any, a server on loopback takes every key, one beyond it none.");
    static final Setting<List<String>> SENTRY_TOKENS = new Setting<>(
            "sentry.tokens",
            Kinds.list("tokens"),
            "-",
            "The tokens that sentry-cli may show. Without any, a server on loopback takes every token, one beyond it"
                    + " none.");
    static final Setting<Map<String, String>> SENTRY_PROJECTS = new Setting<>(
            "sentry.projects",
            Kinds.pairs("N=SERVICE,...", "numbers of projects, each with its service, such as 1=checkout,2=cart"),
            "-",
            "The services that the project numbers of DSNs stand for; any other project is the service of its own"
                    + " name.");
    static final Setting<StoreKind> STORE = new Setting<>(
            "store", Kinds.choice(StoreKind.class), "memory", "Where events are kept: in this process, until it ends.");
    static final Setting<Duration> SHUTDOWN_GRACE = new Setting<>(
            "shutdown.grace",
            Kinds.duration(Duration.ZERO, Duration.ofMinutes(10)),
            "10s",
            "How long a stopping server waits for the requests that are inside.");
    static final Setting<LogFormat> LOG_FORMAT = new Setting<>(
            "log.format",
            Kinds.choice(LogFormat.class),
            "plain",
            "How the log is written: a readable line for each thing, or a JSON object.");
    static final Setting<LogLevel> LOG_LEVEL =
            new Setting<>("log.level", Kinds.choice(LogLevel.class), "info", "What is worth a line in the log.");

    static final Setting<MessageMode> GROUPING_MESSAGE = new Setting<>(
            "grouping.message",
            Kinds.choice(MessageMode.class),
            "template",
            "How messages are compared: as templates with what varies taken out, or character by character.");
    static final Setting<List<String>> GROUPING_LIBRARY_PREFIXES = new Setting<>(
            "grouping.library-prefixes",
            Kinds.list("prefixes of modules or paths"),
            "-",
            "Frames that are not your own code, beside the well-known libraries, such as com.acme.platform.");
    static final Setting<List<String>> GROUPING_IN_APP_PREFIXES = new Setting<>(
            "grouping.in-app-prefixes",
            Kinds.list("prefixes of modules or paths"),
            "-",
            "Frames that are your own code whatever any list says.");
    static final Setting<Duration> CORRELATION_WINDOW = new Setting<>(
            "correlation.window",
            Kinds.duration(Duration.ZERO, Duration.ofHours(24)),
            "5m",
            "How long after a deploy or config change an error still counts as likely caused by it.");
    static final Setting<Duration> LIFECYCLE_VERIFICATION = new Setting<>(
            "lifecycle.verification",
            Kinds.duration(Duration.ZERO, Duration.ofDays(30)),
            "0",
            "How long an issue must stay silent after a deploy or config change before it counts as resolved.");

    static final Setting<Boolean> DEPLOYS_DETECT = new Setting<>(
            "deploys.detect",
            Kinds.flag(),
            "true",
            "Whether the first event that names a release in an environment counts as a deploy of it, for services that"
                    + " announce none.");

    static final Setting<List<String>> SEVERITY_HIGH_WORDS = new Setting<>(
            "severity.high-words",
            Kinds.words(),
            "crash,fatal,critical,timeout",
            "Words in a title, in any case, that make an issue high.");
    static final Setting<List<String>> SEVERITY_MEDIUM_WORDS = new Setting<>(
            "severity.medium-words",
            Kinds.words(),
            "error,failed,exception",
            "Words in a title, in any case, that make an issue medium.");
    static final Setting<Integer> SEVERITY_HIGH_COUNT =
            count("severity.high-count", "10", "More occurrences than this are high.");
    static final Setting<Integer> SEVERITY_MEDIUM_COUNT =
            count("severity.medium-count", "3", "More occurrences than this are medium; at most the count for high.");
    static final Setting<Double> SEVERITY_CRITICAL_PER_MINUTE =
            rate("severity.critical-per-minute", "10", "More errors a minute than this are critical.");
    static final Setting<Double> SEVERITY_ESCALATING_PER_MINUTE = rate(
            "severity.escalating-per-minute",
            "5",
            "More errors a minute than this make critical what is high; at most the rate for critical.");

    static final Setting<Double> PRIORITY_LOW_POINTS =
            points("priority.low-points", "20", "Points of a low severity. Points must not fall from low to critical.");
    static final Setting<Double> PRIORITY_MEDIUM_POINTS =
            points("priority.medium-points", "40", "Points of a medium severity.");
    static final Setting<Double> PRIORITY_HIGH_POINTS =
            points("priority.high-points", "60", "Points of a high severity.");
    static final Setting<Double> PRIORITY_CRITICAL_POINTS =
            points("priority.critical-points", "80", "Points of a critical severity.");
    static final Setting<Double> PRIORITY_POINTS_PER_ERROR_PER_MINUTE =
            points("priority.points-per-error-per-minute", "1.5", "Points for each error a minute.");
    static final Setting<Double> PRIORITY_RATE_POINTS_MAX =
            points("priority.rate-points-max", "15", "The most points that the error rate gives.");
    static final Setting<Double> PRIORITY_POINTS_PER_REGRESSION =
            points("priority.points-per-regression", "5", "Points for each regression.");
    static final Setting<Double> PRIORITY_REGRESSION_POINTS_MAX =
            points("priority.regression-points-max", "10", "The most points that regressions give.");
    static final Setting<Double> PRIORITY_RECENCY_POINTS_MAX =
            points("priority.recency-points-max", "10", "Points of an issue first seen less than an hour ago.");
    static final Setting<Double> PRIORITY_RECENCY_HOURS_PER_POINT = new Setting<>(
            "priority.recency-hours-per-point",
            Kinds.decimal(0.01, 10_000),
            "6",
            "In how many hours since it was first seen an older issue loses a point.");
    static final Setting<Double> PRIORITY_RESOLVED_FACTOR = new Setting<>(
            "priority.resolved-factor",
            Kinds.decimal(0, 1),
            "0.3",
            "What the points of a resolved issue are multiplied with.");

    static final Setting<EventsKept> LIMITS_EVENTS = new Setting<>(
            "limits.events",
            Kinds.eventsKept(),
            "1_000_000",
            "The most events kept; then the oldest are dropped, from the largest services first. A share of the heap"
                    + " reckons 2 KiB an event.");
    static final Setting<Integer> LIMITS_ISSUES = atLeastOne(
            "limits.issues", "250_000", "The most issues kept; then the ones seen longest ago are forgotten.");
    static final Setting<Integer> LIMITS_SERVICES =
            atLeastOne("limits.services", "10_000", "The most services; events of a further one are refused.");
    static final Setting<Integer> LIMITS_EXACT_USERS = count(
            "limits.exact-users",
            "10_000",
            "The most users of an issue, and routes of a family, that are counted exactly; beyond it they are"
                    + " estimated within 2 %.");
    static final Setting<Integer> LIMITS_BATCH =
            new Setting<>("limits.batch", Kinds.integer(1, 10_000), "10_000", "The most events in one batch.");
    static final Setting<Integer> LIMITS_BODIES_PERCENT = new Setting<>(
            "limits.bodies-percent",
            Kinds.integer(1, 50),
            "12",
            "How much of the heap may be taken at once by bodies over HTTP and exports of OpenTelemetry, all together,"
                    + " in percent, but never less than 128 MiB; requests beyond it are asked to come back.");
    static final Setting<Integer> LIMITS_IN_FLIGHT = new Setting<>(
            "limits.in-flight",
            Kinds.integer(1, 100_000),
            "256",
            "The most requests inside at once; further ones are asked to come back.");
    static final Setting<Integer> LIMITS_STREAMS = new Setting<>(
            "limits.streams",
            Kinds.integer(1, 100_000),
            "128",
            "The most streams of events open at once; they take no places of other requests.");
    static final Setting<Integer> LIMITS_WATCHERS =
            new Setting<>("limits.watchers", Kinds.integer(1, 10_000), "64", "The most watchers of issues at once.");
    static final Setting<Integer> LIMITS_WATCHER_LAG = new Setting<>(
            "limits.watcher-lag",
            Kinds.integer(1, 10_000_000),
            "32_768",
            "How many transitions a watcher may fall behind before it is cut off; below the transitions kept.");
    static final Setting<Integer> LIMITS_TRANSITIONS = new Setting<>(
            "limits.transitions",
            Kinds.integer(2, 10_000_001),
            "65_536",
            "How many of the latest transitions are kept for watchers to resume from.");
    static final Setting<Integer> LIMITS_VERIFYING =
            count("limits.verifying", "100_000", "The most resolutions that wait for their verification to be told.");

    private Settings() {}

    /** Settings that belong together, under one heading of the reference. */
    public record Section(String title, List<Setting<?>> settings) {}

    /** All settings, in the order of the reference. */
    public static final List<Section> SECTIONS = List.of(
            new Section("Server", List.of(HOST, HTTP_PORT, GRPC_PORT, STORE, SHUTDOWN_GRACE, LOG_FORMAT, LOG_LEVEL)),
            new Section("Sentry", List.of(SENTRY_ENABLED, SENTRY_KEYS, SENTRY_TOKENS, SENTRY_PROJECTS)),
            new Section("OpenTelemetry", List.of(OTLP_GRPC_PORT, OTLP_HTTP_PORT, OTLP_SPAN_ERRORS)),
            new Section("Grouping", List.of(GROUPING_MESSAGE, GROUPING_LIBRARY_PREFIXES, GROUPING_IN_APP_PREFIXES)),
            new Section(
                    "Correlation and lifecycle", List.of(CORRELATION_WINDOW, LIFECYCLE_VERIFICATION, DEPLOYS_DETECT)),
            new Section(
                    "Severity",
                    List.of(
                            SEVERITY_HIGH_WORDS,
                            SEVERITY_MEDIUM_WORDS,
                            SEVERITY_HIGH_COUNT,
                            SEVERITY_MEDIUM_COUNT,
                            SEVERITY_CRITICAL_PER_MINUTE,
                            SEVERITY_ESCALATING_PER_MINUTE)),
            new Section(
                    "Priority",
                    List.of(
                            PRIORITY_LOW_POINTS,
                            PRIORITY_MEDIUM_POINTS,
                            PRIORITY_HIGH_POINTS,
                            PRIORITY_CRITICAL_POINTS,
                            PRIORITY_POINTS_PER_ERROR_PER_MINUTE,
                            PRIORITY_RATE_POINTS_MAX,
                            PRIORITY_POINTS_PER_REGRESSION,
                            PRIORITY_REGRESSION_POINTS_MAX,
                            PRIORITY_RECENCY_POINTS_MAX,
                            PRIORITY_RECENCY_HOURS_PER_POINT,
                            PRIORITY_RESOLVED_FACTOR)),
            new Section(
                    "Limits",
                    List.of(
                            LIMITS_EVENTS,
                            LIMITS_ISSUES,
                            LIMITS_SERVICES,
                            LIMITS_EXACT_USERS,
                            LIMITS_BATCH,
                            LIMITS_BODIES_PERCENT,
                            LIMITS_IN_FLIGHT,
                            LIMITS_STREAMS,
                            LIMITS_WATCHERS,
                            LIMITS_WATCHER_LAG,
                            LIMITS_TRANSITIONS,
                            LIMITS_VERIFYING)));

    /** All settings, in the order of the reference. */
    public static final List<Setting<?>> ALL = SECTIONS.stream()
            .<Setting<?>>flatMap(section -> section.settings().stream())
            .toList();

    private static Setting<OptionalInt> port(String key, String defaultText, String what) {
        return new Setting<>(
                key, Kinds.port(), defaultText, "The port for " + what + "; 0 takes any free one, off opens none.");
    }

    private static Setting<Integer> count(String key, String defaultText, String description) {
        return new Setting<>(key, Kinds.integer(0, COUNT_MAX), defaultText, description);
    }

    private static Setting<Integer> atLeastOne(String key, String defaultText, String description) {
        return new Setting<>(key, Kinds.integer(1, COUNT_MAX), defaultText, description);
    }

    private static Setting<Double> rate(String key, String defaultText, String description) {
        return new Setting<>(key, Kinds.decimal(0, 1_000_000), defaultText, description);
    }

    private static Setting<Double> points(String key, String defaultText, String description) {
        return new Setting<>(key, Kinds.decimal(0, POINTS_MAX), defaultText, description);
    }
}
