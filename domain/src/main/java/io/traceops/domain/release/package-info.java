/** Which releases a service's events name, and the deploys that follow from them where nobody announced any. */
@NullMarked
package io.traceops.domain.release;

import org.jspecify.annotations.NullMarked;
