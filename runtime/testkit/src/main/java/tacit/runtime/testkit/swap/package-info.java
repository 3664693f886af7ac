/**
 * Swaps the bundles that adapt, in a host of the real image and under load, and says what their callers and their state saw of it.
 *
 * <pre>
 *   BundleSwaps --starts--> host with one more bundle: [parts] make state, [callers] ask, [swapper] activates --> file --> rows
 * </pre>
 */
@NullMarked
package tacit.runtime.testkit.swap;

import org.jspecify.annotations.NullMarked;
