/**
 * The rules that hold the hexagon together, read from the compiled classes of all modules. Each rule is proved twice: the
 * project keeps it, and the classes below {@code planted}, which break it on purpose, are found.
 */
@NullMarked
package io.traceops.architecture;

import org.jspecify.annotations.NullMarked;
