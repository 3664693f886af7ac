/**
 * Calls, leases and the table of who answers; knows nothing of services, so that it can be used and measured by itself.
 *
 * <pre>
 *   caller --call--> facade --lease--> [entry of the live table] --> provider
 * </pre>
 */
@NullMarked
package tacit.runtime.harness.facade;

import org.jspecify.annotations.NullMarked;
