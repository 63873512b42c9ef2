package io.traceops.bootstrap.door;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/**
 * A client of TraceOps. Events are given, and answers come, in the shape of the REST API; parameters have the names of its
 * query parameters.
 */
public interface Client extends AutoCloseable {
    Reply create(JsonNode event);

    Reply createBatch(List<? extends JsonNode> events);

    /** Sends a stream; the answer counts what became of it and names what was rejected by its place, from 0. */
    Reply stream(List<? extends JsonNode> events);

    Reply event(String id);

    Reply events(Map<String, String> parameters);

    Reply delete(String id);

    Reply timeline(String service, Map<String, String> parameters);

    /** @param comparedTo another event's id, or empty */
    Reply explain(String id, String comparedTo);

    Reply issues(Map<String, String> parameters);

    Reply issue(String id);

    Reply issueEvents(String id, Map<String, String> parameters);

    Reply needsAttention(Map<String, String> parameters);

    Reply services();

    @Override
    void close();
}
