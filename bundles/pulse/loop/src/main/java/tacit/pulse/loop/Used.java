package tacit.pulse.loop;

import tacit.api.store.Row;

/**
 * What was used of budgets. Immutable.
 *
 * @param dispatches that were not cancelled
 * @param tokens of executions
 * @param micros of executions, in millionths of a dollar
 */
record Used(long dispatches, long tokens, long micros) {

    static final Used NOTHING = new Used(0, 0, 0);

    static Used of(Row row) {
        return new Used(row.number("n"), row.number("tokens"), row.number("micros"));
    }

    Used plus(Used other) {
        return new Used(dispatches + other.dispatches, tokens + other.tokens, micros + other.micros);
    }
}
