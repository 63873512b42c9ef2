package io.traceops.adapter.sentry.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.traceops.adapter.sentry.RunningDoor;
import io.traceops.adapter.sentry.SentrySettings;
import io.traceops.domain.event.JsonValue;
import io.traceops.domain.event.JsonValue.JsonArray;
import io.traceops.domain.event.JsonValue.JsonObject;
import io.traceops.domain.event.JsonValue.JsonString;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class ReleasesTest {
    private final Releases releases =
            new Releases(new SentrySettings(Set.of(), Set.of(), Map.of(), true, true, 2, RunningDoor.NOON));

    @Test
    void release_beyondTheBound_displacesTheOldest() {
        announce("1");
        announce("2");
        assertThat(announce("1").isNew()).isFalse();
        announce("3");

        assertThat(releases.size()).isEqualTo(2);
        assertThat(releases.forgottenCount()).isEqualTo(1);
        assertThat(releases.find(id("1"))).isEmpty();
        assertThat(releases.newest("acme", 10)).extracting(Release::id).containsExactly(id("3"), id("2"));
    }

    @Test
    void projects_beyondTheBound_areNotKept() {
        List<JsonValue> projects = new ArrayList<>();
        for (int i = 0; i < 2 * Release.PROJECTS_MAX; i++) {
            projects.add(new JsonString("p" + i));
        }
        ReleaseChange change = ReleaseChange.of(new JsonObject(Map.of("projects", new JsonArray(projects))));
        Releases.Announced announced = releases.change(id("1"), known -> known.with(change));

        assertThat(announced.release().projects()).hasSize(Release.PROJECTS_MAX);
    }

    @Test
    void commits_beyondTheBound_areCountedAlone() {
        List<JsonValue> commits = new ArrayList<>();
        for (int i = 0; i < 2 * Commits.COMMITS_MAX; i++) {
            commits.add(new JsonObject(Map.of("id", new JsonString("c" + i))));
        }
        Commits read = Commits.of(commits);

        assertThat(read.newest().elements()).hasSize(Commits.COMMITS_MAX);
        assertThat(read.count()).isEqualTo(2 * Commits.COMMITS_MAX);
    }

    private Releases.Announced announce(String version) {
        return releases.change(id(version), UnaryOperator.identity());
    }

    private static ReleaseId id(String version) {
        return new ReleaseId("acme", version);
    }
}
