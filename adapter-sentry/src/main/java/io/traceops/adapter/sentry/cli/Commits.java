package io.traceops.adapter.sentry.cli;

import io.traceops.adapter.sentry.json.Fields;
import io.traceops.adapter.sentry.json.Texts;
import io.traceops.domain.event.JsonValue;
import io.traceops.domain.event.JsonValue.JsonArray;
import io.traceops.domain.event.JsonValue.JsonObject;
import io.traceops.domain.event.JsonValue.JsonString;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The commits of a release, newest first as Git lists them.
 *
 * @param newest the first ones, without their patches
 * @param count how many there are
 */
record Commits(JsonArray newest, int count) {
    static final int COMMITS_MAX = 20;

    private static final int NAME_LENGTH_MAX = 128;
    private static final int MESSAGE_LENGTH_MAX = 200;

    static Commits of(List<JsonValue> commits) {
        List<JsonValue> newest = Fields.objects(commits).stream()
                .limit(COMMITS_MAX)
                .<JsonValue>map(Commits::commit)
                .toList();
        return new Commits(new JsonArray(newest), commits.size());
    }

    private static JsonObject commit(JsonObject json) {
        Map<String, JsonValue> commit = new LinkedHashMap<>();
        put(commit, "id", json, "id", NAME_LENGTH_MAX);
        put(commit, "id", json, "commit", NAME_LENGTH_MAX);
        put(commit, "repository", json, "repository", NAME_LENGTH_MAX);
        put(commit, "author", json, "author_name", NAME_LENGTH_MAX);
        put(commit, "email", json, "author_email", NAME_LENGTH_MAX);
        put(commit, "timestamp", json, "timestamp", NAME_LENGTH_MAX);
        put(commit, "message", json, "message", MESSAGE_LENGTH_MAX);
        return new JsonObject(commit);
    }

    private static void put(
            Map<String, JsonValue> commit, String name, JsonObject json, String wireName, int lengthMax) {
        Fields.text(json, wireName)
                .map(Texts::inOneLine)
                .ifPresent(text -> commit.put(name, new JsonString(Texts.cut(text, lengthMax))));
    }
}
