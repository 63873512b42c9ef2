package io.traceops.bootstrap;

/**
 * How many threads of the operating system carry the virtual threads that serve requests.
 *
 * <p>Java takes one for each processor. A virtual thread keeps its carrier until it waits, and a client that sends events as
 * fast as it can never lets it wait; so with as many such clients as processors, a question would stand behind thousands of
 * events, chunk after chunk. With carriers to spare, the operating system shares the processors out between them, and a
 * question is served at once.
 */
final class Carriers {
    private static final String PARALLELISM = "jdk.virtualThreadScheduler.parallelism";
    private static final int PER_PROCESSOR = 2;

    private Carriers() {}

    /** To be called before the first virtual thread is made; without effect after that. What was asked for stays. */
    static void provide() {
        if (System.getProperty(PARALLELISM) == null) {
            int carriers = PER_PROCESSOR * Runtime.getRuntime().availableProcessors();
            System.setProperty(PARALLELISM, Integer.toString(carriers));
        }
    }
}
