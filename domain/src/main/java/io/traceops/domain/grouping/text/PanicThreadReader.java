package io.traceops.domain.grouping.text;

/** The number of the thread in the header of a Rust panic: {@code thread 'worker' (17) panicked at src/main.rs:4:5}. */
final class PanicThreadReader implements TokenReader {
    @Override
    public boolean read(LineScan scan) {
        int number = scan.at() + 1;
        if (!scan.startsWith("' (", scan.at() - 2)) {
            return false;
        }
        int end = scan.skipDigits(number);
        if (end == number || !scan.startsWith(") panicked at", end)) {
            return false;
        }
        scan.keep(number);
        scan.replace(TokenKind.INT, end);
        return true;
    }
}
