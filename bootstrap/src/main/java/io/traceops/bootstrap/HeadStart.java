package io.traceops.bootstrap;

import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/**
 * Does in the background, while the command line is read, what the first request would have to wait for: the HTTP server
 * names its requests to JDK Flight Recorder, recorded or not, and the first event that a program names costs most.
 */
final class HeadStart {
    private HeadStart() {}

    @Name("io.traceops.Start")
    @Label("Start")
    @Description("A server begins to start.")
    @StackTrace(false)
    private static final class Start extends Event {}

    /** Begins; nobody needs to wait for it. */
    static void begin() {
        Thread.ofPlatform().name("head-start").daemon().start(() -> new Start().commit());
    }
}
