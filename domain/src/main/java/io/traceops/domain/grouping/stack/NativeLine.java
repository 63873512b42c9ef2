package io.traceops.domain.grouping.stack;

/**
 * One line of a native backtrace as index ranges: the name of the function, the program or library that holds it, the
 * file of its source; each empty where the line has none. Not thread-safe; reads one line after the other.
 *
 * <ul>
 *   <li>{@code #0 0x7f in name (values) at file:1}, {@code … from library} (gdb), {@code … name file:1:2}, {@code … name
 *       (library+0x1)} (sanitizers), {@code #00 pc 0004f9a8 library (name+12)} (Android)
 *   <li>{@code 0# name at file:1}, {@code … in library} (Boost, the standard library of C++23)
 *   <li>{@code 3 program 0x0001 name + 24 (File.swift:31)} (Apple), {@code 3 [ra] 0x0001 name + 24 in program at
 *       file:1:2} (Swift 5.9)
 *   <li>{@code program(name+0x1d) [0x55d0]} (glibc)
 *   <li>{@code @ 0x55d0 name} (glog)
 * </ul>
 */
final class NativeLine {
    private static final String ADDRESS = "0x";
    private static final String SIGNAL_FRAME = "<signal handler called>";
    private static final String TOMBSTONE_OFFSET = " (offset ";

    /** The fewest digits of a frame's address; a shorter number behind {@code 0x} is a code in a message. */
    private static final int ADDRESS_LENGTH_MIN = 8;

    private final String text;
    private final NativeTail tail;
    private int lineStart;
    private int lineEnd;
    private int nameStart;
    private int imageStart;
    private int imageEnd;
    private boolean system;

    NativeLine(String text) {
        this.text = text;
        this.tail = new NativeTail(text);
    }

    /** Reads the range; false, with nothing to be asked of this line, if it is no frame. */
    boolean read(int from, int to) {
        lineStart = from;
        lineEnd = to;
        nameStart = to;
        imageStart = to;
        imageEnd = to;
        system = false;
        tail.none(to);
        if (TextScan.startsWith(text, from, to, "#")) {
            return readNumber(from + 1, to);
        }
        if (TextScan.startsWith(text, from, to, "@ ")) {
            return readGlog(from + 1, to);
        }
        int digits = TextScan.skipDigits(text, from, to);
        if (digits > from && digits < to) {
            return text.charAt(digits) == '#' ? readBoost(digits + 1, to) : readNumbered(digits, to);
        }
        return TextScan.endsWith(text, from, to, "]") && readGlibc(from, to);
    }

    /** The function with its type and its arguments; empty for an address without a symbol. */
    String name() {
        boolean address = TextScan.startsWith(text, nameStart, tail.nameEnd(), ADDRESS)
                || TextScan.startsWith(text, nameStart, tail.nameEnd(), "??")
                || TextScan.startsWith(text, nameStart, tail.nameEnd(), "(unknown)");
        return address ? "" : text.substring(nameStart, Math.max(nameStart, tail.nameEnd()));
    }

    /** The program or library, with its folder where the line has it. */
    String image() {
        return imageStart < imageEnd ? text.substring(imageStart, imageEnd) : tail.image();
    }

    String file() {
        return tail.file();
    }

    /** Whether the line itself marks the frame as the system's. */
    boolean isSystem() {
        return system;
    }

    String raw() {
        return text.substring(lineStart, lineEnd);
    }

    private boolean readNumber(int from, int to) {
        int digits = TextScan.skipDigits(text, from, to);
        int start = TextScan.skipBlanks(text, digits, to);
        if (digits == from || start == digits) {
            return false;
        }
        if (TextScan.startsWith(text, start, to, "pc ")) {
            return readTombstone(start + 3, to);
        }
        if (TextScan.startsWith(text, start, to, SIGNAL_FRAME)) {
            return true;
        }
        nameStart = start;
        boolean addressed = TextScan.startsWith(text, start, to, ADDRESS);
        if (addressed) {
            int hexEnd = TextScan.skipBlanks(text, TextScan.skipHex(text, start + ADDRESS.length(), to), to);
            nameStart = TextScan.startsWith(text, hexEnd, to, "in ") ? hexEnd + 3 : hexEnd;
        }
        tail.readDebugger(nameStart, to);
        // Without an address, only a place tells a frame from a numbered remark.
        return addressed || !tail.file().isEmpty() || tail.image().indexOf('/') >= 0;
    }

    private boolean readTombstone(int from, int to) {
        int hexStart = TextScan.skipBlanks(text, from, to);
        imageStart = TextScan.skipBlanks(text, TextScan.skipHex(text, hexStart, to), to);
        int open = text.indexOf(" (", imageStart, to);
        imageEnd = open < 0 ? to : open;
        if (open >= 0 && TextScan.startsWith(text, open, to, TOMBSTONE_OFFSET)) {
            open = text.indexOf(" (", open + TOMBSTONE_OFFSET.length(), to);
        }
        if (open >= 0) {
            nameStart = open + 2;
            tail.readOffset(nameStart, Brackets.end(text, open + 1, to) - 1, "+");
            if (TextScan.startsWith(text, nameStart, to, "BuildId")) {
                nameStart = tail.nameEnd();
            }
        }
        return imageStart > hexStart;
    }

    private boolean readBoost(int from, int to) {
        nameStart = TextScan.skipBlanks(text, from, to);
        tail.readDebugger(nameStart, to);
        return nameStart > from;
    }

    private boolean readGlog(int from, int to) {
        int address = TextScan.skipBlanks(text, from, to);
        if (!TextScan.startsWith(text, address, to, ADDRESS)) {
            return false;
        }
        nameStart = TextScan.skipBlanks(text, TextScan.skipHex(text, address + ADDRESS.length(), to), to);
        tail.none(to);
        return nameStart < to;
    }

    /** Reads what Apple's logs and Swift print behind the number of a frame. */
    private boolean readNumbered(int from, int to) {
        int address = text.indexOf(ADDRESS, from, to);
        if (address < 0 || text.charAt(from) > ' ' || text.charAt(address - 1) > ' ') {
            return false;
        }
        int hexEnd = TextScan.skipHex(text, address + ADDRESS.length(), to);
        nameStart = TextScan.skipBlanks(text, hexEnd, to);
        int start = TextScan.skipBlanks(text, from, address);
        int end = TextScan.dropBlanks(text, start, address);
        if (start == end || text.charAt(start) == '[') {
            system = TextScan.contains(text, start, end, "[system]");
            tail.readSwift(nameStart, to);
        } else {
            imageStart = start;
            imageEnd = end;
            tail.readApple(nameStart, to);
        }
        return hexEnd - address >= ADDRESS.length() + ADDRESS_LENGTH_MIN && nameStart > hexEnd;
    }

    private boolean readGlibc(int from, int to) {
        int address = TextScan.lastIndexOf(text, from, to, '[');
        if (address <= from || !TextScan.startsWith(text, address + 1, to, ADDRESS)) {
            return false;
        }
        int end = TextScan.dropBlanks(text, from, address);
        int open = text.indexOf('(', from, end);
        imageStart = from;
        imageEnd = open < 0 ? end : open;
        if (open >= 0) {
            nameStart = open + 1;
            tail.readOffset(nameStart, end - 1, "+0x");
        }
        return imageEnd > imageStart
                && text.indexOf(' ', imageStart, imageEnd) < 0
                && (open < 0 ? TextScan.contains(text, from, end, "/") : TextScan.endsWith(text, open, end, ")"));
    }
}
