/**
 * What tests of several modules share: a fresh, empty database of each engine, and a real framework for their bundles.
 *
 * <pre>
 *   &#64;EachDatabase
 *   void keepsWhatItWasGiven(Database database) { … }
 *
 *   try (TestFramework framework = TestFramework.start()) {
 *       framework.start(BundleJar.named("hen.house", "1.0.0").source("hen.House", "…").bytes());
 *   }
 * </pre>
 */
@NullMarked
package tacit.runtime.testkit;

import org.jspecify.annotations.NullMarked;
