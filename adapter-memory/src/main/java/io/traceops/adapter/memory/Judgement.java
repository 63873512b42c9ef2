package io.traceops.adapter.memory;

import io.traceops.application.port.Receipt;

/** What a service can say of an event before it is stored. */
sealed interface Judgement {
    /** It can be stored, if its id can be claimed. */
    record Acceptable() implements Judgement {}

    /** It takes the place of a poorer report of the same failure. */
    record Superseding() implements Judgement {}

    /** It is stored already or refused. */
    record Decided(Receipt receipt) implements Judgement {}

    /** Another service has its id, or a writer of that service has claimed it and may yet give it up. */
    record Contested() implements Judgement {}
}
