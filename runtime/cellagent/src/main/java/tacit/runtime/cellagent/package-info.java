/**
 * Starts one candidate inside the child process of the sandbox and asks it recorded questions.
 *
 * <pre>
 *   pipe --bytes--> [cellagent] --call--> candidate
 *                        ^                    |
 *                        +--recorded answers--+
 * </pre>
 */
@NullMarked
package tacit.runtime.cellagent;

import org.jspecify.annotations.NullMarked;
