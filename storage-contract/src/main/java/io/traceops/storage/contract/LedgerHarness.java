package io.traceops.storage.contract;

/** Opens ledgers for the parts of the contract. */
interface LedgerHarness {
    /** A new and empty ledger. Its indexes are audited after the test. */
    OpenLedger open(LedgerSettings settings);

    default OpenLedger open() {
        return open(LedgerSettings.ROOMY);
    }

    /** Holds the ledger's indexes against each other now, rather than only after the test. */
    void audit(OpenLedger ledger);

    /** Audits a ledger for the last time, for tests that open thousands. */
    void close(OpenLedger ledger);
}
