package io.traceops.bootstrap;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.errorprone.annotations.FormatMethod;
import com.google.errorprone.annotations.FormatString;
import io.traceops.bootstrap.door.Client;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a server answers about the incident in {@code examples}, as a text that a person can read and check: the services,
 * each issue with its history and its reasons, and the timeline around the bad deploy.
 */
final class IncidentReport {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final Client client;
    private final StringBuilder text = new StringBuilder();

    private IncidentReport(Client client) {
        this.client = client;
    }

    /** What is the same whenever one asks, once the incident lies days back. */
    static String longAfter(Client client) {
        IncidentReport report = new IncidentReport(client);
        report.services();
        report.issues();
        report.timeline("checkout-api", "2026-09-15T14:05:00Z", "2026-09-15T14:05:50Z");
        report.timeline("checkout-api", "2026-09-15T14:17:20Z", "2026-09-15T14:41:40Z");
        report.timeline("catalog", "2026-09-15T13:20:00Z", "2026-09-15T13:22:00Z");
        return report.text.toString();
    }

    /** What needs attention at the instant that the server takes for now. */
    static String attention(Client client) {
        IncidentReport report = new IncidentReport(client);
        report.line("what needs attention, first things first");
        for (JsonNode issue :
                client.needsAttention(Map.of("limit", "100")).body().path("issues")) {
            report.line("");
            report.line(
                    "  %3d  %s  %s",
                    issue.path("priorityScore").intValue(),
                    issue.path("serviceName").textValue(),
                    title(issue));
            report.line("       %s", issue.path("priorityReason").textValue());
        }
        return report.text.toString();
    }

    private void services() {
        line("services");
        for (JsonNode service : client.services().body().path("services")) {
            JsonNode change = service.path("lastTrigger");
            line(
                    "  %-15s %4d events, %d open, last event %s, last change %s",
                    service.path("serviceName").textValue(),
                    service.path("events").intValue(),
                    service.path("openIssues").intValue(),
                    time(service.path("lastEventAt")),
                    change.isMissingNode() ? "none" : trigger(change));
        }
    }

    private void issues() {
        List<JsonNode> issues = new ArrayList<>();
        Map<String, String> parameters = new HashMap<>(Map.of("limit", "10"));
        do {
            JsonNode page = client.issues(parameters).body();
            page.path("issues").forEach(issues::add);
            parameters.put("cursor", page.path("nextCursor").asText(""));
        } while (!parameters.get("cursor").isEmpty());
        issues.sort(Comparator.<JsonNode, String>comparing(
                        issue -> issue.path("serviceName").textValue())
                .thenComparing(issue -> issue.path("firstSeen").decimalValue())
                .thenComparing(issue -> issue.path("id").textValue()));
        line("");
        line("issues");
        issues.forEach(issue -> issue(client.issue(issue.path("id").textValue()).body()));
    }

    private void issue(JsonNode issue) {
        line("");
        line("  %s  %s", issue.path("serviceName").textValue(), title(issue));
        line(
                "    %s, %s, %d times from %s to %s, %d routes, %s users, %d siblings",
                issue.path("status").textValue(),
                issue.path("severity").textValue(),
                issue.path("count").intValue(),
                time(issue.path("firstSeen")),
                time(issue.path("lastSeen")),
                issue.path("uniqueRoutes").intValue(),
                issue.path("uniqueUsers").asText("no"),
                issue.path("siblings").size());
        JsonNode cause = issue.path("suspectedCause");
        line("    suspected cause: %s", cause.isMissingNode() ? "none" : trigger(cause));
        line(
                "    history: %s",
                issue.path("transitions")
                        .valueStream()
                        .map(IncidentReport::transition)
                        .collect(Collectors.joining(", ")));
        line(
                "    severity: %s",
                issue.path("severitySteps")
                        .valueStream()
                        .map(step -> step.path("level").textValue() + ", for "
                                + step.path("reason").textValue())
                        .collect(Collectors.joining("; ")));
        line(
                "    score %d: %s",
                issue.path("priorityScore").intValue(),
                issue.path("priorityComponents")
                        .valueStream()
                        .map(part -> part.path("name").textValue() + " "
                                + part.path("points").decimalValue().toPlainString())
                        .collect(Collectors.joining(", ")));
        line("    fingerprint %s", issue.path("fingerprint").textValue());
    }

    private void timeline(String service, String from, String to) {
        line("");
        line("timeline of %s from %s to %s", service, from, to);
        Map<String, String> parameters = Map.of(
                "startTime", Long.toString(Instant.parse(from).toEpochMilli()),
                "endTime", Long.toString(Instant.parse(to).toEpochMilli()),
                "limit", "1000");
        for (JsonNode entry : client.timeline(service, parameters).body().path("events")) {
            line(
                    "  %s  %-13s  %-12s  %s%s",
                    time(entry.path("timestamp")),
                    entry.path("eventType").textValue(),
                    entry.path("id").textValue(),
                    title(entry.path("message").asText("")),
                    entry.path("isLikelyCause").booleanValue()
                            ? "  <- " + entry.path("correlatedTo").textValue()
                            : "");
        }
    }

    private static String trigger(JsonNode trigger) {
        return String.format(
                Locale.ROOT,
                "%s %s \"%s\"",
                time(trigger.path("timestamp")),
                trigger.path("eventId").textValue(),
                trigger.path("message").textValue());
    }

    private static String transition(JsonNode transition) {
        return transition.path("type").textValue().toLowerCase(Locale.ROOT) + " " + time(transition.path("at")) + " by "
                + transition.path("eventId").textValue();
    }

    private static String title(JsonNode issue) {
        return title(issue.path("title").textValue());
    }

    /** The first line, cut to what stands on a page. */
    private static String title(String text) {
        String line = text.lines().findFirst().orElse("");
        return line.length() > 90 ? line.substring(0, 87) + "..." : line;
    }

    private static String time(JsonNode millis) {
        return TIME.format(Instant.ofEpochMilli(
                millis.decimalValue().setScale(0, RoundingMode.FLOOR).longValueExact()));
    }

    @FormatMethod
    private void line(@FormatString String format, Object... values) {
        text.append(String.format(Locale.ROOT, format, values)).append('\n');
    }
}
