package io.traceops.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.traceops.application.capture.EventIdSource;
import io.traceops.bootstrap.door.Client;
import io.traceops.bootstrap.door.GrpcClient;
import io.traceops.bootstrap.door.Reply;
import io.traceops.bootstrap.door.RestClient;
import io.traceops.bootstrap.door.Verdict;
import io.traceops.bootstrap.settings.EngineSettings;
import io.traceops.bootstrap.settings.SettingsOutcome;
import io.traceops.bootstrap.settings.SettingsReader;
import io.traceops.domain.event.EventId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/**
 * Two servers that cannot be told apart, with one clock that stands still: the one is only ever asked through REST, the
 * other only through gRPC.
 */
final class TwoServers implements AutoCloseable {
    private volatile Instant now;
    private final Server askedByRest;
    private final Server askedByGrpc;
    private final Client rest;
    private final Client grpc;

    private TwoServers(Instant now, EngineSettings settings) {
        this.now = now;
        InstantSource clock = () -> this.now;
        askedByRest = Server.start(settings, clock, countingIds());
        askedByGrpc = Server.start(settings, clock, countingIds());
        rest = new RestClient(askedByRest.httpPort());
        grpc = new GrpcClient(askedByGrpc.grpcPort());
    }

    /** @param options settings as on the command line, beside the ports */
    static TwoServers at(Instant now, Map<String, String> options) {
        Map<String, String> all = new HashMap<>(options);
        all.put("--http-port", "0");
        all.put("--grpc-port", "0");
        all.put("--otlp-grpc-port", "off");
        all.put("--otlp-http-port", "off");
        SettingsOutcome outcome = SettingsReader.read(all, Map.of(), Optional.empty());
        assertThat(outcome).isInstanceOf(SettingsOutcome.Ready.class);
        return new TwoServers(now, ((SettingsOutcome.Ready) outcome).settings());
    }

    void setNow(Instant instant) {
        now = instant;
    }

    /** Asks both servers the same, and holds their answers against each other. */
    Reply same(Function<Client, Reply> question) {
        Reply fromRest = question.apply(rest);
        Reply fromGrpc = question.apply(grpc);
        assertThat(fromGrpc).hasToString(fromRest.toString());
        return fromRest;
    }

    /** Has both servers answer in words, and holds these against each other. */
    String sameText(Function<Client, String> question) {
        String fromRest = question.apply(rest);
        assertThat(question.apply(grpc)).isEqualTo(fromRest);
        return fromRest;
    }

    /** Asks both servers the same wrong thing, and holds against each other which fields they blame. */
    List<String> sameBlame(Function<Client, Reply> question) {
        List<String> fromRest = blame(question.apply(rest));
        assertThat(blame(question.apply(grpc))).isEqualTo(fromRest);
        return fromRest;
    }

    private static List<String> blame(Reply reply) {
        assertThat(reply.verdict()).isEqualTo(Verdict.INVALID);
        return reply.body()
                .path("violations")
                .valueStream()
                .map(violation -> violation.path("field").textValue())
                .toList();
    }

    /** Asks for all pages of a list, and gives what stands on them. */
    List<JsonNode> samePages(String list, Map<String, String> parameters, Ask ask) {
        List<JsonNode> items = new ArrayList<>();
        Map<String, String> next = new HashMap<>(parameters);
        while (true) {
            JsonNode page = same(client -> ask.ask(client, next)).body();
            page.path(list).forEach(items::add);
            if (!page.has("nextCursor")) {
                return items;
            }
            next.put("cursor", page.path("nextCursor").textValue());
        }
    }

    /** A question with parameters. */
    interface Ask {
        Reply ask(Client client, Map<String, String> parameters);
    }

    /** Lets neither server take anything new. */
    void refuseNew() {
        askedByRest.refuseNew();
        askedByGrpc.refuseNew();
    }

    @Override
    public void close() {
        rest.close();
        grpc.close();
        askedByRest.close();
        askedByGrpc.close();
    }

    private static EventIdSource countingIds() {
        AtomicLong last = new AtomicLong();
        return () -> new EventId("made-" + last.incrementAndGet());
    }
}
