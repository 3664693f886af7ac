/**
 * Takes in bundles that may become part of the harness, and shows what they are and what they lack.
 *
 * <pre>
 *   DATA/plugins/*.jar --[plugin folder]--> stage --trust--> store, DATA/staging --> Candidate
 * </pre>
 */
@NullMarked
package tacit.runtime.harness.staging;

import org.jspecify.annotations.NullMarked;
