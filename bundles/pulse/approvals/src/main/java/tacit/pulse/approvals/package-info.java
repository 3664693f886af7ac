/**
 * The inbox of acts that somebody is asked about, the rules that answers leave, and what was earned.
 *
 * <pre>
 *   ActionRequest --> [Judge] --policy, then the floor of the guardrails--> APPROVED, DENIED
 *                        |
 *                        +--> PENDING --answer or expiry--> ApprovalListener --> the task goes on
 * </pre>
 */
@NullMarked
package tacit.pulse.approvals;

import org.jspecify.annotations.NullMarked;
