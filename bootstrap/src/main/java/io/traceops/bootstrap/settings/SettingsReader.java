package io.traceops.bootstrap.settings;

import io.traceops.application.watch.WatchPolicy;
import io.traceops.bootstrap.settings.GivenSettings.Group;
import io.traceops.domain.event.ServiceName;
import io.traceops.domain.correlation.CorrelationPolicy;
import io.traceops.domain.grouping.GroupingPolicy;
import io.traceops.domain.grouping.stack.DefaultLibraries;
import io.traceops.domain.impact.PriorityPolicy;
import io.traceops.domain.impact.SeverityPolicy;
import io.traceops.domain.lifecycle.LifecyclePolicy;
import io.traceops.domain.release.DetectionPolicy;
import io.traceops.domain.triage.TriagePolicy;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Puts the settings together. What an option says wins over the environment, which wins over the file, which wins over
 * the default. Everything that is wrong is told at once.
 */
public final class SettingsReader {
    /** The environment variable that names the configuration file. */
    public static final String FILE_VARIABLE = "TRACEOPS_CONFIG";

    private SettingsReader() {}

    /**
     * Reads and checks all settings.
     *
     * @param options what the command line gave, by the name of the option
     * @param environment the environment variables
     * @param fileOption the configuration file that the command line named
     */
    public static SettingsOutcome read(
            Map<String, String> options, Map<String, String> environment, Optional<Path> fileOption) {
        Optional<Path> path = fileOption.or(() -> fileOf(environment));
        try {
            SettingsFile file = path.isEmpty()
                    ? SettingsFile.none()
                    : SettingsFile.read(path.get().toString(), Files.readString(path.get()));
            return assemble(new GivenSettings(options, environment, file));
        } catch (IOException e) {
            return new SettingsOutcome.Unusable(List.of(unreadable(path.orElseThrow(), e)));
        }
    }

    private static Optional<Path> fileOf(Map<String, String> environment) {
        return Optional.ofNullable(environment.get(FILE_VARIABLE))
                .filter(name -> !name.isBlank())
                .map(Path::of);
    }

    private static String unreadable(Path path, IOException problem) {
        return switch (problem) {
            case NoSuchFileException _ -> "configuration file " + path + ": there is no such file";
            case CharacterCodingException _ -> "configuration file " + path + ": is not UTF-8 text";
            default -> "configuration file " + path + ": cannot be read: " + problem.getMessage();
        };
    }

    private static SettingsOutcome assemble(GivenSettings given) {
        GroupingPolicy grouping = new GroupingPolicy(
                given.get(Settings.GROUPING_MESSAGE),
                new DefaultLibraries()
                        .plus(
                                Set.copyOf(given.get(Settings.GROUPING_LIBRARY_PREFIXES)),
                                Set.copyOf(given.get(Settings.GROUPING_IN_APP_PREFIXES))));
        Optional<TriagePolicy> triage = triage(given);
        Optional<WatchPolicy> watch = watch(given);
        Optional<Ports> ports = ports(given);
        Optional<SentryOptions> sentry = sentry(given);
        if (given.problems().isEmpty()) {
            return new SettingsOutcome.Ready(new EngineSettings(
                    given.get(Settings.HOST),
                    ports.orElseThrow(),
                    sentry.orElseThrow(),
                    given.get(Settings.OTLP_SPAN_ERRORS),
                    given.get(Settings.STORE),
                    given.get(Settings.SHUTDOWN_GRACE),
                    given.get(Settings.LOG_FORMAT),
                    given.get(Settings.LOG_LEVEL),
                    grouping,
                    triage.orElseThrow(),
                    given.get(Settings.DEPLOYS_DETECT) ? DetectionPolicy.DEFAULT : DetectionPolicy.OFF,
                    limits(given, watch.orElseThrow())));
        }
        return new SettingsOutcome.Unusable(given.problems());
    }

    private static Optional<Ports> ports(GivenSettings given) {
        return given.combine(
                List.of(Settings.HTTP_PORT, Settings.GRPC_PORT, Settings.OTLP_GRPC_PORT, Settings.OTLP_HTTP_PORT),
                "ports",
                () -> new Ports(
                        given.get(Settings.HTTP_PORT),
                        given.get(Settings.GRPC_PORT),
                        given.get(Settings.OTLP_GRPC_PORT),
                        given.get(Settings.OTLP_HTTP_PORT)));
    }

    private static Optional<SentryOptions> sentry(GivenSettings given) {
        return given.combine(
                List.of(Settings.SENTRY_PROJECTS),
                Settings.SENTRY_PROJECTS.key(),
                () -> new SentryOptions(
                        given.get(Settings.SENTRY_ENABLED),
                        given.get(Settings.SENTRY_KEYS),
                        given.get(Settings.SENTRY_TOKENS),
                        given.get(Settings.SENTRY_PROJECTS).entrySet().stream()
                                .collect(Collectors.toMap(
                                        Map.Entry::getKey, project -> new ServiceName(project.getValue())))));
    }

    private static Optional<TriagePolicy> triage(GivenSettings given) {
        Optional<SeverityPolicy> severity = given.combine(
                Group.SEVERITY,
                () -> new SeverityPolicy(
                        given.get(Settings.SEVERITY_HIGH_WORDS),
                        given.get(Settings.SEVERITY_MEDIUM_WORDS),
                        given.get(Settings.SEVERITY_HIGH_COUNT),
                        given.get(Settings.SEVERITY_MEDIUM_COUNT),
                        given.get(Settings.SEVERITY_CRITICAL_PER_MINUTE),
                        given.get(Settings.SEVERITY_ESCALATING_PER_MINUTE)));
        Optional<PriorityPolicy> priority = given.combine(
                Group.PRIORITY,
                () -> new PriorityPolicy(
                        given.get(Settings.PRIORITY_LOW_POINTS),
                        given.get(Settings.PRIORITY_MEDIUM_POINTS),
                        given.get(Settings.PRIORITY_HIGH_POINTS),
                        given.get(Settings.PRIORITY_CRITICAL_POINTS),
                        given.get(Settings.PRIORITY_POINTS_PER_ERROR_PER_MINUTE),
                        given.get(Settings.PRIORITY_RATE_POINTS_MAX),
                        given.get(Settings.PRIORITY_POINTS_PER_REGRESSION),
                        given.get(Settings.PRIORITY_REGRESSION_POINTS_MAX),
                        given.get(Settings.PRIORITY_RECENCY_POINTS_MAX),
                        given.get(Settings.PRIORITY_RECENCY_HOURS_PER_POINT),
                        given.get(Settings.PRIORITY_RESOLVED_FACTOR)));
        return severity.flatMap(checkedSeverity -> priority.map(checkedPriority -> new TriagePolicy(
                new LifecyclePolicy(given.get(Settings.LIFECYCLE_VERIFICATION)),
                new CorrelationPolicy(given.get(Settings.CORRELATION_WINDOW)),
                checkedSeverity,
                checkedPriority)));
    }

    private static Optional<WatchPolicy> watch(GivenSettings given) {
        return given.combine(
                Group.LIMITS,
                () -> new WatchPolicy(
                        given.get(Settings.LIMITS_TRANSITIONS),
                        given.get(Settings.LIMITS_WATCHER_LAG),
                        given.get(Settings.LIMITS_WATCHERS),
                        given.get(Settings.LIMITS_VERIFYING)));
    }

    private static EngineLimits limits(GivenSettings given, WatchPolicy watch) {
        return new EngineLimits(
                given.get(Settings.LIMITS_EVENTS),
                given.get(Settings.LIMITS_ISSUES),
                given.get(Settings.LIMITS_SERVICES),
                given.get(Settings.LIMITS_EXACT_USERS),
                given.get(Settings.LIMITS_BATCH),
                given.get(Settings.LIMITS_BODIES_PERCENT),
                given.get(Settings.LIMITS_IN_FLIGHT),
                given.get(Settings.LIMITS_STREAMS),
                watch);
    }
}
