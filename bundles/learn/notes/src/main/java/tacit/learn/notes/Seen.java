package tacit.learn.notes;

/**
 * Where a fact stood in a run. Immutable.
 *
 * @param source what told it
 * @param act the first act of the agent that could know of it, from 0
 */
public record Seen(Source source, int act) {

    /** What can tell a fact. */
    public enum Source {
        SYSTEM("an instruction to the agent"),
        USER("a user's message"),
        RETRIEVAL("a retrieved document"),
        TOOL("a tool result");

        private final String words;

        Source(String words) {
            this.words = words;
        }

        /** For people. */
        public String words() {
            return words;
        }
    }
}
