package tacit.memory.sentences;

/** What a claim is about. */
public enum Category {
    IDENTITY,
    PREFERENCE,
    BIO,
    WORK,
    GOAL,
    /** How the agent should work with the user. */
    OPERATING,
    /** How the agent should sound. */
    VOICE,
    /** What the agent should hold the user to. */
    ACCOUNTABILITY,
    /** What always or never may be done. */
    CONSTRAINT,
    OTHER;

    /** Whether it tells the agent what to do, so that a condition in it is no doubt. */
    public boolean directs() {
        return this == OPERATING || this == VOICE || this == ACCOUNTABILITY || this == CONSTRAINT;
    }
}
