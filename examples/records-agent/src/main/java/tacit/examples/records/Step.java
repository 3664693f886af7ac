package tacit.examples.records;

import java.time.Instant;

/**
 * One turn of the agent: what it thought, what it called, what came back.
 *
 * @param arguments of the call, as JSON
 * @param result what the tool gave
 * @param thoughtAt when it began to think
 * @param calledAt when it made the call
 * @param answeredAt when the result was there
 */
record Step(String arguments, Tool.Result result, Instant thoughtAt, Instant calledAt, Instant answeredAt) {}
