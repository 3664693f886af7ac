/** The embedded OSGi framework: its settings, what is installed into it, and what is wrong with it in words. */
@NullMarked
package tacit.runtime.launcher.framework;

import org.jspecify.annotations.NullMarked;
