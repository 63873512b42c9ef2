package io.traceops.domain.grouping.stack;

/**
 * The frame that stands for a whole stack: its first in-app frame, else its first.
 *
 * @param canonical what enters the fingerprint: the exception type where the dialect names one, then
 *     {@code module-or-file function}; never a line, a column or an address
 * @param pinned true if a frame of a recognised stack was found, so that numbers and quoted values in the message may be
 *     read as variables; false for an unrecognised text
 */
public record TopFrame(StackLanguage language, String canonical, boolean pinned) {}
