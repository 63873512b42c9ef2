package io.traceops.http.door;

import io.micronaut.core.order.Ordered;

/** The order of the filters, outermost first. */
final class FilterOrder {
    static final int EXCHANGE = Ordered.HIGHEST_PRECEDENCE;
    static final int OPTIONS = EXCHANGE + 1;
    static final int ADDRESS = EXCHANGE + 2;
    static final int PORT = EXCHANGE + 3;
    static final int ADMISSION = EXCHANGE + 4;

    private FilterOrder() {}
}
