package io.traceops.bootstrap;

import io.grpc.StatusException;
import io.traceops.bootstrap.load.GrpcRehearsal;
import io.traceops.bootstrap.load.HttpRehearsal;
import io.traceops.bootstrap.settings.LogFormat;
import io.traceops.bootstrap.settings.LogLevel;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;

/**
 * The clients of a rehearsal, as a program of their own: what only clients need would make the server's cache larger, and
 * each start slower.
 */
final class RehearsedClients {
    private static final String HOST = "127.0.0.1";

    private RehearsedClients() {}

    /**
     * Plays them all. Ends with another code than 0 if an answer is not the one to be expected.
     *
     * @param ports of this machine: HTTP, OTLP over HTTP, gRPC, OTLP over gRPC
     */
    public static void main(String[] ports) throws IOException, InterruptedException, StatusException {
        Logs.configure(LogFormat.PLAIN, LogLevel.WARN);
        try (HttpClient client = HttpClient.newHttpClient();
                GrpcRehearsal api = new GrpcRehearsal(HOST, Integer.parseInt(ports[2]));
                GrpcRehearsal otlp = new GrpcRehearsal(HOST, Integer.parseInt(ports[3]))) {
            HttpRehearsal http = new HttpRehearsal(client);
            http.rehearseApi(URI.create("http://" + HOST + ":" + ports[0]));
            http.rehearseOtlp(URI.create("http://" + HOST + ":" + ports[1]));
            api.rehearseApi();
            otlp.rehearseOtlp();
        }
    }
}
