package io.traceops.bootstrap.door;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What a door answered.
 *
 * @param body the answer in the shape of the REST API, without what is empty; for {@link Verdict#INVALID} the violations,
 *     for other refusals nothing
 */
public record Reply(Verdict verdict, JsonNode body) {
    public Reply {
        body = Canonical.of(body);
    }

    /** As text, for comparing and reading. */
    @Override
    public String toString() {
        return verdict + " " + body.toPrettyString();
    }
}
