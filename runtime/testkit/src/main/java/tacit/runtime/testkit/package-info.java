/**
 * What tests of several modules share: a fresh, empty database of each engine.
 *
 * <pre>
 *   &#64;EachDatabase
 *   void keepsWhatItWasGiven(Database database) { … }
 * </pre>
 */
@NullMarked
package tacit.runtime.testkit;

import org.jspecify.annotations.NullMarked;
