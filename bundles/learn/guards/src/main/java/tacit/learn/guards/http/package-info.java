/**
 * Asks the guard in force for agents.
 *
 * <pre>
 *   POST /v1/decide --GuardQuestion--> role guard --GuardAnswer--> agent
 * </pre>
 */
@NullMarked
package tacit.learn.guards.http;

import org.jspecify.annotations.NullMarked;
