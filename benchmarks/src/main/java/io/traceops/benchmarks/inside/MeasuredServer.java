package io.traceops.benchmarks.inside;

import io.traceops.bootstrap.Logs;
import io.traceops.bootstrap.Server;
import io.traceops.bootstrap.settings.EngineSettings;
import io.traceops.bootstrap.settings.SettingsOutcome;
import io.traceops.bootstrap.settings.SettingsReader;
import java.util.Map;
import java.util.Optional;

/** The packaged server with its default settings, over a store that can be switched. Arguments: the two ports. */
public final class MeasuredServer {
    private MeasuredServer() {}

    /** Runs until the process is asked to end. */
    public static void main(String[] ports) {
        Map<String, String> options = Map.of(
                "--http-port", ports[0], "--grpc-port", ports[1], "--otlp-grpc-port", "off", "--otlp-http-port", "off");
        SettingsOutcome outcome = SettingsReader.read(options, Map.of(), Optional.empty());
        if (!(outcome instanceof SettingsOutcome.Ready(EngineSettings settings))) {
            throw new IllegalArgumentException("settings: " + outcome);
        }
        Logs.configure(settings.logFormat(), settings.logLevel());
        Server server = Server.start(settings, (known, listener) -> {
            SwitchedLedger ledger = new SwitchedLedger(known.fold(), listener);
            ProbeController.observe(ledger);
            return ledger;
        });
        // Not stopped on a signal as the packaged one is: that would end the process before its recording is written.
        server.announce();
        server.awaitStop();
    }
}
