package io.traceops.application.port;

/** What a ledger answers for one event. */
public sealed interface Receipt {
    /** The event is stored, as durably as the ledger promises. */
    record Stored(StoredEvent event) implements Receipt {}

    /** The same event was stored before; or a poorer report of the same failure, in whose place it is now. */
    record AlreadyStored(StoredEvent event) implements Receipt {}

    /** The event is not stored. */
    sealed interface Refused extends Receipt {}

    /** Another event is stored under its id. */
    record Conflicting() implements Refused {}

    /** It happened before the time from which its service's events are complete, in microseconds. */
    record TooOld(long horizonMicros) implements Refused {}

    /** It would start a service beyond the number of services that the ledger keeps. */
    record TooManyServices(int servicesMax) implements Refused {}
}
