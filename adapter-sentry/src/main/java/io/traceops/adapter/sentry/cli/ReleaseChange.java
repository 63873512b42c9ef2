package io.traceops.adapter.sentry.cli;

import io.traceops.adapter.sentry.json.Fields;
import io.traceops.adapter.sentry.json.Texts;
import io.traceops.domain.event.JsonValue.JsonObject;
import java.util.List;
import java.util.Optional;

/**
 * What a client says of a release; anything may be left out.
 *
 * @param projects the projects that it is a release of
 * @param released when it was finalized, as the client writes it
 * @param commits its commits: given one by one, or as the ends of ranges
 */
record ReleaseChange(
        List<String> projects, Optional<String> released, Optional<String> status, Optional<Commits> commits) {
    private static final int TEXT_LENGTH_MAX = 64;

    ReleaseChange {
        projects = List.copyOf(projects);
    }

    static ReleaseChange of(JsonObject json) {
        String list = json.member("commits").isPresent() ? "commits" : "refs";
        return new ReleaseChange(
                projects(json),
                line(json, "dateReleased"),
                line(json, "status"),
                json.member(list).map(Fields::elements).map(Commits::of));
    }

    /** The projects in a body, by slug or by number. */
    static List<String> projects(JsonObject json) {
        return Fields.elements(json, "projects").stream()
                .flatMap(project -> Fields.text(project).stream())
                .map(project -> Texts.cut(project, ReleaseId.LENGTH_MAX))
                .distinct()
                .limit(Release.PROJECTS_MAX)
                .toList();
    }

    private static Optional<String> line(JsonObject json, String name) {
        return Fields.text(json, name).map(text -> Texts.cut(Texts.inOneLine(text), TEXT_LENGTH_MAX));
    }
}
