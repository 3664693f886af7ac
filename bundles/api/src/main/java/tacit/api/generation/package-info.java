/**
 * Which version of each role decides, how that changes, and how it goes back.
 *
 * <pre>
 *   jar --stage--> Candidate --activate--> [generations] --roll back--> an earlier Generation
 *                                               |
 *                                               +--> Ledger, the truth about what is active
 * </pre>
 */
@Export
@Version("1.0.0")
@NullMarked
package tacit.api.generation;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
