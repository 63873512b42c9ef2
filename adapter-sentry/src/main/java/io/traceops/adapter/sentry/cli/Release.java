package io.traceops.adapter.sentry.cli;

import io.traceops.domain.event.JsonValue;
import io.traceops.domain.event.JsonValue.JsonArray;
import io.traceops.domain.event.JsonValue.JsonNull;
import io.traceops.domain.event.JsonValue.JsonNumber;
import io.traceops.domain.event.JsonValue.JsonObject;
import io.traceops.domain.event.JsonValue.JsonString;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;

/**
 * What was announced of a release.
 *
 * @param projects the projects that it is a release of, as the client names them; at most {@value #PROJECTS_MAX}
 * @param commits the newest commits in it; at most {@value Commits#COMMITS_MAX}
 * @param commitCount how many commits were announced
 * @param deploys the newest deploys of it, as they were answered; at most {@value #DEPLOYS_MAX}
 */
record Release(
        ReleaseId id,
        Instant created,
        Optional<String> released,
        Optional<String> status,
        List<String> projects,
        JsonArray commits,
        int commitCount,
        List<JsonObject> deploys) {
    static final int PROJECTS_MAX = 50;
    static final int DEPLOYS_MAX = 20;

    Release {
        projects = List.copyOf(projects);
        deploys = List.copyOf(deploys);
    }

    static Release of(ReleaseId id, Instant created) {
        return new Release(
                id, created, Optional.empty(), Optional.empty(), List.of(), new JsonArray(List.of()), 0, List.of());
    }

    /** The release once a client has said more of it. What the client leaves out stays as it was. */
    Release with(ReleaseChange change) {
        SequencedSet<String> all = new LinkedHashSet<>(projects);
        all.addAll(change.projects());
        return new Release(
                id,
                created,
                change.released().or(() -> released),
                change.status().or(() -> status),
                all.stream().limit(PROJECTS_MAX).toList(),
                change.commits().map(Commits::newest).orElse(commits),
                change.commits().map(Commits::count).orElse(commitCount),
                deploys);
    }

    Release withDeploy(JsonObject deploy) {
        List<JsonObject> all = new ArrayList<>(deploys);
        all.remove(deploy);
        all.addFirst(deploy);
        return new Release(
                id,
                created,
                released,
                status,
                projects,
                commits,
                commitCount,
                all.stream().limit(DEPLOYS_MAX).toList());
    }

    /** As the command line reads it. */
    JsonObject json() {
        Map<String, JsonValue> json = new LinkedHashMap<>();
        json.put("version", new JsonString(id.version()));
        json.put("status", new JsonString(status.orElse("open")));
        json.put("dateCreated", new JsonString(created.toString()));
        json.put("dateReleased", released.<JsonValue>map(JsonString::new).orElse(JsonNull.NULL));
        json.put("lastEvent", JsonNull.NULL);
        json.put("newGroups", JsonNumber.of(0));
        json.put("commitCount", JsonNumber.of(commitCount));
        json.put("deployCount", JsonNumber.of(deploys.size()));
        json.put(
                "projects",
                new JsonArray(projects.stream()
                        .<JsonValue>map(project -> new JsonObject(
                                Map.of("slug", new JsonString(project), "name", new JsonString(project))))
                        .toList()));
        return new JsonObject(json);
    }
}
