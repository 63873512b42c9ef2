package io.traceops.bootstrap;

import io.traceops.bootstrap.load.Incident;
import io.traceops.bootstrap.load.Upload;
import io.traceops.bootstrap.load.UploadOutcome;
import io.traceops.bootstrap.settings.EngineSettings;
import java.io.PrintWriter;
import java.net.URI;
import java.time.Instant;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Starts the server with something in it to look at. */
@Command(
        name = "demo",
        description = {
            "Starts the server and replays a recorded incident that ends now.",
            "It is the one in examples/incident.ndjson: two hours of seven services, with a bad deploy."
        })
final class DemoCommand implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        EngineSettings settings = SettingsOptions.read(spec, System.getenv());
        Logs.configure(settings.logFormat(), settings.logLevel());
        Server server = Server.start(settings);
        server.stopOnSignal();
        server.announce();
        replay(server);
        server.awaitStop();
    }

    private void replay(Server server) {
        try {
            switch (Upload.send(URI.create(server.url()), Incident.endingAt(Instant.now()))) {
                case UploadOutcome.Done done -> guide(server.url(), done);
                case UploadOutcome.Refused(int status, String text) ->
                    throw new IllegalStateException("the incident was answered with " + status + ": " + text);
                case UploadOutcome.Broken(String reason) ->
                    throw new IllegalStateException("the incident could not be sent: " + reason);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void guide(String url, UploadOutcome.Done done) {
        PrintWriter out = spec.commandLine().getOut();
        out.println();
        out.println("An incident of " + done.accepted() + " events has just happened. Ask in another terminal:");
        out.println();
        out.println("  What needs attention first, and why?");
        out.println("    curl -s " + url + "/issues/needs-attention");
        out.println("  What changed in checkout-api, and what followed within minutes?");
        out.println("    curl -s '" + url + "/events/timeline/checkout-api?limit=1000'");
        out.println("  Which issues did a rollback resolve?");
        out.println("    curl -s '" + url + "/issues?status=resolved&sort=lastSeen'");
        out.println("  How is each service doing?");
        out.println("    curl -s " + url + "/services");
        out.println();
        out.println("Ctrl-C ends it.");
        out.flush();
    }
}
