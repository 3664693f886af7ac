package tacit.learn.mine.facts;

import java.util.Locale;

/** Something that is plainly so about one span. */
public enum Fact {
    MODEL_CALL,
    TOOL_CALL,
    AGENT_CALL,
    /** The model call led to a call, or ran as a step of its own. */
    ACTS,
    OUTSIDE_AGENT,
    /** The prompt asks for a closing mark and the reply has none. */
    END_MARK_MISSING,
    FIRST_END_MARK_MISSING,
    SUB_AGENT,
    NAMES_NO_TOOL,
    REPLANS,
    AFTER_PLAN,
    OFFERED_TOOLS,
    CALLS_AGENT,
    CALLS_TOOL,
    /** Speaks of a tool that it then does not call. */
    TALKS_OF_TOOL,
    CALLS_NOTHING,
    /** Speaks of a tool, calls none and hands over no answer. */
    UNMADE_CALL,
    FIRST_UNMADE_CALL,
    PRINTS_OWN_TEXT,
    ANSWERS,
    ANSWERS_FIRST,
    /** Answers before any tool told it anything. */
    ANSWERS_UNGROUNDED,
    ANSWERS_WITH_EVIDENCE,
    ANSWERS_AFTER_UNMADE_CALL,
    ANSWERS_AFTER_FAILURE,
    ANSWERS_AFTER_ERRORS,
    LAST_ACT,
    FAILED,
    FAILED_TOOL,
    FAILED_CODE,
    /** The turn before it failed, so this one reads the error. */
    READS_ERROR,
    READS_CODE_ERROR,
    FAILS_AGAIN,
    /** The same tool failed for the same reason before. */
    SAME_ERROR,
    LAST_OF_FAILURES,
    LAST_SAME_ERROR,
    SAME_CALL,
    LAST_SAME_CALL,
    SIMILAR_CALL,
    SEARCHES,
    SEARCHES_AGAIN,
    EMPTY_RESULT,
    SHORT_RESULT,
    /** Most lines of the result hold one character: a text was taken apart. */
    SHREDDED_RESULT,
    NO_MATCH,
    ERROR_WORDS,
    LIMIT_STATED,
    /** The result is longer than the prompt allows to look at. */
    LIMIT_EXCEEDED,
    LIMIT_FAR_EXCEEDED,
    /** Asks in plain numbers for more than the prompt allows. */
    LIMIT_IGNORED,
    SIMULATES,
    FROM_MEMORY,
    CLAIMS_CHECK,
    RETRIES,
    ANSWER_TOOL,
    NO_OUTPUT;

    /** The name under which triage learns about it. */
    String feature() {
        return name().toLowerCase(Locale.ROOT);
    }
}
