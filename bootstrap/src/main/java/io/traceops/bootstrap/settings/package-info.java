/** What can be set, where it is read from, and the checked result. One table says it all. */
@NullMarked
package io.traceops.bootstrap.settings;

import org.jspecify.annotations.NullMarked;
