package io.traceops.architecture;

/**
 * Where the rooms of the house are, as ArchUnit's package patterns. The project and the planted violators have the same
 * rooms below different roots, so that one rule can be asked about both.
 *
 * @param root the package above all rooms
 */
record Layout(String root) {
    static final Layout PROJECT = new Layout("io.traceops");
    static final Layout PLANTED = new Layout("io.traceops.architecture.planted");

    /** Where a cycle is planted, apart: violators of other rules close cycles by the way. */
    static final Layout CYCLIC = new Layout(PLANTED.root() + ".cyclic");

    String domain() {
        return root + ".domain..";
    }

    String application() {
        return root + ".application..";
    }

    String adapters() {
        return root + ".adapter..";
    }

    /** What HTTP adapters stand on. */
    String http() {
        return root + ".http..";
    }

    String restAdapter() {
        return root + ".adapter.rest..";
    }

    String grpcAdapter() {
        return root + ".adapter.grpc..";
    }

    String sentryAdapter() {
        return root + ".adapter.sentry..";
    }

    String otlpAdapter() {
        return root + ".adapter.otlp..";
    }

    String generated() {
        return root + ".v1..";
    }

    String bootstrap() {
        return root + ".bootstrap..";
    }

    String everything() {
        return root + "..";
    }

    /** One slice for each adapter, with all that is below it. */
    String eachAdapter() {
        return root + ".adapter.(*)..";
    }

    /** One slice for each package, without what is below it. */
    String eachPackage() {
        return root + ".(**)";
    }
}
