package tacit.examples.records.changes;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Is asked before a call is made. */
@FunctionalInterface
interface Adviser {

    /** An agent without anybody to ask. */
    Adviser NOBODY = question -> true;

    /**
     * Whether nothing speaks against a call.
     *
     * @param question the body of {@code POST /v1/decide}
     */
    boolean allows(ObjectNode question) throws InterruptedException;
}
