@NullMarked
package io.traceops.bootstrap.settings;

import org.jspecify.annotations.NullMarked;
