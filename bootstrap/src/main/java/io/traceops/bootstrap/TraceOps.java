package io.traceops.bootstrap;

/** The entry of the program. */
public final class TraceOps {
    private TraceOps() {}

    /** Prints the version that the packaged program carries. */
    public static void main(String[] arguments) {
        System.out.println("TraceOps " + TraceOps.class.getPackage().getImplementationVersion());
    }
}
