package tacit.examples.records.changes;

/**
 * One change that a user asks for.
 *
 * @param id names the task in every run
 * @param part which tasks it belongs to
 * @param kind which table
 * @param name of the record
 * @param code of the record
 * @param oldCode one that it no longer has
 * @param value that it shall have
 */
record ChangeTask(String id, Part part, Kind kind, String name, String code, String oldCode, String value) {

    /** What the user says. */
    String question() {
        String record =
                switch (part.form()) {
                    case NAME -> name;
                    case OLD_CODE -> name + " (" + oldCode + ")";
                    case CODE -> code;
                };
        return "Please set the " + kind.field() + " of " + record + " in " + kind.name() + " to " + value + ".";
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
