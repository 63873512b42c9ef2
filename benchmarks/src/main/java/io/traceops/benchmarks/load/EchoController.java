package io.traceops.benchmarks.load;

import com.fasterxml.jackson.databind.JsonNode;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;

/**
 * Parses the body as JSON and sends it back: the least that any endpoint of this server can do with a body, and so the wall
 * that {@code POST /events} is compared with. It exists only where the benchmarks are on the class path.
 */
@Controller("/echo")
final class EchoController {
    @Post
    JsonNode echo(@Body JsonNode body) {
        return body;
    }
}
