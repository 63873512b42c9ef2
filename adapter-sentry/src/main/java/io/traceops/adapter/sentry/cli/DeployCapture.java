package io.traceops.adapter.sentry.cli;

import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.traceops.adapter.sentry.SentrySettings;
import io.traceops.adapter.sentry.ingest.WireItems;
import io.traceops.application.capture.CaptureEvents;
import io.traceops.application.capture.CaptureOutcome;
import io.traceops.application.capture.EventDraft;
import io.traceops.application.capture.Rejection;
import io.traceops.domain.event.JsonValue.JsonObject;
import io.traceops.domain.event.Micros;
import io.traceops.domain.event.ServiceName;
import jakarta.inject.Singleton;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;

/** Turns a deploy into an event of each service that was deployed. Thread-safe. */
@Singleton
final class DeployCapture {
    private final CaptureEvents capture;
    private final Releases releases;
    private final SentrySettings settings;
    private final WireItems counts;

    DeployCapture(CaptureEvents capture, Releases releases, SentrySettings settings, WireItems counts) {
        this.capture = capture;
        this.releases = releases;
        this.settings = settings;
        this.counts = counts;
    }

    /** The projects are those in the body, else those that the release was announced for. */
    MutableHttpResponse<byte[]> capture(ReleaseId id, JsonObject body) {
        Release release = releases.find(id)
                .orElseGet(() -> Release.of(id, settings.clock().instant()));
        List<String> named = ReleaseChange.projects(body);
        List<String> projects = named.isEmpty() ? release.projects() : named;
        if (projects.isEmpty()) {
            return CliAnswers.noProjects(id);
        }
        SequencedSet<ServiceName> services = new LinkedHashSet<>();
        for (String project : projects) {
            Optional<ServiceName> service = settings.service(project);
            if (service.isEmpty()) {
                return CliAnswers.bad("A project's name cannot be that of a service: " + project);
            }
            services.add(service.get());
        }
        return capture(Deploy.of(id, body), release, List.copyOf(services));
    }

    private MutableHttpResponse<byte[]> capture(Deploy deploy, Release release, List<ServiceName> services) {
        long nowMicros = Micros.of(settings.clock().instant());
        List<EventDraft> drafts = services.stream()
                .map(service -> deploy.draft(service, release, nowMicros))
                .toList();
        List<CaptureOutcome> outcomes = capture.captureEach(drafts);
        outcomes.forEach(counts::countDeploy);
        for (CaptureOutcome outcome : outcomes) {
            // The same deploy told in other words, such as with commits that were announced since, is still the same.
            boolean isLost = outcome instanceof CaptureOutcome.Rejected(Rejection rejection)
                    && !(rejection instanceof Rejection.Conflict);
            if (isLost) {
                return CliAnswers.rejected(((CaptureOutcome.Rejected) outcome).rejection());
            }
        }
        JsonObject answer = deploy.json();
        releases.change(release.id(), known -> known.withDeploy(answer));
        return CliAnswers.of(HttpStatus.CREATED, answer);
    }
}
