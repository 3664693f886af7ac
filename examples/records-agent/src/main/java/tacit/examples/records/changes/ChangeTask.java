package tacit.examples.records.changes;

/**
 * One change that a user asks for.
 *
 * @param id names the task in every run
 * @param kind which table
 * @param name of the record, as the user knows it
 * @param code of the record, which the user does not say
 * @param value that it shall have
 */
record ChangeTask(String id, Kind kind, String name, String code, String value) {

    /** What the user says. */
    String question() {
        return "Please set the " + kind.field() + " of " + name + " in " + kind.name() + " to " + value + ".";
    }

    /** The conversation in which it is done. */
    String session(String batch) {
        return batch + "/" + id;
    }

    /** How traces name it. */
    String key() {
        return "records-agent/" + id;
    }
}
