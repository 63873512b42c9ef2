package io.traceops.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import io.traceops.bootstrap.ExpectedIncident.Part;
import io.traceops.bootstrap.PackagedProgram.Ports;
import io.traceops.bootstrap.door.Client;
import io.traceops.bootstrap.door.GrpcClient;
import io.traceops.bootstrap.door.RestClient;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The packaged program with the real clock: the incident goes in, and the answers are those that were written down. They
 * are the ones that do not change any more, since the incident is long past.
 */
class IncidentEndToEndIT {
    @TempDir
    private Path folder;

    @Test
    void incident_importedFromTheCommandLine_isAnsweredAsExpected() throws IOException, InterruptedException {
        try (PackagedProgram server = serve()) {
            Ports ports = server.awaitPorts();
            String url = "http://127.0.0.1:" + ports.http();
            try (PackagedProgram command =
                    PackagedProgram.start(folder, "import", ExpectedIncident.EVENTS.toString(), "--url", url)) {
                assertThat(command.awaitEnd()).as(command.output()).isZero();
                assertThat(command.output()).contains("758 lines", "744 stored, 14 stored before, 0 rejected");
            }

            try (Client client = new RestClient(ports.http())) {
                ExpectedIncident.assertExpected(Part.LONG_AFTER, IncidentReport.longAfter(client));
            }
            server.askToEnd();
            assertThat(server.awaitEnd()).as(server.output()).isZero();
            assertThat(server.output()).endsWith("Stopped\n");
        }
    }

    @Test
    void incident_streamedThroughGrpc_isAnsweredAsExpected() throws IOException, InterruptedException {
        try (PackagedProgram server = serve();
                Client client = new GrpcClient(server.awaitPorts().grpc())) {
            assertThat(client.stream(ExpectedIncident.events())
                            .body()
                            .path("accepted")
                            .intValue())
                    .isEqualTo(744);

            ExpectedIncident.assertExpected(Part.LONG_AFTER, IncidentReport.longAfter(client));
        }
    }

    private PackagedProgram serve() throws IOException {
        return PackagedProgram.start(
                folder,
                "serve",
                "--http-port",
                "0",
                "--grpc-port",
                "0",
                "--otlp-grpc-port",
                "0",
                "--otlp-http-port",
                "0");
    }
}
