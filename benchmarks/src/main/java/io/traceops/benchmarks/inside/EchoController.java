package io.traceops.benchmarks.inside;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.io.IOException;

/**
 * Parses what it gets as JSON and answers with it: the least that any endpoint of this server can do with a body, and so
 * the wall that the paths of events are compared with.
 */
@Controller("/echo")
final class EchoController {
    private static final JsonFactory FACTORY = new JsonFactory();

    /** Answers with the value that it was sent. */
    @Post
    JsonNode echo(@Body JsonNode value) {
        return value;
    }

    /** The same on a virtual thread, where all is served that may have to wait: the way there and back is what it adds. */
    @Post("/carried")
    @ExecuteOn(TaskExecutors.VIRTUAL)
    JsonNode carried(@Body JsonNode value) {
        return value;
    }

    /** Reads a batch of values, one after the other, and answers with how many tokens there were. */
    @Post("/tokens")
    @Consumes("application/json")
    String tokens(@Body byte[] values) throws IOException {
        long tokens = 0;
        try (JsonParser parser = FACTORY.createParser(values)) {
            while (parser.nextToken() != null) {
                if (parser.currentToken().isScalarValue()) {
                    parser.getTextLength();
                }
                tokens++;
            }
        }
        return Long.toString(tokens);
    }
}
