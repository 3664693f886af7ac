/**
 * What may be done without asking, who is asked otherwise, and what was earned.
 *
 * <pre>
 *   ActionRequest --> guardrails --> [autonomy] --> PermissionDecision --> inbox --> answer --> measured success
 * </pre>
 */
@Export
@Version("1.0.0")
@NullMarked
package tacit.api.autonomy;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
