package io.traceops.application.port;

import java.util.List;
import java.util.Map;

/** What a ledger answers for events that are stored all or none. */
public sealed interface AppendResult {
    /** All are stored or were before. One receipt for each, in the order given. */
    record Appended(List<Receipt> receipts) implements AppendResult {}

    /** None is stored. The refusals by the index of their events, at least one. */
    record NoneAppended(Map<Integer, Receipt.Refused> refusals) implements AppendResult {}
}
