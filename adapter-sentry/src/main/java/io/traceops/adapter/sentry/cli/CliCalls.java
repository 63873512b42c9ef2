package io.traceops.adapter.sentry.cli;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.traceops.adapter.sentry.SentrySettings;
import io.traceops.adapter.sentry.json.Fields;
import io.traceops.adapter.sentry.json.LenientJson;
import io.traceops.adapter.sentry.json.Texts;
import io.traceops.domain.event.JsonValue;
import io.traceops.domain.event.JsonValue.JsonArray;
import io.traceops.domain.event.JsonValue.JsonObject;
import io.traceops.http.body.BodyLimits;
import io.traceops.http.body.BodyReader;
import io.traceops.http.body.ContentCoding;
import jakarta.inject.Singleton;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Answers the command line. Its calls come in any order, or again: a call that concerns a release which nobody announced
 * announces it. Waits for bodies, so it runs on a virtual thread.
 */
@Singleton
public final class CliCalls {
    private static final String BEARER = "bearer ";
    private static final int LISTED_MAX = 100;

    private static final BodyLimits LIMITS = new BodyLimits(
            Optional.empty(), EnumSet.allOf(ContentCoding.class), 16 << 20, "Announce fewer commits at once.");

    private final SentrySettings settings;
    private final BodyReader bodies;
    private final Releases releases;
    private final DeployCapture deploys;

    CliCalls(SentrySettings settings, BodyReader bodies, Releases releases, DeployCapture deploys) {
        this.settings = settings;
        this.bodies = bodies;
        this.releases = releases;
        this.deploys = deploys;
    }

    /** @param segments the path below {@code /api/0/}, decoded */
    public MutableHttpResponse<?> answer(HttpRequest<?> request, List<String> segments) {
        Optional<String> token = token(request);
        if (token.isEmpty()) {
            return CliAnswers.badToken("missing");
        }
        if (!settings.opensCli(token.get())) {
            return CliAnswers.badToken("unknown");
        }
        return switch (CliCall.of(request.getMethod(), segments)) {
            case CliCall.WhoAmI _ -> CliAnswers.info();
            case CliCall.NewRelease(String organization) -> read(request, body -> announce(organization, body));
            case CliCall.UpdateRelease(ReleaseId release) ->
                checked(release, () -> read(request, body -> change(release, body)));
            case CliCall.GetRelease(ReleaseId release) ->
                releases.find(release)
                        .map(found -> CliAnswers.ok(found.json()))
                        .orElseGet(() -> CliAnswers.noRelease(release));
            case CliCall.DeleteRelease(ReleaseId release) ->
                releases.forget(release) ? HttpResponse.noContent() : CliAnswers.noRelease(release);
            case CliCall.ListReleases(String organization) ->
                CliAnswers.ok(array(releases.newest(organization, LISTED_MAX).stream()
                        .map(Release::json)
                        .toList()));
            case CliCall.ListDeploys(ReleaseId release) ->
                CliAnswers.ok(array(releases.find(release).map(Release::deploys).orElse(List.of())));
            case CliCall.NewDeploy(ReleaseId release) ->
                checked(release, () -> read(request, body -> deploys.capture(release, body)));
            case CliCall.ListRepositories _ -> CliAnswers.ok(new JsonArray(List.of()));
            case CliCall.PreviousWithCommits _ -> CliAnswers.ok(JsonObject.EMPTY);
            case CliCall.Upload _ -> CliAnswers.noUploads();
            case CliCall.Unknown _ -> CliAnswers.unknown(request.getMethodName() + ' ' + request.getPath());
        };
    }

    private MutableHttpResponse<byte[]> announce(String organization, JsonObject body) {
        String version = Fields.text(body, "version").map(Texts::inOneLine).orElse("");
        ReleaseId release = new ReleaseId(organization, version);
        return checked(release, () -> change(release, body));
    }

    private MutableHttpResponse<byte[]> change(ReleaseId release, JsonObject body) {
        ReleaseChange change = ReleaseChange.of(body);
        Releases.Announced announced = releases.change(release, known -> known.with(change));
        return CliAnswers.of(
                announced.isNew() ? HttpStatus.CREATED : HttpStatus.OK,
                announced.release().json());
    }

    /** What is done with a release. */
    private interface Action {
        MutableHttpResponse<byte[]> answer();
    }

    private static MutableHttpResponse<byte[]> checked(ReleaseId release, Action action) {
        return release.problem()
                .map(problem -> CliAnswers.bad("The release " + problem + "."))
                .orElseGet(action::answer);
    }

    private MutableHttpResponse<byte[]> read(
            HttpRequest<?> request, Function<JsonObject, MutableHttpResponse<byte[]>> use) {
        return bodies.read(request, LIMITS, bytes -> switch (LenientJson.read(bytes, 0, bytes.length)) {
            case LenientJson.Reading.Read(JsonObject body) -> use.apply(body);
            case LenientJson.Reading.Unreadable(String problem) -> CliAnswers.bad("The body " + problem + ".");
        });
    }

    private static JsonArray array(List<JsonObject> elements) {
        return new JsonArray(List.<JsonValue>copyOf(elements));
    }

    private static Optional<String> token(HttpRequest<?> request) {
        return Optional.ofNullable(request.getHeaders().get(HttpHeaders.AUTHORIZATION))
                .map(String::strip)
                .filter(header -> header.regionMatches(true, 0, BEARER, 0, BEARER.length()))
                .map(header -> header.substring(BEARER.length()).strip())
                .filter(token -> !token.isEmpty());
    }
}
