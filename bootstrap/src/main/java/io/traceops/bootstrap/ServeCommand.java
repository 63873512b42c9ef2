package io.traceops.bootstrap;

import io.traceops.bootstrap.settings.EngineSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Starts the server and keeps it running until the process is asked to end. */
@Command(name = "serve", description = "Starts the server: REST and gRPC.")
final class ServeCommand implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        EngineSettings settings = SettingsOptions.read(spec, System.getenv());
        Logs.configure(settings.logFormat(), settings.logLevel());
        Server server = Server.start(settings);
        server.stopOnSignal();
        server.announce();
        server.awaitStop();
    }
}
