/**
 * Sends each call of a role to the provider that is active, and loses none when that changes.
 *
 * <pre>
 *   caller --call--> facade --lease--> [entry of the live table] --> provider in its slot
 * </pre>
 */
@NullMarked
package tacit.runtime.harness.routing;

import org.jspecify.annotations.NullMarked;
